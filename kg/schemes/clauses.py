"""Clauses: infinitives, objects taken for subjects of an infinitive, clauses side by side, and "there is"."""

from __future__ import annotations

from .tree import Tree

#: Verbs whose object does what the bare verb after it says: "let Hale leave".
_CAUSE_OR_SEE = frozenset(
    ("let", "make", "have", "help", "see", "watch", "hear", "feel", "keep", "find", "catch")
)
#: Verbs that take two objects, of which a clause may be one: "told Hale that …".
_TWO_OBJECTS = frozenset(("tell", "ask", "show", "promise", "teach"))
_SUBJECTS = ("nsubj", "nsubjpass")


def rebuild(tree: Tree) -> None:
    """Rebuild what CLEAR builds in another way; copulas and prepositions must have been turned round."""
    for index in range(len(tree.words)):
        match tree.deps[index]:
            case "aux" if tree.tags[index] == "TO":
                tree.deps[index] = "mark"
            case "attr" | "acomp" | "oprd":
                tree.deps[index] = "nsubj" if _exists(tree, tree.heads[index]) else "xcomp"
            case "quantmod":
                _approximate(tree, index)
    for index in range(len(tree.words)):
        if tree.deps[index] == "ccomp":
            _juxtapose(tree, index)
            _raise(tree, index)
    for index in range(len(tree.words)):
        if tree.deps[index] == "ccomp":
            _tell(tree, index)


def _exists(tree: Tree, verb: int) -> bool:
    """Whether a verb only says that there is something."""
    return any(tree.words[i] == "there" for i in tree.below(verb, "expl"))


def _approximate(tree: Tree, index: int) -> None:
    """Make one adverb of "more" and "than" before a number."""
    before = index - 1
    joined = tree.words[index] in ("than", "as", "to") and before >= 0
    if joined and tree.heads[before] == tree.heads[index] and not tree.is_root(before):
        tree.deps[before] = "advmod"
        tree.hang(index, before, "fixed")
    else:
        tree.deps[index] = "advmod"


def _juxtapose(tree: Tree, clause: int) -> None:
    """Let the first of two clauses with a semicolon between them head both; CLEAR has the second.

    With a comma between them nothing is done: the second may say who says the first.
    """
    verb = tree.heads[clause]
    after = [i for i in tree.below(verb, "nsubj", "nsubjpass", "csubj", "expl") if i > clause]
    if clause < verb and after and ";" in tree.words[clause : tree.left_edge(after[0])]:
        tree.promote(clause, "parataxis")


def _raise(tree: Tree, clause: int) -> None:
    """Make the subject of "wanted [Hale to resign]" the object of the verb above."""
    verb = tree.heads[clause]
    subjects = [i for i in tree.below(clause, *_SUBJECTS) if verb < i < clause]
    marks = tree.below(clause, "mark")
    if len(subjects) != 1 or any(tree.tags[i] != "TO" for i in marks):
        return
    bare = tree.lemmas[verb] in _CAUSE_OR_SEE and not tree.below(clause, "aux", "cop")
    if marks or (bare and tree.tags[clause] in ("VB", "VBG", "VBN")):
        tree.hang(subjects[0], verb, "obj")
        tree.deps[clause] = "xcomp"


def _tell(tree: Tree, clause: int) -> None:
    """Make whoever is told something an indirect object."""
    verb = tree.heads[clause]
    told = [i for i in tree.below(verb, "dobj") if verb < i < clause]
    if tree.lemmas[verb] in _TWO_OBJECTS and len(told) == 1 and len(tree.below(verb, "dobj")) == 1:
        tree.deps[told[0]] = "iobj"

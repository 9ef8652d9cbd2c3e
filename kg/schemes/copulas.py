"""Copulas: in CLEAR "be" heads its clause, in Universal Dependencies its predicate does."""

from __future__ import annotations

from .tree import Tree

_FORMS = frozenset(
    ("be", "is", "was", "were", "are", "am", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m")
)
_SUBJECTS = ("nsubj", "csubj", "nsubjpass", "csubjpass")
_WHERE = frozenset(
    ("here", "there", "away", "back", "over", "out", "up", "down", "ahead", "home", "abroad", "behind", "off")
)
#: Adjectives whose infinitive says what their own subject will do: "it is ready to close the road".
_OF_SUBJECT = frozenset(
    (
        *(
            "ready",
            "able",
            "unable",
            "likely",
            "unlikely",
            "set",
            "due",
            "willing",
            "unwilling",
            "keen",
            "free",
        ),
        *(
            "certain",
            "sure",
            "bound",
            "eager",
            "reluctant",
            "poised",
            "happy",
            "determined",
            "about",
            "prepared",
        ),
    )
)


def turn_round(tree: Tree) -> None:
    """Let the predicate of every "be" head its clause."""
    for verb in tree.bottom_up():
        if not _is_main(tree, verb):
            continue
        if any(tree.words[i] == "there" for i in tree.below(verb, "expl")):
            continue  # "there is a plan": see clauses
        predicate = _predicate(tree, verb)
        if predicate is not None:
            _turn(tree, verb, predicate)


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a word is a form of "be" that is no auxiliary."""
    be = tree.lemmas[verb] == "be" or tree.words[verb] in _FORMS
    return be and tree.pos[verb] in ("AUX", "VERB") and tree.deps[verb] not in ("aux", "auxpass", "cop")


def _predicate(tree: Tree, verb: int) -> int | None:
    """What is said of the subject: a noun, an adjective, a place, or a clause."""
    named = tree.below(verb, "attr") or tree.below(verb, "acomp")
    if named:
        return next((i for i in named if i > verb), named[0])
    after = [i for i in tree.below(verb) if i > verb and tree.deps[i] not in ("neg", "punct", *_SUBJECTS)]
    for index in after:
        if tree.deps[index] == "obl" and tree.below(index, "case"):
            return index
        if tree.deps[index] == "advmod" and tree.words[index] in _WHERE:
            return index
        if tree.deps[index] in ("ccomp", "xcomp") and tree.below(verb, *_SUBJECTS):
            return index
        if tree.deps[index] != "advmod":
            return None
    return None


def _turn(tree: Tree, verb: int, predicate: int) -> None:
    clause = tree.deps[predicate] in ("ccomp", "xcomp") or bool(tree.below(predicate, *_SUBJECTS))
    others = [i for i in tree.below(verb) if i != predicate]
    tree.promote(predicate, "cop")
    for other in others:
        outer = clause and tree.deps[other] in _SUBJECTS
        tree.hang(other, predicate, "nsubj:outer" if outer else None)
    _extrapose(tree, predicate)


def _extrapose(tree: Tree, predicate: int) -> None:
    """Make the clause the subject in "it is clear that …", where "it" only holds its place."""
    place = [i for i in tree.below(predicate, "nsubj", "expl") if tree.words[i] == "it"]
    clauses = [i for i in tree.below(predicate, "ccomp", "xcomp", "csubj") if i > predicate]
    if not place or not clauses:
        return
    clause = clauses[0]
    if tree.deps[clause] == "xcomp" and (
        tree.pos[predicate] != "ADJ" or tree.words[predicate] in _OF_SUBJECT
    ):
        return
    tree.deps[place[0]], tree.deps[clause] = "expl", "csubj"

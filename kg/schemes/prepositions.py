"""Prepositions: in CLEAR they head their phrase, in Universal Dependencies they hang on their noun or clause.

"rejected ← on ← Monday" becomes "rejected ← Monday → on". So do those before a clause ("after meeting"),
those in a row ("out of the race") and those of more than one word ("because of").
"""

from __future__ import annotations

from .tree import Tree

_CLAUSAL = ("VERB", "AUX")
#: Words that Universal Dependencies takes for one preposition.
_FIXED = frozenset(
    (
        *(("because", "of"), ("according", "to"), ("such", "as"), ("instead", "of"), ("due", "to")),
        *(("as", "to"), ("as", "for"), ("prior", "to"), ("as", "of"), ("rather", "than"), ("as", "per")),
    )
)
_OPENS = ("prep", "agent", "dative")


def turn_round(tree: Tree) -> None:
    """Hang every preposition on what it governs, the innermost first."""
    for index in tree.bottom_up():
        if tree.deps[index] in _OPENS or tree.below(index, "pobj", "pcomp"):
            _turn(tree, index)


def _turn(tree: Tree, preposition: int) -> None:
    governed = _governed(tree, preposition)
    label = tree.deps[preposition]
    if governed is None:
        tree.deps[preposition] = _stranded(tree, preposition)
        return
    clause = tree.deps[governed] == "pcomp" and tree.pos[governed] in _CLAUSAL
    others = [i for i in tree.below(preposition) if i != governed]
    tree.promote(governed, "mark" if clause else "case")
    tree.deps[governed] = _label(tree, governed, label, clause=clause)
    for other in others:
        _move(tree, other, preposition, governed)
    _join(tree, preposition, governed)


def _governed(tree: Tree, preposition: int) -> int | None:
    """What a preposition governs: its object, its clause, or what the next preposition in a row governs."""
    objects = tree.below(preposition, "pobj")
    clauses = [i for i in tree.below(preposition, "pcomp") if not _is_part(tree, preposition, i)]
    row = [
        i
        for i in tree.below(preposition, "obl", "nmod")
        if i > preposition and any(case == preposition + 1 for case in tree.below(i, "case"))
    ]
    return next(iter((*objects, *clauses, *row)), None)


def _is_part(tree: Tree, preposition: int, second: int) -> bool:
    """Whether a word is the second of a preposition of two words."""
    return (tree.words[preposition], tree.words[second]) in _FIXED


def _stranded(tree: Tree, preposition: int) -> str:
    """The label of a preposition without an object: "the bank that she worked for"."""
    label = tree.deps[preposition]
    if label not in _OPENS:
        return label
    if label == "dative" and tree.is_nominal(preposition):
        return "iobj"  # "told her": no preposition at all
    return "nmod" if tree.is_nominal(tree.heads[preposition]) else "obl"


def _label(tree: Tree, governed: int, label: str, *, clause: bool) -> str:
    """The label that a phrase takes over from its preposition's."""
    if label not in _OPENS:
        return label
    under_noun = not tree.is_root(governed) and tree.is_nominal(tree.heads[governed])
    if clause:
        return "acl" if under_noun else "advcl"
    if label == "agent":
        return "obl:agent"
    return "nmod" if under_noun else "obl"


def _move(tree: Tree, other: int, preposition: int, governed: int) -> None:
    """Hang what else hung on a preposition on what it governs; its own second word stays."""
    if tree.deps[other] == "pcomp" and _is_part(tree, preposition, other):
        tree.deps[other] = "fixed"
        return
    label = {"obl": "nmod", "pobj": "nmod", "pcomp": "acl"}.get(tree.deps[other], tree.deps[other])
    tree.hang(other, governed, label if tree.is_nominal(governed) else None)


def _join(tree: Tree, preposition: int, governed: int) -> None:
    """Make one preposition of "according" and "to"."""
    for case in tree.below(governed, "case"):
        if case == preposition + 1 and _is_part(tree, preposition, case):
            tree.hang(case, preposition, "fixed")

"""Names and coordinations: which of their words heads them, and what hangs on which part."""

from __future__ import annotations

from collections.abc import Iterable

from .names import is_title
from .tree import Tree

_PARTS = ("compound", "nmod", "nn")
_JOINING = frozenset((",", ";", "–", "—", "-"))


def rehead_names(tree: Tree, names: Iterable[tuple[int, int]]) -> None:
    """Let the first word of each name head it, as in "Keir → Starmer"; CLEAR has the last.

    Args:
        tree: the words.
        names: the first and last token of each name of a person or a country, town or region.
    """
    for first, last in names:
        inside = range(first, last + 1)
        outer = [i for i in inside if tree.is_root(i) or tree.heads[i] not in inside]
        others = [i for i in inside if i not in outer]
        if outer == [last] and all(tree.deps[i] in (*_PARTS, "punct") for i in others):
            _rehead(tree, first, last)
    for index in range(len(tree.words)):
        if is_title(tree.words[index]) and tree.deps[index] in _PARTS and tree.heads[index] == index + 1:
            tree.deps[index] = "nmod:desc"


def _rehead(tree: Tree, first: int, last: int) -> None:
    """Make the words of one name hang on its first, and what stands before it describe it."""
    for index in range(first, last):
        tree.hang(index, last)
    if first != last:
        tree.promote(first, "flat")
        for index in tree.below(last):
            tree.hang(index, first, "flat" if first < index < last and tree.pos[index] != "PUNCT" else None)
    for index in tree.below(first, *_PARTS):
        if index < first:
            tree.deps[index] = "nmod:desc"


def spread_coordination(tree: Tree) -> None:
    """Hang "and" and commas on the conjunct after them, and each conjunct on the first."""
    for index in range(len(tree.words)):
        if tree.deps[index] == "cc":
            _hang_before(tree, index)
    for index in range(len(tree.words)):
        if tree.deps[index] == "punct" and tree.words[index] in _JOINING:
            _hang_comma(tree, index)
    for index in range(len(tree.words)):
        if tree.deps[index] == "conj":
            _flatten(tree, index)


def _hang_before(tree: Tree, conjunction: int) -> None:
    head = tree.heads[conjunction]
    after = [i for i in tree.below(head, "conj") if i > conjunction > head]
    if after:
        tree.hang(conjunction, after[0])


def _hang_comma(tree: Tree, comma: int) -> None:
    head = tree.heads[comma]
    for conjunct in tree.below(head, "conj"):
        if head < comma < conjunct and tree.left_edge(conjunct) == comma + 1:
            tree.hang(comma, conjunct)
            return


def _flatten(tree: Tree, conjunct: int) -> None:
    """Hang the third of "A, B and C" on the first, not on the second."""
    before = tree.heads[conjunct]
    while tree.deps[before] == "conj" and tree.is_nominal(before) == tree.is_nominal(conjunct):
        before = tree.heads[before]
        tree.hang(conjunct, before)

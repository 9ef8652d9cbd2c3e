"""What is said of a second one without its verb: "cast himself as a builder and Hale as a wrecker"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, preposition
from .hanging import APART, Words, hang


def part_gapped(words: Words, _: Ontology) -> bool:
    """Keep who is called something else, and what, out of what the first one is called.

    They stand side by side: "a friend, a colleague and as a leader" are all said of one.
    """
    return any(
        [_part(first) for first in words if first.dep_ in ("obl", "conj") and preposition(first) == "as"]
    )


def _part(first: Token) -> bool:
    joined = [c for c in first.rights if c.dep_ == "conj" and is_nominal(c)]
    beside = [c for c in first.head.rights if c.dep_ == "obl"]
    for other in joined:
        within = [c for c in other.rights if c.dep_ in ("nmod", "conj", "obl") and preposition(c) == "as"]
        called = next((c for c in [*joined, *within, *beside] if _opens(c, other)), None)
        if called is not None and preposition(other) is None:
            hang(other, first, APART)
            hang(called, other, APART)
            return True
    return False


def _opens(called: Token, other: Token) -> bool:
    """Whether "as" and what somebody is called stand right behind their name."""
    first = called.left_edge
    if first.lower_ != "as" or preposition(called) != "as" or first.i <= other.i:
        return False
    last = first.nbor(-1)
    return last is other or (other.is_ancestor(last) and not last.is_punct and last.pos_ != "CCONJ")

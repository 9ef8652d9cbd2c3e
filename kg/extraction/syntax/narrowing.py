"""The clause behind a noun without which it says little: what the fact is, and which things are meant."""

from __future__ import annotations

from ..tokens import Token
from .words import trimmed


def content_clause(noun: Token) -> int | None:
    """Where the clause ends that tells what a noun is: "the fact that it fell", "interest in buying it"."""
    for child in noun.rights:
        first = child.left_edge
        opens = first.lower_ == "that" or (child.tag_ == "VBG" and first.pos_ in ("ADP", "SCONJ"))
        if opens and child.dep_ in ("acl", "ccomp") and first.dep_ == "mark" and first.i == noun.i + 1:
            return trimmed(child, child.left_edge.i, child.right_edge.i)[1]
    return None


def narrowed_to(noun: Token) -> int:
    """Where the clause ends that says which is meant, or the noun itself: "everything that we stand for"."""
    for child in noun.rights:
        if child.dep_ == "acl:relcl" and child.left_edge.i == noun.i + 1:
            return trimmed(child, child.left_edge.i, child.right_edge.i)[1]
    return noun.i

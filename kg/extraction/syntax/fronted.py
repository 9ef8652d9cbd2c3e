"""Descriptions that open a clause before the name they are said of: "A lawyer, Hale won the seat"."""

from __future__ import annotations

from ..tokens import Token
from .nouns import name_head
from .words import ANY_SUBJECT


def is_fronted(noun: Token, name: Token) -> bool:
    """Whether a description only opens the clause of the name behind its comma: "A lawyer, Hale won"."""
    named, above = name_head(name), noun.head
    beside = named.dep_ in ANY_SUBJECT and above is named.head and noun.dep_ in ("dep", *ANY_SUBJECT)
    apposed = named.dep_ == "appos" and named.head is noun and noun.dep_ in ANY_SUBJECT
    joined = any(c.dep_ == "conj" for c in (*named.rights, *noun.rights))
    if not (beside or apposed) or name.i > above.i or joined or named.right_edge.is_punct:
        return False
    last = named.right_edge
    if last.is_punct or noun.doc[last.i + 1].is_punct or any(c.dep_ == "conj" for c in noun.rights):
        return False  # "A nurse, Hale, and a teacher left"
    opening = noun.doc[noun.sent.start : name.i]
    return [t.text for t in opening if t.is_punct] == [","]

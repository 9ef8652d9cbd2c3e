"""Clauses with "that" which a parse joins to the main clause: "said that he lied and that he left"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, before, hang

#: What stands between one such clause and the next.
_JOINING = ("and", "or", "but", "nor", ",", ";")


def join_that_clauses(words: Words, _: Ontology) -> bool:
    """Join a clause that opens with "and that" to the clause before it which opens with "that" too.

    No main clause opens with this "that" and can be joined so: whoever tells the first tells it too.
    """
    found = False
    opened: list[Token] = []
    for that in words:
        verb = that.head
        if that.lower_ != "that" or that.dep_ != "mark" or not is_verb(verb):
            continue
        sign = before(words, that)
        if sign is not None and sign.text == "," and verb.dep_ == "ccomp" and verb.head in opened:
            hang(verb, verb.head, "conj")  # "said that she warned Marsh, that he lied": not "warned that"
            found = True
        if sign is not None and sign.lower_ in _JOINING and verb.dep_ in ("conj", "parataxis"):
            above = verb.head
            first = next((told for told in reversed(opened) if above in told.ancestors), None)
            if above not in opened and first is not None:
                hang(verb, first, "conj")
                found = True
        opened.append(verb)
    return found

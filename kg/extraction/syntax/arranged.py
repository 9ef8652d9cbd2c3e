"""Infinitives with auxiliaries of their own: "is to chair", "to have met"."""

from __future__ import annotations

from ..tokens import Token
from .clauses import auxiliaries, own_auxiliaries
from .words import is_finite, is_infinitive


def arranging(verb: Token) -> Token | None:
    """The "be" or "have" with a tense before "to": of "is to chair" and "has yet to reply", "is" and "has".

    None of "seems to be backing", whose "be" stands behind "to". A coordinated verb without auxiliaries of
    its own shares that of the first: "is to be sold and closed".
    """
    while not own_auxiliaries(verb) and auxiliaries(verb):
        verb = verb.head
    if not is_infinitive(verb):
        return None
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.dep_ in ("mark", "aux")), None)
    if to is None:
        return None
    own = own_auxiliaries(verb)
    return next((a for a in own if a.lemma_ in ("be", "have") and is_finite(a) and a.i < to.i), None)


def is_perfect(verb: Token) -> bool:
    """Whether an infinitive is of the past: "to have met", "should have met", not "has met"."""
    words = [word.lower_ for word in auxiliaries(verb)]
    return "have" in words and ("have" in words[1:] or is_infinitive(verb))


def tells_as_so(verb: Token) -> bool:
    """Whether an infinitive is of the past or of what is under way: "to have met", "to be meeting"."""
    return is_infinitive(verb) and (is_perfect(verb) or verb.tag_ == "VBG")

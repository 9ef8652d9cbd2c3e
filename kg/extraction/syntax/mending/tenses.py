"""A verb with a tense that a parse joins to one without: "said it would fall and suggested …"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, subject


def lift_joined(words: Words, _: Ontology) -> bool:
    """Join a verb with a tense to the next verb above that has one: not "suggested" to "would fall"."""
    return any([_lift(verb) for verb in words if verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ")])


def _lift(verb: Token) -> bool:
    first = verb.head
    if not is_verb(verb) or not is_verb(first) or first.i > verb.i or subject(verb) is not None:
        return False
    modal = first.tag_ == "VB" and any(c.tag_ == "MD" for c in first.lefts)
    if not modal or not any(c.dep_ == "cc" for c in verb.lefts):
        return False
    above = first
    while above.head is not above and above.tag_ != verb.tag_:
        above = above.head
    if above is first or above.tag_ != verb.tag_ or not is_verb(above) or above.i > first.i:
        return False
    hang(verb, above, "conj")
    return True

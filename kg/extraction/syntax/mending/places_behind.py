"""A place behind a place, which a parse takes for one more subject: "said Ada Hale of Oxley, N.D., today"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from .hanging import Words, hang


def hang_places_behind(words: Words, _: Ontology) -> bool:
    """Hang a place's name right behind another one and a comma on that one, and not on the verb."""
    return any([_hang(token) for token in words[3:] if token.dep_ == "nsubj" and token.ent_type_ == "LOC"])


def _hang(name: Token) -> bool:
    verb, first = name.head, name.left_edge
    if first.text == ",":
        first = name
    comma = first.nbor(-1)
    if first is not name or comma.text != "," or not verb.i < name.i:
        return False
    place = comma.nbor(-1)
    while place.dep_ in ("flat", "compound") and place.head.i < place.i:
        place = place.head
    others = [c for c in verb.children if c.dep_ == "nsubj" and c is not name]
    if place.ent_type_ != "LOC" or place.i <= verb.i or not any(verb.i < s.i < place.i for s in others):
        return False
    hang(name, place, "appos")
    return True

"""The actor right before a verb, where the parse finds nobody who does it."""

from __future__ import annotations

from ..model import Argument
from . import syntax
from .participants import Participants
from .tokens import Token


def actor_before(verb: Token, participants: Participants) -> Argument | None:
    """The actor right before a finite verb, or the verb it is joined to, where the parse finds none."""
    verb = syntax.first_conjunct(verb)
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in ("ADV", "AUX"):
        index -= 1
    if verb.doc[index].text == ",":
        index = _before_aside(verb, index)
    found = participants.resolved.ending_at(index)
    if found is None:
        return None
    candidate, referent = found
    if syntax.in_prepositional_phrase(verb.doc[candidate.head]):
        return None  # "the file he shared with Hale contained it": not Hale
    head = verb.doc[candidate.head]
    whole = syntax.whole_phrase(head)
    if whole != head:  # "Office of the Inspector General for the North"
        return participants.argument("agent", whole) if participants.is_actor(whole) else None
    return Argument("agent", participants.reading.passage(candidate.first, candidate.last), referent.key)


def _before_aside(verb: Token, comma: int) -> int:
    """The last word before an aside that a comma closes: of "Ada Hale, the minister, met", Hale."""
    for index in range(comma - 1, max(verb.sent.start, comma - 12), -1):
        if verb.doc[index].text == ",":
            return index - 1
    return comma

"""Which nouns stand as the subject of a verb, where a parse gives what cannot be one."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token
from .nouns import name_head
from .words import ANY_SUBJECT, in_prepositional_phrase, is_gerund, is_infinitive, preposition

#: Times of day that may stand between a name and its verb.
_TIMES = frozenset(("morning", "afternoon", "evening", "night"))


@remembered
def own_subjects(verb: Token) -> list[Token]:
    """The subjects expressed in a verb's own clause, without what a parse gives and cannot be one.

    A phrase with a preposition is none ("as the candidate of the party"), nor what follows an -ing form
    without an auxiliary ("pointing out where the shop …", "calling for the mill to be closed").
    """
    given = [c for c in verb.children if c.dep_ in ANY_SUBJECT]
    if not given:
        return []
    fit = ("of", "for") if is_infinitive(verb) else ("of",)  # "half of the staff", "for them to leave"
    found = [c for c in given if not in_prepositional_phrase(c) or preposition(c) in fit]
    if not found and given[0].i < verb.i:
        found = _before_preposition(given[0]) or given[:1]  # "On Friday Hale left" as one phrase
    found = [_named_before(c) for c in found]
    bare = is_gerund(verb) and not any(c.dep_ in ("aux", "cop") for c in verb.lefts)
    return [subject for subject in found if subject.i < verb.i or not bare]


def _named_before(noun: Token) -> Token:
    """Who is named before a time that a parse takes for the subject: of "Hale Sunday night left", Hale."""
    if noun.lower_ not in _TIMES:
        return noun
    names = [c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.ent_type_ in ("PERSON", "ORG")]
    return names[0] if names else noun


def _before_preposition(noun: Token) -> list[Token]:
    """The noun that a phrase with a preposition belongs to: of "a man in the crowd asks", the man."""
    opening = noun.left_edge.i
    before = noun.doc[opening - 1] if opening > noun.sent.start else noun
    before = name_head(before)
    return [before] if before != noun and before.pos_ in ("NOUN", "PROPN", "PRON") else []

"""Verbs that no action has: which of them tell of a deed."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .participants import Participants
from .tokens import Token
from .triggers import NO_EFFECT, effect_of, is_conviction


def tells_of_a_deed(verb: Token, participants: Participants, ontology: Ontology) -> bool:
    """Whether a verb that no list has says what an actor does, not what somebody is, has or becomes."""
    if verb.lower_ in ontology.words["StateVerb"] or verb.lower_ in ontology.words["LightVerb"]:
        return False
    operator = effect_of(ontology, "verb", verb) != NO_EFFECT or is_conviction(verb, ontology)
    pleads = verb.lower_ in ontology.words["PleadingVerb"]
    if operator or (syntax.says_how_it_is(verb) and not pleads):
        return False
    return any(map(participants.is_actor, syntax.subjects(verb)))

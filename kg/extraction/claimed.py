"""What stands inside a claim or a judgement, so that nobody vouches for it there."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import NO_EFFECT, effect_of


def is_claimed(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether somebody is first named in a clause that says what a claim is: "claims that she hit a man"."""
    if not any(word.lower_ in ("a", "an") for word in syntax.determiners(noun)):
        return False
    apart = verb.left_edge.is_punct or verb.left_edge.nbor(-1).is_punct
    above = syntax.governing_verb(noun)
    told = None if above is None or not syntax.is_noun_clause(above) else syntax.governor(above)
    return told is not None and not apart and effect_of(ontology, "noun", told).unreal


def is_judged(verb: Token, ontology: Ontology) -> bool:
    """Whether an infinitive is only said to be good or bad: "it is wrong to say that Hale left"."""
    above = syntax.governor(verb)
    if above is None or above.pos_ != "ADJ" or not syntax.is_predicate(above):
        return False
    return effect_of(ontology, "adjective", above) == NO_EFFECT

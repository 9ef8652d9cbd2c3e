"""Deeds that "or" joins: open which it was, but denied all: "did not sue or go"."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import effect_of, evocation


def denies_each(verb: Token, ontology: Ontology) -> bool:
    """Whether a denial holds for all that "or" joins, and leaves none open."""
    first = syntax.first_conjunct(verb)
    later = syntax.joined(first)[1:]
    if syntax.auxiliaries(first) and not all(map(syntax.auxiliaries, later)):
        return False  # "did not sue or paid"
    above = syntax.governor(first)
    if not later or any(map(syntax.own_subjects, later)) or any(map(syntax.own_auxiliaries, later)):
        having = [a.lower_ == "having" for verb in later for a in syntax.own_auxiliaries(verb)[:1]]
        if not having or not all(having):
            return False
    if any("Neg" in word.morph.get("Polarity", ()) for word in syntax.adverbs(first)):
        return True
    be = syntax.arranging(first)
    if be is not None and effect_of(ontology, "verb", be).negative:
        return True  # "has yet to sue or go"
    if above is not None and syntax.is_infinitive(first) and syntax.is_complement(first):
        return effect_of(ontology, "verb", above).negative  # "failed to sue or go"
    deed = syntax.is_gerund(first) or syntax.is_perfect_gerund(first) or syntax.is_complement(first)
    evoked = evocation(above, ontology) if deed and above is not None and syntax.is_verb(above) else None
    return evoked is not None and evoked.action.content_negative

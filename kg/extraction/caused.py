"""Whom a verb makes do something, so that it was done."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token


def is_caused(verb: Token, above: Token, ontology: Ontology) -> bool:
    """Whether somebody is made to do what a verb says: "made Marsh resign", "forced Marsh to resign"."""
    if verb.tag_ != "VB" or verb.i < above.i or syntax.own_auxiliaries(verb):
        return False
    if above.lemma_ == "make":
        return syntax.is_infinitive(verb) == syntax.passive(above)
    bare = syntax.is_gerund(above) and not syntax.auxiliaries(above)
    if bare and not syntax.is_adverbial_clause(above):  # as "the vote failed, forcing Marsh to resign" has
        return False  # "forcing Marsh to resign would be wrong"
    driven = bool(syntax.objects(above)) or syntax.passive(above)
    return driven and syntax.is_infinitive(verb) and above.lemma_ in ontology.words["DrivingVerb"]

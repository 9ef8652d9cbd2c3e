"""Whom a verb makes do something, so that it was done."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token

#: Those who can be led to do something.
_DOERS = frozenset(("person", "organization", "place"))


def is_caused(verb: Token, above: Token, ontology: Ontology) -> bool:
    """Whether somebody is made to do what a verb says: "made Marsh resign", "forced Marsh to resign"."""
    if verb.tag_ != "VB" or verb.i < above.i or syntax.own_auxiliaries(verb):
        return False
    if above.lemma_ == "make":
        return syntax.is_infinitive(verb) == syntax.passive(above)
    bare = syntax.is_gerund(above) and not syntax.auxiliaries(above)
    if bare and not syntax.is_adverbial_clause(above):  # as "the vote failed, forcing Marsh to resign" has
        return False  # "forcing Marsh to resign would be wrong"
    whom = [*syntax.objects(above), *syntax.indirect_objects(above)]
    if above.lower_ in ontology.words["LeadingVerb"]:  # "led voters to say so", not "led a march to say so"
        kinds = {verb.doc.mention_heads.get(noun.i) for noun in whom} if not syntax.passive(above) else set()
        return syntax.is_infinitive(verb) and not kinds.isdisjoint(_DOERS)
    driven = bool(whom) or syntax.passive(above)
    return driven and syntax.is_infinitive(verb) and above.lemma_ in ontology.words["DrivingVerb"]


def is_seen(verb: Token, above: Token, ontology: Ontology) -> bool:
    """Whether somebody saw or heard done what a bare verb says: "watched Marsh fall".

    What is seen now may be foreseen: "sees prices rise".
    """
    if verb.tag_ != "VB" or verb.i < above.i or syntax.is_infinitive(verb) or syntax.own_auxiliaries(verb):
        return False
    past = syntax.tense(above) in ("past", "perfect") and not syntax.passive(above)
    return past and above.lower_ in ontology.words["WitnessingVerb"]


def is_made_easy(verb: Token, above: Token) -> bool:
    """Whether somebody is only enabled to do something: "made it possible for Marsh to win"."""
    return above.pos_ == "ADJ" and bool(syntax.own_subjects(verb))

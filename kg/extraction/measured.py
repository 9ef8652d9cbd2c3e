"""What "enough", "too" and what is needed say of an infinitive below them."""

from __future__ import annotations

from ..model import Modality
from ..ontology import Ontology
from . import syntax
from .reality import Frame
from .tokens import Token
from .triggers import effect_of


def measured_by(verb: Token, above: Token, ontology: Ontology) -> Frame | None:
    """What "enough" and "too" say of an infinitive: "strong enough to win", "too weak to win".

    What something is needed for is a purpose, and nobody's duty: "needs more votes to pass it".
    """
    if above.lower_ in ontology.words["MeansVerb"] and not syntax.passive(above):
        needed = syntax.objects(above)
        if needed and not any(noun in syntax.subjects(verb) for noun in needed):
            return Frame(Modality.PLANNED, asserted=False)
    adverbs = syntax.adverbs(above)
    if syntax.is_verb(above):  # "won enough votes to govern"
        adverbs = [*adverbs, *(w for noun in syntax.objects(above) for w in syntax.attributes(noun))]
    if not ontology.words["EnoughAdverb"].isdisjoint((above.lower_, *(w.lower_ for w in adverbs))):
        return Frame(Modality.POSSIBLE, asserted=False)
    words = [w.lower_ for w in adverbs]
    if syntax.is_verb(above) or "too" not in words or above.lower_ in ontology.words["ReadyAdjective"]:
        return None  # "was too ready to fight"
    denied = any(effect_of(ontology, "adverb", w).negative for w in adverbs)
    return Frame(Modality.POSSIBLE, negative=not denied, asserted=False)

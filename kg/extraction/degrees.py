"""How far a clause is so: "mainly not", "not yet fully", "barely", "almost", "did little to".

The words are data: ontology/operators.ttl. "Mainly" and "partly" leave the polarity as it is; the others come
with a denial.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Degree
from ..ontology import Effect, Ontology
from . import syntax
from .tokens import Token
from .triggers import NO_EFFECT, effect_of

#: An adverb of a clause with what it does there.
Said = tuple[Token, Effect]


def fits(word: Token, effect: Effect, verb: Token, ontology: Ontology) -> bool:
    """Whether an adverb tells how far its clause is so, not how far some phrase of it is.

    "Nearly" tells it right before the verb or what belongs to it ("nearly left"), and of anything else only
    how much of that; "mainly" behind the verb is of what follows it ("met mainly to talk", "partly because").
    """
    if effect.degree is None or (word.i > verb.i and word.i + 1 == len(word.doc)):
        return True
    if word.head.pos_ == "ADV" and not effect_of(ontology, "adverb", word.head).negative:
        return False  # "almost certainly"
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    if effect.degree is Degree.ALMOST:
        return word.i < verb.i and following.pos_ in ("VERB", "AUX", "ADV", "PART")
    return word.i < verb.i or following.pos_ not in ("ADP", "SCONJ", "PART")


def degree(said: Sequence[Said], ontology: Ontology, *, negative: bool) -> Degree | None:
    """How far a clause is so, or not so, by its adverbs; none where they do not say.

    Args:
        said: the adverbs of the clause.
        ontology: what they mean.
        negative: whether the clause is denied by one of its words.
    """
    if not said:
        return None
    found = next((effect.degree for _, effect in said if effect.degree is not None), None)
    denied = negative and (found is None or any(e.negative and e.degree is None for _, e in said))
    if not denied:
        return found
    if found in (Degree.MAINLY, Degree.PARTLY):
        return found  # "mainly not"
    if found is not None:
        return Degree.HARDLY  # "almost never"
    words = {word.lower_ for word, _ in said}
    if words & ontology.words["FullAdverb"]:
        return Degree.NOT_FULLY
    return Degree.TOO_LITTLE if words & ontology.words["EnoughAdverb"] else None


def amount_done(verb: Token, ontology: Ontology) -> Effect | None:
    """What the object of "do" says of a clause that it is done for: "did nothing to …", "too little to …"."""
    effects = (effect_of(ontology, "amount", thing) for thing in syntax.objects(verb))
    return next((effect for effect in effects if effect != NO_EFFECT), None)

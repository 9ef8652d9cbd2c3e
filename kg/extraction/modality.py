"""How real a clause says its happening is: actual, planned, possible or obliged, and whether it is denied."""

from __future__ import annotations

from spacy.tokens import Token

from ..model import Modality, Polarity
from ..ontology import Effect, Ontology
from . import syntax
from .triggers import evocation

Reality = tuple[Modality, Polarity]
ACTUAL: Reality = (Modality.ACTUAL, Polarity.POSITIVE)
_OPEN = frozenset(("if", "unless", "whether", "lest", "once", "until"))
_DEPTH = 6


def reality(verb: Token, ontology: Ontology) -> Reality | None:
    """The modality and polarity of a verb's clause; none where it asserts nothing, as a question."""
    if _asserts_nothing(verb):
        return None
    return _reality(verb, ontology, 0)


def noun_reality(noun: Token, ontology: Ontology) -> Reality | None:
    """The modality of what a trigger noun names: actual, unless what is said of it makes it a wish or a plan.

    "Labour's rejection of …" presupposes that it happened; "called for her resignation" and "will announce
    its support" do not.
    """
    if any(_effect(ontology, "determiner", d).negative for d in syntax.determiners(noun)):
        return Modality.ACTUAL, Polarity.NEGATIVE
    verb = syntax.governing_verb(noun)
    if verb is None:
        return None if noun.sent[-1].text == "?" else ACTUAL
    evoked = evocation(verb, ontology)
    if evoked and evoked.action.content_modality and not syntax.is_subject_of(noun, verb):
        return evoked.action.content_modality, Polarity.POSITIVE
    above = reality(verb, ontology)
    if above is None:
        return None
    modality, polarity = above
    if polarity is Polarity.NEGATIVE and modality is Modality.ACTUAL:
        return Modality.POSSIBLE, Polarity.POSITIVE
    return modality, Polarity.POSITIVE


def _asserts_nothing(verb: Token) -> bool:
    if verb.sent[-1].text == "?" or (len(verb.sent) > 1 and verb.sent[-2].text == "?"):
        return True
    if syntax.is_imperative(verb):
        return True
    token: Token | None = verb
    while token is not None:
        if syntax.marker(token) in _OPEN:
            return True
        token = syntax.governor(token)
    return False


def _effect(ontology: Ontology, part: str, token: Token) -> Effect:
    operators = ontology.operators
    pair = f"{token.nbor(-1).lower_} {token.lower_}" if token.i else ""  # "no longer"
    known = (operators.get((part, word)) for word in (pair, token.lower_, token.lemma_))
    return next((effect for effect in known if effect is not None), Effect())


def _reality(verb: Token, ontology: Ontology, depth: int) -> Reality:
    negative = _negated(verb, ontology)
    modality = _own_modality(verb, ontology)
    above_modality, above_negative = _from_above(verb, ontology, depth) if depth < _DEPTH else (None, False)
    if modality is None:
        modality = above_modality or Modality.ACTUAL
    negative = negative != above_negative
    return modality, Polarity.NEGATIVE if negative else Polarity.POSITIVE


def _negated(verb: Token, ontology: Ontology) -> bool:
    words = [*syntax.adverbs(verb), *(a for aux in syntax.auxiliaries(verb) for a in syntax.adverbs(aux))]
    if syntax.is_coordinated(verb) and not syntax.own_auxiliaries(verb) and syntax.auxiliaries(verb):
        words += [w for w in syntax.adverbs(verb.head) if "Neg" in w.morph.get("Polarity", [])]
    negative = any(_effect(ontology, "adverb", word).negative for word in words)
    arguments = [*syntax.own_subjects(verb), *syntax.objects(verb)]
    none_of = any(
        _effect(ontology, "determiner", word).negative
        for noun in arguments
        for word in (*syntax.determiners(noun), noun)
    )
    return negative != none_of


def _own_modality(verb: Token, ontology: Ontology) -> Modality | None:
    """What its own auxiliaries and hedging adverbs say."""
    for auxiliary in syntax.auxiliaries(verb):
        if auxiliary.lower_ in ("would", "’d", "'d") and _told_in_the_past(verb):
            return Modality.PLANNED  # the future of the past: "she said the audit would look at …"
        if modality := _effect(ontology, "modal", auxiliary).modality:
            return modality
    if syntax.is_infinitive(verb) and any(a.lemma_ == "be" for a in syntax.own_auxiliaries(verb)):
        return Modality.PLANNED if not syntax.passive(verb) else None  # "is to chair"
    return next(
        (m for word in syntax.adverbs(verb) if (m := _effect(ontology, "adverb", word).modality)), None
    )


def _told_in_the_past(verb: Token) -> bool:
    first = syntax.first_conjunct(verb)
    above = syntax.governor(first)
    return above is not None and syntax.is_complement(first) and "Past" in above.morph.get("Tense", [])


def _from_above(verb: Token, ontology: Ontology, depth: int) -> tuple[Modality | None, bool]:
    """What the clause above says of a clause: its modality, and whether it denies it."""
    above = syntax.governor(verb)
    if above is None:
        return None, False
    if syntax.is_coordinated(verb) and syntax.is_verb(above):
        if syntax.own_subjects(verb) or syntax.own_auxiliaries(verb):
            return None, False
        first = syntax.first_conjunct(verb)
        if not syntax.infinitive_or_participle(first) and not syntax.auxiliaries(first):
            return None, False
        return _reality(first, ontology, depth + 1)[0], False
    tenseless = syntax.infinitive_or_participle(verb)
    if syntax.is_noun_clause(verb) and not syntax.is_verb(above):
        without = any(_effect(ontology, "determiner", word).negative for word in syntax.determiners(above))
        return _from_noun(verb, above, ontology), without  # "had no plans to leave"
    if syntax.is_complement(verb):
        evoked = evocation(above, ontology) if syntax.is_verb(above) else None
        denied = bool(evoked and evoked.action.content_negative)
        if not tenseless and verb.tag_ != "VB":
            return None, denied
        for part in ("verb", "adjective"):
            effect = _effect(ontology, part, above)
            if effect != Effect():
                modality, polarity = _reality(above, ontology, depth + 1)
                stronger = effect.modality if effect.modality not in (None, Modality.ACTUAL) else modality
                return stronger, effect.negative != (polarity is Polarity.NEGATIVE)
        if evoked and evoked.action.content_modality and not syntax.is_gerund(verb):
            return evoked.action.content_modality, denied
        if evoked is None and syntax.is_infinitive(verb):
            return Modality.PLANNED, False
        return (_reality(above, ontology, depth + 1)[0] if syntax.is_verb(above) else None), denied
    if syntax.is_adverbial_clause(verb) and tenseless:
        if syntax.is_infinitive(verb):
            return Modality.PLANNED, False  # purpose
        return (_reality(above, ontology, depth + 1)[0] if syntax.is_verb(above) else None), False
    return None, False


def _from_noun(verb: Token, noun: Token, ontology: Ontology) -> Modality | None:
    """An infinitive after a noun is what was decided, planned or made possible: never yet a fact."""
    if not syntax.is_infinitive(verb):
        return None
    action = ontology.nouns.get(noun.lower_)
    return (action.content_modality if action else None) or Modality.PLANNED

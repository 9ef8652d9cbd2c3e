"""What a word in its sentence is looked up as: the action it evokes, the operator it is."""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology import Effect, Evocation, Ontology
from . import syntax
from .remembered import remembered_by
from .senses import fits
from .tokens import Token

#: What a word does that is no operator.
NO_EFFECT = Effect()


@remembered_by
def evocation(verb: Token, ontology: Ontology) -> Evocation | None:
    """What a verb evokes, the longest expression first: "turn down" before "turn".

    None where the verb is not in the lexicon, or only with words that do not stand by it, or in senses that
    what fills its slots does not fit.
    """
    ways = () if is_conviction(verb, ontology) else _ways(verb, ontology)
    for way in [w for w in ways if w.lemma == verb.lemma_] or ways:  # "found a way" founds nothing
        if syntax.followed_by(verb, way.rest) and fits(verb, way, ontology):
            return way
    return None


def _ways(verb: Token, ontology: Ontology) -> Sequence[Evocation]:
    """What a verb may evoke; with a prefix and a hyphen what both evoke as one word, if that is known.

    Else a prefix that makes no other verb of it is passed over: "co-founded", not "de-listed".
    """
    if not syntax.is_second_part(verb):
        return ontology.evoked_by(verb.lower_, verb.lemma_)
    prefix = verb.doc[verb.i - 2].lower_
    whole = ontology.evoked_by(prefix + verb.lower_, prefix + verb.lemma_)
    kept = prefix in ontology.words["VerbPrefix"] and prefix not in ontology.words["TurningPrefix"]
    return whole or (ontology.evoked_by(verb.lower_, verb.lemma_) if kept else ())


def trigger_tokens(verb: Token, rest: tuple[str, ...]) -> list[Token]:
    """A verb, with its prefix, and the words of its expression that stand by it, in order."""
    found = [verb]
    if syntax.is_second_part(verb):
        found = [verb.doc[verb.i - 2], verb]
    for word in rest:
        following = verb.doc[found[-1].i + 1 : verb.sent.end]
        nearest = next((t for t in following if t.lower_ == word), None)
        if nearest is not None:
            found.append(nearest)
    return found


def effect_of(ontology: Ontology, part: str, token: Token) -> Effect:
    """What a word does, as an operator of some part of speech, to the clause or noun that it governs."""
    doc, here = token.doc, token.lower_
    listed = ontology.operator_words.get(part, ())
    if here not in listed and token.lemma_ not in listed:
        return NO_EFFECT
    before, after = doc[max(token.i - 2, 0) : token.i], doc[token.i + 1 : token.i + 2]
    words = [f"{here} {word.lower_}" for word in (*after, *syntax.particles(token))]  # "ruled out"
    words += [f"{word.lower_} {here}" for word in before[-1:]]  # "no longer"
    if len(before) == 2 and before[1].text == "-":
        words.append(f"{before[0].lower_}-{here}")  # "so-called", in three tokens
    known = (ontology.operators.get((part, word)) for word in (*words, here, token.lemma_))
    return next((effect for effect in known if effect is not None), NO_EFFECT)


def is_conviction(token: Token, ontology: Ontology) -> bool:
    """Whether a word says of somebody that he is sure of something: "is sure that", "were convinced that"."""
    if token.lower_ not in ontology.words["ConvictionAdjective"]:
        return False
    clauses = syntax.complements(token)
    nobody = any(s.lower_ == "it" or syntax.is_verb(s) for s in syntax.own_subjects(token))
    if nobody or syntax.has_place_holder(token) or any(map(syntax.infinitive_or_participle, clauses)):
        return False  # "it is clear that Marsh lied", "Hale is sure to win"
    if syntax.is_predicate(token):
        return True
    return bool(clauses) and syntax.passive(token) and not syntax.doers_of_passive(token)

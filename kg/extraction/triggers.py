"""What a word in its sentence is looked up as: the action it evokes, the operator it is."""

from __future__ import annotations

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
    if syntax.is_second_part(verb) and verb.doc[verb.i - 2].lower_ not in ontology.words["VerbPrefix"]:
        return None  # "flip-flopped"
    ways = ontology.evoked_by(verb.lower_, verb.lemma_)
    for way in [w for w in ways if w.lemma == verb.lemma_] or ways:  # "found a way" founds nothing
        if syntax.followed_by(verb, way.rest) and fits(verb, way, ontology):
            return way
    return None


def trigger_tokens(verb: Token, rest: tuple[str, ...]) -> list[Token]:
    """A verb and the words of its expression that stand by it, in order."""
    found = [verb]
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

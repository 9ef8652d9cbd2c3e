"""The verb that lends a trigger noun its subject: "launched a barrage of attacks", "resigned in protest"."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import evocation

#: What leads from such a noun to what it is about: "in protest at the sale".
_AIMED = frozenset(("of", "at", "to", "for", "against", "over"))


def light_verb(noun: Token, ontology: Ontology) -> Token | None:
    """The light verb that governs a trigger noun, looked for above a quantity: "a barrage of attacks"."""
    head = noun
    above = syntax.governor(noun)
    own = any(owner.pos_ == "PRON" for owner in syntax.possessors(noun))
    if syntax.is_definite(noun) and not own:
        return None
    if above is not None and _measures(above, ontology):
        head, above = above, syntax.governor(above)
    if above is None or not syntax.is_verb(above) or above.lower_ not in ontology.words["LightVerb"]:
        return None
    evoked = evocation(above, ontology) if own else None
    if evoked is not None and evoked.action.reports:
        return None  # "repeated their offer" tells of the telling, "held their first meeting" of the meeting
    return above if head in syntax.objects(above) else None


def _measures(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun only says how much or how long there is of what follows: "three hours of talks"."""
    return noun.lower_ in ontology.words["QuantityNoun"] or noun.lower_ in ontology.words["TimeNoun"]


def things_made(verb: Token, ontology: Ontology) -> list[Token]:
    """The trigger nouns that a verb governs, looked for behind quantities."""
    found = []
    for noun in syntax.objects(verb):
        inner = [m for word, m in syntax.noun_modifiers(noun) if word == "of"]
        found += inner if _measures(noun, ontology) else [noun]
    return [noun for noun in found if noun.lower_ in ontology.nouns]


def things_lent(verb: Token, ontology: Ontology) -> list[Token]:
    """The trigger nouns to which a light verb lends its subject."""
    if verb.lower_ not in ontology.words["LightVerb"]:
        return []
    return [noun for noun in things_made(verb, ontology) if light_verb(noun, ontology) == verb]


def beside(noun: Token, light: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases that the parse gave to the light verb or a quantity noun."""
    yield from ((word, head) for word, head in syntax.obliques(light) if head.i > noun.i)
    above = syntax.governor(noun)
    if above is not None and above != light:
        yield from ((word, head) for word, head in syntax.noun_modifiers(above) if head != noun)


def givers(noun: Token, light: Token) -> list[Token]:
    """Who did what somebody only has from them: of "has promises from Marsh", Marsh."""
    if light.lemma_ != "have":
        return []
    phrases = (*syntax.noun_modifiers(noun), *beside(noun, light))
    return list(dict.fromkeys(head for word, head in phrases if word == "from"))


def verb_done_in(noun: Token, ontology: Ontology) -> Token | None:
    """The verb whose deed says something by itself, as a phrase with "in" tells: "resigned in protest"."""
    if noun.lower_ not in ontology.words["StandingNoun"] or syntax.preposition(noun) != "in":
        return None
    if noun.left_edge.i != noun.i - 1 or not any(word in _AIMED for word, _ in syntax.noun_modifiers(noun)):
        return None  # "in the protest": an occasion as well; "locked in support among voters"
    above = syntax.governor(noun)
    if above is None or syntax.is_verb(above):
        verb = above
    else:
        verb = syntax.governor(above)
        if verb is None or above.i < verb.i:
            return None  # "a fall in support for Hale pleased Marsh": the fall is no doer
    return verb if verb is not None and syntax.is_verb(verb) and not syntax.passive(verb) else None


def parties_between(noun: Token) -> list[Token]:
    """Those who do something with each other, as a noun that no other noun governs says: "talks between".

    Of "hopes for talks between them" or "to hold talks between them" it is not said that there were any.
    """
    above = syntax.governor(noun)
    if above is not None and (not syntax.is_verb(above) or syntax.is_infinitive(above)):
        return []
    found = [head for word, head in syntax.noun_modifiers(noun) if word in ("between", "among")]
    return found if len(found) > 1 else []

"""Whether what fills the slots of a verb fits one of its senses; the senses are data in actions.ttl."""

from __future__ import annotations

from ..ontology import Evocation, Ontology
from ..senses import Filler, Requirement
from . import syntax
from .tokens import Token

_LABELS = {"Person": ("PERSON", "NORP"), "Organisation": ("ORG",), "Place": ("LOC", "GPE")}
_HEADS = {"Person": "person", "Organisation": "organization", "Place": "place"}
_SOMEBODY = frozenset(
    ("he", "him", "himself", "she", "her", "herself", "i", "me", "you", "us", "who", "whom"),
)


def fits(verb: Token, way: Evocation, ontology: Ontology) -> bool:
    """Whether a verb in its sentence can have the sense of a way to evoke an action.

    A particle that is no part of the expression makes another verb of it: "dropped out" is not "dropped".
    """
    if any(particle.lower_ not in way.rest for particle in syntax.particles(verb)):
        return False
    if way.rest[-1:] == ("by",) and syntax.passive(verb) and not syntax.governed(verb, "by"):
        return False  # behind a passive, "by" leads to the doer
    return way.requires is None or _holds(verb, way, way.requires, ontology)


def _holds(verb: Token, way: Evocation, requirement: Requirement, ontology: Ontology) -> bool:
    if requirement.besides is not None and not _holds(verb, way, requirement.besides, ontology):
        return False
    heads = _heads(verb, way, requirement.slot)
    if requirement.refused and any(_is(head, requirement.refused, ontology) for head in heads):
        return False
    return not requirement.wanted or any(_is(head, requirement.wanted, ontology) for head in heads)


def _heads(verb: Token, way: Evocation, slot: str) -> list[Token]:
    match slot:
        case "obj" if way.rest:
            return syntax.governed(verb, way.rest[-1]) or syntax.objects(verb)
        case "obj":
            return syntax.objects(verb)
        case "subj":
            return syntax.subjects(verb)
        case "comp":
            return syntax.complements(verb) or syntax.told_clauses(verb)
        case "attribute":
            return syntax.attributed(verb)
        case "adverb":
            return syntax.adverbs_after(verb)
        case "aux":
            return syntax.own_auxiliaries(verb)
        case "above":
            above = syntax.governor(verb) if syntax.is_complement(verb) else None
            return [] if above is None else [above]
    if slot == "by" and syntax.passive(verb):
        return syntax.subjects(verb)
    beside = [noun for word, noun in syntax.obliques(verb) if word == slot and noun.i > verb.i]
    if slot == "as":  # "seen as having paid", "seen as dull"
        beside += syntax.taken_as(verb)
    if beside or slot != "in":
        return beside
    # "an embassy in Oxley": the parse may not tell what the phrase belongs to.
    return [
        noun for head in syntax.objects(verb) for word, noun in syntax.noun_modifiers(head) if word == slot
    ]


def _is(head: Token, filler: Filler, ontology: Ontology) -> bool:
    """Whether the head of a slot, or what it counts ("a series of talks"), is what is asked for."""
    return any(_is_one(token, filler, ontology) for token in (head, *syntax.counted(head)))


def _is_one(token: Token, filler: Filler, ontology: Ontology) -> bool:
    if token.lower_ in filler.words or token.lemma_.lower() in filler.words:
        return True
    if filler.pairs and token.i and f"{token.nbor(-1).lower_} {token.lemma_.lower()}" in filler.pairs:
        return True
    for kind in filler.kinds:
        match kind:
            case "Entity":
                return True
            case "Action" if token.pos_ == "NOUN" and token.lower_ in ontology.nouns:
                return True
            case "Sum" if token.like_num or token.is_currency or token.pos_ in ("NUM", "SYM"):
                return True
            case "Sum" | "Measure" if syntax.is_measure(token):
                return True
            case "Person" | "Organisation" | "Place" if _is_called(token, kind):
                return True
            case "QuestionClause" if syntax.asks(token):
                return True
            case "FullClause" if syntax.own_subjects(token):
                return True
            case "ThatClause" if "that" in syntax.markers(token):
                return True
            case "Infinitive" if syntax.is_infinitive(token):
                return True
            case "Gerund" if syntax.is_gerund(token):
                return True
        if token.lower_ in ontology.words[kind]:
            return True
    return False


def _is_called(token: Token, kind: str) -> bool:
    """Whether a pronoun, a name, or a noun as the pipeline reads it stands for a person, body or place."""
    if token.ent_type_:
        return token.ent_type_ in _LABELS[kind]
    if token.lower_ in _SOMEBODY:
        return kind == "Person"
    return token.doc.mention_heads.get(token.i) == _HEADS[kind]

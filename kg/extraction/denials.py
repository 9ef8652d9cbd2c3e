"""Sentences that deny, or call untrue, what the one before them says: "He denies it.", "That is false."."""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import effect_of
from .word_lists import any_list

#: How many words such a sentence may have.
_LONGEST = 14
#: How many words such a sentence without a verb may have.
_SHORTEST = 5
_POINTERS = frozenset(("it", "this", "that", "them", "these", "those"))
_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "all", "both", "any", "such", "every", "each")
)


def denies_what_was_said(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether the sentence right after some words denies them, wherever its paragraph ends."""
    following = _following(words)
    if len(following) > _LONGEST or not is_denial(following, ontology):
        return False
    known = {t.lower_ for t in words if t.pos_ == "NOUN"}  # "imposed a charge": the charge is that one
    return not any(t.lower_ in known and t.lower_ in _claims(ontology) for t in following)


def doubts_what_was_said(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether the sentence right after some words only leaves them open: "Allegedly.", "Or not."."""
    following = [t.lower_ for t in _following(words) if not t.is_punct]
    return len(following) <= _SHORTEST and " ".join(following) in ontology.words["DoubtingSentence"]


def denies_a_charge(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether the sentence right after some words denies an offence: "He denies murder."."""
    following = _following(words)
    if any(t.lower_.startswith("plead") for t in following):
        return "not guilty" in " ".join(t.lower_ for t in following)
    named = any_list(ontology, "OffenceNoun", "MisdeedNoun")
    verb = next((t for t in following if syntax.is_verb(t)), None)
    if verb is None or not _denies(verb, ontology) or _is_negated(verb, ontology):
        return False
    return any(aim.lower_ in named for aim in syntax.objects(verb))


def _following(words: Sequence[Token]) -> list[Token]:
    """The sentence right after some words, wherever their paragraph ends; nothing after a question."""
    if not words or words[-1].text not in (".", "!", "”", '"', ")"):
        return []
    doc, index = words[-1].doc, words[-1].i + 1
    while index < len(doc) and doc[index].is_space:
        index += 1
    return [] if index >= len(doc) else [token for token in doc[index].sent if not token.is_space]


def is_denial(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether a short clause only denies what went before: its object, or its subject, points back at it."""
    verb = next((t for t in words if syntax.is_verb(t) and _denies(t, ontology)), None)
    if verb is not None:
        if any(syntax.is_verb(t) and not syntax.is_attributive(t) for t in words if t.i < verb.i):
            return False
        aims = syntax.objects(verb)
        return len(aims) > 0 and not _is_negated(verb, ontology) and _points_back(verb, aims[0], ontology)
    if any_list(ontology, "TrueWord", "UntrueWord").isdisjoint([t.lower_ for t in words]):
        return False
    return _is_called_untrue(words, ontology) or any(_calls_untrue(t, words, ontology) for t in words)


def _denies(verb: Token, ontology: Ontology) -> bool:
    return verb.lower_ in any_list(ontology, "DenyingVerb", "DismissingVerb")


def _is_negated(verb: Token, ontology: Ontology) -> bool:
    beside = [*syntax.adverbs(verb), *(a for aux in syntax.auxiliaries(verb) for a in syntax.adverbs(aux))]
    modal = any(effect_of(ontology, "modal", aux).modality for aux in syntax.auxiliaries(verb))
    return modal or any(effect_of(ontology, "adverb", word).negative for word in beside)


def _points_back(verb: Token, aim: Token, ontology: Ontology) -> bool:
    """Whether what is denied is what was said: "it", "the allegations", not "the allegation that he lied"."""
    if aim.lower_ in _POINTERS and not list(aim.children):
        return verb.lower_ in ontology.words["DenyingVerb"]
    return _names_it(aim, ontology)


def _names_it(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun is a claim that is known already, and says no more of what it claims."""
    more = [
        *syntax.clausal_modifiers(noun),
        *(m for word, m in syntax.noun_modifiers(noun) if word != "against"),
    ]
    if noun.lower_ not in _claims(ontology) or more:
        return False
    before = [*syntax.determiners(noun), *(t for t in noun.lefts if t.lower_ in _DEFINITE)]
    return any(t.lower_ in _DEFINITE for t in before)


def _claims(ontology: Ontology) -> frozenset[str]:
    return any_list(ontology, "DisputedNoun", "DeniableNoun")


def _calls_untrue(verb: Token, words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether somebody calls "it" or "the claim" untrue: "She called the claim a lie."."""
    if (
        not syntax.is_verb(verb)
        or verb.lower_ not in ontology.words["NamingVerb"]
        or _is_negated(verb, ontology)
    ):
        return False
    aims = syntax.objects(verb)
    named = bool(aims) and (aims[0].lower_ in _POINTERS or _names_it(aims[0], ontology))
    return named and any(t.i > verb.i and t.lower_ in ontology.words["UntrueWord"] for t in words)


def _is_called_untrue(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether "that" or "the claim" is said to be false, or not true."""
    lists = ontology.words
    predicate = next((t for t in words if syntax.predicate_subjects(t)), None)
    if predicate is None:
        return False
    own = syntax.predicate_subjects(predicate)
    if not own or not (own[0].lower_ in ("it", "this", "that") or _names_it(own[0], ontology)):
        return False
    if any(t.i > predicate.i and (syntax.is_verb(t) or t.lower_ == "that") for t in words):
        return False  # "it is untrue that …" speaks of what comes
    negative = any(effect_of(ontology, "adverb", word).negative for word in syntax.adverbs(predicate))
    return predicate.lower_ in (lists["TrueWord"] if negative else lists["UntrueWord"])

"""Clauses of nouns for claims, hung on the verb above: "dismissed reports she sacked Marsh"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, has, has_tense, subject

_UNDER = ("conj", "ccomp", "parataxis", "advcl", "acl:relcl", "dep")


def hang_claims(words: Words, ontology: Ontology) -> bool:
    """Hang a clause that begins right after a noun for a claim on that noun: it says what is claimed.

    Where the claim is denied, the clause is what is denied.
    """
    nouns = [noun for noun in words[:-1] if noun.pos_ == "NOUN" or noun.tag_ == "VBZ"]
    return any([_hang(noun, ontology) for noun in nouns if _may_claim(noun, ontology)])


def _may_claim(noun: Token, ontology: Ontology) -> bool:
    """Whether a word is a noun for a claim, also where it is taken for a verb that is an object."""
    if noun.lower_ not in ontology.words["TopicNoun"] and not _leaves_open(noun, ontology):
        return False
    taken = noun.tag_ == "VBZ" and noun.dep_ in ("obj", "obl") and noun.head.i < noun.i and is_verb(noun.head)
    return noun.pos_ == "NOUN" or taken


def _leaves_open(noun: Token, ontology: Ontology) -> bool:
    """Whether a word leaves open that there is what it names."""
    listed = ontology.operator_words.get("noun", frozenset())
    if noun.lower_ not in listed and noun.lemma_ not in listed:
        return False
    known = (ontology.operators.get(("noun", word)) for word in (noun.lower_, noun.lemma_))
    return any(effect is not None and effect.unreal for effect in known)


def _hang(noun: Token, ontology: Ontology) -> bool:
    first = noun.nbor()
    clause = next((t for t in first.ancestors if is_verb(t) and t.i > first.i), None)
    if clause is None or clause.dep_ not in _UNDER or clause.head.i > noun.i or not has_tense(clause):
        return False
    own = subject(clause)
    if own is None or own.left_edge is not first or own.tag_ in ("WDT", "WP"):
        return False
    if clause.left_edge is not first or has(clause, "cc", "mark") or first.lower_ in ("that", "which", "who"):
        return False
    if clause.head is not noun and clause.head not in noun.ancestors:
        return False
    bare = not has(clause, "obj", "ccomp")
    if bare and not _may_say_alone(noun, clause, ontology):
        return False  # of "the claims she made" she made them
    noun.pos_, noun.tag_ = "NOUN", "NNS" if noun.tag_ == "VBZ" else noun.tag_
    denying = noun.dep_ == "obj" and _denies(noun.head, ontology)
    hang(clause, noun.head if denying else noun, "ccomp" if denying else "acl")
    return True


def _may_say_alone(noun: Token, clause: Token, ontology: Ontology) -> bool:
    """Whether a clause without an object says what is claimed all the same: "claims she lied"."""
    handled = clause.lemma_ in ontology.words["ClaimHandlingVerb"]
    return noun.lemma_ in ontology.words["ClaimedNoun"] and not handled and not _is_pointed_at(noun)


def _is_pointed_at(noun: Token) -> bool:
    """Whether a noun speaks of claims known before, of which a clause says more: "the claims she met"."""
    return any(c.dep_ == "det" and c.lower_ not in ("a", "an", "any", "no", "some") for c in noun.lefts)


def _denies(verb: Token, ontology: Ontology) -> bool:
    """Whether whoever does a verb says that what is claimed is not so."""
    ways = ontology.evoked_by(verb.lower_, verb.lemma_)
    return any(way.action.reports and way.action.content_negative for way in ways)

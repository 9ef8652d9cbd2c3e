"""Noun phrases that stand for none, or for nobody in particular: "no minister", "anyone"."""

from __future__ import annotations

from ..model import Degree
from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import effect_of


def of_nobody(noun: Token, ontology: Ontology) -> bool:
    """Whether a relative clause is about none: "no minister who met him", "nobody who", "anyone who"."""
    words = (noun, *syntax.determiners(noun))
    return stands_for_none(noun, ontology) or any(word.lower_.startswith("any") for word in words)


def stands_for_none(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun phrase stands for none: "no minister", "nobody", "not a single minister"."""
    determiners, beside = syntax.determiners(noun), syntax.adverbs(noun)
    nearly = noun.lower_ == "nothing" and any(
        effect_of(ontology, "adverb", w).degree is Degree.ALMOST for w in beside
    )
    if nearly or syntax.is_scare_quoted(noun):
        return False  # "told almost nothing", "voters said “no” to it"
    return not_one(noun) or any(effect_of(ontology, "determiner", w).negative for w in (noun, *determiners))


def not_one(noun: Token) -> bool:
    """Whether "not" is set before a single one: "not a single minister", "not one of them"."""
    before = [word.lower_ for word in (*noun.lefts, noun)]
    if "not" not in before[:2]:
        return False
    after = before[before.index("not") + 1 :]
    return after[:1] == ["one"] or after[:2] == ["a", "single"]


def only_compares(verb: Token, ontology: Ontology) -> bool:
    """Whether a clause about none says who did it most: "no town was hurt more by it than Oxley"."""
    if not any(stands_for_none(noun, ontology) for noun in syntax.own_subjects(verb)):
        return False
    than = next((t for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1] if t.lower_ == "than"), None)
    if than is None or any(noun.is_ancestor(than) for noun in syntax.objects(verb) if noun.pos_ == "NOUN"):
        return False
    return any(t.tag_ in ("JJR", "RBR") for t in verb.doc[verb.i + 1 : than.i])


def of_few(noun: Token) -> bool:
    """Whether a noun phrase stands for hardly any: "few", "few mayors", but not "a few"."""
    words = [word.lower_ for word in (*noun.lefts, noun)]
    return "few" in words and "a" not in words and "the" not in words


def but_one(verb: Token, ontology: Ontology) -> bool:
    """Whether all but one are denied to do something, who so did it: "nobody but Hale paid"."""
    for noun in syntax.own_subjects(verb):
        after = verb.doc[noun.i + 1] if noun.i + 1 < len(verb.doc) else noun
        if after.lower_ in ("but", "except", "save", "besides") and stands_for_none(noun, ontology):
            return True
    return False


def cannot_help(verb: Token) -> bool:
    """Whether somebody could only do something: "cannot help but admire"."""
    first = syntax.first_conjunct(verb)
    able = any(word.lower_ in ("can", "could", "ca") for word in syntax.auxiliaries(first))
    after = verb.doc[first.i + 1] if first.i + 1 < len(verb.doc) else first
    return first.lemma_ == "help" and able and (after.lower_ == "but" or syntax.is_gerund(after))

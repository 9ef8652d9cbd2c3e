"""Noun phrases that stand for none, or for nobody in particular: "no minister", "anyone"."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import effect_of


def of_nobody(noun: Token, ontology: Ontology) -> bool:
    """Whether a relative clause is about none: "no minister who met him", "nobody who", "anyone who"."""
    words = (noun, *syntax.determiners(noun))
    return stands_for_none(noun, ontology) or any(word.lower_.startswith("any") for word in words)


def stands_for_none(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun phrase stands for none: "no minister", "nobody"."""
    return any(effect_of(ontology, "determiner", w).negative for w in (noun, *syntax.determiners(noun)))

"""Prefixes that a hyphen parts from their verb, and a parse takes for verbs: "re-opened", "co-wrote"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, take_place


def join_prefixes(words: Words, ontology: Ontology) -> bool:
    """Hang a prefix on the verb after its hyphen, which takes the prefix's place and all that hangs on it."""
    listed = ontology.words["VerbPrefix"]
    changed = False
    for prefix in words[:-2]:
        if prefix.lower_ in listed and is_verb(prefix) and (verb := _after_hyphen(prefix)) is not None:
            _join(prefix, verb, words)
            changed = True
    return changed


def _after_hyphen(prefix: Token) -> Token | None:
    hyphen, verb = prefix.nbor(), prefix.nbor(2)
    joined = hyphen.text == "-" and not prefix.whitespace_ and not hyphen.whitespace_
    return verb if joined and is_verb(verb) else None


def _join(prefix: Token, verb: Token, words: Words) -> None:
    if verb not in prefix.ancestors:
        take_place(verb, prefix)
    for word in words:
        if word.head is prefix and word is not prefix and word is not verb:
            hang(word, verb, word.dep_)
    hang(prefix, verb, "compound")
    prefix.pos_, prefix.tag_ = "X", "AFX"

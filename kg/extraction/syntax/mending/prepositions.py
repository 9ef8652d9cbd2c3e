"""Prepositions that look like participles: "suspended Hale pending an inquiry"."""

from __future__ import annotations

from ....ontology import Ontology
from .hanging import Words, hang, has


def make_prepositions(words: Words, ontology: Ontology) -> bool:
    """Hang the noun behind such a word on what the word hangs on, and the word on the noun."""
    found = False
    for word in words:
        if word.lower_ not in ontology.words["VerbalPreposition"] or word.dep_ not in ("advcl", "acl", "obj"):
            continue
        noun = next((c for c in word.rights if c.dep_ == "obj"), None)
        if noun is None or has(word, "aux", "nsubj", "mark", "obl"):
            continue
        hang(noun, word.head, "obl")
        hang(word, noun, "case")
        word.pos_, word.tag_ = "ADP", "IN"
        found = True
    return found

"""Participles that are prepositions, and limits that are none: "pending an inquiry", "at least four men"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, has

#: What opens a limit that a number may have, as a preposition would.
_LIMITS = {"at": ("least", "most")}


def _part_limit(word: Token) -> bool:
    """Hang "at least" on its number: what it counts has no preposition: "sent at least four men"."""
    after = word.doc[word.i + 1 : min(word.i + 3, word.sent.end)]
    if len(after) < 2 or after[0].lower_ not in _LIMITS[word.lower_] or after[1].pos_ != "NUM":
        return False
    limit, number = after
    noun, verb = word.head, word.head.head
    if word.dep_ != "case" or noun in (limit, number) or number.head is not noun:
        return False
    hang(word, limit, "case")
    hang(limit, number, "advmod")
    if noun.dep_ == "obl" and is_verb(verb) and verb.i == word.i - 1 and not has(verb, "obj"):
        hang(noun, verb, "obj")
    return True


def make_prepositions(words: Words, ontology: Ontology) -> bool:
    """Hang the noun behind such a word on what the word hangs on, and the word on the noun."""
    found = any([_part_limit(word) for word in words if word.lower_ in _LIMITS])
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

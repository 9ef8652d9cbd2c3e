"""The clause behind a noun without which it says little: what the fact is, and which things are meant."""

from __future__ import annotations

from collections.abc import Set

from ..tokens import Token
from .words import is_infinitive, preposition, trimmed


def content_clause(noun: Token) -> int | None:
    """Where the clause ends that tells what a noun is: "the fact that it fell", "interest in buying it"."""
    for child in noun.rights:
        first = child.left_edge
        opens = first.lower_ == "that" or (child.tag_ == "VBG" and first.pos_ in ("ADP", "SCONJ"))
        if opens and child.dep_ in ("acl", "ccomp") and first.dep_ == "mark" and first.i == noun.i + 1:
            return trimmed(child, child.left_edge.i, child.right_edge.i)[1]
    return None


def narrowed_to(noun: Token) -> int:
    """Where the clause ends that says which is meant, or the noun itself: "everything that we stand for"."""
    for child in noun.rights:
        if child.dep_ == "acl:relcl" and child.left_edge.i == noun.i + 1:
            return trimmed(child, child.left_edge.i, child.right_edge.i)[1]
    return noun.i


def is_narrowed_down(noun: Token) -> bool:
    """Whether words tell some of those whom a plural names from others: "all the Greens", "Greens who left".

    A clause behind a comma tells more of all of them.
    """
    if any(c.lower_ == "all" for c in noun.lefts):
        return True
    if noun.i + 1 >= noun.sent.end or noun.nbor().is_punct:
        return False
    clauses = (c for c in noun.rights if c.dep_ in ("acl", "acl:relcl") and c.pos_ in ("VERB", "AUX"))
    return any(c.left_edge.i == noun.i + 1 and c.tag_ != "TO" and not is_infinitive(c) for c in clauses)


def is_language(word: Token, verbs: Set[str]) -> bool:
    """Whether an adjective of a place stands alone for its language: "speaks French", "wrote in French".

    Args:
        word: the adjective.
        verbs: what is done with a language.
    """
    if word.dep_ not in ("obj", "obl", "nmod", "conj") or word.lower_.endswith("s"):
        return False
    first = word.head if word.dep_ == "conj" else word
    if any(c.dep_ in ("det", "nmod:poss", "amod") for c in word.lefts):
        return False
    return preposition(first) in ("in", "into") or (
        first.dep_ == "obj" and first.head.lower_ in verbs and preposition(first) is None
    )

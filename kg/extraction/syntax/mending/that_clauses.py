"""Clauses with "that" which a parse joins to the main clause, or whose subject it gives to the verb above."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, before, hang, subject

#: What stands between one such clause and the next.
_JOINING = ("and", "or", "but", "nor", ",", ";")


def join_that_clauses(words: Words, _: Ontology) -> bool:
    """Give each clause with "that" its place and the subject that stands in it.

    A clause that opens with "and that" goes with the clause before it which opens with "that" too: no main
    clause opens with this "that" and can be joined so, and whoever tells the first tells it too.
    """
    found = any([_make_conjunction(that) for that in words if that.tag_ == "WDT"])
    found |= any([_take_subject(that) for that in words if that.dep_ == "mark"])
    found |= any([_take_opening(that) for that in words if that.dep_ == "mark"])
    opened: list[Token] = []
    for that in words:
        verb = that.head
        if that.lower_ != "that" or that.dep_ != "mark" or not is_verb(verb):
            continue
        sign = before(words, that)
        if sign is not None and sign.text == "," and verb.dep_ == "ccomp" and verb.head in opened:
            hang(verb, verb.head, "conj")  # "said that she warned Marsh, that he lied": not "warned that"
            found = True
        if verb.dep_ == "conj" and is_verb(verb.head) and not _is_joined(verb, sign):
            hang(verb, verb.head, "ccomp")  # "Hale shot back that Marsh lied"
            found = True
        if sign is not None and sign.lower_ in _JOINING and verb.dep_ in ("conj", "parataxis"):
            above = verb.head
            near = (told for told in reversed(opened) if above in told.ancestors or told in above.ancestors)
            first = next(near, None)  # "hoped that he knew what it was, and that he left": not "was and left"
            if above not in opened and first is not None:
                hang(verb, first, "conj")
                found = True
        opened.append(verb)
    return found


def _is_joined(verb: Token, sign: Token | None) -> bool:
    """Whether a clause with "that" goes on from another: a word or a sign before it joins them."""
    return sign is None or sign.lower_ in _JOINING or any(c.dep_ == "cc" for c in verb.lefts)


def _make_conjunction(that: Token) -> bool:
    """Make a "that" which is not missed in its clause open that clause: "the fact that we lack boats".

    It is not missed where the verb has its subject before it and its object behind.
    """
    verb = that.head
    if that.lower_ != "that" or that.dep_ != "obj" or verb.dep_ != "acl:relcl" or subject(verb) is None:
        return False
    if not any(c.dep_ == "obj" and c.i > verb.i for c in verb.rights):
        return False
    that.pos_, that.tag_ = "SCONJ", "IN"
    hang(that, verb, "mark")
    hang(verb, verb.head, "acl")
    return True


def _take_subject(that: Token) -> bool:
    """Give a clause the noun between its "that" and its verb, which a parse gives to the verb above."""
    verb = that.head
    above = verb.head
    if that.lower_ != "that" or verb.dep_ != "ccomp" or above.i > that.i or subject(verb) is not None:
        return False
    taken = [
        c for c in above.rights if c.dep_ == "nsubj" and that.i < c.left_edge.i and c.right_edge.i < verb.i
    ]
    for noun in taken:
        hang(noun, verb, "nsubj")
    return bool(taken)


def _take_opening(that: Token) -> bool:
    """Give a clause what stands between its "that" and its subject: "said that after leaving, Marsh wept"."""
    verb = that.head
    above, told = verb.head, subject(verb)
    if that.lower_ != "that" or verb.dep_ != "ccomp" or above.i > that.i or told is None:
        return False
    taken = [
        c
        for c in above.rights
        if c.dep_ in ("advcl", "obl") and that.i < c.left_edge.i and c.right_edge.i < told.left_edge.i
    ]
    for word in taken:
        hang(word, verb, word.dep_)
    return bool(taken)

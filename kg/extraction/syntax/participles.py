"""Whose participle it is: the verb whose subject does what a clause without a subject tells."""

from __future__ import annotations

from collections.abc import Sequence

from ..tokens import Token
from .clauses import own_auxiliaries
from .subject_heads import own_subjects
from .words import is_gerund, is_infinitive, is_verb


def main_clause(verb: Token) -> Token | None:
    """The verb of the clause around a relative clause."""
    above = verb.head
    while above.dep_ != "ROOT" and not is_verb(above):
        above = above.head
    return above if is_verb(above) else None


def main_verb(verb: Token) -> Token:
    """The verb whose subject a participle after a comma shares: "Hale left the room, saying …"."""
    free = verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl", "xcomp", "parataxis") and verb.head.i < verb.i
    if not free or own_auxiliaries(verb) or any(not _set_off(s, verb) for s in own_subjects(verb)):
        return verb
    if not any(_follows_comma(verb.doc, i) for i in (verb.left_edge.i, verb.i)):
        return verb
    above = verb.head
    while above.i < above.head.i < verb.i and above.dep_ in ("ccomp", "parataxis"):
        above = above.head  # "“It fell,” Hale said, citing the report": who said so cites it
    while not (is_verb(above) and own_subjects(above)):
        if above.dep_ == "ROOT":
            return verb
        above = above.head
    return above


def _set_off(subject: Token, verb: Token) -> bool:
    """Whether what a parse takes for the subject of a participle is none: behind it, or before a comma."""
    return subject.i > verb.i or verb.doc[verb.i - 1].text == ","


def _follows_comma(doc: Sequence[Token], index: int) -> bool:
    """Whether a comma stands before a token, or before the closing mark there."""
    before = index - 2 if index > 1 and doc[index - 1].is_quote else index - 1
    return before >= 0 and doc[before].text == ","


def fronts(verb: Token) -> Token | None:
    """The main verb after a participle that opens its sentence and is cut off by the parse.

    So "blamed" in "Bemoaning the “sham,” Hale blamed Marsh", where a closing mark ends the first sentence.
    """
    if verb.dep_ != "ROOT" or not is_gerund(verb) or own_subjects(verb) or own_auxiliaries(verb):
        return None
    end = verb.sent.end
    last = next((t for t in reversed(verb.doc[verb.i : end]) if not t.is_quote), verb)
    after = verb.doc[end].sent.root if last.text == "," and end < len(verb.doc) else None
    return after if after is not None and own_subjects(after) else None


def follows_comma(verb: Token) -> bool:
    """Whether a comma stands before the clause of a verb or of the first that it is coordinated with."""
    first = verb.left_edge.i
    above = verb.head
    joined = verb.dep_ == "conj" and is_verb(above) and above.i < verb.i
    commas = [verb.doc[i].text == "," for i in (first - 1, first, verb.i - 1) if i >= 0]
    return any(commas) or (joined and follows_comma(above))


def means_user(verb: Token, means: Token) -> Token | None:
    """The verb whose subject acts by a thing that the tree gives to a clause without a subject of its own.

    The thing is the object of that verb, or its subject where that verb is passive: "opened fire to disperse
    them", "issued a note demanding", "the camp was raided, leaving two dead".
    """
    above = verb.head
    while above.i < verb.i and above != means and is_verb(above) and above.dep_ == "conj":
        above = above.head
    if is_verb(above) and above.dep_ == "advcl" and is_infinitive(above) and means in above.head.children:
        above = above.head  # "to offset the cost to avoid adding to it": whoever offsets it
    if above == means:
        above = means.head
    return above if is_verb(above) and above.i < verb.i and above != verb else None

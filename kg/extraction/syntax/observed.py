"""Clauses that tell what somebody else is seen, heard or said to be doing."""

from __future__ import annotations

from ..tokens import Token
from .words import preposition

#: Verbs that tell what somebody else is doing: "filmed Hale attacking Marsh".
_TELLING_OF = frozenset(
    (
        "see", "hear", "watch", "film", "photograph", "catch", "record", "spot",
        "notice", "observe", "remember", "recall", "leave", "show", "find", "describe",
        "deny", "hate", "dislike", "imagine", "picture", "fear", "mind", "oppose",
        "defend", "envisage",
    )
)  # fmt: skip


def is_seen_doing(verb: Token) -> bool:
    """Whether a gerund right after the object of such a verb says what that person does."""
    above = verb.head
    if (
        verb.tag_ != "VBG"
        or above.lemma_ not in _TELLING_OF
        or any(c.dep_ in ("mark", "case") for c in verb.lefts)
    ):
        return False
    told = [c for c in above.rights if c.dep_ == "obj" and c.right_edge.i == verb.left_edge.i - 1]
    return any(c.ent_type_ == "PERSON" or c.pos_ in ("PRON", "PROPN") for c in told)


#: Verbs after whose object a gerund says what the subject does: "began the day saying", "spent years asking".
_FILLING = frozenset(("spend", "begin", "start", "open", "end", "close", "finish", "pass", "waste", "devote"))


def is_own_doing(verb: Token) -> bool:
    """Whether a gerund behind an object says what the subject does: "began the debate saying so"."""
    return verb.tag_ == "VBG" and verb.head.lemma_ in _FILLING


def is_spoken_of(noun: Token, verb: Token) -> bool:
    """Whether a gerund says what somebody does of whom something else speaks: "a report of Hale paying"."""
    person = noun.ent_type_ == "PERSON" or noun.pos_ == "PRON"
    return verb.tag_ == "VBG" and person and preposition(noun) in ("of", "about")


def is_cut_off(verb: Token) -> bool:
    """Whether a comma parts a gerund from its preposition: "accused of, and cleared of, paying"."""
    first = verb.left_edge.i
    if verb.tag_ != "VBG" or first < 2:
        return False
    doc = verb.doc
    comma = first if doc[first].text == "," else first - 1
    return doc[comma].text == "," and doc[comma - 1].pos_ == "ADP"

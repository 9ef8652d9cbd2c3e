"""What is arranged or likely, hung otherwise by a parse: "The talks were due to open", "is set to resign"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import PASSIVE, SUBJECT, is_finite
from .hanging import Words, hang, take_place

#: What stays with the clause of the adjective, if it stands before that: all else goes with the verb.
_OF_THE_CLAUSE = (*SUBJECT, *PASSIVE, "cc", "mark", "aux", "aux:pass", "cop", "expl", "advmod")


def free_arrangements(words: Words, ontology: Ontology) -> bool:
    """Make an adjective between "be" and an infinitive the head of that, where operators.ttl has it.

    A parse may take "due to" for a preposition, or the infinitive for a purpose.
    """
    found = False
    listed = ontology.operator_words.get("adjective", frozenset())
    for arranged in [word for word in words if word.lower_ in listed]:
        verb = _infinitive(arranged, ontology)
        if verb is not None and arranged.tag_ == "JJ":
            arranged.pos_ = "ADJ"  # "was about to sue": no deed
        if verb is not None and (
            verb.dep_ != "xcomp" or verb.head is not arranged or _strays(verb, arranged)
        ):
            _turn(arranged, verb)
            found = True
    return found


def _turn(arranged: Token, verb: Token) -> None:
    if arranged.head is verb:
        take_place(arranged, verb)
    arranged.pos_, arranged.tag_ = "ADJ", "JJ"
    for child in verb.children:
        if child.i < arranged.i and child.dep_ in _OF_THE_CLAUSE:
            hang(child, arranged, "cop" if child.lemma_ == "be" else child.dep_.removesuffix(":pass"))
        elif child.i > verb.i and child.dep_ in ("conj", "punct", "parataxis") and _stands_for_itself(child):
            hang(child, arranged, child.dep_)
    to = arranged.nbor()
    if to.head is arranged:
        hang(to, verb, "mark")
    hang(verb, arranged, "xcomp")


def _infinitive(arranged: Token, ontology: Ontology) -> Token | None:
    """The verb behind "due to", if they hang together, and "be" and a subject stand before them."""
    if ("adjective", arranged.lower_) not in ontology.operators or arranged.i + 2 >= arranged.sent.end:
        return None
    behind = arranged.doc[arranged.i + 2 : min(arranged.i + 5, arranged.sent.end)]
    verb = next((t for t in behind if t.pos_ != "ADV" and t.lemma_ not in ("be", "have")), None)
    if arranged.nbor().lower_ != "to" or verb is None or not _may_be(verb):
        return None
    if verb.head is not arranged and arranged.head is not verb:
        return None
    if verb.head is arranged and verb.dep_ not in ("xcomp", "advcl", "ccomp"):
        return None
    around = [t for t in (*arranged.lefts, *verb.lefts) if t.i < arranged.i]
    be = any(t.lemma_ == "be" for t in around)
    return verb if be and any(t.dep_ in (*SUBJECT, *PASSIVE) for t in around) else None


def _strays(verb: Token, arranged: Token) -> bool:
    """Whether a word before the adjective hangs on the infinitive behind it: "had been due to meet"."""
    return any(child.i < arranged.i and child.dep_ in _OF_THE_CLAUSE for child in verb.children)


def _may_be(verb: Token) -> bool:
    """Whether a word is an infinitive, or a participle after one: "due to rain" is none."""
    return verb.tag_ == "VB" or verb.pos_ == "VERB"


def _stands_for_itself(token: Token) -> bool:
    """Whether what follows is a clause with a tense, or a sign, and no second infinitive."""
    return token.dep_ == "punct" or is_finite(token) or any(is_finite(child) for child in token.lefts)

"""Clauses without a subject that take none from the clause above: who does it is said elsewhere or open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..tokens import Token
from .antecedents import number_of
from .clauses import own_auxiliaries
from .voice import obliques
from .words import is_infinitive, preposition

#: Nouns of asking others to do something: "Hale's call to sell the mill" is not to be followed by Hale.
_ASKING = frozenset(
    ("advice", "appeal", "call", "encouragement", "exhortation", "instruction", "invitation", "order")
)
#: What is said to lie with somebody, by the word that leads to them: "it is up to Hale to pay".
_LYING_WITH = {"incumbent": ("on", "upon"), "up": ("to",), "down": ("to",)}
#: What is done with too many things by whoever tells of them: "too many debts to mention".
_TELLING = frozenset(("count", "describe", "detail", "enumerate", "list", "mention", "name", "recount"))
#: Verbs of whose subject both ends of a range are told: "went from selling shoes to running the mill".
_CHANGING = frozenset(
    ("go", "move", "switch", "shift", "turn", "graduate", "progress", "evolve", "rise", "come", "change")
)


def asks_others(noun: Token) -> bool:
    """Whether a noun tells that others are asked or told to do what its infinitive says."""
    return noun.lemma_.lower() in _ASKING


def upon_whom(verb: Token) -> list[Token]:
    """With whom it lies to do what an infinitive says: "it is incumbent upon Hale to pay", "up to Hale"."""
    above = verb.head
    words = _LYING_WITH.get(above.lower_, ())
    beside = [noun for word, noun in obliques(above) if word in words]
    beside += [c for c in above.rights if c.dep_ == "obj" and preposition(c) in words]
    return [noun for noun in beside if above.i < noun.i < verb.i][:1]


def is_from_one_to_another(verb: Token) -> bool:
    """Whether a gerund only marks where a range begins or ends: "from moving out to closing the mill"."""
    if verb.tag_ != "VBG" or verb.head.lemma_ in _CHANGING:
        return False
    opening = verb.left_edge if verb.left_edge.i < verb.i else verb.doc[max(0, verb.i - 1)]
    while opening.is_punct and opening.i < verb.i:
        opening = opening.nbor()
    if opening.lower_ == "from":
        between = verb.doc[verb.i : verb.sent.end]
        return any(t.lower_ == "to" and t.nbor().tag_ == "VBG" for t in between[:-1])
    if opening.lower_ != "to":
        return verb.dep_ == "conj" and verb.head.tag_ == "VBG" and is_from_one_to_another(verb.head)
    before = verb.doc[verb.sent.start : opening.i]
    return any(t.lower_ == "from" and t.nbor().tag_ == "VBG" for t in before)


def is_left_open(verb: Token) -> bool:
    """Whether an infinitive names nobody who does it.

    It tells why there are too many to tell of ("has too many debts to mention"), or what "it" stands for
    ("called it a joke to sue").
    """
    stands_for = [c for c in verb.head.rights if c.lower_ == "it" and c.dep_ == "obj" and c.i < verb.i]
    said = any(c.dep_ == "xcomp" and c.tag_ in ("NN", "JJ") and c.i < verb.i for c in verb.head.rights)
    if is_infinitive(verb) and verb.dep_ in ("xcomp", "advcl") and stands_for and said:
        return True
    if verb.lemma_ not in _TELLING or not is_infinitive(verb):
        return False
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 8) : verb.i]]
    return any(pair in (("too", "many"), ("too", "much")) for pair in pairwise(before))


def shares_no_subject(verb: Token, subjects: Sequence[Token]) -> bool:
    """Whether the form of a coordinated verb shows another subject than the one before: "I pay and wants".

    Args:
        verb: the coordinated verb.
        subjects: those of the verb before it.
    """
    if number_of(verb) != "Sing" or any(a.tag_ == "MD" for a in own_auxiliaries(verb)) or not subjects:
        return False
    return len(subjects) == 1 and subjects[0].lower_ in ("i", "we", "you", "they")


def holds_place(verb: Token) -> bool:
    """Whether "it" behind a verb stands for an infinitive that names nobody: "made it hard to sue"."""
    labels = ("obj", "expl") if verb.lemma_ == "make" else ("obj",)
    return any(c.lower_ == "it" and c.dep_ in labels for c in verb.rights)

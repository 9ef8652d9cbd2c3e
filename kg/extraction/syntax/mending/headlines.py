"""Passives of headlines, which leave out "was": "Woman attacked in Oxley park", "Jury told Hale lied"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_nominal, is_verb
from .hanging import Words, hang, has, subject

_ENDS = frozenset(".!?…:;,-–—")
_LONGEST = 18


def turn_headlines(words: Words, ontology: Ontology) -> bool:
    """Turn a verb of a headline into the passive that it must be: nothing after it is what it is done to."""
    if not is_headline(words):
        return False
    return any([_turn(verb, ontology) for verb in words if is_verb(verb) and verb.tag_ in ("VBD", "VBN")])


def is_headline(words: Words) -> bool:
    """Whether a sentence is a line by itself that no mark ends."""
    if len(words) > _LONGEST:
        return False
    last = next((t for t in reversed(words) if not t.is_space), None)
    if last is None or last.text[-1] in _ENDS or last.is_quote:
        return False
    following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    return following is None or following.is_sent_start or following.is_space


def _turn(verb: Token, ontology: Ontology) -> bool:
    form = verb.lower_.endswith("ed") or verb.lower_ in ontology.words["ParticipleLikePast"]
    own = subject(verb)
    if form and own is None and _is_apposed(verb) and _is_done_to(verb, ontology):
        verb.tag_ = "VBN"
        return True
    if (
        not form
        or own is None
        or own.dep_ != "nsubj"
        or own.i > verb.i
        or has(verb, "aux", "aux:pass", "cop")
    ):
        return False
    told = verb.lower_ == "told" and own.lower_ in ontology.words["HearerOfCases"]
    if told:
        _part_hearer(verb, own)
    elif not _is_done_to(verb, ontology):
        return False
    hang(own, verb, "nsubj:pass")
    verb.tag_ = "VBN"
    for child in verb.rights:
        if child.dep_ == "conj" and is_verb(child) and child.tag_ == "VBD" and _is_done_to(child, ontology):
            child.tag_ = "VBN"
    return True


def _is_done_to(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb that is done to somebody has nobody after it."""
    if verb.lower_ not in ontology.words["DoneToVerb"] or has(verb, "obj", "iobj", "ccomp"):
        return False
    purposes = [c for c in verb.rights if c.dep_ in ("xcomp", "advcl") and is_verb(c) and is_infinitive(c)]
    asks = verb.lemma_ == "ask" and any(has(c, "aux:pass") for c in purposes)  # "asked to be excused"
    return not purposes or (verb.lemma_ in ontology.words["TellingToVerb"] and not asks)


def _is_apposed(verb: Token) -> bool:
    """Whether a parse hangs a verb in the past on the noun right before it: "Ada Hale elected mayor"."""
    noun = verb.head
    beside = verb.dep_ == "acl" and noun.head is noun and is_nominal(noun) and noun.i < verb.i
    return beside and not has(verb, "aux", "aux:pass", "mark") and verb.nbor(-1).pos_ in ("PROPN", "NOUN")


def _part_hearer(verb: Token, hearer: Token) -> None:
    """Give a clause its subject that a parse takes for somebody told: "Jury told Hale attacked Marsh"."""
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "parataxis") and is_verb(c)), None)
    if clause is None or subject(clause) is not None:
        return
    for noun in verb.rights:
        right_before = noun.right_edge.i + 1 == clause.left_edge.i and noun.left_edge.i == verb.i + 1
        if right_before and is_nominal(noun) and noun is not hearer and noun.dep_ in ("obj", "iobj", "nsubj"):
            hang(noun, clause, "nsubj")
            return

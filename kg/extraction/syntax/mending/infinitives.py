"""What follows an infinitive's "to": "was due to meet Marsh", "was due to meet Marsh but never came"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_verb
from .hanging import Words, after, before, hang, has, has_tense, take_place

_OWN = ("nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "advmod", "punct", "parataxis", "advcl", "cc")


def hang_infinitives(words: Words, ontology: Ontology) -> bool:
    """Hang an infinitive on the adjective that it completes, and what goes on with a tense higher up.

    "Due to" before a verb is no preposition, and no past tense goes on from "to meet".
    """
    changed = [_complete(to, words, ontology) for to in words if to.lower_ == "to"]
    return any([*changed, *[_lift(verb) for verb in words if verb.dep_ == "conj"]])


def _complete(to: Token, words: Words, ontology: Ontology) -> bool:
    due, verb = before(words, to), after(words, to)
    while verb is not None and verb.pos_ == "ADV":
        verb = after(words, verb)
    if due is None or verb is None or verb.tag_ != "VB":
        return False
    if due.pos_ != "ADJ" or ("adjective", due.lower_) not in ontology.operators:
        return False
    main = verb
    if verb.dep_ in ("aux", "aux:pass", "cop") and verb.head.i > verb.i:
        main = verb.head  # "due to be sold"
    if due.head is main:
        take_place(due, main)
    elif main.head is not due or main.dep_ not in ("advcl", "ccomp", "xcomp"):
        return False
    _part(due, main, to)
    hang(to, main, "mark")
    return True


def _part(due: Token, main: Token, to: Token) -> None:
    """Hang on the adjective what stands before it, and what goes on from it with a tense."""
    for child in main.children:
        if child is due or child is to:
            continue
        if (child.i < due.i and child.dep_ in _OWN) or (
            child.i > main.i and child.dep_ == "conj" and has_tense(child)
        ):
            hang(child, due, "cop" if child.lemma_ == "be" and child.dep_ == "aux" else child.dep_)
    hang(main, due, "xcomp")


def _lift(verb: Token) -> bool:
    """Hang a verb with a tense on the clause above the infinitive that a parse lets it go on from."""
    above = verb.head
    joined = [c for c in verb.lefts if c.dep_ == "cc"]
    to = any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in above.lefts)
    if above.tag_ != "VB" or not (to and joined and is_verb(verb)):
        return False
    if not has_tense(verb) or verb.tag_ == "VBP":
        return False
    top = above
    while top.dep_ in ("xcomp", "advcl", "ccomp", "acl", "conj") and not (top is not above and _told(top)):
        top = top.head
    if top is above or not _told(top):
        return False
    hang(verb, top, "conj")
    return True


def _told(token: Token) -> bool:
    """Whether a word heads a clause with a tense."""
    return is_finite(token) or (has(token, "cop", "aux", "aux:pass") and has_tense(token))

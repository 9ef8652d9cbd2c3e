"""What somebody does as the subject of a clause: "Hale thinks closing the pier will hurt the town"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, has, has_tense, opening, subject

_CLAUSE = ("ccomp", "conj", "parataxis", "advcl", "ROOT")


def make_gerunds_subjects(words: Words, _: Ontology) -> bool:
    """Make an -ing clause the subject of a verb right behind it that has a tense and no subject."""
    if not any([word.tag_ == "VBG" for word in words]):
        return False
    made = any([_make(verb) for verb in words if is_verb(verb) and verb.dep_ in _CLAUSE])
    return any([_make_behind_that(word) for word in words if word.tag_ == "VBG"]) or made


def _make_behind_that(gerund: Token) -> bool:
    """Make an -ing clause right behind "that" a subject: "believes that closing it is wrong"."""
    that = gerund.nbor(-1) if gerund.i > gerund.sent.start else gerund
    top = that.head
    opens = that.lower_ == "that" and that.dep_ == "mark" and top.i > gerund.right_edge.i
    if not opens or gerund.head is top or subject(top) is not None or has(top, "csubj", "expl"):
        return False
    if has(gerund, "mark", "case", "aux", "nsubj", "cop") or gerund.is_ancestor(top):
        return False
    hang(gerund, top, "csubj")
    return True


def _make(verb: Token) -> bool:
    if subject(verb) is not None or not has_tense(verb) or has(verb, "csubj", "mark", "cc", "expl"):
        return False
    first = opening(verb)
    if first <= verb.sent.start + 1:
        return False
    before = verb.doc[first - 1]
    gerund = next(
        (t for t in (before, *before.ancestors) if t.tag_ == "VBG" and t.dep_ in ("advcl", "ccomp", "csubj")),
        None,
    )
    if gerund is None or gerund.right_edge is not before or gerund.dep_ == "csubj":
        return False
    beside = gerund.head is verb or gerund.head is verb.head
    if not beside or has(gerund, "mark", "case", "aux", "nsubj", "cop") or gerund.head.i < gerund.i - 1:
        return False
    hang(gerund, verb, "csubj")
    return True

"""What "or" leaves open: which of several did it, which of two deeds was done, or whether it is so at all."""

from __future__ import annotations

from collections.abc import Set

from ..tokens import Token
from .words import SUBJECT, is_nominal, is_verb

#: What joins those of whom it may be either.
_CHOOSING = frozenset(("or", "and/or"))
#: What hangs on a verb as a clause of its own.
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "conj"))


def has_alternative(verb: Token) -> bool:
    """Whether "or" joins a clause to another, so that either may be so."""
    for token in verb, *[child for child in verb.children if child.dep_ == "conj"]:
        if "or" in [c.lower_ for c in token.children if c.dep_ == "cc"]:
            return True
    return False


def leaves_a_choice(verb: Token, *, denied: bool = False) -> bool:
    """Whether "or" joins two subjects, objects or obliques of a verb: either may be meant.

    A denial holds for all behind the verb: "never paid Hale or Marsh".
    """
    if _CHOOSING.isdisjoint([t.lower_ for t in verb.doc[verb.left_edge.i : verb.right_edge.i + 1]]):
        return False
    nouns = [
        c for c in verb.children if is_nominal(c) and c.dep_ not in _CLAUSES and not (denied and c.i > verb.i)
    ]
    joined = [c for child in nouns for c in (child, *child.children) if c.dep_ == "conj"]
    return any(_is_either(c) for c in joined if not is_verb(c))


def _is_either(conjunct: Token) -> bool:
    joint = next((w for w in (*conjunct.children, *conjunct.head.children) if _chooses(w)), None)
    return joint is not None and not (is_about(conjunct) or _is_renamed(conjunct, joint))


def _chooses(word: Token) -> bool:
    return word.dep_ == "cc" and word.lower_ in _CHOOSING


def is_about(conjunct: Token) -> bool:
    """Whether "or" and a number only say that an amount is rough: "a mistake or two", "a day or more"."""
    before = conjunct.nbor(-1) if conjunct.i > conjunct.sent.start else conjunct
    alone = conjunct.left_edge.i in (conjunct.i, before.i)
    return before.lower_ == "or" and alone and conjunct.lower_ in ("two", "so", "more", "less", "fewer")


def _is_renamed(conjunct: Token, joint: Token) -> bool:
    """Whether "or" tells the same again: "$41, or 3 percent,", "the Harbour Board, or HB,"."""
    comma = joint.i > joint.sent.start and joint.nbor(-1).text in (",", "(")
    closed = conjunct.doc[min(conjunct.right_edge.i + 1, len(conjunct.doc) - 1)].is_punct
    measured = _has_number(conjunct) and _has_number(conjunct.head)
    return comma and closed and (measured or (conjunct.is_upper and len(conjunct.text) > 1))


def _has_number(noun: Token) -> bool:
    return noun.like_num or any(c.like_num for c in noun.children)


def is_called_hearsay(verb: Token, accounts: Set[str]) -> bool:
    """Whether an aside calls a clause hearsay: "Hale left, or so Marsh says", "Hale left, the story goes".

    Args:
        verb: the main verb of a sentence.
        accounts: the nouns for what is only told.
    """
    doc = verb.doc
    goes = [c for c in verb.rights if c.dep_ == "parataxis" and c.lemma_ == "go"]
    if any(noun.lower_ in accounts for c in goes for noun in c.lefts if noun.dep_ in SUBJECT):
        return True
    joints = [t.i for t in doc[verb.i + 1 : min(verb.right_edge.i, len(doc) - 2)] if t.lower_ == "or"]
    return any(doc[i + 1].lower_ == "so" and doc[i - 1].is_punct and not doc[i + 2].is_punct for i in joints)

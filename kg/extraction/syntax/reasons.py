"""What is denied to be the reason: "not because she lied", "did not go because she lied but because …"."""

from __future__ import annotations

from itertools import pairwise

from ..tokens import Token
from .words import is_verb

_NOT = ("not", "n't", "n’t")


def denies_a_reason(verb: Token) -> bool:
    """Whether "not" denies no deed but only why it was done.

    So it does before a clause ("sued not because Hale lied"), and where another reason is set against the
    first: "was not sacked because she lied but because she lost".
    """
    if _stands_before_because(verb):
        return True
    reasons = [c for c in verb.rights if c.dep_ == "advcl" and _because(c) is not None]
    denied = any(c.lower_ in _NOT and c.i < verb.i for c in verb.lefts)
    return denied and bool(reasons) and _is_set_against(reasons[0])


def is_no_reason(clause: Token) -> bool:
    """Whether a clause is said not to be the reason, which leaves open whether it is so."""
    above = clause.head
    if _because(clause) is None or not is_verb(above):
        return False
    return _stands_before_because(clause) or (denies_a_reason(above) and clause.dep_ == "advcl")


def _because(clause: Token) -> Token | None:
    return next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "because"), None)


def _stands_before_because(clause: Token) -> bool:
    because = _because(clause)
    if because is None or because.i == clause.sent.start:
        return False
    before = because.nbor(-1)
    return before.lower_ in _NOT and before.head in (clause, because)


def _is_set_against(clause: Token) -> bool:
    """Whether another reason follows a first one: "but because she lost"."""
    doc, last = clause.doc, clause.sent.end
    words = [t.lower_ for t in doc[clause.i + 1 : last]]
    return any(pair == ("but", "because") for pair in pairwise(words))

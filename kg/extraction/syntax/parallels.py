"""Which clause another one is set beside, so that a pronoun takes up its subject."""

from __future__ import annotations

from ..tokens import Token
from .clauses import own_auxiliaries
from .subject_heads import own_subjects
from .words import ANY_SUBJECT, is_finite, is_verb

#: How a clause hangs on the one before it.
_BESIDE = ("conj", "advcl", "acl:relcl", "advcl:relcl", "ccomp")


def earlier_subject(pronoun: Token) -> Token | None:
    """The subject of the clause that the one with a pronoun as its subject goes on from, or hangs on.

    Of "Hale sued, but he lost", "Hale wept after he lost" and "Hale left for a town where he sang", Hale.
    """
    clause = pronoun.head
    if pronoun.dep_ not in ANY_SUBJECT or clause.dep_ not in _BESIDE:
        return None
    above = clause.head
    while above.dep_ != "ROOT" and (above.dep_ == "conj" or not (is_verb(above) or own_subjects(above))):
        above = above.head
    told = is_finite(above) or any(is_finite(auxiliary) for auxiliary in own_auxiliaries(above))
    before = (s for s in own_subjects(above) if s.i < pronoun.i and above.i < clause.i)
    return next(before, None) if told else None


def is_in_subordinate(subject: Token) -> bool:
    """Whether a subject is that of a clause that only goes with another: "When Hale left, Marsh wept"."""
    clause = subject.head
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.dep_ in ("advcl", "acl:relcl", "acl", "ccomp", "xcomp")

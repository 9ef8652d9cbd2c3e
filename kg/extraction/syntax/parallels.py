"""Which clause another one is set beside, so that a pronoun takes up its subject."""

from __future__ import annotations

from ..tokens import Token
from .clauses import own_auxiliaries
from .subject_heads import own_subjects
from .words import ANY_SUBJECT, is_finite, is_infinitive, is_verb, kind_of

#: How a clause hangs on the one before it.
_BESIDE = ("conj", "advcl", "acl:relcl", "advcl:relcl", "ccomp")


def earlier_subject(pronoun: Token) -> Token | None:
    """The subject of the clause that the one with a pronoun as its subject goes on from, or hangs on.

    Of "Hale sued, but he lost", "Hale wept after he lost" and "Hale left for a town where he sang", Hale.
    """
    clause = pronoun.head
    if pronoun.dep_ not in ANY_SUBJECT or clause.dep_ not in _BESIDE:
        return _subject_of_reason(pronoun)
    above = clause.head
    while above.dep_ != "ROOT" and (above.dep_ == "conj" or not (is_verb(above) or own_subjects(above))):
        above = above.head
    told = is_finite(above) or any(is_finite(auxiliary) for auxiliary in own_auxiliaries(above))
    before = (s for s in own_subjects(above) if s.i < pronoun.i and above.i < clause.i)
    return next(before, None) if told else None


def _subject_of_reason(pronoun: Token) -> Token | None:
    """The subject of the clause whose reason or time is what others do to somebody.

    Of "Marsh cannot win because so many dislike him", Marsh.
    """
    clause = pronoun.head
    if pronoun.dep_ not in ("obj", "iobj", "obl") or clause.dep_ != "advcl" or is_infinitive(clause):
        return None
    above = clause.head
    if not own_subjects(clause) or not above.i < clause.i or above.dep_ == "ROOT":
        return None
    return next((s for s in own_subjects(above) if s.i < pronoun.i), None)


def spoken_of(pronoun: Token) -> list[Token]:
    """The words of a subject of which a clause with a pronoun says what it is: "the problem with Hale is …".

    So "Hale" in "the problem with Hale is that she lied", and in "For Hale, the win gives her a chance".
    """
    if (first := _spoken_for(pronoun)) is not None:
        return [first]
    clause = pronoun.head
    if pronoun.dep_ not in ANY_SUBJECT:
        return []
    outer = [c for c in clause.lefts if c.dep_ == "nsubj:outer" and c.i < pronoun.i]
    if not outer and clause.dep_ in ("ccomp", "csubj") and clause.head.lemma_ == "be":
        outer = [s for s in own_subjects(clause.head) if s.i < clause.head.i < pronoun.i]
    return [word for noun in outer for word in noun.subtree if word is not noun]


def _spoken_for(pronoun: Token) -> Token | None:
    """For whom all a sentence says holds: of "For Hale, the win gives her a chance", Hale.

    None where somebody else is its subject, whom the pronoun may mean.
    """
    opening = pronoun.sent[0]
    if opening.lower_ not in ("for", "to") or opening.dep_ != "case":
        return None
    first = opening.head
    above, end = first.head, first.right_edge.i + (first.right_edge.text != ",")
    if first.dep_ != "obl" or not end < above.i or pronoun.doc[end].text != ",":
        return None
    own = [s for s in own_subjects(above) if s.i > end]
    if not own or pronoun.i <= own[0].i or any(kind_of(s) == "person" for s in own):
        return None
    return first if pronoun.head is above or pronoun.head.head is above else None


def is_in_subordinate(subject: Token) -> bool:
    """Whether a subject is that of a clause that only goes with another: "When Hale left, Marsh wept".

    So is one set beside the main clause: "Hale won; others stayed at home".
    """
    clause = subject.head
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.dep_ in ("advcl", "acl:relcl", "acl", "ccomp", "xcomp", "parataxis")

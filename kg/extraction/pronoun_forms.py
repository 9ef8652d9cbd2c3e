"""The personal pronouns of English: the person, number and gender that each tells, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import MentionKind
from . import syntax
from .candidates import Candidate
from .tokens import Doc, Token
from .typed_heads import THING, typed_heads


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of a pronoun tells of whom it means."""

    subject: str
    """The form that it has as a subject."""
    person: int
    plural: bool = False
    gender: str | None = None
    human: bool = True
    """Whether it can only mean people: "it" means none, and "they" may mean a body."""


_I, _WE, _YOU = Form("I", 1), Form("we", 1, plural=True), Form("you", 2)
_HE, _SHE = Form("he", 3, gender="Male"), Form("she", 3, gender="Female")
_THEY, _IT = Form("they", 3, plural=True, human=False), Form("it", 3, human=False)

#: Lower-case pronoun -> what it tells.
FORMS: Mapping[str, Form] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), _I),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), _WE),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), _YOU),
    **dict.fromkeys(("he", "him", "his", "himself"), _HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), _SHE),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), _THEY),
    **dict.fromkeys(("it", "its", "itself"), _IT),
}
REFLEXIVE = frozenset(form for form in FORMS if form.endswith(("self", "selves")))
FIRST_PERSON = frozenset(form for form, told in FORMS.items() if told is _I)


def pronouns(doc: Doc, in_name: set[int]) -> Iterator[Candidate]:
    """The pronouns of a Doc that may mean a person, a body or a place, in reading order.

    "It" and "they" mean things as often; they count where the pipeline takes them for more.
    """
    typed = typed_heads(doc)
    for token in doc:
        form = FORMS.get(token.lower_)
        if form is None or token.i in in_name or not _is_one(token):
            continue
        cls = typed.get(token.i)
        if not form.human and (
            cls in (None, THING) or (not form.plural and syntax.stands_for_a_clause(token))
        ):
            continue
        yield Candidate(
            token.i,
            token.i,
            token.i,
            MentionKind.PRONOUN,
            cls=cls if form.plural or not form.human else "Person",
            name=token.lower_,
            gender=form.gender,
            plural=form.plural,
        )


def _is_one(token: Token) -> bool:
    """Whether a word that reads like a pronoun is one: not the US, a hospital's IT, or point (i)."""
    capitals = len(token.text) > 1 and token.text.isupper() and not token.sent.text.isupper()
    return token.text != "i" and not capitals

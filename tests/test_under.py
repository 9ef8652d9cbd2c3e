"""What somebody is under: "is under investigation", "came under attack"."""

from __future__ import annotations

import pytest

import kg
from kg import Extraction, Statement
from kg.model import Modality, Polarity


def _read(text: str) -> Extraction:
    return kg.extract(kg.Article(text, id="under"))


def _told(text: str, action: str) -> Statement:
    """The one statement of an action that a text gives."""
    (found,) = (s for s in _read(text).statements if s.action == action)
    return found


def _words(text: str, statement: Statement) -> dict[str, str]:
    return {a.role: text[a.passage.start : a.passage.end] for a in statement.arguments}


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        (
            "Ida Brook is under criminal investigation by Dunmore Police.",
            "Investigate",
            {"agent": "Dunmore Police", "theme": "Ida Brook"},
        ),
        (
            "The council came under sustained attack from Peter Lowe.",
            "Attack",
            {"agent": "Peter Lowe", "theme": "The council"},
        ),
        (
            "Ida Brook was placed under arrest by police.",
            "Arrest",
            {"agent": "police", "theme": "Ida Brook"},
        ),
        (
            "Police put Ida Brook under surveillance.",
            "Oversee",
            {"agent": "Police", "theme": "Ida Brook"},
        ),
        ("Peter Lowe remains under investigation.", "Investigate", {"theme": "Peter Lowe"}),
        (
            "Peter Lowe, who is under investigation by the watchdog, sacked Ida Brook.",
            "Investigate",
            {"agent": "the watchdog", "theme": "Peter Lowe"},
        ),
    ],
)
def test_who_is_under_what_and_by_whom(text: str, action: str, roles: dict[str, str]) -> None:
    statement = _told(text, action)
    assert _words(text, statement) == roles
    assert (statement.modality, statement.polarity, statement.asserted) == (
        Modality.ACTUAL,
        Polarity.POSITIVE,
        True,
    )
    assert text[statement.trigger.start : statement.trigger.end].startswith("under ")


def test_it_is_denied_and_hedged_as_any_clause_is() -> None:
    assert _told("Ida Brook is not under investigation.", "Investigate").polarity is Polarity.NEGATIVE
    assert _told("Ida Brook is no longer under investigation.", "Investigate").polarity is Polarity.NEGATIVE
    assert _told("Ida Brook may be under investigation.", "Investigate").modality is Modality.POSSIBLE


def test_nothing_is_told_where_a_question_or_a_condition_tells_it() -> None:
    for text in ("Was Ida Brook under investigation?", "If Ida Brook is under investigation, she must go."):
        assert not [s for s in _read(text).statements if s.action == "Investigate" and s.asserted]


def test_it_stays_the_word_of_who_says_it() -> None:
    statement = _told("Police said Ida Brook was under investigation for fraud.", "Investigate")
    assert statement.quote is not None


def test_what_is_under_something_known_befalls_nobody() -> None:
    assert not [
        s
        for s in _read("The firm works under the supervision of the council.").statements
        if s.action == "Oversee"
    ]


def test_the_verb_gives_no_second_statement() -> None:
    found = _read("Ida Brook was placed under arrest by police.").statements
    assert [s.action for s in found] == ["Arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "Dunmore came under heavy bombardment by Norland on Tuesday, killing two soldiers.",
        "Dunmore was bombed by Norland on Tuesday, killing two soldiers.",
    ],
)
def test_what_follows_is_not_done_by_whom_it_befell(text: str) -> None:
    assert _words(text, _told(text, "Kill"))["agent"] == "Norland"


def test_what_somebody_does_beside_what_befalls_them_stays_theirs() -> None:
    text = "Ida Brook was arrested by police, protesting her innocence."
    assert _words(text, _told(text, "Protest"))["agent"] == "Ida Brook"

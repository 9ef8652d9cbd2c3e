"""Which words fill a role where a cue, a purpose or a passive stands between them and their verb."""

from __future__ import annotations

import pytest

import kg
from kg import Extraction, Statement
from kg.model import Polarity


def _read(text: str) -> Extraction:
    return kg.extract(kg.Article(text, id="parts"))


def _told(text: str, action: str) -> Statement:
    """The one statement of an action that a text gives."""
    (found,) = (s for s in _read(text).statements if s.action == action)
    return found


def _roles(text: str, action: str) -> dict[str, str]:
    return {a.role: text[a.passage.start : a.passage.end] for a in _told(text, action).arguments}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (
            "The ferry, Ida Brook said, is losing money this winter.",
            "The ferry, Ida Brook said, is losing money this winter",
        ),
        ("On Monday, Ida Brook said, the club closed.", "the club closed"),
    ],
    ids=["subject before the cue", "scene before the cue"],
)
def test_what_is_said_keeps_its_subject(text: str, theme: str) -> None:
    assert _roles(text, "Say")["theme"] == theme


@pytest.mark.parametrize(
    ("text", "action", "theme"),
    [
        ("Ida Brook is reported to have left the bank.", "Report", "to have left the bank"),
        ("Ida Brook is alleged to have paid Peter Lowe.", "Claim", "to have paid Peter Lowe"),
    ],
)
def test_what_somebody_is_reported_to_do_is_reported(text: str, action: str, theme: str) -> None:
    assert _roles(text, action) == {"theme": theme, "topic": "Ida Brook"}


def test_any_of_some_are_those() -> None:
    assert "addressee" not in _roles("The board rejected any of the four unions.", "Reject")


def test_who_has_a_plan_does_what_it_is_to_do_on_the_way() -> None:
    assert _roles("Ida Brook's plan is to make money selling the mill.", "Sell")["agent"] == "Ida Brook"


def test_what_follows_words_in_marks_is_told_by_the_article() -> None:
    text = "Peter Lowe said he was “the right man for this town,” and he repeated that Ida Brook lied."
    assert _told(text, "Repeat").quote is None
    assert _roles(text, "Say")["theme"] == "he was “the right man for this town,”"


def test_of_what_could_be_nothing_is_vouched_for() -> None:
    assert not _told("Voters could choose a mayor who sued the council.", "Sue").asserted
    assert _told("Ida Brook met a man who sued the council.", "Sue").asserted


def test_a_price_is_nothing_that_is_done_to() -> None:
    text = "Guests swam for a fee."
    assert not any(a.role == "theme" for s in _read(text).statements for a in s.arguments)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The result differed from the polls.", "Disagree"),
        ("The vote will free Ida Brook to stand again.", "Release"),
        ("The board wants to push through a candidate.", "Implement"),
    ],
)
def test_senses_that_their_slots_do_not_fit(text: str, action: str) -> None:
    assert action not in [s.action for s in _read(text).statements]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (
            "One poll shows Ida Brook nine points ahead of Peter Lowe.",
            "Ida Brook nine points ahead of Peter Lowe",
        ),
        ("The poll shows Ida Brook.", "Ida Brook"),
    ],
)
def test_what_figures_show_is_how_somebody_stands(text: str, theme: str) -> None:
    assert _roles(text, "Show")["theme"] == theme


def test_almost_certain_is_not_denied() -> None:
    told = _told("Ida Brook is almost certain to sue the bank.", "Sue")
    assert (told.polarity, told.asserted) == (Polarity.POSITIVE, False)
    assert _told("Ida Brook is certain to sue the bank.", "Sue").asserted
    assert _told("Ida Brook is not certain to sue the bank.", "Sue").polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(("noun", "action"), [("seat", "Stand"), ("ruling", "Oppose")])
def test_a_seat_is_contested_and_a_ruling_is_opposed(noun: str, action: str) -> None:
    assert _roles(f"Ida Brook contested the {noun}.", action)["theme"] == f"the {noun}"

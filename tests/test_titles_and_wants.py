"""Titles between marks, who is only wanted, passives that go on from a predicate, and what opens a clause."""

from __future__ import annotations

import pytest

import kg

from .by_hand import filled, of_action, only


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In his memoir, “The Long Winter,” Hale says Marsh sold the port.", "Hale"),
        ("In her book, “Doomed to Drift,” and on a tour, Ms. Hale said Marsh sold the port.", "Ms. Hale"),
    ],
)
def test_a_title_between_marks_is_not_what_is_said(text: str, source: str) -> None:
    read = kg.extract(kg.Article(text))
    sold = only(read, "Sell")
    assert sold.quote is not None and sold.quote.source is not None
    assert read.article.words(sold.quote.source) == source
    assert filled(read, only(read, "Say"))["theme"] == "Marsh sold the port"


def test_nobody_says_a_title() -> None:
    read = kg.extract(
        kg.Article("In his old book, “Keep Your Boat Afloat,” Marsh urged Reed to sell the port.")
    )
    assert not of_action(read, "Keep")
    assert all("Boat" not in read.article.words(p) for q in read.quotes for p in q.content)


def test_what_is_said_behind_a_statement_is_no_title() -> None:
    read = kg.extract(kg.Article("In a statement, “We won the vote,” Hale said."))
    assert filled(read, only(read, "Say"))["theme"] == "“We won the vote,”"


@pytest.mark.parametrize(
    ("text", "action", "asserted"),
    [
        ("We need a mayor who backs farmers.", "Support", False),
        ("Members hope for a mayor who backs farmers.", "Support", False),
        ("Hale met a mayor who backs farmers.", "Support", True),
        ("Hale wants a deputy who sued Reed.", "Sue", True),
        ("Hale went out of her way to praise Reed.", "Praise", True),
        ("Hale went to great lengths to praise Reed.", "Praise", True),
        ("Hale did not go out of her way to praise Reed.", "Praise", False),
    ],
)
def test_who_is_only_wanted_does_nothing_and_who_takes_the_trouble_does_it(
    text: str, action: str, asserted: bool
) -> None:
    assert only(kg.extract(kg.Article(text)), action).asserted is asserted


@pytest.mark.parametrize(
    ("text", "action", "roles", "told"),
    [
        ("The pier is old and closed.", "Close", {"theme": "pier"}, ("Actual", True)),
        ("The pier may be old and closed.", "Close", {"theme": "pier"}, ("Possible", True)),
        (
            "Hale was angry and criticised by voters.",
            "Criticise",
            {"agent": "voters", "theme": "Hale"},
            ("Actual", True),
        ),
        (
            "The flats were built by the bank, but sold by the town.",
            "Sell",
            {"agent": "town", "theme": "flats"},
            ("Actual", True),
        ),
        (
            "With Marsh's help, Hale began a campaign.",
            "Begin",
            {"agent": "Hale", "theme": "campaign"},
            None,
        ),
        (
            "Lund said that after suing the bank, the driver left.",
            "Sue",
            {"agent": "driver", "theme": "bank"},
            ("Actual", True),
        ),
    ],
)
def test_who_does_what_to_what(
    text: str, action: str, roles: dict[str, str], told: tuple[str, bool] | None
) -> None:
    read = kg.extract(kg.Article(text))
    statement = only(read, action)
    assert filled(read, statement) == roles
    assert told is None or (statement.modality.value, statement.asserted) == told


def test_neither_of_two_that_are_denied_is_so() -> None:
    assert not of_action(kg.extract(kg.Article("Hale was never angry or criticised by voters.")), "Criticise")


def test_an_aside_with_a_particle_does_not_cut_what_is_said() -> None:
    read = kg.extract(kg.Article("Marsh, as Hale points out, sued Reed."))
    assert filled(read, only(read, "Say"))["theme"] == "Marsh, as Hale points out, sued Reed"

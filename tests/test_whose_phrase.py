"""Phrases given to the verb, the noun or the time that they belong to, read by the shipped pipeline."""

from __future__ import annotations

import pytest

import kg


def _roles(text: str, trigger: str) -> dict[str, str]:
    """The roles of the one statement that some words evoke, but for its agent."""
    found = kg.extract(kg.Article(text))
    words = found.article.words
    (told,) = [s for s in found.statements if words(s.trigger) == trigger]
    return {a.role: words(a.passage) for a in told.arguments if a.role != "agent"}


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        (
            "Helen Marsh blamed the attack on a film.",
            "blamed",
            {"theme": "a film", "topic": "the attack"},
        ),
        (
            "Helen Marsh blamed the attack on Oxley for the delay.",
            "blamed",
            {"theme": "the attack on Oxley", "topic": "the delay"},
        ),
        (
            "Kestrel Bank raised its stake in Norwell to 8.3 percent from 4.6 percent.",
            "raised",
            {"theme": "its stake in Norwell", "goal": "8.3 percent", "origin": "4.6 percent"},
        ),
        ("Helen Marsh turned her gaze to Oxley.", "turned", {"theme": "her gaze"}),
        ("Peter Lowe gave her money.", "gave", {"addressee": "her", "theme": "money"}),
        ("Helen Marsh slams Lowe, praises Brook as fighter.", "slams", {"theme": "Lowe"}),
        (
            "Helen Marsh slams Lowe, praises Brook as fighter.",
            "praises",
            {"theme": "Brook", "capacity": "fighter"},
        ),
        (
            "Helen Marsh called Oxley voters “stupid” for backing the plan.",
            "called",
            {"theme": "Oxley voters", "capacity": "“stupid”"},
        ),
        (
            "Helen Marsh said that she had not mailed any letters that were marked secret.",
            "mailed",
            {"theme": "any letters that were marked secret"},
        ),
    ],
)
def test_a_phrase_belongs_to_what_it_completes(text: str, trigger: str, roles: dict[str, str]) -> None:
    assert _roles(text, trigger) == roles


def test_a_thing_on_which_something_is_blamed_is_not_attacked() -> None:
    found = kg.extract(kg.Article("Helen Marsh blamed the attack on a film."))
    assert {statement.action for statement in found.statements} == {"Blame"}


def test_somebodys_two_aims_stand_side_by_side() -> None:
    text = "Helen Marsh mocked his plan to give out free boats and his vote to provide help for gun makers."
    found = kg.extract(kg.Article(text))
    given = [
        found.article.words(argument.passage)
        for statement in found.statements
        if statement.action == "Provide"
        for argument in statement.arguments
        if argument.role == "theme"
    ]
    assert sorted(given) == ["free boats", "help"]


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Helen Marsh was heading into the Liberal primary in Oxley on Tuesday.", "heading", None),
        ("Helen Marsh faced questions ahead of the Oxley caucuses on Monday.", "faced", None),
        ("Helen Marsh won the vote on Monday.", "won", "on Monday"),
        ("Helen Marsh sued Oxley Council on Monday.", "sued", "on Monday"),
        (
            "Kestrel Bank raised its stake in the past four months of 1987.",
            "raised",
            "in the past four months of 1987",
        ),
        (
            "Helen Marsh attacked Lowe in the past week of her tour.",
            "attacked",
            "in the past week of her tour",
        ),
        (
            "Helen Marsh resigned in the month before Lowe won.",
            "resigned",
            "in the month before Lowe won",
        ),
        ("Lowe won, and Helen Marsh resigned the day after.", "resigned", "the day after"),
    ],
)
def test_a_time_has_all_its_words_and_its_own_happening(text: str, trigger: str, time: str | None) -> None:
    assert _roles(text, trigger).get("time") == time


def test_the_past_week_of_a_tour_is_not_the_past_week() -> None:
    article = kg.Article("Helen Marsh attacked Lowe in the past week of her tour.", date="2016-05-10")
    (told,) = kg.extract(article).statements
    assert [a.when for a in told.arguments if a.role == "time"] == [None]

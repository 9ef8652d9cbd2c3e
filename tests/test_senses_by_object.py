"""Verbs that mean another thing by what they are done to or with, read by the shipped pipeline."""

from __future__ import annotations

import pytest

import kg


def _told(text: str, trigger: str) -> list[tuple[str, dict[str, str]]]:
    """The action and the roles of each statement that some words evoke."""
    found = kg.extract(kg.Article(text))
    words = found.article.words
    return [
        (statement.action, {a.role: words(a.passage) for a in statement.arguments if a.role != "agent"})
        for statement in found.statements
        if words(statement.trigger) == trigger
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "action", "roles"),
    [
        ("Helen Marsh pushed back on the report.", "pushed back on", "Oppose", {"theme": "the report"}),
        ("Helen Marsh used the speech to push back.", "push back", "Oppose", {}),
        ("Helen Marsh pushed back the vote.", "pushed back", "Postpone", {"theme": "the vote"}),
        ("The vote was pushed back.", "pushed back", "Postpone", {"theme": "The vote"}),
        ("Peter Lowe traveled to Oxley.", "traveled to", "Visit", {"theme": "Oxley"}),
        ("Peter Lowe was traveling to see his son.", "traveling", "Action", {}),
        ("The court struck down the law.", "struck down", "Repeal", {"theme": "the law"}),
        ("Helen Marsh struck down the rumors.", "struck down", "Reject", {"theme": "the rumors"}),
        ("Norland stationed soldiers on the border.", "stationed", "Mobilise", {"theme": "soldiers"}),
        ("Norland stationed diplomats on the island.", "stationed", "Action", {"theme": "diplomats"}),
        ("Voters trust Helen Marsh.", "trust", "Believe", {"theme": "Helen Marsh"}),
        ("Voters trust Helen Marsh with the budget.", "trust", "Action", {"theme": "Helen Marsh"}),
        ("The shop refunded customers.", "refunded", "Compensate", {"theme": "customers"}),
        ("The party refunded the donations.", "refunded", "Return", {"theme": "the donations"}),
        (
            "Oxley honored Peter Lowe with a medal.",
            "honored",
            "Provide",
            {"addressee": "Peter Lowe", "theme": "a medal"},
        ),
        ("Oxley honored the dead.", "honored", "Commemorate", {"theme": "the dead"}),
        ("Peter Lowe cheered on the strike.", "cheered on", "Support", {"theme": "the strike"}),
        ("Fans cheered Peter Lowe.", "cheered", "Praise", {"theme": "Peter Lowe"}),
        ("Helen Marsh is dealing with cancer.", "dealing with", "Undergo", {"theme": "cancer"}),
        ("The ministry dealt with the disease.", "dealt with", "Address", {"theme": "the disease"}),
        (
            "Helen Marsh posted a video on Facebook.",
            "posted",
            "Publish",
            {"theme": "a video", "place": "Facebook"},
        ),
        ("Kestrel Bank posted a profit.", "posted", "Action", {"theme": "a profit"}),
        (
            "Helen Marsh posted that the pier was safe.",
            "posted",
            "Write",
            {"theme": "that the pier was safe"},
        ),
        ("The members determine the outcome.", "determine", "Decide", {"theme": "the outcome"}),
        ("Police determined the cause.", "determined", "Find", {"theme": "the cause"}),
        ("Oxley Council adopted the treaty.", "adopted", "Approve", {"theme": "the treaty"}),
        ("Oxley Council adopted a tax.", "adopted", "Legislate", {"theme": "a tax"}),
        ("Helen Marsh overlooked the mistake.", "overlooked", "Ignore", {"theme": "the mistake"}),
    ],
)
def test_a_verb_has_the_sense_that_its_object_gives_it(
    text: str, trigger: str, action: str, roles: dict[str, str]
) -> None:
    assert _told(text, trigger) == [(action, roles)]


def test_a_picture_overlooks_a_door_and_ignores_nothing() -> None:
    found = kg.extract(kg.Article("A large portrait of Helen Marsh overlooks the front door."))
    assert "Ignore" not in {statement.action for statement in found.statements}


@pytest.mark.parametrize(
    "medium", ["on her official Twitter feed", "on her Facebook timeline", "on her blog"]
)
def test_where_it_is_said_is_not_what_it_is_about(medium: str) -> None:
    (roles,) = [
        roles for action, roles in _told(f"Helen Marsh said {medium} that she was sorry.", "said") if action
    ]
    assert roles == {"theme": "that she was sorry"}

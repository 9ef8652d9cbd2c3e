"""Verbs that a hyphen parts from their prefix: "re-opened", "over-ruled"."""

from __future__ import annotations

import pytest

import kg


@pytest.mark.parametrize(
    ("text", "trigger", "action"),
    [
        ("Ida Brook co-founded the group with Peter Lowe.", "co-founded", "Establish"),
        ("Norland re-opened its embassy.", "re-opened", "Open"),
        ("The court over-ruled Ida Brook.", "over-ruled", "Overturn"),
        ("Ida Brook mis-sold the plans.", "mis-sold", "Action"),
    ],
)
def test_the_prefix_is_part_of_the_proof_and_of_the_sense(text: str, trigger: str, action: str) -> None:
    found = kg.extract(kg.Article(text, id="prefix"))
    assert [(s.action, text[s.trigger.start : s.trigger.end]) for s in found.statements] == [
        (action, trigger)
    ]


def test_what_was_agreed_is_joined_to_the_prefixed_deed() -> None:
    text = "Peter Lowe agreed to re-open the mill."
    found = kg.extract(kg.Article(text, id="prefix"))
    (agreed,) = (s for s in found.statements if s.action == "Agree")
    deeds = [text[d.start : d.end] for a in agreed.arguments for d in a.deeds]
    assert deeds == ["re-open"]

"""Who is for harm done to somebody is not for them."""

from __future__ import annotations

import pytest

import kg


def _concerned(text: str) -> set[str]:
    """The words of those whom the support of a text concerns beside its theme."""
    found = kg.extract(kg.Article(text, id="harm"))
    return {
        text[a.passage.start : a.passage.end]
        for s in found.statements
        if s.action == "Support"
        for a in s.arguments
        if a.role == "addressee"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Party backed Norland's destruction.",
        "Peter Lowe supports the removal of Ida Brook.",
        "Peter Lowe backed the attack on Dunmore.",
    ],
)
def test_support_for_harm_concerns_nobody(text: str) -> None:
    assert _concerned(text) == set()


def test_support_for_a_plan_concerns_whose_it_is() -> None:
    assert _concerned("Peter Lowe supported Norland's plan.") == {"Norland"}

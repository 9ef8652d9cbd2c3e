"""What is needed for something, what a thing holds, and who is called what without a verb of their own."""

from __future__ import annotations

import pytest

import kg
from kg.model import Modality

from .by_hand import filled, of_action, only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Hale has lost the farmers she may need to win the coast.", id="named before it"),
        pytest.param("Ada Hale needs more farmers to win the town.", id="named behind it"),
    ],
)
def test_what_something_is_needed_for_is_a_purpose(text: str) -> None:
    ex = kg.extract(kg.Article(text))
    assert "farmers" in filled(ex, only(ex, "Require"))["theme"]
    won = only(ex, "Win")
    assert (won.modality, won.asserted) == (Modality.PLANNED, False)


def test_what_somebody_needs_to_do_is_still_needed() -> None:
    ex = kg.extract(kg.Article("Ada Hale needs to win the town."))
    assert only(ex, "Win").modality is Modality.OBLIGED


def test_what_somebody_hopes_to_have_stands_before_it() -> None:
    ex = kg.extract(kg.Article("It is a job Ada Hale wants to get."))
    assert filled(ex, only(ex, "Want")) == {"agent": "Ada Hale", "theme": "job"}


def test_a_rule_covers_what_it_is_about_and_not_whoever_breaks_it() -> None:
    ex = kg.extract(kg.Article("Bram Reed broke laws covering the sale of boats."))
    assert filled(ex, only(ex, "Include"))["agent"] == "laws"
    ex = kg.extract(kg.Article("Bram Reed left the house covering his face."))
    assert "agent" not in [role for s in of_action(ex, "Include") for role in filled(ex, s)]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        pytest.param(
            "Ada Hale portrayed herself as the outsider and Bram Reed as a servant of the banks.",
            ["outsider"],
            id="another is called the other thing",
        ),
        pytest.param(
            "Ada Hale portrayed Bram Reed as a friend, a colleague and as a leader.",
            ["friend", "colleague", "leader"],
            id="all is said of one",
        ),
    ],
)
def test_what_another_is_called_is_not_said_of_the_first(text: str, called: list[str]) -> None:
    ex = kg.extract(kg.Article(text))
    labels = {entity.key: entity.label for entity in ex.entities}
    told = [a for a in only(ex, "Describe").arguments if a.role == "capacity"]
    assert [labels[a.entity or ""] for a in told] == called

"""What small words change: a shared modal, "almost nothing", a quoted "no", whom one relies on."""

from __future__ import annotations

import pytest

import kg


def _told(text: str, trigger: str) -> tuple[str, str, str, dict[str, str]]:
    extraction = kg.extract(kg.Article(text))
    words = extraction.article.words
    (found,) = [s for s in extraction.statements if words(s.trigger) == trigger]
    roles = {a.role: words(a.passage) for a in found.arguments}
    return found.action, found.modality.value, found.polarity.value, roles


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "polarity"),
    [
        ("Oxley is among towns that can hold votes and sell boats.", "sell", "Possible", "Positive"),
        ("Towns that hold votes sell boats.", "sell", "Actual", "Positive"),
        ("Hale said almost nothing about the port.", "said", "Actual", "Positive"),
        ("Hale said nothing about the port.", "said", "Actual", "Negative"),
        ("Almost nobody paid Reed.", "paid", "Actual", "Negative"),
        ("Voters will say “no” to the plan.", "say", "Planned", "Positive"),
    ],
)
def test_how_it_is_told(text, trigger, modality, polarity):
    assert _told(text, trigger)[1:3] == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "agent"),
    [
        ("Oxley Council relies on Hale's gifts to provide funds.", "provide", "Hale's gifts"),
        ("Oxley Council relies on Marsh to provide funds.", "provide", "Marsh"),
        ("Hale worked in Oxley without naming Reed, but that soon began to change.", "change", None),
    ],
)
def test_who_does_it(text, trigger, agent):
    assert _told(text, trigger)[3].get("agent") == agent


@pytest.mark.parametrize(
    ("text", "trigger", "action"),
    [
        ("Helen Marsh views Anna Reed as a liar.", "views", "Believe"),
        ("Helen Marsh views the papers with distrust.", "views", "Action"),
        ("Oxley Council must eliminate its weapons.", "eliminate", "Action"),
        ("Oxley Council must eliminate the tax.", "eliminate", "Repeal"),
    ],
)
def test_the_sense_of_a_verb(text, trigger, action):
    assert _told(text, trigger)[0] == action

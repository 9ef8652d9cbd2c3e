"""What a condition or an "or" leaves open, and what is so all the same."""

from __future__ import annotations

import pytest

import kg
from kg.model import Statement


def _told(text: str) -> dict[str, Statement]:
    extraction = kg.extract(kg.Article(text))
    return {extraction.article.words(s.trigger): s for s in extraction.statements}


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("If the ferry sinks, I think Oxley Council will sue.", {"think": True, "sue": False}),
        ("If Marsh wins, critics say it would help Hale.", {"say": True, "help": False}),
        ("If Marsh wins, Hale will sue the bank.", {"sue": False}),
        ("Ada Hale acts as if Marsh owned the port.", {"acts": True}),
        ("Even if it costs more, Oxley Council welcomes the plan.", {"welcomes": True}),
        ("Even if Marsh resigned, Hale would sue the bank.", {"sue": False}),
        ('"It ends the feud, if you will," Hale said.', {"ends": True}),
        ('"It ends the feud if Marsh pays," Hale said.', {"ends": False}),
    ],
)
def test_a_condition_reaches_what_is_said_and_not_who_says_it(text, asserted):
    told = _told(text)
    assert {trigger: told[trigger].asserted for trigger in asserted} == asserted


@pytest.mark.parametrize(
    ("text", "trigger", "asserted"),
    [
        ("Hale paid Marsh or Reed.", "paid", False),
        ("Hale or Marsh did not pay Reed.", "pay", False),
        ("Hale never paid Marsh or Reed.", "paid", True),
        ("Hale refused to pay Marsh or Reed.", "pay", True),
        ("Hale has told them, directly or indirectly, that Marsh lied.", "told", True),
        ("The fund lost $41, or 3 percent, on Friday.", "lost", True),
        ("Hale showed that the meetings were with Marsh or Reed.", "showed", True),
    ],
)
def test_or_leaves_open_which_unless_all_is_denied_or_it_is_said_again(text, trigger, asserted):
    assert _told(text)[trigger].asserted is asserted


def test_or_two_is_no_second_thing():
    extraction = kg.extract(kg.Article("Marsh needs a mistake or two by Hale."))
    (need,) = extraction.statements
    assert need.asserted
    assert [extraction.article.words(a.passage) for a in need.arguments if a.role == "theme"] == ["a mistake"]

"""Whose claim something is: what somebody is sure of, what stands between marks, who is said to say so."""

from __future__ import annotations

import pytest

import kg
from kg.model import Statement


def _told(text: str) -> dict[str, tuple[Statement, str | None]]:
    extraction = kg.extract(kg.Article(text))
    words = extraction.article.words
    return {
        words(s.trigger): (s, words(s.quote.source) if s.quote and s.quote.source else None)
        for s in extraction.statements
    }


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("Aides were adamant that Marsh sold the port.", "sold", "Aides"),
        ("Aides were adamant that Marsh has no plans to sue Reed.", "sue", "Aides"),
        ("Aides were adamant that Marsh is ready to sue Reed.", "sue", "Aides"),
        ("Aides are sure that Marsh, who sued Reed, lied.", "sued", "Aides"),
        ("The pier, aides were certain, was sold by Marsh.", "sold", "aides"),
        ("Marsh sold the port, Hale is certain.", "sold", "Hale"),
        ("They are convinced that Marsh sued Reed.", "sued", "They"),
        ("Hale was persuaded that Marsh lied.", "lied", "Hale"),
    ],
)
def test_what_somebody_is_sure_of_is_said_by_him(text, trigger, source):
    statement, told_by = _told(text)[trigger]
    assert told_by == source
    assert statement.asserted


@pytest.mark.parametrize(
    "text",
    [
        "Aides were not certain that Marsh sued Reed.",
        "Few are sure that Marsh sued Reed.",
        "Hale is less certain that Marsh sued Reed.",
        "Nobody is certain that Marsh sued Reed.",
        "Hale will be certain that Marsh sued Reed.",
        "If Hale is sure that Marsh sued Reed, she will go.",
    ],
)
def test_nobody_vouches_for_what_is_not_held(text):
    statement, source = _told(text)["sued"]
    assert source is not None
    assert not statement.asserted


@pytest.mark.parametrize(
    "text", ["It is clear that Marsh sold it.", "Hale is afraid that Marsh is ready to sue."]
)
def test_nobody_vouches_for_what_nobody_holds(text):
    assert not [s for trigger, (s, _) in _told(text).items() if trigger in ("sold", "sue") and s.asserted]


def test_who_is_sure_to_win_says_nothing():
    assert _told("Hale is sure to win.")["win"][1] is None


def test_who_is_persuaded_to_act_is_persuaded():
    assert _told("Hale was convinced to sue Reed.")["convinced"][0].action == "Persuade"
    assert "convinced" not in _told("Aides were convinced Marsh led the revolt.")


def test_who_says_so_in_a_relative_clause_says_so():
    told = _told("Hale backed efforts to cut fees, which she said had soared because of Marsh.")
    assert told["said"][0].asserted


def test_words_between_marks_are_somebodys_whatever_their_tense():
    statement, _ = _told("The pier is shut. “We are not paying Reed enough.”")["paying"]
    assert statement.quote is not None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hale's argument is simple: Marsh robbed Reed.", "Hale's"),
        ("Her charge was clear: Marsh robbed Reed.", "Her"),
        ("The claim was simple: Marsh robbed Reed.", None),
        ("The theory went like this: Marsh robbed Reed.", None),
    ],
)
def test_a_noun_for_words_leads_to_what_stands_behind_its_colon(text, source):
    statement, told_by = _told(text)["robbed"]
    assert statement.quote is not None
    assert told_by == source


def test_views_that_people_hold_tell_nothing_behind_their_colon():
    assert _told("Members hold odd views: some sued Marsh.")["sued"][0].quote is None


@pytest.mark.parametrize(
    "text",
    [
        "Hale criticised Marsh because he robbed Reed.",
        "Hale asked when Marsh robbed Reed.",
        "Hale wondered when Marsh robbed Reed.",
    ],
)
def test_nobody_vouches_for_why_somebody_is_blamed_or_what_is_asked(text):
    told = _told(text)
    assert "robbed" not in told or not told["robbed"][0].asserted


def test_a_reason_that_the_paper_gives_is_its_own():
    assert _told("Hale resigned because Marsh sold the port.")["sold"][0].asserted


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("As far as Hale is concerned, Marsh robbed the fund.", "Hale"),
        ("Marsh robbed the fund in the eyes of Hale.", "Hale"),
        ("In the view of Ada Hale, Marsh robbed the fund.", "Ada Hale"),
        ("Hale let it be known that Marsh robbed the fund.", "Hale"),
    ],
)
def test_whose_view_it_is_whatever_words_say_so(text, source):
    assert _told(text)["robbed"][1] == source


def test_what_a_phrase_is_only_about_has_no_view():
    assert _told("As far as the pier is concerned, Marsh sold it.")["sold"][0].quote is None
    assert _told("Hale sold it in the view of the bay.")["sold"][0].quote is None


def test_what_a_story_goes_is_hearsay():
    assert not _told("Marsh robbed the fund, the thinking goes.")["robbed"][0].asserted
    assert _told("Marsh robbed the fund, and the story goes on.")["robbed"][0].asserted


def test_no_main_clause_opens_with_that():
    assert _told("Hale shot back that Marsh lied.")["lied"][1] == "Hale"


@pytest.mark.parametrize(
    "text",
    [
        "Hale called Marsh the man who robbed the fund.",
        "Hale labelled Marsh the mayor who robbed the fund.",
        "Hale spoke of a night when Marsh robbed the fund.",
    ],
)
def test_what_somebody_is_called_or_spoken_of_as_is_the_words_of_who_does_so(text):
    assert _told(text)["robbed"][1] == "Hale"


def test_when_somebody_leaves_is_told_by_the_article():
    assert _told("Hale left on the night when Marsh robbed the fund.")["robbed"][0].quote is None

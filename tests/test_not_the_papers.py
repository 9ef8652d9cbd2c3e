"""Whose word a clause is, and of whom it tells, where other words of its sentence decide: read from text."""

from __future__ import annotations

import pytest

import kg

from .by_hand import filled, of_action, only


def _said_by(text: str, action: str) -> str | None:
    """Who says a statement: "article", "" for nobody named, or the words for them."""
    read = kg.extract(kg.Article(text))
    quote = only(read, action).quote
    if quote is None:
        return "article"
    return "" if quote.source is None else read.article.words(quote.source)


@pytest.mark.parametrize(
    ("text", "action", "who"),
    [
        ("Critics paint Ada Hale as a tyrant who sacked Jon Marsh and sued his wife.", "Sue", "Critics"),
        ("Jon Marsh was described in court as a man who deceived Ada Hale.", "Deceive", ""),
        ("Jon Marsh was described by police as a man who deceived Ada Hale.", "Deceive", "police"),
        (
            "Ada Hale, whom prosecutors portrayed as a boss who bullied clerks and hid files, sat down.",
            "Abuse",
            "prosecutors",
        ),
        (
            "Ada Hale, whom prosecutors portrayed as a boss who bullied clerks and hid files, sat down.",
            "Conceal",
            "prosecutors",
        ),
        ("Ada Hale knew that Jon Marsh had sued the bank, a clerk has claimed in a book.", "Know", "a clerk"),
        (
            "Ada Hale knew that Jon Marsh had sued the bank, a clerk has said in a book to be sold in May.",
            "Know",
            "a clerk",
        ),
        (
            "Neighbours say Jon Marsh, falsely rumoured to be a spy, sued the bank.",
            "Sue",
            "Neighbours",
        ),
        ("Ada Hale sued the bank because, she said, it had sacked Jon Marsh.", "Sue", "article"),
        ("Ada Hale sued the bank because, she said, it had sacked Jon Marsh.", "Dismiss", "she"),
        ("Jon Marsh accused Ada Hale of theft, a charge of which she was cleared.", "Acquit", "article"),
        ("Reed said Jon Marsh sacked Hale, a claim Ada Lund denies.", "Deny", "article"),
        ("Two clerks contradicted Ada Hale, with one of them saying she sued the bank.", "Say", "article"),
    ],
)
def test_who_says_so(text: str, action: str, who: str) -> None:
    assert _said_by(text, action) == who


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Ada Hale is thought likely to have sacked Jon Marsh.", "Dismiss"),
        ("Ada Hale is rumoured to be about to sack Jon Marsh.", "Dismiss"),
        ("Ada Hale is rumoured to have met a man who sued Jon Marsh.", "Sue"),
        ("The great reformer sacked Jon Marsh. Allegedly.", "Dismiss"),
        ("Ada Hale has sacked Jon Marsh. If only.", "Dismiss"),
        ("Ada Hale has sacked Jon Marsh. Or not.", "Dismiss"),
        ("Ada Hale and/or Jon Marsh sued the bank.", "Sue"),
        ("Ada Hale, and possibly Jon Marsh, sued the bank.", "Sue"),
    ],
)
def test_nobody_vouches_for_it(text: str, action: str) -> None:
    found = of_action(kg.extract(kg.Article(text)), action)
    assert found
    assert not any(statement.asserted for statement in found)


@pytest.mark.parametrize(
    ("text", "action", "role", "who"),
    [
        ("Hale rather than Marsh sued the bank.", "Sue", "agent", "Hale"),
        ("It was Hale rather than Marsh who sued the bank.", "Sue", "agent", "Hale"),
        ("Hale but not Marsh sued the bank.", "Sue", "agent", "Hale"),
        ("Hale, like Marsh, sued the bank.", "Sue", "agent", "Hale"),
        ("Ada Hale appeared in court charged with murdering Jon Marsh.", "Charge", "theme", "Ada Hale"),
        ("Ada Hale will appear in court charged with fraud.", "Charge", "theme", "Ada Hale"),
        ("Ada Hale appeared before magistrates charged with fraud.", "Charge", "theme", "Ada Hale"),
        ("Jon Marsh went on trial accused of fraud.", "Accuse", "theme", "Jon Marsh"),
        ("Ada Hale stands accused of fraud.", "Accuse", "theme", "Ada Hale"),
        ("Ada Hale defended the judge accused of bias.", "Accuse", "theme", "judge"),
        ("Ada Hale was accused of bullying by three aides.", "Accuse", "agent", "three aides"),
        ("Ada Hale was accused of lying by Jon Marsh.", "Accuse", "agent", "Jon Marsh"),
        ("Ada Hale was accused by three aides of bullying.", "Accuse", "agent", "three aides"),
    ],
)
def test_of_whom_it_is_told(text: str, action: str, role: str, who: str) -> None:
    read = kg.extract(kg.Article(text))
    found = only(read, action)
    assert filled(read, found)[role] == who
    assert found.asserted


def test_both_do_what_one_does_as_well_as_another() -> None:
    found = of_action(kg.extract(kg.Article("Hale as well as Marsh sued the bank.")), "Sue")
    assert len(found) == 2


def test_no_winner_is_accused_by_votes() -> None:
    read = kg.extract(kg.Article("Ada Hale was accused of winning by two votes."))
    assert "agent" not in filled(read, only(read, "Accuse"))


def test_who_threatens_to_quit_threatens_nobody() -> None:
    read = kg.extract(kg.Article("Ada Hale threatened to quit unless Jon Marsh resigned."))
    assert "addressee" not in filled(read, only(read, "Threaten"))


def test_he_and_him_may_be_either() -> None:
    read = kg.extract(kg.Article("Mr Lamb sued Mr Scully after he described him as a thief."))
    called = only(read, "Describe")
    meant = {a.entity for a in called.arguments}
    sued = {a.entity for a in only(read, "Sue").arguments}
    assert not meant & sued


def test_her_may_be_either_where_she_may() -> None:
    read = kg.extract(kg.Article("Ms Hale warned Ms Reed that she would sue her."))
    warned = {a.entity for a in only(read, "Warn").arguments if a.role in ("agent", "addressee")}
    assert not {a.entity for a in only(read, "Sue").arguments} & warned


def test_who_hoped_before_is_not_who_spoke_last() -> None:
    read = kg.extract(
        kg.Article(
            "Edwin Lund ran the Oxley Echo for ten years. Edwin Lund was sacked in May.\n\n"
            "“He sued me twice,” recalled his deputy.\n\nHe had hoped to sell the paper."
        )
    )
    hoped = next(a for a in only(read, "Hope").arguments if a.role == "agent")
    assert {e.key: e.label for e in read.entities}[hoped.entity or ""] == "Edwin Lund"


def test_one_in_ten_is_nobody_whom_she_may_mean() -> None:
    read = kg.extract(
        kg.Article("Ms Ruth Hale denied it. Only one in ten thought that she had been sacked by the bank.")
    )
    sacked = next(a for a in only(read, "Dismiss").arguments if a.role == "theme")
    assert {e.key: e.label for e in read.entities}[sacked.entity or ""] == "Ruth Hale"

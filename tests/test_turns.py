"""Interviews in turns, and lines without a full stop, from plain text."""

from __future__ import annotations

from kg import Article, extract

INTERVIEW = (
    "Q: Did you push Jon Marsh out?\n\nA: No. I asked him to go. Ada Hale sacked Ben Reed.\n\n"
    "Cora Lund met Ben Reed in Oxley.\n"
)


def _said(text: str) -> dict[str, list[str]]:
    found = extract(Article(text))
    labels = {entity.key: entity.label for entity in found.entities}
    said: dict[str, list[str]] = {}
    for quote in found.quotes:
        said.setdefault(labels.get(quote.speaker or "", "?"), []).extend(
            map(found.article.words, quote.content)
        )
    return said


def test_a_paragraph_is_the_turn_of_whoever_its_label_names():
    said = _said(INTERVIEW)
    assert said["Q"] == ["Did you push Jon Marsh out?"]
    assert said["A"] == ["No. I asked him to go. Ada Hale sacked Ben Reed."]


def test_what_is_said_in_a_turn_is_no_fact_and_what_follows_is():
    found = extract(Article(INTERVIEW))
    told = {s.action: s.quote is None for s in found.statements}
    assert told["Dismiss"] is False and told["Meet"] is True


def test_whoever_a_turn_tells_of_is_neither_of_the_two():
    found = extract(Article("Q: Should he go?\n\nA: I once praised him.\n"))
    praise = next(s for s in found.statements if s.action == "Praise")
    assert praise.filler("theme").entity is None


def test_an_article_that_begins_a_sentence_is_no_label():
    assert "A" not in _said("A minister said: Ada Hale lied to Jon Marsh.")


def test_a_doubtful_heading_ends_with_its_line():
    found = extract(Article("Hoax: Marsh paid Ada Hale\n\nAda Hale met Jon Marsh.\n"))
    assert {entity.label for entity in found.entities} == {"Ada Hale", "Jon Marsh"}
    assert {s.action: s.quote is None for s in found.statements} == {"Pay": False, "Meet": True}


def test_the_board_of_a_bank_is_not_its_regulator():
    found = extract(
        Article(
            "Marlow Bank was fined by the regulator.\n\nAnalysts had expected the board to sack Jon Marsh.\n"
        )
    )
    of = {found.article.words(m.passage): m.entity for m in found.mentions}
    assert of["the board"] != of["the regulator"]

"""Decisions on every build: those that are followed, and those about nothing, told with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.decisions import (
    Rulings,
    Unmatched,
    apply,
    parse,
    read,
)
from kg.extraction import Knowledge
from kg.model import (
    Article,
    Extraction,
)

from .by_decision import NAMES, article_with


@pytest.fixture
def first() -> Extraction:
    return article_with("first", *NAMES)


# Decisions about nothing.


def warnings(text: str, knowledge: Knowledge, *extractions: Extraction) -> list[str]:
    rulings = Rulings(parse(text, "news.decisions"), knowledge)
    unmatched = Unmatched(rulings.decisions)
    for extraction in extractions:
        labels = [entity.label for entity in extraction.entities]
        unmatched.note(extraction.article, labels, apply(extraction, rulings).met)
    return list(unmatched.warnings())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            'rename "Ada Hail" -> "Ada"',
            "nothing in these articles is called \"Ada Hail\". Did you mean 'Ada Hale'?",
        ),
        ('merge "Ada Hale" = ent:0a1b.2-9', "nothing in these articles is called ent:0a1b.2-9."),
        ('merge "Ada Hael" = "Ms Hale"', "Did you mean 'Ada Hale'?"),
        ('merge "Ada Hale" = "Cyd Ash" in first', 'nothing in first is called "Cyd Ash".'),
        ('split "Ada Hale" in last', "no article is called 'last'."),
        ('same-as "Xerxes" = Q1', 'nothing in these articles is called "Xerxes".'),
    ],
)
def test_a_decision_about_nothing_is_told_with_its_line(
    line: str, words: str, first: Extraction, knowledge: Knowledge
) -> None:
    (warning,) = warnings(f"# names\n{line}", knowledge, first)
    assert warning.startswith("news.decisions:2: ")
    assert words in warning


@pytest.mark.parametrize(
    "line",
    [
        'merge "Harbour programme" = "plan"',
        'merge "Ada Hale" = "Ms Hale"',
        'rename "Ada Hale" -> "Dame Ada"\nsame-as "Dame Ada" = Q1',
        'split "Ms Hale" in first as "Mavis Hale"\nsame-as "Mavis Hale" = Q1',
        'merge "Ms Hale" = "A. Hale"\nmerge "Ada Hale" = "Ms Hale"',
    ],
)
def test_decisions_that_are_followed_are_not_told(line: str, first: Extraction, knowledge: Knowledge) -> None:
    assert not warnings(line, knowledge, first, article_with("second"))


# On every build.

ARTICLES = [
    Article("Oxley Council rejected the plan.", id="a"),
    Article("Oxley Council met. It rained.", id="b"),
]


def test_a_build_applies_decisions_and_tells_what_it_did_not_meet(tmp_path: Path) -> None:
    file = tmp_path / "news.decisions"
    file.write_text('rename "Oxley Council" -> "Council of Oxley"\nrename "Cyd" -> "Cyd Ash"\n', "utf-8")
    told: list[str] = []
    store = kg.build(ARTICLES, decisions=file, on_unmatched=told.append)
    rows = store.query("SELECT ?label { ent:OxleyCouncil skos:prefLabel ?label }").dicts()
    assert rows == [{"label": "Council of Oxley"}]
    assert [line.partition(": ")[0] for line in told] == [f"{file}:2"]
    again = kg.build([*reversed(ARTICLES), ARTICLES[0]], decisions=read(file), on_unmatched=told.append)
    assert list(again.quads()) == list(store.quads())

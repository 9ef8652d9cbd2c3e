"""The microscope: sentence by sentence, what was seen and what was not."""

from __future__ import annotations

import pytest

import kg
from kg.explain import explain
from kg.model import Article, Extraction

from .by_hand import doc, reading

NOTE = (
    "Ms/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT that/IN/8/mark Oxley/NNP/8/nsubj "
    "Council/NNP/5/flat had/have/VBD/8/aux "
    "rejected/reject/VBN/3/ccomp the/DT/10/det plan/NN/8/obj ././3/punct"
)


@pytest.fixture(scope="module")
def lines() -> list[str]:
    passive = "The/DT/2/det ferry/NN/4/nsubj:pass was/be/VBD/4/aux:pass closed/close/VBN/0/ROOT ././4/punct"
    rusted = "The/DT/2/det rail/NN/3/nsubj rusted/rust/VBD/0/ROOT ././3/punct"
    return list(explain(reading(doc(NOTE, passive, rusted, names={"Hale": "PERSON"}))))


def _after(lines: list[str], sentence: int) -> list[str]:
    """The lines about one sentence."""
    starts = [n for n, line in enumerate(lines) if line.startswith("[")] + [len(lines)]
    return lines[starts[sentence] : starts[sentence + 1]]


def test_each_sentence_is_shown_with_its_offsets(lines: list[str]) -> None:
    heads = [line for line in lines if line.startswith("[")]
    assert heads[0].startswith("[1] 0-") and heads[0].endswith(
        "Ms Hale said that Oxley Council had rejected the plan."
    )
    assert heads[1].endswith("The ferry was closed.")
    assert len(heads) == 3


def test_what_was_seen_is_shown(lines: list[str]) -> None:
    first = "\n".join(_after(lines, 0))
    assert "mention    Ms Hale" in first
    assert "mention    Oxley Council = Oxley Council  (name" in first
    assert "quote      Ms Hale [said]: that Oxley Council had rejected the plan" in first
    assert "statement  Reject [rejected] actual, positive, says Ms Hale" in first
    assert "statement  Say [said] actual, positive, says the article" in first
    assert "agent: Oxley Council" in first


def test_an_empty_role_is_shown(lines: list[str]) -> None:
    assert any(line.strip() == "agent: nobody named" for line in _after(lines, 1))


def test_what_was_not_read_is_shown_with_the_reason(lines: list[str]) -> None:
    assert "    not read   rusted: not in the lexicon" in _after(lines, 2)


def test_a_role_is_shown_with_its_rule() -> None:
    role = "Ada/NNP/6/nsubj Hale/NNP/1/flat ,/,/4/punct mayor/NN/1/appos ,/,/4/punct"
    lines = list(
        explain(reading(doc(f"{role} left/leave/VBD/0/ROOT ././6/punct", names={"Ada Hale": "PERSON"})))
    )
    assert "    role       Ada Hale: mayor  (apposition; held)" in lines


def test_an_article_without_a_word_has_one_line() -> None:
    assert len(list(explain(kg.extract(Article("…", id="dots"))))) <= 4


def test_every_statement_and_quote_of_the_samples_is_explained(
    sample_extractions: tuple[Extraction, ...],
) -> None:
    for extraction in sample_extractions:
        text = "\n".join(explain(extraction))
        assert text.count("    statement  ") == len(extraction.statements)
        assert text.count("    quote      ") == len(extraction.quotes)
        assert text.count("    not read   ") == len(extraction.unread)


def test_hostile_words_stay_on_their_line() -> None:
    extraction = kg.extract(Article("Oxley Council rejected “a\x1b[31m\u2028plan”.\n\nIt rained.", id="x"))
    assert all("\n" not in line and "\u2028" not in line for line in explain(extraction))

"""Paragraphs, and offsets that always index the text as received."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language

from kg.errors import PipelineError
from kg.extraction.reading import Reading
from kg.model import Article
from kg.parse import join, paragraphs, parse, pipeline

from .by_hand import VOCAB

TOKENIZER = English(vocab=VOCAB).tokenizer

WRAPPED = (
    "The council met on Monday and after a long debate\n"
    "it rejected the plan for a new bridge over the river.\n"
    "Its leader said that the decision was final and that\n"
    "nobody had asked for a bridge in the first place."
)


def _paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Still one.", ["One. Still one."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\nThree.\r\n", ["One.", "Two.", "Three."]),
        ("  One.  \n \t \n\n  Two.  ", ["One.", "Two."]),
        ("# A heading\n\nOne.", ["A heading", "One."]),
        ("> A quoted line\n> and another", ["A quoted line", "and another"]),
        ("• Marsh resigned.\n• Hale won.", ["Marsh resigned.", "Hale won."]),
        ("* Marsh resigned.\n\n*Hale* won.", ["Marsh resigned.", "*Hale* won."]),
        ("14:05 Police arrested Marsh.\n\n9.40am BST – “No.”", ["Police arrested Marsh.", "“No.”"]),
        ("16.02: Hale demands a vote.\n\n5pm\n\nMarsh won.", ["Hale demands a vote.", "5pm", "Marsh won."]),
        (
            "5pm Monday is the deadline.\n\n2.30 is late.\n\n14:05 to Oxley was late.",
            ["5pm Monday is the deadline.", "2.30 is late.", "14:05 to Oxley was late."],
        ),
        ("PORT VANE, May 21 (Herald) - Marsh won.\n\nOXLEY — Hale lost.", ["Marsh won.", "Hale lost."]),
        (
            "NATO - or what is left - met.\n\nU.S. – Oxley talks.",
            ["NATO - or what is left - met.", "U.S. – Oxley talks."],
        ),
        ("A headline with no stop\nOne.", ["A headline with no stop", "One."]),
        (WRAPPED, [WRAPPED]),
        (WRAPPED + "\n\nTwo.", [WRAPPED, "Two."]),
        (WRAPPED.replace("\n", "\r\n") + "\r\n\r\nTwo.", [WRAPPED.replace("\n", "\r\n"), "Two."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_paragraphs(text: str, found: list[str]) -> None:
    assert _paragraphs(text) == found


#: Pieces of which hostile texts are made: words, marks, any white space, invisible and wide characters.
_PIECES = st.sampled_from(
    [
        *(
            "The",
            "council",
            "rejected",
            "it",
            "don’t",
            "U.S.",
            "No10",
            "£5m",
            "👩‍👩‍👧",
            "ﬁ",
            "e\u0301",
            "# ",
            "> ",
        ),
        *(".", ",", "“", "”", "‘", "’", "'", '"', "…", "—", "\u200b", "\ufeff", "\x07"),
        *(" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\x0b", "\x1c", "\x85"),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_paragraphs_are_in_order_and_lose_no_word(text: str) -> None:
    found = paragraphs(text)
    assert all(start < end for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    outside = "".join(
        text[a:b]
        for a, b in zip([0, *[e for _, e in found]], [*[s for s, _ in found], len(text)], strict=True)
    )
    assert not outside.replace("#", "").replace(">", "").strip()


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_every_passage_slices_to_its_token(text: str) -> None:
    article = Article(text)
    docs = [TOKENIZER(" ".join(text[a:b].split())) for a, b in paragraphs(text)] or [TOKENIZER("")]
    made = join(docs)
    for token in made:  # where a sentence may begin at all, one does: the hardest case for paragraphs
        token.is_sent_start = token.i == 0 or bool(token.nbor(-1).whitespace_) or None
    reading = Reading.of(article, made)
    for token in made:
        if not token.is_space:
            assert article.words(reading.passage(token.i, token.i)) == token.text
    assert list(reading.starts) == sorted(reading.starts)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(_PIECES, max_size=30).map("".join))
def test_the_real_pipeline_reads_any_text(nlp: Language, text: str) -> None:
    article = Article(text)
    ((same, doc),) = parse([article], nlp)
    assert same is article
    reading = Reading.of(article, doc)
    for token in doc:
        if not token.is_space:
            assert article.words(reading.passage(token.i, token.i)) == token.text


def test_articles_come_back_in_order_with_their_own_words(nlp: Language) -> None:
    twice = "The council met.\n\nIt closed."
    texts = {"1": twice, "2": "", "3": "It rained.", "4": twice}
    articles = [Article(text, id=number) for number, text in texts.items()]
    read = [(article.id, doc.text) for article, doc in parse(articles, nlp)]
    assert read == [
        ("1", "The council met. It closed."),
        ("2", ""),
        ("3", "It rained."),
        ("4", "The council met. It closed."),
    ]


def test_no_sentence_runs_over_a_paragraph_or_ends_inside_one_without_a_mark(nlp: Language) -> None:
    ((_, doc),) = parse([Article("The council met on Monday\n\nThe ferry closed")], nlp)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "The council met on Monday",
        "The ferry closed",
    ]


def test_a_doc_of_another_text_is_refused(nlp: Language) -> None:
    ((_, doc),) = parse([Article("The council met.")], nlp)
    with pytest.raises(ValueError, match="does not belong"):
        Reading.of(Article("It rained.", id="weather"), doc)


def test_an_unknown_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        pipeline("no_such_pipeline")
    with pytest.raises(PipelineError, match="package name or a folder"):
        pipeline(str(tmp_path))


def test_a_pipeline_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="has no parser"):
        pipeline(str(tmp_path / "blank"))

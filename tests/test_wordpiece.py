"""Words become word pieces as BERT's own tokeniser makes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.encoder import wordpiece
from kg.encoder.wordpiece import MOST_PIECES, Shape, WordPiece, shape

PIECES = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "reject",
    "##ed",
    "##e",
    "##d",
    "u",
    ".",
    "s",
    "cafe",
    "東",
    "京",
    "re",
    "##ject",
]


@pytest.fixture
def cut() -> WordPiece:
    return WordPiece(PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("rejected", "reject ##ed"),
        ("REJECTED", "reject ##ed"),
        ("U.S.", "u . s ."),
        ("café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("re\u200bject", "reject"),
        ("re ject", "re [UNK]"),
        ("東京", "東 京"),
        ("rejection", "[UNK]"),
        ("", "[UNK]"),
        ("\u200e", "[UNK]"),
        ("🙂", "[UNK]"),
        ("u" * 101, "[UNK]"),
    ],
)
def test_pieces(cut, word, pieces):
    assert [PIECES[number] for number in cut(word).pieces] == pieces.split()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("council", Shape.OTHER),
        ("NASA", Shape.CAPITALS),
        ("U.S.", Shape.CAPITALS),
        ("A", Shape.TITLE),
        ("Casey", Shape.TITLE),
        ("iPhone", Shape.MIXED),
        ("2nd", Shape.DIGIT),
        ("£5", Shape.OTHER),
        ("", Shape.OTHER),
        ("東京", Shape.OTHER),
    ],
)
def test_shapes(word, expected):
    assert shape(word) == expected


@given(st.text(max_size=300))
def test_any_word_has_some_pieces_and_never_too_many(word):
    assert 1 <= len(WordPiece(PIECES)(word).pieces) <= MOST_PIECES


def test_both_ends_of_an_endless_word_are_kept(cut):
    assert cut("u" + "." * 5_000 + "s").pieces == (7, *[8] * (MOST_PIECES - 2), 9)


def test_memory_is_bounded(cut, monkeypatch):
    monkeypatch.setattr(wordpiece, "_REMEMBERED", 3)
    before = [cut(word) for word in "abcde"]
    assert [cut(word) for word in "abcde"] == before
    assert len(cut._words) <= 3


def test_a_vocabulary_without_the_special_pieces_is_refused():
    with pytest.raises(ValueError, match=r"\[SEP\]"):
        WordPiece(PIECES[:2])

"""Paragraphs are cut to what the encoder can take, and sentences begin where typography allows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from kg.encoder.borders import starts
from kg.encoder.segments import Words, segments

ENGLISH = English()


def _words(text: str) -> Words:
    return Words.of(ENGLISH.make_doc(text))


def _cut(text: str, longest: int) -> list[str]:
    words = _words(text)
    pairs = segments(words, [1] * len(words.texts), longest)
    return [" ".join(words.texts[start:end]) for start, end in pairs]


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("It rained. It stopped.", 10, ["It rained . It stopped ."]),
        ("It rained. It stopped.", 5, ["It rained .", "It stopped ."]),
        ("It rained and rained and rained.", 4, ["It rained and rained", "and rained ."]),
        ("“It rained.” It stopped.", 7, ["“ It rained . ”", "It stopped ."]),
        ('"It rained." It stopped.', 7, ['" It rained . "', "It stopped ."]),
        ("It rained.\n\nIt stopped.", 10, ["It rained .", "It stopped ."]),
        ("It rained\r\n \r\nIt stopped", 10, ["It rained", "It stopped"]),
        ("It rained\nand rained.", 10, ["It rained and rained ."]),
        ("  \n\n It rained.  ", 10, ["It rained ."]),
        (" \n\n ", 10, []),
        ("", 10, []),
    ],
)
def test_segments(text, longest, expected):
    assert _cut(text, longest) == expected


@given(
    st.lists(st.sampled_from(["a", ".", "?", "”", '"', " ", " ", "\n", "\n\n"]), max_size=80).map("".join),
    st.integers(4, 12),
    st.data(),
)
def test_every_word_is_in_one_segment_and_none_is_too_long(text, longest, data):
    words = _words(text)
    pieces = [data.draw(st.integers(1, 4)) for _ in words.texts]
    cut = list(segments(words, pieces, longest))
    assert [word for start, end in cut for word in range(start, end)] == list(range(len(pieces)))
    assert all(0 < sum(pieces[start:end]) <= longest for start, end in cut)


def _sentences(text: str, said: str, *, score: float = 1.0, name: str = "-") -> list[str]:
    """The sentences where the network says that one begins with some words, and none elsewhere."""
    words = _words(text)
    scores = np.array([score if word in said.split() else -5.0 for word in words.texts])
    named = np.array([word in name.split() for word in words.texts])
    borders = [*starts(words, 0, len(scores), scores, named), len(scores)]
    return [" ".join(words.texts[a:b]) for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("It rained. It stopped.", "", ["It rained . It stopped ."]),
        ("It rained it stopped", "it", ["It rained it stopped"]),
        ("It rained\nit stopped", "it", ["It rained", "it stopped"]),
        ("It rained; it stopped", "it", ["It rained ;", "it stopped"]),
        ("He met Mr. Smith", "Smith", ["He met Mr. Smith"]),
        ("“It rained.” He left.", "”", ["“ It rained . ”", "He left ."]),
        ('It rained. "He left."', "He", ["It rained .", '" He left . "']),
        ("It rained. (He left.)", "He", ["It rained .", "( He left . )"]),
        ("“It rained.”", "”", ["“ It rained . ”"]),
    ],
)
def test_borders_follow_typography(text, said, expected):
    assert _sentences(text, said) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. Then it stopped.", 2),
        ("Did it rain? Then it stopped.", 2),
        ("“It rained.” Then it stopped.", 2),
        ("“Why?” Then asked.", 1),
        ("It rained. then it stopped.", 1),
        ("He lives in the U.S. Then he left", 1),
        ("See p . Then", 1),
        ("See Mr . Then", 1),
        (". Then", 1),
    ],
)
def test_a_capital_after_a_stop_overrules_a_doubtful_network(text, count):
    assert len(_sentences(text, "Then", score=-1.0)) == count


def test_the_network_may_be_sure_where_nothing_is_shown():
    assert len(_sentences("Ferry closed Council met", "Council", score=5.0)) == 2


def test_no_sentence_begins_within_a_name():
    assert len(_sentences("It met Jones. Smith left.", "Smith", score=5.0, name="Smith")) == 1

"""Whom a pronoun or a description means by how its clause hangs on others; read by the shipped pipeline."""

from __future__ import annotations

import pytest

import kg


def _meant(text: str, words: str) -> str:
    """The label of what the last mention in these words means."""
    read = kg.extract(kg.Article(text))
    labels = {e.key: e.label for e in read.entities}
    return [labels[m.entity] for m in read.mentions if read.article.words(m.passage) == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Jon Marsh said the one trouble with Tom Reed is that he never left Oxley.", "he", "Tom Reed"),
        ("Jon Marsh said Tom Reed lost because voters in Oxley disliked him.", "him", "Tom Reed"),
        ("Ben Hale sued Tom Reed. Having said that he was ill, Judge Jon Marsh left.", "he", "Jon Marsh"),
        ("The Oxley Echo reported it obtained 40 letters that Jon Marsh sent.", "it", "Oxley Echo"),
        ("A lawyer, Ada Hale has long criticised the bank.", "A lawyer", "Ada Hale"),
        ("The mayor, Ada Hale sued the bank.", "The mayor", "Ada Hale"),
    ],
)
def test_who_is_meant(text: str, words: str, label: str) -> None:
    assert _meant(text, words) == label


def test_one_woman_is_no_people() -> None:
    assert _meant("Americans came to Oxley. “They left,” she said.", "she") != "Americans"


def test_the_company_by_its_own_word_is_no_other() -> None:
    text = "Marlow Group owns Oxley Steel. Oxley Steel said it will repay the town if the company fails."
    assert _meant(text, "the company") != "Marlow Group"

"""The nouns: frozen, ordered, and named by their content."""

from __future__ import annotations

import pickle
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Argument, Article, AttributionMode, Entity, Passage, Quote, Statement

passages = st.builds(lambda a, b: Passage("a", min(a, b), max(a, b)), st.integers(0, 50), st.integers(0, 50))


def test_an_article_is_named_by_its_exact_text() -> None:
    assert Article("The ferry sank.").key == sha256(b"The ferry sank.").hexdigest()[:16]
    assert Article("The ferry sank. ").key != Article("The ferry sank.").key
    assert Article("The ferry sank.", id="1", date="2025-01-01").key == Article("The ferry sank.", id="2").key


def test_words_are_a_slice() -> None:
    article = Article("The ferry sank.")
    assert article.words(Passage(article.key, 4, 9)) == "ferry"


def test_half_a_character_has_a_key_too() -> None:
    assert len(Article("\ud800").key) == 16


@given(passages, passages, passages)
def test_containing_is_reflexive_antisymmetric_and_transitive(a: Passage, b: Passage, c: Passage) -> None:
    assert a.contains(a)
    assert not (a.contains(b) and b.contains(a)) or a == b
    assert not (a.contains(b) and b.contains(c)) or a.contains(c)


def test_a_passage_of_another_article_is_not_contained() -> None:
    assert not Passage("a", 0, 10).contains(Passage("b", 2, 3))


def test_a_quote_contains_what_lies_in_one_of_its_fragments() -> None:
    quote = Quote((Passage("a", 0, 10), Passage("a", 20, 30)), AttributionMode.DIRECT, Passage("a", 0, 40))
    assert quote.contains(Passage("a", 22, 30))
    assert not quote.contains(Passage("a", 5, 25)), "that runs over the cue between the fragments"


def test_a_statement_tells_what_fills_a_role() -> None:
    here = Passage("a", 0, 3)
    statement = Statement("Reject", here, here, (Argument("agent", here, "OxleyCouncil"),))
    assert statement.filler("agent") == Argument("agent", here, "OxleyCouncil")
    assert statement.filler("theme") is None


@pytest.mark.parametrize(
    ("cls", "acts"), [("Person", True), ("Organisation", True), ("Place", False), ("Thing", False)]
)
def test_people_and_bodies_can_act(cls: str, acts: bool) -> None:
    assert Entity("x", "x", (cls,)).is_actor is acts


def test_nouns_are_frozen_pickle_and_sort_in_reading_order() -> None:
    first, second = Passage("a", 3, 5), Passage("a", 3, 9)
    assert sorted([second, first]) == [first, second]
    assert pickle.loads(pickle.dumps(first)) == first
    with pytest.raises(AttributeError):
        first.start = 4  # type: ignore[misc]

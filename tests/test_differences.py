"""Where two articles, or two speakers, differ about one thing: whether it is so, how surely, how far."""

from __future__ import annotations

import pytest

from kg import rdf
from kg.extraction import Knowledge
from kg.flow import extractions
from kg.model import Article
from kg.store import Store

MONDAY = """Ada Hale resigned. Oxley Bank has barely helped Ben Reed. Jon Marsh was arrested.
Cora Lund met Ben Reed on Monday. Oxley Council fully supported Cora Lund. Ben Reed spoke."""
WEDNESDAY = """Ada Hale has not resigned, Jon Marsh said. Cora Lund said that Oxley Bank had helped Ben Reed.
Jon Marsh was not arrested. Cora Lund did not meet Ben Reed on Tuesday.
Oxley Council mainly supported Cora Lund.
Ben Reed did not lie."""


@pytest.fixture(scope="module")
def store(knowledge: Knowledge) -> Store:
    articles = [
        Article(MONDAY, id="one", date="2025-06-04"),
        Article(WEDNESDAY, id="other", date="2025-06-05"),
    ]
    found = extractions(articles, knowledge=knowledge)
    return Store.of(quad for extraction in found for quad in rdf.quads(extraction, knowledge.ontology))


def _rows(store: Store, **about: str) -> set[tuple[object, ...]]:
    """Subject, object, and what is said by whom, in any order of the two."""
    rows = store.query("where_speakers_differ", **about).dicts()
    pairs = {
        (
            row["subject"],
            row["object"],
            frozenset(((row["one_speaker"], row["one_says"]), (row["other_speaker"], row["other_says"]))),
        )
        for row in rows
    }
    assert len(pairs) == len(rows)
    return pairs


def test_they_differ_in_polarity_certainty_and_degree(store: Store) -> None:
    assert _rows(store) == {
        ("Ada Hale", None, frozenset(((None, "resigned from"), ("Jon Marsh", "did not resign from")))),
        (None, "Jon Marsh", frozenset(((None, "arrested"), (None, "did not arrest")))),
        ("Oxley Bank", "Ben Reed", frozenset(((None, "did not help (hardly)"), ("Cora Lund", "helped")))),
        ("Oxley Council", "Cora Lund", frozenset(((None, "supported"), (None, "supported (mainly)")))),
    }


@pytest.mark.parametrize(
    ("about", "number"), [("Ada Hale", 1), ("Jon Marsh", 1), ("Ben Reed", 1), ("lund", 1), ("Pike", 0)]
)
def test_the_question_is_narrowed_by_either_participant(store: Store, about: str, number: int) -> None:
    assert len(_rows(store, about=about)) == number


def test_a_degree_is_told_beside_what_it_is_of(store: Store) -> None:
    (row,) = store.query("who_claims_what", who="Jon Marsh").dicts()
    assert row["certainty"] == "actual, negative"
    rows = store.query("who_supports_or_opposes", who="Oxley Council").dicts()
    assert {(row["stance"], row["how_far"]) for row in rows} == {("supports", None), ("supports", "mainly")}

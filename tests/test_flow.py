"""From files to a graph: what cannot be read is told and left out; the same input gives the same bytes."""

from __future__ import annotations

import logging
import pickle
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.errors import KgError, PipelineError, ReadError
from kg.model import Article, Extraction

GOOD = "Oxley Council rejected the plan."
#: Name of a file -> what makes it unreadable, and a word of the message.
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0\0", "not text"),
    "latin1.txt": ("Zoë spoke.".encode("latin-1"), "UTF-8"),
    "yaml.md": (b"---\ntitle: 'no end\n---\nThe council met.\n", "YAML"),
    "open.md": (b"---\ntitle: A\nThe council met.\n", "front matter"),
    "line.jsonl": (b'{"id": "1", "text": "The council met."\n', "JSON"),
    "array.jsonl": (b"[1, 2]\n", "object"),
    "no_text.jsonl": (b'{"id": "1"}\n', "text"),
    "picture.png": (b"\x89PNG", "ends in"),
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.txt"
    file.write_text(GOOD, "utf-8")
    return file


def _articles(store: kg.Store) -> set[str]:
    return {
        str(row["id"])
        for row in store.query("SELECT ?id WHERE { ?a a schema:NewsArticle ; dct:identifier ?id }").dicts()
    }


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_the_others_are_built(name: str, good: Path) -> None:
    content, word = BAD[name]
    bad = good.parent / name
    bad.write_bytes(content)
    failures: list[KgError] = []
    store = kg.build([bad, good], on_failure=failures.append)
    assert _articles(store) == {"good"}
    (failure,) = failures
    assert isinstance(failure, ReadError)
    assert name in str(failure) and word in str(failure)
    assert "\n" not in str(failure)


def test_a_missing_file_is_told_and_the_others_are_built(good: Path) -> None:
    failures: list[KgError] = []
    store = kg.build([good.parent / "missing.txt", good], on_failure=failures.append)
    assert _articles(store) == {"good"}
    assert "missing.txt does not exist" in str(failures[0])


def test_one_broken_line_leaves_the_other_lines(tmp_path: Path) -> None:
    file = tmp_path / "three.jsonl"
    file.write_text(
        f'{{"id": "1", "text": "{GOOD}"}}\n{{broken\n{{"id": "3", "text": "It rained."}}\n', "utf-8"
    )
    failures: list[KgError] = []
    store = kg.build(file, on_failure=failures.append)
    assert _articles(store) == {"1", "3"}
    assert [f"{file}:2" in str(failure) for failure in failures] == [True]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        kg.build(tmp_path / "missing.txt")
    with pytest.raises(ReadError, match="no article"):
        kg.build([])
    with pytest.raises(ReadError, match="no text"):
        kg.build(Article("  ", id="blank"))


def test_failures_are_logged_where_nobody_asks(good: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="kg"):
        kg.build([good, good.parent / "missing.txt"])
    assert "missing.txt" in caplog.text


def test_an_unknown_pipeline_is_an_error_before_anything_is_built() -> None:
    with pytest.raises(PipelineError):
        kg.build(Article(GOOD), pipeline="no_such_pipeline")


def test_a_source_is_a_file_a_folder_a_pattern_an_article_or_several(good: Path) -> None:
    expected = {"good"}
    assert _articles(kg.build(good)) == expected
    assert _articles(kg.build(str(good))) == expected
    assert _articles(kg.build(good.parent)) == expected
    assert _articles(kg.build(f"{good.parent}/*.txt")) == expected
    assert _articles(kg.build(Article(GOOD, id="good"))) == expected
    assert _articles(kg.build([good, good.parent, Article("It rained.", id="rain")])) == {"good", "rain"}


def test_progress_is_told_article_by_article(good: Path) -> None:
    told: list[tuple[str, int]] = []
    kg.build(
        [good, Article("It rained.", id="rain")], on_article=lambda article, n: told.append((article.id, n))
    )
    assert told == [("good", 1), ("rain", 0)]


def test_half_a_character_is_told_by_extract() -> None:
    with pytest.raises(ReadError, match="lone surrogate"):
        kg.extract(Article("\ud800 Ada Hale resigned.", id="half"))


def test_extract_gives_a_value_that_pickles() -> None:
    extraction = kg.extract(Article(GOOD, id="good"))
    assert [s.action for s in extraction.statements] == ["Reject"]
    assert pickle.loads(pickle.dumps(extraction)) == extraction
    assert kg.extract(Article(GOOD, id="good")) == extraction


def _bytes(store: kg.Store, folder: Path, ending: str = ".nq") -> bytes:
    file = folder / f"graph{ending}"
    store.save(file)
    return file.read_bytes()


@pytest.mark.parametrize("ending", [".ttl", ".trig", ".nq", ".nt"])
def test_building_twice_gives_the_same_bytes(
    ending: str, samples: tuple[Article, ...], tmp_path: Path
) -> None:
    first, second = (_bytes(kg.build(samples[:3]), tmp_path, ending) for _ in range(2))
    assert first == second


def test_the_order_of_articles_does_not_matter(samples: tuple[Article, ...], tmp_path: Path) -> None:
    graphs = {_bytes(kg.build(order), tmp_path) for order in list(permutations(samples[:3]))[:4]}
    assert len(graphs) == 1


def test_an_article_met_twice_counts_once(samples: tuple[Article, ...], tmp_path: Path) -> None:
    once, twice = kg.build(samples[:2]), kg.build([*samples[:2], samples[0]])
    assert _bytes(once, tmp_path) == _bytes(twice, tmp_path)


def test_an_article_alone_says_what_it_says_among_others(sample_extractions: tuple[Extraction, ...]) -> None:
    """What is found in one article depends on no other: they share batches of the pipeline, nothing else."""
    for extraction in sample_extractions[:3]:
        assert kg.extract(extraction.article) == extraction


_WORDS = [
    *(
        "Oxley Council",
        "Helen Marsh",
        "rejected",
        "said that",
        "the plan",
        "she",
        "will",
        "not",
        "if",
        "asked",
    ),
    *("to oversee", "It", "according to", "No", "10", "“", "”", "‘", "’", "’s", ".", ",", "?", ":", "👩‍👩‍👧"),
    *("\n\n", "\n", " ", "\x07", "\u2028"),
]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40).map(" ".join))
def test_any_text_gives_a_graph_that_keeps_its_contract(text: str) -> None:
    if not text.strip():
        return
    article = Article(text)
    extraction = kg.extract(article)
    for mention in extraction.mentions:
        assert 0 <= mention.passage.start < mention.passage.end <= len(text)
    known = {entity.key for entity in extraction.entities}
    assert {mention.entity for mention in extraction.mentions} <= known
    for statement in extraction.statements:
        assert statement.evidence.contains(statement.trigger)
        assert {argument.entity for argument in statement.arguments if argument.entity} <= known
    assert {s for event in extraction.events for s in event.statements} == set(extraction.statements)
    passages = [mention.passage for mention in extraction.mentions]
    assert len(passages) == len(set(passages)), "a passage refers to one entity"

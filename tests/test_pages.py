"""Which page `kg view` writes: of an article file, of an article of a graph, of a timeline."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg import rdf
from kg.errors import QueryError, ReadError
from kg.ontology import load as load_ontology
from kg.pages import asked_page
from kg.view import Page

from .by_article import extraction


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    store = kg.Store()
    store.add(rdf.quads(extraction(), load_ontology()))
    store.save(tmp_path / "news.ttl")
    return tmp_path / "news.ttl"


def test_a_graph_has_three_pages(graph: Path) -> None:
    assert asked_page(graph) is None, "a network is another's business"
    read, timeline = asked_page(graph, article="row"), asked_page(graph, timeline=True)
    assert isinstance(read, Page) and 'class="reader"' in read.html
    assert isinstance(timeline, Page) and 'class="timeline"' in timeline.html


def test_a_timeline_may_be_a_folder(graph: Path, tmp_path: Path) -> None:
    made = asked_page(graph, timeline=True, is_folder=True)
    assert made
    assert made.save(tmp_path / "hale") == tmp_path / "hale" / "index.html"
    assert len(list((tmp_path / "hale" / "article").iterdir())) == 1


def test_an_article_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("Ada Hale rejected the plan.", encoding="utf-8")
    made = asked_page(file)
    assert isinstance(made, Page) and "Not read" in made.html and "Ada Hale" in made.html


def test_one_of_several_articles_has_to_be_chosen(tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    file.write_text(
        '{"id": "a", "text": "Ada Hale rejected it."}\n{"id": "b", "text": "Jon Marsh left."}\n',
        encoding="utf-8",
    )
    with pytest.raises(ReadError, match=r"2 articles.*--read: 'a', 'b'"):
        asked_page(file)
    with pytest.raises(ReadError, match=r"no article 'c'.*'a', 'b'"):
        asked_page(file, article="c")
    made = asked_page(file, article="b")
    assert isinstance(made, Page) and "Jon Marsh" in made.html and "Ada Hale" not in made.html


def test_what_does_not_go_together_is_refused(graph: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="--read shows one article"):
        asked_page(graph, article="row", timeline=True)
    with pytest.raises(QueryError, match="is an article"):
        asked_page(tmp_path / "one.md", timeline=True)

"""An archive on disk: whatever came and went, it is what building the rest from scratch would be."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import rdf
from kg.errors import QueryError, StoreError
from kg.model import Article
from kg.query import PREFIXES
from kg.store import Archive, Change, Snapshot, Store, find, load, removed
from kg.store.archive import Brought, Source, batches

ROOT = Path(__file__).resolve().parent.parent
ENT, SKOS = PREFIXES["ent"], PREFIXES["skos"]


def said(article: Article) -> list[ox.Quad]:
    """A small graph: what only this article says, and what every article that has its words says too."""
    graph = rdf.article_iri(article)
    label, identifier = ox.NamedNode(SKOS + "prefLabel"), ox.NamedNode(PREFIXES["dct"] + "identifier")
    sentence = ox.NamedNode(f"{PREFIXES['passage']}{article.key}.0-{len(article.text)}")
    parts = [
        (graph, identifier, ox.Literal(article.id)),
        (sentence, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["kg"] + "Sentence")),
        (sentence, ox.NamedNode(PREFIXES["nif"] + "anchorOf"), ox.Literal(article.text)),
        (sentence, ox.NamedNode(PREFIXES["nif"] + "beginIndex"), ox.Literal(0)),
        (sentence, ox.NamedNode(PREFIXES["nif"] + "endIndex"), ox.Literal(len(article.text))),
    ]
    parts += [
        (ox.NamedNode(ENT + word.capitalize()), label, ox.Literal(word)) for word in article.text.split()
    ]
    return [ox.Quad(*part, graph) for part in parts]


def put(archive: Archive, article: Article, versions: str = "1") -> Change:
    return archive.put(article, Source.of(article, versions), said(article))


def brought(article: Article, versions: str = "1") -> Brought:
    """The same as `put` brings."""
    lines = batches.as_lines(ox.Triple(quad.subject, quad.predicate, quad.object) for quad in said(article))
    return Brought(article, Source.of(article, versions), lines)


def in_memory(*articles: Article) -> Store:
    store = Store()
    for article in articles:
        store.add(said(article))
    return store


def assert_same(found: Snapshot, expected: Store) -> None:
    assert list(found.quads()) == list(expected.quads())
    assert list(found.triples()) == list(expected.triples())
    assert len(found) == len(expected)


ONE, TWO = Article("Ada spoke", id="one"), Article("Ada wrote", id="two")

STEPS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(["x", "y"]),  # the versions
        st.none() | st.sampled_from(["Ada", "ada Bo", "Bo cy", "Cy ADA"]),  # the text; none removes
        st.none() | st.sampled_from(["https://u.example/1", "https://u.example/2"]),
    ),
    max_size=10,
)


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_whatever_came_and_went_it_is_what_building_the_rest_from_scratch_is(tmp_path_factory, steps) -> None:
    folder = tmp_path_factory.mktemp("law") / "archive"
    left: dict[str, Article] = {}
    with Archive(folder) as archive:
        for name, versions, text, url in steps:
            if text is None:
                if name in left:
                    assert archive.remove(name) == [name]
                    del left[name]
                continue
            article = Article(text, id=name, url=url)
            left = {
                id: other for id, other in left.items() if id != name and (url is None or other.url != url)
            }
            left[name] = article
            put(archive, article, versions)
            assert put(archive, article, versions) is Change.UNCHANGED
    found = load(folder)
    assert_same(found, in_memory(*left.values()))
    assert_same(found, in_memory(*reversed(left.values())))
    sentences = find(folder, ["Ada"])
    assert sorted(str(row["article_id"]) for row in sentences.dicts()) == sorted(
        id for id, article in left.items() if "ada" in article.text.lower()
    )


def test_a_change_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.archive.writing._FLUSHED_EVERY", 5)
    with Archive(tmp_path / "a") as archive:
        assert put(archive, ONE) is Change.ADDED
        assert put(archive, ONE) is Change.UNCHANGED
        assert put(archive, ONE, "2") is Change.REPLACED
        assert put(archive, Article("Bo spoke", id="one")) is Change.REPLACED
    with Archive(tmp_path / "a") as archive:
        assert put(archive, Article("Bo spoke", id="one")) is Change.UNCHANGED
        assert put(archive, TWO) is Change.ADDED
    assert_same(load(tmp_path / "a"), in_memory(Article("Bo spoke", id="one"), TWO))


def test_the_same_text_of_two_sources_stays_while_one_of_them_needs_it(tmp_path: Path) -> None:
    again = Article(ONE.text, id="again")
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
        put(archive, again)
    assert_same(load(tmp_path / "a"), in_memory(ONE, again))
    assert list(removed(tmp_path / "a", ["one"])) == ["one"]
    assert_same(load(tmp_path / "a"), in_memory(again))


@pytest.mark.parametrize("name", ["one", ONE.key, f"article:{ONE.key}", rdf.article_iri(ONE).value])
def test_an_article_is_removed_by_id_key_or_iri(tmp_path: Path, name: str) -> None:
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
        put(archive, TWO)
    assert list(removed(tmp_path / "a", [name])) == ["one"]
    assert_same(load(tmp_path / "a"), in_memory(TWO))
    with pytest.raises(StoreError, match=r"has no article 'ton'.*Most like it: two"):
        list(removed(tmp_path / "a", ["ton"]))


def test_a_reader_sees_what_was_there_when_it_looked(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
    before = load(tmp_path / "a")
    with Archive(tmp_path / "a") as archive:
        put(archive, TWO)
        archive.remove("one")
        assert_same(load(tmp_path / "a"), in_memory(ONE))
        archive.publish()
        assert_same(load(tmp_path / "a"), in_memory(TWO))
        archive.publish()
    assert_same(before, in_memory(ONE))
    assert isinstance(before, Snapshot)
    del before
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
    assert len([found for found in (tmp_path / "a" / "snapshots").iterdir() if found.is_dir()]) == 1


def test_a_reader_finds_articles_by_their_graphs_and_nothing_else(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
        put(archive, TWO)
    store = load(tmp_path / "a")
    rows = store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
    assert {str(row["g"]) for row in rows.dicts()} == {rdf.article_iri(a).value for a in (ONE, TWO)}
    counted = store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").dicts()
    assert counted == [{"n": len(in_memory(ONE, TWO))}]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <urn:kg:ledger> WHERE { ?s ?p ?o }",
        "SELECT * FROM <urn:kg:le\\u0064ger> WHERE { ?s ?p ?o }",
        "PREFIX u: <urn:kg:> SELECT * FROM u:ledger WHERE { ?s ?p ?o }",
        "SELECT * FROM NAMED <urn:kg:ledger> WHERE { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * WHERE { GRAPH <urn:kg:ledger> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s skos:prefLabel ?from . FILTER(true)GRAPH<urn:kg:ledger>{ ?a ?b ?c } }",
        "SELECT * FROM<urn:kg:staged> { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_what_an_archive_keeps_for_itself(tmp_path: Path, query: str) -> None:
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
    store = load(tmp_path / "a")
    assert not store.select(query)
    assert not list(store.found(query))  # type: ignore[arg-type]


def test_articles_are_asked_by_name(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
        put(archive, TWO)
    store = load(tmp_path / "a")
    one, two = (rdf.article_iri(article) for article in (ONE, TWO))
    counted = "SELECT (COUNT(DISTINCT ?o) AS ?n) FROM {} {} {{ ?s dct:identifier ?o }}"
    assert store.select(counted.format(one, "")).dicts() == [{"n": 1}]
    assert store.select(counted.format(one, f"FROM {two}")).dicts() == [{"n": 2}]
    named = f"SELECT ?g FROM NAMED {two} {{ GRAPH ?g {{ ?s dct:identifier ?from }} }}"
    assert store.select(named).dicts() == [{"g": two.value}]


def test_a_second_writer_is_told_who_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["kg", "build", "my articles"])
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
        archive.publish()
        with pytest.raises(
            StoreError, match=rf"written by process {os.getpid()} on .*kg build 'my articles'"
        ):
            Archive(tmp_path / "a", wait=0.1)
        put(archive, TWO)
        assert_same(load(tmp_path / "a"), in_memory(ONE))


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="holds other things"):
        Archive(tmp_path / "other")
    with pytest.raises(StoreError, match="is a folder that kg build did not make"):
        load(tmp_path / "other")
    with pytest.raises(StoreError, match="does not exist"):
        list(removed(tmp_path / "none", ["one"]))
    assert [file.name for file in (tmp_path / "other").iterdir()] == ["letter.txt"]
    with Archive(tmp_path / "a", base="https://a.example/"):
        pass
    with pytest.raises(StoreError, match=r"Give --base https://a.example/"):
        Archive(tmp_path / "a", base="https://b.example/")
    marker = tmp_path / "a" / "kg-archive.json"
    marker.write_text(json.dumps({"format": 99, "base": "https://a.example/"}))
    with pytest.raises(StoreError, match="another version of kg"):
        load(tmp_path / "a")
    marker.write_text("{")
    with pytest.raises(StoreError, match="cannot be read"):
        load(tmp_path / "a")


def test_sentences_are_found_by_words_and_never_by_a_language(tmp_path: Path) -> None:
    texts = {
        "1": "The council rejected a national inquiry.",
        "2": "National: an inquiry!",
        "3": "Zoë OR Bo said “NOT now” NEAR (the) * inquiry",
    }
    with Archive(tmp_path / "a") as archive:
        for id, text in texts.items():
            put(archive, Article(text, id=id))
    folder = tmp_path / "a"

    def ids(*words: str) -> list[object]:
        return [row["article_id"] for row in find(folder, words).dicts()]

    assert ids("national inquiry") == ["1"]
    assert ids("inquiry", "national") == ["1", "2"]
    assert ids("zoe") == ids("NOT now") == ids("near (the) *") == ["3"]
    assert ids('national" OR "zoe') == []
    assert ids("a'; DROP TABLE sentence; --") == []
    assert find(folder, ["national inquiry"]).dicts() == [
        {"sentence": texts["1"], "article_id": "1", "date": None, "begins": 0, "ends": 40, "article": None}
    ]
    assert len(find(folder, ["inquiry"], limit=2)) == 2
    with pytest.raises(QueryError, match="has no word"):
        find(folder, ["*"])


@pytest.mark.parametrize("content", [None, b"this is no database, and it is longer than its header would be"])
def test_an_index_of_words_that_is_gone_or_broken_is_made_anew(tmp_path: Path, content: bytes | None) -> None:
    with Archive(tmp_path / "a") as archive:
        put(archive, ONE)
    index = tmp_path / "a" / "sentences.sqlite"
    index.unlink()
    if content is not None:
        index.write_bytes(content * 50)
        with pytest.raises(StoreError, match="cannot be read"):
            find(tmp_path / "a", ["Ada"])
        with Archive(tmp_path / "a") as archive:
            put(archive, TWO)
    assert "one" in str(find(tmp_path / "a", ["Ada"]))


@pytest.mark.parametrize("in_files", [0, 500_000])
def test_a_batch_leaves_what_its_articles_leave_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_files: int
) -> None:
    monkeypatch.setattr(batches, "_IN_FILES", in_files)
    before = Article("Ada Bo", id="old", url="https://a.example/1")
    coming = [
        Article("Cy Di", id="new"),
        Article("Cy Di", id="the same text", title="“Cy\\ .\n”"),
        Article("Ada Bo", id="moved", url="https://a.example/1"),
        Article("Cy then", id="new"),
        Article("Cy Di", id="the same text", title="“Cy\\ .\n”"),
        Article("Ed Flo", id="last"),
    ]
    for name in ("one by one", "at once"):
        with Archive(tmp_path / name) as archive:
            put(archive, before)
            if name == "at once":
                changes = archive.put_all(map(brought, coming))
            else:
                assert [put(archive, article) for article in coming] == [
                    "added", "added", "replaced", "replaced", "unchanged", "added",
                ]  # fmt: skip
    assert [change.value for change in changes] == [
        "added", "added", "replaced", "replaced", "unchanged", "added",
    ]  # fmt: skip
    assert_same(load(tmp_path / "at once"), load(tmp_path / "one by one"))
    assert len(find(tmp_path / "at once", ["Di"])) == 1
    everything = ["the same text", "moved", "new", "last"]
    assert list(removed(tmp_path / "at once", everything)) == everything
    assert len(load(tmp_path / "at once")) == 0


def test_what_another_reading_says_takes_the_place_of_what_was_said(tmp_path: Path) -> None:
    one, other = Article("Ada Bo Cy", id="one"), Article("Bo Di", id="other")
    graph = rdf.article_iri(one)
    # Read anew, it tells no longer of Ada nor of Bo, but of Ed: Bo is in the other article too.
    anew = [quad for quad in said(one) if quad.object.value not in ("Ada", "Bo")]
    anew.append(ox.Quad(ox.NamedNode(ENT + "Ed"), ox.NamedNode(SKOS + "prefLabel"), ox.Literal("Ed"), graph))
    with Archive(tmp_path / "a") as archive:
        put(archive, one)
        put(archive, other)
        assert archive.put(one, Source.of(one, "2"), anew) == "replaced"
        assert archive.put(one, Source.of(one, "2"), anew) == "unchanged"
    expected = Store()
    expected.add([*anew, *said(other)])
    assert_same(load(tmp_path / "a"), expected)


_KILLED = """
    import os, signal, sys, threading
    sys.path.insert(0, {root!r})
    from tests.test_archive import *
    threading.Timer({seconds}, lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
    with Archive({folder!r}) as archive:
        for number in range({first}, 100_000):
            batches._IN_FILES = 0 if number % 2 else 500_000  # by files, and by the log of the store
            archive.put_all(brought(article) for article in articles_of(number))
            print(number, flush=True)
            if number % 5 == 0:
                archive.publish()
"""


def articles_of(number: int) -> list[Article]:
    """New articles, and later texts of older ones."""
    shared = f"Ada Bo{number % 7} Cy{number % 3}"
    return [
        Article(f"{shared} new {number}", id=f"new {number}"),
        Article(f"{shared} first {number % 4}", id=f"old {number % 4}"),
        Article(f"{shared} then {number}", id=f"old {number % 4}"),
    ]


def left_of(last: int) -> list[Article]:
    """What is there once the articles of all numbers up to one have come."""
    return list({article.id: article for n in range(last + 1) for article in articles_of(n)}.values())


def killed_and_checked(folder: Path, first: int, seconds: float) -> int:
    """Kill a writer after some time; the number to go on with, once the archive has been checked."""
    program = textwrap.dedent(_KILLED).format(
        root=str(ROOT), folder=str(folder), seconds=seconds, first=first
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    acknowledged = max([first - 1, *map(int, done.stdout.split())])
    found = load(folder)
    # One number may have been begun: its articles are there or not, each whole.
    articles = articles_of(acknowledged + 1)
    possible = [[*left_of(acknowledged), *articles[:count]] for count in range(len(articles) + 1)]
    graphs = [in_memory(*{article.id: article for article in those}.values()) for those in possible]
    assert list(found.quads()) in [list(graph.quads()) for graph in graphs]
    assert list(found.triples()) in [list(graph.triples()) for graph in graphs]
    counts = {len({article.id for article in those}) for those in possible}
    assert len(find(folder, ["Ada"])) in counts
    return acknowledged + 1


@pytest.mark.slow
def test_nothing_is_lost_or_torn_when_the_writer_is_killed(tmp_path: Path) -> None:
    number = 0
    for seconds in (0.05, 0.13, 0.29, 0.41, 0.73):
        number = killed_and_checked(tmp_path / "a", number, seconds)
    assert number

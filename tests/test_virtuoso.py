"""A graph in a real Virtuoso: the same triples and the same answers as on the embedded store."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

import kg
from kg import rdf
from kg.check import check
from kg.errors import StoreError
from kg.extraction import Knowledge
from kg.model import Article, Extraction
from kg.query import PREFIXES, questions
from kg.store import Endpoint, Remote, load, removed
from kg.store.archive import Source
from kg.store.remote import addresses, connection, writing

from . import virtuoso
from .test_archive import STEPS, assert_same, in_memory, said
from .test_cli import ROOT, refused
from .test_cli import kg as run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not virtuoso.is_installed(), reason="needs Debian's virtuoso-opensource"),
]
#: Of each parameter of a question: words in any letters, and an IRI that nobody has.
WORDS = ("cooper", "https://kg.example/entity/nobody")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    with virtuoso.running(tmp_path_factory.mktemp("virtuoso")) as found:
        yield found


@pytest.fixture
def url(server: virtuoso.Virtuoso, monkeypatch: pytest.MonkeyPatch):
    """The endpoint with nothing of kg's in it."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("KG_REMOTE_TIMEOUT", "15")
    monkeypatch.setattr(connection, "PAUSES", (0.2,))
    monkeypatch.delenv("KG_REMOTE_GRAPHS", raising=False)
    yield server.url
    writer = Endpoint(server.url)
    for line in writer._ledger.lines():
        writer.remove(line.id)
    connection.Connection(addresses(server.url)).update("CLEAR SILENT GRAPH <urn:kg:merged>")


def put(url: str, *articles: Article, versions: str = "1") -> None:
    writer = Endpoint(url)
    for article in articles:
        writer.put(article, Source.of(article, versions), said(article))


@pytest.fixture
def samples_there(url: str, sample_extractions: tuple[Extraction, ...], knowledge: Knowledge) -> Remote:
    writer = Endpoint(url)
    for extraction in sample_extractions:
        source = Source.of(extraction.article, "1")
        writer.put(extraction.article, source, rdf.quads(extraction, knowledge.ontology))
    found = load(url)
    assert isinstance(found, Remote)
    return found


def test_the_samples_are_the_same_there(samples_there: Remote, sample_store: kg.Store) -> None:
    assert_same(samples_there, sample_store)

    for name, question in questions().items():
        assert samples_there.query(name) == sample_store.query(name), name
        for parameter in question.parameters:
            for words in WORDS:
                given = {parameter: words}
                assert samples_there.query(name, **given) == sample_store.query(name, **given), (name, given)

    here, there = sample_store.to_networkx(), samples_there.to_networkx()
    assert dict(there.nodes(data=True)) == dict(here.nodes(data=True))
    assert list(there.edges(keys=True, data=True)) == list(here.edges(keys=True, data=True))
    assert samples_there.who("Cooper") == sample_store.who("Cooper")
    assert not list(check(samples_there.copied()))
    graphs = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    assert samples_there.query(graphs) == sample_store.query(graphs)
    made = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"
    assert samples_there.query(made) == sample_store.query(made)
    for ask in ("ASK { ?s a kg:Person }", "ASK { ?s a kg:Nothing }"):
        assert samples_there.query(ask) == sample_store.query(ask)


def test_the_gate_is_checked_there_too(samples_there: Remote, sample_store: kg.Store, url: str) -> None:
    """Edges that nothing earns: one declared, one that is not, and one of somebody who said nothing."""
    row = sample_store.query(
        "SELECT ?a ?e ?b WHERE { ?a ?e ?b . ?e kg:ownWord true } ORDER BY ?a ?e ?b LIMIT 1"
    )
    start, edge, end = next(iter(row))
    wrong = f"{end} {edge} {start} . {start} <https://kg.example/action/ate> {end} ."
    connection.Connection(addresses(url)).update(f"INSERT DATA {{ GRAPH <urn:kg:merged> {{ {wrong} }} }}")
    here = kg.Store()
    here.add(sample_store.quads())
    here._inner.update(f"INSERT DATA {{ {wrong} }}")
    assert len(here.query("check_gate")) >= 2
    assert samples_there.query("check_gate") == here.query("check_gate")


@pytest.mark.parametrize("has_graphs", [False, True], ids=["by update", "by graph store"])
def test_what_came_and_went_is_as_if_built_from_scratch(
    url: str, monkeypatch: pytest.MonkeyPatch, has_graphs: bool
) -> None:
    if has_graphs:
        monkeypatch.setenv("KG_REMOTE_GRAPHS", url.replace("/sparql", "/sparql-graph-crud-auth"))

    @settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def holds(steps) -> None:
        writer = Endpoint(url)
        for line in writer._ledger.lines():
            writer.remove(line.id)
        left: dict[str, Article] = {}
        for id, versions, text, address in steps:
            if text is None:
                if left.pop(id, None):
                    assert writer.remove(id) == [id]
                continue
            article = Article(text, id=id, url=address)
            writer.put(article, Source.of(article, versions), said(article))
            left = {name: known for name, known in left.items()
                    if name != id and (address is None or known.url != address)}  # fmt: skip
            left[id] = article
        assert_same(load(url), in_memory(*left.values()))

    holds()


def test_what_broke_off_is_made_whole(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build ends after no update, after one, after two …; then the same command comes again."""
    monkeypatch.setattr(writing, "_BATCH", 3)
    update = connection.Connection.update
    before = [Article("Ada spoke", id="one"), Article("Ada wrote", id="two")]
    after = [
        Article("Bo wrote to Ada and Cy", id="one"),
        before[1],
        Article("Ada and Dee met Bo", id="three"),
    ]
    broken = 0
    for cut in range(100):
        put(url, *before, versions=f"{cut} before")
        left = cut

        def cut_off(self: connection.Connection, text: str) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise StoreError("gone")
            update(self, text)

        with monkeypatch.context() as patched:
            patched.setattr(connection.Connection, "update", cut_off)
            try:
                put(url, *after, versions=f"{cut} after")
            except StoreError:
                broken += 1
        put(url, *after, versions=f"{cut} after")
        assert_same(load(url), in_memory(*after))
        assert list(removed(url, ["three"])) == ["three"]
        if left >= 0:
            break
    assert broken > 8


def test_hostile_words_come_back_as_they_were(url: str) -> None:
    words = 'He said "no\\" } ; DROP ALL # \u2018yes\u2019 \U0001f600 \\u0022 {{x}} <y> \t\n \x01 end'
    article = Article(words, id='a" . } ; CLEAR ALL #', url="https://news.example/?q=1&r=2")
    graph, note = rdf.article_iri(article), ox.NamedNode(PREFIXES["skos"] + "note")
    quads = [
        ox.Quad(graph, note, ox.Literal(words), graph),
        ox.Quad(graph, note, ox.Literal(words, language="en"), graph),
        ox.Quad(graph, note, ox.Literal("true", datatype=ox.NamedNode(PREFIXES["xsd"] + "boolean")), graph),
        ox.Quad(
            graph, note, ox.Literal("2025-01-16", datatype=ox.NamedNode(PREFIXES["xsd"] + "date")), graph
        ),
        ox.Quad(graph, note, ox.Literal(17), graph),
    ]
    Endpoint(url).put(article, Source.of(article, "1"), quads)
    found = load(url)
    assert_same(found, kg.Store.of(quads))
    assert len(found.query("SELECT ?s ?asked WHERE { ?s skos:note ?asked }", asked=words)) == 1
    assert list(removed(url, [article.id])) == [article.id]
    assert len(load(url)) == 0


def test_an_article_larger_than_a_batch_is_whole(url: str) -> None:
    long = Article(" ".join(f"Name{n}" for n in range(2_500)), id="long")
    put(url, long)
    assert_same(load(url), in_memory(long))


def test_the_command_line_works_with_a_url(url: str, server: virtuoso.Virtuoso, tmp_path) -> None:
    articles = sorted((ROOT / "data" / "articles").glob("brackenmouth*"))[:2]
    built = run("build", *map(str, articles), "-o", url)
    assert built.returncode == 0, built.stderr
    assert "2 articles built" in built.stderr
    assert "2 unchanged and skipped" in run("build", *map(str, articles), "-o", url).stderr
    assert run("build", *map(str, articles), "-o", str(tmp_path / "here.ttl")).returncode == 0
    assert run("export", url, "-o", str(tmp_path / "there.ttl")).returncode == 0
    assert (tmp_path / "there.ttl").read_bytes() == (tmp_path / "here.ttl").read_bytes()
    asked = run("query", url, "who_claims_what", "--format", "csv")
    assert (
        asked.stdout == run("query", str(tmp_path / "here.ttl"), "who_claims_what", "--format", "csv").stdout
    )
    assert asked.stdout.count("\n") > 3
    assert "no violation" in run("check", url).stdout
    assert run("remove", url, articles[0].stem).stdout.strip() == articles[0].stem
    assert "needs the index of words of an archive on disk" in refused(run("find", url, "inquiry"))


def test_a_limit_of_rows_is_told_and_not_fallen_for(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    with virtuoso.running(tmp_path, limits="ResultSetMaxRows = 20") as limited:
        for name, value in limited.environment.items():
            monkeypatch.setenv(name, value)
        put(limited.url, *(Article(f"Ada met Bo{n}", id=str(n)) for n in range(5)))
        with pytest.raises(StoreError, match="at the most"):
            load(limited.url).query("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
        assert len(list(load(limited.url).triples())) > 20  # article by article, none of them has so many
        put(limited.url, Article(" ".join(f"Bo{n}" for n in range(30)), id="long"))
        with pytest.raises(StoreError, match="at the most"):
            list(load(limited.url).triples())
        assert len(load(limited.url).query("SELECT ?s WHERE { ?s ?p ?o } LIMIT 5")) == 5

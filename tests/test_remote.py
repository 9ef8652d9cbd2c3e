"""A graph behind an endpoint: the same graph as in memory, whatever came and went and whatever fails."""

from __future__ import annotations

import logging

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg.errors import QueryError, StoreError
from kg.model import Article
from kg.store import Change, Endpoint, Remote, load, removed
from kg.store.archive import Source
from kg.store.remote import addresses, connection, writing

from . import endpoint as fake
from .test_archive import ONE, STEPS, TWO, assert_same, in_memory, said

SECRET = "m0st-secret"


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that a test can wait for, and updates so small that an article takes several."""
    monkeypatch.setattr(connection, "PAUSES", (0.01, 0.01))
    monkeypatch.setattr(writing, "_BATCH", 3)
    for name in ("USER", "PASSWORD", "TOKEN", "UPDATE", "GRAPHS", "TIMEOUT"):
        monkeypatch.delenv(f"KG_REMOTE_{name}", raising=False)


@pytest.fixture
def endpoint():
    with fake.running() as found:
        yield found


def put(url: str, *articles: Article, versions: str = "1") -> list[Change]:
    writer = Endpoint(url)
    return [writer.put(article, Source.of(article, versions), said(article)) for article in articles]


def test_it_is_the_graph_that_a_store_in_memory_would_be(endpoint) -> None:
    assert put(endpoint.url, ONE, TWO) == [Change.ADDED, Change.ADDED]
    found = load(endpoint.url)
    assert isinstance(found, Remote)
    assert_same(found, in_memory(ONE, TWO))


@pytest.mark.parametrize("has_graphs", [False, True], ids=["by update", "by graph store"])
def test_whatever_came_and_went_it_is_what_building_the_rest_from_scratch_is(
    endpoint, monkeypatch, has_graphs: bool
) -> None:
    if has_graphs:
        monkeypatch.setenv("KG_REMOTE_GRAPHS", endpoint.graphs)

    @settings(deadline=None, max_examples=10)
    @given(STEPS)
    def holds(steps) -> None:
        endpoint.store.clear()
        left: dict[str, Article] = {}
        writer = Endpoint(endpoint.url)
        for id, versions, text, url in steps:
            if text is None:
                if id in left:
                    assert writer.remove(id) == [id]
                    del left[id]
                continue
            article = Article(text, id=id, url=url or "")
            writer.put(article, Source.of(article, versions), said(article))
            left = {
                name: known for name, known in left.items() if name != id and not (url and known.url == url)
            } | {id: article}
        assert_same(load(endpoint.url), in_memory(*left.values()))
        assert not [graph for graph in endpoint.store.named_graphs() if "staged" in graph.value]

    holds()
    assert bool(endpoint.count("put")) == has_graphs


def test_what_is_unchanged_is_not_written(endpoint) -> None:
    put(endpoint.url, ONE)
    before = endpoint.count("update")
    assert put(endpoint.url, ONE) == [Change.UNCHANGED]
    assert put(endpoint.url, ONE, versions="2") == [Change.REPLACED]
    assert endpoint.count("update") > before


def test_a_name_that_is_not_there_is_told_with_the_nearest(endpoint) -> None:
    put(endpoint.url, ONE)
    with pytest.raises(StoreError, match=r"has no article 'onne'.*Most like it: one"):
        list(removed(endpoint.url, ["onne"]))
    assert list(removed(endpoint.url, ["one"])) == ["one"]
    assert len(load(endpoint.url)) == 0


def test_nothing_is_begun_where_kg_wrote_nothing(endpoint) -> None:
    with pytest.raises(StoreError, match="holds no article that kg wrote"):
        list(removed(endpoint.url, ["one"]))
    assert not endpoint.count("update")


def test_another_base_is_refused(endpoint) -> None:
    put(endpoint.url, ONE)
    with pytest.raises(StoreError, match=r"Give --base https://kg\.example/"):
        Endpoint(endpoint.url, base="https://news.example/")


def test_what_others_put_there_is_read_too(endpoint) -> None:
    there = in_memory(ONE)
    endpoint.store.extend(ox.Quad(said.subject, said.predicate, said.object) for said in there.triples())
    assert list(load(endpoint.url).triples()) == list(there.triples())
    assert len(load(endpoint.url)) == len(there)


def test_graphs_are_those_of_articles_and_no_others(endpoint) -> None:
    put(endpoint.url, ONE, TWO)
    rows = load(endpoint.url).query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
    assert rows == in_memory(ONE, TWO).query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
    assert len(rows) == 2


def test_a_blank_node_is_refused(endpoint) -> None:
    quad = ox.Quad(ox.BlankNode(), ox.NamedNode("https://p.example/"), ox.Literal("x"), ox.DefaultGraph())
    with pytest.raises(StoreError, match="blank node"):
        Endpoint(endpoint.url).put(ONE, Source.of(ONE, "1"), [quad])


# What may fail


def _assert_made_whole(endpoint, *, versions: str) -> None:
    """The same command again completes what was cut, and nothing counts meanwhile that is not whole."""
    endpoint.fault = lambda kind, number: None
    put(endpoint.url, NEW, TWO, THREE, versions=versions)
    assert_same(load(endpoint.url), in_memory(NEW, TWO, THREE))
    assert not [graph for graph in endpoint.store.named_graphs() if "staged" in graph.value]


NEW = Article("Bo wrote to Ada and Cy and Dee", id="one")
THREE = Article("Ada and Dee met Bo", id="three", url="https://u.example/3")


@pytest.mark.parametrize("fault", ["500", "torn", "lost"])
@pytest.mark.parametrize("has_graphs", [False, True], ids=["by update", "by graph store"])
def test_wherever_a_build_is_cut_the_next_one_makes_it_whole(
    endpoint, monkeypatch, fault: str, has_graphs: bool
) -> None:
    if has_graphs:
        monkeypatch.setenv("KG_REMOTE_GRAPHS", endpoint.graphs)
    monkeypatch.setattr(connection, "PAUSES", ())
    cuts = 0
    for cut in range(100):
        endpoint.fault = lambda kind, number: None
        endpoint.store.clear()
        endpoint.requests.clear()
        put(endpoint.url, ONE, TWO)
        done = endpoint.count("update")
        endpoint.fault = lambda kind, number: fault if kind == "update" and number >= done + cut else None  # noqa: B023
        try:
            put(endpoint.url, NEW, TWO, THREE, versions="2")
        except StoreError as problem:
            assert "run the same command again" in str(problem)
            cuts += 1
        else:
            break
        if fault == "500":  # an endpoint that does an update whole or not at all: readers see no part of any
            seen = set(load(endpoint.url).triples())
            wholes = [in_memory(*some) for some in ((ONE, TWO), (NEW, TWO), (NEW, TWO, THREE))]
            assert any(seen == set(whole.triples()) for whole in wholes)
        _assert_made_whole(endpoint, versions="2")
    assert cuts >= 4


@pytest.mark.parametrize("fault", ["500", "503", "lost", "torn"])
def test_what_fails_for_a_moment_is_tried_again(endpoint, fault: str) -> None:
    endpoint.fault = lambda kind, number: fault if kind == "update" and number % 2 == 0 else None
    put(endpoint.url, ONE, TWO)
    put(endpoint.url, NEW, versions="2")
    endpoint.fault = lambda kind, number: None
    assert_same(load(endpoint.url), in_memory(NEW, TWO))


@pytest.mark.parametrize("fault", ["500", "half", "slow"])
def test_a_question_is_asked_again_that_met_a_fault(endpoint, monkeypatch, fault: str) -> None:
    put(endpoint.url, ONE)
    monkeypatch.setenv("KG_REMOTE_TIMEOUT", "0.3")
    graph = load(endpoint.url)
    asked = endpoint.count("query")
    endpoint.fault = lambda kind, number: fault if number == asked else None
    assert len(graph) == len(in_memory(ONE))
    assert endpoint.count("query") == asked + 2


def test_an_endpoint_that_is_down_is_one_line(endpoint) -> None:
    gone = endpoint.url.replace("/query", "/gone/query").replace("127.0.0.1", "127.0.0.1")
    with fake.running() as other:
        gone = other.url
    with pytest.raises(StoreError, match=rf"{gone} does not answer, tried 3 times: it cannot be reached"):
        load(gone)


def test_an_endpoint_that_is_slow_is_one_line(endpoint, monkeypatch) -> None:
    monkeypatch.setenv("KG_REMOTE_TIMEOUT", "0.2")
    endpoint.fault = lambda kind, number: "slow"
    with pytest.raises(StoreError, match=r"tried 3 times: there is no answer within 0.2 seconds"):
        load(endpoint.url)


def test_a_page_is_no_endpoint(endpoint) -> None:
    endpoint.fault = lambda kind, number: "html"
    with pytest.raises(StoreError, match="answers with text/html, which is no answer to a SPARQL query"):
        load(endpoint.url)


def test_a_query_that_cannot_be_read_is_told_as_everywhere(endpoint) -> None:
    put(endpoint.url, ONE)
    asked = endpoint.count("query")
    for query in (
        "SELECT * WHERE {",
        "DROP ALL",
        "SELECT * WHERE { SERVICE <x:> { ?s ?p ?o } }",
    ):
        with pytest.raises(QueryError) as here:
            load(endpoint.url).query(query)
        with pytest.raises(QueryError) as there:
            in_memory(ONE).query(query)
        assert str(here.value) == str(there.value)
    assert endpoint.count("query") == asked + 3  # each one to see what the endpoint holds


# Who asks


def test_a_password_opens_and_is_never_shown(endpoint, monkeypatch, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint.login = ("ada", SECRET)
    monkeypatch.setenv("KG_REMOTE_USER", "ada")
    monkeypatch.setenv("KG_REMOTE_PASSWORD", SECRET)
    put(endpoint.url, ONE)
    assert_same(load(endpoint.url), in_memory(ONE))
    found = addresses(endpoint.url)
    assert SECRET not in repr(found) + str(connection.Connection(found)) + caplog.text
    assert not [text for _, text in endpoint.requests if SECRET in text]


def test_a_wrong_password_is_one_line_without_it(endpoint, monkeypatch, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint.login = ("ada", "another")
    monkeypatch.setenv("KG_REMOTE_USER", "ada")
    monkeypatch.setenv("KG_REMOTE_PASSWORD", SECRET)
    with pytest.raises(StoreError, match=r"refuses this \(401\). Set KG_REMOTE_USER") as refused:
        load(endpoint.url)
    assert SECRET not in str(refused.value) + caplog.text


def test_what_an_endpoint_repeats_of_a_secret_is_blotted_out(monkeypatch) -> None:
    found = addresses("https://g.example/query", {"KG_REMOTE_USER": "ada", "KG_REMOTE_PASSWORD": SECRET})
    assert found.without_secrets(f"no {SECRET} and YWRhOm0wc3Qtc2VjcmV0 here") == "no … and … here"


def test_a_password_in_the_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match=r"The URL of g.example has a user or a password in it") as refused:
        load(f"https://ada:{SECRET}@g.example/query")
    assert SECRET not in str(refused.value)


def test_the_address_for_updates_follows_from_that_for_queries() -> None:
    user = {"KG_REMOTE_USER": "ada"}
    assert addresses("http://g.example/news/query", {}).update == "http://g.example/news/update"
    assert (
        addresses("http://g.example/repositories/n", {}).update
        == "http://g.example/repositories/n/statements"
    )
    assert addresses("http://g.example:8890/sparql", {}).update == "http://g.example:8890/sparql"
    assert addresses("http://g.example:8890/sparql", user).update == "http://g.example:8890/sparql-auth"
    given = {**user, "KG_REMOTE_UPDATE": "http://g.example/up"}
    assert addresses("http://g.example:8890/sparql", given).update == "http://g.example/up"


@pytest.mark.parametrize("url", ["http://", "https:///sparql", "http://g.example:x/"])
def test_a_url_that_is_none_is_told(url: str) -> None:
    with pytest.raises(StoreError, match="URL of"):
        addresses(url, {})


def test_seconds_that_are_none_are_told() -> None:
    with pytest.raises(StoreError, match="KG_REMOTE_TIMEOUT is no number"):
        addresses("http://g.example/", {"KG_REMOTE_TIMEOUT": "soon"})

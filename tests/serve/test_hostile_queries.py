"""Queries that somebody who means harm would send, in every spelling, and what becomes of their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

import httpx
import pytest

from kg.model import Article
from kg.store import Archive
from kg.store.archive import Source
from tests.by_browser import HOSTILE
from tests.serve.site import ARTICLE, OTHER, quads, serving


def ask(site: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return site.post("/sparql", data={"query": query}, headers=headers)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SeRvIcE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE#here\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\U00000053\\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { {} UNION { ?s ?p trueSERVICE<http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "SELECT * { VALUES ?x { <http://127.0.0.1:9/> } SERVICE ?x { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x: { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } { { SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
        "LOAD <file:///etc/hostname>",
        "lOaD SILENT <file:///etc/hostname> INTO GRAPH <urn:x>",
        "\\u004cOAD <file:///etc/hostname>",
        "# comment\nBASE <urn:x> #\nPREFIX a: <urn:a> LOAD <file:///etc/hostname>",
        "ASK {} ; LOAD <file:///etc/hostname>",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * fRoM <FILE:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM#\n<file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM <f\\u0069le:///etc/hostname> { ?s ?p ?o }",
        "PREFIX x: <file:///etc/> SELECT * FROM x:hostname { ?s ?p ?o }",
        "BASE <file:///etc/> SELECT * FROM <hostname> { ?s ?p ?o }",
        "SELECT * \\u0046ROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/hostname> { GRAPH ?g { ?s ?p ?o } }",
        "DESCRIBE <urn:x> FROM <file:///etc/hostname>",
    ],
)
def test_nothing_outside_is_reached_in_any_spelling(site: httpx.Client, query: str) -> None:
    assert ask(site, query).status_code == 400


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The same articles as an archive, which keeps a ledger in graphs of its own."""
    folder = tmp_path_factory.mktemp("archive") / "news"
    with Archive(folder) as writing:
        for graph in (ARTICLE, OTHER):
            article = Article(f"text of {graph}", graph[-4:])
            found = [quad for quad in quads() if str(quad.graph_name) == f"<{graph}>"]
            writing.put(article, Source.of(article, "test"), found)
    with serving(folder) as client:
        yield client


@pytest.mark.parametrize(
    "query",
    [
        "ASK FROM <urn:kg:ledger> { ?s ?p ?o }",
        "ASK FROM <urn:kg:l\\u0065dger> { ?s ?p ?o }",
        "PREFIX x: <urn:kg:> ASK FROM x:ledger { ?s ?p ?o }",
        "PREFIX x: <urn:kg:> ASKFROMx:ledger { ?s <urn:kg:ledger#id> ?o }",
        "PREFIX x: <urn:kg:> ASKFROM NAMEDx:ledger { GRAPH ?g { ?s <urn:kg:ledger#id> ?o } }",
        "ASK { GRAPH <urn:kg:ledger> { ?s ?p ?o } }",
        "ASK { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'urn:kg')) }",
        "ASK { BIND(1 AS ?x) ?s ?p ?o . ?s kg:mentionKind kg:NameGRAPH ?g { ?a <urn:kg:ledger#id> ?c } }",
        "ASK { ?s kg:ownWord trueGRAPH ?g { ?a <urn:kg:ledger#id> ?c } }",
        "ASK { { SELECT * { graph ?g { ?a <urn:kg:ledger#id> ?c } } } }",
        "ASK { ?a <urn:kg:ledger#id> ?c }",
    ],
)
def test_an_archive_tells_nothing_of_its_own_order(archive: httpx.Client, query: str) -> None:
    assert ask(archive, "ASK { GRAPH ?g { ent:MiraTolland ?p ?o } }").json()["boolean"]
    answer = ask(archive, query)
    assert answer.status_code == 400 or answer.json()["boolean"] is False


def test_a_graph_with_a_prefix_is_the_graph_of_its_iri(site: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) FROM %s { ?s ?p ?o }"
    whole = ask(site, count % f"<{ARTICLE}>").json()
    key = ARTICLE.rpartition("/")[2]
    assert ask(site, count % f"article:{key}").json() == whole
    assert ask(site, f"BASE <https://kg.example/article/> {count % f'<{key}>'}").json() == whole
    assert ask(site, "PREFIX x: <https://kg.example/> " + count % f"x:article\\/{key}").json() == whole
    assert ask(site, count % "nobody:knows").status_code == 400


# What would never end, or never fit.

STEPS = "(!<urn:x>|^!<urn:y>)*"
PATHS = f"SELECT (COUNT(*) AS ?n) {{ ?a {STEPS} ?b . ?b {STEPS} ?c . ?c {STEPS} ?d . ?d {STEPS} ?e }}"
EXPLOSION = "CONSTRUCT { ?a ?b ?c . ?d ?e ?f . ?a ?e ?c . ?d ?b ?f } { ?a ?b ?c . ?d ?e ?f }"


def doubled(times: int) -> str:
    """A query whose one row has a text of two to the power of so many characters."""
    steps = " ".join(f"BIND(CONCAT(?t{n}, ?t{n}) AS ?t{n + 1})" for n in range(times))
    return f'SELECT ?t{times} {{ BIND("x" AS ?t0) {steps} }}'


def test_what_never_ends_is_ended_and_harms_nobody(graph: Path) -> None:
    regex = 'ASK { ?s ?p ?o FILTER(REGEX("' + "a" * 5000 + 'b", "^(a+)+$", "i")) }'
    backwards = 'ASK { ?s ?p ?o FILTER(REGEX("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "(a*)*\\\\1")) }'
    huge = 'ASK { ?s ?p ?o FILTER(REGEX(STR(?o), "(((((a{1,100}){1,100}){1,100}){1,100}){1,100})")) }'
    with serving(graph, "--timeout", "2", "--memory", "300") as site:
        for query in (PATHS, regex, backwards, huge, doubled(60), EXPLOSION):
            answer = ask(site, query)
            assert answer.status_code in (200, 400, 413, 503), query[:80]
            if answer.status_code == 200:
                assert len(answer.content) < 64_000_000
        assert ask(site, PATHS).status_code == 503
        assert ask(site, "ASK {}").json()["boolean"]


def test_an_answer_has_a_bound_of_rows_and_of_bytes(graph: Path) -> None:
    with serving(graph, "--timeout", "60", "--memory", "4000") as site:
        answer = ask(site, EXPLOSION, Accept="application/n-triples")
        assert answer.headers["kg-limited-to"] == "10000"
        assert 0 < answer.text.count("\n") <= 10_000
        assert len(ask(site, doubled(20)).json()["results"]["bindings"][0]["t20"]["value"]) == 2**20
        answer = ask(site, doubled(26))
        assert answer.status_code == 413
        assert "64 megabytes" in answer.text
        assert ask(site, "ASK {}").json()["boolean"]


# What articles say, in every format.

NAMES = "SELECT ?name { ?s skos:prefLabel ?name }"


@pytest.mark.parametrize("kind", ["text/csv", "text/tab-separated-values", "application/json", "text/xml"])
def test_hostile_answers_are_no_pages(site: httpx.Client, kind: str) -> None:
    answer = ask(site, NAMES, Accept=kind)
    assert "alert(1)" in answer.text
    assert "html" not in answer.headers["content-type"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    if kind == "text/xml":
        found = "".join(xml.fromstring(answer.content).itertext())
        assert HOSTILE["closing script"] in found
    if kind == "text/csv":
        assert not re.search(r"(?m)^[=+@-]", answer.text)


def test_a_refusal_says_hostile_words_as_text_only(site: httpx.Client) -> None:
    for words in HOSTILE.values():
        for path, given in (
            ("/sparql", {"query": words}),
            ("/sparql", {"query": "ASK {}", "default-graph-uri": words}),
            ("/store", {"graph": words}),
        ):
            answer = site.get(path, params=given)
            assert answer.status_code in (400, 404)
            assert answer.headers["content-type"] == "text/plain; charset=utf-8"

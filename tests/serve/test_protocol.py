"""The SPARQL 1.1 Protocol, expectation by expectation, as a client of HTTP sees it."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as xml

import httpx
import pyoxigraph as ox
import pytest

from tests.serve.site import ARTICLE, JSON, OTHER

SELECT = 'SELECT ?name { ent:MiraTolland skos:prefLabel ?name } # "√"'
CONSTRUCT = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s skos:prefLabel "Mira Tolland" ; ?p ?o }'
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
SD = "http://www.w3.org/ns/sparql-service-description#"


def names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["name"]["value"] for row in answer.json()["results"]["bindings"]]


def ask(site: httpx.Client, query: str, accept: str | None = None, **parameters: object) -> httpx.Response:
    headers = {} if accept is None else {"Accept": accept}
    return site.get("/sparql", params={"query": query, **parameters}, headers=headers)  # type: ignore[arg-type]


# Three ways to send a query.


def test_query_by_get(site: httpx.Client) -> None:
    answer = ask(site, SELECT)
    assert names(answer) == ["Mira Tolland"]
    assert answer.headers["content-type"] == JSON
    assert answer.headers["vary"] == "Accept"


def test_query_by_post_of_a_form(site: httpx.Client) -> None:
    assert names(site.post("/sparql", data={"query": SELECT})) == ["Mira Tolland"]


def test_query_by_post_directly(site: httpx.Client) -> None:
    for kind in (DIRECT, f"{DIRECT}; charset=UTF-8", "Application/SPARQL-Query"):
        answer = site.post("/sparql", content=SELECT.encode(), headers={"Content-Type": kind})
        assert names(answer) == ["Mira Tolland"]


def test_head_has_the_headers_and_no_body(site: httpx.Client) -> None:
    answer = site.head("/sparql", params={"query": SELECT})
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, JSON, b"")


# What is no query.


def test_two_queries_are_refused(site: httpx.Client) -> None:
    assert site.get("/sparql", params={"query": [SELECT, "ASK {}"]}).status_code == 400
    assert site.post("/sparql", data={"query": [SELECT, SELECT]}).status_code == 400
    twice = site.post(
        "/sparql", params={"query": SELECT}, content=SELECT.encode(), headers={"Content-Type": DIRECT}
    )
    assert twice.status_code == 400


def test_a_post_without_a_query_is_refused(site: httpx.Client) -> None:
    assert site.post("/sparql", data={"nothing": "here"}).status_code == 400


def test_a_post_of_another_media_type_is_refused(site: httpx.Client) -> None:
    for kind in ("text/plain", "application/json", "application/sparql-query-and-more"):
        answer = site.post("/sparql", content=SELECT.encode(), headers={"Content-Type": kind})
        assert answer.status_code == 415
        assert DIRECT in answer.headers["accept-post"]
    assert site.post("/sparql", content=SELECT.encode()).status_code == 415


def test_a_query_that_is_not_utf_8_is_refused(site: httpx.Client) -> None:
    kind = {"Content-Type": f"{DIRECT}; charset=utf-16"}
    assert site.post("/sparql", content=SELECT.encode("utf-16"), headers=kind).status_code == 400
    broken = site.post("/sparql", content=b'ASK { ?s ?p "\xff" }', headers={"Content-Type": DIRECT})
    assert broken.status_code == 400
    assert site.get("/sparql?query=ASK%20%7B%3Fs%20%3Fp%20%22%ff%22%7D").status_code == 400
    form = site.post("/sparql", content=b"query=ASK%7B%7D%ff", headers={"Content-Type": FORM})
    assert form.status_code == 400


def test_a_query_that_cannot_be_read_is_400_with_the_place(site: httpx.Client) -> None:
    answer = ask(site, "SELECT ?s WHERE {\n ?s ?p }")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert "2:9" in answer.text
    assert ask(site, "").status_code == 400


def test_a_query_of_a_megabyte_is_413(site: httpx.Client) -> None:
    long = SELECT + " " * 1_000_001
    answer = site.post("/sparql", content=long.encode(), headers={"Content-Type": DIRECT})
    assert answer.status_code == 413


def test_updates_are_405_in_every_way_to_send_them(site: httpx.Client) -> None:
    update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
    answers = (
        site.get("/sparql", params={"update": update}),
        site.post("/sparql", data={"update": update}),
        site.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}),
        site.post("/sparql", data={"update": update, "using-graph-uri": ARTICLE}),
    )
    for answer in answers:
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert not ask(site, "ASK { <urn:a> ?p ?o }").json()["boolean"]


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DROP ALL",
        "LOAD <http://127.0.0.1/x>",
        "PREFIX a: <urn:a> CLEAR ALL",
    ],
)
def test_an_update_sent_as_a_query_is_400(site: httpx.Client, update: str) -> None:
    assert ask(site, update).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_405(site: httpx.Client, method: str) -> None:
    answer = site.request(method, "/sparql", params={"query": SELECT})
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


# Formats.


def test_rows_in_every_format(site: httpx.Client) -> None:
    assert names(ask(site, SELECT, "application/json")) == ["Mira Tolland"]
    found = ask(site, SELECT, "application/sparql-results+xml")
    assert found.headers["content-type"] == "application/sparql-results+xml"
    literal = xml.fromstring(found.text).find(".//{http://www.w3.org/2005/sparql-results#}literal")
    assert literal is not None
    assert literal.text == "Mira Tolland"
    found = ask(site, SELECT, "text/csv")
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(found.text))) == [["name"], ["Mira Tolland"]]
    found = ask(site, SELECT, "text/tab-separated-values")
    assert found.text == '?name\n"Mira Tolland"\n'


def test_yes_and_no_in_every_format(site: httpx.Client) -> None:
    asked = "ASK { ent:MiraTolland ?p ?o }"
    assert ask(site, asked).json() == {"head": {}, "boolean": True}
    assert ask(site, "ASK { <urn:none> ?p ?o }").json()["boolean"] is False
    boolean = xml.fromstring(ask(site, asked, "application/sparql-results+xml").text)[-1]
    assert (boolean.tag, boolean.text) == ("{http://www.w3.org/2005/sparql-results#}boolean", "true")
    assert ask(site, asked, "text/csv").text.strip() == "true"
    assert ask(site, asked, "text/tab-separated-values").text.strip() == "true"


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        (None, ox.RdfFormat.TURTLE),
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE ent:MiraTolland"])
def test_triples_in_every_format(
    site: httpx.Client, query: str, accept: str | None, format: ox.RdfFormat
) -> None:
    answer = ask(site, query, accept)
    assert answer.headers["content-type"].split(";")[0] == (accept or "text/turtle")
    triples = {quad.triple for quad in ox.parse(answer.content, format=format)}
    rows = ask(site, "SELECT ?p ?o { ent:MiraTolland ?p ?o }").json()["results"]["bindings"]
    assert len(triples) == len(rows) > 5
    assert {triple.subject.value for triple in triples} == {"https://kg.example/entity/MiraTolland"}  # type: ignore[union-attr]


def test_the_highest_quality_wins(site: httpx.Client) -> None:
    for accept, kind in (
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml"),
        ("text/csv;q=0.9, application/sparql-results+xml;q=0.3", "text/csv"),
        ("text/*", "text/csv"),
        ("application/rdf+xml, */*;q=0.2", JSON),
        (f"{JSON};q=0, */*", "application/sparql-results+xml"),
        ("*/*", JSON),
    ):
        assert ask(site, SELECT, accept).headers["content-type"].split(";")[0] == kind


def test_a_format_that_there_is_not_is_406(site: httpx.Client) -> None:
    for query, accept in (
        (SELECT, "image/png"),
        (SELECT, "text/turtle"),
        (CONSTRUCT, "text/csv"),
        (SELECT, "*/*;q=0"),
    ):
        answer = ask(site, query, accept)
        assert answer.status_code == 406
        assert "written as one of" in answer.text


# Datasets.

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def count(answer: httpx.Response) -> int:
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def graphs(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["g"]["value"] for row in answer.json()["results"]["bindings"]]


def test_a_dataset_of_the_request(site: httpx.Client) -> None:
    whole, one = count(ask(site, COUNT)), {"default-graph-uri": OTHER}
    part = count(ask(site, COUNT, **one))
    assert 0 < part < whole
    assert graphs(ask(site, GRAPHS)) == [OTHER, ARTICLE]
    assert graphs(ask(site, GRAPHS, **one)) == []
    named = {"named-graph-uri": ARTICLE}
    assert graphs(ask(site, GRAPHS, **named)) == [ARTICLE]
    assert count(ask(site, COUNT, **named)) == 0
    assert graphs(site.post("/sparql", data={"query": GRAPHS, **named})) == [ARTICLE]
    direct = site.post("/sparql", params=one, content=COUNT, headers={"Content-Type": DIRECT})
    assert count(direct) == part


def test_several_default_graphs_are_merged(site: httpx.Client) -> None:
    both = {"default-graph-uri": [ARTICLE, OTHER]}
    assert count(ask(site, COUNT, **both)) == count(ask(site, COUNT))
    twice = count(ask(site, COUNT, **{"default-graph-uri": [OTHER, OTHER]}))
    assert twice == count(ask(site, COUNT, **{"default-graph-uri": OTHER}))


def test_a_dataset_of_the_request_goes_before_that_of_the_query(site: httpx.Client) -> None:
    query = COUNT.replace("{", f"FROM <{ARTICLE}> {{", 1)
    of_query = count(ask(site, query))
    assert of_query == count(ask(site, COUNT, **{"default-graph-uri": ARTICLE}))
    of_request = count(ask(site, query, **{"default-graph-uri": OTHER}))
    assert of_request == count(ask(site, COUNT, **{"default-graph-uri": OTHER})) != of_query
    both = COUNT.replace("{", f"FROM <{ARTICLE}> FROM <{OTHER}> {{", 1)
    assert count(ask(site, both)) == count(ask(site, COUNT))
    assert count(ask(site, both, **{"default-graph-uri": [OTHER, OTHER]})) == of_request


def test_a_graph_that_is_not_here_is_refused_and_not_fetched(site: httpx.Client) -> None:
    for iri in ("http://127.0.0.1:9/x.ttl", "file:///etc/hostname", "urn:kg:ledger"):
        for query in (
            f"SELECT * FROM <{iri}> {{ ?s ?p ?o }}",
            f"SELECT * FROM  NAMED <{iri}> {{ ?s ?p ?o }}",
        ):
            answer = ask(site, query)
            assert answer.status_code == 400
            assert "nothing is fetched" in answer.text
        assert ask(site, COUNT, **{"default-graph-uri": iri}).status_code == 400
        assert ask(site, COUNT, **{"named-graph-uri": iri}).status_code == 400
    assert ask(site, COUNT, **{"default-graph-uri": "not an iri"}).status_code == 400
    assert ask(site, 'ASK { FILTER("from <http://x/>" != "") } # FROM <http://y/>').json()["boolean"]


# What the service says of itself, and who may read it.


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/ld+json"])
def test_the_service_describes_itself(site: httpx.Client, accept: str) -> None:
    answer = site.get("/sparql", headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept
    format = ox.RdfFormat.from_media_type(accept)
    said = {
        (t.predicate.value, getattr(t.object, "value", "")) for t in ox.parse(answer.content, format=format)
    }
    assert (f"{SD}endpoint", str(site.base_url.join("/sparql"))) in said
    assert (f"{SD}supportedLanguage", f"{SD}SPARQL11Query") in said
    assert not any("Update" in value for _, value in said)
    assert site.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_people_get_an_editor(site: httpx.Client) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    for parameters in ({}, {"query": SELECT}):
        answer = site.get("/sparql", params=parameters, headers={"Accept": browser})
        assert answer.headers["content-type"].startswith("text/html")
        assert "yasgui" in answer.text


def test_pages_of_other_sites_may_read_answers(site: httpx.Client) -> None:
    elsewhere = {"Origin": "https://elsewhere.example"}
    for answer in (
        site.get("/sparql", params={"query": SELECT}, headers=elsewhere),
        site.get("/sparql", params={"query": "SELECT"}, headers=elsewhere),
        site.get("/store?default", headers=elsewhere),
        site.get("/entity/MiraTolland", headers={**elsewhere, "Accept": "text/turtle"}),
    ):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
    asked = {
        **elsewhere,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = site.options("/sparql", headers=asked)
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"].lower()
    assert "access-control-allow-origin" not in site.get("/", headers=elsewhere).headers


def test_json_is_what_the_specification_shows(site: httpx.Client) -> None:
    answer = ask(site, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (1 "x"@en UNDEF) } }').content
    assert json.loads(answer) == {
        "head": {"vars": ["a", "b", "c"]},
        "results": {"bindings": [{
            "a": {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
            "b": {"type": "literal", "value": "x", "xml:lang": "en"},
        }]},
    }  # fmt: skip

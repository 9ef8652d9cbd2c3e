"""The SPARQL 1.1 Graph Store HTTP Protocol, as far as it reads."""

from __future__ import annotations

import httpx
import pyoxigraph as ox
import pytest

from tests.serve.site import ARTICLE, OTHER, quads

ALL = {quad.triple for quad in quads()}
OF_OTHER = {quad.triple for quad in quads() if quad.graph_name == ox.NamedNode(OTHER)}


def triples(answer: httpx.Response, format: ox.RdfFormat = ox.RdfFormat.TURTLE) -> set[ox.Triple]:
    assert answer.status_code == 200, answer.text
    return {quad.triple for quad in ox.parse(answer.content, format=format)}


def test_the_default_graph_holds_what_all_articles_say(site: httpx.Client) -> None:
    answer = site.get("/store?default")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert triples(answer) == ALL


def test_a_graph_is_named_by_its_iri(site: httpx.Client) -> None:
    assert triples(site.get("/store", params={"graph": OTHER})) == OF_OTHER
    assert triples(site.get("/store", params={"graph": ARTICLE})) == ALL - OF_OTHER


@pytest.mark.parametrize(
    ("accept", "format"),
    [("application/n-triples", ox.RdfFormat.N_TRIPLES), ("application/ld+json", ox.RdfFormat.JSON_LD)],
)
def test_formats_by_accept(site: httpx.Client, accept: str, format: ox.RdfFormat) -> None:
    answer = site.get("/store", params={"graph": OTHER}, headers={"Accept": accept})
    assert answer.headers["content-type"] == accept
    assert triples(answer, format) == OF_OTHER
    assert site.get("/store?default", headers={"Accept": "image/png"}).status_code == 406


def test_head_tells_whether_a_graph_is_there(site: httpx.Client) -> None:
    answer = site.head("/store", params={"graph": OTHER})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert site.head("/store?graph=urn:none").status_code == 404


def test_a_graph_that_is_not_there_is_404(site: httpx.Client) -> None:
    assert site.get("/store?graph=https://kg.example/article/none").status_code == 404


def test_one_graph_must_be_named(site: httpx.Client) -> None:
    for wrong in ("", "?default&graph=urn:x", "?graph=urn:x&graph=urn:y", "?graph=relative", "?graph="):
        assert site.get(f"/store{wrong}").status_code == 400


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_writing_is_405(site: httpx.Client, method: str) -> None:
    body = "<urn:a> <urn:b> <urn:c> ."
    answer = site.request(method, "/store?default", content=body, headers={"Content-Type": "text/turtle"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert triples(site.get("/store?default")) == ALL

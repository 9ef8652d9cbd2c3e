"""A graph that is served by a process of its own, and a client that speaks to it over HTTP."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pyoxigraph as ox

import kg
from kg.query import PREFIXES
from tests.by_browser import HOSTILE

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = "https://kg.example/article/408e0fdca313b6fd"
#: An article of another graph that has one triple of the first one's too.
OTHER = "https://kg.example/article/0000000000000000"
JSON = "application/sparql-results+json"


def quads() -> Iterator[ox.Quad]:
    """The graph of the contract as the graph of an article, and a second one with hostile names."""
    for triple in kg.load(ROOT / "tests" / "graphs" / "contract.ttl").triples():
        yield ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(ARTICLE))
    yield from hostile(ox.NamedNode(OTHER))


def hostile(article: ox.NamedNode) -> Iterator[ox.Quad]:
    """People with hostile names, who say hostile things in an article with a hostile headline."""

    def iri(prefix: str, name: str) -> ox.NamedNode:
        return ox.NamedNode(PREFIXES[prefix] + name)

    def words(text: str) -> ox.Literal:
        return ox.Literal(text.encode("utf-8", "replace").decode())

    kind = iri("rdf", "type")
    yield ox.Quad(article, kind, iri("schema", "NewsArticle"), article)
    yield ox.Quad(article, iri("schema", "headline"), words(HOSTILE["closing script"]), article)
    yield ox.Quad(article, iri("schema", "url"), words(HOSTILE["javascript"]), article)
    yield ox.Quad(article, iri("dct", "identifier"), words("hostile"), article)
    yield ox.Quad(article, iri("schema", "datePublished"), words("2030-01-01"), article)
    for number, text in enumerate(HOSTILE.values()):
        who, statement, passage = (iri(p, f"hostile{number}") for p in ("ent", "st", "passage"))
        for cls in ("Person",):
            yield ox.Quad(who, kind, iri("kg", cls), article)
        yield ox.Quad(who, iri("skos", "prefLabel"), words(text), article)
        yield ox.Quad(who, iri("skos", "altLabel"), words(f"{text} again"), article)
        yield ox.Quad(who, iri("skos", "exactMatch"), iri("act", "javascript"), article)
        yield ox.Quad(passage, kind, iri("kg", "Sentence"), article)
        yield ox.Quad(passage, iri("nif", "anchorOf"), words(f"Then {text} rejected it."), article)
        yield ox.Quad(passage, iri("nif", "referenceContext"), article, article)
        yield ox.Quad(passage, iri("nif", "beginIndex"), ox.Literal(number), article)
        yield ox.Quad(passage, iri("nif", "endIndex"), ox.Literal(number + 5), article)
        yield ox.Quad(statement, kind, iri("kg", "Statement"), article)
        yield ox.Quad(statement, iri("rdf", "subject"), who, article)
        yield ox.Quad(statement, iri("kg", "action"), iri("kg", "Reject"), article)
        yield ox.Quad(statement, iri("kg", "modality"), iri("kg", "Actual"), article)
        yield ox.Quad(statement, iri("kg", "polarity"), iri("kg", "Positive"), article)
        yield ox.Quad(statement, iri("kg", "objectText"), words(text), article)
        yield ox.Quad(statement, iri("kg", "attributedTo"), who, article)
        yield ox.Quad(statement, iri("kg", "evidence"), passage, article)


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[httpx.Client]:
    """A client of `kg serve GRAPH OPTIONS`, as a user starts it, on a free port."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert " serves " in line, line
        with httpx.Client(base_url=line.split()[0], timeout=300) as client:
            yield client
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()

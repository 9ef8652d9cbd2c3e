"""A graph of one person with more neighbours than a page begins with; the last ones bear hostile names."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.query import PREFIXES
from tests.test_view import HOSTILE

SIZE, CHAIN = 150, 98
ARTICLE = ox.NamedNode("https://kg.example/article/1111111111111111")


def iri(name: str) -> ox.NamedNode:
    """An IRI from its short form."""
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def quads() -> Iterator[ox.Quad]:
    """Ada Hale asked all others; each of the first asked the next, and the very first the last."""
    yield from _facts(ARTICLE.value, {
        "rdf:type": iri("schema:NewsArticle"), "dct:identifier": "asked", "schema:headline": "Who was asked",
        "schema:datePublished": "2025-01-16", "schema:url": "https://news.example/asked",
    })  # fmt: skip
    yield from _facts("act:asked", {
        "kg:modality": iri("kg:Actual"), "kg:polarity": iri("kg:Positive"), "rdfs:label": "asked",
    })  # fmt: skip
    names = {f"p{number:03}": f"Person {number}" for number in range(SIZE)}
    names |= {f"z{number:03}": text for number, text in enumerate(HOSTILE.values())}
    for key, name in {"AdaHale": "Ada Hale", **names}.items():
        yield from _facts(f"ent:{key}", {"rdf:type": iri("kg:Person"), "skos:prefLabel": name})
    pairs = [("AdaHale", key) for key in names]
    pairs += [(f"p{number:03}", f"p{number + 1:03}") for number in range(CHAIN)]
    pairs.append(("p000", f"p{SIZE - 1:03}"))
    for number, (who, whom) in enumerate(pairs):
        yield from _told(number, who, whom, f"Then {names.get(who, 'Ada Hale')} asked {names[whom]}.")


def _told(number: int, who: str, whom: str, sentence: str) -> Iterator[ox.Quad]:
    start = number * 10_000
    subject, object, asked = iri(f"ent:{who}"), iri(f"ent:{whom}"), iri("act:asked")
    yield ox.Quad(subject, asked, object, ARTICLE)
    yield from _facts(f"st:{number}", {
        "rdf:type": iri("kg:Statement"), "rdf:subject": subject, "rdf:predicate": asked, "rdf:object": object,
        "kg:earnsEdge": ox.Literal(True), "kg:action": iri("kg:Request"), "kg:modality": iri("kg:Actual"),
        "kg:polarity": iri("kg:Positive"), "kg:trigger": iri(f"passage:t{number}"),
        "kg:evidence": iri(f"passage:s{number}"),
    })  # fmt: skip
    at = sentence.index("asked")
    for key, begin, words in (("s", 0, sentence), ("t", at, "asked")):
        first = start + begin
        yield from _facts(f"passage:{key}{number}", {
            "nif:beginIndex": ox.Literal(first), "nif:endIndex": ox.Literal(first + len(words)),
            "nif:anchorOf": words, "nif:referenceContext": ARTICLE,
        })  # fmt: skip


def _facts(subject: str, facts: dict[str, ox.NamedNode | ox.Literal | str]) -> Iterator[ox.Quad]:
    node = ox.NamedNode(subject) if subject.startswith("http") else iri(subject)
    for name, value in facts.items():
        term = ox.Literal(value.encode("utf-8", "replace").decode()) if isinstance(value, str) else value
        yield ox.Quad(node, iri(name), term, ARTICLE)

"""The media types in which answers are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pyoxigraph as ox

from ..query import PREFIXES, RENDERERS, Rows

#: Media type -> writer of rows; the first one is for whoever does not say.
ROWS: dict[str, Callable[[Rows], str]] = {
    "application/sparql-results+json": RENDERERS["json"],
    "application/sparql-results+xml": RENDERERS["xml"],
    "text/csv": RENDERERS["csv"],
    "text/tab-separated-values": RENDERERS["tsv"],
    "application/json": RENDERERS["json"],
    "application/xml": RENDERERS["xml"],
    "text/xml": RENDERERS["xml"],
}
#: Media type -> format of yes and no.
YES_OR_NO = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
#: Media type -> format of triples.
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}


def with_charset(media_type: str) -> str:
    """A Content-Type: what is text says in which characters."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def triples(found: Iterable[ox.Triple], media_type: str) -> bytes:
    """Triples, each once and in order, with the prefixes that they need: always the same bytes."""
    ordered: Sequence[ox.Triple] = sorted(set(found), key=str)
    format = TRIPLES[media_type]
    if format not in (ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML):
        return ox.serialize(ordered, format=format) or b""
    used = _used(ordered)
    content = ox.serialize(ordered, format=format, prefixes=used) or b""
    if format == ox.RdfFormat.RDF_XML:
        return content
    # pyoxigraph writes prefixes in the order of its hash table.
    lines = content.split(b"\n", len(used))
    return b"\n".join((*sorted(lines[: len(used)]), lines[-1]))


def _used(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """The prefixes that abbreviate something in triples."""
    terms = {term for t in triples for term in (t.subject, t.predicate, t.object)}
    iris = {
        term.datatype.value if isinstance(term, ox.Literal) else getattr(term, "value", "") for term in terms
    }
    starts = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in iris}
    return {prefix: iri for prefix, iri in PREFIXES.items() if iri in starts}

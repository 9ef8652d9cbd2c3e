"""Graphs as RDF files: sorted, so that one graph is always the same bytes, and with the usual short names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

import pyoxigraph as ox

from ..query import PREFIXES, Graph

Statement = TypeVar("Statement", ox.Triple, ox.Quad)
_TYPE = PREFIXES["rdf"] + "type"

#: The formats by file ending. Those that cannot hold named graphs get the union of all.
RDF_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


class Dataset(Graph, Protocol):
    """A graph that knows which article each triple comes from."""

    def quads(self) -> Iterator[ox.Quad]:
        """Every quad, in a fixed order."""


def rdf_writer(format: ox.RdfFormat) -> Callable[[Dataset], bytes]:
    """The writer of one RDF format."""

    def write(dataset: Dataset) -> bytes:
        if format.supports_datasets:
            return _written(in_order(dataset.quads()), format)
        return _written(in_order(dataset.triples()), format)

    return write


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Statements by graph, subject, predicate and object; a subject's class comes first."""

    def key(statement: Statement) -> tuple[str, str, str, str]:
        graph = str(statement.graph_name) if isinstance(statement, ox.Quad) else ""
        predicate = "" if statement.predicate.value == _TYPE else statement.predicate.value
        return graph, str(statement.subject), predicate, str(statement.object)

    return sorted(statements, key=key)


def _written(statements: list[ox.Triple] | list[ox.Quad], format: ox.RdfFormat) -> bytes:
    if format not in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        return ox.serialize(statements, format=format) or b""
    used = _used_prefixes(statements)
    content = ox.serialize(statements, format=format, prefixes=used) or b""
    # pyoxigraph writes prefixes in the order of its hash table and subjects without a line between them;
    # line ends within texts are escaped, so that what ends in " ." is the end of a subject.
    body = content.split(b"\n", len(used))[-1] if used else content
    return _header(used) + body.replace(b" .\n", b" .\n\n").replace(b"\n\n}", b"\n}").rstrip() + b"\n"


def _used_prefixes(statements: Iterable[ox.Triple | ox.Quad]) -> dict[str, str]:
    """The prefixes that a file needs, in alphabetical order."""
    iris: set[str] = set()
    for statement in statements:
        terms: list[object] = [statement.subject, statement.predicate, statement.object]
        if isinstance(statement, ox.Quad):
            terms.append(statement.graph_name)
        for term in terms:
            if isinstance(term, ox.Literal):
                term = term.datatype
            if isinstance(term, ox.NamedNode):
                iris.add(term.value[: max(term.value.rfind("/"), term.value.rfind("#")) + 1])
    return {prefix: iri for prefix, iri in sorted(PREFIXES.items()) if iri in iris}


def _header(prefixes: dict[str, str]) -> bytes:
    return "".join([*(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items()), "\n"]).encode()

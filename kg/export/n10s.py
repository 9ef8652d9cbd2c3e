"""The whole graph as Turtle that neosemantics, Neo4j's reader of RDF, takes in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, TypeVar

import pyoxigraph as ox

from ..query import PREFIXES
from .rdf import Dataset, GraphName, write_turtle

Term = TypeVar("Term")
_BLANK = "urn:kg:blank:"


def write_n10s(dataset: Dataset, file: IO[bytes], room: Path) -> None:
    """Turtle without blank nodes, which get other names at each import, and without triples as terms."""
    write_turtle(_Safe(dataset), file, room)


class _Safe:
    """A graph as neosemantics can read it."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def articles(self) -> list[GraphName]:
        return []

    def dump(self, output: IO[bytes], format: ox.RdfFormat, article: GraphName | None = None) -> None:
        ox.serialize(self._triples(), output, format, prefixes=PREFIXES)

    def _triples(self) -> Iterator[ox.Triple]:
        for triple in self._dataset.triples():
            value = triple.object
            if not isinstance(value, ox.Triple):
                yield ox.Triple(_named(triple.subject), triple.predicate, _named(value))


def _named(term: Term) -> Term | ox.NamedNode:
    return ox.NamedNode(_BLANK + term.value) if isinstance(term, ox.BlankNode) else term

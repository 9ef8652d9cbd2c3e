"""What an endpoint holds of kg's, and the ledger of its articles; the same fields as in an archive on disk.

An article counts as built once its graph has a stamp in the ledger, which is written last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ..archive.ledger import LEDGER, Source, article_of
from .asking import select
from .connection import Connection

#: The named graph that questions see: every triple of every article, once.
MERGED = ox.NamedNode("urn:kg:merged")
ID, URL, STAMP, BASE, WAITS = (
    ox.NamedNode(f"urn:kg:ledger#{name}") for name in ("id", "url", "stamp", "base", "staged")
)
#: How the graphs are called that are about to take an article's place: invisible to questions.
STAGED = "urn:kg:staged/"


@dataclass(frozen=True, slots=True)
class Line:
    """What the ledger has of the named graph of one article; no stamp while it is written."""

    graph: ox.NamedNode
    id: str
    stamp: str | None


class Ledger:
    """The ledger of an endpoint, read by queries."""

    def __init__(self, connection: Connection) -> None:
        """Look into an endpoint."""
        self._connection = connection

    def base(self) -> str | None:
        """What the IRIs of the data begin with; none where kg has not written yet."""
        rows = self._select(f"SELECT ?base WHERE {{ GRAPH {LEDGER} {{ {LEDGER} {BASE} ?base }} }}")
        return _text(rows[0][0]) if rows else None

    def staged(self) -> list[ox.NamedNode]:
        """The graphs that a build which broke off has left waiting."""
        rows = self._select(f"SELECT ?graph WHERE {{ GRAPH {LEDGER} {{ {LEDGER} {WAITS} ?graph }} }}")
        return [row[0] for row in rows if isinstance(row[0], ox.NamedNode)]

    def known(self, sources: Sequence[Source]) -> set[Source]:
        """Those of some articles that are there, made of the very same."""
        if not sources:
            return set()
        pairs = " ".join(f"({ox.Literal(source.id)} {ox.Literal(source.stamp)})" for source in sources)
        rows = self._select(
            f"SELECT ?id ?stamp WHERE {{ VALUES (?id ?stamp) {{ {pairs} }} "
            f"GRAPH {LEDGER} {{ ?graph {ID} ?id ; {STAMP} ?stamp }} }}"
        )
        found = {(_text(id), _text(stamp)) for id, stamp in rows}
        return {source for source in sources if (source.id, source.stamp) in found}

    def replaced(self, source: Source) -> list[Line]:
        """The lines of what an article takes the place of, in a fixed order."""
        return self._called(source.id, source.url)

    def called(self, name: str) -> list[Line]:
        """The lines of the articles that an id, a URL, a key or an IRI means, in a fixed order."""
        if found := self._called(name, name):
            return found
        key = name.removeprefix("article:").rpartition("/")[2]
        return [line for line in self.lines() if article_of(line.graph).value.rpartition("/")[2] == key]

    def lines(self) -> list[Line]:
        """Every line, in a fixed order."""
        return self._lines("")

    def is_taken(self, graph: ox.NamedNode) -> bool:
        """Whether an article has a graph of that name."""
        return bool(self._select(f"SELECT ?id WHERE {{ GRAPH {LEDGER} {{ {graph} {ID} ?id }} }} LIMIT 1"))

    def built(self) -> list[ox.NamedNode]:
        """The named graph of each article that counts as built, in a fixed order."""
        return [line.graph for line in self.lines() if line.stamp is not None]

    def _called(self, id: str, url: str | None) -> list[Line]:
        meant = [(ID, id), *([(URL, url)] if url else [])]
        pairs = " ".join(f"({field} {ox.Literal(value)})" for field, value in meant)
        return self._lines(f"VALUES (?field ?value) {{ {pairs} }} GRAPH {LEDGER} {{ ?graph ?field ?value }}")

    def _lines(self, pattern: str) -> list[Line]:
        rows = self._select(
            f"SELECT DISTINCT ?graph ?id ?stamp WHERE {{ {pattern} GRAPH {LEDGER} {{ ?graph {ID} ?id "
            f"OPTIONAL {{ ?graph {STAMP} ?stamp }} }} }}"
        )
        lines = [
            Line(graph, _text(id), None if stamp is None else _text(stamp))
            for graph, id, stamp in rows
            if isinstance(graph, ox.NamedNode)
        ]
        return sorted(lines, key=lambda line: line.graph.value)

    def _select(self, query: str) -> Sequence[Sequence[object]]:
        return select(self._connection, query).rows


def lines(graph: ox.NamedNode, source: Source) -> Iterable[ox.Triple]:
    """What the ledger is to hold of an article before it counts as built: all but its stamp."""
    yield ox.Triple(graph, ID, ox.Literal(source.id))
    if source.url:
        yield ox.Triple(graph, URL, ox.Literal(source.url))


def _text(term: object) -> str:
    assert isinstance(term, ox.Literal)
    return term.value

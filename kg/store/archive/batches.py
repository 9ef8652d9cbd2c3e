"""Articles that are new to an archive, as one step of the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..labels import labelled, settle
from .ledger import LEDGER, Ledger, Source

if TYPE_CHECKING:
    from ...model import Article

#: Bytes from which the store writes what comes as sorted files: for less, they cost more than they spare.
_IN_FILES = 500_000


@dataclass(frozen=True, slots=True)
class Brought:
    """An article and what it says."""

    article: Article
    source: Source
    lines: bytes
    """N-Triples as `kg.rdf.ntriples` writes them: a triple a line, each ending in " .", and no blank node."""


class Batch:
    """What is put into a store at once: all of it or, if the process is killed, nothing."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._parts: list[bytes] = []
        self._names: set[tuple[str, str]] = set()
        self._graphs: set[ox.NamedNode] = set()
        self._labelled: set[str] = set()

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._parts)

    @property
    def size(self) -> int:
        """The bytes of its quads."""
        return sum(map(len, self._parts))

    def meets(self, source: Source) -> bool:
        """Whether an article has an id or a URL that one of the batch has."""
        return not self._names.isdisjoint(_names(source))

    def has(self, graph: ox.NamedNode) -> bool:
        """Whether an article of the batch has a named graph."""
        return graph in self._graphs

    def add(self, graph: ox.NamedNode, brought: Brought) -> None:
        """Take an article in, to be merged with all others and by itself."""
        self._parts += (brought.lines, in_graph(graph, brought.lines))
        self._parts.append(in_graph(LEDGER, ledger_lines(graph, brought.source)))
        self._names |= _names(brought.source)
        self._graphs.add(graph)
        self._labelled |= labelled(brought.lines)

    def written(self, inner: ox.Store) -> int:
        """Commit to a store, and count the bytes that wait in its memory."""
        lines = b"".join(self._parts)
        small = len(lines) < _IN_FILES
        (inner.load if small else inner.bulk_load)(lines, ox.RdfFormat.N_QUADS, lenient=True)
        settle(inner, self._labelled)
        return len(lines) if small else 0


def in_graph(graph: ox.NamedNode, lines: bytes) -> bytes:
    """N-Triples as N-Quads of a named graph."""
    return lines.replace(b" .\n", f" {graph} .\n".encode())  # no literal holds the end of a line


def ledger_lines(graph: ox.NamedNode, source: Source) -> bytes:
    """What the ledger is to hold of an article, as N-Triples."""
    return as_lines(Ledger.lines(graph, source))


def as_lines(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as N-Triples."""
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def _names(source: Source) -> set[tuple[str, str]]:
    return {("id", source.id), *([("url", source.url)] if source.url else [])}

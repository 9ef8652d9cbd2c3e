"""A graph in pyoxigraph, in memory or on disk, as something to be written to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from ..query import PREFIXES
from .labels import OTHER, PREFERRED
from .readable import Readable

if TYPE_CHECKING:
    from ..export.rdf import GraphName


class Embedded(Readable):
    """The graph of many articles, merged in the default graph, and each once more in a graph of its own."""

    def triples(self) -> Iterator[ox.Triple]:
        """Every triple once, whichever article it comes from, in a fixed order."""
        from ..export.rdf import ordered_triples

        return ordered_triples(self)

    def quads(self) -> Iterator[ox.Quad]:
        """Every quad with its article, in a fixed order; first, without a graph, what no article says."""
        from ..export.rdf import ordered_quads

        return ordered_quads(self)

    def articles(self) -> list[GraphName]:
        """The articles that the graph comes from, in order."""
        return sorted(self._inner.named_graphs(), key=str)

    def dump(self, output: IO[bytes], format: ox.RdfFormat, article: GraphName | None = None) -> None:
        """Write the triples of an article, of none (the default graph), or all of them, in any order.

        Args:
            output: a binary file; it may be cut anywhere between two writes.
            format: one that holds no named graphs. Turtle uses the prefixes that every query knows.
            article: one of `articles()`; all triples, each once, if not given.
        """
        if isinstance(article, ox.DefaultGraph):
            ox.serialize(self._in_no_article(), output, format, prefixes=PREFIXES)
            return
        for graph in [ox.DefaultGraph()] if article is None else self._graphs(article):
            self._inner.dump(output, format, from_graph=graph, prefixes=PREFIXES)

    def _graphs(self, article: GraphName) -> Iterable[GraphName]:
        """The named graphs of an article."""
        return (article,)

    def _in_no_article(self) -> Iterator[ox.Triple]:
        """What was added without an article, unless one says it too."""
        for quad in self._inner.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            if not self._said_by_an_article(quad):
                yield quad.triple

    def _said_by_an_article(self, quad: ox.Quad) -> bool:
        names = (OTHER, PREFERRED) if quad.predicate == OTHER else (quad.predicate,)
        same = (self._inner.quads_for_pattern(quad.subject, name, quad.object, None) for name in names)
        return any(not isinstance(found.graph_name, ox.DefaultGraph) for each in same for found in each)

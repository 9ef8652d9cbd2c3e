"""A store in memory, for as many articles as fit there."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

import pyoxigraph as ox

from .embedded import Embedded

# The union that pyoxigraph offers repeats a triple per graph that has it: what a thousand articles say of an
# entity would be a thousand rows, and a join of three such patterns a billion.
_MERGE = "INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {article} {{ ?s ?p ?o }} }}"


class Store(Embedded):
    """The graph of many articles, in memory: one named graph each, questioned as one.

    What is added without a graph belongs to no article, unless an article says it too. What articles say is
    merged when it is first asked for: at once it takes half the time that it takes article by article.
    """

    def __init__(self, inner: ox.Store | None = None) -> None:
        """Start empty, or with what a pyoxigraph store holds."""
        self._stored = ox.Store() if inner is None else inner
        self._unmerged = dict.fromkeys(self._stored.named_graphs())
        self._merging = Lock()

    @property
    def _inner(self) -> ox.Store:  # type: ignore[override]
        """What is stored, with what all articles say merged in the default graph."""
        with self._merging:
            for article in list(self._unmerged):
                self._stored.update(_MERGE.format(article=article))
                del self._unmerged[article]
        return self._stored

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> Store:
        """A store of some quads."""
        store = cls()
        store.add(quads)
        return store

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add what is not there yet."""
        fresh = list(quads)
        self._stored.extend(fresh)
        with self._merging:
            for quad in fresh:
                if not isinstance(article := quad.graph_name, ox.DefaultGraph):
                    self._unmerged[article] = None

    def replace(self, article: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Put an article's graph in the place of the one it had."""
        fresh = list(quads)
        self.remove(article)
        self.add(fresh)

    def remove(self, article: ox.NamedNode) -> None:
        """Forget an article; what other articles say too stays."""
        gone = list(self._inner.quads_for_pattern(None, None, None, article))
        self._inner.remove_graph(article)
        for quad in gone:
            if not self._said_by_an_article(quad):
                self._inner.remove(ox.Quad(quad.subject, quad.predicate, quad.object))

"""A store in memory, for as many articles as fit there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from threading import RLock
from typing import IO

import pyoxigraph as ox

from ..export.rdf import GraphName
from ..query import PREFIXES, Rows, Term
from .answers import answer
from .embedded import Embedded
from .labels import called, labelled, settle, settle_without

# The union that pyoxigraph offers repeats a triple per graph that has it: what a thousand articles say of an
# entity would be a thousand rows, and a join of three such patterns a billion.
_MERGE = "INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {article} {{ ?s ?p ?o }} }}"
#: What a query has somewhere that sees more than the default graph; keywords can be written with escapes.
_NAMES_GRAPHS = re.compile(r"graph|from|\\u", re.IGNORECASE)


class Store(Embedded):
    """The graph of many articles, in memory: one named graph each, questioned as one.

    What is added without a graph belongs to no article, unless an article says it too. What articles say is
    merged when it is first asked for, and told apart when somebody first asks for that: a graph that is
    only questioned as one, or saved as Turtle, does without.
    """

    def __init__(self, inner: ox.Store | None = None) -> None:
        """Start empty, or with what a pyoxigraph store holds."""
        self._stored = ox.Store() if inner is None else inner
        self._unmerged = dict.fromkeys(self._stored.named_graphs())
        #: What articles say as N-Triples: what is not in the default graph yet, and what is not in their own.
        self._unread: list[bytes] = []
        self._untold: list[tuple[ox.NamedNode, bytes]] = []
        self._changing = RLock()

    @property
    def _merged(self) -> ox.Store:
        """What is stored, with what all articles say in the default graph; named graphs may be missing."""
        with self._changing:
            fresh = {found.entity.value for found in called(self._stored, self._unmerged)}
            for article in list(self._unmerged):
                self._stored.update(_MERGE.format(article=article))
                del self._unmerged[article]
            while self._unread:
                lines = self._unread.pop()
                fresh |= labelled(lines)
                self._load(lines)
            settle(self._stored, fresh)
        return self._stored

    @property
    def _inner(self) -> ox.Store:  # type: ignore[override]
        """The same with what each article says in its named graph."""
        with self._changing:
            while self._untold:
                article, lines = self._untold.pop()
                self._load(lines, article)
            return self._merged

    def _load(self, lines: bytes, graph: ox.NamedNode | None = None) -> None:
        # Lenient: what kg.rdf has written need not be looked through for IRIs that are none.
        self._stored.load(lines, ox.RdfFormat.N_TRIPLES, to_graph=graph, lenient=True)

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
        with self._changing:
            for quad in fresh:
                if not isinstance(article := quad.graph_name, ox.DefaultGraph):
                    self._unmerged[article] = None

    def add_ntriples(self, article: ox.NamedNode, lines: bytes) -> None:
        """Add what an article says, as `kg.rdf.ntriples` writes it: IRIs are not checked."""
        with self._changing:
            self._unread.append(lines)
            self._untold.append((article, lines))

    def replace(self, article: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Put an article's graph in the place of the one it had."""
        fresh = list(quads)
        self.remove(article)
        self.add(fresh)

    def remove(self, article: ox.NamedNode) -> None:
        """Forget an article; what other articles say too stays."""
        gone = list(self._inner.quads_for_pattern(None, None, None, article))
        names = called(self._inner, [article])
        self._inner.remove_graph(article)
        for quad in gone:
            if not self._said_by_an_article(quad):
                self._inner.remove(ox.Quad(quad.subject, quad.predicate, quad.object))
        settle_without(self._inner, names)

    def dump(self, output: IO[bytes], format: ox.RdfFormat, article: GraphName | None = None) -> None:
        """Write the triples of an article, of none (the default graph), or all of them, in any order."""
        if article is None:
            self._merged.dump(output, format, from_graph=ox.DefaultGraph(), prefixes=PREFIXES)
        else:
            super().dump(output, format, article)

    def _answer(self, query: str, values: Mapping[str, Term | str], limit: int | None = None) -> Rows:
        graph = self._inner if _NAMES_GRAPHS.search(query) else self._merged
        return answer(graph, query, values, limit=limit)

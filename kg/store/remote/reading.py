"""A graph behind a SPARQL endpoint, with the face of every other store."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ...errors import StoreError
from ...query import Rows, Term, checked
from ...query.library import term
from ..answers import answer
from ..archive.ledger import article_of
from ..embedded import Embedded
from ..memory import Store
from ..readable import Readable
from .addresses import addresses
from .asking import construct, select
from .binding import bound, form, with_prefixes
from .connection import Connection
from .copies import Copy
from .ledger import MERGED, Ledger

_NAMES_GRAPHS = re.compile(r"\bgraph\b", re.IGNORECASE)


class Remote(Readable):
    """The graph of a SPARQL endpoint: of the articles that kg wrote there, else whatever it holds."""

    def __init__(self, connection: Connection) -> None:
        """Look whether kg wrote there.

        Raises:
            StoreError: the endpoint does not answer, or has no SPARQL.
        """
        self._connection = connection
        self._ledger = Ledger(connection)
        self._is_ours = self._ledger.base() is not None

    def _answer(self, query: str, values: Mapping[str, Term | str], limit: int | None = None) -> Rows:
        # What is no SPARQL, and what must not be asked, is told in the same words wherever the graph is kept.
        columns = answer(ox.Store(), query, values).variables
        terms = {name: term(value) for name, value in values.items()}
        text = with_prefixes(bound(checked(query), terms))
        named: list[str] = []
        if self._is_ours and _NAMES_GRAPHS.search(query):
            named = [graph.value for graph in self._ledger.built()]
        ask = construct if form(query) in ("CONSTRUCT", "DESCRIBE") else select
        found = ask(
            self._connection,
            text,
            default_graphs=[MERGED.value] if self._is_ours else [],
            named_graphs=named,
        )
        places = {name: place for place, name in enumerate(found.variables)}
        return Rows(
            columns,
            tuple(
                tuple(row[places[name]] if name in places else terms.get(name) for name in columns)
                for row in found.rows[:limit]
            ),
        )

    def triples(self) -> Iterator[ox.Triple]:
        """Every triple once, whichever article it comes from, in a fixed order."""
        if self._is_ours:
            yield from self.copied().triples()
            return
        count = len(self)
        rows = select(self._connection, "SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
        triples = {ox.Triple(*row) for row in rows}  # type: ignore[arg-type]
        if len(triples) != count:
            raise StoreError(
                f"{self._connection.addresses.shown} gives {len(triples)} of its {count} triples: it limits "
                "its answers, or was written meanwhile. Try again, or have the limit lifted."
            )
        yield from Store.of(ox.Quad(t.subject, t.predicate, t.object) for t in triples).triples()

    def quads(self) -> Iterator[ox.Quad]:
        """Every quad with its article, in a fixed order; without a graph where kg wrote none."""
        yield from self.copied().quads()

    def copied(self) -> Embedded:
        """The same graph at hand, for what looks at all of it, over and over: on disk, if kg wrote it."""
        if not self._is_ours:
            return Store.of(ox.Quad(t.subject, t.predicate, t.object) for t in self.triples())
        # Graph by graph: the answer with all of them would be in memory, and beyond many a limit of rows.
        return Copy((article_of(graph), self._said(graph)) for graph in self._ledger.built())

    def _said(self, graph: ox.NamedNode) -> Iterator[ox.Triple]:
        rows = select(self._connection, f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        return (ox.Triple(*row) for row in rows)  # type: ignore[arg-type]


def opened(url: str) -> Remote:
    """The graph of an endpoint.

    Raises:
        StoreError: the URL is none, or the endpoint does not answer.
    """
    return Remote(Connection(addresses(url)))

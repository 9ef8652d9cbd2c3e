"""Writing to an endpoint: an article is staged in pieces, then put in place by one repeatable update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from hashlib import sha256
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...errors import QueryError, StoreError
from ..archive.batches import Brought
from ..archive.ledger import LEDGER, Source, graph_of
from ..archive.writing import Change
from ..labels import OTHER, PREFERRED
from .addresses import addresses
from .connection import Connection
from .ledger import BASE as BASE_OF
from .ledger import MERGED, STAGED, STAMP, WAITS, Ledger, Line, lines

if TYPE_CHECKING:
    from ...model import Article

#: Triples in one update. Virtuoso turns each into lines of SQL, and takes no more than 10,000 of those.
_BATCH = 1_000
# What no other article that counts says, nor the one that takes this one's place, leaves the merged graph.
_FORGET = """DELETE {{ GRAPH {merged} {{ ?s ?p ?o }} }} WHERE {{
  GRAPH {graph} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} GRAPH {ledger} {{ ?other {stamp} ?any }} }}{kept}
}} ;
{settled} ;
DROP SILENT GRAPH {graph}"""
_KEPT = "\n  FILTER NOT EXISTS {{ GRAPH {staged} {{ ?s ?p ?o }} }}"
_ADD = "INSERT {{ GRAPH {to} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
# Of the names that articles have for an entity, the first is its label, as in `kg.store.labels`.
_SETTLE = """DELETE {{ GRAPH {merged} {{ ?e {label} ?name }} }}
INSERT {{ GRAPH {merged} {{ ?e {alias} ?name }} }}
WHERE {{
  GRAPH {graph} {{ ?e {label} ?any }} GRAPH {merged} {{ ?e {label} ?name , ?first }}
  FILTER(STR(?first) < STR(?name))
}}"""
_SETTLE_WITHOUT = (
    """DELETE {{ GRAPH {merged} {{ ?e {alias} ?name }} }} WHERE {{
  GRAPH {graph} {{ ?e {label} ?gone }} GRAPH {merged} {{ ?e {alias} ?name }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?e {alias} ?name }} GRAPH {ledger} {{ ?other {stamp} ?any }} }}
}} ;
INSERT {{ GRAPH {merged} {{ ?e {label} ?name }} }} WHERE {{
  GRAPH {graph} {{ ?e {label} ?gone }}
  GRAPH ?other {{ ?e {label} ?name }} GRAPH {ledger} {{ ?other {stamp} ?any }}
}} ;
"""
    + _SETTLE
)
_NAMES = {"merged": MERGED, "ledger": LEDGER, "stamp": STAMP, "label": PREFERRED, "alias": OTHER}
_STRIKE = "DELETE WHERE {{ GRAPH {ledger} {{ {graph} {field} ?any }} }}"
_STRIKE_OTHERS = """DELETE {{ GRAPH {ledger} {{ {graph} ?field ?any }} }}
WHERE {{ GRAPH {ledger} {{ {graph} ?field ?any }} FILTER(STR(?any) NOT IN ({values})) }}"""


class Endpoint:
    """An endpoint that is being written. Two must not write at once: an endpoint has no lock."""

    at_once = 0
    """Bytes of N-Triples that are best committed together: articles come one by one, each whole."""

    def __init__(self, url: str, *, base: str | None = None) -> None:
        """Begin to write, and note there what its IRIs begin with.

        Args:
            url: of the endpoint; where updates go, and who writes them, follows from `addresses`.
            base: what its IRIs begin with; that of the graph there, or the usual one, if not given.

        Raises:
            StoreError: it does not answer, or its IRIs begin with something else.
        """
        from ...rdf import BASE

        self.url = url
        self._connection = Connection(addresses(url))
        self._ledger = Ledger(self._connection)
        before = self._ledger.base()
        if before is not None and base not in (None, before):
            raise StoreError(f"{self.shown} has IRIs that begin with {before}. Give --base {before}")
        self.base = before or base or BASE
        if before is None:
            self._update(_insert(LEDGER, [ox.Triple(LEDGER, BASE_OF, ox.Literal(self.base))]))
        for graph in self._ledger.staged():
            self._update(*_dropped(graph))

    @property
    def shown(self) -> str:
        """The endpoint as it may stand in a message."""
        return self._connection.addresses.shown

    def known(self, sources: Sequence[Source]) -> set[Source]:
        """Those of some articles that are there, made of the very same."""
        return self._ledger.known(sources)

    def put(self, article: Article, source: Source, quads: Iterable[ox.Quad]) -> Change:
        """Add an article, or put it in the place of those with its id or its URL.

        If it breaks off at any point, the article does not count as built, and doing it again makes it whole.

        Raises:
            StoreError: the endpoint does not answer, or refuses.
        """
        from ...rdf import article_iri

        old = self._ledger.replaced(source)
        if any(line.id == source.id and line.stamp == source.stamp for line in old):
            return Change.UNCHANGED
        graph = article_iri(article, base=self.base)
        if graph not in {line.graph for line in old} and self._ledger.is_taken(graph):
            graph = graph_of(graph, source)  # the same text under another id
        triples = list(map(_checked, quads))
        staged = _staged(graph) if old else graph
        if old:
            self._update(_insert(LEDGER, [_waiting(staged)]))
        last = self._stage(staged, triples)
        self._update(*last, *self._taking_place(graph, source, staged, old))
        if old:
            # Not with the rest: what is repeated must find what it puts in place.
            self._update(*_dropped(staged))
        return Change.REPLACED if any(line.stamp for line in old) else Change.ADDED

    def put_all(self, brought: Iterable[Brought]) -> list[Change]:
        """Add articles one by one, as `put` does."""
        from ...rdf import parsed

        return [self.put(one.article, one.source, parsed(one.lines)) for one in brought]

    def remove(self, name: str) -> list[str]:
        """Forget the articles that an id, a URL, a key or an IRI means, and tell their ids.

        Raises:
            StoreError: there is none; the message has the ids most like it.
        """
        found = self._ledger.called(name)
        if not found:
            near = get_close_matches(name, {line.id for line in self._ledger.lines()}, n=3, cutoff=0.6)
            hint = f" Most like it: {', '.join(near)}." if near else ""
            raise StoreError(f"{self.shown} has no article {name!r}. Give an id, a URL or an IRI.{hint}")
        steps = [_strike(line.graph, STAMP) for line in found]
        steps += [_forget(line.graph) for line in found]
        self._update(*steps, *(_strike(line.graph) for line in found))
        return [line.id for line in found]

    def publish(self) -> None:
        """Nothing: what an endpoint has taken, everybody sees."""

    def _stage(self, graph: ox.NamedNode, triples: list[ox.Triple]) -> list[str]:
        """Write a graph anew, and tell the steps that are still to be done for it."""
        if self._connection.addresses.graphs is not None:
            self._connection.put(graph.value, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
            return []
        steps = [f"DROP SILENT GRAPH {graph}"]
        for batch in _batches(triples):
            if len(steps) > 1:
                self._update(*steps)
                steps = []
            steps.append(_insert(graph, batch))
        return steps

    def _taking_place(
        self, graph: ox.NamedNode, source: Source, staged: ox.NamedNode, old: list[Line]
    ) -> Iterator[str]:
        """The steps from what is staged to what is built; the stamp comes last."""
        pending = list(lines(graph, source))
        yield _insert(LEDGER, pending)
        for line in old:
            if line.graph == graph:
                values = ", ".join(str(triple.object) for triple in pending)
                yield _STRIKE_OTHERS.format(ledger=LEDGER, graph=graph, values=values)
            else:
                yield _strike(line.graph, STAMP)
        for line in old:
            yield _forget(line.graph, staged)
        if staged != graph:
            yield _ADD.format(to=graph, graph=staged)
        yield _ADD.format(to=MERGED, graph=staged)
        yield _SETTLE.format(graph=staged, **_NAMES)
        for line in old:
            if line.graph != graph:
                yield _strike(line.graph)
        yield _insert(LEDGER, [ox.Triple(graph, STAMP, ox.Literal(source.stamp))])

    def _update(self, *steps: str) -> None:
        try:
            self._connection.update(" ;\n".join(steps))
        except QueryError as problem:
            raise StoreError(
                f"{problem} It may not take updates there: set KG_REMOTE_UPDATE to the URL that does."
            ) from problem


def removed(url: str, names: Iterable[str]) -> Iterator[str]:
    """Take articles out of an endpoint, one by one; yield the id of each that is gone.

    Raises:
        StoreError: kg wrote nothing there, or no article of that name.
    """
    connection = Connection(addresses(url))
    if Ledger(connection).base() is None:  # nothing is begun where there is none
        raise StoreError(f"{connection.addresses.shown} holds no article that kg wrote.")
    endpoint = Endpoint(url)
    for name in names:
        yield from endpoint.remove(name)


def _checked(quad: ox.Quad) -> ox.Triple:
    triple = quad.triple
    if any(isinstance(term, ox.BlankNode) for term in (triple.subject, triple.object)):
        raise StoreError(
            f"A blank node cannot be written to an endpoint, for it could not be removed: {triple}"
        )
    return triple


def _batches(triples: list[ox.Triple]) -> Iterator[Sequence[ox.Triple]]:
    return (triples[start : start + _BATCH] for start in range(0, len(triples), _BATCH))


def _staged(graph: ox.NamedNode) -> ox.NamedNode:
    return ox.NamedNode(STAGED + sha256(graph.value.encode()).hexdigest()[:32])


def _waiting(staged: ox.NamedNode) -> ox.Triple:
    return ox.Triple(LEDGER, WAITS, staged)


def _dropped(staged: ox.NamedNode) -> tuple[str, str]:
    return f"DROP SILENT GRAPH {staged}", f"DELETE DATA {{ GRAPH {LEDGER} {{ {_waiting(staged)} }} }}"


def _insert(graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> str:
    # str() of a term of pyoxigraph is its N-Triples, which is SPARQL too, with text escaped.
    said = "\n".join(f"{triple.subject} {triple.predicate} {triple.object} ." for triple in triples)
    return f"INSERT DATA {{ GRAPH {graph} {{\n{said}\n}} }}"


def _forget(graph: ox.NamedNode, staged: ox.NamedNode | None = None) -> str:
    kept = "" if staged is None else _KEPT.format(staged=staged)
    settled = _SETTLE_WITHOUT.format(graph=graph, **_NAMES)
    return _FORGET.format(graph=graph, kept=kept, settled=settled, **_NAMES)


def _strike(graph: ox.NamedNode, field: ox.NamedNode | None = None) -> str:
    """Take lines of an article out of the ledger: all, or those of one field."""
    return _STRIKE.format(ledger=LEDGER, graph=graph, field=field or "?field")

"""The graphs that a query asks for by name; they must be here, for nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from ..query.datasets import Named
from .reply import Refused
from .working import Served


def found(store: Served, wanted: Named) -> tuple[list[ox.NamedNode], list[ox.NamedNode]]:
    """The default graphs and the named graphs of a dataset.

    Raises:
        Refused: one of them is not here.
    """
    return _here(store, wanted.default), _here(store, wanted.named)


def whole(store: Served, query: str) -> tuple[list[ox.DefaultGraph], list[ox.NamedNode]]:
    """The dataset of a query that names none: all that articles say, and each of them by its name.

    It is given with every query, so that FROM and GRAPH reach nothing else, however they are written: an
    archive has graphs of its own by which it keeps itself in order.
    """
    return [ox.DefaultGraph()], list(store.graphs()) if "graph" in query.lower() else []


def merged(store: Served, default: Sequence[ox.NamedNode], named: Sequence[ox.NamedNode]) -> ox.Store:
    """A store whose default graph holds each triple of several graphs once: pyoxigraph would repeat it."""
    made = ox.Store()
    graphs = [(graph, None) for graph in default] + [(graph, graph) for graph in named]
    for graph, name in graphs:
        content = store.found("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", default=[graph], named=[])
        assert isinstance(content, ox.QueryTriples)
        made.extend(ox.Quad(t.subject, t.predicate, t.object, name) for t in content)
    return made


def _here(store: Served, iris: Sequence[str]) -> list[ox.NamedNode]:
    known = {graph.value for graph in store.graphs()} if iris else set()
    for iri in iris:
        if iri not in known:
            raise Refused(
                400, f"There is no graph <{iri}> here, and nothing is fetched. Leave it out to ask all."
            )
    return [ox.NamedNode(iri) for iri in iris]

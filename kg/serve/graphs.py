"""The SPARQL 1.1 Graph Store HTTP Protocol, as far as it reads."""

from __future__ import annotations

import pyoxigraph as ox

from ..store.answers import explained
from . import formats
from .accept import best
from .reply import Refused, Reply
from .sparql import limited
from .working import Desk, Given

#: The most triples that are written at once; whole graphs beyond it are files' work.
MOST = 2_000_000
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def graph_store(desk: Desk, given: Given) -> Reply:
    """All of a graph: the default one, which holds what all articles say, or the one named ``graph``.

    Raises:
        Refused: there is no such graph, it is too large, or no format is welcome.
    """
    name = given.get("graph")
    kind = best(given.get("accept"), formats.TRIPLES)
    if name is not None and ox.NamedNode(name) not in set(desk.store.graphs()):
        raise Refused(404, f"There is no graph <{name}> here.")
    if kind is None:
        raise Refused(406, f"A graph is written as one of: {', '.join(formats.TRIPLES)}.")
    headers = {"Vary": "Accept"}
    if given.get("head"):
        return Reply(b"", formats.with_charset(kind), headers=headers)
    with explained({}):
        content = desk.store.found(_ALL, default=None if name is None else [ox.NamedNode(name)])
        assert isinstance(content, ox.QueryTriples)
        triples, more = limited(content, MOST)
    if more:
        raise Refused(413, f"This graph has more than {MOST:,} triples. Write it as a file: kg export")
    return Reply(formats.triples(triples, kind), formats.with_charset(kind), headers=headers)

"""Answering SPARQL in the format that the client likes best."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from ..query import PREFIXES, Rows, checked
from ..query.datasets import Named, said
from ..store.answers import Found, explained
from . import dataset, formats
from .accept import best
from .reply import Refused, Reply
from .working import Desk, Given

#: The header that tells how many rows of more were given.
LIMITED = "KG-Limited-To"

Item = TypeVar("Item")


def sparql(desk: Desk, given: Given) -> Reply:
    """The answer to ``query``, of the graphs of the request or else of the query, as ``accept`` likes it.

    Raises:
        QueryError: the query cannot be read, or would not only read.
        Refused: no format is welcome, or a graph is not here.
    """
    query = str(given["query"])
    with explained({}):
        return _written(desk, _asked(desk, query, given), given.get("accept"))


def _asked(desk: Desk, query: str, given: Given) -> Found:
    checked(query)
    of_request = Named(tuple(given.get("default", ())), tuple(given.get("named", ())))
    of_query = said(query)
    wanted = of_request or of_query
    if not wanted:
        everything, graphs = dataset.whole(desk.store, query)
        return desk.store.found(query, default=everything, named=graphs)
    default, named = dataset.found(desk.store, wanted)
    if len(default) > 1:
        # A dataset of the request takes the place of FROM; here it is all that there is.
        made = dataset.merged(desk.store, default, named)
        return made.query(
            query, prefixes=PREFIXES, default_graph=[ox.DefaultGraph()], named_graphs=list(named)
        )
    return desk.store.found(query, default=default, named=named)


def _written(desk: Desk, found: Found, accept: str | None) -> Reply:
    match found:
        case ox.QueryBoolean():
            kind = _chosen(accept, formats.YES_OR_NO)
            return _reply(found.serialize(format=formats.YES_OR_NO[kind]) or b"", kind)
        case ox.QueryTriples():
            kind = _chosen(accept, formats.TRIPLES)
            triples, more = limited(found, desk.bounds.rows)
            return _reply(formats.triples(triples, kind), kind, desk.bounds.rows if more else None)
        case _:
            kind = _chosen(accept, formats.ROWS)
            rows, more = limited((tuple(row) for row in found), desk.bounds.rows)
            table = Rows(tuple(variable.value for variable in found.variables), tuple(rows))
            return _reply(formats.ROWS[kind](table).encode(), kind, desk.bounds.rows if more else None)


def _chosen(accept: str | None, offered: Iterable[str]) -> str:
    kind = best(accept, offered)
    if kind is None:
        raise Refused(406, f"This answer is written as one of: {', '.join(offered)}.")
    return kind


def _reply(body: bytes, kind: str, limit: int | None = None) -> Reply:
    headers = {} if limit is None else {LIMITED: str(limit)}
    return Reply(body, formats.with_charset(kind), headers={"Vary": "Accept", **headers})


def limited(items: Iterable[Item], limit: int) -> tuple[list[Item], bool]:
    """The first items, and whether there are more."""
    taken = list(islice(items, limit + 1))
    return taken[:limit], len(taken) > limit

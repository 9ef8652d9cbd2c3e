"""Queries to an endpoint, and what comes back as terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...errors import QueryError, StoreError
from ...query import PREFIXES, Rows, Term
from ...query.rows import TRIPLE
from .connection import Connection

if TYPE_CHECKING:
    from requests import Response

_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_XSD = PREFIXES["xsd"]
_BOOLEAN = ox.NamedNode(_XSD + "boolean")
_WHOLE_NUMBERS = frozenset(
    ox.NamedNode(_XSD + name)
    for name in (
        *("byte", "int", "integer", "long", "negativeInteger", "nonNegativeInteger", "nonPositiveInteger"),
        *("positiveInteger", "short", "unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort"),
    )
)
_NUMBER = re.compile("[+-]?[0-9]{1,18}")
#: The column of Virtuoso's answer to an ASK.
_ASKED = ("__ASK_RETVAL",)
#: By which Virtuoso says that it cut an answer short: because of its limit of rows, or of time.
_MOST_ROWS, _CUT = "X-SPARQL-MaxRows", "X-SQL-State"


def select(
    connection: Connection,
    query: str,
    *,
    default_graphs: Iterable[str] = (),
    named_graphs: Iterable[str] = (),
) -> Rows:
    """The rows of a SELECT or an ASK, whole.

    Raises:
        QueryError: the endpoint does not understand the query.
        StoreError: there is no answer, or not all of it.
    """

    def read(answer: Response) -> Rows:
        rows = _rows(connection, answer)
        _check_whole(connection, answer, len(rows))
        return rows

    return connection.query(
        query, accept=_ROWS, read=read, default_graphs=default_graphs, named_graphs=named_graphs
    )


def construct(
    connection: Connection,
    query: str,
    *,
    default_graphs: Iterable[str] = (),
    named_graphs: Iterable[str] = (),
) -> Rows:
    """The triples of a CONSTRUCT or DESCRIBE in the order of their spelling; raises like `select`."""

    def read(answer: Response) -> Rows:
        triples = _triples(connection, answer)
        _check_whole(connection, answer, len(triples))
        return Rows(TRIPLE, tuple(sorted(triples, key=str)))

    return connection.query(
        query, accept=_TRIPLES, read=read, default_graphs=default_graphs, named_graphs=named_graphs
    )


def _rows(connection: Connection, answer: Response) -> Rows:
    try:
        found = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return Rows(("answer",), ((ox.Literal(bool(found)),),))
        assert isinstance(found, ox.QuerySolutions)
        names = tuple(variable.value for variable in found.variables)
        if names == _ASKED:
            yes = [term for row in found for term in row if isinstance(term, ox.Literal)]
            return Rows(("answer",), ((ox.Literal(any(term.value in ("1", "true") for term in yes)),),))
        return Rows(names, tuple(tuple(map(_term, row)) for row in found))
    except (SyntaxError, ValueError) as problem:
        raise _nonsense(connection, answer) from problem


def _triples(connection: Connection, answer: Response) -> set[tuple[Term, Term, Term]]:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
    format = ox.RdfFormat.from_media_type(kind)
    if format is None:
        raise _nonsense(connection, answer)
    try:
        return {
            (quad.subject, quad.predicate, _value(quad.object))
            for quad in ox.parse(answer.content, format=format)
        }
    except (SyntaxError, ValueError) as problem:
        raise _nonsense(connection, answer) from problem


def _term(term: Term | None) -> Term | None:
    return None if term is None else _value(term)


def _value(term: Term) -> Term:
    """A term as the embedded store spells it: whole numbers are integers, and what is true is not "1"."""
    if isinstance(term, ox.Literal):
        if term.datatype == _BOOLEAN and term.value in ("0", "1"):
            return ox.Literal(term.value == "1")
        if term.datatype in _WHOLE_NUMBERS and _NUMBER.fullmatch(term.value):
            return ox.Literal(int(term.value))
    return term


def _check_whole(connection: Connection, answer: Response, count: int) -> None:
    where = connection.addresses.shown
    most = answer.headers.get(_MOST_ROWS, "")
    if most.isdecimal() and count >= int(most):
        raise StoreError(
            f"{where} gives {most} rows of an answer at the most, and there may be more. Ask for less, or "
            "have the limit lifted (Virtuoso: ResultSetMaxRows)."
        )
    if answer.headers.get(_CUT, "").startswith("S1T"):
        raise QueryError(f"{where} has cut its answer short, because it took too long. Ask for less.")


def _nonsense(connection: Connection, answer: Response) -> StoreError:
    kind = answer.headers.get("Content-Type", "nothing that has a name").partition(";")[0]
    return StoreError(
        f"{connection.addresses.shown} answers with {kind[:60]}, which is no answer to a SPARQL query. "
        "Give the URL of a SPARQL endpoint, not that of its page."
    )

"""Putting a SPARQL query to pyoxigraph and turning what comes back into rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice

import pyoxigraph as ox

from ..errors import QueryError
from ..query import PREFIXES, Rows, Term, checked
from ..query.library import term
from ..query.rows import TRIPLE

#: What pyoxigraph gives: rows, yes or no, triples; rows and triples are looked for as they are taken.
Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def answer(
    graph: ox.Store,
    query: str,
    values: Mapping[str, Term | str],
    *,
    default: Sequence[ox.NamedNode | ox.DefaultGraph] | None = None,
    named: Sequence[ox.NamedNode] | None = None,
    limit: int | None = None,
) -> Rows:
    """The rows that a query gives: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Args:
        graph: the store to ask.
        query: the question.
        values: variable -> the value bound to it.
        default: the graphs that take the place of the default graph.
        named: the only named graphs that the query may see; all if not given.
        limit: the most rows, the first ones; all if not given.
    """
    with explained(values):
        return _rows(found(graph, query, values, default=default, named=named), limit)


def found(
    graph: ox.Store,
    query: str,
    values: Mapping[str, Term | str],
    *,
    default: Sequence[ox.NamedNode | ox.DefaultGraph] | None = None,
    named: Sequence[ox.NamedNode] | None = None,
) -> Found:
    """What a query finds, before any of it is taken; to be asked for, and taken, within `explained`.

    Args:
        graph: the store to ask.
        query: the question.
        values: variable -> the value bound to it.
        default: the graphs that take the place of the default graph.
        named: the only named graphs that the query may see; all if not given.
    """
    return graph.query(
        checked(query),
        prefixes=PREFIXES,
        default_graph=None if default is None else list(default),
        named_graphs=None if named is None else list(named),
        substitutions={ox.Variable(name): term(value) for name, value in values.items()},
    )


@contextmanager
def explained(values: Mapping[str, Term | str]) -> Iterator[None]:
    """Turn what pyoxigraph raises into a QueryError with its reason on one line."""
    try:
        yield
    except SyntaxError as problem:
        raise QueryError(f"This is no SPARQL that can be read: {_words(problem)}.") from problem
    except RuntimeError as problem:
        if "projection" in str(problem):
            names = " ".join(f"?{name}" for name in values)
            raise QueryError(f"A value is bound to a column only. Put {names} after SELECT.") from problem
        raise QueryError(f"The query cannot be answered: {_words(problem)}.") from problem
    except (ValueError, OSError) as problem:
        raise QueryError(f"The query cannot be answered: {_words(problem)}.") from problem


def _rows(found: Found, limit: int | None) -> Rows:
    if isinstance(found, ox.QueryBoolean):
        return Rows(("answer",), ((ox.Literal(bool(found)),),))
    if isinstance(found, ox.QueryTriples):
        # The order of a CONSTRUCT is that of the hash table behind it.
        return Rows(
            TRIPLE, tuple(sorted(((t.subject, t.predicate, t.object) for t in found), key=str)[:limit])
        )
    rows = (tuple(row) for row in islice(found, limit))
    return Rows(tuple(variable.value for variable in found.variables), tuple(rows))


def _words(problem: Exception) -> str:
    """The reason on one line, without the list of everything that could have stood there."""
    words = " ".join(str(getattr(problem, "msg", None) or problem).split()).rstrip(".")
    return words if len(words) < 200 else words[:197] + "…"

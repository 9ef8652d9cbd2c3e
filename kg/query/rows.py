"""The answer to a question: named columns and rows of RDF terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import Protocol

import pyoxigraph as ox

from .prefixes import PREFIXES, shortened

#: What can stand in a cell; None where the answer leaves it open.
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
#: The columns of a CONSTRUCT or DESCRIBE.
TRIPLE = ("subject", "predicate", "object")
Value = str | int | float | bool | Decimal | date | None


class Graph(Protocol):
    """Anything that answers SPARQL: the embedded store, a remote one, one loaded from a file."""

    def select(self, query: str, /, **values: Term | str) -> Rows:
        """The rows that a SELECT gives, with `values` bound to its variables."""

    def triples(self) -> Iterator[ox.Triple]:
        """Every triple once, whichever article it comes from, in a fixed order."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query found, in order."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """The rows as tuples of RDF terms."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __bool__(self) -> bool:
        """Whether there is any row."""
        return bool(self.rows)

    def dicts(self) -> list[dict[str, Value]]:
        """The rows as plain Python: strings, numbers, dates, IRIs as strings, None for an empty cell."""
        return [dict(zip(self.variables, map(value, row), strict=True)) for row in self.rows]

    def without(self, names: frozenset[str]) -> Rows:
        """The same rows without some of the columns."""
        kept = [place for place, name in enumerate(self.variables) if name not in names]
        return Rows(
            tuple(self.variables[place] for place in kept),
            tuple(tuple(row[place] for place in kept) for row in self.rows),
        )

    def __str__(self) -> str:
        """A table in plain text."""
        from .render import plain_table

        return plain_table(self)

    def _repr_html_(self) -> str:
        """A table for notebooks, every cell escaped: what articles say is not markup."""
        head = "".join(f"<th>{escape(heading(name))}</th>" for name in self.variables)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(shown(term))}</td>" for term in row) + "</tr>" for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def heading(variable: str) -> str:
    """A column's name as people read it."""
    return variable.replace("_", " ")


def shown(term: Term | None) -> str:
    """A cell as people read it: the words of a literal, the short form of an IRI."""
    match term:
        case None:
            return ""
        case ox.NamedNode():
            return shortened(term.value)
        case ox.Literal():
            return term.value
        case _:
            return str(term)


def _yes(text: str) -> bool:
    return text in ("true", "1")


_XSD = PREFIXES["xsd"]
_CONVERTERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys((_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger")), int),
    **dict.fromkeys((_XSD + name for name in ("double", "float")), float),
    _XSD + "decimal": Decimal,
    _XSD + "boolean": _yes,
    _XSD + "date": date.fromisoformat,
}


def value(term: Term | None) -> Value:
    """A cell as plain Python; a number or date that is not one stays the text it was."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    convert = _CONVERTERS.get(term.datatype.value, str)
    try:
        return convert(term.value)
    except (ValueError, ArithmeticError):
        return term.value

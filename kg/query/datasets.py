"""The graphs that a query asks for by name, read from its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyoxigraph as ox

from ..errors import QueryError
from .prefixes import PREFIXES

#: What SPARQL is made of, as far as is needed to tell a keyword from words in a text or an IRI.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""'
    r"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|(?P<iri><[^<>\"{}|^`\x00-\x20]*>)"
    r"|(?P<comment>#[^\n\r]*)"
    r"|(?P<word>[?$:@\w](?:[\w:.%-]|\\.)*)",
    re.DOTALL,
)
_FORMS = frozenset(("select", "ask", "construct", "describe"))


@dataclass(frozen=True, slots=True)
class Named:
    """The graphs that make a dataset, by IRI."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any graph is named."""
        return bool(self.default or self.named)


def said(query: str) -> Named:
    """The graphs that FROM and FROM NAMED name in the text of a query, by IRI or with a prefix.

    Raises:
        QueryError: one of them is no IRI, or its prefix is not declared.
    """
    default: list[str] = []
    named: list[str] = []
    before: tuple[str, ...] = ("", "")
    prologue: str | None = None
    for token in _TOKEN.finditer(query):
        if token["comment"]:
            continue
        word = token[0].lower()
        if prologue is None and word in _FORMS:
            prologue = query[: token.start()]
        if before[1] == "from" and word != "named":
            default.append(_whole(token[0], prologue or ""))
        elif before == ("from", "named"):
            named.append(_whole(token[0], prologue or ""))
        before = (before[1], word)
    return Named(tuple(default), tuple(named))


def _whole(name: str, prologue: str) -> str:
    """The IRI that a name of a query means: its prologue is Turtle too, and so is the name."""
    known = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    try:
        (quad,) = ox.parse(f"{known}{prologue}\n<urn:a> <urn:b> {name} .", format=ox.RdfFormat.TURTLE)
    except (SyntaxError, ValueError) as problem:
        raise QueryError(f"FROM names no graph that can be told from {name!r}.") from problem
    if not isinstance(quad.object, ox.NamedNode):
        raise QueryError(f"FROM names a graph by its IRI, and {name!r} is none.")
    return quad.object.value

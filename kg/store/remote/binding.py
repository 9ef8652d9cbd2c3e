"""Values put into a SPARQL query as terms: the protocol has no way to send them beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...query import PREFIXES, Term

# What may hold a question mark or a brace without meaning it, and what does mean it.
_TOKEN = re.compile(
    r"""
    (?P<skipped> \#[^\n\r]*
      | <[^<>"{}|^`\\\x00-\x20]*>
      | \"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*\"\"\" | '''(?:[^'\\]|\\.|'{1,2}(?!'))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | [?$](?P<variable>\w+)
    | (?P<brace>[{}])
    | \b(?P<form>select|ask|construct|describe)\b(?!\s*:)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_NO_COLUMN = re.compile(r"(?:\s|distinct|reduced|where)*", re.IGNORECASE)
_PREFIX = re.compile(r"([A-Za-z][\w.-]*)?:")


def form(query: str) -> str:
    """Which of the four forms a query has, in capitals; empty if none."""
    return next((found["form"].upper() for found in _TOKEN.finditer(query) if found["form"]), "")


def bound(query: str, values: Mapping[str, Term]) -> str:
    """A query with values in the place of variables, as terms escaped by the rules of RDF.

    In a pattern each stands where its variable stood. Among the columns, and after the pattern, the variable
    is taken out: its value is known. Nothing else is changed.
    """
    return "".join(_parts(query, values)) if values else query


def _parts(query: str, values: Mapping[str, Term]) -> Iterator[str]:
    done = depth = columns = 0
    kept: list[str] | None = None  # the words between SELECT and its pattern
    for found in _TOKEN.finditer(query):
        before, token = query[done : found.start()], found[0]
        done = found.end()
        if found["variable"] in values:
            # str() of a term of pyoxigraph is its N-Triples, where no quotation mark is left unescaped.
            token = str(values[found["variable"]]) if depth and kept is None else ""
        if kept is not None:
            kept += [before, "" if found["brace"] else token]
        if found["brace"]:
            if kept is not None and _NO_COLUMN.fullmatch("".join(kept)):
                columns += 1
                before = re.sub(r"(?i)(?=\bwhere\b)|$", f" (1 AS ?bound{columns}) ", before, count=1)
            kept = None
            depth += 1 if token == "{" else -1
        elif found["form"] and token.upper() == "SELECT":
            kept = []
        yield before
        yield token
    yield query[done:]


def with_prefixes(query: str) -> str:
    """A query with those short names of kg's that it may use; what it declares itself takes their place."""
    used = set(_PREFIX.findall(query))
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if name in used) + query

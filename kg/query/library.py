"""The library of named questions: one SPARQL file each, with a summary and its parameters on top.

A parameter stands in the query as a variable that must be among the columns (pyoxigraph binds only those) and
is dropped from the answer. FILTER reads it as ``COALESCE(?name, "")``: pyoxigraph takes ``BOUND(?name)`` for
false before it binds anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from .. import resources
from ..errors import QueryError
from .prefixes import PREFIXES
from .rows import Term

_HEADER = re.compile(r"#\+\s*(?P<key>summary|param\s+(?P<name>\w+))\s*:\s*(?P<words>.*\S)\s*")
_ABSOLUTE = re.compile(r"(https?|urn|file|ftp)://?[^\s<>\"{}|\\^`]+")
_PREFIXED = re.compile(r"(?P<prefix>[a-z]+):(?P<local>[\w.-]+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question people ask of a graph: its name, what it finds, what can be filled in, and its SPARQL."""

    name: str
    summary: str
    text: str
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Name -> description."""


@cache
def questions() -> Mapping[str, Question]:
    """Every named question, by name."""
    files = sorted(resources.QUERIES.glob("*.rq"))
    return MappingProxyType({file.stem: question(file.stem, file.read_text("utf-8")) for file in files})


def question(name: str, text: str) -> Question:
    """The question that a text of SPARQL with `#+` headers asks."""
    headers = [match for line in text.splitlines() if (match := _HEADER.fullmatch(line))]
    summary = " ".join(match["words"] for match in headers if match["name"] is None)
    parameters = {match["name"]: match["words"] for match in headers if match["name"] is not None}
    return Question(name, summary, text, MappingProxyType(parameters))


def asked(name_or_query: str) -> Question:
    """The question of that name, or the SPARQL itself where it is no name."""
    known = questions()
    if name_or_query in known:
        return known[name_or_query]
    if re.fullmatch(r"[\w-]+", name_or_query.strip()):
        near = get_close_matches(name_or_query.strip(), known, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise QueryError(f"No question is called {name_or_query!r}. {hint}Known: {', '.join(known)}.")
    return question("", name_or_query)


def bindings(asked_for: Question, given: Mapping[str, Term | str]) -> dict[str, Term]:
    """Variable -> term for what a user filled in; a named question takes only its own parameters."""
    if asked_for.name:
        for name in given:
            if name not in asked_for.parameters:
                known = ", ".join(asked_for.parameters) or "it takes none"
                raise QueryError(f"{asked_for.name} has no parameter {name!r}. Known: {known}.")
    return {name: term(value) for name, value in given.items()}


def term(value: Term | str) -> Term:
    """The RDF term that a user's value means: an IRI where it is written as one, else words."""
    if not isinstance(value, str):
        return value
    if _ABSOLUTE.fullmatch(value):
        try:
            return ox.NamedNode(value)
        except ValueError:
            return ox.Literal(value)
    prefixed = _PREFIXED.fullmatch(value)
    if prefixed and prefixed["prefix"] in PREFIXES:
        return ox.NamedNode(PREFIXES[prefixed["prefix"]] + prefixed["local"])
    return ox.Literal(value)

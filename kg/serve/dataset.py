"""The graphs that a query asks for by name; they must be here, for nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from .reply import Refused
from .working import Served

#: What SPARQL is made of, as far as is needed to tell a keyword from words in a text or an IRI.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""'
    r"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<(?P<iri>[^<>\"{}|^`\\\x00-\x20]*)>"
    r"|#[^\n\r]*"
    r"|[?$:@\w][\w:.-]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The graphs that make a dataset, by IRI."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any graph is named."""
        return bool(self.default or self.named)


def said(query: str) -> Named:
    """The graphs that FROM and FROM NAMED name by their whole IRI, in the text of a query."""
    default: list[str] = []
    named: list[str] = []
    before: tuple[str, ...] = ("", "")
    for token in _TOKEN.finditer(query):
        word = token[0].lower()
        if token["iri"] is not None:
            if before[1] == "from":
                default.append(token["iri"])
            elif before == ("from", "named"):
                named.append(token["iri"])
        if not word.startswith("#"):
            before = (before[1], word)
    return Named(tuple(default), tuple(named))


def found(store: Served, wanted: Named) -> tuple[list[ox.NamedNode], list[ox.NamedNode]]:
    """The default graphs and the named graphs of a dataset.

    Raises:
        Refused: one of them is not here.
    """
    return _here(store, wanted.default), _here(store, wanted.named)


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

"""The graphs that a query asks for by name; they must be here, for nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ..query import PREFIXES
from .reply import Refused
from .working import Served

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
        Refused: one of them is no IRI, or its prefix is not declared.
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
        raise Refused(400, f"FROM names no graph that can be told from {name!r}.") from problem
    if not isinstance(quad.object, ox.NamedNode):
        raise Refused(400, f"FROM names a graph by its IRI, and {name!r} is none.")
    return quad.object.value


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

"""The shapes of ontology/shapes.ttl, held against a graph some thousand triples at a time.

pyshacl wants a graph in memory. A shape here looks at a node, at what it points to and of which class that
is, and at what points to it: so a part of the nodes is checked with as much of the graph as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import IO, cast

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from .. import resources
from ..export.rdf import parsed
from ..export.sorting import Sorted
from ..query import rows
from ..query.prefixes import PREFIXES, shortened
from .violation import Violation

#: Triples whose subjects are checked at once.
_AT_ONCE = 20_000
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_STRING = PREFIXES["xsd"] + "string"
#: Queries with IRIs of the graph in place of ``%s``, as pyoxigraph itself writes them; blank nodes have none.
_TYPES = "SELECT ?node ?type WHERE { VALUES ?node { %s } ?node a ?type }"
_BLANK_TYPES = "SELECT ?node ?type WHERE { ?node a ?type . FILTER(isBlank(?node)) }"
_INTO = "SELECT ?from ?by ?to WHERE { VALUES ?to { %s } ?from ?by ?to . FILTER(?by IN (%s)) }"
_INTO_BLANK = "SELECT ?from ?by ?to WHERE { VALUES ?by { %s } ?from ?by ?to . FILTER(isBlank(?to)) }"
_BARE = """SELECT ?from ?by ?to WHERE {
  VALUES ?by { %s } ?from ?by ?to . FILTER NOT EXISTS { ?to ?predicate ?value }
}"""


def shape_violations(graph: rows.Graph) -> Iterator[Violation]:
    """One violation for each result of a SHACL validation; a class counts only where it is stated."""
    shapes = _Shapes.shipped()
    into_blank = _INTO_BLANK % _listed(shapes.followed)
    blank = [*_triples(_with_type(graph, _BLANK_TYPES)), *_triples(graph.select(into_blank))]
    for nodes, own in _parts(graph, shapes):
        data = Graph()
        for triple in (*_triples(own), *blank, *_triples(_around(graph, nodes, own, shapes))):
            data.add(triple)
        yield from _violations(data, shapes.aimed_at({_term(node) for node in nodes}, data))


def _violations(data: Graph, shapes: Graph) -> Iterator[Violation]:
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True)
    for result in report.subjects(SH.resultSeverity, None):
        path = report.value(result, SH.resultPath)
        where = f"{_readable(path)}: " if isinstance(path, URIRef) else ""
        message = str(report.value(result, SH.resultMessage))
        value = report.value(result, SH.value)
        what = f" ({_readable(value)})" if value is not None else ""
        focus = report.value(result, SH.focusNode)
        yield Violation("shape", _readable(focus), f"{where}{message}{what}")


def _readable(node: Node | None) -> str:
    return shortened(str(node))


Row = tuple[rows.Term | None, ...]


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The shapes without the lines that say which nodes they are for, and these lines."""

    plain: Graph
    targets: tuple[tuple[Node, Node, Node], ...]
    """Shape, kind of target, class or predicate."""
    aimed: frozenset[ox.NamedNode]
    """The predicates whose objects shapes are for."""
    followed: frozenset[ox.NamedNode]
    """These, and the predicates that shapes follow from objects to subjects."""

    @classmethod
    def shipped(cls) -> _Shapes:
        plain = Graph().parse(resources.ONTOLOGY / "shapes.ttl")
        targets = tuple(triple for kind in _TARGETS for triple in plain.triples((None, kind, None)))
        for triple in targets:
            plain.remove(triple)
        aimed = frozenset(
            ox.NamedNode(str(value)) for _, kind, value in targets if kind == SH.targetObjectsOf
        )
        inverse = (ox.NamedNode(str(value)) for value in plain.objects(None, SH.inversePath))
        return cls(plain, targets, aimed, aimed.union(inverse))

    def aimed_at(self, nodes: set[Node], data: Graph) -> Graph:
        """The shapes, each for those of the nodes that it is for."""
        self.plain.remove((None, SH.targetNode, None))
        for shape, kind, value in self.targets:
            if kind == SH.targetClass:
                found = data.subjects(RDF.type, value)
            elif kind == SH.targetSubjectsOf:
                found = data.subjects(value, None)
            else:
                found = data.objects(None, value)
            for node in nodes.intersection(found):
                self.plain.add((shape, SH.targetNode, node))
        return self.plain


def _parts(graph: rows.Graph, shapes: _Shapes) -> Iterator[tuple[set[rows.Term], list[Row]]]:
    """Nodes with all that is said of them; last those of which nothing is, with what points to them."""
    nodes, own = set[rows.Term](), list[Row]()
    with Sorted() as lines:
        ox.serialize(graph.triples(), cast("IO[bytes]", lines), ox.RdfFormat.N_TRIPLES)
        for subject, found in groupby(parsed(lines.batches()), key=lambda quad: quad.subject):
            nodes.add(subject)
            own += [(quad.subject, quad.predicate, quad.object) for quad in found]
            if len(own) >= _AT_ONCE:
                yield nodes, own
                nodes, own = set(), []
    bare = graph.select(_BARE % _listed(shapes.aimed)).rows
    yield nodes | {row[2] for row in bare if row[2] is not None}, [*own, *bare]


def _around(graph: rows.Graph, nodes: set[rows.Term], own: list[Row], shapes: _Shapes) -> Iterator[Row]:
    """What points to some nodes by a predicate that matters, and the classes of all around them."""
    into = graph.select(_INTO % (_listed(nodes), _listed(shapes.followed).replace(" ", ", "))).rows
    yield from into
    near = {row[2] for row in own} | {row[0] for row in into}
    yield from _with_type(graph, _TYPES % _listed(near - nodes))


def _with_type(graph: rows.Graph, query: str) -> Iterator[Row]:
    return ((node, _TYPE, found) for node, found in graph.select(query))


def _listed(terms: Iterable[rows.Term | None]) -> str:
    return " ".join(sorted(str(term) for term in terms if isinstance(term, ox.NamedNode)))


def _triples(found: Iterable[Row]) -> Iterator[tuple[Node, Node, Node]]:
    for subject, predicate, value in found:
        yield _term(subject), _term(predicate), _term(value)


def _term(term: rows.Term | None) -> Node:
    """A term in rdflib's words."""
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        return Literal(term.value, datatype=None if datatype == _STRING else URIRef(datatype))
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    return URIRef(term.value if isinstance(term, ox.NamedNode) else str(term))

"""The shapes of ontology/shapes.ttl, held against a graph of any size.

SPARQL finds the nodes that may break them, which in a sound graph are none. pyshacl, which wants a graph in
memory, judges those, some at a time. A shape here looks at a node, at what it points to and of which class
that is, and at what points to it: so a part of the nodes is judged with as much of the graph as that.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from .. import resources
from ..query import rows
from ..query.prefixes import PREFIXES, shortened
from .sieve import TARGETS, doubtful
from .violation import Violation

#: Nodes that are judged at once.
_AT_ONCE = 1_000
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_STRING = PREFIXES["xsd"] + "string"
#: Queries with IRIs of the graph in place of ``%s``, as pyoxigraph itself writes them; other nodes have none.
_OWN = "SELECT ?node ?by ?value WHERE { VALUES ?node { %s } ?node ?by ?value }"
_OWN_BLANK = "SELECT ?node ?by ?value WHERE { ?node ?by ?value . FILTER(isBlank(?node)) }"
_TYPES = "SELECT ?node ?type WHERE { VALUES ?node { %s } ?node a ?type }"
_BLANK_TYPES = "SELECT ?node ?type WHERE { ?node a ?type . FILTER(isBlank(?node)) }"
_INTO = "SELECT ?from ?by ?to WHERE { VALUES ?to { %s } ?from ?by ?to . FILTER(?by IN (%s)) }"
_INTO_NAMELESS = "SELECT ?from ?by ?to WHERE { VALUES ?by { %s } ?from ?by ?to . FILTER(!isIRI(?to)) }"


def shape_violations(graph: rows.Graph) -> Iterator[Violation]:
    """One violation for each result of a SHACL validation; a class counts only where it is stated."""
    shapes = _Shapes.shipped()
    nodes = {node for query in shapes.sieve for (node,) in graph.select(query) if node is not None}
    named = iter(sorted((node for node in nodes if isinstance(node, ox.NamedNode)), key=str))
    blank = _blank(graph, shapes) if nodes else []
    while part := set(islice(named, _AT_ONCE)):
        own = graph.select(_OWN % _listed(part)).rows
        yield from _judged({*part}, [*blank, *own, *_around(graph, part, own, shapes)], shapes)
    nameless: set[rows.Term] = {node for node in nodes if not isinstance(node, ox.NamedNode)}
    if nameless:
        own = graph.select(_OWN_BLANK).rows
        yield from _judged(nameless, [*blank, *own, *_around(graph, set(), own, shapes)], shapes)


def _judged(nodes: set[rows.Term], around: Iterable[Row], shapes: _Shapes) -> list[Violation]:
    data = Graph()
    with _quietly():
        for triple in _triples(around):
            data.add(triple)
        return _of_nodes({_term(node) for node in nodes}, data, shapes)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what rdflib tells of literals that are no value of their datatype: violations say it."""
    log = logging.getLogger("rdflib.term")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(before)


def _of_nodes(nodes: set[Node], data: Graph, shapes: _Shapes) -> list[Violation]:
    from pyshacl.errors import ReportableRuntimeError

    try:
        return list(_violations(data, shapes.aimed_at(nodes, data)))
    except ReportableRuntimeError as problem:  # such as a blank node where a number is to be compared
        if len(nodes) == 1:
            return [Violation("shape", _readable(*nodes), f"cannot be judged: {problem}")]
        return [found for node in nodes for found in _of_nodes({node}, data, shapes)]


def _violations(data: Graph, shapes: Graph) -> Iterator[Violation]:
    import pyshacl  # slow to load, and no sound graph needs it

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

    sieve: tuple[str, ...]
    """Queries for whatever may break one."""
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
        sieve = tuple(doubtful(plain))
        targets = tuple(triple for kind in TARGETS for triple in plain.triples((None, kind, None)))
        for triple in targets:
            plain.remove(triple)
        aimed = frozenset(
            ox.NamedNode(str(value)) for _, kind, value in targets if kind == SH.targetObjectsOf
        )
        inverse = (ox.NamedNode(str(value)) for value in plain.objects(None, SH.inversePath))
        return cls(sieve, plain, targets, aimed, aimed.union(inverse))

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


def _blank(graph: rows.Graph, shapes: _Shapes) -> list[Row]:
    """The classes of blank nodes, and what points to them and to literals by a predicate that matters."""
    into = graph.select(_INTO_NAMELESS % _listed(shapes.followed)).rows
    return [*_with_type(graph, _BLANK_TYPES), *into]


def _around(
    graph: rows.Graph, nodes: set[ox.NamedNode], own: Iterable[Row], shapes: _Shapes
) -> Iterator[Row]:
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

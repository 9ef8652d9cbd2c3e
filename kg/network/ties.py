"""Which edges there are, and which statements earned them: read without their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from ..gate import tier
from ..query import Graph
from ..query.prefixes import KG
from ..query.rows import Value
from .articles import Articles
from .asking import ALL, rows
from .choice import Choice
from .terms import local

SPOKE_ABOUT = KG + "spokeAbout"

#: Subject, predicate and object, as IRIs.
Edge = tuple[str, str, str]

_DECLARED = """
SELECT DISTINCT ?predicate ?label ?modality ?polarity ?own WHERE {
  ?predicate kg:modality ?modality ; kg:polarity ?polarity ; rdfs:label ?label
  OPTIONAL { ?predicate kg:ownWord ?own }
} ORDER BY ?predicate ?label
"""
_PAIRS = "SELECT DISTINCT ?from ?predicate ?to WHERE { ?from ?predicate ?to FILTER(isIRI(?to)) }"
_TOUCHING = """
SELECT DISTINCT ?from ?predicate ?to WHERE {
  ?from ?predicate ?to . ?predicate kg:polarity ?declared FILTER(isIRI(?to))
}
"""
_SPOKEN = "SELECT DISTINCT ?from ?to WHERE { ?from kg:spokeAbout ?to FILTER(isIRI(?to)) }"

_PARTS = """
SELECT DISTINCT ?event ?entity WHERE {
  ?event kg:agent|kg:theme|kg:addressee|kg:topic|kg:coAgent|kg:place|kg:instrument
    |kg:capacity|kg:origin|kg:goal ?entity
}
"""
_NAMED = "SELECT ?statement WHERE { ?statement rdf:subject|rdf:object|kg:attributedTo ?entity }"
_REPORTS = "SELECT ?statement WHERE { ?statement kg:event ?event }"

_OUTLINE = """
SELECT DISTINCT ?node ?property ?value WHERE {
  ?node kg:evidence ?passage ; kg:trigger ?trigger .
  VALUES ?property { rdf:subject rdf:predicate rdf:object kg:earnsEdge kg:attributedTo kg:action kg:event
    kg:evidence kg:trigger }
  ?node ?property ?value .
}
"""
_CONTEXT = "SELECT ?passage ?article WHERE { ?passage nif:referenceContext ?article }"


@dataclass(frozen=True, slots=True)
class Declared:
    """What a predicate says of its edges."""

    label: str
    tier: str
    modality: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A statement without its words."""

    edge: Edge | None
    """The edge that it earned."""
    participants: frozenset[str]
    """Whom and what it is about, as IRIs; its speaker only if it is about its speaker."""
    speakers: frozenset[str]
    action: str
    """The local name of the class."""
    sentences: frozenset[tuple[str, str]]
    """The passages that are its evidence, each with its article, as IRIs."""
    date: str
    """Of the newest of the articles; empty where none is known."""


class Ties:
    """The edges of a graph or of some entities, with the statements that earned them and fit a choice."""

    def __init__(self, graph: Graph, choice: Choice, of: Collection[str] | None = None) -> None:
        """Read those that touch the entities `of`; None reads all."""
        there = edges(graph, of)
        self._spoken = {edge for edge in there if edge[1] == SPOKE_ABOUT}
        self.outlines: dict[str, Outline] = {}
        """The statements that fit, in order."""
        self.behind: dict[Edge, list[str]] = defaultdict(list)
        """The statements that earned an edge."""
        self.about: dict[str, list[str]] = defaultdict(list)
        """The statements that an entity takes part in."""
        self.articles, outlines = _outlines(graph, choice, of)
        for statement, outline in outlines:
            self.outlines[statement] = outline
            for edge in self._earned(outline):
                self.behind[edge].append(statement)
            for entity in outline.participants:
                self.about[entity].append(statement)
        self.edges = {edge: told for edge, told in there.items() if choice.allows(self._sentences(edge))}

    def bare(self, entity: str) -> list[str]:
        """The statements that an entity takes part in and that stand on none of its edges."""
        return [
            statement
            for statement in self.about.get(entity, ())
            if not any(entity in (edge[0], edge[2]) for edge in self._earned(self.outlines[statement]))
        ]

    def weight(self, edge: Edge) -> int:
        """How many sources an edge has: a statement may rest on several sentences."""
        return sum(len(self.outlines[statement].sentences) for statement in self.behind.get(edge, ()))

    def newest(self, statements: Iterable[str], most: int | None) -> list[str]:
        """So many of some statements, those of the newest articles first; None gives all."""
        if most is None:
            return list(statements)
        return sorted(sorted(statements), key=lambda found: self.outlines[found].date, reverse=True)[:most]

    def _earned(self, outline: Outline) -> list[Edge]:
        """The edges that a statement earned: its own, and those from who says it to whom it is about."""
        spoken = [(who, SPOKE_ABOUT, what) for who in outline.speakers for what in outline.participants]
        own = [] if outline.edge is None else [outline.edge]
        return own + [edge for edge in spoken if edge in self._spoken]

    def _sentences(self, edge: Edge) -> int:
        found = (self.outlines[statement].sentences for statement in self.behind.get(edge, ()))
        return len({passage for sentences in found for passage, _ in sentences})


def edges(graph: Graph, of: Collection[str] | None = None) -> dict[Edge, Declared]:
    """The edges of a graph, or those that touch some entities, in order, with what is declared of them."""
    if of is None:
        declared = _declared(graph, None)
        found = {_edge(row) for row in rows(graph, _PAIRS, "predicate", declared)}
        found |= {_edge(row) for row in rows(graph, _SPOKEN)}
    else:
        found = {_edge(row) for end in ("from", "to") for query in (_TOUCHING, _SPOKEN)
                 for row in rows(graph, query, end, of)}  # fmt: skip
        declared = _declared(graph, {predicate for _, predicate, _ in found})
    declared[SPOKE_ABOUT] = Declared("spoke about", "spoke about", "", "")
    return {edge: declared[edge[1]] for edge in sorted(found) if edge[1] in declared}


def _edge(row: dict[str, Value]) -> Edge:
    return str(row["from"]), str(row.get("predicate", SPOKE_ABOUT)), str(row["to"])


def _declared(graph: Graph, predicates: Collection[str] | None) -> dict[str, Declared]:
    return {
        str(row["predicate"]): _as_declared(row) for row in rows(graph, _DECLARED, "predicate", predicates)
    }


def _as_declared(row: dict[str, Value]) -> Declared:
    modality, polarity = local(row["modality"]), local(row["polarity"])
    kind = tier(modality, polarity, own_word=bool(row["own"]))
    return Declared(str(row["label"]), kind, modality, polarity)


def _outlines(
    graph: Graph, choice: Choice, of: Collection[str] | None
) -> tuple[Articles, Iterator[tuple[str, Outline]]]:
    """The statements that fit a choice, of all or of some who take part or speak; and their articles."""
    statements = None
    if of is not None:
        events = {str(row["event"]) for row in rows(graph, _PARTS, "entity", of)}
        statements = {str(row["statement"]) for row in rows(graph, _NAMED, "entity", of)}
        statements |= {str(row["statement"]) for row in rows(graph, _REPORTS, "event", events)}
    given: Mapping[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    found = rows(graph, _OUTLINE) if statements is None else rows(graph, ALL, "node", statements)
    for row in found:
        given[str(row["node"])][local(row["property"])].add(str(row["value"]))

    def all_of(name: str) -> set[str] | None:
        return None if of is None else {value for own in given.values() for value in own[name]}

    given = {node: own for node, own in given.items() if own["evidence"] and own["trigger"]}
    parts: dict[str, set[str]] = defaultdict(set)
    for row in rows(graph, _PARTS, "event", all_of("event")):
        parts[str(row["event"])].add(str(row["entity"]))
    places = {
        str(row["passage"]): str(row["article"])
        for row in rows(graph, _CONTEXT, "passage", all_of("evidence"))
    }
    articles = Articles(graph, None if of is None else set(places.values()))
    outlines = (
        (statement, _outline(given[statement], parts, places, articles, choice))
        for statement in sorted(given)
    )
    return articles, ((statement, outline) for statement, outline in outlines if outline is not None)


def _outline(
    own: Mapping[str, set[str]],
    parts: Mapping[str, set[str]],
    places: Mapping[str, str],
    articles: Articles,
    choice: Choice,
) -> Outline | None:
    """A statement from its properties; None where it does not fit a choice."""
    sentences = frozenset((passage, places[passage]) for passage in own["evidence"] if passage in places)
    action = local(min(own["action"], default=None))
    fitting = frozenset(found for found in sentences if choice.fits(articles.of(found[1]), action))
    if sentences and not fitting:
        return None
    triples = product(own["subject"], own["predicate"], own["object"]) if "True" in own["earnsEdge"] else ()
    return Outline(
        min(triples, default=None),
        frozenset(own["subject"] | own["object"]).union(*(parts[event] for event in own["event"])),
        frozenset(own["attributedTo"]),
        action,
        fitting,
        max((articles.of(article)["date"] for _, article in fitting), default=""),
    )

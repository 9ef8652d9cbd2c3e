"""The one-hop edges of a graph with what is known of each, for programs that draw and count networks.

Each question is small, and what they find is joined here: with optional parts in one query, pyoxigraph needs
minutes at a million quads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..gate import tier
from ..query import Graph
from ..query.prefixes import KG
from ..query.rows import Term

#: Kinds of entity, as the graph states them beside the specific classes.
_KINDS = ("Person", "Organisation", "Place", "Thing")
_SPOKE_ABOUT = KG + "spokeAbout"

_LABELS = "SELECT ?entity ?label WHERE { ?entity skos:prefLabel ?label }"
_ALIASES = "SELECT ?entity ?alias WHERE { ?entity skos:altLabel ?alias }"
_CLASSES = """SELECT ?entity ?class WHERE {
  VALUES ?kind { kg:Person kg:Organisation kg:Place kg:Thing }
  ?entity a ?kind ; a ?class .
}"""
_DECLARED = """SELECT ?predicate ?label ?modality ?polarity WHERE {
  ?predicate kg:modality ?modality ; kg:polarity ?polarity ; rdfs:label ?label .
}"""
_ACTIONS = "SELECT ?predicate ?action WHERE { ?predicate kg:modality ?modality ; kg:action ?action }"
_OWN_WORD = "SELECT ?predicate WHERE { ?predicate kg:ownWord true }"
_EDGES = """SELECT ?from ?predicate ?to WHERE {
  ?predicate kg:modality ?modality ; kg:polarity ?polarity ; rdfs:label ?label .
  ?from ?predicate ?to .
  FILTER(isIRI(?to))
}"""
_SPOKEN_ABOUT = "SELECT ?from ?to WHERE { ?from kg:spokeAbout ?to . FILTER(isIRI(?to)) }"
_DATES = "SELECT ?article ?date WHERE { ?article schema:datePublished ?date }"
_NAMES = "SELECT ?article ?name WHERE { ?article dct:identifier ?name }"
_SAID_BY = "SELECT ?statement ?speaker WHERE { ?statement kg:earnsEdge true ; kg:attributedTo ?speaker }"
# What earned the edge, and nothing else: a third party's claim of the same triple is no source of it.
_EARNED = """SELECT ?statement ?from ?predicate ?to ?article ?start ?sentence WHERE {
  ?statement kg:earnsEdge true ; rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to ;
             kg:evidence ?passage .
  ?passage nif:referenceContext ?article ; nif:beginIndex ?start ; nif:anchorOf ?sentence .
}"""
_SPOKEN = """SELECT DISTINCT ?statement ?from ?to ?article ?start ?sentence WHERE {
  ?statement kg:attributedTo ?from ; kg:evidence ?passage .
  ?passage nif:referenceContext ?article ; nif:beginIndex ?start ; nif:anchorOf ?sentence .
  { ?statement rdf:subject|rdf:object ?to }
  UNION { ?statement kg:event ?event . ?event ?role ?to .
    FILTER(?role IN (kg:agent, kg:theme, kg:addressee, kg:topic, kg:coAgent, kg:place, kg:instrument,
      kg:capacity, kg:origin, kg:goal)) }
  FILTER EXISTS { ?from kg:spokeAbout ?to }
}"""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An entity at one end of an edge."""

    iri: str
    label: str
    kind: str
    """Person, Organisation, Place or Thing."""
    type: str
    """Its most specific class."""
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A one-hop edge. Texts are as the articles have them: hostile."""

    start: str
    """The IRI of a node, as is `end`."""
    end: str
    predicate: str
    label: str
    """What it says of its start: "announced"."""
    action: str
    """The class of its action: "Announce"; "Speech" of those who spoke about something."""
    tier: str
    """The kind of truth it has, in the words of the truth gate."""
    modality: str
    polarity: str
    sources: int
    """How many statements earned it."""
    articles: int
    """In how many articles they are."""
    first: str
    """The day of the earliest of these articles that has a date, as ISO 8601; empty if none has."""
    last: str
    speakers: tuple[str, ...]
    """Who said so, where the article itself does not."""
    sentence: str
    """The earliest sentence that shows it."""

    @property
    def weight(self) -> int:
        """How many statements earned it, and 1 where the graph does not tell."""
        return max(1, self.sources)

    @property
    def type(self) -> str:
        """The last part of its predicate: "willOversee"."""
        return _local(self.predicate)


@dataclass(frozen=True, slots=True)
class Network:
    """The edges of a graph and what they join, both in order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(slots=True)
class _Sources:
    statements: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    earliest: tuple[str, str, int, str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Predicate:
    label: str
    modality: str
    polarity: str
    action: str
    tier: str


def edges(graph: Graph) -> Network:
    """The one-hop edges of a graph with their sources counted, and the entities that they join."""
    labels = _one_each(graph, _LABELS)
    dates = _one_each(graph, _DATES)
    predicates = {_SPOKE_ABOUT: _Predicate("spoke about", "", "", "Speech", "spoke about")}
    predicates |= _declared(graph)
    sources = _sources(graph, labels, dates)
    met = {(start, predicate, end) for start, predicate, end in _texts(graph, _EDGES)}
    met |= {(start, _SPOKE_ABOUT, end) for start, end in _texts(graph, _SPOKEN_ABOUT)}
    found = []
    for start, predicate, end in met:
        known, told = predicates[predicate], sources.get((start, predicate, end), _Sources())
        days = sorted(dates[article] for article in told.articles if article in dates)
        found.append(
            Edge(
                start=start,
                end=end,
                predicate=predicate,
                label=known.label,
                action=known.action,
                tier=known.tier,
                modality=known.modality,
                polarity=known.polarity,
                sources=len(told.statements),
                articles=len(told.articles),
                first=days[0] if days else "",
                last=days[-1] if days else "",
                speakers=tuple(sorted(told.speakers)),
                sentence=told.earliest[-1] if told.earliest else "",
            )
        )
    ends = {end for edge in found for end in (edge.start, edge.end)}
    return Network(tuple(_nodes(graph, ends, labels)), tuple(sorted(found)))


def _declared(graph: Graph) -> dict[str, _Predicate]:
    actions = _one_each(graph, _ACTIONS)
    own_word = {predicate for (predicate,) in _texts(graph, _OWN_WORD)}
    return {
        predicate: _Predicate(
            label,
            _local(modality),
            _local(polarity),
            _local(actions.get(predicate, "")),
            tier(_local(modality), _local(polarity), own_word=predicate in own_word),
        )
        for predicate, label, modality, polarity in sorted(_texts(graph, _DECLARED), reverse=True)
    }


def _sources(
    graph: Graph, labels: dict[str, str], dates: dict[str, str]
) -> dict[tuple[str, str, str], _Sources]:
    """Edge -> what earned it."""
    names = _one_each(graph, _NAMES)
    found: defaultdict[tuple[str, str, str], _Sources] = defaultdict(_Sources)

    def add(edge: tuple[str, str, str], statement: str, article: str, start: str, sentence: str) -> _Sources:
        sources = found[edge]
        sources.statements.add(statement)
        sources.articles.add(article)
        place = int(start) if start.isdecimal() else 0
        key = (dates.get(article, ""), names.get(article, article), place, statement, sentence)
        if sources.earliest is None or key < sources.earliest:
            sources.earliest = key
        return sources

    said_by = _one_each(graph, _SAID_BY)
    for statement, start, predicate, end, *place in _texts(graph, _EARNED):
        sources = add((start, predicate, end), statement, *place)
        if speaker := labels.get(said_by.get(statement, "")):
            sources.speakers.add(speaker)
    for statement, start, end, *place in _texts(graph, _SPOKEN):
        sources = add((start, _SPOKE_ABOUT, end), statement, *place)
        if speaker := labels.get(start):
            sources.speakers.add(speaker)
    return found


def _nodes(graph: Graph, wanted: set[str], labels: dict[str, str]) -> Iterator[Node]:
    aliases, classes = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for entity, alias in _texts(graph, _ALIASES):
        aliases[entity].add(alias)
    for entity, cls in _texts(graph, _CLASSES):
        classes[entity].add(_local(cls))
    for entity in sorted(wanted):
        kind = next((kind for kind in _KINDS if kind in classes[entity]), "Thing")
        specific = sorted(classes[entity] - set(_KINDS))
        label = labels.get(entity, _local(entity))
        yield Node(
            entity,
            label,
            kind,
            specific[-1] if specific else kind,
            tuple(sorted(aliases[entity] - {label})),
        )


def _one_each(graph: Graph, query: str) -> dict[str, str]:
    """The first column -> the least text of the second."""
    return dict(sorted(((key, value) for key, value in _texts(graph, query)), reverse=True))


def _texts(graph: Graph, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a query as texts."""
    return (tuple(map(_text, row)) for row in graph.select(query))


def _text(term: Term | None) -> str:
    return str(getattr(term, "value", "")) if term is not None else ""


def _local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]

"""A graph as a network: entities joined by the edges that passed the truth gate, each with its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import chain
from typing import TypedDict

import networkx as nx

from .errors import QueryError
from .query import PREFIXES, Graph
from .query.prefixes import KG
from .query.rows import Value

SPOKE_ABOUT = KG + "spokeAbout"
#: Kinds of entity, as the graph states them beside the specific classes.
KINDS = ("Person", "Organisation", "Place", "Thing")

_ENTITIES = """
SELECT ?entity ?label ?alias ?class WHERE {
  ?entity skos:prefLabel ?label ; a ?class .
  VALUES ?kind { kg:Person kg:Organisation kg:Place kg:Thing }
  ?entity a ?kind .
  OPTIONAL { ?entity skos:altLabel ?alias }
} ORDER BY ?entity ?label ?alias ?class
"""

_EDGES = """
SELECT DISTINCT ?from ?predicate ?to ?label ?modality ?polarity ?own WHERE {
  { ?predicate kg:modality ?modality ; kg:polarity ?polarity ; rdfs:label ?label .
    OPTIONAL { ?predicate kg:ownWord ?own } }
  UNION { VALUES (?predicate ?label) { (kg:spokeAbout "spoke about") } }
  ?from ?predicate ?to .
  FILTER(isIRI(?to))
} ORDER BY ?from ?predicate ?to ?label
"""

# What earned the edge, and nothing else: a third party's claim of the same triple is no source of it.
_SOURCES = """
SELECT DISTINCT ?statement ?from ?predicate ?to ?passage ?trigger ?speaker WHERE {
  ?statement kg:earnsEdge true ; rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to ;
             kg:evidence ?passage .
  OPTIONAL { ?statement kg:trigger/nif:anchorOf ?trigger }
  OPTIONAL { ?statement kg:attributedTo/skos:prefLabel ?speaker }
}
"""

_SPOKEN = """
SELECT DISTINCT ?statement ?from ?to ?passage ?trigger ?speaker WHERE {
  ?statement kg:attributedTo ?from ; kg:evidence ?passage .
  { ?statement rdf:subject|rdf:object ?to }
  UNION { ?statement kg:event ?event .
          ?event kg:agent|kg:theme|kg:addressee|kg:topic|kg:coAgent|kg:place|kg:instrument ?to }
  ?from kg:spokeAbout ?to .
  OPTIONAL { ?statement kg:trigger/nif:anchorOf ?trigger }
  OPTIONAL { ?from skos:prefLabel ?speaker }
}
"""

_PASSAGES = """
SELECT ?passage ?sentence ?start ?end ?article ?identifier ?title ?date ?url WHERE {
  ?passage nif:anchorOf ?sentence ; nif:beginIndex ?start ; nif:endIndex ?end ;
           nif:referenceContext ?article .
  FILTER EXISTS { [] kg:evidence ?passage }
  OPTIONAL { ?article dct:identifier ?identifier }
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?date }
  OPTIONAL { ?article schema:url ?url }
} ORDER BY ?passage ?identifier ?title ?date ?url
"""


class Source(TypedDict):
    """A statement that earned an edge: its sentence and where that stands; empty where nothing is known."""

    sentence: str
    start: int
    end: int
    trigger: str
    speaker: str
    """Empty where the article itself narrates it."""
    statement: str
    """The statement's IRI."""
    article: str
    """The article's own identifier."""
    article_iri: str
    title: str
    date: str
    url: str


def network(graph: Graph, *, about: str | None = None, depth: int = 1) -> nx.MultiDiGraph[str]:
    """The edges of a graph, or those within `depth` steps of the entity that `about` names.

    Nodes are entity IRIs with `label`, `kind`, `classes` and `aliases`. Edges are keyed by the IRI of their
    predicate and have `predicate`, `label`, `tier`, `modality`, `polarity`, `sources` (a list of `Source`)
    and `weight` (how many sources).
    """
    known = _entities(graph)
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    sources = _sources(graph)
    for row in graph.select(_EDGES).dicts():
        start, predicate, end = str(row["from"]), str(row["predicate"]), str(row["to"])
        for entity in (start, end):
            if entity not in whole:
                whole.add_node(entity, **known.get(entity) or _unknown(entity))
        found = sources.get((start, predicate, end), [])
        whole.add_edge(
            start,
            end,
            key=predicate,
            predicate=predicate,
            label=str(row["label"]),
            tier=_tier(row),
            modality=_local(row["modality"]),
            polarity=_local(row["polarity"]),
            weight=max(1, len(found)),
            sources=found,
        )
    if about is None:
        return whole
    return _around(whole, known, about, depth)


def _entities(graph: Graph) -> dict[str, dict[str, object]]:
    """IRI -> label, kind, classes and aliases of every entity that has a name."""
    labels: dict[str, str] = {}
    classes: dict[str, set[str]] = defaultdict(set)
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in graph.select(_ENTITIES).dicts():
        entity = str(row["entity"])
        labels.setdefault(entity, str(row["label"]))
        aliases[entity] |= {str(row[name]) for name in ("label", "alias") if row[name] is not None}
        classes[entity].add(_local(row["class"]))
    return {
        entity: {
            "label": label,
            "kind": next(kind for kind in KINDS if kind in classes[entity]),
            "classes": sorted(classes[entity], key=lambda name: (name not in KINDS, name)),
            "aliases": sorted(aliases[entity] - {label}),
        }
        for entity, label in labels.items()
    }


def _unknown(entity: str) -> dict[str, object]:
    return {"label": _local(entity), "kind": "Thing", "classes": [], "aliases": []}


def _sources(graph: Graph) -> dict[tuple[str, str, str], list[Source]]:
    """Edge -> what earned it, in order of date, article and place in the text."""
    passages = {str(row["passage"]): row for row in reversed(graph.select(_PASSAGES).dicts())}
    spoken = ({**row, "predicate": SPOKE_ABOUT} for row in graph.select(_SPOKEN).dicts())
    found: dict[tuple[str, str, str], list[Source]] = defaultdict(list)
    for row in chain(graph.select(_SOURCES).dicts(), spoken):
        passage = passages.get(str(row["passage"]))
        if passage is not None:
            edge = (str(row["from"]), str(row["predicate"]), str(row["to"]))
            found[edge].append(_source(passage, row))
    for listed in found.values():
        listed.sort(
            key=lambda source: (source["date"], source["article"], source["start"], source["statement"])
        )
    return found


def _source(passage: dict[str, Value], row: dict[str, Value]) -> Source:
    iri = str(passage["article"])
    return {
        "sentence": str(passage["sentence"]),
        "start": int(str(passage["start"])),
        "end": int(str(passage["end"])),
        "trigger": _text(row["trigger"]),
        "speaker": _text(row["speaker"]),
        "statement": str(row["statement"]),
        "article": _text(passage["identifier"]) or _local(iri),
        "article_iri": iri,
        "title": _text(passage["title"]),
        "date": _text(passage["date"]),
        "url": _text(passage["url"]),
    }


def _tier(row: dict[str, Value]) -> str:
    """The kind of truth an edge has: the words of the truth gate."""
    if row["predicate"] == SPOKE_ABOUT:
        return "spoke about"
    if _local(row["polarity"]) == "Negative":
        return "negative"
    if _local(row["modality"]) != "Actual":
        return _local(row["modality"]).lower()
    return "own word" if row["own"] else "narrated"


def _around(
    whole: nx.MultiDiGraph[str], known: dict[str, dict[str, object]], about: str, depth: int
) -> nx.MultiDiGraph[str]:
    """The part of a network within `depth` steps of whoever bears the name, whichever way edges point."""
    if depth < 0:
        raise QueryError(f"A depth of {depth} is less than nothing. Give 0 or more.")
    centres = named(about, known)
    for entity in centres:
        if entity not in whole:
            whole.add_node(entity, **known[entity])
    kept = set(centres)
    for _ in range(depth):
        kept |= {other for entity in kept for other in nx.all_neighbors(whole, entity)}
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in whole.nodes(data=True) if node in kept)
    for start, end, key, data in whole.edges(keys=True, data=True):
        if start in kept and end in kept:
            part.add_edge(start, end, key=key, **data)
    return part


def named(about: str, known: dict[str, dict[str, object]]) -> list[str]:
    """The entities that an IRI, a label or an alias means; several where several bear the name."""
    wanted = " ".join(about.split())
    prefix, colon, local = wanted.partition(":")
    iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else wanted
    if iri in known:
        return [iri]
    names = {entity: [str(data["label"]), *_strings(data["aliases"])] for entity, data in known.items()}
    same = [entity for entity, own in names.items() if wanted.casefold() in (name.casefold() for name in own)]
    if same:
        return sorted(same)
    every = sorted(set(chain.from_iterable(names.values())))
    raise QueryError(f"The graph names nothing {about!r}. {_suggestion(wanted, every)}")


def _suggestion(wanted: str, names: list[str]) -> str:
    folded = {name.casefold(): name for name in reversed(names)}
    holding = [name for name in names if wanted and wanted.casefold() in name.casefold()]
    near = holding or [folded[name] for name in get_close_matches(wanted.casefold(), folded, n=5, cutoff=0.6)]
    if not near:
        return "Give the name, alias or IRI of something in it."
    return "Did you mean " + " or ".join(repr(name) for name in near[:5]) + "?"


def _strings(value: object) -> Iterable[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _local(iri: Value) -> str:
    """The last part of an IRI; nothing where there is none."""
    return _text(iri).rstrip("/#").replace("#", "/").rpartition("/")[2]


def _text(value: Value) -> str:
    return "" if value is None else str(value)

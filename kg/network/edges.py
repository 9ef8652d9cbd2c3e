"""The edges of a graph with the statements that earned them, as a networkx graph."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from ..errors import QueryError
from ..query import Graph
from ..query.prefixes import KG
from ..query.rows import Value
from .choice import Choice
from .entities import entities, named, roles, unknown
from .sources import Source, Statements, in_order
from .terms import local

SPOKE_ABOUT = KG + "spokeAbout"

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
_EARNED = """
SELECT DISTINCT ?statement ?from ?predicate ?to WHERE {
  ?statement kg:earnsEdge true ; rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to .
}
"""

Edge = tuple[str, str, str]


def network(
    graph: Graph,
    *,
    about: str | None = None,
    depth: int = 1,
    article: str | None = None,
    since: str | None = None,
    until: str | None = None,
    action: str | None = None,
    min_sources: int = 1,
) -> nx.MultiDiGraph[str]:
    """The edges of a graph, or a part of them.

    `about` keeps what lies within `depth` steps of the entity that it names. `article` (id, URL, title or
    IRI), `since` and `until` (dates of articles, as YYYY-MM-DD, YYYY-MM or YYYY) and `action` (name or IRI)
    keep the statements that fit, and the edges that have one; `min_sources` the edges with so many sentences.
    Raises QueryError where the graph has no such entity, article or action, or a date is none.

    Nodes are entity IRIs with `label`, `kind`, `classes`, `aliases`, `roles` (a list of `RoleHeld`) and
    `statements` (a list of `Source`: what is said of it and stands on no edge). Edges are keyed by the IRI of
    their predicate and have `predicate`, `label`, `tier`, `modality`, `polarity`, `sources` (a list of
    `Source`) and `weight` (how many sources).
    """
    known = entities(graph)
    statements = Statements(graph, known)
    choice = Choice.checked(
        (source for statement in statements for source in statements.sources(statement)),
        article=article,
        since=since,
        until=until,
        action=action,
        min_sources=min_sources,
    )
    earned = _earned(graph, statements)
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in graph.select(_EDGES).dicts():
        start, predicate, end = str(row["from"]), str(row["predicate"]), str(row["to"])
        sources = choice.of(earned.get((start, predicate, end), []))
        if not choice.allows(sources):
            continue
        for entity in (start, end):
            if entity not in whole:
                whole.add_node(entity, **(known.get(entity) or unknown(entity)))
        whole.add_edge(
            start,
            end,
            key=predicate,
            predicate=predicate,
            label=str(row["label"]),
            tier=_tier(row),
            modality=local(row["modality"]),
            polarity=local(row["polarity"]),
            weight=max(1, len(sources)),
            sources=sources,
        )
    part = whole if about is None else _around(whole, known, about, depth)
    _tell(part, graph, statements, choice, earned)
    return part


def _earned(graph: Graph, statements: Statements) -> dict[Edge, list[Source]]:
    """Edge -> what earned it, in order of date, article and place in the text."""
    found: dict[Edge, list[Source]] = defaultdict(list)
    for row in graph.select(_EARNED).dicts():
        edge = (str(row["from"]), str(row["predicate"]), str(row["to"]))
        found[edge] += statements.sources(str(row["statement"]))
    spoken = {
        (str(row["from"]), str(row["to"]))
        for row in graph.select("SELECT ?from ?to WHERE { ?from kg:spokeAbout ?to }").dicts()
    }
    for statement in statements:
        for speaker in statements.speakers(statement):
            for entity in sorted(statements.participants(statement)):
                if (speaker, entity) in spoken:
                    found[speaker, SPOKE_ABOUT, entity] += statements.sources(statement)
    for listed in found.values():
        listed.sort(key=in_order)
    return found


def _tell(
    part: nx.MultiDiGraph[str],
    graph: Graph,
    statements: Statements,
    choice: Choice,
    earned: dict[Edge, list[Source]],
) -> None:
    """Give each node its roles, and the statements about it that are on none of its edges."""
    held = roles(graph, statements.article)
    on_edges: dict[str, set[str]] = defaultdict(set)
    for (start, _, end), sources in earned.items():
        for entity in (start, end):
            on_edges[entity] |= {source["statement"] for source in sources}
    bare: dict[str, list[Source]] = defaultdict(list)
    for statement in statements:
        for entity in statements.participants(statement):
            if entity in part and statement not in on_edges[entity]:
                bare[entity] += choice.of(statements.sources(statement))
    for node, data in part.nodes(data=True):
        data["roles"] = held.get(node, [])
        data["statements"] = sorted(bare[node], key=in_order)


def _tier(row: dict[str, Value]) -> str:
    """The kind of truth an edge has: the words of the truth gate."""
    if row["predicate"] == SPOKE_ABOUT:
        return "spoke about"
    if local(row["polarity"]) == "Negative":
        return "negative"
    if local(row["modality"]) != "Actual":
        return local(row["modality"]).lower()
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
    kept = edge_of_it = set(centres)
    for _ in range(depth):
        edge_of_it = {other for entity in edge_of_it for other in nx.all_neighbors(whole, entity)} - kept
        kept = kept | edge_of_it
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in whole.nodes(data=True) if node in kept)
    for start, end, key, data in whole.edges(keys=True, data=True):
        if start in kept and end in kept:
            part.add_edge(start, end, key=key, **data)
    return part

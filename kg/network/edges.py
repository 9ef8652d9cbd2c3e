"""The edges of a graph with the statements that earned them, as a networkx graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Unpack

import networkx as nx

from ..errors import QueryError
from ..query import Graph
from .asking import rows
from .choice import Choice, Choosing
from .entities import entities, named, roles, unknown
from .sources import Source, Statements, in_order
from .ties import Edge, Ties, edges

_ACTORS = """
SELECT ?entity WHERE { VALUES ?kind { kg:Person kg:Organisation kg:Place } ?entity a ?kind }
"""


def network(
    graph: Graph,
    *,
    about: str | None = None,
    depth: int = 1,
    most: int | None = None,
    statements: int | None = None,
    **chosen: Unpack[Choosing],
) -> nx.MultiDiGraph[str]:
    """The edges of a graph, or a part of them.

    `about` keeps what lies within `depth` steps of the entity that it names. `article` (id, URL, title or
    IRI), `since` and `until` (dates of articles, as YYYY-MM-DD, YYYY-MM or YYYY) and `action` (name or IRI)
    keep the statements that fit, and the edges that have one; `min_sources` the edges with so many sentences.
    `most` keeps the so many most connected of what is left, and `statements` the so many newest of what is
    behind each edge and told of each entity.
    Raises QueryError where the graph has no such entity, article or action, or a date is none.

    Nodes are entity IRIs with `label`, `kind`, `classes`, `aliases`, `roles` (a list of `RoleHeld`),
    `statements` (a list of `Source`: what is said of it and stands on no edge), `told` (how many of these
    there are), and of all that is left: `neighbours` and `degree` (how many edges). Edges are keyed by the
    IRI of their predicate and have `predicate`, `label`, `tier`, `modality`, `polarity`, `sources` (a list of
    `Source`), `told` (how many statements there are) and `weight` (how many sources). The network itself has
    `nodes` and `edges`: how many are left before `most`.
    """
    if depth < 0:
        raise QueryError(f"A depth of {depth} is less than nothing. Give 0 or more.")
    choice = Choice.checked(graph, **chosen)
    centres = None if about is None else named(graph, about)
    # Who is most connected is seen by the edges alone: what is behind them is then read for those only.
    ties = None if most is not None and choice.is_everything else Ties(graph, choice)
    every = list(edges(graph) if ties is None else ties.edges)
    if centres is not None:
        kept = _around(_joined(every), centres, depth)
        every = [edge for edge in every if edge[0] in kept and edge[2] in kept]
    joined = {**_joined(every), **{centre: set() for centre in centres or () if centre not in _joined(every)}}
    degrees = _degrees(every)
    nodes = set(joined)
    if most is not None and len(nodes) > most:
        nodes = _most_connected(graph, degrees, centres or (), most)
    part = _part(
        graph, ties or Ties(graph, choice, nodes), nodes, statements, only=None if most is None else nodes
    )
    for node, data in part.nodes(data=True):
        data |= {"neighbours": len(joined[node]), "degree": degrees[node]}
    part.graph |= {"nodes": len(joined), "edges": len(every)}
    return part


def neighbours(
    graph: Graph,
    about: str,
    *,
    known: Collection[str] = (),
    most: int = 50,
    statements: int | None = None,
    **chosen: Unpack[Choosing],
) -> nx.MultiDiGraph[str]:
    """What a network gets that grows around an entity: neighbours of it that are not `known` yet.

    The most connected `most` of them, with all edges among them, to the entity and to those who are known.
    Nodes and edges are as in `network`, but those who are known have no more than `known`, which is True;
    what is told of others counts all of the graph that fits the choice.
    Raises QueryError as `network` does.
    """
    choice = Choice.checked(graph, **chosen)
    centres = named(graph, about)
    near = edges(graph, centres) if choice.is_everything else Ties(graph, choice, centres).edges
    fresh = {end for edge in near for end in (edge[0], edge[2])} - {*known, *centres}
    degrees = _degrees(edges(graph, fresh))
    batch = sorted(fresh, key=lambda node: (-degrees[node], node))[:most]
    told = {*centres, *batch}
    ties = Ties(graph, choice, told)
    part = _part(graph, ties, told | set(known), statements, only=told)
    joined, degrees = _joined(ties.edges), _degrees(ties.edges)
    for node, data in part.nodes(data=True):
        data |= (
            {"neighbours": len(joined.get(node, ())), "degree": degrees[node]}
            if node in told
            else {"known": True}
        )
    return part


def _part(
    graph: Graph, ties: Ties, ends: Collection[str], most: int | None, only: Collection[str] | None
) -> nx.MultiDiGraph[str]:
    """The edges among `ends`, with all that is told of them and of their nodes, or of `only` some nodes."""
    told = ends if only is None else only
    chosen = [edge for edge in ties.edges if edge[0] in ends and edge[2] in ends]
    behind = {edge: ties.newest(ties.behind.get(edge, ()), most) for edge in chosen}
    bare = {node: ties.bare(node) for node in told}
    said = {node: ties.newest(found, most) for node, found in bare.items()}
    wanted = {statement for found in (*behind.values(), *said.values()) for statement in found}
    speakers = {who for statement in wanted for who in ties.outlines[statement].speakers}
    known = entities(graph, None if only is None else {*only, *speakers})
    statements = Statements(graph, known, ties.articles, None if only is None else wanted)
    held = roles(graph, only)

    def sources(found: Iterable[str]) -> list[Source]:
        return sorted((source for one in found for source in statements.sources(one)), key=in_order)

    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in dict.fromkeys((*(end for edge in chosen for end in (edge[0], edge[2])), *sorted(told))):
        part.add_node(node)
        if node in told:
            told_of = {
                "roles": held.get(node, []),
                "statements": sources(said[node]),
                "told": len(bare[node]),
            }
            part.nodes[node].update({**(known.get(node) or unknown(node)), **told_of})
    for edge in chosen:
        start, predicate, end = edge
        found, declared = sources(behind[edge]), ties.edges[edge]
        part.add_edge(
            start,
            end,
            key=predicate,
            predicate=predicate,
            label=declared.label,
            tier=declared.tier,
            modality=declared.modality,
            polarity=declared.polarity,
            weight=max(1, ties.weight(edge)),
            sources=found,
            told=len(ties.behind.get(edge, ())),
        )
    return part


def _joined(found: Iterable[Edge]) -> dict[str, set[str]]:
    """Node -> those it is joined to by an edge, whichever way that points."""
    joined: dict[str, set[str]] = defaultdict(set)
    for start, _, end in found:
        joined[start] |= {end} - {start}
        joined[end] |= {start} - {end}
    return joined


def _degrees(found: Iterable[Edge]) -> Counter[str]:
    """Node -> how many edges it has."""
    return Counter(end for start, _, stop in found for end in (start, stop))


def _most_connected(graph: Graph, degrees: Counter[str], centres: Collection[str], most: int) -> set[str]:
    """So many nodes: whom a network is about, then those with most edges, actors and places before things."""
    actors = {str(row["entity"]) for row in rows(graph, _ACTORS)}
    ranked = sorted(degrees, key=lambda node: (-degrees[node], node not in actors, node))
    return set(list(dict.fromkeys((*centres, *ranked)))[:most])


def _around(joined: Mapping[str, set[str]], centres: Iterable[str], depth: int) -> set[str]:
    """Who is within `depth` steps of some, whichever way edges point."""
    kept = edge_of_it = set(centres)
    for _ in range(depth):
        edge_of_it = {other for entity in edge_of_it for other in joined.get(entity, ())} - kept
        kept = kept | edge_of_it
    return kept

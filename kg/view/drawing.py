"""How a network is drawn: the symbol of each kind, the line of each tier, the records pyvis makes of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import log2, sqrt
from typing import Any

import networkx as nx

from . import display, layout
from .evidence import Evidence
from .overview import overview

#: The whole network is shown at first up to so many nodes; else as many as a reader takes in.
SMALL, SHOWN = 80, 60
#: Names are kept apart among so many nodes; with more there is no room for them.
NAMED = 150
#: From so many nodes on show, the page draws with WebGL.
LARGE = 2000


@dataclass(frozen=True, slots=True)
class Kind:
    """How the entities of one kind are shown. Colours are in page.css."""

    name: str
    many: str
    shape: str


@dataclass(frozen=True, slots=True)
class Tier:
    """How the edges of one kind of truth are shown, and what they mean."""

    name: str
    heading: str
    meaning: str
    dashes: tuple[int, ...] = ()


KINDS = (
    Kind("Person", "People", "dot"),
    Kind("Organisation", "Bodies", "square"),
    Kind("Place", "Places", "triangle"),
    Kind("Thing", "Things", "diamond"),
)

TIERS = (
    Tier("narrated", "Reported", "The article itself reports that this happened."),
    Tier("own word", "Own word", "Told by the one who is said to have done it.", (2, 4)),
    Tier("planned", "Planned", "Announced or intended; it has not happened yet.", (11, 5)),
    Tier("possible", "Possible", "It may happen, or may have happened.", (6, 6)),
    Tier("obliged", "Obliged", "It has to be done; not that it was.", (13, 4, 2, 4)),
    Tier("negative", "Not done", "Said not to have happened, or not to be going to happen.", (16, 4)),
    Tier("spoke about", "Claims about", "Made a claim about this; the page does not say the claim is true."),
)

Record = dict[str, Any]
Places = dict[str, tuple[int, int]]


def records(network: nx.MultiDiGraph[str], shown: int | None = None, more: str = "") -> Record:
    """Everything the page knows, as plain values; `shown` is how many nodes it opens with.

    With `more`, the address where it asks for neighbours, the page can grow: see `addition`.
    """
    ranked = _ranked(network, network)
    opening = _opening(network, ranked, shown)
    ranked = list(dict.fromkeys((*opening, *ranked)))
    names = {node: display.shown(network.nodes[node].get("label")) or "(no name)" for node in ranked}
    evidence = Evidence(names, grows=bool(more))
    net = _canvas()
    _add_nodes(net, network, ranked, len(opening), names, evidence)
    _add_edges(net, network, evidence)
    data = _data(net, evidence, grows=bool(more))
    if more:
        data |= {"more": more, "total": {"nodes": network.graph["nodes"], "edges": network.graph["edges"]}}
    return {
        "shown": len(opening),
        "large": LARGE,
        "kinds": [{"name": k.name, "many": k.many, "shape": k.shape} for k in KINDS],
        "tiers": [
            {"name": t.name, "heading": t.heading, "meaning": t.meaning, "dashes": list(t.dashes)}
            for t in TIERS
        ],
        **data,
    }


def addition(part: nx.MultiDiGraph[str]) -> Record:
    """What is added to a page that grows; who is `known` there already has no record."""
    ranked = _ranked(part, (node for node, known in part.nodes(data="known") if not known))
    names = {node: display.shown(part.nodes[node].get("label")) or "(no name)" for node in ranked}
    evidence = Evidence(names, grows=True)
    net = _canvas()
    for node in part:
        if node not in names:
            net.add_node(node, label="")
    _add_nodes(net, part, ranked, 0, names, evidence)
    _add_edges(net, part, evidence)
    data = _data(net, evidence, grows=True)
    return data | {"nodes": [record for record in data["nodes"] if record["id"] in names]}


def _data(net: Any, evidence: Evidence, *, grows: bool) -> Record:
    """Nodes, edges and what is behind them; on a page that grows they have names that last."""
    left_out = ("color", "arrows", "font", *(() if grows else ("neighbours", "told", "key")))
    data = {
        **evidence.records(),
        # Without what the page knows itself: colours, and empty lists.
        **{
            name: [
                {key: value for key, value in record.items() if key not in left_out and value != []}
                for record in found
            ]
            for name, found in (("nodes", net.nodes), ("edges", net.edges))
        },
    }
    if grows:
        for edge in data["edges"]:
            edge["id"] = edge.pop("key")
    return data


def _degree(network: nx.MultiDiGraph[str], node: str) -> int:
    """How many edges a node has, those counted that the network leaves out."""
    return int(network.nodes[node].get("degree", network.degree(node)))


def _ranked(network: nx.MultiDiGraph[str], nodes: Iterable[str]) -> list[str]:
    """The most connected first."""
    return sorted(nodes, key=lambda node: (-_degree(network, node), _kind(network, node) is KINDS[-1], node))


def _kind(network: nx.MultiDiGraph[str], node: str) -> Kind:
    name = network.nodes[node].get("kind")
    return next((kind for kind in KINDS if kind.name == name), KINDS[-1])


def _opening(network: nx.MultiDiGraph[str], ranked: list[str], shown: int | None) -> list[str]:
    """The nodes that the page opens with: all of a few, else the most connected that hang together."""
    if shown is None:
        shown = len(ranked) if len(ranked) <= SMALL else SHOWN
    if shown >= len(ranked):
        return ranked
    chosen = set(ranked[:shown])
    linked = {node for node in chosen if (set(nx.all_neighbors(network, node)) - {node}) & chosen}
    for node in ranked[shown:]:
        if len(linked) == shown:
            break
        if set(nx.all_neighbors(network, node)) & linked:
            linked.add(node)
    rest = [node for node in ranked if node not in linked][: shown - len(linked)]
    return [node for node in ranked if node in linked or node in rest]


def _canvas() -> Any:
    """An empty network of pyvis that knows its nodes by a table: its own list is searched for each edge."""
    from pyvis.network import Network  # imports IPython: only who wants a page waits for it

    class Canvas(Network):  # type: ignore[misc]
        def get_nodes(self) -> Any:
            return self.node_map

        def add_node(self, n_id: str, **options: Any) -> None:
            self.node_ids: list[str] = []  # what it is searched for cannot be there: each node comes once
            super().add_node(n_id, **options)

    return Canvas(directed=True)


def _add_nodes(
    net: Any,
    network: nx.MultiDiGraph[str],
    ranked: list[str],
    opening: int,
    names: Mapping[str, str],
    evidence: Evidence,
) -> None:
    sizes = {node: min(9 + 3 * sqrt(_degree(network, node)), 26) for node in ranked}
    lines = {node: display.lines(names[node]) for node in ranked}
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network))
    simple.add_edges_from(sorted({(a, b) for a, b in network.edges() if a != b}))
    places = _places(simple.subgraph(ranked[:opening]), lines, sizes)
    far = overview(simple, 60) if len(ranked) > LARGE else {}
    for node in ranked:
        given = network.nodes[node]
        kind = _kind(network, node)
        classes = {display.phrase(display.shown(name)) for name in given.get("classes") or ()}
        # Who is not shown at first gets a place on the page, beside whoever brings it there.
        where = {"x": places[node][0], "y": places[node][1]} if node in places else {}
        net.add_node(
            node,
            label=names[node],
            shape=kind.shape,
            size=round(sizes[node], 1),
            **where,
            **({"far": far[node]} if far else {}),
            kind=kind.name,
            lines=lines[node] if lines[node] != [names[node]] else [],
            aliases=_texts(given.get("aliases") or ()),
            classes=sorted(classes - {k.name.lower() for k in KINDS}),
            roles=_roles(given.get("roles") or (), evidence),
            statements=evidence.numbers(given.get("statements") or ()),
            neighbours=given.get("neighbours", 0),
            told=given.get("told", 0),
        )


def _add_edges(net: Any, network: nx.MultiDiGraph[str], evidence: Evidence) -> None:
    ordered = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, ((start, end, key, given), bend) in enumerate(zip(ordered, _bends(ordered), strict=True)):
        tier = next((tier for tier in TIERS if tier.name == given.get("tier")), TIERS[-1])
        sources = given.get("sources") or ()
        sentences = len({(source.get("article"), source.get("start")) for source in sources})
        net.add_edge(
            start,
            end,
            id=f"e{number}",
            label=display.shown(given.get("label")) or "is linked to",
            tier=tier.name,
            bend=bend,
            width=round(min(1.4 + 0.9 * log2(max(1, sentences)), 5), 2),
            sources=evidence.numbers(sources),
            told=given.get("told", 0),
            key="e" + sha256("\n".join((start, key, end)).encode("utf-8", "replace")).hexdigest()[:16],
        )


def _places(network: nx.Graph[str], lines: Mapping[str, list[str]], sizes: Mapping[str, float]) -> Places:
    """Where each node of a network stands: clear of every name, where there is room for names."""
    if len(network) > NAMED:
        return overview(network, 90)
    return layout.positions(network, {node: _box(lines[node], sizes[node]) for node in network})


def _box(lines: list[str], size: float) -> layout.Box:
    """The room that a symbol takes with its name below it."""
    return max(size + 10, 5.3 * max(map(len, lines)) + 8), size + 8, size + 10 + 20 * len(lines)


def _bends(edges: list[tuple[str, str, str, Record]]) -> list[float]:
    """How far each edge bows to its left, so that those between the same two nodes lie apart."""
    together: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (start, end, _, _) in enumerate(edges):
        together[min(start, end), max(start, end)].append(number)
    bends = [0.0] * len(edges)
    for numbers in together.values():
        for place, number in enumerate(numbers):
            bow = 0.3 * (place - (len(numbers) - 1) / 2)
            start, end = edges[number][:2]
            bends[number] = round(bow if start <= end else -bow, 2)
    return bends


def _roles(held: Iterable[Mapping[str, Any]], evidence: Evidence) -> list[Record]:
    standings = {"Held": "", "TakenUp": "takes it up", "HeldBefore": "formerly", "ToBeHeld": "to be"}
    found = [
        {
            "label": display.shown(role.get("label")),
            "body": display.shown(role.get("body")),
            "standing": standings.get(str(role.get("standing") or ""), ""),
            "start": display.shown(role.get("start")),
            "end": display.shown(role.get("end")),
            "speaker": display.shown(role.get("speaker")),
            "sentence": display.shown(role.get("sentence")),
            "article": evidence.article(role),
        }
        for role in held
    ]
    return [role for place, role in enumerate(found) if role not in found[:place]]


def _texts(texts: Iterable[object]) -> list[str]:
    return sorted({text for text in map(display.shown, texts) if text})

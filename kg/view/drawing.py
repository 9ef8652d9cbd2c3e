"""How a network is drawn: the symbol of each kind, the line of each tier, the records pyvis makes of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2, sqrt
from typing import Any

import networkx as nx

from . import display, layout

#: As many as a reader takes in; the others wait for a search.
SHOWN = 150


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
    Tier("negative", "Not done", "Said not to have happened, or not to be going to happen."),
    Tier("spoke about", "Spoke about", "Made a claim about this; the page does not say the claim is true."),
)

Record = dict[str, Any]


def records(network: nx.MultiDiGraph[str]) -> Record:
    """Everything the page knows, as plain values: nodes, edges, and how many nodes are shown at first."""
    from pyvis.network import Network  # imports IPython: only who wants a page waits for it

    net = Network(directed=True)
    ranked = sorted(network, key=lambda node: (-network.degree(node), node))
    names = {node: display.shown(network.nodes[node].get("label")) or "(no name)" for node in ranked}
    sizes = {node: min(9 + 3 * sqrt(network.degree(node)), 26) for node in ranked}
    boxes = {node: _box(display.lines(names[node]), sizes[node]) for node in ranked}
    places = _places(network, ranked, boxes)
    for node in ranked:
        given = network.nodes[node]
        kind = next((kind for kind in KINDS if kind.name == given.get("kind")), KINDS[-1])
        classes = {display.phrase(display.shown(name)) for name in given.get("classes") or ()}
        net.add_node(
            node,
            label=names[node],
            shape=kind.shape,
            size=round(sizes[node], 1),
            x=places[node][0],
            y=places[node][1],
            kind=kind.name,
            lines=display.lines(names[node]),
            aliases=_texts(given.get("aliases") or ()),
            classes=sorted(classes - {k.name.lower() for k in KINDS}),
        )
    ordered = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, ((start, end, _, given), bend) in enumerate(zip(ordered, _bends(ordered), strict=True)):
        tier = next((tier for tier in TIERS if tier.name == given.get("tier")), TIERS[-1])
        sources = [_source(source, names) for source in given.get("sources") or ()]
        weight = max(1, int(given.get("weight") or len(sources)))
        net.add_edge(
            start,
            end,
            id=f"e{number}",
            label=display.shown(given.get("label")) or "is linked to",
            tier=tier.name,
            bend=bend,
            width=round(min(1.4 + 0.9 * log2(weight), 5), 2),
            certainty=_certainty(given),
            sources=sources,
        )
    return {
        "shown": min(SHOWN, len(ranked)),
        "kinds": [{"name": k.name, "many": k.many, "shape": k.shape} for k in KINDS],
        "tiers": [
            {"name": t.name, "heading": t.heading, "meaning": t.meaning, "dashes": list(t.dashes)}
            for t in TIERS
        ],
        # Colours belong to the page, which has two sets of them.
        "nodes": [{key: value for key, value in node.items() if key != "color"} for node in net.nodes],
        "edges": net.edges,
    }


def _places(
    network: nx.MultiDiGraph[str], ranked: list[str], boxes: dict[str, layout.Box]
) -> dict[str, tuple[int, int]]:
    """Where each node stands: those shown at first by the layout, the others in the gaps beside them."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network))
    simple.add_edges_from(sorted({(a, b) for a, b in network.edges() if a != b}))
    placed = layout.positions(simple.subgraph(ranked[:SHOWN]), boxes)
    return placed | layout.beside(ranked[SHOWN:], simple, boxes, placed)


def _box(lines: list[str], size: float) -> layout.Box:
    """The room that a symbol takes with its name below it."""
    return max(size + 10, 4.6 * max(map(len, lines)) + 8), size + 8, size + 10 + 18 * len(lines)


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


def _source(source: Record, names: dict[str, str]) -> Record:
    speaker = str(source.get("speaker") or "")
    before, trigger, after = display.marked(
        str(source.get("sentence") or ""), str(source.get("trigger") or "")
    )
    # The parts are joined again on the page: a space at the edge of a part must survive.
    parts = [_inner(before), _inner(trigger), _inner(after)]
    article = display.shown(source.get("article"))
    return {
        "words": parts,
        "speaker": display.shown(names.get(speaker, speaker)),
        "article": article,
        "title": display.shown(source.get("title")) or article or "An article without a title",
        "date": display.shown(source.get("date")),
        "url": display.link(source.get("url")),
    }


def _inner(part: str) -> str:
    """A part of a sentence for showing, with the spaces around it kept."""
    if not part:
        return ""
    left, right = " " * part[0].isspace(), " " * part[-1].isspace()
    return left + display.shown(part) + right


def _certainty(given: Record) -> str:
    """How sure the words are of what they tell; empty for what is only spoken about."""
    modality, polarity = (
        display.shown(given.get(name)).rpartition("#")[2] for name in ("modality", "polarity")
    )
    if not modality:
        return ""
    told = {"Actual": "done", "Planned": "planned", "Possible": "possible", "Obliged": "required"}.get(
        modality, modality
    )
    return f"told as not {told}" if polarity == "Negative" else f"told as {told}"


def _texts(texts: Iterable[object]) -> list[str]:
    return sorted({text for text in map(display.shown, texts) if text})

"""Where each node stands: near its neighbours, clear of every name, the same on every run.

Distances on the page follow distances in the network (stress majorization), then boxes that hold a symbol
with its name are pushed apart, and the separate parts of a network are set in rows. networkx's own layouts
either need scipy or know nothing of names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

import networkx as nx
import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
#: Half the width, and how far up and down from the middle of the symbol, that a node with its name takes.
Box = tuple[float, float, float]

HOP = 85.0
GAP = 24.0
#: Width of the page for its height.
SHAPE = 1.4
ROUNDS = 120


def positions(network: nx.Graph[str], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """A point for each node of an undirected network."""
    parts = sorted(nx.connected_components(network), key=lambda part: (-len(part), min(part)))
    placed = [_part(network.subgraph(part), boxes) for part in parts]
    return {node: (round(x), round(y)) for node, (x, y) in _in_rows(placed, boxes).items()}


def _part(network: nx.Graph[str], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    """One connected network laid out on its own."""
    nodes = sorted(network)
    index = {node: i for i, node in enumerate(nodes)}
    edges = np.array(sorted(sorted((index[a], index[b])) for a, b in network.edges), dtype=np.intp)
    points = _lying(_stress(_hops(network, nodes)))
    spread = _apart(points, [boxes[node] for node in nodes], edges.reshape(-1, 2))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, spread, strict=True)}


def _hops(network: nx.Graph[str], nodes: list[str]) -> Points:
    """How many edges lie between each two nodes."""
    index = {node: i for i, node in enumerate(nodes)}
    hops = np.zeros((len(nodes), len(nodes)))
    for start, reached in nx.all_pairs_shortest_path_length(network):
        for end, count in reached.items():
            hops[index[start], index[end]] = count
    return hops


def _stress(hops: Points) -> Points:
    """Points whose distances come as near as they can to the hops; near ones count most."""
    count = len(hops)
    if count == 1:
        return np.zeros((1, 2))
    wanted = hops * HOP
    weight = 1 / np.maximum(wanted, 1) ** 2
    np.fill_diagonal(weight, 0)
    points = _scaled(wanted) + np.random.default_rng(7).normal(scale=HOP / 20, size=(count, 2))
    for _ in range(ROUNDS):
        for i in range(count):
            away = points[i] - points
            length = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-6)
            pull = points + away * (wanted[i] / length)[:, None]
            points[i] = (weight[i][:, None] * pull).sum(axis=0) / weight[i].sum()
    return points


def _scaled(wanted: Points) -> Points:
    """Classical scaling: the flat picture of a table of distances, its long side lying down."""
    count = len(wanted)
    centre = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-0.5 * centre @ wanted**2 @ centre)
    axes = vectors[:, [-1, -2]]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    return np.asarray(axes * np.sqrt(np.maximum(values[[-1, -2]], 0)))


def _lying(points: Points) -> Points:
    """The same picture stretched to the shape of the page: names are wider than they are high."""
    width, height = np.ptp(points, axis=0)
    stretch = float(np.clip(SHAPE * height / max(width, 1e-6), 1, 2.5)) ** 0.5
    return np.asarray(points * (stretch, 1 / stretch)) if len(points) > 3 else points


def _apart(points: Points, boxes: Sequence[Box], edges: npt.NDArray[np.intp]) -> Points:
    """The same picture with overlapping boxes pushed apart and nodes pushed off the edges of others."""
    size = np.array(boxes)
    middle = np.stack([np.zeros(len(size)), (size[:, 2] - size[:, 1]) / 2], axis=1)
    half = np.stack([size[:, 0], (size[:, 1] + size[:, 2]) / 2], axis=1)
    need = half[:, None] + half[None]
    # Where two stand on one spot, the one that is first in order goes one way and the other the other.
    tie = np.triu(np.ones((len(size), len(size))), 1)
    tie -= tie.T
    for step in range(ROUNDS * 4):
        away = (points + middle)[:, None] - (points + middle)[None]
        overlap = need - np.abs(away)
        across, down = overlap[..., 0], overlap[..., 1]
        both = (across > 0) & (down > 0)
        np.fill_diagonal(both, False)
        # Edges give way in the end: two names on one spot are worse than a line through one.
        if step < ROUNDS:
            points = points + _off_edges(points, size[:, 1], edges)
        elif not both.any():
            break
        # By their share and not by their size: names are wide, and the picture would grow high and narrow.
        sideways = across / need[..., 0] <= down / need[..., 1]
        for axis, chosen in enumerate((both & sideways, both & ~sideways)):
            way = np.where(away[..., axis] != 0, np.sign(away[..., axis]), tie)
            # The mean, not the sum: where many lie on one spot, the sum would throw them far apart.
            pushes = np.maximum(chosen.sum(axis=1), 1)
            points[:, axis] += (way * overlap[..., axis] * chosen).sum(axis=1) / pushes * 0.5
    return points


def _off_edges(points: Points, room: Points, edges: npt.NDArray[np.intp]) -> Points:
    """How far each node should move so that no edge of others runs through its symbol."""
    if len(points) < 3:
        return np.zeros_like(points)
    start, end = points[edges[:, 0]], points[edges[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1e-6)
    reach = (points[:, None] - start) * along
    share = np.clip((reach[..., 0] + reach[..., 1]) / length, 0, 1)
    away = points[:, None] - (start + share[..., None] * along)
    distance = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-6)
    each = np.arange(len(points))[:, None]
    own = (each == edges[:, 0]) | (each == edges[:, 1])
    push = np.where(own, 0, np.maximum(room[:, None] - distance, 0)) / distance
    return np.asarray((away * push[..., None]).sum(axis=1) * 0.2)


def _in_rows(
    parts: Sequence[Mapping[str, tuple[float, float]]], boxes: Mapping[str, Box]
) -> dict[str, tuple[float, float]]:
    """Separate parts side by side in rows, the largest first."""
    frames = [_frame(part, boxes) for part in parts]
    if not frames:
        return {}
    sizes = [(right - left + GAP, bottom - top + GAP) for left, top, right, bottom in frames]
    # As wide as the first part, the first two, …: whichever comes out largest on a page of that shape.
    widths = [width for width in accumulate(width for width, _ in sizes) if width >= max(sizes)[0]][:6]
    corners = min((_corners(sizes, width) for width in widths), key=lambda found: _extent(found, sizes))
    placed: dict[str, tuple[float, float]] = {}
    for part, (left, top, _, _), (x, y) in zip(parts, frames, corners, strict=True):
        placed |= {node: (px - left + x, py - top + y) for node, (px, py) in part.items()}
    return placed


def _corners(sizes: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Where each frame's upper left corner is, on a page so wide: as high up as there is room, then left."""
    corners: list[tuple[float, float]] = []
    for across, _ in sizes:
        starts = {0.0} | {x + taken for (x, _), (taken, _) in zip(corners, sizes, strict=False)}
        best = (float("inf"), 0.0)
        for x in sorted(start for start in starts if start + across <= width + 1e-6):
            under = [
                y + height
                for (left, y), (taken, height) in zip(corners, sizes, strict=False)
                if left < x + across - 1e-6 and x < left + taken - 1e-6
            ]
            best = min(best, (max(under, default=0.0), x))
        corners.append((best[1], best[0]))
    return corners


def _extent(corners: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]) -> float:
    """How high a page of our shape has to be to hold the frames."""
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    return max(right / SHAPE, bottom)


def _frame(
    part: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]
) -> tuple[float, float, float, float]:
    """The rectangle around a part: left, top, right, bottom."""
    return (
        min(x - boxes[node][0] for node, (x, _) in part.items()),
        min(y - boxes[node][1] for node, (_, y) in part.items()),
        max(x + boxes[node][0] for node, (x, _) in part.items()),
        max(y + boxes[node][2] for node, (_, y) in part.items()),
    )

"""Where thousands of nodes stand: in one picture, fast, the same on every run.

Distances to a few pivots give the rough shape (pivot MDS); then edges pull and everything pushes. The push of
all on all is read off a grid: a Fourier transform spreads the density of points over it. Last, each node
takes the free place nearest to it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

PIVOTS = 24
ROUNDS = 90
CELLS = 128
#: Among so few, each pushes each: that is sooner done than a grid.
FEW = 200
#: Width of the picture for its height.
SHAPE = 1.4


def overview(network: nx.Graph[str], spacing: float) -> dict[str, tuple[int, int]]:
    """A point for each node of an undirected network, no two nearer than half of `spacing`."""
    parts = sorted(nx.connected_components(network), key=lambda part: (-len(part), min(part)))
    places: dict[str, tuple[float, float]] = {}
    x = y = height = 0.0
    clouds = [_part(network, sorted(part), spacing) for part in parts]
    frames = [np.ptp(list(cloud.values()), axis=0) + 2 * spacing for cloud in clouds]
    widest = max((float(frame[0]) for frame in frames), default=0.0)
    width = max(widest, (SHAPE * sum(float(frame[0] * frame[1]) for frame in frames)) ** 0.5)
    for cloud, frame in zip(clouds, frames, strict=True):
        if x and x + frame[0] > width:
            x, y, height = 0.0, y + height, 0.0
        left, top = np.min(list(cloud.values()), axis=0)
        places |= {node: (x + px - left, y + py - top) for node, (px, py) in cloud.items()}
        x, height = x + float(frame[0]), max(height, float(frame[1]))
    return {node: (round(x), round(y)) for node, (x, y) in places.items()}


def _part(network: nx.Graph[str], nodes: Sequence[str], spacing: float) -> dict[str, tuple[float, float]]:
    """One connected part on its own."""
    index = {node: i for i, node in enumerate(nodes)}
    near = [sorted(index[other] for other in network[node] if other != node) for node in nodes]
    points = _pushed(_shape(near), near) * spacing
    degree = np.array([len(others) for others in near])
    order = np.lexsort((np.arange(len(nodes)), -degree))
    settled = _settled(points, order, spacing)
    return {node: (float(px), float(py)) for node, (px, py) in zip(nodes, settled, strict=True)}


def _shape(near: Sequence[Sequence[int]]) -> Points:
    """Pivot MDS: a flat picture of the distances to nodes that lie far from each other."""
    count = len(near)
    if count < 3:
        return np.array([(float(i), 0.0) for i in range(count)])
    distances: list[npt.NDArray[np.float64]] = []
    nearest = np.full(count, np.inf)
    pivot = max(range(count), key=lambda i: (len(near[i]), -i))
    for _ in range(min(PIVOTS, count)):
        distances.append(_steps(near, pivot))
        nearest = np.minimum(nearest, distances[-1])
        pivot = int(nearest.argmax())
    squares = np.array(distances).T ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, [-1, -2]]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    points = centred @ axes
    points = points / np.maximum(points.std(axis=0), 1e-9) * (SHAPE, 1.0) * count**0.5 * 0.6
    return np.asarray(points + np.random.default_rng(7).normal(scale=0.3, size=points.shape))


def _steps(near: Sequence[Sequence[int]], start: int) -> npt.NDArray[np.float64]:
    """How many edges each node is away from one of them."""
    steps = [-1] * len(near)
    steps[start] = 0
    waiting = deque((start,))
    while waiting:
        node = waiting.popleft()
        for other in near[node]:
            if steps[other] < 0:
                steps[other] = steps[node] + 1
                waiting.append(other)
    return np.array(steps, dtype=np.float64)


def _pushed(points: Points, near: Sequence[Sequence[int]]) -> Points:
    """The points after edges have pulled and all have pushed, at a length of 1 to the edge."""
    count = len(points)
    if count < 3:
        return points * 1.5
    pairs = [(i, other) for i, others in enumerate(near) for other in others if i < other]
    start, end = np.array(pairs, dtype=np.intp).T
    # What hangs on a hub pulls it little, or hubs would fall into each other.
    ease = 1 / np.sqrt(np.maximum(np.array([len(others) for others in near]), 1.0))
    for turn in range(ROUNDS):
        along = points[end] - points[start]
        length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
        pull = along * length[:, None] * np.maximum(ease[start], ease[end])[:, None]
        force = _push(points)
        for axis in (0, 1):
            force[:, axis] += np.bincount(start, pull[:, axis], count) - np.bincount(
                end, pull[:, axis], count
            )
        strength = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        heat = 0.1 * count**0.5 * (1 - turn / ROUNDS) ** 2 + 0.02
        points = points + force / strength[:, None] * np.minimum(strength, heat)[:, None]
    return points


def _push(points: Points) -> Points:
    """What all points together push each with: 1 over the distance, of many from their density on a grid."""
    if len(points) <= FEW:
        away = points[:, None] - points[None]
        square = np.maximum((away**2).sum(axis=2), 1e-6)
        return np.asarray((away / square[..., None]).sum(axis=1))
    low, high = points.min(axis=0), points.max(axis=0)
    side = max(float((high - low).max()), 1e-6) / (CELLS - 1)
    at = (points - low) / side
    cell = np.clip(np.rint(at).astype(np.intp), 0, CELLS - 1)
    density = np.bincount(cell[:, 0] * CELLS + cell[:, 1], minlength=CELLS * CELLS).reshape(CELLS, CELLS)
    seen = np.fft.rfft2(density, s=(2 * CELLS, 2 * CELLS))
    found = np.empty_like(points)
    for axis, kernel in enumerate(_KERNELS):
        field = np.fft.irfft2(seen * kernel, s=(2 * CELLS, 2 * CELLS))[:CELLS, :CELLS]
        found[:, axis] = field[cell[:, 0], cell[:, 1]] / side
    return found


def _kernels() -> tuple[npt.NDArray[np.complex128], npt.NDArray[np.complex128]]:
    """How a point pushes across and down, for each step on the grid, as Fourier transforms."""
    step = np.fft.fftfreq(2 * CELLS, 1 / (2 * CELLS))
    across, down = np.meshgrid(step, step, indexing="ij")
    square = across**2 + down**2
    square[0, 0] = 1
    return np.fft.rfft2(across / square), np.fft.rfft2(down / square)


_KERNELS = _kernels()


def _settled(points: Points, order: npt.NDArray[np.intp], spacing: float) -> Points:
    """The same picture with each node near the middle of a cell of its own; the first choose first."""
    taken: set[tuple[int, int]] = set()
    settled: Points = points.copy()
    reached: dict[tuple[int, int], int] = {}
    for i in order:
        home = (round(points[i, 0] / spacing), round(points[i, 1] / spacing))
        if home not in taken:
            taken.add(home)
            middle = np.array(home) * spacing
            settled[i] = middle + 0.4 * (points[i] - middle)
            continue
        # Where many want one cell, the search goes on from the ring where the last one found a place.
        ring = reached.get(home, 1)
        while not (free := [place for place in _ring(home, ring) if place not in taken]):
            ring += 1
        reached[home] = ring
        place = min(free, key=lambda cell: ((cell[0] - home[0]) ** 2 + (cell[1] - home[1]) ** 2, cell))
        taken.add(place)
        settled[i] = (place[0] * spacing, place[1] * spacing)
    return settled


def _ring(home: tuple[int, int], ring: int) -> list[tuple[int, int]]:
    x, y = home
    span = range(-ring, ring + 1)
    sides = [(x + step, y + way) for step in span for way in (-ring, ring)]
    return sides + [(x + way, y + step) for step in span[1:-1] for way in (-ring, ring)]

"""Opening a graph, wherever it is kept."""

from __future__ import annotations

from pathlib import Path

from .archive import Snapshot, opened
from .memory import Store
from .rdf_files import loaded


def load(path: str | Path) -> Store | Snapshot:
    """The graph that a file of Turtle, TriG, N-Quads, N-Triples or JSON-LD holds, or an archive."""
    return opened(path) if Path(path).is_dir() else Store(loaded(path))

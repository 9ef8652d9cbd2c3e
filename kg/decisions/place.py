"""Where the decisions about a graph are kept."""

from __future__ import annotations

from pathlib import Path

ENDING = ".decisions"


def beside(output: str | Path) -> Path:
    """The decisions file of a graph: ``news.decisions`` for ``news.ttl``, ``news.nq.gz`` or folder ``news``.

    Not inside a folder: whoever deletes a graph to build it anew keeps the decisions.
    """
    path = Path(output)
    if path.name in ("", ".."):  # "." has no name to put an ending to
        path = path.resolve()
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    stem = name if path.is_dir() else Path(name).stem
    return path.with_name(stem + ENDING)

"""Graphs as files for other programs: one small file per family of formats, chosen by the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from ..errors import ExportError
from .files import ending, replacing
from .networks import write_cyjs, write_gexf, write_graphml
from .rdf import RDF_WRITERS, Dataset


def export(dataset: Dataset, path: str | Path) -> None:
    """Write the graph to a file, in the format that its ending names."""
    name, is_packed = ending(path)
    write = FORMATS.get(name)
    if write is None:
        raise ExportError(f"{path}: no format ends in {name or 'nothing'!r}. Known: {', '.join(FORMATS)}.")
    with replacing(path, is_packed=is_packed) as file:
        write(dataset, file, Path(path).parent)


#: What `kg export` writes, by file ending; each may be followed by ``.gz``. A writer gets the graph, a binary
#: file, and a folder with room for what does not fit into memory.
FORMATS: dict[str, Callable[[Dataset, IO[bytes], Path], None]] = {
    **RDF_WRITERS,
    ".gexf": write_gexf,
    ".graphml": write_graphml,
    ".cyjs": write_cyjs,
}

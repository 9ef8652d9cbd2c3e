"""Graphs as files for other programs: one small file per family of formats, chosen by the file's ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from ..errors import ExportError
from ..query import Graph
from .edge_list import write_edge_list
from .files import replacing
from .folders import replacing_folder, zipping
from .n10s import write_n10s
from .neo4j import write_neo4j
from .networks import write_cyjs, write_gexf, write_graphml
from .obsidian import write_obsidian
from .rdf import RDF_WRITERS, Dataset


def export(dataset: Dataset, path: str | Path) -> None:
    """Write the graph to a file or a folder, in the format that its ending names.

    Raises:
        ExportError: no format has this ending, or there cannot be written.
    """
    target = Path(path)
    name = target.name.lower()
    if (known := _longest(FORMATS, name.removesuffix(".gz"))) is not None:
        with replacing(target, is_packed=name.endswith(".gz")) as file:
            FORMATS[known](dataset, file, target.parent)
    elif (known := _longest(FOLDERS, name.removesuffix(".zip"))) is not None:
        with zipping(target) if name.endswith(".zip") else replacing_folder(target) as folder:
            FOLDERS[known](dataset, folder)
    else:
        ending = Path(name.removesuffix(".gz")).suffix or "nothing"
        folders = " ".join(f"{known}/ {known}.zip" for known in FOLDERS)
        files = f"{', '.join(FORMATS)} (each also with .gz)"
        raise ExportError(f"{path}: no format ends in {ending!r}. Known: {files}, and {folders}.")


def _longest(endings: Iterable[str], name: str) -> str | None:
    """The longest ending that a name has, before which there is something more."""
    return max((known for known in endings if name.endswith(known) and name != known), key=len, default=None)


#: What `kg export` writes to one file, by its ending; each may be followed by ``.gz``. A writer gets the
#: graph, a binary file, and a folder with room for what does not fit into memory.
FORMATS: dict[str, Callable[[Dataset, IO[bytes], Path], None]] = {
    **RDF_WRITERS,
    ".n10s.ttl": write_n10s,
    ".gexf": write_gexf,
    ".graphml": write_graphml,
    ".cyjs": write_cyjs,
    ".csv": write_edge_list,
}
#: What it writes to a folder, or to a zip file of that folder.
FOLDERS: dict[str, Callable[[Graph, Path], None]] = {
    ".neo4j": write_neo4j,
    ".obsidian": write_obsidian,
}

"""Graphs as files for other programs: one small file per family of formats, chosen by the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import ExportError
from .files import ending, packed, replace_file
from .rdf import RDF_FORMATS, Dataset, rdf_writer


def export(dataset: Dataset, path: str | Path) -> None:
    """Write the graph to a file, in the format that its ending names."""
    name, is_packed = ending(path)
    write = FORMATS.get(name)
    if write is None:
        raise ExportError(f"{path}: no format ends in {name or 'nothing'!r}. Known: {', '.join(FORMATS)}.")
    content = write(dataset)
    replace_file(path, packed(content) if is_packed else content)


def _gexf(dataset: Dataset) -> bytes:
    from .networks import gexf

    return gexf(dataset)


def _graphml(dataset: Dataset) -> bytes:
    from .networks import graphml

    return graphml(dataset)


def _cyjs(dataset: Dataset) -> bytes:
    from .networks import cyjs

    return cyjs(dataset)


#: What `kg export` writes, by file ending; each may be followed by ``.gz``. Networks load networkx on use.
FORMATS: dict[str, Callable[[Dataset], bytes]] = {
    **{name: rdf_writer(format) for name, format in RDF_FORMATS.items()},
    ".gexf": _gexf,
    ".graphml": _graphml,
    ".cyjs": _cyjs,
}

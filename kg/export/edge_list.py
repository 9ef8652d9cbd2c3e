"""The edges as one table: what spreadsheets, pandas, R and Gephi's import read."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import IO

from ..query import Graph
from ..query.render import no_formula
from .edges import edges

COLUMNS = (
    *("source", "target", "type", "label", "weight", "source_label", "target_label", "action", "tier"),
    *("modality", "polarity", "sources", "articles", "first", "last", "speakers", "sentence"),
)


def write_edge_list(graph: Graph, file: IO[bytes], room: Path) -> None:
    """CSV with a line for each edge. No cell can be taken for a formula: see `no_formula`."""
    found = edges(graph)
    labels = {node.iri: node.label for node in found.nodes}
    text = io.TextIOWrapper(file, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for edge in found.edges:
        cells: tuple[str | int, ...] = (
            *(edge.start, edge.end, edge.type, edge.label, edge.weight),
            *(labels[edge.start], labels[edge.end], edge.action, edge.tier, edge.modality, edge.polarity),
            *(edge.sources, edge.articles, edge.first, edge.last, " | ".join(edge.speakers), edge.sentence),
        )
        writer.writerow(map(_cell, cells))
    text.detach()


def _cell(value: str | int) -> str | int:
    # Many readers of CSV stop at a null.
    return no_formula(value.replace("\0", "\ufffd")) if isinstance(value, str) else value

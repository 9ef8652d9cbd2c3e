"""The edges as Neo4j's bulk import reads them: `neo4j-admin database import full`, or apoc.import.csv.

Programs read these files, not people: nothing is put before cells that a spreadsheet would take for a
formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..query import Graph
from .edges import Edge, Node, edges
from .texts import one_line

NODES = ("iri:ID", "label", "kind", "type", "aliases:string[]", ":LABEL")
RELATIONSHIPS = (
    *(":START_ID", ":END_ID", ":TYPE", "label", "predicate", "action", "tier", "modality", "polarity"),
    *(
        "weight:int",
        "sources:int",
        "articles:int",
        "first:date",
        "last:date",
        "speakers:string[]",
        "sentence",
    ),
)


def write_neo4j(graph: Graph, folder: Path) -> None:
    """Two files: nodes.csv with the entities, relationships.csv with the edges."""
    found = edges(graph)
    _write(folder / "nodes.csv", NODES, map(_node, found.nodes))
    _write(folder / "relationships.csv", RELATIONSHIPS, map(_relationship, found.edges))


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        # The import takes a line end within quotation marks for the end of a row.
        writer.writerows([one_line(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)


def _node(node: Node) -> tuple[str, ...]:
    labels = dict.fromkeys(re.sub(r"\W", "_", name) for name in ("Entity", node.kind, node.type))
    return node.iri, node.label, node.kind, node.type, _array(node.aliases), ";".join(labels)


def _relationship(edge: Edge) -> tuple[str | int, ...]:
    return (
        *(edge.start, edge.end, _type(edge.type), edge.label, edge.predicate, edge.action, edge.tier),
        *(edge.modality, edge.polarity, edge.weight, edge.sources, edge.articles),
        *(_day(edge.first), _day(edge.last), _array(edge.speakers), edge.sentence),
    )


def _type(name: str) -> str:
    """A type of relationship as Neo4j's users write it: "willOversee" is WILL_OVERSEE."""
    return re.sub(r"\W", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)).upper()


def _array(texts: Iterable[str]) -> str:
    """Texts with the delimiter that the import expects between them, which none of them may hold."""
    return ";".join(text.replace(";", ",") for text in texts)


def _day(text: str) -> str:
    """A day that the import can read, or nothing."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""

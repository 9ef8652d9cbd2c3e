"""The shapes of ontology/shapes.ttl, held against a graph."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pyshacl
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from .. import resources
from ..query import rows
from ..query.prefixes import shortened
from .violation import Violation


def shape_violations(graph: rows.Graph) -> Iterator[Violation]:
    """One violation for each result of a SHACL validation."""
    data = Graph()
    data.parse(data=ox.serialize(graph.triples(), format=ox.RdfFormat.N_TRIPLES), format="nt")
    shapes = Graph().parse(resources.ONTOLOGY / "shapes.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True)
    for result in report.subjects(SH.resultSeverity, None):
        path = report.value(result, SH.resultPath)
        where = f"{_readable(path)}: " if isinstance(path, URIRef) else ""
        message = str(report.value(result, SH.resultMessage))
        value = report.value(result, SH.value)
        what = f" ({_readable(value)})" if value is not None else ""
        focus = report.value(result, SH.focusNode)
        yield Violation("shape", _readable(focus), f"{where}{message}{what}")


def _readable(node: Node | None) -> str:
    return shortened(str(node))

"""Networks for Gephi, yEd and Cytoscape: one line per edge, with values that every such program can read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..query import Graph
from .edges import edges

if TYPE_CHECKING:
    import networkx as nx

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_gexf(graph: Graph, file: IO[bytes], room: Path) -> None:
    """GEXF 1.2, for Gephi."""
    import networkx as nx

    held = io.BytesIO()
    nx.write_gexf(flattened(graph), held)
    # The day of writing is no part of the graph.
    file.write(re.sub(rb' lastmodifieddate="[^"]*"', b"", held.getvalue(), count=1))


def write_graphml(graph: Graph, file: IO[bytes], room: Path) -> None:
    """GraphML, for yEd, Gephi and Cytoscape."""
    import networkx as nx

    nx.write_graphml_xml(flattened(graph), file)


def write_cyjs(graph: Graph, file: IO[bytes], room: Path) -> None:
    """JSON of Cytoscape, for its desktop and its JavaScript library."""
    import networkx as nx

    data = nx.cytoscape_data(flattened(graph))
    file.write(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode())


def flattened(graph: Graph) -> nx.MultiDiGraph[str]:
    """The edges of a graph with texts and numbers only."""
    import networkx as nx

    found = edges(graph)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in found.nodes:
        flat.add_node(
            node.iri,
            label=clean(node.label),
            type=clean(node.type),
            kind=clean(node.kind),
            aliases=joined(node.aliases),
        )
    for number, edge in enumerate(found.edges):
        flat.add_edge(
            edge.start,
            edge.end,
            key=f"e{number}",
            label=clean(edge.label),
            predicate=edge.predicate,
            # Not "type": that is GEXF's word for whether an edge is directed.
            action=clean(edge.action),
            tier=edge.tier,
            modality=clean(edge.modality),
            polarity=clean(edge.polarity),
            weight=edge.weight,
            sources=edge.sources,
            articles=edge.articles,
            first=clean(edge.first),
            last=clean(edge.last),
            speakers=joined(edge.speakers),
            sentence=clean(edge.sentence),
        )
    return flat


def joined(texts: Iterable[str]) -> str:
    """Several texts in one field."""
    return " | ".join(sorted(map(clean, texts)))


def clean(text: str) -> str:
    """Text that XML can hold: line ends become line feeds, what XML forbids becomes a visible U+FFFD."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))

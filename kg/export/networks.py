"""Networks for Gephi, yEd and Cytoscape: one line per edge, with values that every such program can read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable

import networkx as nx

from ..network import Source, network
from ..query import Graph

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def gexf(graph: Graph) -> bytes:
    """GEXF 1.2, for Gephi."""
    file = io.BytesIO()
    nx.write_gexf(flattened(graph), file)
    # The day of writing is no part of the graph.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", file.getvalue(), count=1)


def graphml(graph: Graph) -> bytes:
    """GraphML, for yEd, Gephi and Cytoscape."""
    file = io.BytesIO()
    nx.write_graphml_xml(flattened(graph), file)
    return file.getvalue()


def cyjs(graph: Graph) -> bytes:
    """JSON of Cytoscape, for its desktop and its JavaScript library."""
    data = nx.cytoscape_data(flattened(graph))
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()


def flattened(graph: Graph) -> nx.MultiDiGraph[str]:
    """The network of a graph with texts and numbers only: counts and joined lists instead of sources."""
    rich = network(graph)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in rich.nodes(data=True):
        flat.add_node(
            node,
            label=clean(str(data["label"])),
            type=clean(data["classes"][-1] if data["classes"] else data["kind"]),
            kind=clean(str(data["kind"])),
            aliases=joined(data["aliases"]),
        )
    for number, (start, end, data) in enumerate(rich.edges(data=True)):
        sources: list[Source] = data["sources"]
        flat.add_edge(
            start,
            end,
            key=f"e{number}",
            label=clean(str(data["label"])),
            predicate=str(data["predicate"]),
            tier=str(data["tier"]),
            modality=str(data["modality"]),
            polarity=str(data["polarity"]),
            weight=int(data["weight"]),
            sources=len(sources),
            articles=len({source["article_iri"] for source in sources}),
            speakers=joined({source["speaker"] for source in sources if source["speaker"]}),
            sentence=clean(sources[0]["sentence"]) if sources else "",
        )
    return flat


def joined(texts: Iterable[str]) -> str:
    """Several texts in one field."""
    return " | ".join(sorted(map(clean, texts)))


def clean(text: str) -> str:
    """Text that XML can hold: line ends become line feeds, what XML forbids becomes a visible U+FFFD."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))

"""What the SPARQL endpoint says of itself: the W3C's SPARQL 1.1 Service Description."""

from __future__ import annotations

import pyoxigraph as ox

from ..query import PREFIXES
from . import formats
from .accept import best
from .reply import Refused, Reply

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = (
    *(f"SPARQL_Results_{name}" for name in ("JSON", "XML", "CSV", "TSV")),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)


def described(endpoint: str, accept: str | None) -> Reply:
    """The description of the service at an address.

    Raises:
        Refused: no format of RDF is welcome.
    """
    kind = best(accept, formats.TRIPLES)
    if kind is None:
        raise Refused(
            406, f"The description of the service is written as one of: {', '.join(formats.TRIPLES)}."
        )
    service, dataset, graph = (ox.NamedNode(endpoint + part) for part in ("#service", "#dataset", "#graph"))
    said: list[tuple[ox.NamedNode, str, ox.NamedNode]] = [
        (service, "endpoint", ox.NamedNode(endpoint)),
        (service, "supportedLanguage", ox.NamedNode(f"{_SD}SPARQL11Query")),
        (service, "defaultDataset", dataset),
        (dataset, "defaultGraph", graph),
        *((service, "resultFormat", ox.NamedNode(f"http://www.w3.org/ns/formats/{f}")) for f in _FORMATS),
    ]
    types = ((service, "Service"), (dataset, "Dataset"), (graph, "Graph"))
    triples = [ox.Triple(who, ox.NamedNode(_SD + what), value) for who, what, value in said]
    triples += [
        ox.Triple(who, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(_SD + cls)) for who, cls in types
    ]
    return Reply(formats.triples(triples, kind), formats.with_charset(kind), headers={"Vary": "Accept"})

"""A graph in rdflib's own terms, for whoever works with the RDF tools of Python."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import rdflib

from ..query import PREFIXES


def copied(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """A dataset of rdflib with the same quads; what is changed in it changes nothing in the store."""
    dataset = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    content = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    # Not oxrdflib's faster "ox-nquads": it types every text xsd:string, which rdflib holds to be another text
    # than the plain one, so that no search for a label finds it.
    dataset.parse(data=content, format="nquads")
    return dataset

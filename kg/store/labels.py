"""One label for each entity, where articles spell its name in several ways: "Oxley-Hale", "Oxley Hale".

In the graph that questions see, the first in the order of characters is its `skos:prefLabel`, whoever came
first, and the others are `skos:altLabel`s; each article's own graph says what the article does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ..query import PREFIXES

PREFERRED, OTHER = (ox.NamedNode(PREFIXES["skos"] + name) for name in ("prefLabel", "altLabel"))
_MERGED = ox.DefaultGraph()
_GIVES_LABEL = f" {PREFERRED} ".encode()


@dataclass(frozen=True, slots=True)
class Called:
    """What an article calls an entity."""

    entity: ox.NamedNode
    label: ox.Literal


def labelled(lines: bytes) -> set[str]:
    """The IRIs of all that some N-Triples give a label, a triple a line."""
    # What stands before the property in its line is the subject alone, unless it stands in somebody's words.
    opened = (before[before.rfind(b"\n") + 1 :] for before in lines.split(_GIVES_LABEL)[:-1])
    return {node[1:-1].decode() for node in opened if node[:1] == b"<" and node.find(b">") == len(node) - 1}


def called(inner: ox.Store, graphs: Iterable[ox.NamedNode | ox.BlankNode]) -> set[Called]:
    """What the articles of some named graphs call their entities."""
    return {found for graph in graphs for found in _called(inner, graph)}


def unsettled(inner: ox.Store) -> list[str]:
    """The IRIs of entities with several preferred labels in the default graph, as a crash may leave them."""
    found = Counter(
        quad.subject.value
        for quad in inner.quads_for_pattern(None, PREFERRED, None, _MERGED)
        if isinstance(quad.subject, ox.NamedNode)
    )
    return sorted(entity for entity, labels in found.items() if labels > 1)


def settle(inner: ox.Store, entities: Iterable[str]) -> None:
    """Leave each of some entities, by IRI, one preferred label in the default graph, as one step."""
    going: list[str] = []
    coming: list[str] = []
    for entity in map(ox.NamedNode, entities):
        labels = {str(quad.object) for quad in inner.quads_for_pattern(entity, PREFERRED, None, _MERGED)}
        for label in sorted(labels, key=_words)[1:]:
            going.append(f"{entity} {PREFERRED} {label} .")
            coming.append(f"{entity} {OTHER} {label} .")
    _change(inner, going, coming)


def settle_without(inner: ox.Store, gone: Iterable[Called]) -> None:
    """Say of some entities what the articles that are left call them, and settle that.

    Args:
        inner: the store.
        gone: what an article called them that is no longer there, or says otherwise now.
    """
    going: list[str] = []
    coming: list[str] = []
    entities: dict[str, None] = {}
    for once in sorted(gone, key=str):
        labels = set(_said(inner, once.entity, PREFERRED))
        others = set(_said(inner, once.entity, OTHER))
        going += [f"{once.entity} {OTHER} {label} ." for label in {once.label, *labels} - others]
        coming += [f"{once.entity} {PREFERRED} {label} ." for label in labels]
        entities[once.entity.value] = None
    _change(inner, going, coming)
    settle(inner, entities)


def _words(literal: str) -> str:
    return literal[1:].rpartition('"')[0]  # without the marks, as SPARQL compares them


def _called(inner: ox.Store, graph: ox.NamedNode | ox.BlankNode) -> Iterator[Called]:
    for quad in inner.quads_for_pattern(None, PREFERRED, None, graph):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            yield Called(quad.subject, quad.object)


def _said(inner: ox.Store, entity: ox.NamedNode, name: ox.NamedNode) -> Iterator[ox.Literal]:
    """What articles call an entity, by one of the two properties."""
    for quad in inner.quads_for_pattern(entity, name, None, None):
        if not isinstance(quad.graph_name, ox.DefaultGraph) and isinstance(quad.object, ox.Literal):
            yield quad.object


def _change(inner: ox.Store, going: list[str], coming: list[str]) -> None:
    if going or coming:
        inner.update(f"DELETE DATA {{ {' '.join(going)} }} ; INSERT DATA {{ {' '.join(coming)} }}")

"""An archive as readers see it: what was published last, whoever writes meanwhile."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...errors import StoreError
from ...query import Rows, Term
from ...query.datasets import Named, said
from ..answers import Found, answer
from ..embedded import Embedded
from . import sentences, snapshots
from .ledger import article_of, is_internal
from .place import Place
from .writing import Archive

if TYPE_CHECKING:
    from ...export.rdf import GraphName


class Snapshot(Embedded):
    """An archive as it was when it was opened: what is written later is not seen."""

    def __init__(self, inner: ox.Store, handle: int) -> None:
        """Read a snapshot until this is forgotten; the handle keeps it from being cleared away."""
        self._inner = inner
        weakref.finalize(self, os.close, handle)

    def _answer(self, query: str, values: Mapping[str, Term | str], limit: int | None = None) -> Rows:
        default, named = self._seen(query)
        return answer(self._inner, query, values, default=default, named=named, limit=limit)

    def _seen(self, query: str) -> tuple[Sequence[ox.NamedNode | ox.DefaultGraph], Sequence[ox.NamedNode]]:
        """The default and the named graphs for a query, never those that the archive keeps for itself.

        They are given with every query, so that FROM and GRAPH reach nothing else, however they are written.
        """
        text = query.lower()
        wanted = said(query) if "from" in text else Named()
        graphs = list(self.graphs()) if wanted or "graph" in text else []
        if not wanted:
            return [ox.DefaultGraph()], graphs
        here = {graph.value: graph for graph in graphs}
        return (
            [here[iri] for iri in wanted.default if iri in here],
            [here[iri] for iri in wanted.named if iri in here],
        )

    def articles(self) -> list[GraphName]:
        """The articles that the graph comes from, in order."""
        return sorted({article_of(graph) for graph in self.graphs()}, key=str)

    def _graphs(self, article: GraphName) -> Iterable[GraphName]:
        # Usually one, of the article's own name; others belong to further sources of the same text.
        named = [article] if self._inner.contains_named_graph(article) else []
        return [*named, *self._further.get(article, ())]

    def _in_no_article(self) -> Iterator[ox.Triple]:
        return iter(())

    @cached_property
    def _further(self) -> dict[GraphName, list[ox.NamedNode]]:
        found: dict[GraphName, list[ox.NamedNode]] = {}
        for graph in self.graphs():
            if (article := article_of(graph)) != graph:
                found.setdefault(article, []).append(graph)
        return found

    def found(
        self,
        query: str,
        *,
        default: Sequence[ox.NamedNode | ox.DefaultGraph] | None = None,
        named: Sequence[ox.NamedNode] | None = None,
    ) -> Found:
        """What SPARQL finds in some graphs, of articles only."""
        if default is None and named is None:
            default, named = self._seen(query)
        return super().found(query, default=default, named=named)

    def graphs(self) -> Iterator[ox.NamedNode]:
        """The names of the graphs of articles."""
        for graph in self._inner.named_graphs():
            if isinstance(graph, ox.NamedNode) and not is_internal(graph):
                yield graph


def opened(folder: str | Path) -> Snapshot:
    """The newest snapshot of an archive.

    What a build committed before it was killed is published first, if this process may write there.

    Raises:
        StoreError: this is no archive, or its first articles are still being written.
    """
    place = Place(Path(folder))
    problem = _published(place)
    try:
        found = snapshots.current(place.snapshots)
    except OSError as broken:
        raise StoreError(f"{place.folder} cannot be read: {broken}. See who may read it.") from broken
    if found is None:
        cure = f"Add some: kg build ARTICLES -o {place.folder}/"
        raise problem or StoreError(f"{place.folder} holds no article. {cure}")
    return Snapshot(*found)


def find(folder: str | Path, texts: Sequence[str], *, limit: int | None = None) -> Rows:
    """The sentences of an archive that have all of some texts, the newest articles first.

    Args:
        folder: the archive.
        texts: each is looked for as whole words that follow each other, in any case, with or without accents.
        limit: the most rows; all if not given.

    Raises:
        QueryError: a text has no word in it.
        StoreError: this is no archive, or its first articles are still being written.
    """
    place = Place(Path(folder))
    problem = _published(place)
    if problem is not None and not place.sentences.exists():
        raise problem
    return sentences.find(place.sentences, texts, limit)


def _published(place: Place) -> StoreError | None:
    """Publish what a build left behind that was killed; why that cannot be done, if it cannot."""
    place.base()
    if place.unpublished.exists() or not place.sentences.exists():
        try:
            with Archive(place.folder, wait=0) as archive:
                archive.publish(anyway=True)
        except StoreError as problem:  # somebody writes, or this process may not: what was published is there
            return problem
    return None

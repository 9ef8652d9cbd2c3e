"""The one who writes an archive: articles come and go whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...errors import StoreError
from . import sentences, snapshots
from .ledger import LEDGER, STAGED, STAGED_LEDGER, Ledger, Source, graph_of
from .locks import WriterLock
from .place import Place

if TYPE_CHECKING:
    from ...model import Article

#: Seconds. A reader that publishes what a crash left behind holds the lock for a moment.
_PATIENCE = 3.0
#: Triples after which they go from memory to files: RocksDB by itself would first fill half a gigabyte.
_FLUSHED_EVERY = 50_000
# What no other article says, one whose turn is to come included, leaves the merged graph with its article.
_FORGET = """DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH {graph} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }}
}} ;
DROP GRAPH {graph} ;
DELETE WHERE {{ GRAPH {ledger} {{ {graph} ?p ?o }} }}"""
_TAKE_PLACE = """INSERT {{ ?s ?p ?o . GRAPH {graph} {{ ?s ?p ?o }} }}
WHERE {{ GRAPH {staged} {{ ?s ?p ?o }} }} ;
INSERT {{ GRAPH {ledger} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {staged_ledger} {{ ?s ?p ?o }} }} ;
DROP GRAPH {staged} ;
DROP GRAPH {staged_ledger}"""


class Change(StrEnum):
    """What became of an article that was brought to an archive."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Archive:
    """An archive that is being written: a context manager that holds its lock.

    Each change is one transaction of the store: a process that is killed leaves it done or not begun. Readers
    see what was published last; leaving the context publishes.
    """

    def __init__(self, folder: str | Path, *, base: str | None = None, wait: float = _PATIENCE) -> None:
        """Open an archive to write, or begin one.

        Args:
            folder: where it is.
            base: what its IRIs begin with; that of an archive that exists, or the usual one, if not given.
            wait: for so many seconds, if somebody else writes it.

        Raises:
            StoreError: somebody else writes it, it is no archive, or it has another base.
        """
        self.place = Place(Path(folder))
        from ...rdf import BASE

        if base is None:
            base = self.place.base() if self.place.marker.exists() else BASE
        self.base = base
        self.place.made(base)
        with _told(self.place):
            self._lock = WriterLock(self.place.lock, wait=wait)
            try:
                self._open()
                for graph in (STAGED, STAGED_LEDGER):
                    self._inner.remove_graph(graph)
            except BaseException:
                self._lock.release()
                raise

    def _open(self) -> None:
        self._inner = ox.Store(str(self.place.written))
        self._ledger = Ledger(self._inner)
        self._unflushed = 0

    def _close(self) -> None:
        # RocksDB closes its files when nobody refers to the store; it may not have opened again.
        for name in ("_ledger", "_inner"):
            self.__dict__.pop(name, None)

    def __enter__(self) -> Archive:
        """The archive itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Publish and close, whatever has happened: what was committed is there to be read."""
        try:
            if hasattr(self, "_inner"):
                self._publish()
        finally:
            self._close()
            self._lock.release()

    def has(self, source: Source) -> bool:
        """Whether an article is there, made of the very same."""
        return self._ledger.has(source)

    def known(self, sources: Iterable[Source]) -> set[Source]:
        """Those of some articles that are there, made of the very same."""
        return {source for source in sources if self._ledger.has(source)}

    def put(self, article: Article, source: Source, quads: Iterable[ox.Quad]) -> Change:
        """Add an article, or put it in the place of those with its id or its URL."""
        from ...rdf import article_iri

        if self._ledger.has(source):
            return Change.UNCHANGED
        old = self._ledger.graphs(source)
        graph = article_iri(article, base=self.base)
        if graph not in old and self._inner.contains_named_graph(graph):
            graph = graph_of(graph, source)  # the same text under another id
        fresh = list(quads)
        lines = list(self._ledger.lines(graph, source))
        with self._changing():
            if old:
                self._inner.extend([*_in(STAGED, fresh), *_in(STAGED_LEDGER, lines)])
                self._inner.update(";\n".join([*map(_forget, sorted(old, key=str)), _take_place(graph)]))
            else:
                self._inner.extend([*_in(graph, fresh), *_in(ox.DefaultGraph(), fresh), *_in(LEDGER, lines)])
            self._unflushed += len(fresh)
            if self._unflushed > _FLUSHED_EVERY:
                self._inner.flush()
                self._unflushed = 0
        return Change.REPLACED if old else Change.ADDED

    def remove(self, name: str) -> list[str]:
        """Forget the articles that an id, a URL, a key or an IRI means, and tell their ids.

        Raises:
            StoreError: there is none; the message has the ids most like it.
        """
        graphs = sorted(self._ledger.called(name), key=str)
        if not graphs:
            near = get_close_matches(name, self._ledger.ids(), n=3, cutoff=0.6)
            hint = f" Most like it: {', '.join(near)}." if near else ""
            raise StoreError(
                f"{self.place.folder} has no article {name!r}. Give an id, a URL or an IRI.{hint}"
            )
        ids = [self._ledger.id(graph) for graph in graphs]
        with self._changing():
            self._inner.update(";\n".join(map(_forget, graphs)))
        return ids

    def publish(self, *, anyway: bool = False) -> None:
        """Let readers see what has been committed since; `anyway` mends an index of words that is gone."""
        if self._publish(anyway=anyway):
            # RocksDB keeps something in memory of every file it has written: a long build would grow.
            with _told(self.place):
                self._close()
                self._open()

    def _publish(self, *, anyway: bool = False) -> bool:
        """Whether there was anything to publish, which is done."""
        if not anyway and not self.place.unpublished.exists():
            return False
        with _told(self.place):
            sentences.catch_up(self.place.sentences, self._inner)
            snapshots.publish(self._inner, self.place.snapshots)
            self.place.unpublished.unlink(missing_ok=True)
        return True

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with _told(self.place):
            self.place.unpublished.touch()
            yield


def removed(folder: str | Path, names: Iterable[str]) -> Iterator[str]:
    """Take articles out of an archive, one by one; yield the id of each that is gone.

    Raises:
        StoreError: there is no archive, or no article of that name in it.
    """
    Place(Path(folder)).base()  # nothing is begun where there is none
    with Archive(folder) as archive:
        for name in names:
            yield from archive.remove(name)


def _in(
    graph: ox.NamedNode | ox.DefaultGraph, said: Sequence[ox.Quad] | Sequence[ox.Triple]
) -> Iterator[ox.Quad]:
    return (ox.Quad(one.subject, one.predicate, one.object, graph) for one in said)


def _forget(graph: ox.NamedNode) -> str:
    return _FORGET.format(graph=graph, ledger=LEDGER)


def _take_place(graph: ox.NamedNode) -> str:
    return _TAKE_PLACE.format(graph=graph, ledger=LEDGER, staged=STAGED, staged_ledger=STAGED_LEDGER)


@contextmanager
def _told(place: Place) -> Iterator[None]:
    """Errors of the disk as errors that a user can mend."""
    try:
        yield
    except OSError as problem:
        reason = " ".join(str(problem.strerror or problem).split())
        raise StoreError(
            f"{place.folder} cannot be written: {reason}. What is in it is safe; make room or see who may "
            "write there, and run the same command again."
        ) from problem

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
from ..labels import called, settle, settle_without, unsettled
from . import sentences, snapshots
from .batches import Batch, Brought, as_lines
from .freed import hand_back
from .ledger import LEDGER, Ledger, Source, graph_of, is_internal
from .locks import WriterLock
from .place import Place
from .replacing import forgetting, replaced

if TYPE_CHECKING:
    from ...model import Article

#: Seconds. A reader that publishes what a crash left behind holds the lock for a moment.
_PATIENCE = 3.0
#: Bytes after which they go from memory to files: RocksDB by itself would first fill half a gigabyte.
_FLUSHED_EVERY = 15_000_000
#: Bytes written after which RocksDB is closed and opened, to forget what it keeps in memory of its files.
_REOPENED_EVERY = 60_000_000


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

    at_once = 4_000_000
    """Bytes of N-Triples that are best committed together: some thirty longer articles."""

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
                self._clear_up()
            except BaseException:
                self._lock.release()
                raise

    def _clear_up(self) -> None:
        """Undo and finish what a crash has left half done."""
        for graph in list(self._inner.named_graphs()):
            if is_internal(graph) and graph != LEDGER:
                self._inner.remove_graph(graph)
        if self.place.unpublished.exists():
            settle(self._inner, unsettled(self._inner))

    def _open(self) -> None:
        self._inner = ox.Store(str(self.place.written))
        self._ledger = Ledger(self._inner)
        self._unflushed = self._written = 0

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
        """Add an article, or put it in the place of those with its id or its URL, without blank nodes."""
        lines = as_lines(ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
        return self.put_all([Brought(article, source, lines)])[0]

    def put_all(self, brought: Iterable[Brought]) -> list[Change]:
        """Add articles, or put each in the place of those with its id or its URL; tell what became of each.

        Those that are new go in as one step, in the order given: a process that is killed leaves all of them
        or none, and each of the others whole or not at all.
        """
        from ...rdf import article_iri

        changes = []
        batch = Batch()
        for one in brought:
            if batch.meets(one.source):
                batch = self._added(batch)
            if self._ledger.has(one.source):
                changes.append(Change.UNCHANGED)
                continue
            old = self._ledger.graphs(one.source)
            graph = article_iri(one.article, base=self.base)
            if graph not in old and (batch.has(graph) or self._inner.contains_named_graph(graph)):
                graph = graph_of(graph, one.source)  # the same text under another id
            if old:
                batch = self._added(batch)
                self._replaced(sorted(old, key=str), graph, one)
            else:
                batch.add(graph, one)
            changes.append(Change.REPLACED if old else Change.ADDED)
        self._added(batch)
        return changes

    def _added(self, batch: Batch) -> Batch:
        """An empty batch, once the one that is given is committed."""
        if batch:
            with self._changing():
                self._unflushed += batch.written(self._inner)
                self._written += batch.size
                self._flush_now_and_then()
        return Batch()

    def _replaced(self, old: Sequence[ox.NamedNode], graph: ox.NamedNode, one: Brought) -> None:
        with self._changing():
            waiting = replaced(self._inner, old, graph, one)
            self._unflushed += waiting
            self._written += waiting
            self._flush_now_and_then()

    def _flush_now_and_then(self) -> None:
        if self._unflushed > _FLUSHED_EVERY:
            self._inner.flush()
            self._unflushed = 0
        if self._written > _REOPENED_EVERY:
            self._reopen()

    def _reopen(self) -> None:
        self._close()
        self._open()
        hand_back()

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
            names = called(self._inner, graphs)
            self._inner.update(";\n".join(map(forgetting, graphs)))
            settle_without(self._inner, names)
        return ids

    def publish(self, *, anyway: bool = False) -> None:
        """Let readers see what has been committed since; `anyway` mends an index of words that is gone."""
        if self._publish(anyway=anyway):
            with _told(self.place):
                self._reopen()

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

"""Where the articles of a build go: into memory, or where some are known already: an archive, an endpoint."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

import pyoxigraph as ox

from . import rdf
from .errors import KgError, ReadError
from .model import Article
from .store import Change, Remote, Snapshot, Store, load
from .store.archive import Source

#: Articles whose lines of the ledger are looked up at once: an endpoint is far away.
_LOOKED_UP = 32
#: Seconds after which readers get to see what a long build has done so far.
_PUBLISHED_EVERY = 60.0

OnChange = Callable[[Article, Change], None] | None


class Memory:
    """A new store in memory: every article is read."""

    skipped = 0

    def __init__(self) -> None:
        self._store = Store()

    def fresh(self, articles: Iterator[Article], on_change: OnChange) -> Iterator[Article]:
        """The articles that have to be read: all."""
        return articles

    def take(self, article: Article, graph: ox.NamedNode, lines: bytes) -> Change:
        """Add what an article says, as N-Triples."""
        # The same text twice is one article with what either source says of it: the order must not matter.
        self._store.add_ntriples(graph, lines)
        return Change.ADDED

    def graph(self) -> Store:
        """What has been built."""
        return self._store


class Keeper(Protocol):
    """What keeps articles from one build to the next: `Archive` and `Endpoint`."""

    def known(self, sources: Sequence[Source]) -> set[Source]:
        """Those of some articles that are there, made of the very same."""

    def put(self, article: Article, source: Source, quads: Iterable[ox.Quad]) -> Change:
        """Add an article, or put it in the place of those with its id or its URL."""

    def publish(self) -> None:
        """Let readers see what has been put."""


class Kept:
    """An archive or an endpoint: only what is new or was made of something else is read."""

    def __init__(self, keeper: Keeper, where: str, versions: str, note: Callable[[KgError], None]) -> None:
        """Bring articles to an archive or an endpoint.

        Args:
            keeper: open to be written.
            where: its folder or URL.
            versions: of everything but the article that decides its graph.
            note: told of each article that cannot be kept beside another one.
        """
        self.skipped = 0
        self._keeper = keeper
        self._where = where
        self._versions = versions
        self._note = note
        self._published = time.monotonic()
        # Numbers, not texts: this is all of a build that grows with the number of articles.
        self._met: dict[int, int] = {}

    def fresh(self, articles: Iterator[Article], on_change: OnChange) -> Iterator[Article]:
        """The articles that have to be read."""
        while some := [
            (Source.of(article, self._versions), article) for article in islice(articles, _LOOKED_UP)
        ]:
            yield from self._fresh(some, on_change)

    def _fresh(self, some: list[tuple[Source, Article]], on_change: OnChange) -> Iterator[Article]:
        known = self._keeper.known([source for source, _ in some])
        for source, article in some:
            names = {hash(("id", source.id)), *([hash(("url", source.url))] if source.url else ())}
            stamp = hash(source.stamp)
            before = {self._met.get(name, stamp) for name in names}
            if before != {stamp}:
                self._note(
                    ReadError(
                        f"Two articles of this build have the id {source.id!r}, or its URL, and are not "
                        "the same. Give each an id and a URL of its own; the first was taken."
                    )
                )
                continue
            is_again = all(name in self._met for name in names)
            self._met.update(dict.fromkeys(names, stamp))
            if not is_again and source not in known:
                yield article
                continue
            self.skipped += 1
            if on_change is not None:
                on_change(article, Change.UNCHANGED)

    def take(self, article: Article, graph: ox.NamedNode, lines: bytes) -> Change:
        """Commit what an article says, as N-Triples; now and then show readers how far the build is."""
        change = self._keeper.put(article, Source.of(article, self._versions), rdf.parsed(lines))
        if time.monotonic() - self._published > _PUBLISHED_EVERY:
            self._keeper.publish()
            self._published = time.monotonic()
        return change

    def graph(self) -> Snapshot | Store | Remote:
        """What has been built, once the archive is closed."""
        return load(self._where)

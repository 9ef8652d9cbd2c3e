"""Where the articles of a build go: into memory, or where some are known already: an archive, an endpoint."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from . import rdf
from .errors import KgError, ReadError
from .model import Article
from .store import Change, Remote, Snapshot, Store, load
from .store.archive import Brought, Source
from .tellings import Telling

#: Articles whose lines of the ledger are looked up at once: an endpoint is far away.
_LOOKED_UP = 32
#: Seconds after which what has been read is committed, however little it is.
_COMMITTED_EVERY = 5.0
#: Seconds after which readers get to see what a long build has done so far.
_PUBLISHED_EVERY = 60.0

OnChange = Callable[[Article, Change], None] | None


class Memory:
    """A new store in memory: every article is read."""

    skipped = 0

    def __init__(self, base: str) -> None:
        """Nothing yet; IRIs of data begin with `base`."""
        self._store = Store()
        self._base = base

    def fresh(self, articles: Iterator[Article], on_change: OnChange) -> Iterator[Article]:
        """The articles that have to be read: all."""
        return articles

    def take(self, told: Telling) -> Iterator[tuple[Telling, Change]]:
        """Add what an article says, and tell what became of it."""
        # The same text twice is one article with what either source says of it: the order must not matter.
        self._store.add_ntriples(rdf.article_iri(told.article, base=self._base), told.lines)
        yield told, Change.ADDED

    def commit(self) -> Iterator[tuple[Telling, Change]]:
        """Nothing: what was taken is there."""
        return iter(())

    def graph(self) -> Store:
        """What has been built."""
        return self._store


class Keeper(Protocol):
    """What keeps articles from one build to the next: `Archive` and `Endpoint`."""

    at_once: int
    """Bytes of N-Triples that are best committed together."""

    def known(self, sources: Sequence[Source]) -> set[Source]:
        """Those of some articles that are there, made of the very same."""

    def put_all(self, brought: Sequence[Brought]) -> list[Change]:
        """Add articles, or put each in the place of those with its id or its URL; tell the change of each."""

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
        self._waiting: list[Telling] = []
        self._since = self._published = time.monotonic()
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

    def take(self, told: Telling) -> Iterator[tuple[Telling, Change]]:
        """Take what an article says, and tell what became of those that are committed by now.

        They are committed a batch at a time; now and then readers are shown how far the build is.
        """
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(told)
        now = time.monotonic()
        if (
            sum(len(one.lines) for one in self._waiting) >= self._keeper.at_once
            or now - self._since > _COMMITTED_EVERY
        ):
            yield from self.commit()
        if now - self._published > _PUBLISHED_EVERY:
            yield from self.commit()
            self._keeper.publish()
            self._published = time.monotonic()

    def commit(self) -> Iterator[tuple[Telling, Change]]:
        """Commit what was taken, and tell what became of it."""
        told, self._waiting = self._waiting, []  # what cannot be committed is not tried again
        brought = [Brought(one.article, Source.of(one.article, self._versions), one.lines) for one in told]
        yield from zip(told, self._keeper.put_all(brought), strict=True)

    def graph(self) -> Snapshot | Store | Remote:
        """What has been built, once the archive is closed."""
        return load(self._where)

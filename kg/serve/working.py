"""What a worker has at hand when it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..rdf import BASE
from ..store import Snapshot, Store
from .reply import Reply

Served = Store | Snapshot
#: Parameters of a request: texts, and lists of texts.
Given = Mapping[str, Any]

_AN_ARTICLE = "SELECT ?article { ?article a schema:NewsArticle } LIMIT 1"


#: The most bytes of an answer, by job: the server holds it as a whole. Whole graphs may have more.
LARGEST: Mapping[str, int] = {"graph": 512_000_000}
LARGE = 64_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one answer may take."""

    rows: int
    """Or triples."""
    memory: int
    """Bytes, beside those of the graph."""


@dataclass(frozen=True)
class Desk:
    """A graph and the bounds of what is told of it."""

    store: Served
    graph: Path
    """The file or the folder of the archive."""
    bounds: Bounds

    @cached_property
    def base(self) -> str:
        """What the IRIs of the graph's data begin with."""
        for row in self.store.select(_AN_ARTICLE).dicts():
            return str(row["article"]).rpartition("article/")[0]
        return BASE

    @property
    def is_archive(self) -> bool:
        """Whether there is an index of words beside the graph."""
        return isinstance(self.store, Snapshot)


Job = Callable[[Desk, Given], Reply]

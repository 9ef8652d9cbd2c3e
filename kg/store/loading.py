"""Opening a graph, wherever it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..errors import StoreError
from ..query import Rows
from . import archive, remote
from .archive import Snapshot
from .memory import Store
from .remote import Remote, is_remote


def load(path: str | Path) -> Store | Snapshot | Remote:
    """The graph of a file (Turtle, TriG, N-Quads, N-Triples, JSON-LD), of an archive, or of an endpoint."""
    return remote.opened(path) if is_remote(path) else load_local(path)


def load_local(path: str | Path) -> Store | Snapshot:
    """The graph of a file or of an archive on this machine."""
    if Path(path).is_dir():
        return archive.opened(path)
    from .rdf_files import loaded

    return Store(loaded(path))


def removed(where: str | Path, names: Iterable[str]) -> Iterator[str]:
    """Take articles out of an archive or an endpoint, one by one; yield the id of each that is gone.

    Raises:
        StoreError: there is no graph that kg built, or no article of that name in it.
    """
    return remote.removed(where, names) if is_remote(where) else archive.removed(where, names)


def find(where: str | Path, texts: Sequence[str], *, limit: int | None = None) -> Rows:
    """The sentences of an archive that have all of some texts, the newest articles first.

    Raises:
        QueryError: a text has no word in it.
        StoreError: this is no archive on disk, which alone has an index of words.
    """
    if is_remote(where):
        raise StoreError(
            "kg find needs the index of words of an archive on disk. Ask an endpoint with kg query."
        )
    return archive.find(where, texts, limit=limit)

"""A copy of a graph on disk, for a while: for what looks at all of it, over and over."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable

import pyoxigraph as ox

from ...errors import StoreError
from ..embedded import Embedded
from ..labels import PREFERRED, settle

#: Triples after which they go from memory to files.
_FLUSHED_EVERY = 50_000


class Copy(Embedded):
    """A graph on disk, among the temporary files, that is gone when nobody refers to it."""

    def __init__(self, parts: Iterable[tuple[ox.NamedNode, Iterable[ox.Triple]]]) -> None:
        """Copy article by article.

        Args:
            parts: articles, or parts of them, with what they say; one part is in memory at a time.

        Raises:
            StoreError: there is no room for it.
        """
        folder = tempfile.TemporaryDirectory(prefix="kg-copy-", ignore_cleanup_errors=True)
        weakref.finalize(self, folder.cleanup)
        try:
            self._inner = ox.Store(folder.name)
            unflushed = 0
            for article, said in parts:
                triples = list(said)
                for graph in (article, ox.DefaultGraph()):
                    self._inner.extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)
                named = (t.subject for t in triples if t.predicate == PREFERRED)
                settle(self._inner, {n.value for n in named if isinstance(n, ox.NamedNode)})
                unflushed += len(triples)
                if unflushed > _FLUSHED_EVERY:
                    self._inner.flush()
                    unflushed = 0
        except OSError as problem:
            raise StoreError(
                f"{tempfile.gettempdir()} cannot hold a copy of the graph: {problem.strerror or problem}. "
                "Make room, or name another folder with TMPDIR."
            ) from problem

"""Docs on their way through the network: run when they are asked for, or ahead of that by a thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from spacy.tokens import Doc

from .segments import Words
from .session import Arrays, Network

#: What a run gives; waits for it where it is still under way.
Outcome = Callable[[], Arrays]
#: Begins a run, or only notes it.
Begin = Callable[[Arrays], Outcome]


@dataclass(frozen=True, slots=True)
class Begun:
    """A Doc whose segments are being run."""

    doc: Doc
    words: Words
    #: First word and word after the last of each segment, and what its run gives.
    runs: list[tuple[int, int, Outcome]]


@dataclass
class Queue:
    """Docs in order, as many as have some number of runs between them."""

    most: int
    _begun: deque[Begun] = field(default_factory=deque)
    _runs: int = 0

    def put(self, begun: Begun) -> None:
        """Add one at the end."""
        self._begun.append(begun)
        self._runs += len(begun.runs)

    def over(self) -> Iterator[Begun]:
        """Take the first ones out until no more runs are left than there may be."""
        while self._runs > self.most:
            yield self._first()

    def rest(self) -> Iterator[Begun]:
        """Take all out."""
        while self._begun:
            yield self._first()

    def _first(self) -> Begun:
        first = self._begun.popleft()
        self._runs -= len(first.runs)
        return first


def at_once(network: Network) -> Begin:
    """Run in the thread that asks, when it asks."""
    return lambda inputs: partial(network.run, inputs)


@contextmanager
def by_thread(network: Network) -> Iterator[Begin]:
    """Run one after the other in a thread of their own, while whoever asks does something else.

    onnxruntime lets go of Python's lock while it computes. What a run gives does not depend on the thread.
    """
    pool = ThreadPoolExecutor(1, "kg_encoder")
    try:
        yield lambda inputs: pool.submit(network.run, inputs).result
    finally:
        pool.shutdown(cancel_futures=True)

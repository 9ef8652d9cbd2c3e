"""Putting questions to workers so that no question holds up another one for long.

Every question begins in the fast lane, of which there are few places. One that has no answer after a moment
moves to the slow lane: it goes on in its process, at a priority that falls with its age, until its time is
over and the process is ended. So whoever asks something simple waits for simple questions only.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import ServeError
from .lanes import FAST, Lanes, Place
from .reply import Refused, Reply
from .workers import Nursery, Worker
from .working import Bounds

#: Seconds of a question's age -> how far its process stands back for others from then on (its niceness).
#: Not to the end: beside a program that keeps the machine busy, such as kg build, it would never be answered.
_PATIENCE = ((0.05, 5), (0.5, 10))
#: The same for our own pages: they end by themselves, and people wait for them.
_FOR_PAGES = ((0.25, 5),)
#: Seconds between two looks at whether the graph has changed.
_LOOK = 2.0
_LOST = (asyncio.IncompleteReadError, ConnectionError)


class Pool:
    """Workers for the newest state of a graph."""

    def __init__(self, graph: Path, bounds: Bounds, *, timeout: float) -> None:
        """Prepare for a graph; `start` makes the workers.

        Args:
            graph: the file or the folder of an archive.
            bounds: what an answer may take.
            timeout: seconds after which a question is ended.
        """
        self._graph = graph
        self._bounds = bounds
        self.timeout = timeout
        self._nursery: Nursery | None = None
        self._idle: list[Worker] = []
        self._lanes = Lanes()
        self._making: set[asyncio.Task[None]] = set()
        self.state = ""
        """Another text for every state of the graph."""

    async def start(self) -> None:
        """Load the graph.

        Raises:
            ServeError: it cannot be loaded.
        """
        await self._begin(_state(self._graph))

    def close(self) -> None:
        """End all workers."""
        if self._nursery is not None:
            self._nursery.close()

    async def follow(self) -> None:
        """Load the graph anew whenever it has changed; the former is served until that is done."""
        while True:
            await asyncio.sleep(_LOOK)
            state, former = _state(self._graph), self._nursery
            if state in (self.state, "") and former is not None and former.is_alive():
                continue
            try:
                await self._begin(state or self.state)
            except (ServeError, OSError) as problem:
                print(
                    f"kg serve: {problem} The graph of before is still served.", file=sys.stderr, flush=True
                )
                self.state = state
                continue
            if former is not None:
                # Whoever still waits for an answer of before gets it, or is told that there is none.
                asyncio.get_running_loop().call_later(self.timeout + 1, former.close)

    async def _begin(self, state: str) -> None:
        """Take on the graph as it is now, once there are workers that have loaded it."""
        nursery = await Nursery.started(self._graph, self._bounds)
        workers = [await nursery.worker() for _ in range(FAST)]
        former, self._idle = self._idle, workers
        self._nursery, self.state = nursery, state
        for worker in former:
            worker.end()

    async def ask(
        self,
        job: str,
        given: Mapping[str, object],
        *,
        timeout: float | None = None,
        is_ours: bool = False,
    ) -> Reply:
        """What a worker answers.

        Args:
            job: what it is asked for.
            given: with which parameters.
            timeout: seconds it may take; those of this pool if not given.
            is_ours: whether it is a page of ours and no query of a stranger.

        Raises:
            Refused: there is no answer in time, or too many wait already.
            ServeError: no worker can be made.
        """
        timeout = timeout or self.timeout
        place = await self._lanes.enter(timeout)
        worker, asked = None, None
        try:
            worker = self._idle.pop() if self._idle else await self._new()
            asked = asyncio.create_task(worker.answer(job, given))
            is_fast = await self._wait(worker, place, asked, timeout, _FOR_PAGES if is_ours else _PATIENCE)
            reply = asked.result()
            if is_fast:
                self._keep(worker)
                worker = None
            return reply
        except _LOST as problem:
            raise Refused(
                503, "This needs more memory than one question may take. Ask for less."
            ) from problem
        finally:
            place.leave()
            if asked is not None:
                asked.cancel()
            if worker is not None:
                worker.end()
                self._refill()

    @staticmethod
    async def _wait(
        worker: Worker,
        place: Place,
        asked: asyncio.Task[Reply],
        timeout: float,
        patience: Sequence[tuple[float, int]],
    ) -> bool:
        """Wait for an answer while its worker stands back more and more; whether it never had to.

        Raises:
            Refused: there is none in time.
        """
        now = 0.0
        for age, niceness in patience:
            if age >= timeout or (await asyncio.wait((asked,), timeout=age - now))[0]:
                break
            now = age
            worker.stand_back(niceness)
            place.step_aside()
        if not (await asyncio.wait((asked,), timeout=timeout - now))[0]:
            raise Refused(
                503,
                f"There is no answer after {timeout:g} seconds. Ask for less, or start kg serve with a "
                "longer --timeout.",
            )
        return now == 0.0

    def _keep(self, worker: Worker) -> None:
        if worker.nursery is self._nursery and len(self._idle) < FAST:
            self._idle.append(worker)
        else:
            worker.end()

    def _refill(self) -> None:
        """Make a worker for whoever comes next, while nobody waits for it."""

        async def refill() -> None:
            with suppress(ServeError):
                self._keep(await self._new())

        if len(self._idle) + len(self._making) < FAST:
            task = asyncio.create_task(refill())
            self._making.add(task)
            task.add_done_callback(self._making.discard)

    async def _new(self) -> Worker:
        assert self._nursery is not None
        return await self._nursery.worker()


def _state(graph: Path) -> str:
    """A text that changes with the graph; empty while there is none, as for a moment when it is replaced."""
    try:
        found = (graph / "snapshots" / "current" if graph.is_dir() else graph).stat()
    except OSError:
        return ""
    return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}"

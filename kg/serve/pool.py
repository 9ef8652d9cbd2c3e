"""Putting questions to workers so that no question holds up another one for long.

Every question begins in the fast lane, which a few workers share. One that has no answer after a moment moves
to the slow lane: it goes on in its process, at a priority that falls with its age, until its time is over and
the process is ended. So whoever asks something simple waits for simple questions only.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path

from ..errors import ServeError
from .reply import Refused, Reply
from .workers import Nursery, Worker
from .working import Bounds

#: Seconds that a question spends in the fast lane.
MOMENT = 0.1
#: Seconds of a question's age -> how far its process stands back for others from then on.
_PATIENCE = ((MOMENT, 5), (0.5, 10), (1.5, 19))
#: Questions that are answered at the same time: in the fast lane, and in the slow one.
FAST = 4 + (os.cpu_count() or 1)
SLOW = 16
#: Questions that wait for their turn.
_WAITING = 500
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
        self._fast = asyncio.Semaphore(FAST)
        self._waiting = self._slow = 0
        self.state = ""
        """Another text for every state of the graph."""

    async def start(self) -> None:
        """Load the graph.

        Raises:
            ServeError: it cannot be loaded.
        """
        self.state = _state(self._graph)
        self._nursery = await Nursery.started(self._graph, self._bounds)
        self._idle = [await self._nursery.worker() for _ in range(FAST)]

    def close(self) -> None:
        """End all workers."""
        if self._nursery is not None:
            self._nursery.close()

    async def follow(self) -> None:
        """Load the graph anew whenever it has changed; the former is served until that is done."""
        while True:
            await asyncio.sleep(_LOOK)
            state = _state(self._graph)
            if state in (self.state, ""):
                continue
            former = self._nursery
            try:
                self._nursery = await Nursery.started(self._graph, self._bounds)
            except ServeError as problem:
                print(f"kg serve: {problem} The graph of before is still served.", flush=True)
                self.state = state
                continue
            self.state = state
            gone, self._idle = self._idle, []
            for worker in gone:
                worker.end()
            if former is not None:
                # Whoever still waits for an answer of before gets it, or is told that there is none.
                asyncio.get_running_loop().call_later(self.timeout + 1, former.close)

    async def ask(self, job: str, given: Mapping[str, object], *, timeout: float | None = None) -> Reply:
        """What a worker answers.

        Raises:
            Refused: there is no answer in time, or too many wait already.
        """
        if self._waiting >= _WAITING:
            raise Refused(503, "Too many questions wait already. Ask again in a moment.", Retry_After="1")
        self._waiting += 1
        try:
            await self._fast.acquire()
        finally:
            self._waiting -= 1
        worker, asked = None, None
        try:
            try:
                worker = self._idle.pop() if self._idle else await self._new()
                asked = asyncio.create_task(worker.answer(job, given))
                done, _ = await asyncio.wait((asked,), timeout=MOMENT)
            finally:
                self._fast.release()
            if done:
                reply = asked.result()
                self._keep(worker)
                worker = None
                return reply
            return await self._in_the_slow_lane(worker, asked, timeout or self.timeout)
        except _LOST as problem:
            raise Refused(
                503, "This needs more memory than one question may take. Ask for less."
            ) from problem
        finally:
            if asked is not None:
                asked.cancel()
            if worker is not None:
                worker.end()

    async def _in_the_slow_lane(self, worker: Worker, asked: asyncio.Task[Reply], timeout: float) -> Reply:
        if self._slow >= SLOW:
            raise Refused(503, f"{SLOW} long questions are being answered already. Ask again later.",
                          Retry_After=str(round(self.timeout)))  # fmt: skip
        self._slow += 1
        try:
            ages = (*(age for age, _ in _PATIENCE if age < timeout), timeout)
            for age, until, (_, niceness) in zip(ages, ages[1:], _PATIENCE, strict=False):
                worker.stand_back(niceness)
                await asyncio.wait((asked,), timeout=until - age)
        finally:
            self._slow -= 1
        if not asked.done():
            raise Refused(
                503,
                f"There is no answer after {timeout:g} seconds. Ask for less, or start kg serve with a "
                "longer --timeout.",
            )
        return asked.result()

    def _keep(self, worker: Worker) -> None:
        if worker.nursery is self._nursery and len(self._idle) < FAST:
            self._idle.append(worker)
        else:
            worker.end()

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

"""The server's side of the nursery and its workers."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..errors import ServeError
from . import wire
from .nursery import END, MAKE, command
from .reply import Reply
from .working import Bounds


class Nursery:
    """The process that makes workers for one state of a graph."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        """Speak to a process over its socket."""
        self._process = process
        self._control = control

    @classmethod
    async def started(cls, graph: Path, bounds: Bounds) -> Nursery:
        """A new one, once it has loaded the graph.

        Raises:
            ServeError: the graph cannot be read; the message says why.
        """
        ours, theirs = socket.socketpair()
        # The child imports what this process would, wherever it was started from; one thread, for it forks.
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path),
            **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1"),
        }
        numbers = map(str, (theirs.fileno(), bounds.rows, bounds.memory))
        arguments = [sys.executable, "-m", "kg.serve.nursery", str(graph), *numbers]
        with theirs:
            process = subprocess.Popen(arguments, env=environment, pass_fds=[theirs.fileno()])
        reader, writer = await asyncio.open_connection(sock=ours.dup())
        try:
            head, _ = await wire.read(reader)
        except asyncio.IncompleteReadError:
            head = {"problem": f"{graph} could not be loaded: the process that did it has ended."}
        except BaseException:
            process.kill()
            raise
        finally:
            writer.close()
        if "problem" in head:
            ours.close()
            process.wait()
            raise ServeError(str(head["problem"]))
        return cls(process, ours)

    async def worker(self) -> Worker:
        """A new worker, once it has opened the graph.

        Raises:
            ServeError: it cannot, or the nursery is gone.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._control.setblocking(True)
                socket.send_fds(self._control, [command(MAKE)], [theirs.fileno()])
            except OSError as problem:
                ours.close()
                raise ServeError(
                    "The process that makes workers has ended. Start kg serve anew."
                ) from problem
        reader, writer = await asyncio.open_connection(sock=ours)
        try:
            head, _ = await wire.read(reader)
        except asyncio.IncompleteReadError:
            head = {"problem": "A worker ended before it began. Start kg serve anew."}
        if "problem" in head:
            writer.close()
            raise ServeError(str(head["problem"]))
        return Worker(self, int(head["process"]), reader, writer)

    def end(self, worker: int) -> None:
        """End a worker, whatever it is doing."""
        with suppress(OSError):
            self._control.send(command(END, worker))

    def is_alive(self) -> bool:
        """Whether it can make workers."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the nursery and all its workers."""
        self._control.close()
        self._process.wait()


class Worker:
    """A process that answers one request at a time."""

    def __init__(
        self, nursery: Nursery, process: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Speak to a process of a nursery."""
        self.nursery = nursery
        self._process = process
        self._reader = reader
        self._writer = writer

    async def answer(self, job: str, given: Mapping[str, object]) -> Reply:
        """What the worker answers to a request.

        Raises:
            asyncio.IncompleteReadError, ConnectionError: it has ended.
        """
        self._writer.write(wire.packed({"job": job, "given": dict(given)}))
        await self._writer.drain()
        head, body = await wire.read(self._reader)
        return Reply(body, str(head["type"]), int(head["status"]), head["headers"])

    def stand_back(self, niceness: int) -> None:
        """Let other processes go first from now on, up to 19; this cannot be taken back."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._process, niceness)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.nursery.end(self._process)
        self._writer.close()

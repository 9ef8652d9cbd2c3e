"""The process that makes workers: it loads the graph once and forks, so that a new worker costs milliseconds.

A graph in memory is shared by all workers, page by page. An archive is opened by each worker for itself: a
store on disk does not survive a fork. The nursery runs one thread, answers no question and can therefore
always end a worker that does not end by itself. When the server goes, it ends them all and goes too.

Run as ``python -m kg.serve.nursery GRAPH DESCRIPTOR ROWS MEMORY``.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path

from ..errors import KgError
from ..store import load_local
from .wire import packed
from .worker import work
from .working import Bounds, Served

#: What pages need and is slow to import: done once, before the first worker is made.
_HEAVY = ("kg.network", "kg.view", "pyvis.network")
#: Commands: make a worker for the socket that comes along; end the worker of a number.
MAKE, END = "make", "end"
#: Bytes of every command: a stream knows no messages.
_LENGTH = 16


def command(verb: str, number: int = 0) -> bytes:
    """A command as the nursery reads it."""
    return f"{verb} {number}".ljust(_LENGTH).encode()


def main(graph: Path, descriptor: int, bounds: Bounds) -> None:
    """Load the graph, say so, then make and end workers until the server is gone."""
    control = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: the server decides when this ends
    try:
        shared: Served | None = load_local(graph)
    except (KgError, OSError) as problem:
        control.sendall(packed({"problem": str(problem)}))
        return
    if graph.is_dir():
        shared = None  # this was to publish what a killed build left, and to fail now if it must
    for module in _HEAVY:
        import_module(module)
    control.sendall(packed({}))
    children: set[int] = set()
    while True:
        select.select([control], [], [], 1.0 if children else None)
        _bury(children)
        try:
            words, sockets, _, _ = socket.recv_fds(control, _LENGTH, 1, socket.MSG_DONTWAIT)
        except BlockingIOError:
            continue
        if not words:
            break
        verb, number = words.decode().split()
        if verb == MAKE:
            child = os.fork()
            if child == 0:
                control.close()
                _be_a_worker(socket.socket(fileno=sockets[0]), graph, shared, bounds)
            children.add(child)
            os.close(sockets[0])
        elif verb == END and int(number) in children:
            os.kill(int(number), signal.SIGKILL)
    for child in children:
        os.kill(child, signal.SIGKILL)


def _bury(children: set[int]) -> None:
    """Take note of the workers that have ended: their numbers may soon be somebody else's."""
    while children:
        child, _ = os.waitpid(-1, os.WNOHANG)
        if not child:
            return
        children.discard(child)


def _be_a_worker(connection: socket.socket, graph: Path, shared: Served | None, bounds: Bounds) -> None:
    status = 1
    try:
        work(connection, graph, shared, bounds)
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Bounds(int(sys.argv[3]), int(sys.argv[4])))

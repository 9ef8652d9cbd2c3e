"""A process that answers one request after the other; it may be killed at any moment."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import traceback
from pathlib import Path

from ..errors import KgError
from ..store import load_local
from .jobs import JOBS
from .reply import Refused, Reply
from .wire import packed, receive
from .working import LARGE, LARGEST, Bounds, Desk, Served


def work(connection: socket.socket, graph: Path, shared: Served | None, bounds: Bounds) -> None:
    """Answer what comes over a socket until it is closed.

    Args:
        connection: to the server.
        graph: the file or archive.
        shared: the graph itself, where it was loaded before; an archive is opened here.
        bounds: what an answer may take; a query that needs more memory ends with its worker.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        desk = Desk(load_local(graph) if shared is None else shared, graph, bounds)
    except (KgError, OSError) as problem:
        connection.sendall(packed({"problem": str(problem)}))
        return
    _bound_memory(bounds.memory)
    connection.sendall(packed({"process": os.getpid()}))
    while (message := receive(connection)) is not None:
        head, _ = message
        reply = _reply(desk, head["job"], head["given"])
        told = {"status": reply.status, "type": reply.media_type, "headers": dict(reply.headers)}
        connection.sendall(packed(told, reply.body))


def _reply(desk: Desk, job: str, given: dict[str, object]) -> Reply:
    try:
        reply = JOBS[job](desk, given)
        most = LARGEST.get(job, LARGE)
        if len(reply.body) > most:
            raise Refused(413, f"This answer has more than {most // 1_000_000} megabytes. Ask for less.")
        return reply
    except Refused as refusal:
        return refusal.reply()
    except KgError as problem:
        return Refused(400, str(problem)).reply()
    except MemoryError:
        return Refused(503, "This needs more memory than one question may take. Ask for less.").reply()
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return Refused(500, "This is a mistake in kg serve; its terminal shows where.").reply()


def _bound_memory(more: int) -> None:
    """Allow so many bytes more than there are now; only Linux tells how much that is."""
    status = Path("/proc/self/status")
    if not status.exists():
        return
    sizes = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmData:")]
    if sizes:
        bound = int(sizes[0]) * 1024 + more
        resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))

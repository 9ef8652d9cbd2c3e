"""Starting the server and ending it."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress

from ..errors import ServeError
from .options import Options


def serve(options: Options) -> None:
    """Serve a graph until the process is told to end; print the address once it answers.

    Raises:
        ServeError: a library is missing, the graph cannot be loaded, or the port is taken.
    """
    if not hasattr(os, "fork"):
        raise ServeError("kg serve needs Linux or macOS: its workers are made by fork.")
    try:
        import starlette
        import uvicorn
    except ImportError as problem:
        raise ServeError(
            "kg serve needs starlette and uvicorn. Install them with: pip install 'kg[serve]'"
        ) from problem
    del starlette, uvicorn
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(options))


async def _run(options: Options) -> None:
    import uvicorn

    from .app import Site
    from .connections import Connection
    from .pool import Pool
    from .working import Bounds

    listening = _listening(options)
    bounds = Bounds(options.limit, options.memory * 2**20)
    pool = Pool(options.graph, bounds, timeout=options.timeout)
    try:
        await pool.start()
        app = Site(options, pool).app()
        config = uvicorn.Config(
            app,
            http=Connection,
            ws="none",
            log_level="error",
            access_log=False,
            server_header=False,
            lifespan="off",
        )
        name, port = listening.getsockname()[:2]
        where = f"[{name}]" if ":" in name else name
        print(f"http://{where}:{port}/ serves {options.graph}. Ctrl+C ends it.", flush=True)
        following = asyncio.create_task(pool.follow())
        await uvicorn.Server(config).serve(sockets=[listening])
        following.cancel()
    finally:
        pool.close()
        listening.close()


def _listening(options: Options) -> socket.socket:
    """The port, taken before anything else is done.

    Raises:
        ServeError: somebody else has it, or this machine has no such address.
    """
    try:
        family, kind, number, _, address = socket.getaddrinfo(
            options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        found = socket.socket(family, kind, number)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(1024)
    except OSError as problem:
        raise ServeError(
            f"{options.host} port {options.port} cannot be listened on: {problem.strerror or problem}. "
            "Choose another --port, or 0 for a free one."
        ) from problem
    return found

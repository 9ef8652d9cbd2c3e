"""A real Virtuoso for the tests: Debian's `virtuoso-opensource`, in a folder and on ports of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_SERVER, _CONSOLE = "virtuoso-t", "isql-vt"
_SECONDS_TO_START = 300.0  # seconds of the processor, more where others want it too
_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 10
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
AsyncQueueMaxThreads = 2
ThreadsPerQuery = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
MaxClientConnections = 10
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
[URIQA]
DefaultHost = 127.0.0.1:{http}
[SPARQL]
{limits}
"""


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A server that runs: its endpoint, and who may write to it."""

    url: str
    user: str = "dba"
    password: str = "dba"

    @property
    def environment(self) -> dict[str, str]:
        """What kg needs to know to write to it: its other addresses follow from that of the endpoint."""
        return {"KG_REMOTE_USER": self.user, "KG_REMOTE_PASSWORD": self.password}


def is_installed() -> bool:
    """Whether there is a Virtuoso to start."""
    return shutil.which(_SERVER) is not None


@contextmanager
def running(folder: Path, *, limits: str = "") -> Iterator[Virtuoso]:
    """A Virtuoso with an empty store, until the context is left.

    Args:
        folder: empty; for its files.
        limits: lines for the section [SPARQL] of its settings.
    """
    sql, http = _free_ports()
    settings = folder / "virtuoso.ini"
    settings.write_text(_SETTINGS.format(folder=folder, sql=sql, http=http, limits=limits), "utf-8")
    server = subprocess.Popen(
        [_SERVER, "+configfile", str(settings), "+foreground"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
    )
    url = f"http://127.0.0.1:{http}/sparql"
    try:
        _wait_for(url, server, folder)
        yield Virtuoso(url)
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            with urlopen(f"{url}?query=ASK%7B%7D", timeout=10):
                return
        except (URLError, OSError) as problem:
            if server.poll() is not None or time.monotonic() > until:
                log = folder / "virtuoso.log"
                words = log.read_text("utf-8", "replace")[-2000:] if log.exists() else "no log"
                raise RuntimeError(f"Virtuoso does not answer: {problem}\n{words}") from problem
        time.sleep(0.2)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]

"""Who may write an archive, and which snapshots are being read."""

from __future__ import annotations

import fcntl
import json
import os
import shlex
import socket
import sys
import time
from datetime import datetime
from pathlib import Path

from ...errors import StoreError

#: A reader that publishes what a crash left behind holds the lock for a moment.
_PATIENCE = 3.0


class WriterLock:
    """The right to write an archive: held by one process, given back by the system if that is killed."""

    def __init__(self, file: Path, *, patience: float = _PATIENCE) -> None:
        """Take the lock.

        Raises:
            StoreError: somebody else holds it; the message says who.
        """
        self._file = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        until = time.monotonic() + patience
        while not _locked(self._file, fcntl.LOCK_EX):
            if time.monotonic() > until:
                holder = _holder(self._file)
                os.close(self._file)
                raise StoreError(f"{file.parent} is being written by {holder}. Wait until it has ended.")
            time.sleep(0.05)
        words = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "command": shlex.join(sys.argv),
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, json.dumps(words).encode(), 0)

    def release(self) -> None:
        """Give the lock back."""
        os.ftruncate(self._file, 0)
        os.close(self._file)


def held(folder: Path) -> int | None:
    """A handle that keeps a folder from being cleared away; none if it is gone already."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    if _locked(handle, fcntl.LOCK_SH) and folder.exists():
        return handle
    os.close(handle)
    return None


def is_read(folder: Path) -> bool:
    """Whether anybody holds a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        return not _locked(handle, fcntl.LOCK_EX)
    finally:
        os.close(handle)


def _locked(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(handle: int) -> str:
    """Who holds the lock, as the holder wrote it down."""
    try:
        words = json.loads(os.pread(handle, 65536, 0))
        return f"process {words['pid']} on {words['host']} since {words['since']}: {words['command']}"
    except (ValueError, KeyError, TypeError):
        return "another process"

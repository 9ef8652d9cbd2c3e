"""Who may write an archive, and which snapshots are being read."""

from __future__ import annotations

import json
import os
import shlex
import socket
import sys
import time
from datetime import datetime
from pathlib import Path

from ...errors import StoreError


class WriterLock:
    """The right to write an archive: held by one process, given back by the system if that is killed."""

    def __init__(self, file: Path, *, wait: float) -> None:
        """Take the lock.

        Args:
            file: what is locked.
            wait: for so many seconds, if somebody else holds it.

        Raises:
            StoreError: somebody else holds it; the message says who.
        """
        self._file = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        until = time.monotonic() + wait
        while not _locked(self._file):
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
    if _locked(handle, shared=True) and folder.exists():
        return handle
    os.close(handle)
    return None


def is_read(folder: Path) -> bool:
    """Whether anybody holds a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        return not _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int, *, shared: bool = False) -> bool:
    """Whether a lock could be taken."""
    try:
        import fcntl
    except ImportError as problem:
        raise StoreError(
            "An archive needs the file locks of Linux or macOS. Build a file instead: -o news.ttl"
        ) from problem
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
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

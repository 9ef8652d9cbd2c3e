"""Snapshots of an archive: what readers open while a build writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox

from .locks import held, is_read
from .place import replaced

_TRIES = 20


def publish(inner: ox.Store, folder: Path) -> None:
    """Make a snapshot of what has been committed the one that is read; clear away those nobody reads.

    It costs no copying: RocksDB never changes a file that it has written, so a snapshot is a set of links.
    """
    folder.mkdir(exist_ok=True)
    for left_behind in folder.glob("[0-9]*.part"):
        shutil.rmtree(left_behind)
    name = str(1 + max((int(found.name) for found in _snapshots(folder)), default=0))
    part = folder / f"{name}.part"
    inner.backup(str(part))
    part.rename(folder / name)
    replaced(folder / "current", name)
    for old in _snapshots(folder):
        if old.name != name and not is_read(old):
            shutil.rmtree(old)


def current(folder: Path) -> tuple[ox.Store, int] | None:
    """The newest snapshot and a handle that keeps it there until it is closed; none if there is none yet."""
    for _ in range(_TRIES):
        try:
            newest = folder / (folder / "current").read_text("utf-8")
        except FileNotFoundError:
            return None
        # Between the two lines a writer may have published another and cleared this one away.
        if (handle := held(newest)) is not None:
            return ox.Store.read_only(str(newest)), handle
    return None


def _snapshots(folder: Path) -> list[Path]:
    return [found for found in folder.iterdir() if found.name.isdecimal()]

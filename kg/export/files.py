"""Writing a file so that nobody ever sees half of it."""

from __future__ import annotations

import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from ..errors import ExportError


@contextmanager
def replacing(path: str | Path, *, is_packed: bool = False) -> Iterator[IO[bytes]]:
    """A file to write, which is put at `path` in one step at the end, as gzip if it is to be packed.

    If anything goes wrong, an older file stays whole.

    Raises:
        ExportError: it cannot be written.
    """
    target = Path(path)
    if target.is_dir():
        raise ExportError(f"{target} is a folder. Give the name of a file.")
    with told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:64]}.", suffix=".part"
        )
        try:
            with os.fdopen(handle, "wb") as file:
                if is_packed:
                    with packing(file) as packed:
                        yield packed
                else:
                    yield file
            os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else rights(0o666))
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Errors of the disk as errors that a user can mend."""
    try:
        yield
    except OSError as problem:
        reason = problem.strerror or problem
        raise ExportError(f"{target} cannot be written: {reason}. Choose another place.") from problem


def packing(file: IO[bytes]) -> IO[bytes]:
    """A file that writes gzip into another: the same bytes at any hour and under any name."""
    packed = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0)
    return cast("IO[bytes]", packed)


def ending(path: str | Path) -> tuple[str, bool]:
    """What tells the format, and whether the file is packed: ``(".ttl", True)`` of ``news.ttl.gz``."""
    name = Path(path).name.lower()
    is_packed = name.endswith(".gz")
    return Path(name.removesuffix(".gz")).suffix, is_packed


def rights(most: int) -> int:
    """The rights that whatever is new gets, of those that it may have at most."""
    mask = os.umask(0)
    os.umask(mask)
    return most & ~mask

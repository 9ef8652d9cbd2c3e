"""Writing a file so that nobody ever sees half of it."""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

from ..errors import ExportError


def replace_file(path: str | Path, content: bytes) -> None:
    """Put `content` at `path` in one step; if anything goes wrong, an older file stays whole."""
    target = Path(path)
    if target.is_dir():
        raise ExportError(f"{target} is a folder. Give the name of a file.")
    temporary = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:64]}.", suffix=".part"
        )
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except OSError as problem:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = problem.strerror or problem
        raise ExportError(f"{target} cannot be written: {reason}. Choose another place.") from problem


def packed(content: bytes) -> bytes:
    """The content as gzip, the same bytes at any hour."""
    return gzip.compress(content, mtime=0)


def ending(path: str | Path) -> tuple[str, bool]:
    """What tells the format, and whether the file is packed: ``(".ttl", True)`` of ``news.ttl.gz``."""
    name = Path(path).name.lower()
    is_packed = name.endswith(".gz")
    return Path(name.removesuffix(".gz")).suffix, is_packed


def _mode(target: Path) -> int:
    """The rights the older file had, or those any new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""The folder of an archive: what lies in it, and how one is told from any other folder."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from ...errors import StoreError

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one archive."""

    folder: Path

    @property
    def marker(self) -> Path:
        """What makes the folder an archive: the version of its layout and the base of its IRIs."""
        return self.folder / "kg-archive.json"

    @property
    def lock(self) -> Path:
        """Held by whoever writes."""
        return self.folder / "lock"

    @property
    def written(self) -> Path:
        """The graph that a build writes; nobody else opens it."""
        return self.folder / "written"

    @property
    def snapshots(self) -> Path:
        """What readers open: copies that are never changed, made of links to the same files."""
        return self.folder / "snapshots"

    @property
    def unpublished(self) -> Path:
        """There while `written` holds more than the newest snapshot."""
        return self.folder / "unpublished"

    @property
    def sentences(self) -> Path:
        """The index of words."""
        return self.folder / "sentences.sqlite"

    def base(self) -> str:
        """What the IRIs of the archive's data begin with.

        Raises:
            StoreError: this is no archive.
        """
        try:
            found = json.loads(self.marker.read_text("utf-8"))
            format, base = found["format"], str(found["base"])
        except FileNotFoundError:
            reason = "is a folder that kg build did not make" if self.folder.exists() else "does not exist"
            raise StoreError(
                f"{self.folder} {reason}. Write it with: kg build ARTICLES -o {self.folder}/"
            ) from None
        except NotADirectoryError:
            raise StoreError(f"{self.folder} is a file. Give the folder of an archive.") from None
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise StoreError(f"{self.marker} cannot be read: {problem}. Build the archive anew.") from problem
        if format != _FORMAT:
            raise StoreError(
                f"{self.folder} was written by another version of kg (format {format}, not {_FORMAT}). "
                "Build the archive anew."
            )
        return base

    def made(self, base: str) -> None:
        """Make the folder an archive, unless it is one; of the same base.

        Raises:
            StoreError: it holds other things, or its base is another.
        """
        if self.marker.exists():
            if (before := self.base()) != base:
                raise StoreError(f"{self.folder} has IRIs that begin with {before}. Give --base {before}")
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if any(file != _part(self.marker) for file in self.folder.iterdir()):
                raise StoreError(
                    f"{self.folder} is a folder that holds other things. Name an empty or a new one."
                )
            replaced(self.marker, json.dumps({"format": _FORMAT, "base": base}) + "\n")
        except OSError as problem:
            raise StoreError(
                f"{self.folder} cannot be made an archive: {problem.strerror}. Choose another place."
            ) from problem


def replaced(file: Path, text: str) -> None:
    """Write a small file so that nobody ever sees half of it."""
    part = _part(file)
    part.write_text(text, "utf-8")
    os.replace(part, file)


def _part(file: Path) -> Path:
    return file.with_name(f".{file.name}.part")

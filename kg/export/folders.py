"""Writing a folder of files so that an older one is not lost, nor anything that somebody else put into it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ..errors import ExportError
from .files import replacing, rights, told

#: Lists what an export wrote, so that the next one knows what is its own.
_LIST = ".kg-export.json"
#: Zip files know no earlier day.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """An empty folder to write files into, which are put at `path` at the end.

    A folder that an export wrote before gets the new files one by one and loses those that are no more; what
    else is in it stays. If anything goes wrong before, it stays as it was.

    Raises:
        ExportError: there is a folder with other things, or it cannot be written.
    """
    before = _listed(path)
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:64]}.", suffix=".part"))
        try:
            yield part
            names = _names(part)
            if foreign := [name for name in names if name not in before and (path / name).exists()]:
                raise ExportError(f"{path / foreign[0]} is not from kg. Move it, or choose another folder.")
            (part / _LIST).write_text(json.dumps(names, ensure_ascii=False, indent=0), "utf-8")
            part.chmod(rights(0o777))
            if not before:
                if path.exists():
                    path.rmdir()
                part.rename(path)
                return
            for name in (*names, _LIST):
                (path / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(part / name, path / name)
            for name in before - {*names, _LIST}:
                (path / name).unlink(missing_ok=True)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def zipping(path: Path) -> Iterator[Path]:
    """An empty folder to write files into, which become a zip file: the same files the same bytes."""
    with replacing(path) as file, tempfile.TemporaryDirectory(dir=path.parent) as name:
        folder = Path(name)
        yield folder
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for inner in _names(folder):
                info = zipfile.ZipInfo(inner, _NO_DAY)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                with (folder / inner).open("rb") as plain, packed.open(info, "w") as written:
                    shutil.copyfileobj(plain, written)


def _listed(path: Path) -> set[str]:
    """The files that an export wrote into a folder before; none if the folder is new or empty."""
    if not path.exists():
        return set()
    if not path.is_dir():
        raise ExportError(f"{path} is a file. Give the name of a folder, or one that ends in .zip.")
    if not any(path.iterdir()):
        return set()
    try:
        found = [str(name) for name in json.loads((path / _LIST).read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        raise ExportError(
            f"{path} is a folder that holds other things. Name an empty or a new one."
        ) from None
    # Whoever gave us the folder may have written the list.
    return {name for name in found if _is_inside(PurePosixPath(name))} | {_LIST}


def _is_inside(name: PurePosixPath) -> bool:
    return not name.is_absolute() and ".." not in name.parts


def _names(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in files)

"""Reading RDF files into a store, with one clear line where that fails."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from ..errors import StoreError
from ..export.files import ending
from ..export.rdf import RDF_FORMATS


def loaded(path: str | Path) -> ox.Store:
    """The graph that a file holds. Nothing is fetched: a JSON-LD context must stand in the file itself."""
    file = Path(path)
    name, is_packed = ending(file)
    format = RDF_FORMATS.get(name)
    if file.is_dir():
        raise StoreError(f"{file} is a folder. Give a file that kg build wrote.")
    if not file.exists():
        raise StoreError(f"{file} does not exist. Write it with: kg build ARTICLES -o {file}")
    if format is None:
        raise StoreError(f"{file}: no graph ends in {name or 'nothing'!r}. Known: {', '.join(RDF_FORMATS)}.")
    store = ox.Store()
    try:
        with _opened(file, is_packed) as content:
            store.load(input=content, format=format)
    except (SyntaxError, OSError, EOFError, zlib.error) as problem:
        raise StoreError(f"{file}{_line(problem)}: {_reason(problem, format)}") from problem
    return store


def _opened(file: Path, is_packed: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(file, "rb")) if is_packed else file.open("rb")


def _line(problem: Exception) -> str:
    line = getattr(problem, "lineno", None)
    return f":{line}" if line else ""


def _reason(problem: Exception, format: ox.RdfFormat) -> str:
    words = " ".join(
        str(getattr(problem, "msg", None) or getattr(problem, "strerror", None) or problem).split()
    )
    if "LoadDocumentCallback" in words:
        return "its @context is on the network, which is not fetched. Write the context into the file."
    if isinstance(problem, gzip.BadGzipFile | EOFError | zlib.error):
        return "this is no whole gzip file. Pack it again, or take .gz off its name."
    if isinstance(problem, SyntaxError):
        return f"this is no {format.name}: {words[:300]}. Mend that line or write the file anew."
    return f"it cannot be read: {words[:300]}. See who may read it."

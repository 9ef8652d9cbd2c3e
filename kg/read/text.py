"""Plain text: the whole file is the article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import ReadError
from ..model import Article


def read_text(file: Path, text: str) -> Iterator[Article | ReadError]:
    """Yield the one article that a text file is, named after the file."""
    yield Article(text, id=file.stem)

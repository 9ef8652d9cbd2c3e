"""Files as articles: plain text, Markdown with front matter, JSON lines, and folders of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from os import PathLike
from pathlib import Path

from ..errors import ReadError
from ..model import Article
from .fields import LONGEST_PARAGRAPH, problem
from .json_lines import read_json_lines
from .markdown import read_markdown
from .text import read_text

__all__ = ["LONGEST_PARAGRAPH", "articles", "count", "problem"]


def articles(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> Iterator[Article | ReadError]:
    """Yield the articles of files, folders and glob patterns in a fixed order, and the error of each bad one.

    An error is a value here, so that one bad file does not keep the others from being read.
    """
    given = [paths] if isinstance(paths, str | PathLike) else paths
    seen: set[Path] = set()
    for path in given:
        for file in _files(path):
            if isinstance(file, ReadError):
                yield file
            elif (real := file.resolve()) not in seen:
                seen.add(real)
                yield from _read(file)


def count(paths: Iterable[str | PathLike[str]]) -> int:
    """About how many articles files, folders and patterns hold, unread: to tell the time left."""
    files = {file for path in paths for file in _files(path) if isinstance(file, Path)}
    return sum(_lines(file) if file.suffix.lower() == ".jsonl" else 1 for file in files)


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as content:
            return sum(1 for _ in content)
    except OSError:
        return 1


def _files(path: str | PathLike[str]) -> Iterator[Path | ReadError]:
    """The files that a path stands for, sorted."""
    place = Path(path)
    if place.is_dir():
        yield from _inside(place)
    elif place.exists():
        yield place
    elif has_magic(str(path)):
        matching = sorted(Path(found) for found in glob(str(path), recursive=True))
        if not matching:
            yield ReadError(f"{path} matches no file. Quote the pattern or mend it.")
        for found in matching:
            yield from _inside(found) if found.is_dir() else [found]
    else:
        yield ReadError(f"{place} does not exist. Check the path.")


def _inside(folder: Path) -> Iterator[Path | ReadError]:
    """The articles of a folder and the folders in it, sorted."""
    inside = sorted(file for file in folder.rglob("*") if _is_wanted(file, folder))
    if not inside:
        yield ReadError(f"{folder} holds no article. Known endings: {', '.join(FORMATS)}.")
    yield from inside


def _is_wanted(file: Path, folder: Path) -> bool:
    """Whether a file found in a folder is an article: of a known format, and not hidden."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in FORMATS and not hidden and file.is_file()


def _read(file: Path) -> Iterator[Article | ReadError]:
    """What one file holds."""
    reader = FORMATS.get(file.suffix.lower())
    if reader is None:
        ending = repr(file.suffix) if file.suffix else "nothing"
        yield ReadError(f"{file}: no kind of article ends in {ending}. Known endings: {', '.join(FORMATS)}.")
        return
    try:
        text = _text(file)
    except ReadError as problem:
        yield problem
        return
    yield from reader(file, text)


def _text(file: Path) -> str:
    """The characters of a file, line ends and all; only the mark of UTF-8 at the start is taken off."""
    try:
        content = file.read_bytes()
    except OSError as problem:
        raise ReadError(
            f"{file} cannot be read: {problem.strerror or problem}. See who may read it."
        ) from problem
    if b"\0" in content:
        raise ReadError(f"{file} is not text: it has a zero byte. Save the article as UTF-8 text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise ReadError(f"{file}:{line} is not UTF-8. Save the file with that encoding.") from problem
    if not text.strip():
        raise ReadError(f"{file} is empty. Put an article into it or remove it.")
    return text


#: What reads a file's text, by file ending.
FORMATS: dict[str, Callable[[Path, str], Iterator[Article | ReadError]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".jsonl": read_json_lines,
}

"""Markdown with YAML front matter: what the source says between two lines of dashes, then the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..errors import ReadError
from ..model import Article
from .fields import article

_END = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_START = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")


def read_markdown(file: Path, text: str) -> Iterator[Article | ReadError]:
    """Yield the one article of a Markdown file: every character after the line that ends the front matter."""
    try:
        front, body = _split(file, text)
        yield article(body, front, where=str(file), id=file.stem)
    except ReadError as problem:
        yield problem


def _split(file: Path, text: str) -> tuple[dict[object, object], str]:
    start = _START.match(text)
    if start is None:
        return {}, text
    end = _END.search(text, start.end())
    if end is None:
        raise ReadError(f"{file}:1: the front matter has no end. Close it with a line of three dashes.")
    return _front_matter(file, text[start.end() : end.start()]), text[end.end() :]


def _front_matter(file: Path, source: str) -> dict[object, object]:
    try:
        front = yaml.safe_load(source)
    except yaml.YAMLError as problem:
        raise ReadError(
            f"{file}:{_line(problem)}: broken YAML: {_reason(problem)}. Mend that line."
        ) from problem
    except (ValueError, RecursionError, OverflowError) as problem:
        # A date such as 2025-02-30, or brackets nested by the thousand.
        raise ReadError(
            f"{file}:2: broken YAML: {_one_line(problem)}. Mend that value or quote it."
        ) from problem
    if front is None:
        return {}
    if not isinstance(front, dict):
        raise ReadError(f"{file}:2: the front matter names no fields. Write lines such as title: …")
    return front


def _line(problem: yaml.YAMLError) -> int:
    """The line of the file; front matter starts in its second."""
    mark = getattr(problem, "problem_mark", None)
    return 2 + (mark.line if mark is not None else 0)


def _reason(problem: yaml.YAMLError) -> str:
    return _one_line(getattr(problem, "problem", None) or getattr(problem, "reason", None) or problem)


def _one_line(problem: object) -> str:
    return " ".join(str(problem).split())

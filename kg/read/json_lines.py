"""JSON lines: one article per line, with `id`, `text` and perhaps `title`, `date`, `url`, `publisher`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..errors import ReadError
from ..model import Article
from .fields import article


def read_json_lines(file: Path, text: str) -> Iterator[Article | ReadError]:
    """Yield one article, or one error, per line that is not blank."""
    # Not splitlines(): JSON may hold U+2028 and its kin as they are, and only "\n" ends a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _article(line, f"{file}:{number}")
            except ReadError as problem:
                yield problem


def _article(line: str, where: str) -> Article:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as problem:
        reason = getattr(problem, "msg", None) or "it is nested too deep or has too long a number"
        raise ReadError(f"{where}: broken JSON: {reason}. Mend that line; the others are read.") from problem
    if not isinstance(record, dict):
        raise ReadError(f'{where}: this is no JSON object. Write {{"id": "…", "text": "…"}}.')
    for name in ("id", "text"):
        if record.get(name) is None:
            raise ReadError(f"{where} has no {name!r}. Every line needs an id and a text.")
    if not isinstance(record["text"], str):
        raise ReadError(f"{where}: 'text' is not text. Put it in quotation marks.")
    return article(record["text"], record, where=where, id="")

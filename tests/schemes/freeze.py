"""Write the gold parses as Doc JSON: ``python -m tests.schemes.freeze``, after an edit of sentences.conll."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from ..by_hand import VOCAB
from .table import SCHEMES, Scheme, docs

FOLDER = Path(__file__).resolve().parent


def as_json(scheme: Scheme) -> list[dict[str, Any]]:
    """What belongs into the file of a scheme."""
    return [doc.to_json() for doc in docs(scheme)]


def stored(scheme: Scheme) -> list[Doc]:
    """The Docs that the file of a scheme holds."""
    return [Doc(VOCAB).from_json(item) for item in json.loads(_file(scheme).read_text("utf-8"))]


def stored_json(scheme: Scheme) -> list[dict[str, Any]]:
    """What the file of a scheme holds."""
    found: list[dict[str, Any]] = json.loads(_file(scheme).read_text("utf-8"))
    return found


def write() -> None:
    """Write both files, one sentence a line."""
    for scheme in SCHEMES:
        lines = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in as_json(scheme)]
        _file(scheme).write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def _file(scheme: Scheme) -> Path:
    return FOLDER / f"{scheme}.json"


if __name__ == "__main__":
    write()

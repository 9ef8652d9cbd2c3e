"""The versions of everything but the article that decides its graph, in one short text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from os import PathLike
from pathlib import Path

from . import resources
from .decisions import Decisions
from .errors import PipelineError


def versions(
    *, pipeline: str | None, gazetteer: Iterable[str | PathLike[str]], decisions: Decisions, base: str
) -> str:
    """What changes when the program, the ontology, the gazetteer, the pipeline, a decision or the base does.

    Raises:
        PipelineError: there is no such pipeline.
    """
    parts = (
        _shipped(),
        _of_files(_files(_pipeline_folder(pipeline))),
        # In the order of their content: the order in which files are given does not matter.
        *sorted(_of_files([Path(file)]) for file in gazetteer),
        repr(decisions.lines),
        base,
    )
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def _shipped() -> str:
    """Of the program, the ontology and the gazetteer that comes with it."""
    package = Path(__file__).parent
    program = sorted(package.rglob("*.py"))
    return _of_files([*program, *_files(resources.ONTOLOGY), *_files(resources.GAZETTEER)])


def _pipeline_folder(name: str | None) -> Path:
    if name is None:
        return resources.PIPELINE
    if Path(name).exists():
        return Path(name)
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    if spec is None or spec.origin is None:
        raise PipelineError(
            f"No spaCy pipeline {name!r}: give a package name or a folder. "
            "A package must be installed first: python -m spacy download NAME."
        )
    return Path(spec.origin).parent


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)


def _of_files(files: Iterable[Path]) -> str:
    digest = sha256()
    for file in files:
        digest.update(f"{file.name}\n{sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()

"""The files of knowledge that a user adds to what ships with kg: Turtle, Popolo JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from os import PathLike
from pathlib import Path

from .. import ontology
from ..errors import GazetteerError
from . import csv_file, popolo, turtle
from .joining import Classes, joined
from .values import Gazetteer

#: What each file ending is read as.
FORMATS = {".ttl": "Turtle", ".json": "Popolo", ".csv": "CSV", ".tsv": "CSV"}


def extended(paths: Iterable[str | PathLike[str]]) -> Gazetteer:
    """What ships with kg and what the files say; in whatever order the files are given.

    Raises:
        GazetteerError: a file cannot be followed; the message names it, the line and the cure.
        OntologyError: a Turtle file cannot be followed.
    """
    files = tuple(sorted({Path(path).resolve() for path in paths}))
    return _extended(files, tuple(_version(path) for path in files)) if files else turtle.load()


def _version(path: Path) -> tuple[int, int]:
    """What changes when a file does.

    Raises:
        GazetteerError: there is no such file, or its ending names no format.
    """
    if path.suffix.lower() not in FORMATS:
        raise GazetteerError(f"{path}: people to know are read from {', '.join(FORMATS)}. Give one of these.")
    try:
        found = path.stat()
    except OSError as error:
        raise GazetteerError(f"{path}: {error.strerror}. Name a file that is there.") from error
    if not path.is_file():
        raise GazetteerError(f"{path}: no file. Name the files in it one by one.")
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _extended(paths: tuple[Path, ...], _versions: tuple[tuple[int, int], ...]) -> Gazetteer:
    of_format = {kind: [p for p in paths if FORMATS[p.suffix.lower()] == kind] for kind in FORMATS.values()}
    classes = ontology.load().classes
    found = turtle.load()
    for path in of_format["Turtle"]:
        found = joined(found, _own_turtle(path, classes), classes, one_key=True)
    if of_format["Popolo"]:
        found = joined(found, popolo.read(of_format["Popolo"]), classes)
    if of_format["CSV"]:
        found = joined(found, csv_file.read(of_format["CSV"], classes), classes)
    return found


def _own_turtle(path: Path, classes: Classes) -> Gazetteer:
    """A user's Turtle, with classes that the ontology has."""
    found = turtle.read([path])
    for known in found.known.values():
        if known.cls not in classes:
            raise GazetteerError(
                f"{path}: ent:{known.key} has the class kg:{known.cls}, which the ontology does not know. "
                "Give it kg:Person, kg:Organisation, kg:Place or a class below them."
            )
    if not (found.known or found.posts or found.words.head_nouns or found.words.honorifics):
        raise GazetteerError(f"{path}: describes nobody. Call people, bodies, places and posts ent:….")
    return found

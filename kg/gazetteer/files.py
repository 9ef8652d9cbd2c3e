"""The files of knowledge that a user adds to what ships with kg: Turtle, Popolo JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from os import PathLike
from pathlib import Path

from .. import ontology
from ..errors import GazetteerError, KgError
from . import csv_file, popolo, turtle
from .joining import Classes, joined
from .passed_over import other_items, passed_over, unknown_posts
from .problems import Report, refuse
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


def inspected(
    paths: Iterable[str | PathLike[str]], report: Report
) -> tuple[tuple[Gazetteer, ...], Gazetteer]:
    """What files of people say as far as they can be followed: each by itself, and all joined to what ships.

    Args:
        paths: the files.
        report: told of each problem, also of what would only be passed over when articles are read.
    """
    files: list[Path] = []
    for path in sorted({Path(path).resolve() for path in paths}):
        try:
            _version(path)
        except GazetteerError as error:
            report(error)
        else:
            files.append(path)
    classes = ontology.load().classes
    read = list(_read(files, classes, report))
    found, together = tuple(gazetteer for _, gazetteer in read), turtle.load()
    for kind, gazetteer in read:
        together = joined(together, gazetteer, classes, one_key=kind == "Turtle")
    posts = {*turtle.load().posts, *(post for gazetteer in found for post in gazetteer.posts)}
    passed_over([path for path in files if FORMATS[path.suffix.lower()] == "Popolo"], report)
    for number, gazetteer in enumerate(found):
        unknown_posts(gazetteer, posts, report)
        for before in (turtle.load(), *found[:number]):
            other_items(gazetteer, before, report)
    return found, together


@lru_cache(maxsize=4)
def _extended(paths: tuple[Path, ...], _versions: tuple[tuple[int, int], ...]) -> Gazetteer:
    classes = ontology.load().classes
    found = turtle.load()
    for kind, read in _read(paths, classes, refuse):
        found = joined(found, read, classes, one_key=kind == "Turtle")
    return found


def _read(paths: Iterable[Path], classes: Classes, report: Report) -> Iterator[tuple[str, Gazetteer]]:
    """What the files say, format by format: each Turtle file for itself, all others of a format as one."""
    of_format = {kind: [p for p in paths if FORMATS[p.suffix.lower()] == kind] for kind in FORMATS.values()}
    for path in of_format["Turtle"]:
        yield "Turtle", _own_turtle(path, classes, report)
    if of_format["Popolo"]:
        yield "Popolo", popolo.read(of_format["Popolo"], report)
    if of_format["CSV"]:
        yield "CSV", csv_file.read(of_format["CSV"], classes, report)


def _own_turtle(path: Path, classes: Classes, report: Report) -> Gazetteer:
    """A user's Turtle, with classes that the ontology has."""
    told: list[KgError] = []

    def note(problem: KgError) -> None:
        told.append(problem)
        report(problem)

    found = turtle.read([path], report=note)
    for known in found.known.values():
        if known.cls not in classes:
            note(
                GazetteerError(
                    f"{path}: ent:{known.key} has the class kg:{known.cls}, which the ontology does not "
                    "know. Give it kg:Person, kg:Organisation, kg:Place or a class below them."
                )
            )
    if not (found.known or found.posts or found.words.head_nouns or found.words.honorifics or told):
        report(GazetteerError(f"{path}: describes nobody. Call people, bodies, places and posts ent:…."))
    return found

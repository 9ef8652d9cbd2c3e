"""Popolo JSON files -> their people, bodies, posts and memberships as they stand, put together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import GazetteerError
from .problems import Report, refuse

#: One entry of a Popolo file.
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Popolo:
    """Popolo entries of one kind or several files, by id where they have one."""

    persons: dict[str, list[Item]] = field(default_factory=dict)
    """Id -> every entry with this id: one file may name a person, another tell more."""
    organizations: dict[str, list[Item]] = field(default_factory=dict)
    posts: dict[str, list[Item]] = field(default_factory=dict)
    areas: dict[str, list[Item]] = field(default_factory=dict)
    events: dict[str, list[Item]] = field(default_factory=dict)
    memberships: list[Item] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    """Id of a person or body -> the name of the file that has it first."""
    redirects: dict[str, str] = field(default_factory=dict)
    """Id of a person that was given up -> the id that took its place."""

    def person(self, identifier: str) -> str:
        """The id that a person has now."""
        seen = {identifier}
        while (following := self.redirects.get(identifier)) is not None and following not in seen:
            identifier = following
            seen.add(identifier)
        return identifier


_IDENTIFIED = ("persons", "organizations", "posts", "areas", "events")


def read_files(paths: Iterable[Path], report: Report = refuse) -> Popolo:
    """Read Popolo files as one: the memberships of a file may be those of another file's people.

    Args:
        paths: the files.
        report: what is done about a file or an entry that cannot be followed.

    Raises:
        GazetteerError: a file is not Popolo JSON; the message names it, the place and the cure.
    """
    popolo = Popolo()
    for path in paths:
        try:
            found = read_object(path)
        except GazetteerError as error:
            report(error)
            continue
        for kind in _IDENTIFIED:
            entries: dict[str, list[Item]] = getattr(popolo, kind)
            for number, item in entries_of(found, kind, path, report):
                identifier = _identifier(item)
                if not identifier and kind not in ("areas", "events"):
                    report(GazetteerError(f'{path}: {kind}[{number}] has no "id". Give it one of its own.'))
                if kind == "persons" and isinstance(item.get("redirect"), str):
                    popolo.redirects[identifier] = item["redirect"]
                elif identifier:
                    entries.setdefault(identifier, []).append(item)
                    popolo.sources.setdefault(identifier, path.name)
        popolo.memberships.extend(item for _, item in entries_of(found, "memberships", path, report))
        popolo.memberships.extend(
            {**membership, "person_id": person["id"]}
            for person in _persons(found)
            for membership in _nested(person)
        )
    return popolo


def _persons(found: Item) -> list[Item]:
    """The people of a file with an id; of the others it has been told already."""
    items = found.get("persons")
    people = items if isinstance(items, list) else []
    return [item for item in people if isinstance(item, dict) and _identifier(item)]


def _nested(person: Item) -> list[Item]:
    found = person.get("memberships")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def read_object(path: Path) -> Item:
    """The object that a Popolo file is.

    Raises:
        GazetteerError: it is none.
    """
    try:
        found = json.loads(path.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise GazetteerError(f"{path}, line {error.lineno}: {error.msg}. Mend the JSON.") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    except RecursionError as error:
        raise GazetteerError(f"{path}: nested too deep to be Popolo JSON.") from error
    kinds = (*_IDENTIFIED, "memberships")
    if not isinstance(found, dict) or not any(kind in found for kind in kinds):
        raise GazetteerError(
            f"{path}: no Popolo JSON. It must be an object with lists such as "
            '"persons", "organizations", "posts" and "memberships".'
        )
    return found


def entries_of(found: Item, kind: str, path: Path, report: Report) -> Iterator[tuple[int, Item]]:
    """The entries of one kind with their numbers, those that are objects."""
    items = found.get(kind)
    if items is None:
        return
    if not isinstance(items, list):
        report(GazetteerError(f'{path}: "{kind}" is no list. Make it one.'))
        return
    for number, item in enumerate(items):
        if isinstance(item, dict):
            yield number, item
        else:
            report(GazetteerError(f"{path}: {kind}[{number}] is no object. Make it one."))


def _identifier(item: Item) -> str:
    """The id of an entry; empty where it has none."""
    found = item.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        found = str(found)
    return found if isinstance(found, str) and found.strip() else ""


def text(item: Item, *fields: str) -> str:
    """The first of some fields that holds words, in one line; empty where none does."""
    for name in fields:
        found = item.get(name)
        if isinstance(found, str) and found.strip():
            return " ".join(found.split())
    return ""

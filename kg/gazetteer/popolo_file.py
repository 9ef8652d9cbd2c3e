"""Popolo JSON files -> their people, bodies, posts and memberships as they stand, put together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import GazetteerError

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


def read_files(paths: Iterable[Path]) -> Popolo:
    """Read Popolo files as one: the memberships of a file may be those of another file's people.

    Raises:
        GazetteerError: a file is not Popolo JSON; the message names it, the place and the cure.
    """
    popolo = Popolo()
    for path in paths:
        found = _object(path)
        for kind in _IDENTIFIED:
            entries: dict[str, list[Item]] = getattr(popolo, kind)
            for number, item in enumerate(_items(found, kind, path)):
                identifier = _identifier(item, f"{path}: {kind}[{number}]", sure=kind in ("areas", "events"))
                if kind == "persons" and isinstance(item.get("redirect"), str):
                    popolo.redirects[identifier] = item["redirect"]
                elif identifier:
                    entries.setdefault(identifier, []).append(item)
                    popolo.sources.setdefault(identifier, path.name)
        popolo.memberships.extend(_items(found, "memberships", path))
        popolo.memberships.extend(
            {**membership, "person_id": person["id"]}
            for person in _items(found, "persons", path)
            for membership in _nested(person)
        )
    return popolo


def _nested(person: Item) -> list[Item]:
    found = person.get("memberships")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _object(path: Path) -> Item:
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


def _items(found: Item, kind: str, path: Path) -> list[Item]:
    items = found.get(kind)
    if items is None:
        return []
    if not isinstance(items, list):
        raise GazetteerError(f'{path}: "{kind}" is no list. Make it one.')
    for number, item in enumerate(items):
        if not isinstance(item, dict):
            raise GazetteerError(f"{path}: {kind}[{number}] is no object. Make it one.")
    return items


def _identifier(item: Item, where: str, *, sure: bool) -> str:
    """The id of an entry; an entry that nothing else depends on (`sure`) may go without."""
    found = item.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        found = str(found)
    if isinstance(found, str) and found.strip():
        return found
    if sure:
        return ""
    raise GazetteerError(f'{where} has no "id". Give it one of its own.')


def text(item: Item, *fields: str) -> str:
    """The first of some fields that holds words, in one line; empty where none does."""
    for name in fields:
        found = item.get(name)
        if isinstance(found, str) and found.strip():
            return " ".join(found.split())
    return ""

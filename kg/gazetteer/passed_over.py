"""What is passed over in silence when people are read, and is most often a slip: `kg check` tells of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from ..errors import GazetteerError, KgError
from .popolo_file import Item, Popolo, entries_of, read_files, read_object, text
from .problems import Report
from .values import Gazetteer
from .wikidata import wikidata

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def passed_over(paths: Iterable[Path], report: Report) -> None:
    """Report the memberships of nobody, and the posts, dates and items that are none, in Popolo files.

    Args:
        paths: the files, read as one: the people of a membership may be in another of them.
        report: told of each.
    """
    files = list(paths)
    popolo = read_files(files, _ignore)
    for path in files:
        with suppress(GazetteerError):  # told already when it was read
            found = read_object(path)
            for number, item in entries_of(found, "memberships", path, _ignore):
                for problem in _membership(item, popolo):
                    report(GazetteerError(f"{path}: memberships[{number}] {problem}"))
            for kind in ("persons", "organizations"):
                for number, item in entries_of(found, kind, path, _ignore):
                    for problem in _items(item):
                        report(GazetteerError(f"{path}: {kind}[{number}] {problem}"))


def unknown_posts(gazetteer: Gazetteer, posts: Collection[str], report: Report) -> None:
    """Report the terms in posts that no file describes."""
    for tenure in gazetteer.tenures:
        if tenure.post not in posts:
            known = gazetteer.known.get(tenure.person)
            where = f"{known.source}: " if known else ""
            report(
                GazetteerError(
                    f"{where}ent:{tenure.person} has a term in ent:{tenure.post}, which no file describes. "
                    "Describe it as a kg:Post, or mend its name."
                )
            )


def other_items(gazetteer: Gazetteer, before: Gazetteer, report: Report) -> None:
    """Report the entries whose Wikidata item is that of somebody known under other names only."""
    owners = {iri: known for known in before.known.values() for iri in known.same_as}
    for known in gazetteer.known.values():
        for iri in known.same_as:
            owner = owners.get(iri)
            names = {known.label, *known.all_names}
            if owner is None or not names.isdisjoint(
                {owner.label, *owner.all_names, *owner.shared, *owner.adjectives}
            ):
                continue
            report(
                GazetteerError(
                    f"{known.source}: {known.label} has the item {iri.rsplit('/', 1)[-1]}, which is that of "
                    f"{owner.label}. Mend the item, or add the name {owner.label!r} if they are one."
                )
            )


def _ignore(problem: KgError) -> None:
    """Pass over what has been told of already."""


def _membership(item: Item, popolo: Popolo) -> Iterator[str]:
    person, post = text(item, "person_id"), text(item, "post_id")
    if not person:
        yield 'has no "person_id". Say whose it is.'
    elif popolo.person(person) not in popolo.persons:
        yield f"is that of {person!r}, whom no file has. Mend the id, or give the file that has them too."
    if post and post not in popolo.posts:
        yield f"is in the post {post!r}, which no file has. Mend the id, or give the file that has it too."
    dates = [text(item, name) for name in ("start_date", "end_date")]
    for date in dates:
        if date and not _DATE.fullmatch(date):
            yield f"has the date {date!r}. Write it as 2025-01-31, 2025-01 or 2025."
    if all(_DATE.fullmatch(date) for date in dates) and dates[1] < dates[0][: len(dates[1])]:
        yield f"ends on {dates[1]}, before it begins on {dates[0]}. Mend one of them."


def _items(item: Item) -> Iterator[str]:
    identifiers = item.get("identifiers")
    for identifier in identifiers if isinstance(identifiers, list) else ():
        if isinstance(identifier, dict) and text(identifier, "scheme").lower() == "wikidata":
            given = text(identifier, "identifier")
            if wikidata(given) is None:
                yield f"has {given!r} for its Wikidata item. Give one like Q42, or leave it out."

"""Popolo JSON -> Gazetteer: the format of EveryPolitician and of parlparse's people.json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from ..errors import GazetteerError
from .keys import id_key
from .popolo_file import Item, Popolo, read_files, text
from .popolo_names import PersonNames, person_names
from .popolo_posts import parties, posts_and_tenures
from .problems import Report, refuse
from .values import WIKIDATA, Gazetteer, Known, Words
from .wikidata import wikidata

#: What Popolo calls a kind of body -> class.
_CLASSES = {
    "party": "PoliticalParty",
    "legislature": "Legislature",
    "chamber": "Legislature",
    "committee": "Committee",
    "department": "GovernmentDepartment",
    "government": "Government",
    "council": "Council",
}
_GENDERS = {"male": "Male", "female": "Female"}


def read(paths: Iterable[Path], report: Report = refuse) -> Gazetteer:
    """Read Popolo files as one.

    Args:
        paths: the files.
        report: what is done about an entry that cannot be followed.

    Raises:
        GazetteerError: a file is not Popolo JSON, a person has no name, or two people have one id.
    """
    popolo = read_files(paths, report)
    party_of = parties(popolo)
    posts, tenures = posts_and_tenures(popolo)
    known: list[Known] = []
    for identifier, entries in popolo.persons.items():
        try:
            known.append(_person(identifier, entries, party_of.get(identifier, ()), popolo))
        except GazetteerError as error:
            report(error)
    known += [body for i, entries in popolo.organizations.items() for body in _body(i, entries, popolo)]
    return Gazetteer({k.key: k for k in known}, posts, tuple(tenures), Words())


def _person(identifier: str, entries: list[Item], member_of: tuple[str, ...], popolo: Popolo) -> Known:
    called = person_names(entries)
    source = popolo.sources[identifier]
    if not called.label:
        raise GazetteerError(
            f'{source}: person {identifier!r} has no name. Give it a "name" or "other_names".'
        )
    if len(entries) > 1:
        _same_person(identifier, [person_names([entry]) for entry in entries], source)
    gender = next((g for e in entries if (g := _GENDERS.get(text(e, "gender").lower()))), None)
    return Known(
        key=id_key("person", identifier),
        label=called.label,
        cls="Person",
        source=source,
        gender=gender,
        honorifics=called.honorifics,
        same_as=tuple(sorted(set(chain.from_iterable(map(_wikidata, entries))))),
        member_of=tuple(id_key("organization", party) for party in member_of),
        listed=called.names,
    )


def _same_person(identifier: str, called: list[PersonNames], source: str) -> None:
    """Refuse two entries of one id that have names, but none in common: two lists that both count from 1."""
    named = [set(names.names) for names in called if names.names]
    if any(named[0].isdisjoint(other) for other in named[1:]):
        both = " and ".join(sorted({names.label for names in called if names.label})[:2])
        raise GazetteerError(
            f"{source}: the id {identifier!r} is given to {both}. Give each person an id of their own."
        )


def _body(identifier: str, entries: list[Item], popolo: Popolo) -> Iterator[Known]:
    """A body with a name; one without is only pointed to."""
    names = dict.fromkeys(
        name
        for entry in entries
        for item in (entry, *_dicts(entry.get("other_names")))
        if (name := text(item, "name"))
    )
    if not names:
        return
    kind = next(filter(None, (text(entry, "classification").lower() for entry in entries)), "")
    yield Known(
        key=id_key("organization", identifier),
        label=next(iter(names)),
        cls=_CLASSES.get(kind, "Organisation"),
        source=popolo.sources[identifier],
        same_as=tuple(sorted(set(chain.from_iterable(map(_wikidata, entries))))),
        listed=tuple(names),
    )


def _dicts(found: object) -> list[Item]:
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _wikidata(entry: Item) -> Iterator[str]:
    """The Wikidata items among the identifiers of an entry; what is no item is passed over."""
    for identifier in _dicts(entry.get("identifiers")):
        if text(identifier, "scheme").lower() == "wikidata" and (
            item := wikidata(text(identifier, "identifier"))
        ):
            yield WIKIDATA + item

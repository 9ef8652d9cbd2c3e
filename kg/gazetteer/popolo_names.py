"""What people are called according to Popolo: other names, maiden names, and the styles of peers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from .popolo_file import Item, text


@dataclass(frozen=True, slots=True)
class PersonNames:
    """The names of one person."""

    label: str
    names: tuple[str, ...]
    """Those that mean the person wherever they are read; the label first, if it is one."""
    honorifics: tuple[str, ...]


def person_names(entries: Iterable[Item]) -> PersonNames:
    """The label, names and titles of a person; the label is empty where there is no name at all.

    The label is the person's own ``name``, or else the latest of the main names.
    """
    entries = tuple(entries)
    other = tuple(chain.from_iterable(_dicts(entry.get("other_names")) for entry in entries))
    main = sorted((n for n in other if text(n, "note") == "Main"), key=_until, reverse=True)
    rest = [n for n in other if text(n, "note") != "Main"]
    titles: dict[str, None] = {}
    forms: dict[str, None] = {}
    labels: list[str] = []
    for name in chain(entries, main, rest):
        labels.extend(_labels(name))
        forms.update(dict.fromkeys(_forms(name)))
        if prefix := _title(name):
            titles[prefix] = None
    label = next(iter(labels), "")
    names = (label, *forms) if label in forms else tuple(forms)
    return PersonNames(label, tuple(dict.fromkeys(names)), tuple(titles))


def _dicts(found: object) -> list[Item]:
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _until(name: Item) -> tuple[str, str]:
    return text(name, "end_date") or "9999", text(name, "start_date")


def _title(name: Item) -> str:
    """The title before a name, its last word: "The Rt Hon Sir" tells "Sir"."""
    words = text(name, "honorific_prefix").split()
    return words[-1].rstrip(".") if words else ""


def _labels(name: Item) -> Iterator[str]:
    """How a name reads in full."""
    if whole := text(name, "name"):
        yield whole
    elif "lordname" in name or "lordofname" in name:
        if style := _style(name):
            yield style
    elif text(name, "family_name", "surname"):
        yield _joined(text(name, "given_name"), text(name, "family_name", "surname"))


def _forms(name: Item) -> Iterator[str]:
    """Names that stand for the person wherever they are read.

    "Baroness Hale" is not among them, because it depends on the article which of several it means; nor is
    "Bishop of Oxley", which the next bishop bears too.
    """
    if whole := text(name, "name"):
        yield whole
    given, surname = text(name, "given_name"), text(name, "family_name", "surname")
    if "lordname" in name or "lordofname" in name:
        if text(name, "lordname") and text(name, "lordofname"):
            yield _style(name)
        surname = surname or text(name, "lordname")
    if given and surname:
        yield _joined(given, surname)


def _style(name: Item) -> str:
    """How a peer is styled: "Baroness Hale of Oxley", "Earl of Marlow"."""
    prefix, lord, of = text(name, "honorific_prefix"), text(name, "lordname"), text(name, "lordofname")
    if not prefix or not (lord or of):
        return _joined(text(name, "given_name"), lord)
    return _joined(prefix, lord, f"of {of}" if of else "")


def _joined(*words: str) -> str:
    return re.sub(r"\s+", " ", " ".join(word for word in words if word)).strip()

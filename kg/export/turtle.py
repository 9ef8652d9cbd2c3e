"""Turtle as pyoxigraph writes it, put in order without reading it as RDF.

pyoxigraph writes a graph about as fast as it reads it from disk; to make Python objects of it, sort them and
write them takes four times as long. So its text is put in order: by subject, predicate and object, the
classes of a subject first. What a text may hold cannot be taken for syntax: pyoxigraph escapes line ends,
tabs and quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ..query import PREFIXES
from .sorting import END

_NEXT = b" ;\n\t"
_QUOTED_OR_COMMA = re.compile(rb'"(?:[^"\\]|\\.)*"|( , )')
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"')


def subjects(batches: Iterable[list[bytes]]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each subject with its predicates and their objects, from sorted records of Turtle.

    Several records may be about one subject, and several parts of one about the same predicate.
    """
    before, found = b"", list[bytes]()
    for record in chain.from_iterable(batches):
        subject, _, rest = record.partition(b" ")
        parts = rest.split(_NEXT)
        if subject == before:
            found += parts
            continue
        if found:
            yield before, _in_order(found)
        # "@prefix" is no subject.
        before, found = (subject, parts) if record[0] != ord("@") else (b"", [])
    if found:
        yield before, _in_order(found)


def _in_order(parts: list[bytes]) -> list[bytes]:
    if len(parts) > 1:
        parts.sort()
        if len({part.partition(b" ")[0] for part in parts}) < len(parts):
            parts = _joined(parts)
        if parts[0].startswith(b"<"):
            parts.sort(key=lambda part: not part.startswith(b"a "))
    return [_sorted_objects(part) if b" , " in part else part for part in parts]


def _joined(parts: list[bytes]) -> list[bytes]:
    """One part for each predicate."""
    objects: dict[bytes, list[bytes]] = {}
    for part in parts:
        predicate, _, rest = part.partition(b" ")
        objects.setdefault(predicate, []).append(rest)
    return [predicate + b" " + b" , ".join(found) for predicate, found in objects.items()]


def _sorted_objects(part: bytes) -> bytes:
    predicate, _, rest = part.partition(b" ")
    return predicate + b" " + b" , ".join(sorted(set(_objects(rest))))


def _objects(listed: bytes) -> Iterator[bytes]:
    begin = 0
    for found in _QUOTED_OR_COMMA.finditer(listed):
        if found[1]:
            yield listed[begin : found.start()]
            begin = found.end()
    yield listed[begin:]


def text(found: Iterable[tuple[bytes, list[bytes]]]) -> Iterator[bytes]:
    """Subjects as Turtle, an empty line before each."""
    return (b"\n" + subject + b" " + _NEXT.join(parts) + END for subject, parts in found)


class Used:
    """Which prefixes a text of Turtle makes use of."""

    def __init__(self) -> None:
        """None yet."""
        self._not_yet = {prefix: prefix.encode() + b":" for prefix in PREFIXES}

    def look_at(self, turtle: bytes) -> None:
        """Find more of them in some lines."""
        if not any(token in turtle for token in self._not_yet.values()):
            return
        # A text that says "time: noon" uses no prefix.
        syntax = _QUOTED.sub(b'""', turtle)
        for prefix, token in list(self._not_yet.items()):
            if token in syntax and re.search(rb"(?:^|[\s^])" + token, syntax):
                del self._not_yet[prefix]

    def header(self) -> bytes:
        """The lines that declare them, in alphabetical order."""
        used = sorted(PREFIXES.keys() - self._not_yet.keys())
        return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in used).encode()

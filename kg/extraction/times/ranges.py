"""Times with two ends: "from 3 to 5 May", "between 2019 and 2022", "from Monday until Friday"."""

from __future__ import annotations

import re
from dataclasses import replace

from .meanings import Between, Calendar, Meaning
from .points import DAY, Point, longest

_OPENINGS = {"from": ("to", "until", "till", "through"), "between": ("and",)}
_OPENING = re.compile(r"(?P<word>(?i:from|between)) ")
_BARE_DAY = re.compile(rf"(?:the )?(?P<day>{DAY})(?:st|nd|rd|th)?(?= )")
_LINK = re.compile(r" (?P<word>\w+) ")


def between(text: str, start: int) -> Point | None:
    """The time with two ends that begins at a place of a text; none where either end is no time."""
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    first, day = longest(text, opening.end(), "from"), _BARE_DAY.match(text, opening.end())
    end = first.end if first is not None else day.end() if day is not None else None
    link = _LINK.match(text, end) if end is not None else None
    if link is None or link["word"].lower() not in _OPENINGS[opening["word"].lower()]:
        return None
    last = longest(text, link.end(), "from")
    if last is None:
        return None
    if first is not None:
        return Point(last.end, _both(first.meaning, last.meaning))
    if day is None or not isinstance(last.meaning, Calendar) or last.meaning.day is None:
        return None
    return Point(last.end, Between(replace(last.meaning, day=int(day["day"])), last.meaning))


def _both(first: Meaning | None, last: Meaning | None) -> Meaning | None:
    """Both ends, the first in the year of the last where only that has one: "from May to July 2022"."""
    if first is None or last is None:
        return None
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.year is None and last.year:
        first = replace(first, year=last.year)
    return Between(first, last)

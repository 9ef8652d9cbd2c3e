"""Where events stand on a line from the first day to the last.

Every stretch between two days that matter is as wide as the logarithm of its length, so that the days of a
busy week lie apart and silent years take little room.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2

from ...model import Time
from ..article.told import day

#: In hundredths of the width: what a dot takes, and the room from one label to the next.
DOT, LABEL = 1.6, 9.5
#: As many events as can lie above each other; what comes later shares the top.
LANES = 14


@dataclass(frozen=True, slots=True)
class Spot:
    """An event on the axis: from where to where, in hundredths of the width, and how high."""

    begins: float
    ends: float
    lane: int
    open_start: bool
    open_end: bool

    @property
    def is_point(self) -> bool:
        """Whether it is too short to be drawn as a line."""
        return self.ends - self.begins < DOT


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of time."""

    spots: tuple[Spot | None, ...]
    """One for each time; none for a time that is no time of the calendar."""
    labels: tuple[tuple[float, str], ...]
    lanes: int


def axis(times: Sequence[Time]) -> Axis:
    """Place times on a line.

    Args:
        times: in order of their beginnings.
    """
    ranges = [_range(time) for time in times]
    marks = sorted({point for span in ranges if span for point in span})
    if not marks:
        return Axis(tuple(None for _ in times), (), 0)
    places = _places(marks)
    free: list[float] = []
    spots: list[Spot | None] = []
    for time, span in zip(times, ranges, strict=True):
        if span is None:
            spots.append(None)
            continue
        begins, ends = (places[bisect_left(marks, point)] for point in span)
        lane = next((number for number, end in enumerate(free) if end <= begins), len(free))
        lane = min(lane, LANES - 1)
        taken = max(ends, begins + DOT) + DOT / 4
        if lane == len(free):
            free.append(taken)
        else:
            free[lane] = max(free[lane], taken)
        spots.append(Spot(round(begins, 2), round(ends, 2), lane, time.first is None, time.last is None))
    return Axis(tuple(spots), tuple(_labels(ranges, marks, places)), len(free))


def _range(time: Time) -> tuple[int, int] | None:
    """First and last day as numbers; the one that is known for both where the other is not."""
    try:
        first, last = (
            date.fromisoformat(iso).toordinal() if iso else None for iso in (time.first, time.last)
        )
    except ValueError:
        return None
    begins, ends = first or last, last or first
    return (begins, max(begins, ends)) if begins and ends else None


def _places(marks: Sequence[int]) -> list[float]:
    """The place of each day that matters, from 2 to 98."""
    widths = [log2(1 + after - before) for before, after in pairwise(marks)]
    whole = sum(widths) or 1
    places, here = [], 0.0
    for width in (*widths, 0.0):
        places.append(2 + 96 * here / whole if widths else 50.0)
        here += width
    return places


def _labels(
    ranges: Sequence[tuple[int, int] | None], marks: Sequence[int], places: Sequence[float]
) -> list[tuple[float, str]]:
    """The days that are written below the line, as far as there is room."""
    wanted = sorted({span[0] for span in ranges if span} | {marks[-1]})
    found: list[tuple[float, str]] = []
    for ordinal in wanted:
        place = places[bisect_left(marks, ordinal)]
        if not found or (place - found[-1][0] >= LABEL and place <= 100 - LABEL / 3):
            found.append((round(min(max(place, LABEL / 2), 100 - LABEL / 2), 2), _short(ordinal)))
    return found


def _short(ordinal: int) -> str:
    """4 Mar 2025."""
    number, month, year = day(date.fromordinal(ordinal).isoformat()).split()
    return f"{number} {month[:3]} {year}"

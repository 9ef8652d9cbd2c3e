"""What time expressions mean, and which days that is for an article of a known day.

A meaning says no more than its words. ``days`` finds the days only where they follow from the words, from the
day of the article and from whether a past or a future is told of; it does not guess.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ...model import Time
from .words import DAYS_IN, MONTHS_IN


class Direction(StrEnum):
    """On which side of the day of telling a happening lies."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, a month or a day of the calendar: ``(2022, 5, None)`` is May 2022; without a year, any May."""

    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday being 0: of the week that is meant, or the nearest."""

    number: int
    weeks: int | None = None
    """"On Monday last week": -1."""
    near: int = 0
    """"Last Monday": -1, "next Monday": 1."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A whole day, week, weekend, month, year … so many from the one in which it is told: "last week"."""

    unit: str
    by: int


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month of the year that lies so many from this one: "May last year", "next May" is none."""

    month: int
    years: int


@dataclass(frozen=True, slots=True)
class Span:
    """So many units that end, or begin, with the day of telling: "in the past two weeks"."""

    unit: str
    by: int


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: "the 1990s"."""

    year: int


@dataclass(frozen=True, slots=True)
class Part:
    """What of a time lies before, or after, the day of telling: "earlier this month"."""

    whole: Meaning
    side: Direction


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another, both included: "from 3 to 5 May"."""

    first: Meaning
    last: Meaning


Meaning = Calendar | Weekday | Shift | MonthOf | Span | Decade | Part | Between


def days(
    meaning: Meaning | None, bound: str, told: date | None, direction: Direction | None = None
) -> Time | None:
    """The days that an expression allows; none where they are not known.

    Args:
        meaning: what stands after the preposition; none where it is no date.
        bound: what the preposition says: a key of `BOUNDS`.
        told: the day on which it is told.
        direction: whether it tells of a past or a future.
    """
    if meaning is None:
        return None
    try:
        found = _between(
            meaning, told, Direction.PAST if bound == "since" and direction is None else direction
        )
        return None if found is None else BOUNDS[bound](*found)
    except (ValueError, OverflowError):
        return None  # 30 February, or a year beyond the calendar


def _between(meaning: Meaning, told: date | None, direction: Direction | None) -> tuple[date, date] | None:
    """The first and the last day of a meaning."""
    match meaning:
        case Calendar(int(year), month, day):
            return _whole(year, month, day)
        case Decade(year):
            return date(year, 1, 1), date(year + 9, 12, 31)
        case Between(first, last):
            return _both(first, last, told, direction)
    if told is None:
        return None
    match meaning:
        case Calendar(_, month, day):
            return _nearest_date(month or 1, day, told, direction)
        case Weekday(number, weeks, near):
            return _weekday(number, weeks, near, told, direction)
        case Shift(unit, by):
            return _shifted(unit, by, told)
        case MonthOf(month, years):
            return _whole(told.year + years, month, None)
        case Span(unit, by):
            other = _moved(unit, by, told)
            return min(other, told), max(other, told)
        case Part(whole, side):
            found = _between(whole, told, direction)
            if found is None or not found[0] <= told <= found[1]:
                return None
            return (found[0], told) if side is Direction.PAST else (told, found[1])
    return None


def _both(
    first: Meaning, last: Meaning, told: date | None, direction: Direction | None
) -> tuple[date, date] | None:
    """From one time to another; of a past the end is found first, of a future the beginning."""
    if direction is Direction.PAST:
        other = _between(last, told, direction)
        one = _between(first, other[0] if other else None, direction)
    else:
        one = _between(first, told, direction)
        other = _between(last, one[0] if one else None, direction)
    return (one[0], other[1]) if one and other and one[0] <= other[1] else None


def _whole(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _nearest_date(
    month: int, day: int | None, told: date, direction: Direction | None
) -> tuple[date, date] | None:
    """The last such month or day that has begun, or the next that is not over."""
    if direction is None:
        return None
    step = -1 if direction is Direction.PAST else 1
    years = range(told.year, told.year + 9 * step, step)
    for year in years:
        if day == 29 and month == 2 and monthrange(year, 2)[1] < 29:
            continue
        found = _whole(year, month, day)
        if (found[0] <= told) if direction is Direction.PAST else (found[1] >= told):
            return found
    return None


def _weekday(
    number: int, weeks: int | None, near: int, told: date, direction: Direction | None
) -> tuple[date, date] | None:
    """One day of the week; "last Friday" only where it is both the nearest one and one of last week."""
    monday = told - timedelta(days=told.weekday())
    if weeks is not None:
        found = monday + timedelta(days=7 * weeks + number)
    elif near:
        found = monday + timedelta(days=7 * near + number)
        if abs((found - told).days) > 7:
            return None
    elif direction is Direction.PAST:
        found = told - timedelta(days=(told.weekday() - number) % 7)
    elif direction is Direction.FUTURE:
        found = told + timedelta(days=(number - told.weekday()) % 7)
    else:
        return None
    past, future = direction is Direction.PAST, direction is Direction.FUTURE
    if weeks == 0 and ((past and found > told) or (future and found < told)):
        return None
    return found, found


def _shifted(unit: str, by: int, told: date) -> tuple[date, date]:
    """The whole unit of the calendar in which the shifted day lies."""
    found = _moved("week" if unit == "weekend" else unit, by, told)
    if unit in ("week", "fortnight", "weekend"):
        monday = found - timedelta(days=found.weekday())
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    match unit:
        case "month":
            return _whole(found.year, found.month, None)
        case "year":
            return _whole(found.year, None, None)
        case "decade":
            return date(found.year // 10 * 10, 1, 1), date(found.year // 10 * 10 + 9, 12, 31)
        case "century":
            return date(found.year // 100 * 100, 1, 1), date(found.year // 100 * 100 + 99, 12, 31)
    return found, found


def _moved(unit: str, by: int, told: date) -> date:
    """The day that lies so many units away; the last of its month where that is shorter."""
    if unit in DAYS_IN:
        return told + timedelta(days=DAYS_IN[unit] * by)
    months = told.year * 12 + told.month - 1 + MONTHS_IN[unit] * by
    year, month = divmod(months, 12)
    return date(year, month + 1, min(told.day, monthrange(year, month + 1)[1]))


def _at(first: date, last: date) -> Time:
    return Time(first.isoformat(), last.isoformat())


def _until(first: date, last: date) -> Time:
    return Time(None, last.isoformat())


def _before(first: date, last: date) -> Time:
    return Time(None, (first - timedelta(days=1)).isoformat())


def _since(first: date, last: date) -> Time:
    return Time(first.isoformat(), None)


def _after(first: date, last: date) -> Time:
    return Time((last + timedelta(days=1)).isoformat(), None)


#: What a preposition makes of the time after it. "By March" may mean before March or in it: not after it.
BOUNDS = {"at": _at, "by": _until, "until": _until, "before": _before, "since": _since, "after": _after}

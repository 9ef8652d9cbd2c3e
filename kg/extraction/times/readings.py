"""What the words of each kind of time mean: from what a pattern of `points` found to a meaning."""

from __future__ import annotations

import re

from .meanings import Calendar, Decade, Direction, Meaning, MonthOf, Part, Shift, Span, Weekday
from .words import MONTHS, NUMBERS, SEASONS, SHIFTS, WEEKDAYS


def calendar_day(found: re.Match[str]) -> Meaning | None:
    """ "12 May 2022", "May 12"."""
    year = found["year"]
    return Calendar(int(year) if year else None, _month(found["month"]), int(re.sub(r"\D", "", found["day"])))


def _month(word: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(word.lower()[:3]))


def calendar_month(found: re.Match[str]) -> Meaning | None:
    """ "May 2022", "early May"."""
    year = found["year"]
    return Calendar(int(year) if year else None, _month(found["month"]))


def month_of_a_year(found: re.Match[str]) -> Meaning | None:
    """ "May last year"."""
    return MonthOf(_month(found["month"]), SHIFTS[found["near"].lower()])


def this_month(found: re.Match[str]) -> Meaning | None:
    """ "this May"; whether "last May" is of this year or the last is not said."""
    return MonthOf(_month(found["month"]), 0) if found["near"].lower() == "this" else None


def calendar_year(found: re.Match[str]) -> Meaning | None:
    """ "2022"."""
    return Calendar(int(found["year"]))


def decade(found: re.Match[str]) -> Meaning | None:
    """ "the 1990s"."""
    return Decade(int(found["year"]))


def calendar_day_in_digits(found: re.Match[str]) -> Meaning | None:
    """ "2022-05-12"."""
    return Calendar(int(found["year"]), int(found["month"]), int(found["day"]))


def weekday(found: re.Match[str]) -> Meaning | None:
    """ "Monday", "last Monday", "Monday of last week"."""
    number = WEEKDAYS.index(found["weekday"].lower())
    near, week = (found["near"] or "").lower(), (found["week"] or "").lower()
    if week:
        return Weekday(number, weeks=SHIFTS[week])
    if near == "this":
        return Weekday(number, weeks=0)
    return Weekday(number, near=SHIFTS.get(near, 0))


def day_near(found: re.Match[str]) -> Meaning | None:
    """ "today", "yesterday evening", "last night"."""
    word = found["word"].lower()
    by = next(by for start, by in _DAYS.items() if word.startswith(start))
    return Shift("day", by)


#: How the words for days near today begin -> how many days from it; the longest first.
_DAYS = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "last": -1,
    "tomorrow": 1,
    "this": 0,
    "to": 0,
}


def unit_near(found: re.Match[str]) -> Meaning | None:
    """ "last week", "earlier this month"."""
    if found["unit"] in ("quarter", "fortnight") or found["unit"] in SEASONS:
        return None  # which months a quarter or a summer has is not said
    whole = Shift(found["unit"].lower(), SHIFTS[found["near"].lower()])
    match (found["part"] or "").lower():
        case "earlier":
            return Part(whole, Direction.PAST)
        case "later":
            return Part(whole, Direction.FUTURE)
    return whole


def ago(found: re.Match[str]) -> Meaning | None:
    """ "two years ago"."""
    word, unit = found["number"].lower(), found["unit"].lower()
    number = NUMBERS.get(word) or int(word)
    if found["about"]:
        return None
    return Shift("week", -2 * number) if unit == "fortnight" else Shift(unit, -number)


def span(found: re.Match[str]) -> Meaning | None:
    """ "the past two weeks"."""
    word = (found["number"] or "one").lower()
    number = NUMBERS.get(word) or int(word)
    past = found["side"].lower() in ("past", "last", "previous")
    return Span(found["unit"].lower(), -number if past else number)


def left_open(found: re.Match[str]) -> Meaning | None:
    """Words that leave the date open: "Easter", "the following day"."""
    return None

"""The times that English names without a preposition: "Monday", "12 May 2022", "two years ago", "last week".

One pattern for each kind of words, over the words of a sentence with one space between them. The names of
days and months are capitalised; "May" and "March" count as months only where a preposition, a day or a year
says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from . import readings as read
from .meanings import Meaning
from .words import DAYS_IN, FEASTS, MONTHS, MONTHS_IN, NUMBERS, SEASONS, SHORT_MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Point:
    """Where a time ends in the text, and what it means."""

    end: int
    meaning: Meaning | None


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _small(pattern: str) -> str:
    """A pattern in any case."""
    return f"(?i:{pattern})"


DAY = "(?:[12]?\\d|3[01])"
_NTH = DAY + "(?:st|nd|rd|th)?"
_WEEKDAY = _any(day.title() for day in WEEKDAYS)
_MONTH = _any(month.title() for month in MONTHS)
_ANY_MONTH = f"(?:{_MONTH}|{_any(month.title() for month in SHORT_MONTHS)}\\.?)"
_YEAR = r"(?:(?:1[5-9]|20)\d\d)"
_NO_NUMBER_AFTER = r"(?! ?[–/-]? ?\d| ?%)"
_NUMBER = rf"(?:\d{{1,3}}|{_any(NUMBERS)})"
_UNIT = _any((*DAYS_IN, *MONTHS_IN))
_SHORT_UNIT = "(?:minute|hour)"
_PART_OF_DAY = "(?:morning|lunchtime|afternoon|evening|night)"
_SEASON = _any(SEASONS)
_FEAST = _any(FEASTS)
_STRETCH = f"(?:weekend|{_UNIT}|{_PART_OF_DAY}|{_SEASON})"
_NEAR = "(?P<near>(?i:last|this|next))"
_OTHER = "(?:previous|following|next|same|preceding)"

_PART = _small("(?:early|late|mid ?-?|(?:the )?(?:very )?(?:end|start|beginning|middle) of) ?")
_OF_DAY = _small(f"(?:the (?:(?:early|late) )?(?:{_PART_OF_DAY}|day|eve) of )?")
_AMID = rf"{_OF_DAY}(?:{_WEEKDAY} ?,? )?"
_CLOCK = r"\d{1,2}(?: ?[.:] ?\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2} ?: ?\d\d|noon|midday|midnight|lunchtime"
_DAYS_NEAR = (
    "the day before yesterday|the day after tomorrow|today|tonight"
    f"|(?:yesterday|tomorrow)(?: {_PART_OF_DAY})?|this {_PART_OF_DAY}|last night"
)
_FEAST_DAYS = (
    rf"(?:last|this|next) {_FEAST}|Good Friday|Easter (?:Sunday|Monday)"
    "|(?:Christmas|Boxing|New Year ['’]s) (?:Day|Eve)"
)
_SPAN = rf"(?:the )?(?P<side>past|last|next|coming|previous)(?: (?P<number>{_NUMBER}))? (?P<unit>{_UNIT})s?"
_BEYOND = rf"(?:the|{_NUMBER}) (?:{_UNIT}|{_SHORT_UNIT})s? (?:before|after|earlier|later)"
_ABOUT = "(?P<about>(?:more than|less than|over|nearly|almost|about|around|some|just over) )?"
_FEW = f"(?:several|some|many|a few|a couple of|{_NUMBER} and a half)"
_YEAR_FOLLOWS = ("in", "by", "since", "before", "until", "till", "from", "after", "during", "throughout")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of time: its words, what they mean, and after what they stand."""

    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Meaning | None]
    bare: bool
    """Whether it stands without a preposition as well: "Monday", but not "2022"."""
    only: frozenset[str]
    """The only prepositions that it follows, where these are few."""


def _kind(
    pattern: str,
    meaning: Callable[[re.Match[str]], Meaning | None],
    *,
    bare: bool = True,
    only: Iterable[str] = (),
) -> _Kind:
    return _Kind(re.compile(pattern), meaning, bare, frozenset(only))


def longest(text: str, start: int, preposition: str | None) -> Point | None:
    """The longest time that begins at a place of a text, after a preposition or without one."""
    if _ANY.match(text, start) is None:
        return None
    best: Point | None = None
    for kind in KINDS:
        if (preposition is None and not kind.bare) or (kind.only and preposition not in kind.only):
            continue
        found = kind.pattern.match(text, start)
        if found is None or text[found.end() : found.end() + 1] not in ("", " "):
            continue
        if best is None or found.end() > best.end:
            best = Point(found.end(), kind.meaning(found))
    return best


#: Every kind of time, each with its words.
KINDS = (
    _kind(
        rf"{_AMID}(?:(?i:the) )?(?P<day>{_NTH}) (?:of )?(?P<month>{_ANY_MONTH})(?: ?,? (?P<year>{_YEAR}))?",
        read.calendar_day,
    ),
    _kind(rf"{_AMID}(?P<month>{_ANY_MONTH}) (?P<day>{_NTH}) ?,? (?P<year>{_YEAR})", read.calendar_day),
    _kind(
        rf"{_AMID}(?P<month>{_ANY_MONTH}) (?P<day>{_NTH})(?P<year>)"
        r"(?=$| [.,;:)!?]| (?:and|or|at|in|to|when|after|before|that)\b)",
        read.calendar_day,
    ),
    _kind(r"(?P<year>\d{4}) ?- ?(?P<month>\d\d) ?- ?(?P<day>\d\d)", read.calendar_day_in_digits),
    _kind(
        rf"{_PART}?(?P<month>{_MONTH})(?: ?,? (?:of )?(?P<year>{_YEAR}))?{_NO_NUMBER_AFTER}",
        read.calendar_month,
        bare=False,
    ),
    _kind(rf"{_PART}(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?", read.calendar_month),
    _kind(rf"(?P<month>{_MONTH}) (?P<year>{_YEAR})", read.calendar_month),
    _kind(rf"{_PART}?(?P<month>{_MONTH}) {_NEAR} year", read.month_of_a_year, bare=False),
    _kind(rf"{_NEAR} (?P<month>{_MONTH})", read.this_month),
    _kind(
        rf"{_PART}?(?P<year>{_YEAR}){_NO_NUMBER_AFTER}",
        read.calendar_year,
        bare=False,
        only=_YEAR_FOLLOWS,
    ),
    _kind(rf"{_PART}?(?:the )?{_PART}?(?P<year>(?:1[5-9]|20)\d0)s", read.decade, bare=False),
    _kind(
        rf"{_OF_DAY}(?:(?i:early|late) (?:on )?)?(?:{_NEAR} )?(?P<weekday>{_WEEKDAY})(?: {_PART_OF_DAY})?"
        r"(?: (?:of )?(?P<week>(?i:last|this|next)) week)?",
        read.weekday,
    ),
    _kind(_small(rf"(?:(?:early|late|earlier|later) )?(?P<word>{_DAYS_NEAR})"), read.day_near),
    _kind(
        rf"(?:(?P<part>(?i:early|late|earlier|later)) )?(?:the end of )?{_NEAR} "
        rf"(?P<unit>weekend|{_UNIT}|quarter|{_SEASON})",
        read.unit_near,
    ),
    _kind(_small(rf"{_ABOUT}(?P<number>{_NUMBER}) (?P<unit>{_UNIT})s? ago"), read.ago),
    _kind(_small(rf"{_FEW} (?:{_UNIT}|centurie)s? ago|(?:not )?long ago"), read.left_open),
    _kind(_small(_SPAN), read.span, bare=False, only=("in", "over", "during", "within", "throughout")),
    _kind(_small(rf"{_NUMBER} (?:{_UNIT}|{_SHORT_UNIT})s?"), read.left_open, bare=False, only=("within",)),
    _kind(
        _small(rf"(?:the|that) (?:{_OTHER} )?{_STRETCH}(?: (?:before|after|earlier|later))?"),
        read.left_open,
        bare=False,
    ),
    _kind(_small(rf"the {_OTHER} {_STRETCH}|that (?:same )?(?:{_UNIT}|{_PART_OF_DAY})"), read.left_open),
    _kind(_small(_BEYOND) + "(?=$| [.,;:]| [A-Z])", read.left_open),
    _kind(_small(rf"(?:every|each) (?:{_STRETCH}|{_WEEKDAY})") + f"|{_WEEKDAY}s", read.left_open),
    _kind(rf"(?:(?i:the) )?{_FEAST}(?: (?:Day|Eve|Sunday|Monday))?", read.left_open, bare=False),
    _kind(_small(_FEAST_DAYS), read.left_open),
    _kind(_small(rf"(?:(?:about|around|just) )?(?:{_CLOCK})"), read.left_open, bare=False),
    _kind(_small(r"(?:recently|lately|soon|shortly|overnight)(?! (?:before|after)\b)"), read.left_open),
)
#: Whether any of them begins at a place: most places of a text can so be passed over at once.
_ANY = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", kind.pattern.pattern) for kind in KINDS))

"""Which words of a sentence say when: read off the words alone, the longest expression at each place.

The sentence's tree is not asked: that "today" is no part of "Oxley Council today" is plain from the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from .meanings import Meaning
from .points import longest
from .ranges import between
from .words import (
    DAYS_IN,
    DUE,
    FEASTS,
    MONTHS,
    MONTHS_IN,
    NUMBERS,
    OTHERS,
    PREPOSITIONS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
)

#: The words that expressions begin with, all but the numbers in digits.
_OPENINGS = (
    *(*PREPOSITIONS, *WEEKDAYS, *MONTHS, *NUMBERS, *FEASTS),
    *("about", "again", "almost", "back", "beginning", "between", "boxing", "coming", "each", "early", "end"),
    *("every", "good", "just", "last", "late", "less", "long", "lunchtime", "many", "mid", "middle", "more"),
    *("nearly", "next", "noon", "not", "only", "overnight", "past", "previous", "recently", "several"),
    *("shortly", "some", "soon", "start", "that", "the", "this", "today", "tomorrow", "tonight", "very"),
    "yesterday",
)
#: As many of their first letters as tell them from most other words.
_LETTERS = 3
_BEGINNINGS = frozenset(words.split()[0][:_LETTERS].lower() for words in _OPENINGS)
#: The words of which every expression has one, but for numbers in digits: by these it is told from most of
#: what begins alike ("the pier").
_TELLING = (
    *(*WEEKDAYS, *MONTHS, *SHORT_MONTHS, *DAYS_IN, *MONTHS_IN, *SEASONS, *FEASTS),
    *("afternoon", "ago", "beginning", "boxing", "centuries", "early", "end", "evening", "hour", "late"),
    *("lately", "lunchtime", "mid", "middle", "minute", "morning", "night", "noon", "overnight", "quarter"),
    *("recently", "shortly", "soon", "start", "today", "tomorrow", "tonight", "weekend", "yesterday"),
)
_CORES = frozenset(word[:4].lower() for word in _TELLING)
_SHORT_CORES = frozenset(word.lower() for word in _TELLING if len(word) == _LETTERS)
#: How far from the first word it may stand: "early no later than about three and a half years".
_FURTHEST = 9

_PREPOSITION = "|".join(sorted(PREPOSITIONS, key=len, reverse=True))
_LEAD = re.compile(
    r"(?i:(?:(?:early|late|earlier|later|shortly|just|only|back|again) )?"
    rf"(?P<preposition>{_PREPOSITION}) (?:(?:about|around|just) )?)"
)
_POSSESSIVE = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of words that says when."""

    first: int
    """The first of its words, the preposition included."""
    last: int
    preposition: str | None
    meaning: Meaning | None
    """None where the words leave the date open: "before Easter", "recently"."""

    @property
    def bound(self) -> str:
        """How the preposition binds the time after it: "by", "since" …"""
        return PREPOSITIONS[self.preposition] if self.preposition else "at"

    @property
    def may_be_due(self) -> bool:
        """Whether it may say until when something is to be done: "by Friday"."""
        return self.preposition in DUE

    @property
    def is_length(self) -> bool:
        """Whether it only says how long something takes: "within a week"."""
        return self.preposition == "within" and self.meaning is None


def find_expressions(words: Sequence[str]) -> list[Expression]:
    """The time expressions among the words of one sentence, in reading order; they do not overlap.

    A length of time is none ("for nine years"), nor is one that only belongs to a noun ("today's vote", "the
    talks of last week").
    """
    openings = _openings(words)
    if not openings:
        return []
    plain = [word if word.strip() else "\n" for word in words]
    text = " ".join(plain)
    starts = [0, *accumulate(len(word) + 1 for word in plain)]
    ends = {start + len(word): index for index, (start, word) in enumerate(zip(starts, plain, strict=False))}
    found: list[Expression] = []
    for index in openings:
        if not found or found[-1].last < index:
            expression = _at(text, index, starts, ends, plain)
            found += [] if expression is None else [expression]
    return [e for e in _joined(found) if not (e.last + 1 < len(plain) and plain[e.last + 1] in _POSSESSIVE)]


def _openings(words: Sequence[str]) -> list[int]:
    """Where an expression may begin: most words are passed over so."""
    found: list[int] = []
    core = len(words) + _FURTHEST
    for index in range(len(words) - 1, -1, -1):
        opens, tells = _kind(words[index])
        if tells:
            core = index
        if opens and core - index <= _FURTHEST:
            found.append(index)
    return found[::-1]


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> tuple[bool, bool]:
    """Whether an expression may begin with a word, and whether the word may be what tells it from others."""
    letters, digit = word[:_LETTERS].lower(), word[:1].isdigit()
    return letters in _BEGINNINGS or digit, letters in _SHORT_CORES or word[:4].lower() in _CORES or digit


def _at(
    text: str, index: int, starts: Sequence[int], ends: dict[int, int], words: Sequence[str]
) -> Expression | None:
    """The expression that begins with a word."""
    start = starts[index]
    ranged = between(text, start)
    if ranged is not None and ranged.end in ends:
        return Expression(index, ends[ranged.end], None, ranged.meaning)
    lead = _LEAD.match(text, start)
    if lead is not None:
        preposition = lead["preposition"].lower()
        point = longest(text, lead.end(), preposition)
        if point is not None and point.end in ends:
            return Expression(index, ends[point.end], preposition, point.meaning)
    point = longest(text, start, None)
    if point is None or point.end not in ends or (index and words[index - 1].lower() in OTHERS):
        return None
    return Expression(index, ends[point.end], None, point.meaning)


def _joined(found: Sequence[Expression]) -> Iterator[Expression]:
    """Neighbours as one where one of them tells no day: "at 3 pm on Monday", "on Monday at 3 pm"."""
    held: Expression | None = None
    for expression in found:
        if held is not None and held.last + 1 == expression.first and _go_together(held, expression):
            dated = held if held.meaning or held.preposition in DUE else expression
            meaning = held.meaning or expression.meaning
            held = Expression(held.first, expression.last, dated.preposition, meaning)
            continue
        if held is not None:
            yield held
        held = expression
    if held is not None:
        yield held


def _go_together(one: Expression, other: Expression) -> bool:
    return (one.meaning is None) != (other.meaning is None)

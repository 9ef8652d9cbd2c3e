"""Since when and until when a role is held, where the passage states a year, a month or a day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .. import syntax
from ..times.words import MONTHS
from ..tokens import Token

_MONTH = "|".join(MONTHS)
_DAY_FIRST = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH}) "
_MONTH_FIRST = rf"(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}) ?, "
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d,.]*\d)"
_DATE = re.compile(f"(?:{_DAY_FIRST}|{_MONTH_FIRST})?{_YEAR}", re.IGNORECASE)
_SINCE = frozenset(("since", "from"))
_UNTIL = frozenset(("until", "till"))
_AT = frozenset(("in", "on"))


def term(phrases: Iterable[tuple[str, Token]], effect: str | None) -> tuple[str | None, str | None]:
    """Start and end as ISO 8601 dates, each only where it is stated.

    Args:
        phrases: the prepositional phrases beside what tells of the role.
        effect: ``"Begins"`` or ``"Ends"`` where the role is taken up or left: "in 2021" says when.
    """
    own = list(phrases)
    inner = [pair for word, noun in own if word == "from" for pair in syntax.noun_modifiers(noun)]
    dates = {word: date for word, noun in (*inner, *own) if (date := stated(noun))}
    start = next((date for word, date in dates.items() if word in _SINCE), None)
    end = next((date for word, date in dates.items() if word in _UNTIL), None)
    if "from" in dates:
        end = end or dates.get("to")
    at = next((date for word, date in dates.items() if word in _AT), None)
    if effect == "Begins":
        start = start or at
    elif effect == "Ends":
        end = end or at
    return start, end


def stated(noun: Token) -> str | None:
    """The date that a phrase is, as far as it is stated with its year: "May 2021" is 2021-05."""
    first = noun
    while first.i > noun.left_edge.i and first.nbor(-1).pos_ != "ADP":
        first = first.nbor(-1)
    found = _DATE.match(" ".join(t.text for t in noun.doc[first.i : first.i + 4]))
    if found is None:
        return None
    month = found["month"] or found["month2"]
    day = found["day"] or found["day2"]
    parts = [found["year"]]
    if month:
        parts.append(f"{MONTHS.index(month.lower()) + 1:02}")
        parts += [f"{int(day):02}"] if day and 1 <= int(day) <= 31 else []
    return "-".join(parts)

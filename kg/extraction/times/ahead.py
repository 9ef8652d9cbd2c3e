"""A present tense that tells of what is to come: "the council votes tomorrow", "Hale leaves in July"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from ...ontology import Action, Ontology
from .. import syntax
from ..tokens import Token
from .expressions import Expression
from .meanings import Between, Calendar, Direction, Meaning, MonthOf, Part, Shift, Span, Weekday
from .words import DAYS_IN, MONTHS_IN

#: After these a time says when it will be; "since" and "until" say how long it has been or will be.
_POINTS = (None, "on", "in", "at", "from", "after", "over", "around", "within")


class Ahead(IntEnum):
    """How far a time lies ahead by its words: "Monday" may be last Monday's, "tomorrow" may not."""

    NO = 0
    PERHAPS = 1
    SURELY = 2


def is_to_come(verb: Token, action: Action, ahead: Ahead, *, told: bool, ontology: Ontology) -> bool:
    """Whether a verb in the present, with such a time, tells of what will be done.

    What somebody thinks, wants or says is so now, whenever that will be of which they speak.

    Args:
        verb: the verb of the clause.
        action: what it does.
        ahead: the furthest of its times.
        told: whether words of somebody's are reported by it.
        ontology: its word lists.
    """
    words = ontology.words
    lasting = verb.lower_ in words["StateVerb"] or (
        verb.lower_ in words["LastingVerb"] and (verb.tag_ != "VBG" or _presses(verb, ontology))
    )
    if not ahead or lasting or syntax.tense(verb) != "present":
        return False
    if verb.lower_ in words["ScheduledVerb"]:
        return True
    speaks = action.reports or action.content_modality is not None
    return not told and (not speaks or (action.reports and ahead is Ahead.SURELY))


def _presses(verb: Token, ontology: Ontology) -> bool:
    """Whether what somebody is facing is there now: "is facing criticism on Tuesday", not "a trial"."""
    return any(noun.lower_ in ontology.words["PressureNoun"] for noun in syntax.objects(verb))


def ahead_of(
    expressions: Iterable[tuple[Expression, str]], verb: Token, day: date | None, ontology: Ontology
) -> Ahead:
    """How far the times of a verb lie ahead of the day of telling.

    Args:
        expressions: its times, each with its words.
        verb: the verb.
        day: the day of telling, if that is known.
        ontology: its word lists.
    """
    words = ontology.words
    coming = words["AheadWord"]
    found = [_place(e, said, day, coming) for e, said in expressions if e.preposition in _POINTS]
    found += [Ahead.PERHAPS for word, noun in syntax.obliques(verb) if _is_near(word, noun)]
    if any(word.lower_ in words["ComingAdverb"] for word in syntax.adverbs(verb)):
        found.append(Ahead.SURELY)
    return max(found, default=Ahead.NO)


def _is_near(preposition: str, noun: Token) -> bool:
    """Whether a phrase counts from now on, and is no date: "in two weeks", "within days", "at the end"."""
    counted = any(c.like_num or c.lower_ == "a" for c in noun.lefts)
    units = noun.lower_.rstrip("s") in (*DAYS_IN, *MONTHS_IN)
    later = (preposition == "in" and counted) or (preposition == "within" and noun.lower_.endswith("s"))
    return (units and later and not _times_a_goal(noun)) or (preposition == "at" and noun.lower_ == "end")


def _times_a_goal(noun: Token) -> bool:
    """Whether a time says when that will be which somebody nears: "moves towards its jubilee in May"."""
    edge = noun.left_edge
    before = edge.nbor(-1) if edge.i > edge.sent.start else edge
    return syntax.is_nominal(before) and syntax.preposition(before) in ("toward", "towards", "until", "till")


def _place(expression: Expression, said: str, day: date | None, coming: frozenset[str]) -> Ahead:
    opening, *rest = said.lower().split()
    if opening in coming or (opening != "the" and any(word in coming for word in rest)):
        return Ahead.SURELY
    return _of(expression.meaning, day)


def _of(meaning: Meaning | None, day: date | None) -> Ahead:
    match meaning:
        case Shift(_, by):
            return Ahead.SURELY if by > 0 else Ahead.NO
        case Weekday(_, weeks, near):
            if near < 0 or (weeks or 0) < 0:
                return Ahead.NO
            return Ahead.SURELY if near > 0 or (weeks or 0) > 0 else Ahead.PERHAPS
        case Calendar(int(year), month, day_of_month):
            if day is None:
                return Ahead.NO
            later = (year, month or 12, day_of_month or 31) > (day.year, day.month, day.day)
            return Ahead.PERHAPS if later else Ahead.NO
        case Calendar():
            return Ahead.PERHAPS
        case MonthOf(_, years):
            return Ahead.SURELY if years > 0 else Ahead.PERHAPS if years == 0 else Ahead.NO
        case Span(_, by):
            return Ahead.SURELY if by > 0 else Ahead.NO
        case Part(_, side):
            return Ahead.SURELY if side is Direction.FUTURE else Ahead.NO
        case Between(first, _):
            return _of(first, day)
    return Ahead.NO

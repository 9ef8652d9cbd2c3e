"""Of which happening a time is said, and what becomes of it in the graph."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from kg import rdf
from kg.extraction import Knowledge
from kg.extraction.events import find_events
from kg.extraction.times import Direction
from kg.model import Argument, Article, Extraction, Passage, Statement, Time

from .by_hand import doc, only, reading

#: A Wednesday.
DAY = date(2025, 3, 5)
PAST, FUTURE = Direction.PAST, Direction.FUTURE


PEOPLE = {"Hale": "PERSON", "Marsh": "PERSON"}


def times(made, action: str, *, dated: bool = True) -> list[tuple[str, str, str | None]]:
    """Role, words and name of the times of the one statement of an action."""
    extraction = reading(made, date=DAY.isoformat() if dated else None)
    words = extraction.article.words
    return [
        (a.role, words(a.passage), a.when.name if a.when else None)
        for a in only(extraction, action).arguments
        if a.role in ("time", "deadline")
    ]


def test_a_time_is_no_part_of_the_phrase_before_it_whatever_the_parse_hangs_it_on():
    made = doc(
        "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT an/DT/4/det agreement/NN/2/obj "
        "today/NN/4/nmod:unmarked ././2/punct",
        names={"Hale": "PERSON"},
    )
    assert times(made, "Reject") == [("time", "today", "2025-03-05")]
    assert times(made, "Reject", dated=False) == [("time", "today", None)]


def test_a_present_tense_leaves_open_which_monday():
    made = doc(
        "Hale/NNP/2/nsubj rejects/reject/VBZ/0/ROOT the/DT/4/det plan/NN/2/obj on/IN/6/case "
        "Monday/NNP/2/obl ././2/punct",
        names={"Hale": "PERSON"},
    )
    assert times(made, "Reject") == [("time", "on Monday", None)]


def test_a_time_with_a_preposition_stays_with_a_noun_that_may_have_it_and_leaves_a_name():
    attack = doc(
        "Hale/NNP/2/nsubj condemned/condemn/VBD/0/ROOT the/DT/4/det attack/NN/2/obj on/IN/6/case "
        "Monday/NNP/4/nmod ././2/punct",
        names={"Hale": "PERSON"},
    )
    assert times(attack, "Condemn") == []
    person = doc(
        "Hale/NNP/2/nsubj condemned/condemn/VBD/0/ROOT Marsh/NNP/2/obj on/IN/5/case "
        "Monday/NNP/3/nmod ././2/punct",
        names=PEOPLE,
    )
    assert times(person, "Condemn") == [("time", "on Monday", "2025-03-03")]


def test_a_time_before_the_subject_holds_for_both_verbs_that_share_it():
    fronted = doc(
        "On/IN/2/case Monday/NNP/4/obl Hale/NNP/4/nsubj praised/praise/VBD/0/ROOT Marsh/NNP/4/obj "
        "and/CC/7/cc "
        "rejected/reject/VBD/4/conj the/DT/9/det plan/NN/7/obj ././4/punct",
        names=PEOPLE,
    )
    assert times(fronted, "Praise") == times(fronted, "Reject") == [("time", "On Monday", "2025-03-03")]
    within = doc(
        "Hale/NNP/2/nsubj praised/praise/VBD/0/ROOT Marsh/NNP/2/obj on/IN/5/case Monday/NNP/2/obl "
        "and/CC/7/cc "
        "rejected/reject/VBD/2/conj the/DT/9/det plan/NN/7/obj ././2/punct",
        names=PEOPLE,
    )
    assert times(within, "Praise") == [("time", "on Monday", "2025-03-03")]
    assert times(within, "Reject") == []


def test_what_is_promised_by_a_day_is_due_then_and_the_promise_has_its_own_day():
    made = doc(
        "Hale/NNP/2/nsubj promised/promise/VBD/0/ROOT on/IN/4/case Monday/NNP/2/obl to/TO/6/mark "
        "publish/publish/VB/2/xcomp the/DT/8/det report/NN/6/obj by/IN/10/case Friday/NNP/6/obl ././2/punct",
        names={"Hale": "PERSON"},
    )
    due = ("deadline", "by Friday", "--2025-03-07")
    assert times(made, "Publish") == [due]
    assert times(made, "Promise") == [due, ("time", "on Monday", "2025-03-03")]


def test_what_was_done_by_a_day_was_not_due():
    made = doc(
        "By/IN/2/case Monday/NNP/5/obl Hale/NNP/5/nsubj had/have/VBD/5/aux published/publish/VBN/0/ROOT "
        "the/DT/7/det report/NN/5/obj ././5/punct",
        names={"Hale": "PERSON"},
    )
    assert times(made, "Publish") == [("time", "By Monday", "--2025-03-03")]


def said(tail: str):
    """A direct quote about a Friday, with words after its cue."""
    return doc(
        "‘/``/4/punct I/PRP/4/nsubj will/MD/4/aux reject/reject/VB/11/ccomp the/DT/6/det plan/NN/4/obj "
        "on/IN/8/case Friday/NNP/4/obl ,/,/11/punct ’/''/11/punct said/say/VBD/0/ROOT Hale/NNP/11/nsubj "
        + tail
        + " ././11/punct",
        names={"Hale": "PERSON"},
    )


def test_the_days_of_a_quote_count_from_the_day_on_which_it_was_said():
    on_sunday = said("on/IN/14/case Sunday/NNP/11/obl")
    assert times(on_sunday, "Reject") == [("time", "on Friday", "2025-03-07")]
    in_may = said("in/IN/14/case May/NNP/11/obl")
    assert times(in_may, "Reject") == [("time", "on Friday", None)]
    # Of a quote from the last days the next Friday may be either of two.
    assert times(said("quietly/RB/11/advmod"), "Reject") == [("time", "on Friday", None)]


def test_a_time_outside_a_quote_is_that_of_its_cue_though_the_parse_hangs_it_inside():
    made = said("on/IN/14/case Sunday/NNP/4/obl")
    assert times(made, "Say") == [("time", "on Sunday", "2025-03-02")]
    assert times(made, "Reject") == [("time", "on Friday", "2025-03-07")]


# Events and the graph.


def met(start: int, when: Time | None) -> Statement:
    """That Hale met Marsh, in some place of an article."""
    passage = Passage("a" * 16, start, start + 3)
    arguments = [Argument("agent", passage, "Hale"), Argument("coAgent", passage, "Marsh")]
    if when is not None:
        arguments.append(Argument("time", passage, when=when))
    return Statement("Meet", passage, passage, tuple(arguments))


MONDAY, THURSDAY = Time("2025-03-03", "2025-03-03"), Time("2025-03-06", "2025-03-06")
WEEK = Time("2025-03-03", "2025-03-09")


@pytest.mark.parametrize(
    ("told", "events"),
    [
        ([MONDAY, MONDAY], 1),
        ([MONDAY, None], 1),
        ([MONDAY, WEEK], 1),
        ([MONDAY, THURSDAY], 2),
        ([MONDAY, THURSDAY, None], 3),
        ([MONDAY, THURSDAY, WEEK], 1),
        ([None, None], 1),
    ],
)
def test_what_is_told_of_days_apart_is_two_events(told, events):
    statements = [met(10 * index, when) for index, when in enumerate(told)]
    found = find_events(statements)
    assert len(found) == len({event.key for event in found}) == events
    assert sorted(s for event in found for s in event.statements) == statements


def graph(*arguments: Argument) -> set[str]:
    """The triples about times of a graph of one statement with some arguments, as N-Triples "
    "of short names."""
    text = "Hale will publish it in 2022 by Friday, recently."
    article = Article(text)
    placed = [replace(a, passage=Passage(article.key, a.passage.start, a.passage.end)) for a in arguments]
    whole = Passage(article.key, 0, len(text))
    statement = Statement("Publish", Passage(article.key, 10, 17), whole, tuple(placed))
    extraction = Extraction(article, statements=(statement,), events=tuple(find_events([statement])))
    names = ("hasTime", "deadline", "timeText", "deadlineText", "date", "firstDay", "lastDay", "resolvesTo")
    return {
        f"{name} {str(quad.object).removeprefix('<https://kg.example/')}"
        for quad in rdf.quads(extraction, Knowledge.shipped().ontology)
        if (name := re.split("[#/]", quad.predicate.value)[-1]) in names
    }


def test_a_year_a_deadline_and_an_open_time_in_the_graph():
    xsd = "<http://www.w3.org/2001/XMLSchema#"
    assert graph(Argument("time", Passage("", 21, 28), when=Time("2022-01-01", "2022-12-31"))) == {
        "hasTime time/2022>",
        "resolvesTo time/2022>",
        f'date "2022"^^{xsd}gYear>',
        f'firstDay "2022-01-01"^^{xsd}date>',
        f'lastDay "2022-12-31"^^{xsd}date>',
    }
    assert graph(Argument("deadline", Passage("", 29, 38), when=Time(None, "2025-03-07"))) == {
        "deadline time/--2025-03-07>",
        "resolvesTo time/--2025-03-07>",
        f'lastDay "2025-03-07"^^{xsd}date>',
    }
    assert graph(Argument("time", Passage("", 40, 48))) == {'timeText "recently"'}
    assert graph(Argument("deadline", Passage("", 29, 38))) == {'deadlineText "by Friday"'}

"""Which words say when, and which days they mean for an article of a known day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.times import Direction, days, find_expressions
from kg.extraction.times.meanings import Calendar, Shift, Span, Weekday
from kg.model import Time

#: A Wednesday.
DAY = date(2025, 3, 5)
PAST, FUTURE = Direction.PAST, Direction.FUTURE


def found(sentence: str) -> list[str]:
    words = sentence.split()
    return [" ".join(words[e.first : e.last + 1]) for e in find_expressions(words)]


def resolved(words: str, direction: Direction | None, told: date | None = DAY) -> str | None:
    """The name of the time that the only expression of some words means."""
    (expression,) = find_expressions(words.split())
    time = days(expression.meaning, expression.bound, told, direction)
    return None if time is None else time.name


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The town council met Oxley Council today .", ["today"]),
        ("Norland closed its borders today .", ["today"]),
        ("They signed an agreement today .", ["today"]),
        ("Marsh visited Germany last month .", ["last month"]),
        ("Hale met Marsh on Monday .", ["on Monday"]),
        ("The bridge opened in 2022 .", ["in 2022"]),
        ("Hale left two years ago .", ["two years ago"]),
        ("Hale will answer by the end of March .", ["by the end of March"]),
        ("It is due before Easter .", ["before Easter"]),
        ("Hale has led it since 2019 .", ["since 2019"]),
        ("Hale was away from 3 to 5 May .", ["from 3 to 5 May"]),
        ("Hale resigned on 12 January 2025 .", ["on 12 January 2025"]),
        ("Hale resigned on January 12 , 2025 .", ["on January 12 , 2025"]),
        ("They meet at 3 pm on Friday .", ["at 3 pm on Friday"]),
        ("They met this afternoon .", ["this afternoon"]),
        ("Hale was sacked late on Thursday night .", ["late on Thursday night"]),
        ("They met on Tuesday and again on Thursday .", ["on Tuesday", "again on Thursday"]),
        ("Hale recently left .", ["recently"]),
        ("They met the previous week .", ["the previous week"]),
        ("It fell between 2019 and 2022 .", ["between 2019 and 2022"]),
        ("Hale called on Wednesday 8 January for help .", ["on Wednesday 8 January"]),
        # A length of time is no point in time.
        ("Marsh led the council for nine years .", []),
        ("Work took three months .", []),
        ("The plan costs £ 5 million a year .", []),
        # What belongs to a noun says nothing of the verb.
        ("Hale rejected today 's plan .", []),
        ("The talks of last week failed .", []),
        # No time at all.
        ("Hale may reject the plan .", []),
        ("Protesters march to the town hall .", []),
        ("The court heard 2022 witnesses .", []),
        ("In 2022 , 15 schools closed .", ["In 2022"]),
        ("By 2022 15 % had left .", []),
        # However far from its first word what tells a time stands.
        (
            "They met early no later than about three and a half years ago .",
            ["early no later than about three and a half years ago"],
        ),
        ("Hale left on Boxing Eve .", ["on Boxing Eve"]),
    ],
)
def test_the_words_that_say_when(sentence, expected):
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("words", "direction", "expected"),
    [
        ("today", PAST, "2025-03-05"),
        ("yesterday evening", PAST, "2025-03-04"),
        ("last night", PAST, "2025-03-04"),
        ("the day after tomorrow", FUTURE, "2025-03-07"),
        ("on Monday", PAST, "2025-03-03"),
        ("on Wednesday", PAST, "2025-03-05"),
        ("on Thursday", PAST, "2025-02-27"),
        ("on Thursday", FUTURE, "2025-03-06"),
        ("on Monday", FUTURE, "2025-03-10"),
        ("on Monday last week", PAST, "2025-02-24"),
        ("by Friday", FUTURE, "--2025-03-07"),
        ("until Friday", FUTURE, "--2025-03-07"),
        ("before Friday", FUTURE, "--2025-03-06"),
        ("after Friday", FUTURE, "2025-03-08--"),
        ("since Monday", None, "2025-03-03--"),
        ("last week", PAST, "2025-02-24--2025-03-02"),
        ("next week", FUTURE, "2025-03-10--2025-03-16"),
        ("this week", PAST, "2025-03-03--2025-03-09"),
        ("last month", PAST, "2025-02"),
        ("next month", FUTURE, "2025-04"),
        ("last year", PAST, "2024"),
        ("earlier this month", PAST, "2025-03-01--2025-03-05"),
        ("later this year", FUTURE, "2025-03-05--2025-12-31"),
        ("three days ago", PAST, "2025-03-02"),
        ("two months ago", PAST, "2025-01"),
        ("two years ago", PAST, "2023"),
        ("in the past two weeks", PAST, "2025-02-19--2025-03-05"),
        ("within the next 10 days", FUTURE, "2025-03-05--2025-03-15"),
        ("in May", PAST, "2024-05"),
        ("in May", FUTURE, "2025-05"),
        ("in March", PAST, "2025-03"),
        ("in May last year", PAST, "2024-05"),
        ("by the end of March", FUTURE, "--2025-03-31"),
        ("in early 2024", PAST, "2024"),
        ("on 12 January", PAST, "2025-01-12"),
        ("on 12 January", FUTURE, "2026-01-12"),
        ("on 29 February", PAST, "2024-02-29"),
        ("from 3 to 5 May", FUTURE, "2025-05-03--2025-05-05"),
        ("from Monday to Thursday", FUTURE, "2025-03-10--2025-03-13"),
        ("from Monday to Thursday", PAST, "2025-02-24--2025-02-27"),
        ("from May to July 2022", PAST, "2022-05-01--2022-07-31"),
        ("in the 1990s", PAST, "1990-01-01--1999-12-31"),
        ("at 3 pm on Friday", FUTURE, "2025-03-07"),
    ],
)
def test_the_days_that_words_mean_for_an_article_of_a_wednesday(words, direction, expected):
    assert resolved(words, direction) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("recently", "before Easter", "in the summer", "last autumn", "the previous week", "at 3 pm"),
        *("within two weeks", "every Monday", "several years ago", "nearly two years ago", "that day"),
    ],
)
@pytest.mark.parametrize("direction", [PAST, FUTURE, None])
def test_what_leaves_the_day_open_is_not_guessed(words, direction):
    assert resolved(words, direction) is None


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("on Monday", None),  # "Hale meets Marsh on Monday": which one?
        ("in May", None),
        ("last Monday", PAST),  # the day before yesterday, or Monday of last week?
        ("next Friday", FUTURE),  # in two days, or in nine?
        ("this Monday", FUTURE),
        ("on 30 February", PAST),
        ("on 31 April 2024", PAST),
    ],
)
def test_what_may_be_two_days_or_none_is_not_resolved(words, direction):
    assert resolved(words, direction) is None


def test_last_friday_is_clear_where_both_readings_agree():
    assert resolved("last Friday", PAST) == "2025-02-28"
    assert resolved("next Monday", FUTURE) == "2025-03-10"


@pytest.mark.parametrize(
    "words", ["today", "on Monday", "last week", "in May", "two years ago", "since Monday"]
)
@pytest.mark.parametrize("direction", [PAST, FUTURE])
def test_nothing_relative_is_resolved_without_the_day_of_the_article(words, direction):
    assert resolved(words, direction, None) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on 12 January 2025", "2025-01-12"),
        ("on January 12 , 2025", "2025-01-12"),
        ("in March 2023", "2023-03"),
        ("in 2022", "2022"),
        ("since 2019", "2019-01-01--"),
        ("between 2019 and 2022", "2019-01-01--2022-12-31"),
    ],
)
def test_a_date_with_its_year_needs_no_day_of_the_article(words, expected):
    assert resolved(words, None, None) == resolved(words, PAST) == expected


DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
WEEKDAYS = st.builds(Weekday, st.integers(0, 6))
MONTHS = st.builds(Calendar, st.none(), st.integers(1, 12))
MONTH_DAYS = st.builds(Calendar, st.none(), st.integers(1, 12), st.integers(1, 28))
NEAREST = st.one_of(WEEKDAYS, MONTHS, MONTH_DAYS)
SHIFTS = st.builds(Shift, st.sampled_from(("day", "week", "weekend", "month", "year")), st.integers(-40, 40))
SPANS = st.builds(Span, st.sampled_from(("day", "week", "month", "year")), st.integers(-40, 40))


@given(NEAREST, DAYS)
def test_a_past_has_begun_and_a_future_is_not_over(meaning, told):
    past, future = days(meaning, "at", told, PAST), days(meaning, "at", told, FUTURE)
    assert past is not None and future is not None
    assert past.first <= told.isoformat() <= future.last


@given(WEEKDAYS, DAYS)
def test_a_weekday_is_the_nearest_one(meaning, told):
    for direction in Direction:
        found = days(meaning, "at", told, direction)
        assert found is not None and found.first == found.last == found.stated
        day = date.fromisoformat(found.first)
        assert day.weekday() == meaning.number and abs((day - told).days) < 7


@given(st.one_of(NEAREST, SHIFTS, SPANS), DAYS, st.integers(1, 400), st.sampled_from(Direction))
def test_a_later_article_never_means_an_earlier_day(meaning, told, later, direction):
    now, then = (days(meaning, "at", day, direction) for day in (told, told + timedelta(days=later)))
    assert now is not None and then is not None
    assert now.first <= then.first and now.last <= then.last
    assert now == days(meaning, "at", told, direction)


@given(st.one_of(NEAREST, SHIFTS), DAYS, st.sampled_from(Direction))
def test_before_and_after_a_time_leave_out_just_that_time(meaning, told, direction):
    at, before, after, by, since = (
        days(meaning, bound, told, direction) for bound in ("at", "before", "after", "by", "since")
    )
    assert not at.meets(before) and not at.meets(after) and at.meets(by) and at.meets(since)
    assert date.fromisoformat(before.last) + timedelta(days=1) == date.fromisoformat(at.first)
    assert date.fromisoformat(at.last) + timedelta(days=1) == date.fromisoformat(after.first)


@given(DAYS)
def test_a_name_says_all_that_a_time_is(day):
    month = days(Shift("month", 0), "at", day)
    year = days(Shift("year", 0), "at", day)
    assert (month.name, year.name) == (day.isoformat()[:7], day.isoformat()[:4])
    assert Time(day.isoformat(), day.isoformat()).name == day.isoformat()


# Which happening a time belongs to.

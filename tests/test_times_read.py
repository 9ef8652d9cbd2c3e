"""When things happened, as the shipped pipeline reads it in sentences of a Wednesday, 5 March 2025."""

from __future__ import annotations

import pytest

import kg
from kg.model import Article

READ = {
    "Tarn Council met Oxley Council today.": {("met", "time", "today", "2025-03-05")},
    "Norland closed its borders today.": {("closed", "time", "today", "2025-03-05")},
    "Peter Marsh visited Germany last month.": {("visited", "time", "last month", "2025-02")},
    "Tarn Council approved the bridge in 2022.": {("approved", "time", "in 2022", "2022")},
    "Ada Hale left the Harbour Party two years ago.": {("left", "time", "two years ago", "2023")},
    "Peter Marsh has led Tarn Council since 2019.": {("led", "time", "since 2019", "2019-01-01--")},
    "Peter Marsh led Tarn Council for nine years.": set(),
    "Ada Hale will meet Peter Marsh at 3 pm on Friday.": {
        ("meet", "time", "at 3 pm on Friday", "2025-03-07")
    },
    "The council will debate the plan next month.": {("debate", "time", "next month", "2025-04")},
    "Ada Hale will open the bridge in the summer.": {("open", "time", "in the summer", None)},
    "Ada Hale must publish the accounts before 1 July.": {
        ("publish", "deadline", "before 1 July", "--2025-06-30")
    },
    "Ada Hale promised to publish the report by the end of March.": {
        ("promised", "deadline", "by the end of March", "--2025-03-31"),
        ("publish", "deadline", "by the end of March", "--2025-03-31"),
    },
    "The mayor asked Ada Hale on Monday to leave by Wednesday.": {
        ("asked", "time", "on Monday", "2025-03-03"),
        ("asked", "deadline", "by Wednesday", "--2025-03-05"),
        ("leave", "deadline", "by Wednesday", "--2025-03-05"),
    },
    "On Monday Ada Hale met Peter Marsh and rejected his offer.": {
        ("met", "time", "On Monday", "2025-03-03"),
        ("rejected", "time", "On Monday", "2025-03-03"),
    },
    "‘I will resign on Friday,’ Ada Hale said on Tuesday.": {
        ("said", "time", "on Tuesday", "2025-03-04"),
        ("resign", "time", "on Friday", "2025-03-07"),
    },
    "‘I met Peter Marsh yesterday,’ Ada Hale said.": {("met", "time", "yesterday", None)},
    "The Friday meeting angered Ada Hale.": set(),
    "Ada Hale rejected today’s proposal.": set(),
}


@pytest.mark.parametrize(("sentence", "expected"), READ.items(), ids=READ.keys())
def test_when_it_happened(sentence, expected):
    article = Article(sentence, date="2025-03-05")
    assert {
        (article.words(s.trigger), a.role, article.words(a.passage), a.when and a.when.name)
        for s in kg.extract(article).statements
        for a in s.arguments
        if a.role in ("time", "deadline")
    } == expected

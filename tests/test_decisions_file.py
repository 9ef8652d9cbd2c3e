"""What a file of decisions may say, and what is refused with its line and a cure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.decisions import (
    Decisions,
    Merge,
    Reference,
    Rename,
    Rulings,
    SameAs,
    Split,
    beside,
    parse,
    read,
)
from kg.errors import DecisionsError
from kg.extraction import Knowledge

from .by_decision import named


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ('merge "Ada Hale" = "Ms Hale"', Merge(1, named("Ada Hale"), named("Ms Hale"))),
        ('MERGE “Ada Hale”="Ms  Hale" in a1', Merge(1, named("Ada Hale"), named("Ms Hale"), "a1")),
        (
            "merge ent:AdaHale = ent:0a1b.2-9",
            Merge(1, Reference("AdaHale", True), Reference("0a1b.2-9", True)),
        ),
        (
            'merge "A" = <https://news.example/kg/entity/B> in article:0a1b',
            Merge(1, named("A"), Reference("B", True), "0a1b"),
        ),
        ('split "Jo Ash" in "my article"', Split(1, named("Jo Ash"), "my article", "Jo Ash (my article)")),
        (
            'split "Jo Ash" in 7 as "Jo Ash (nurse)"  # seen by PT',
            Split(1, named("Jo Ash"), "7", "Jo Ash (nurse)"),
        ),
        ('rename "Hale" -> "Ada Hale"', Rename(1, named("Hale"), "Ada Hale")),
        ('rename "Hale" → "Ada “the” Hale"', Rename(1, named("Hale"), "Ada “the” Hale")),
        ('same-as "Ada Hale" = q42', SameAs(1, named("Ada Hale"), "http://www.wikidata.org/entity/Q42")),
        ('same-as "Ada Hale" = wd:Q42', SameAs(1, named("Ada Hale"), "http://www.wikidata.org/entity/Q42")),
        (
            'same-as "Ada Hale" = https://people.example/?id=7#it',
            SameAs(1, named("Ada Hale"), "https://people.example/?id=7#it"),
        ),
    ],
)
def test_a_line_is_a_decision(line: str, decision: object) -> None:
    assert parse(line).lines == (decision,)


def test_empty_lines_and_comments_decide_nothing() -> None:
    assert not parse("\n# nobody\n   \n\r\n  # merge\n").lines
    assert [d.line for d in parse('# one\r\nrename "A" -> "B"\r\n\r\nrename "C" -> "D"').lines] == [2, 4]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("join Ada and Ben", "'join'"),
        ("merge Ada = Ben", "'Ada'"),
        ('merge "Ada" "Ben"', "'='"),
        ('merge "Ada" =', "name"),
        ('merge "Ada" = "Ben" into a1', "more"),
        ('merge "Ada" = "Ben', "never closed"),
        ('merge "…" = "Ben"', "no name"),
        ('split "Ada" as "Ben"', "'in'"),
        ("split ent:Ada in a1", "as"),
        ('rename "Ada" = "Ben"', "'->'"),
        ('rename "Ada" -> Ben', "name"),
        ('same-as "Ada" = 42', "Wikidata"),
        ('same-as "Ada" = https://[', "Wikidata"),
        ('"Ada" = "Ben"', "what to do"),
    ],
)
def test_a_line_that_is_no_decision_is_refused_with_its_number_and_a_cure(line: str, word: str) -> None:
    with pytest.raises(DecisionsError, match=r"^news\.decisions:3: ") as refused:
        parse(f"# first\n\n{line}\n", "news.decisions")
    assert word in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (
        "merge" in str(refused.value)
        or line.split()[0] in str(refused.value)
        or "Close" in str(refused.value)
    )


@given(
    st.text()
    | st.lists(st.sampled_from(['"A"', "merge", "split", "in", "=", "->", "ent:A", '"', " ", "\n"])).map(
        "".join
    )
)
def test_any_text_is_decisions_or_refused(text: str) -> None:
    try:
        parse(text)
    except DecisionsError as refused:
        assert str(refused).startswith("decisions:")


def test_a_file_is_read_and_one_that_cannot_be_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "news.decisions"
    file.write_bytes('﻿rename "Zoë" -> "Zoë Ash"\r\n'.encode())
    assert read(file) == Decisions(str(file), (Rename(1, named("Zoë"), "Zoë Ash"),))
    with pytest.raises(DecisionsError, match=r"missing\.decisions"):
        read(tmp_path / "missing.decisions")
    file.write_bytes("\nrename “Zoë” -> “Zoe”".encode("cp1252"))
    with pytest.raises(DecisionsError, match=r"news\.decisions:2 is not UTF-8"):
        read(file)


@pytest.mark.parametrize("output", ["news.ttl", "news.nq.gz", "news.TRIG", "news"])
def test_decisions_are_kept_beside_the_graph(output: str, tmp_path: Path) -> None:
    assert beside(tmp_path / output) == tmp_path / "news.decisions"


def test_decisions_are_kept_beside_a_folder_that_holds_a_graph(tmp_path: Path) -> None:
    (tmp_path / "news.v1").mkdir()
    assert beside(tmp_path / "news.v1") == tmp_path / "news.v1.decisions"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('merge "A" = "B"\nmerge "B" = "A"', ":2: with other lines this leads round in a circle"),
        ('merge "A" = "B"\nmerge "B" = "C"\nsplit "A" in a1 as "C"', ":3: with other lines"),
        ('merge "A" = "B"\nmerge "C" = "B"', ":2: line 1 decides otherwise"),
        ('rename "A" -> "B"\nrename "A" -> "C"', ":2: line 1 decides otherwise"),
        ('split "A" in a1 as "B"\nsplit "A" in a1 as "C"', ":2: line 1 decides otherwise"),
        ('split "A" in a1 as "A"', "would stay what it is"),
        (
            'rename "A" -> "B"\nmerge "C" = "B"',
            "the new name that line 1 gives. Write the name that the articles",
        ),
        ('merge "Ada Hale" = "B"\nmerge "Ada-Hale" = "C"', "is also written 'Ada Hale'"),
        ('merge ent:AdaHale = "B"', "Write its name on the left"),
        ('rename "Cooper" -> "Yvette Cooper"', 'write: merge "Yvette Cooper" = "Cooper"'),
    ],
)
def test_lines_that_cannot_all_be_followed_are_refused(text: str, words: str, knowledge: Knowledge) -> None:
    with pytest.raises(DecisionsError) as refused:
        Rulings(parse(text, "news.decisions"), knowledge)
    assert words in str(refused.value)
    assert str(refused.value).startswith("news.decisions:")


def test_a_name_of_two_known_people_is_refused(knowledge: Knowledge) -> None:
    known = dict(knowledge.gazetteer.known)
    for key in ("JoAshOne", "JoAshTwo"):
        known[key] = replace(known["YvetteCooper"], key=key, label="Jo Ash", names=("Jo Ash",))
    with_two = Knowledge(knowledge.ontology, replace(knowledge.gazetteer, known=known))
    with pytest.raises(DecisionsError, match="may be ent:JoAshOne or ent:JoAshTwo"):
        Rulings(parse('merge "Jo Ash" = "Mr Ash"'), with_two)
    Rulings(parse('merge ent:JoAshTwo = "Mr Ash"'), with_two)

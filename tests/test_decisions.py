"""Who is who by decision: what it changes in an article, and what it never may."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.check import check
from kg.decisions import (
    Rulings,
    apply,
    parse,
)
from kg.errors import DecisionsError
from kg.extraction import Knowledge
from kg.extraction.events import find_events
from kg.model import (
    Entity,
    Extraction,
)

from .by_decision import NAMES, article_with, decided, edges, entity, store_of, who_is


@pytest.fixture
def first() -> Extraction:
    return article_with("first", *NAMES)


# What is changed.


def test_a_merge_makes_two_one_wherever_they_are_meant(first: Extraction, knowledge: Knowledge) -> None:
    merged = decided(first, 'merge "Ada Hale" = "Ms Hale"\nmerge "Ada Hale" = "A. Hale"', knowledge)
    assert entity(merged, "Ada Hale").aliases == ("A. Hale", "Ms Hale")
    assert not {"MsHale", "AHale"} & {e.key for e in merged.entities}
    assert [who_is(merged, words) for words in NAMES] == ["Ada Hale", "Ada Hale", "Ben Orme", "Ada Hale"]
    assert {q.speaker for q in merged.quotes} == {"AdaHale"}
    assert [s.quote for s in merged.statements] == list(merged.quotes)
    assert [a.quote for a in merged.attestations] == list(merged.quotes)
    assert merged.events == tuple(find_events(merged.statements))


def test_the_rule_on_a_mention_tells_of_the_decision(first: Extraction, knowledge: Knowledge) -> None:
    merged = decided(first, 'merge "Ada Hale" = "Ms Hale"\nsplit "Ben Orme" in first', knowledge)
    rules = {first.article.words(m.passage): m.rule for m in merged.mentions}
    assert rules["Ada Hale"] == "full-name"
    assert rules["Ms Hale"] == "full-name + merge"
    assert rules["Ben Orme"] == "full-name + split"


def test_merges_are_followed_from_one_to_the_next(first: Extraction, knowledge: Knowledge) -> None:
    merged = decided(first, 'merge "Ms Hale" = "A. Hale"\nmerge "Ada Hale" = "Ms Hale"', knowledge)
    assert {who_is(merged, words) for words in ("Ada Hale", "Ms Hale", "A. Hale")} == {"Ada Hale"}


def test_a_merge_may_hold_in_one_article_alone(knowledge: Knowledge) -> None:
    text = 'merge "Ada Hale" = "Ms Hale" in second'
    first, second = (decided(article_with(id, *NAMES), text, knowledge) for id in ("first", "second"))
    assert who_is(first, "Ms Hale") == "Ms Hale"
    assert who_is(second, "Ms Hale") == "Ada Hale"
    by_key = f'merge "Ada Hale" = "Ms Hale" in article:{first.article.key}'
    assert who_is(decided(article_with("first", *NAMES), by_key, knowledge), "Ms Hale") == "Ada Hale"


def test_what_only_one_article_knows_is_merged_by_its_iri(first: Extraction, knowledge: Knowledge) -> None:
    plan = entity(first, "plan").key
    merged = decided(first, f'merge "Harbour plan" = ent:{plan}', knowledge)
    assert entity(merged, "Harbour plan").key == "HarbourPlan"
    assert who_is(merged, "the plan") == "Harbour plan"
    assert merged.statements[0].arguments[1].entity == "HarbourPlan"


def test_a_merge_with_a_known_entity_brings_what_is_known(first: Extraction, knowledge: Knowledge) -> None:
    known = knowledge.gazetteer.known["KeirStarmer"]
    merged = decided(first, 'merge "Keir Starmer" = "Ben Orme"', knowledge)
    found = entity(merged, "Keir Starmer")
    assert (found.key, found.same_as) == ("KeirStarmer", known.same_as)
    assert {"Ben Orme", *known.names} == {found.label, *found.aliases}


def test_a_split_is_about_one_article_and_has_a_name_of_its_own(knowledge: Knowledge) -> None:
    text = 'split "Ben Orme" in second'
    first, second = (decided(article_with(id, *NAMES), text, knowledge) for id in ("first", "second"))
    assert who_is(first, "Ben Orme") == "Ben Orme"
    assert who_is(second, "Ben Orme") == "Ben Orme (second)"
    assert entity(second, "Ben Orme (second)").aliases == ("Ben Orme",)
    assert second.statements[0].arguments[0].entity == "BenOrmeSecond"
    assert second.attestations[0].person == "BenOrmeSecond"


def test_two_splits_with_one_name_are_one_person(knowledge: Knowledge) -> None:
    text = "\n".join(f'split "Ben Orme" in {id} as "Ben Orme (mayor)"' for id in ("first", "second"))
    found = {
        entity(decided(article_with(id, *NAMES), text, knowledge), "Ben Orme (mayor)")
        for id in ("first", "second")
    }
    assert len(found) == 1


def test_a_split_takes_nothing_known_along(knowledge: Knowledge) -> None:
    made = article_with("first", *NAMES)
    starmer = Entity(
        "KeirStarmer", "Keir Starmer", ("Person",), ("Ada Hale", "Sir Keir"), ("http://x.example/1",)
    )
    made = replace(made, entities=(*made.entities, starmer))
    split = decided(made, 'split "Keir Starmer" in first as "Keir Starmer (baker)"', knowledge)
    found = entity(split, "Keir Starmer (baker)")
    assert (found.aliases, found.same_as) == (("Ada Hale",), ())


def test_a_split_also_takes_what_was_merged(first: Extraction, knowledge: Knowledge) -> None:
    text = 'merge "Ada Hale" = "Ms Hale"\nsplit "Ada Hale" in first as "Ada Hale (nurse)"'
    split = decided(first, text, knowledge)
    assert {who_is(split, words) for words in ("Ada Hale", "Ms Hale")} == {"Ada Hale (nurse)"}


def test_a_new_name_leaves_the_iri_and_the_old_name(first: Extraction, knowledge: Knowledge) -> None:
    renamed = decided(first, 'rename "A. Hale" -> "Agnes Hale"\nsame-as "Agnes Hale" = Q42', knowledge)
    found = entity(renamed, "Agnes Hale")
    assert (found.key, found.aliases) == ("AHale", ("A. Hale",))
    assert found.same_as == ("http://www.wikidata.org/entity/Q42",)
    assert renamed.mentions == first.mentions


def test_what_is_not_decided_is_left_as_it_is(first: Extraction, knowledge: Knowledge) -> None:
    assert decided(first, "", knowledge) is first
    assert decided(first, 'merge "Ada Hale" = "Cyd Hale"', knowledge) == first


# What must never be changed.


def test_a_merge_makes_no_fact_of_a_claim(first: Extraction, knowledge: Knowledge) -> None:
    assert not edges(first, knowledge)
    same_mouth = decided(first, 'merge "Ben Orme" = "Ms Hale"', knowledge)
    assert edges(same_mouth, knowledge) == {"saysRejected"}
    assert not check(store_of(same_mouth, knowledge=knowledge))
    other_mouth = decided(first, 'merge "Ada Hale" = "Ms Hale"', knowledge)
    assert not edges(other_mouth, knowledge)


def test_a_split_takes_an_edge_away_that_nobody_else_may_state(
    first: Extraction, knowledge: Knowledge
) -> None:
    own = decided(first, 'merge "Ben Orme" = "Ms Hale"', knowledge)
    told = replace(first, quotes=own.quotes, statements=own.statements, events=own.events)
    assert edges(told, knowledge) == {"saysRejected"}
    apart = decided(first, 'split "Ms Hale" in first as "Mavis Hale"', knowledge)
    assert not edges(apart, knowledge)


def test_a_body_holds_no_role(first: Extraction, knowledge: Knowledge) -> None:
    council = Entity("OxleyCouncil", "Oxley Council", ("Organisation", "Council"))
    with_council = replace(first, entities=tuple(sorted((*first.entities, council))))
    merged = decided(with_council, 'merge "Oxley Council" = "Ben Orme"', knowledge)
    assert entity(merged, "Oxley Council").classes == ("Organisation", "Council")
    assert not merged.attestations
    assert not check(store_of(merged, knowledge=knowledge))


def test_decisions_keep_the_contract_of_the_graph(knowledge: Knowledge) -> None:
    text = "\n".join(
        (
            'merge "Ada Hale" = "Ms Hale"',
            'merge "Keir Starmer" = "A. Hale" in first',
            'split "Ben Orme" in second as "Ben Orme (mayor)"',
            'rename "Ada Hale" -> "Dame Ada Hale"',
            'same-as "Ada Hale" = Q42',
        )
    )
    rulings = Rulings(parse(text), knowledge)
    both = [apply(article_with(id, *NAMES), rulings).extraction for id in ("first", "second")]
    store = store_of(*both, knowledge=knowledge)
    assert not check(store)
    turned = store_of(*reversed(both), knowledge=knowledge)
    assert list(store.quads()) == list(turned.quads())


_NAMES = st.sampled_from(("Ada Hale", "Ms Hale", "Ben Orme", "A. Hale", "plan", "Cyd Ash", "Keir Starmer"))
_LINES = st.one_of(
    st.builds('merge "{}" = "{}"{}'.format, _NAMES, _NAMES, st.sampled_from(("", " in first"))),
    st.builds(
        'split "{}" in {}{}'.format,
        _NAMES,
        st.sampled_from(("first", "second")),
        st.sampled_from(("", ' as "Eve"')),
    ),
    st.builds('rename "{}" -> "{}"'.format, _NAMES, st.sampled_from(("Eve", "Fay", "Ada Hale"))),
    st.builds('same-as "{}" = Q{}'.format, _NAMES, st.integers(1, 3)),
)


def _rulings(lines: list[str], knowledge: Knowledge) -> Rulings | None:
    """What lines decide; nothing where they contradict each other."""
    try:
        return Rulings(parse("\n".join(lines)), knowledge)
    except DecisionsError:
        return None


@given(st.lists(_LINES, max_size=6))
def test_applying_twice_is_applying_once(knowledge: Knowledge, lines: list[str]) -> None:
    rulings = _rulings(lines, knowledge)
    if rulings is not None:
        for id in ("first", "second"):
            once = apply(article_with(id, *NAMES), rulings).extraction
            assert apply(once, rulings).extraction == once


@given(st.lists(_LINES, max_size=4))
def test_the_order_of_decisions_does_not_matter(knowledge: Knowledge, lines: list[str]) -> None:
    found = [_rulings(list(order), knowledge) for order in permutations(lines)]
    assert len({rulings is None for rulings in found}) == 1
    graphs = {
        apply(article_with("first", *NAMES), rulings).extraction.entities
        for rulings in found
        if rulings is not None
    }
    assert len(graphs) <= 1


@given(st.lists(_LINES, max_size=6))
def test_an_entity_has_one_label_in_all_articles(knowledge: Knowledge, lines: list[str]) -> None:
    rulings = _rulings(lines, knowledge)
    if rulings is None:
        return
    articles = [
        article_with("first", *NAMES[:2]),
        article_with("second", *NAMES[1:]),
        article_with("third", *NAMES),
    ]
    labels = {(e.key, e.label) for article in articles for e in apply(article, rulings).extraction.entities}
    assert len(labels) == len({key for key, _ in labels})

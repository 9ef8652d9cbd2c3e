"""Who is who by decision: what a file may say, what it changes in an article, and what it never may."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg import rdf
from kg.check import check
from kg.decisions import (
    Decisions,
    Merge,
    Reference,
    Rename,
    Rulings,
    SameAs,
    Split,
    Unmatched,
    apply,
    beside,
    parse,
    read,
)
from kg.errors import DecisionsError
from kg.extraction import Knowledge
from kg.extraction.events import find_events
from kg.extraction.referents import name_key
from kg.model import (
    Argument,
    Article,
    AttributionMode,
    Entity,
    Extraction,
    Mention,
    MentionKind,
    Passage,
    Quote,
    RoleAttestation,
    Statement,
)

TEXT = "Ada Hale spoke. Ms Hale said that Ben Orme, the mayor, rejected the plan. A. Hale left."


def named(*words: str) -> Reference:
    return Reference(" ".join(words))


def at(article: Article, words: str) -> Passage:
    start = article.text.index(words)
    return Passage(article.key, start, start + len(words))


def article_with(id: str, *names: str, text: str = TEXT) -> Extraction:
    """An article in which each name is an entity; what Ms Hale says of Ben Orme is a claim."""
    article = Article(f"{id}. {text}", id=id)
    mentions = [
        Mention(at(article, name), MentionKind.NAME, name_key(name), "full-name")
        for name in names
        if name in article.text
    ]
    plan = at(article, "the plan")
    entities = [Entity(name_key(name), name, ("Person",)) for name in names]
    entities.append(Entity(f"{plan.article}.{plan.start}-{plan.end}", "plan", ("Thing",)))
    mentions.append(Mention(plan, MentionKind.NOMINAL, entities[-1].key, "thing"))
    sentence = at(article, "Ms Hale said that Ben Orme, the mayor, rejected the plan.")
    quote = Quote(
        (at(article, "that Ben Orme, the mayor, rejected the plan"),),
        AttributionMode.INDIRECT,
        sentence,
        at(article, "said"),
        at(article, "Ms Hale"),
        "MsHale",
    )
    rejects = Statement(
        "Reject",
        at(article, "rejected"),
        sentence,
        (Argument("agent", at(article, "Ben Orme"), "BenOrme"), Argument("theme", plan, entities[-1].key)),
        quote=quote,
    )
    mayor = RoleAttestation("BenOrme", "mayor", at(article, "the mayor"), sentence, quote=quote)
    return Extraction(
        article,
        (sentence,),
        tuple(sorted(mentions)),
        tuple(sorted(entities)),
        (quote,),
        (rejects,),
        tuple(find_events([rejects])),
        (mayor,),
    )


NAMES = ("Ada Hale", "Ms Hale", "Ben Orme", "A. Hale")


@pytest.fixture
def first() -> Extraction:
    return article_with("first", *NAMES)


def decided(extraction: Extraction, text: str, knowledge: Knowledge) -> Extraction:
    return apply(extraction, Rulings(parse(text), knowledge)).extraction


def entity(extraction: Extraction, label: str) -> Entity:
    (found,) = (e for e in extraction.entities if e.label == label)
    return found


def who_is(extraction: Extraction, words: str) -> str:
    """The label of the entity that the first mention of some words refers to."""
    labels = {e.key: e.label for e in extraction.entities}
    passage = at(extraction.article, words)
    return next(labels[m.entity] for m in extraction.mentions if m.passage == passage)


def store_of(*extractions: Extraction, knowledge: Knowledge) -> kg.Store:
    store = kg.Store()
    for extraction in extractions:
        store.add(rdf.quads(extraction, knowledge.ontology))
    return store


def edges(extraction: Extraction, knowledge: Knowledge) -> set[str]:
    rows = store_of(extraction, knowledge=knowledge).query(
        "SELECT ?edge WHERE { ?a ?edge ?b . ?edge kg:modality ?m }"
    )
    return {str(row["edge"]).rpartition("/")[2] for row in rows.dicts()}


# What a file may say.


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


# Decisions about nothing.


def warnings(text: str, knowledge: Knowledge, *extractions: Extraction) -> list[str]:
    rulings = Rulings(parse(text, "news.decisions"), knowledge)
    unmatched = Unmatched(rulings.decisions)
    for extraction in extractions:
        unmatched.note(extraction, apply(extraction, rulings))
    return list(unmatched.warnings())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            'rename "Ada Hail" -> "Ada"',
            "nothing in these articles is called \"Ada Hail\". Did you mean 'Ada Hale'?",
        ),
        ('merge "Ada Hale" = ent:0a1b.2-9', "nothing in these articles is called ent:0a1b.2-9."),
        ('merge "Ada Hael" = "Ms Hale"', "Did you mean 'Ada Hale'?"),
        ('merge "Ada Hale" = "Cyd Ash" in first', 'nothing in first is called "Cyd Ash".'),
        ('split "Ada Hale" in last', "no article is called 'last'."),
        ('same-as "Xerxes" = Q1', 'nothing in these articles is called "Xerxes".'),
    ],
)
def test_a_decision_about_nothing_is_told_with_its_line(
    line: str, words: str, first: Extraction, knowledge: Knowledge
) -> None:
    (warning,) = warnings(f"# names\n{line}", knowledge, first)
    assert warning.startswith("news.decisions:2: ")
    assert words in warning


@pytest.mark.parametrize(
    "line",
    [
        'merge "Harbour programme" = "plan"',
        'merge "Ada Hale" = "Ms Hale"',
        'rename "Ada Hale" -> "Dame Ada"\nsame-as "Dame Ada" = Q1',
        'split "Ms Hale" in first as "Mavis Hale"\nsame-as "Mavis Hale" = Q1',
        'merge "Ms Hale" = "A. Hale"\nmerge "Ada Hale" = "Ms Hale"',
    ],
)
def test_decisions_that_are_followed_are_not_told(line: str, first: Extraction, knowledge: Knowledge) -> None:
    assert not warnings(line, knowledge, first, article_with("second"))


# On every build.

ARTICLES = [
    Article("Oxley Council rejected the plan.", id="a"),
    Article("Oxley Council met. It rained.", id="b"),
]


def test_a_build_applies_decisions_and_tells_what_it_did_not_meet(tmp_path: Path) -> None:
    file = tmp_path / "news.decisions"
    file.write_text('rename "Oxley Council" -> "Council of Oxley"\nrename "Cyd" -> "Cyd Ash"\n', "utf-8")
    told: list[str] = []
    store = kg.build(ARTICLES, decisions=file, on_unmatched=told.append)
    rows = store.query("SELECT ?label { ent:OxleyCouncil skos:prefLabel ?label }").dicts()
    assert rows == [{"label": "Council of Oxley"}]
    assert [line.partition(": ")[0] for line in told] == [f"{file}:2"]
    again = kg.build([*reversed(ARTICLES), ARTICLES[0]], decisions=read(file), on_unmatched=told.append)
    assert list(again.quads()) == list(store.quads())

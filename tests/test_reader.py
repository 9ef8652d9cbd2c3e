"""The article reader: marks that nest and cross, notes in English, and a text put together from a graph."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg import rdf
from kg.errors import QueryError
from kg.model import Extraction, Modality, Passage, Polarity, Quote, Statement
from kg.ontology import load as load_ontology
from kg.view import Page, article_page, reading_page
from kg.view.article.found import article_named
from kg.view.article.marks import Mark, pieces, set_levels
from kg.view.article.notes import sentences
from kg.view.article.people import groups
from kg.view.article.recalled import recalled
from kg.view.article.sheet import rows
from kg.view.article.told import Names, certainty, day, days, tier, told
from kg.view.article.words import brief, kept

from .by_article import TEXT, extraction
from .by_browser import HOSTILE


@pytest.fixture(scope="module")
def row() -> Extraction:
    return extraction()


@pytest.fixture(scope="module")
def store(row: Extraction) -> kg.Store:
    made = kg.Store()
    made.add(rdf.quads(row, load_ontology()))
    return made


def names_of(row: Extraction) -> Names:
    return Names({e.key: e.label for e in row.entities}, row.article.text, load_ontology().actions)


def written(text: str, marks: list[Mark], start: int = 0, end: int | None = None) -> str:
    """The pieces of a text with a letter for each mark that opens, and a bar for each that closes."""
    found = pieces(text, marks, start, len(text) if end is None else end)
    return "".join((f"<{p.mark.key}" if p.mark else "|" if p.closes else "") + p.text for p in found)


# Marks


def test_marks_nest() -> None:
    assert written("abcdef", [Mark(0, 6, "s"), Mark(1, 4, "m"), Mark(2, 3, "t")]) == "<sa<mb<tc|d|ef|"


def test_a_mark_that_crosses_another_is_closed_and_opened_again() -> None:
    assert written("abcdef", [Mark(0, 4, "x"), Mark(2, 6, "y")]) == "<xab<ycd||<yef|"


def test_a_mark_of_the_same_words_lies_within_the_longer_one() -> None:
    assert written("abc", [Mark(0, 2, "m"), Mark(0, 3, "q")]) == "<q<mab|c|"


def test_what_sticks_out_of_a_paragraph_is_cut_there() -> None:
    marks = [Mark(0, 9, "q")]
    assert written("abcdefghi", marks, 3, 6) == "<qdef|"
    assert [p.opens for p in pieces("abcdefghi", marks, 3, 6) if p.mark] == [False]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_any_marks_leave_the_text_whole_and_nested(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(a, b), min(max(a, b), len(text)), str(n)) for n, (a, b) in enumerate(spans)]
    marks = [mark for mark in marks if mark.start < mark.end]
    found = list(pieces(text, marks, 0, len(text)))
    stack: list[str] = []
    covered: dict[str, str] = {mark.key: "" for mark in marks}
    for piece in found:
        if piece.closes:
            stack.pop()
        elif piece.mark:
            stack.append(piece.mark.key)
        for key in stack:
            covered[key] += piece.text
    assert stack == []
    assert len([p for p in found if p.opens]) == len(marks)
    if text.isprintable():  # else some characters are shown as something else
        assert "".join(p.text for p in found) == text
        assert covered == {mark.key: text[mark.start : mark.end] for mark in marks}


def test_lines_under_mentions_within_mentions_lie_apart() -> None:
    marks = [Mark(0, 9, "a"), Mark(2, 6, "b"), Mark(3, 5, "c"), Mark(10, 12, "d")]
    set_levels(marks)
    assert [mark.level for mark in marks] == [2, 1, 0, 0]


def test_words_lose_what_misleads_and_keep_their_lines() -> None:
    assert kept("a\r\nb\u2028c") == "a\nb\nc"
    assert kept("\u202egnp\u202c\x00\ud800") == "gnp\ufffd\ufffd"
    assert brief("word " * 100).endswith("word…") and len(brief("W" * 500)) == 160


# Notes


def test_statements_read_as_english(row: Extraction) -> None:
    names = names_of(row)
    lines = [
        " ".join(filter(None, (one.subject, one.verb, one.object, one.tier.name, one.speaker)))
        for one in (told(statement, names) for statement in row.statements)
    ]
    assert lines == [
        "Ada Hale rejected plan of Oxley Council narrated",
        "Oxley Council concealed its report claim Ada Hale",
        "Jon Marsh did not approve negative Jon Marsh",
        "Jon Marsh will publish its report planned",
        "ferry “closed” narrated",
    ]


def test_times_and_other_roles_are_told_apart(row: Extraction) -> None:
    parts = [part for statement in row.statements for part in told(statement, names_of(row)).parts]
    assert [(part.role, part.label, part.days) for part in parts] == [
        ("when", "on 4 March 2025", "4 March 2025"),
        ("by when", "by Friday", "until 7 March 2025"),
        ("when", "last autumn", ""),
    ]


def test_nobody_is_named_where_nobody_is(row: Extraction) -> None:
    bare = Statement("Reject", row.statements[0].trigger, row.sentences[0], ())
    assert told(bare, names_of(row)).subject == "somebody not named"
    assert not told(bare, names_of(row)).named


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "narrated"),
        ({"quote": "AdaHale"}, "own-word"),
        ({"quote": "JonMarsh"}, "claim"),
        ({"quote": None}, "claim"),
        ({"modality": Modality.OBLIGED}, "obliged"),
        ({"modality": Modality.POSSIBLE, "quote": "AdaHale"}, "possible"),
        ({"modality": Modality.PLANNED, "quote": "JonMarsh"}, "claim"),
        ({"modality": Modality.PLANNED, "quote": "JonMarsh", "requester": "JonMarsh"}, "planned"),
        ({"polarity": Polarity.NEGATIVE, "modality": Modality.PLANNED}, "negative"),
        ({"polarity": Polarity.NEGATIVE, "quote": "JonMarsh"}, "claim"),
        ({"asserted": False}, "open"),
    ],
)
def test_the_tier_is_that_of_the_truth_gate(given: dict[str, object], expected: str, row: Extraction) -> None:
    where = row.sentences[0]
    values = dict(given)
    if "quote" in values:
        values["quote"] = Quote((where,), row.quotes[0].mode, where, speaker=values["quote"])  # type: ignore[arg-type]
    statement = Statement("Reject", where, where, (), **values)  # type: ignore[arg-type]
    assert tier(statement, "AdaHale").name == expected


def test_certainty_and_days_are_english() -> None:
    where = Passage("a", 0, 1)
    planned = Statement("Reject", where, where, (), Modality.PLANNED, Polarity.NEGATIVE)
    assert certainty(planned) == "told as not planned"
    assert [day(iso) for iso in ("2025", "2025-03", "2025-03-04", "soon", "2025-99-01")] == [
        "2025", "March 2025", "4 March 2025", "soon", "2025-99-01",
    ]  # fmt: skip
    whole = kg.model.Time("2025-03-03", "2025-03-09")
    assert days(whole) == "3 March 2025 to 9 March 2025"


def test_each_sentence_has_its_notes(row: Extraction) -> None:
    kinds = [[note.kind for note in one.notes] for one in sentences(row, names_of(row))]
    assert kinds == [
        ["statement", "role"],
        ["statement", "quote"],
        ["statement", "quote"],
        ["statement"],
        ["statement", "unread"],
    ]


def test_who_is_who_has_counts_and_rules(row: Extraction) -> None:
    found = {who.label: who for group in groups(row) for who in group.entities}
    assert [line.rule for line in found["Ada Hale"].lines] == ["full-name", "apposition", "pronoun"]
    assert [line.sentence for line in found["Ada Hale"].lines] == [1, 1, 2]
    assert [(group.name, group.folded) for group in groups(row)] == [
        ("People", False), ("Bodies", False), ("Described, but not named", True),
    ]  # fmt: skip


def test_rows_are_paragraphs(row: Extraction) -> None:
    made = rows(row, names_of(row))
    assert [len(one.sentences) for one in made] == [0, 2, 3]
    assert [(one.lead, one.is_heading) for one in made] == [("#", True), ("", False), ("", False)]
    assert "".join(piece.text for piece in made[0].pieces) == "A 🚢 row"


# The page


def visible(page: Page) -> str:
    body = re.sub(r"(?s)<(script|style)[^>]*>.*?</\1>", "", page.html.split("<body")[1])
    return " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def test_the_page_shows_text_notes_and_people(row: Extraction) -> None:
    shown = visible(reading_page(row))
    for words in (
        "A row over a ferry",
        "5 March 2025",
        "Ada Hale, the mayor, rejected the plan of Oxley Council on 4 March 2025.",
        "The ferry مرحبا closed last autumn, leaking.",
        "Claim · says Ada Hale · told as done",
        "Planned · says the article · told as planned",
        "name, rule full-name, sentence 1",
        "Not read: leaking not in the lexicon",
        "mayor held",
    ):
        assert words in shown


def test_a_mark_has_the_offsets_of_its_passage(row: Extraction) -> None:
    html = reading_page(row).html
    for mention in row.mentions:
        start, end = mention.passage.start, mention.passage.end
        found = re.search(rf'<span class="m [^"]*" data-k="{start}-{end}"[^>]*>(.*)', html)
        assert found, row.article.words(mention.passage)
        assert unescape(re.sub(r"<[^>]*>", "", found[1])).startswith(row.article.words(mention.passage))


def test_the_same_article_gives_the_same_bytes(row: Extraction) -> None:
    assert reading_page(row) == reading_page(extraction())


@pytest.mark.parametrize("page", ["reader", "graph"])
def test_the_policy_allows_our_texts_alone(page: str, row: Extraction, store: kg.Store) -> None:
    html = (reading_page(row) if page == "reader" else article_page(store, "row")).html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy and policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy[1] and "http" not in policy[1]
    assert not re.search(r"<[^>]*\s(on\w+|style)=", html.split("<body")[1].split("<script")[0])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_text(name: str) -> None:
    words = HOSTILE[name]
    plain = reading_page(extraction()).html
    html = reading_page(extraction(TEXT + f" {words}", title=words, names=f" {words}", url=words)).html
    for tag in ("script", "style", "img", "svg", "iframe", "link", "a"):
        extra = 1 if tag == "a" else 0  # the address is none that a browser may follow
        assert len(re.findall(rf"<{tag}\b", html)) == len(re.findall(rf"<{tag}\b", plain)) - extra
    assert not re.search("[\x00\x07\x1b\x7f\u202e\u2066\ud800]", html)


# From a graph


def test_a_graph_recalls_what_was_read(row: Extraction, store: kg.Store) -> None:
    again, gaps = recalled(store, article_named(store, "row"))
    assert [again.article.words(sentence) for sentence in again.sentences] == [
        row.article.words(sentence) for sentence in row.sentences
    ]
    assert [(s.start, s.end) for s in again.sentences] == [(s.start, s.end) for s in row.sentences]
    names, names_again = names_of(row), names_of(again)
    assert [told(s, names_again) for s in again.statements] == [told(s, names) for s in row.statements]
    assert len(again.mentions) == len(row.mentions) and len(again.quotes) == len(row.quotes)
    assert again.attestations[0].standing == row.attestations[0].standing
    assert gaps[0] == (0, row.sentences[0].start)


def test_the_samples_are_recalled_as_they_were_read(
    sample_extractions: tuple[Extraction, ...], sample_store: kg.Store
) -> None:
    differing = []
    for one in sample_extractions:
        again, _ = recalled(sample_store, article_named(sample_store, one.article.id))
        before, after = names_of(one), names_of(again)
        made = [(told(s, before), s) for s in one.statements]
        back = [told(s, after) for s in again.statements]
        differing += [(t.subject, t.verb, s.asserted) for t, s in made if t not in back]
        assert len(back) == len(made)
    # A graph does not say whether anybody vouches for what could be no edge anyhow.
    assert all(not asserted for _, _, asserted in differing), differing


def test_what_earned_no_edge_is_left_open(row: Extraction) -> None:
    first = replace(row.statements[0], asserted=False)
    statements = (first, *row.statements[1:])
    events = tuple(
        replace(event, statements=(statement,))
        for event, statement in zip(row.events, statements, strict=True)
    )
    made = kg.Store()
    made.add(rdf.quads(replace(row, statements=statements, events=events), load_ontology()))
    again, _ = recalled(made, article_named(made, "row"))
    assert [told(s, names_of(again)).tier.name for s in again.statements] == [
        "open", "claim", "negative", "planned", "narrated",
    ]  # fmt: skip


def test_gaps_are_told(row: Extraction, store: kg.Store) -> None:
    shown = visible(article_page(store, "row"))
    assert "11 characters that the graph does not hold" in shown
    assert "Read from a graph" in shown and "Read from a graph" not in visible(reading_page(row))


@pytest.mark.parametrize("name", ["row", "https://news.example/row", "A row over a ferry", "article:{key}"])
def test_an_article_has_several_names(name: str, row: Extraction, store: kg.Store) -> None:
    found = article_named(store, name.format(key=row.article.key))
    assert found == rdf.article_iri(row.article)


def test_an_article_is_found_by_an_id_that_looks_like_a_number(row: Extraction) -> None:
    made = kg.Store()
    made.add(rdf.quads(replace(row, article=replace(row.article, id="2025")), load_ontology()))
    assert article_named(made, "2025") == rdf.article_iri(row.article)


def test_an_unknown_article_gets_the_names_most_like_it(store: kg.Store) -> None:
    with pytest.raises(QueryError, match=r"no article 'rwo'.*'row'"):
        article_page(store, "rwo")
    with pytest.raises(QueryError, match="no articles"):
        article_page(kg.Store(), "row")


def test_two_articles_of_one_title_are_asked_back(row: Extraction) -> None:
    made = kg.Store()
    made.add(rdf.quads(row, load_ontology()))
    made.add(rdf.quads(extraction(TEXT + " More."), load_ontology()))
    with pytest.raises(QueryError, match="2 articles are called 'A row over a ferry'"):
        article_page(made, "A row over a ferry")


def test_offsets_that_cannot_be_are_not_believed(row: Extraction) -> None:
    import pyoxigraph as ox

    made = kg.Store()
    quads = []
    for quad in rdf.quads(row, load_ontology()):
        if quad.predicate.value.endswith("endIndex") and quad.object == ox.Literal(
            "19", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
        ):
            quad = ox.Quad(quad.subject, quad.predicate, ox.Literal(10**15), quad.graph_name)
        quads.append(quad)
    made.add(quads)
    assert "Ada Hale" in visible(article_page(made, "row"))

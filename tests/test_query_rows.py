"""Answers as Python values, tables, CSV, TSV, JSON, XML and Turtle."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import PREFIXES, RENDERERS, Rows
from kg.query.prefixes import shortened
from kg.store import Store, load

from .by_contract import CONTRACT


@pytest.fixture
def store() -> Store:
    return load(CONTRACT)


def literal(value: str, datatype: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + datatype))


def test_rows_give_python_values():
    cells = [
        (ox.NamedNode("x:y"), "x:y"),
        (ox.Literal("words", language="en"), "words"),
        (ox.Literal(3), 3),
        (literal("0.84", "decimal"), Decimal("0.84")),
        (literal("1", "boolean"), True),
        (literal("2025-01-20", "date"), date(2025, 1, 20)),
        (literal("some day", "date"), "some day"),
        (literal("many", "integer"), "many"),
        (literal("12", "nonNegativeInteger"), 12),
        (None, None),
    ]
    rows = Rows(tuple(f"c{i}" for i in range(len(cells))), (tuple(cell for cell, _ in cells),))
    assert list(rows.dicts()[0].values()) == [value for _, value in cells]
    assert list(rows) == [rows.rows[0]]
    assert len(rows) == 1
    assert not Rows(("a",), ())


def test_notebooks_and_terminals_are_safe():
    rows = Rows(("a<b>",), ((ox.Literal("<script>\x1b[31m&[red]"),),))
    assert "<script>" not in rows._repr_html_()
    assert "&lt;b&gt;" in rows._repr_html_()
    for text in (str(rows), RENDERERS["table"](rows)):
        assert "\x1b" not in text
        assert "[red]" in text
    assert str(Rows((), ())) == ""


def test_tables_are_readable(store):
    rows = store.query("who_held_which_role")
    assert "leader" in RENDERERS["table"](rows)
    assert str(rows).splitlines()[0].startswith("holder")
    assert shortened("https://kg.example/ontology#Person") == "kg:Person"
    assert shortened("https://news.example/") == "https://news.example/"


TERMS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"])).map(ox.Literal),
    st.integers(-(2**31), 2**31).map(ox.Literal),
    st.sampled_from([ox.Literal("été", language="fr"), ox.NamedNode("x:y"), literal("=1+1", "integer")]),
)
ROWS = st.lists(st.tuples(TERMS, TERMS), max_size=5).map(lambda rows: Rows(("one", "two"), tuple(rows)))


@settings(deadline=None)
@given(ROWS)
def test_json_comes_back_exactly(rows):
    found = ox.parse_query_results(RENDERERS["json"](rows), format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    assert tuple(tuple(row) for row in found) == rows.rows
    assert json.loads(RENDERERS["json"](rows))["head"]["vars"] == ["one", "two"]


@settings(deadline=None)
@given(ROWS)
def test_tsv_comes_back_exactly(rows):
    found = ox.parse_query_results(RENDERERS["tsv"](rows), format=ox.QueryResultsFormat.TSV)
    assert isinstance(found, ox.QuerySolutions)
    assert tuple(tuple(row) for row in found) == rows.rows


@settings(deadline=None)
@given(ROWS)
def test_csv_comes_back_and_holds_no_formula(rows):
    head, *lines = csv.reader(io.StringIO(RENDERERS["csv"](rows), newline=""))
    assert head == ["one", "two"]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for cell, term in zip(line, row, strict=True):
            value = "" if term is None else term.value
            assert cell in (value, "'" + value)
            assert not cell.startswith(("=", "@", "\t", "\r"))
            assert not cell.startswith(("+", "-")) or cell[1:].isdigit()


RESULTS = "http://www.w3.org/2005/sparql-results#"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@settings(deadline=None)
@given(ROWS)
def test_xml_comes_back_with_all_that_xml_can_hold(rows):
    written = RENDERERS["xml"](rows)
    kept = [
        [
            ox.Literal(NOT_XML.sub("\ufffd", term.value))
            if isinstance(term, ox.Literal) and term.datatype.value.endswith("#string")
            else term
            for term in row
        ]
        for row in rows
    ]
    literals = [term.value for row in kept for term in row if isinstance(term, ox.Literal)]
    read = [literal.text or "" for literal in ElementTree.fromstring(written).iter(f"{{{RESULTS}}}literal")]
    assert read == literals
    # Oxigraph's own reader drops white space around a literal, so the rest is compared without it.
    found = ox.parse_query_results(written, format=ox.QueryResultsFormat.XML)
    assert [[_trimmed(term) for term in row] for row in found] == [
        [_trimmed(term) for term in row] for row in kept
    ]


def _trimmed(term):
    plain = isinstance(term, ox.Literal) and term.datatype.value.endswith("#string")
    return ox.Literal(term.value.strip(" \t\r\n")) if plain else term


def test_turtle_is_for_triples(store):
    rows = store.query("CONSTRUCT WHERE { ?s skos:prefLabel ?o }")
    found = set(ox.parse(RENDERERS["ttl"](rows), format=ox.RdfFormat.TURTLE))
    assert len(found) == len(rows) > 0
    with pytest.raises(QueryError, match="CONSTRUCT"):
        RENDERERS["ttl"](store.query("SELECT ?s WHERE { ?s ?p ?o }"))
    with pytest.raises(QueryError, match="CONSTRUCT"):
        RENDERERS["ttl"](Rows(("subject", "predicate", "object"), ((ox.Literal("a"), None, None),)))


def test_a_limit_gives_the_first_rows(store):
    question = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"
    assert store.ask(question, {}, limit=2).rows == store.query(question).rows[:2]
    assert len(store.ask("CONSTRUCT WHERE { ?s ?p ?o }", {}, limit=3)) == 3
    assert len(store.ask("who_is_who", {"name": "nobody"}, limit=1)) == 0

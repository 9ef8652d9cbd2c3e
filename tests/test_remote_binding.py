"""Values in a query that is sent away: where their variable stood, and nowhere else."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.query import bindings, questions
from kg.query.library import question
from kg.store.remote.binding import bound, form, with_prefixes

ADA = {"who": ox.Literal("Ada")}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?who ?x WHERE { ?x ?y ?who }", 'SELECT  ?x WHERE { ?x ?y "Ada" }'),
        ("SELECT ?x WHERE { ?x ?y $who } ORDER BY ?who ?x", 'SELECT ?x WHERE { ?x ?y "Ada" } ORDER BY  ?x'),
        ("ASK { ?x ?y ?who_part }", "ASK { ?x ?y ?who_part }"),
        ("ASK { ?x ?y '?who' # ?who\n}", "ASK { ?x ?y '?who' # ?who\n}"),
        ('ASK { ?x <x:?who> """a"?who""" }', 'ASK { ?x <x:?who> """a"?who""" }'),
        ("ASK { FILTER(?who<3 && ?x>?who) }", 'ASK { FILTER("Ada"<3 && ?x>"Ada") }'),
        (
            "SELECT ?x { { SELECT DISTINCT ?x ?who { ?x ?y ?who } } }",
            'SELECT ?x { { SELECT DISTINCT ?x  { ?x ?y "Ada" } } }',
        ),
        ("SELECT ?who WHERE { ?x ?y ?who }", 'SELECT   (1 AS ?bound1) WHERE { ?x ?y "Ada" }'),
    ],
)
def test_a_value_stands_where_its_variable_stood(query: str, expected: str) -> None:
    assert bound(query, ADA) == expected
    ox.Store().query(expected)  # can be read


@pytest.mark.parametrize(
    "words",
    [
        '" } ; DROP ALL ; ASK { "',
        'a\\" || true || "',
        "'''",
        '"""',
        "\n\r\t",
        "?who {",
        "\\u0022 }",
        "\U0001f600\x01",
    ],
)
def test_words_stay_words(words: str) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("s:"), ox.NamedNode("p:"), ox.Literal(words)))
    text = bound("SELECT ?s ?who WHERE { ?s <p:> ?who }", {"who": ox.Literal(words)})
    assert len(list(store.query(text))) == 1


@pytest.mark.parametrize("name", questions())
def test_a_question_is_answered_as_with_the_values_bound_by_the_engine(name: str, sample_store) -> None:
    asked = questions()[name]
    for parameter in asked.parameters:
        for words in ("cooper", "a", '"', "https://kg.example/entity/nobody"):
            values = bindings(asked, {parameter: words})
            here = sample_store.ask(asked.text, values)
            text = with_prefixes(bound(asked.text, values))
            rest = question("", text)
            there = sample_store.ask(rest.text, {})
            assert there.rows == here.without(frozenset([parameter])).rows, (parameter, words)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("# select\nPREFIX ask: <x:construct> DESCRIBE <s:>", "DESCRIBE"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { { SELECT ?s { ?s ?p ?o } } }", "CONSTRUCT"),
        ("nothing", ""),
    ],
)
def test_the_form_is_told(query: str, expected: str) -> None:
    assert form(query) == expected

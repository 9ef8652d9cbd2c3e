"""The named questions answer from a graph that follows the contract, and no query can do more than ask."""

from __future__ import annotations

import re
from datetime import date

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.ontology import load as load_ontology
from kg.query import asked, bindings, questions
from kg.resources import ONTOLOGY
from kg.store import Store, load

from .by_contract import AUDIT, CONTRACT, ST, changed, column


@pytest.fixture
def store() -> Store:
    return load(CONTRACT)


def test_who_rejected_what_knows_a_rejection_from_its_denial(store):
    assert len(store.query("who_rejected_what")) == 0
    positive = "DELETE { st:408e0fdca313b6fd.190-196 kg:polarity ?p } INSERT { st:408e0fdca313b6fd.190-196 "
    positive += "kg:polarity kg:Positive } WHERE { st:408e0fdca313b6fd.190-196 kg:polarity ?p }"
    (row,) = changed(store, positive).query("who_rejected_what").dicts()
    assert (row["rejected_by"], row["rejected"]) == ("Pellmere Council", AUDIT)
    assert row["according_to"] is None
    assert row["article"] == "Harbour fund to be audited"


def test_who_demanded_what(store):
    (row,) = store.query("who_demanded_what", who="tolland").dicts()
    assert (row["demanded_by"], row["of_whom"], row["according_to"]) == (
        "Mira Tolland",
        "Oren Vasey",
        "Mira Tolland",
    )
    assert row["demanded"] == f"will oversee {AUDIT}"


def test_who_said_what_about(store):
    rows = store.query("who_said_what_about", about="Pellmere")
    assert column(rows, "speaker", "words", "how") == [
        ("Dana Quill", "The council blocked the audit,", "direct"),
    ]
    assert len(store.query("who_said_what_about", about="audit", who="quill")) == 2
    assert len(store.query("who_said_what_about", about="ent:HarbourParty")) == 0


def test_who_claims_what(store):
    rows = store.query("who_claims_what", who="Quill", about="council")
    assert column(rows, "subject", "object", "certainty") == [("Pellmere Council", AUDIT, "actual")]
    assert column(store.query("who_claims_what", who="Mira"), "certainty") == ["actual", "planned"]


def test_who_is_linked_to(store):
    rows = store.query("who_is_linked_to", name="OREN VASEY")
    assert column(rows, "from", "link", "to", "kind_of_link") == [
        ("Mira Tolland", "says they asked", "Oren Vasey", "own word"),
        ("Oren Vasey", "will oversee", AUDIT, "planned"),
    ]
    assert column(store.query("who_is_linked_to", name="Harbour Party"), "link") == ["leader of"]
    # Quill's claim that Tolland announced it earns the edge nothing: the article's own sentence does.
    (announced,) = [row for row in store.query("who_is_linked_to").dicts() if row["link"] == "announced"]
    assert str(announced["sentence"]).startswith("Mira Tolland announced")


def test_what_is_planned_leaves_out_what_happened(store):
    assert column(store.query("what_is_planned"), "who_is_to", "according_to") == [
        ("Mira Tolland", None),
        ("Oren Vasey", "Mira Tolland"),
    ]
    assert column(store.query("what_is_planned", who="vasey"), "what") == [AUDIT]
    done = "INSERT { st:x kg:event ?event ; kg:modality kg:Actual ; kg:polarity kg:Positive } "
    done += f"WHERE {{ <{ST}117-124> kg:event ?event }}"
    assert column(changed(store, done).query("what_is_planned"), "who_is_to") == ["Mira Tolland"]


def test_what_is_denied(store):
    assert len(store.query("what_is_denied")) == 0
    denied = changed(store, "INSERT DATA { quote:408e0fdca313b6fd.235-265 kg:contentPolarity kg:Negative }")
    assert column(denied.query("what_is_denied", who="quill"), "denied") == ["The council blocked the audit,"]
    assert len(denied.query("what_is_denied", what="sewers")) == 0
    claim = "DELETE { ?s kg:polarity kg:Positive } INSERT { ?s kg:polarity kg:Negative } WHERE { "
    claim += f"VALUES ?s {{ <{ST}247-254> }} }}"
    assert column(changed(store, claim).query("what_is_denied"), "denied_by") == ["Dana Quill"]


def test_which_words_prove(store):
    text = CONTRACT.with_suffix(".txt").read_text("utf-8")
    rows = store.query("which_words_prove").dicts()
    assert len(rows) == 6
    assert all(text[row["begins"] : row["ends"]] == row["words"] for row in rows)
    (row,) = store.query("which_words_prove", subject="Tolland", link="announced", object="audit").dicts()
    assert (row["words"], row["url"]) == ("announced", "https://news.example/harbour-fund")
    assert len(store.query("which_words_prove", link="act:announced")) == 1


def test_who_held_which_role(store):
    (row,) = store.query("who_held_which_role", role="lead").dicts()
    assert (row["holder"], row["held"], row["body"], row["date"]) == (
        "Dana Quill",
        "leader",
        "Harbour Party",
        date(2025, 1, 20),
    )


def test_who_supports_or_opposes(store):
    (row,) = store.query("who_supports_or_opposes", what="audit").dicts()
    assert (row["actor"], row["stance"], row["according_to"]) == ("Pellmere Council", "opposes", "Dana Quill")


def test_where_speakers_differ(store):
    assert len(store.query("where_speakers_differ")) == 0
    update = "INSERT { st:x rdf:subject ent:PellmereCouncil ; rdf:object ?o ; kg:action ?a ; "
    update += "kg:modality kg:Actual ; kg:polarity kg:Negative ; kg:attributedTo ent:MiraTolland ; "
    update += f"kg:evidence ?e }} WHERE {{ <{ST}247-254> rdf:object ?o ; kg:action ?a ; kg:evidence ?e }}"
    (row,) = changed(store, update).query("where_speakers_differ", about="council").dicts()
    assert {row["one_speaker"], row["other_speaker"]} == {"Dana Quill", "Mira Tolland"}


@pytest.mark.parametrize(
    ("update", "problem"),
    [
        ("INSERT DATA { ent:PellmereCouncil act:prevented ent:408e0fdca313b6fd.23-51 }", "no sentence earns"),
        ("INSERT DATA { ent:OrenVasey act:announced ent:MiraTolland }", "no sentence earns"),
        ("DELETE WHERE { st:408e0fdca313b6fd.13-22 kg:evidence ?e }", "no sentence earns"),
        ("INSERT DATA { st:408e0fdca313b6fd.13-22 kg:attributedTo ent:DanaQuill }", "no sentence earns"),
        (
            "DELETE WHERE { st:408e0fdca313b6fd.97-102 kg:attributedTo ?a }",
            "no sentence earns",
        ),
        ("DELETE WHERE { st:408e0fdca313b6fd.117-124 kg:requestedBy ?a }", "no sentence earns"),
        ("INSERT DATA { ent:OrenVasey act:praised ent:MiraTolland }", "not declared"),
        ("INSERT DATA { ent:OrenVasey kg:spokeAbout ent:MiraTolland }", "no quote or claim"),
        (
            "DELETE DATA { st:408e0fdca313b6fd.13-22 kg:modality kg:Actual } ; "
            "INSERT DATA { st:408e0fdca313b6fd.13-22 kg:modality kg:Planned }",
            "differ in modality",
        ),
    ],
)
def test_the_gate_is_checked(store, update, problem):
    assert len(store.query("check_gate")) == 0
    (row,) = changed(store, update).query("check_gate").dicts()
    assert problem in str(row["problem"])


@pytest.mark.parametrize("name", questions())
def test_every_question_is_described_answered_and_repeatable(store, name):
    question = questions()[name]
    assert question.summary
    assert all(question.parameters.values())
    assert store.query(name) == store.query(name)
    for parameter in question.parameters:
        for nobody in ('"nobody" } ?x', "", "ent:Nobody", "https://news.example/nobody"):
            found = store.query(name, **{parameter: nobody})
            assert parameter not in found.variables
            assert found == store.query(name) if nobody == "" else len(found) == 0


@pytest.mark.parametrize(
    ("name", "root"), [("who_demanded_what", "Request"), ("who_rejected_what", "Reject")]
)
def test_questions_know_the_actions_below_theirs(name, root):
    below = "SELECT ?action WHERE { ?action rdfs:subClassOf* kg:" + root + " }"
    expected = {str(value) for value in column(load(ONTOLOGY / "actions.ttl").select(below), "action")}
    listed = Store().select(
        "SELECT ?action WHERE { VALUES ?action "
        + questions()[name].text.partition("VALUES ?action")[2].partition("}")[0]
        + "} }"
    )
    assert {str(value) for value in column(listed, "action")} == expected


def test_the_ledger_knows_the_tellings_that_the_ontology_has():
    text = questions()["who_told_whom_what"].text
    listed = set(re.findall(r'\(kg:(\w+) "\w+"\)', text))
    excluded = set(re.findall(r"kg:(\w+)", text.partition("?told IN (")[2].partition(")")[0]))
    assert listed == excluded
    assert all(load_ontology().actions[name].reports or name in ("Commit", "Reject") for name in listed)


@pytest.mark.parametrize("name", sorted(set(questions()) - {"check_gate", "who_is_linked_to"}))
def test_what_every_row_needs_is_asked_before_what_it_may_have(name):
    """pyoxigraph begins anew with a pattern after an OPTIONAL or a BIND: a question then takes minutes."""
    may_have: set[int] = set()
    for line in questions()[name].text.partition("WHERE {")[2].splitlines():
        depth = len(line) - len(line.lstrip())
        may_have = {other for other in may_have if other <= depth}
        if re.match(r" *OPTIONAL", line) or re.match(r" *BIND\((?!LCASE|STR\(COALESCE|CONCAT\(\" )", line):
            may_have.add(depth)
        assert not (re.match(r" *\?\w", line) and depth in may_have), line


TIMES = """INSERT DATA {
    ev:Announce.2a6243b5a46d6db3 sem:hasTime time:2025-01-20 .
    time:2025-01-20 a kg:Time ; skos:prefLabel "2025-01-20" ; kg:date "2025-01-20"^^xsd:date ;
        kg:firstDay "2025-01-20"^^xsd:date ; kg:lastDay "2025-01-20"^^xsd:date .
    passage:408e0fdca313b6fd.55-61 kg:resolvesTo time:2025-01-20 .
    st:408e0fdca313b6fd.117-124 kg:timeMention passage:x.1-2 .
    passage:x.1-2 nif:anchorOf "soon" ; nif:beginIndex 1 .
}"""


def test_what_happened_when_puts_what_has_no_day_last(store):
    dated = changed(store, TIMES)
    rows = dated.query("what_happened_when")
    assert column(rows, "when", "in_words", "subject", "what") == [
        ("2025-01-20", "Monday", "Mira Tolland", "announced"),
        (None, "soon", "Oren Vasey", "will oversee"),
    ]
    on_the_day = dated.query("what_happened_when", since="2025-01-20", until="2025-01-20")
    assert column(on_the_day, "what") == ["announced"]
    assert len(dated.query("what_happened_when", since="2025-01-21")) == 0
    assert len(dated.query("what_happened_when", until="2025-01-19")) == 0
    assert column(dated.query("what_happened_when", who="vasey"), "subject") == ["Oren Vasey"]


def test_who_told_whom_what(store):
    rows = store.query("who_told_whom_what", who="tolland")
    assert column(rows, "said", "to_whom", "when") == [
        ("claimed", "Pellmere Council", None),
        ("demanded", "Oren Vasey", None),
    ]
    assert column(store.query("who_told_whom_what", kind="demand"), "speaker") == ["Mira Tolland"]
    assert column(store.query("who_told_whom_what", who="quill", what="blocked"), "said") == ["claimed"]
    denied = changed(store, "INSERT DATA { quote:408e0fdca313b6fd.235-265 kg:contentPolarity kg:Negative }")
    assert column(denied.query("who_told_whom_what", kind="denied"), "speaker") == ["Dana Quill"]


def test_unknown_names_are_answered_with_known_ones(store):
    with pytest.raises(QueryError, match="Did you mean who_rejected_what"):
        store.query("who_rejects_what")
    with pytest.raises(QueryError, match=r"no parameter 'actor'\. Known: who, what"):
        store.query("who_rejected_what", actor="x")
    with pytest.raises(QueryError, match="it takes none"):
        store.query("check_gate", who="x")


def test_values_are_bound_not_formatted(store):
    hostile = 'x" } ; DROP ALL # \n ?s ?p ?o'
    assert len(store.query("who_claims_what", who=hostile)) == 0
    found = store.select("SELECT ?who ?name WHERE { ?who skos:prefLabel ?name }", who="ent:DanaQuill")
    assert column(found, "name") == ["Dana Quill"]
    assert column(store.query("SELECT ?n WHERE { ?s skos:prefLabel ?n }", n="Dana Quill"), "n") == [
        "Dana Quill"
    ]
    with pytest.raises(QueryError, match=r"Put \?who after SELECT"):
        store.query("SELECT ?name WHERE { ?who skos:prefLabel ?name }", who="x")


@pytest.mark.parametrize(
    ("given_value", "term"),
    [
        ("Dana Quill", ox.Literal("Dana Quill")),
        ("ent:DanaQuill", ox.NamedNode("https://kg.example/entity/DanaQuill")),
        ("https://a.example/b", ox.NamedNode("https://a.example/b")),
        ("urn:x:y", ox.Literal("urn:x:y")),
        ("note: this", ox.Literal("note: this")),
        ("http://a b", ox.Literal("http://a b")),
        (ox.Literal(3), ox.Literal(3)),
    ],
)
def test_what_looks_like_an_iri_is_one(given_value, term):
    assert bindings(asked("SELECT * {}"), {"x": given_value}) == {"x": term}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { service silent ?where { ?s ?p ?o } }",
        "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { SERVICE # <\n <http://127.0.0.1/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> SELECT * WHERE { SERVICE:x { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p true.SERVICE<http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p 5SERVICE<http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p ?o FILTER(?s<'>')SERVICE<http://127.0.0.1/> { ?s ?p ?o } } #'",
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "PREFIX a: <x:> # note\n  DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
        "SELECT * WHERE " + "{" * 5000 + "}" * 5000,
    ],
)
def test_a_query_only_asks(store, query):
    with pytest.raises(QueryError, match=r"refused|brackets deep"):
        store.query(query)


@pytest.mark.parametrize("query", ["SELECT ?service ?p { ?service ?p ?o }", "SELECT ?s { ?s kg:service ?o }"])
def test_the_word_service_is_no_crime(store, query):
    store.query(query)


@pytest.mark.parametrize(
    "query", ["SELECT ?x {", "", "SELECT * { ?s no:prefix ?o }", "SELECT \ud800", "{ } DROP ALL"]
)
def test_broken_sparql_is_one_line(store, query):
    with pytest.raises(QueryError) as problem:
        store.query(query)
    assert "\n" not in str(problem.value)
    assert len(str(problem.value)) < 300


def test_ask_and_construct_are_rows_too(store):
    assert store.query("ASK { ?s a kg:Quote }").dicts() == [{"answer": True}]
    rows = store.query("CONSTRUCT { ?s a kg:Quote } WHERE { ?s a kg:Quote }")
    assert rows.variables == ("subject", "predicate", "object")
    assert len(rows) == 3
    assert store.query("DESCRIBE ent:DanaQuill") == store.query("DESCRIBE ent:DanaQuill")

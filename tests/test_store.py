"""A store keeps articles apart, answers over all of them at once, and survives any file."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ExportError, QueryError, StoreError
from kg.query import PREFIXES
from kg.store import Store, load
from kg.store.labels import labelled

CONTRACT = Path(__file__).parent / "graphs" / "contract.ttl"
RDF = [".ttl", ".trig", ".nq", ".nt", ".jsonld"]
ONE, TWO = (ox.NamedNode(f"https://kg.example/article/{name}") for name in ("one", "two"))


def quad(subject: str, predicate: str, value: str, article: ox.NamedNode) -> ox.Quad:
    names = ox.NamedNode(PREFIXES["ent"] + subject), ox.NamedNode(PREFIXES["skos"] + predicate)
    return ox.Quad(*names, ox.Literal(value), article)


SHARED_ONE, SHARED_TWO = (quad("A", "prefLabel", "A", article) for article in (ONE, TWO))
OWN_ONE, OWN_TWO = quad("A", "altLabel", "a", ONE), quad("A", "altLabel", "aa", TWO)


def added(store: Store, article: ox.NamedNode, quads: list[ox.Quad], *, lines: bool) -> None:
    """Add what an article says, as quads or as lines."""
    if lines:
        triples = [found.triple for found in quads]
        store.add_ntriples(article, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    else:
        store.add(quads)


@pytest.fixture(params=["quads", "lines"])
def two(request) -> Store:
    store = Store()
    added(store, ONE, [SHARED_ONE, OWN_ONE], lines=request.param == "lines")
    added(store, TWO, [SHARED_TWO, OWN_TWO], lines=request.param == "lines")
    return store


SEEING_GRAPHS = [
    "SELECT ?l WHERE { GRAPH ?g { ?s skos:altLabel ?l } }",
    "SELECT ?l WHERE { graph ?g { ?s skos:altLabel ?l } }",
    f"SELECT ?l FROM NAMED {ONE} FROM NAMED {TWO} WHERE {{ GRAPH ?g {{ ?s skos:altLabel ?l }} }}",
    f"SELECT ?l FROM {ONE} FROM {TWO} WHERE {{ ?s skos:altLabel ?l }}",
]


@pytest.mark.parametrize("query", SEEING_GRAPHS)
def test_lines_are_told_apart_as_soon_as_a_query_looks_at_graphs(query: str) -> None:
    store = Store()
    added(store, ONE, [SHARED_ONE, OWN_ONE], lines=True)
    assert len(store) == 2  # merged by now
    added(store, TWO, [OWN_TWO], lines=True)
    assert {str(row["l"]) for row in store.select(query).dicts()} == {"a", "aa"}
    added(store, TWO, [SHARED_TWO], lines=True)
    assert len(store.articles()) == 2
    assert len(list(store.quads())) == 4


def test_what_two_articles_say_is_one_row(two):
    assert len(two.select("SELECT ?label WHERE { ?s skos:prefLabel ?label }")) == 1
    assert two.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").dicts() == [{"n": 3}]
    assert len(two) == len(list(two.triples())) == 3
    assert len(list(two.quads())) == 4
    assert len(two.select("SELECT ?g WHERE { GRAPH ?g { ?s skos:prefLabel ?label } }")) == 2
    assert repr(two) == "<kg.Store of 3 triples>"


def test_adding_again_changes_nothing(two):
    before = list(two.quads())
    two.add(before)
    assert list(two.quads()) == before
    assert len(two) == 3


def test_an_article_is_replaced_and_removed_without_harm_to_the_others(two):
    two.replace(ONE, [quad("A", "altLabel", "new", ONE)])
    assert {t.object.value for t in two.triples()} == {"A", "aa", "new"}
    two.replace(ONE, (q for q in [SHARED_ONE, OWN_ONE]))
    two.remove(TWO)
    assert list(two.quads()) == sorted([SHARED_ONE, OWN_ONE], key=lambda q: str(q.predicate))
    two.remove(TWO)
    two.remove(ONE)
    assert len(two) == 0


def test_order_of_articles_does_not_matter(two):
    other = Store()
    other.add([OWN_TWO, SHARED_TWO, OWN_ONE, SHARED_ONE])
    assert list(other.quads()) == list(two.quads())
    assert list(other.triples()) == list(two.triples())


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("ending", RDF)
def test_every_format_comes_back_the_same(tmp_path, ending, packed):
    store = load(CONTRACT)
    path = tmp_path / f"a{ending}{packed}"
    store.save(path)
    assert list(load(path).quads()) == list(store.quads())
    first = path.read_bytes()
    load(path).save(path)
    assert path.read_bytes() == first
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", RDF)
def test_articles_stay_apart_where_the_format_can(tmp_path, two, ending):
    two.save(tmp_path / f"a{ending}")
    found = load(tmp_path / f"a{ending}")
    assert list(found.triples()) == list(two.triples())
    keeps = ending in (".trig", ".nq", ".jsonld")
    assert list(found.quads()) == list(two.quads()) if keeps else len(list(found.quads())) == 3


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([ONE, TWO])), max_size=6), st.sampled_from(RDF))
def test_any_text_survives_any_format(tmp_path_factory, labels, ending):
    store = Store()
    store.add(quad("A", "altLabel", text, article) for text, article in labels)
    path = tmp_path_factory.mktemp("any") / f"a{ending}"
    store.save(path)
    assert list(load(path).triples()) == list(store.triples())


def test_turtle_reads_well(tmp_path):
    load(CONTRACT).save(tmp_path / "a.ttl")
    text = (tmp_path / "a.ttl").read_text("utf-8")
    assert text.startswith("@prefix act: <https://kg.example/action/> .\n@prefix article:")
    assert "\n\nent:MiraTolland a kg:Person ;\n" in text
    assert "@prefix wd:" not in text
    assert text.endswith(" .\n")


def test_bytes_do_not_depend_on_the_process(tmp_path):
    program = "import sys; from kg.store import load; load(sys.argv[1]).save(sys.argv[2])"
    for seed in ("1", "2"):
        command = [sys.executable, "-c", program, str(CONTRACT), str(tmp_path / f"{seed}.trig")]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)})
    assert (tmp_path / "1.trig").read_bytes() == (tmp_path / "2.trig").read_bytes()


HOSTILE = [
    ("words.ttl", b"<https://a> <https://b> 1 .\nThis is no Turtle.", "words.ttl:2: this is no Turtle"),
    ("binary.ttl", b"\0\xff\xfe", "binary.ttl:1: this is no Turtle"),
    ("latin.nt", b'<https://a> <https://b> "\xe9" .', "latin.nt:1: this is no N-Triples"),
    ("relative.ttl", b"<a> <b> <c> .", "relative.ttl:1"),
    ("surrogate.ttl", b'<https://a> <https://b> "\\uD800" .', "surrogate.ttl:1"),
    ("empty.jsonld", b"", "this is no JSON-LD"),
    ("cut.jsonld", b'{"@id": "https://a",', "this is no JSON-LD"),
    ("deep.jsonld", b"[" * 200_000, "this is no JSON-LD"),
    ("plain.ttl.gz", b"<https://a> <https://b> 1 .", "no whole gzip file"),
    ("cut.ttl.gz", gzip.compress(b"# words\n" * 1000)[:-9], "no whole gzip file"),
    ("table.csv", b"a,b", "Known: .ttl, .trig"),
    ("none", b"", "ends in 'nothing'"),
]


@pytest.mark.parametrize(("name", "content", "words"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_a_bad_file_is_one_line_that_names_it(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(StoreError) as problem:
        load(path)
    assert words in str(problem.value)
    assert str(path) in str(problem.value)
    assert "\n" not in str(problem.value)


def test_what_is_no_file_is_said(tmp_path):
    with pytest.raises(StoreError, match=r"no\.ttl does not exist"):
        load(tmp_path / "no.ttl")
    with pytest.raises(StoreError, match="is a folder"):
        load(tmp_path)


def test_a_context_is_never_fetched(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/context"
        path = tmp_path / "a.jsonld"
        path.write_text(f'{{"@context": "{url}", "@id": "https://a", "name": "b"}}')
        with pytest.raises(StoreError, match="is not fetched"):
            load(path)
        with pytest.raises(QueryError, match="refused"):
            Store().query(f"SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}")
        with pytest.raises(TimeoutError):
            server.accept()


def test_saving_is_all_or_nothing(tmp_path, two):
    path = tmp_path / "a.ttl"
    path.write_text("old")
    path.chmod(0o600)
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        two.save(tmp_path / "folder.ttl")
    with pytest.raises(StoreError, match="Use export"):
        two.save(tmp_path / "a.gexf")
    with pytest.raises(ExportError, match="cannot be written"):
        two.save(path / "b.ttl")
    assert path.read_text() == "old"
    two.save(path)
    assert path.stat().st_mode & 0o777 == 0o600
    two.save(tmp_path / "new" / "folder" / "a.nq")
    assert [file.name for file in (tmp_path / "new" / "folder").iterdir()] == ["a.nq"]


# rdflib 7.6 warns of its own method in its own parse() and query().
RDFLIB_WARNS = pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")


@RDFLIB_WARNS
def test_rdflib_gets_the_same_graph():
    from rdflib import Graph
    from rdflib.compare import isomorphic

    ours = load(CONTRACT).to_rdflib()
    plain = Graph()
    plain += ours.triples((None, None, None))
    # pyoxigraph keeps every kind of whole number as xsd:integer.
    turtle = CONTRACT.read_text("utf-8").replace("xsd:nonNegativeInteger", "xsd:integer")
    assert isomorphic(Graph().parse(data=turtle, format="turtle"), plain)
    rows = ours.query("SELECT ?who WHERE { ?who act:announced ?what }")
    assert [str(row[0]) for row in rows] == [PREFIXES["ent"] + "MiraTolland"]


@RDFLIB_WARNS
@settings(deadline=None)
@given(TEXTS)
def test_rdflib_finds_any_text(text):
    from rdflib import Literal, URIRef

    store = Store()
    store.add([quad("A", "prefLabel", text, ONE)])
    found = store.to_rdflib().subjects(URIRef(PREFIXES["skos"] + "prefLabel"), Literal(text))
    assert [str(subject) for subject in found] == [PREFIXES["ent"] + "A"]


@RDFLIB_WARNS
def test_rdflib_keeps_articles_apart(two):
    sizes = {str(graph.identifier): len(graph) for graph in two.to_rdflib().graphs()}
    assert (sizes[ONE.value], sizes[TWO.value]) == (2, 2)


def test_networkx_and_the_page_are_at_hand():
    store = load(CONTRACT)
    assert store.to_networkx(about="Oren Vasey").number_of_nodes() == 3
    assert "Oren Vasey" in store.view(about="Oren Vasey").html


def test_loading_kg_and_asking_loads_nothing_heavy():
    program = (
        "import sys, kg.store, kg.export, kg.query, kg.read; "
        "kg.store.load(sys.argv[1]).query('who_rejected_what'); "
        "print({'spacy', 'networkx', 'rdflib', 'pyvis', 'numpy'} & set(sys.modules) or '')"
    )
    command = [sys.executable, "-c", program, str(CONTRACT)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.stdout.strip() == ""


_SPELT = ("Oxley Bank", "Oxley-Bank", "oxley Bank")


def _calls(number: int, label: str) -> tuple[ox.NamedNode, list[ox.Quad]]:
    """An article that calls the one bank by a name."""
    article, bank = ox.NamedNode(f"{ONE.value}{number}"), ox.NamedNode(PREFIXES["ent"] + "OxleyBank")
    names = [("prefLabel", label), ("altLabel", "the bank")]
    quads = [
        ox.Quad(bank, ox.NamedNode(PREFIXES["skos"] + name), ox.Literal(value), article)
        for name, value in names
    ]
    return article, quads


def _names(store: Store) -> set[tuple[str, str]]:
    rows = store.query("SELECT ?name ?label WHERE { ent:OxleyBank ?name ?label }")
    return {(name.value.rpartition("#")[2], label.value) for name, label in rows}


@pytest.mark.parametrize("order", list(permutations(_SPELT)))
def test_an_entity_has_one_label_in_whatever_order_its_names_come(order: tuple[str, ...]) -> None:
    store = Store()
    for number, label in enumerate(order):
        store.add(_calls(number, label)[1])
        preferred = [label for name, label in _names(store) if name == "prefLabel"]
        assert preferred == [min(order[: number + 1])]
    assert _names(store) == {
        ("prefLabel", "Oxley Bank"),
        *(("altLabel", name) for name in ("Oxley-Bank", "oxley Bank", "the bank")),
    }


def test_an_entity_is_called_what_the_articles_that_are_left_call_it() -> None:
    store = Store()
    for number, label in enumerate(_SPELT):
        store.add(_calls(number, label)[1])
    assert len(_names(store)) == 4
    store.remove(_calls(0, _SPELT[0])[0])
    assert _names(store) == {
        ("prefLabel", "Oxley-Bank"),
        ("altLabel", "oxley Bank"),
        ("altLabel", "the bank"),
    }
    store.remove(_calls(2, _SPELT[2])[0])
    assert _names(store) == {("prefLabel", "Oxley-Bank"), ("altLabel", "the bank")}


def test_what_has_a_label_is_told_from_words_that_read_like_one() -> None:
    label = f"<{PREFIXES['skos']}prefLabel>"
    lines = (
        f'<https://kg.example/entity/hale> {label} "Ada Hale" .\n'
        f'<https://kg.example/passage/1> <https://kg.example/words> "Marsh> {label} Reed" .\n'
        f'<https://kg.example/passage/2> {label} "<https://kg.example/entity/reed> {label} Reed" .\n'
    )
    assert labelled(lines.encode()) == {"https://kg.example/entity/hale", "https://kg.example/passage/2"}
    assert labelled(b"") == set()

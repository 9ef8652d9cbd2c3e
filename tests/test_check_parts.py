"""A graph that is checked in parts is checked as a whole is."""

from __future__ import annotations

import random
import re
import sys

import pyoxigraph as ox
import pytest
from rdflib import Graph

import kg.check.shapes
from kg import resources
from kg.check import check
from kg.check.shapes import _quietly, _violations, shape_violations
from kg.check.sieve import doubtful
from kg.model import Article
from kg.query import PREFIXES
from kg.rdf import article_iri
from kg.store import Archive, Snapshot, Store, load
from kg.store.archive import Source

from .test_check import ANNOUNCED, FIRST, KEY, PLANTED, TURTLE, InMemory, add, drop

#: What a shape sees only beyond a node's own triples: the class of what it points to, who points to it, nodes
#: of which nothing is said, texts and blank nodes in the place of nodes.
BROKEN = ";\n".join(
    [
        *(update for rule, update in PLANTED.values() if rule == "shape"),
        add(f"{ANNOUNCED} kg:event ent:OrenVasey ; kg:agentMention ent:DanaQuill ; kg:quote 'words'"),
        add("ev:lonely a sem:Event , kg:Announce ; kg:agent ent:Nobody ; kg:theme 'a theme'"),
        add("time:day a kg:Time ; skos:prefLabel 'a day' ; kg:firstDay '2025-01-02'^^xsd:date"),
        add(
            f"{FIRST} kg:refersTo ent:NobodyEither , _:blank . _:blank skos:prefLabel 'Blank' . "
            "_:event a sem:Event . st:blank kg:event _:event ; kg:evidence _:passage ; a kg:Statement . "
            "_:passage a kg:Passage . st:blank rdf:object 'eins'@de , 'one'@en ; kg:confidence 'high'"
        ),
        add(f"ent:r a kg:RoleAttestation ; org:member ent:MiraTolland ; kg:attestedIn article:{KEY}"),
    ]
)


def whole(graph: InMemory) -> set[str]:
    """What pyshacl finds in the graph as a whole, with the shapes as they are."""
    with _quietly():
        data = Graph().parse(data=ox.serialize(graph.triples(), format=ox.RdfFormat.N_TRIPLES), format="nt")
        found = _violations(data, Graph().parse(resources.ONTOLOGY / "shapes.ttl"))
        return {named(str(violation)) for violation in found}


def named(violation: str) -> str:
    """A violation without the names of blank nodes, which no two readings share."""
    return re.sub(r"\b\w{24,}\b", "_:b", violation)


@pytest.mark.parametrize("at_once", [1, 40, 1_000_000])
def test_parts_find_what_the_whole_finds(at_once, monkeypatch):
    graph = InMemory(TURTLE, BROKEN)
    expected = whole(graph)
    assert len(expected) > 60
    monkeypatch.setattr(kg.check.shapes, "_AT_ONCE", at_once)
    assert {named(str(violation)) for violation in shape_violations(graph)} == expected


NUMBERS = "http://www.w3.org/2001/XMLSchema#"
#: What may stand where something else should.
ODD = (
    *(ox.Literal(text) for text in ("", "x", "0" * 64 + "\n")),
    ox.Literal("x", language="en"),
    ox.Literal(-1),
    ox.Literal(3.5),
    *(
        ox.Literal(text, datatype=ox.NamedNode(NUMBERS + kind))
        for text, kind in (
            ("none", "integer"),
            ("7", "nonNegativeInteger"),
            ("5", "decimal"),
            ("2025-02-31", "date"),
            ("2025-02-03Z", "date"),
            ("0000-01-01", "date"),
            ("2025-02-03", "date"),
            ("25", "gYear"),
            ("2025-13", "gYearMonth"),
            ("0", "boolean"),
            ("perhaps", "boolean"),
        )
    ),
    ox.BlankNode("b" * 24),
    ox.NamedNode("https://example.org/nobody"),
)


def damaged(seed: int, times: int) -> InMemory:
    """The graph of the contract with triples taken away, put in, or given other ends, at random."""
    chance = random.Random(seed)
    graph = InMemory(TURTLE)
    quads = sorted(graph._store, key=str)
    values = (*ODD, *sorted({quad.object for quad in quads}, key=str))
    for _ in range(times):
        quad, of = chance.choice(quads), chance.choice(quads)
        what = chance.randrange(5)
        if what < 3:
            graph._store.remove(quad)
        if what in (1, 3):
            graph._store.add(ox.Quad(quad.subject, quad.predicate, chance.choice(values)))
        elif what == 2:
            graph._store.add(ox.Quad(ox.BlankNode("b" * 24), quad.predicate, quad.object))
        elif what == 4:
            graph._store.add(ox.Quad(quad.subject, of.predicate, of.object))
    return graph


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_damaged_is_found_as_in_the_whole(seed):
    graph = damaged(seed, times=1 + seed * 4)
    assert {named(str(violation)) for violation in shape_violations(graph)} == whole(graph)


def test_what_a_shape_has_that_is_not_known_lets_nothing_pass():
    shape = (
        "<urn:s> a sh:NodeShape ; sh:targetClass kg:Person ; sh:property [ sh:path skos:prefLabel ; %s ] ."
    )
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    for known, passes in (("sh:minCount 1", True), ("sh:minCount 1 ; sh:maxLength 90", False)):
        shapes = Graph().parse(
            data=f"{prefixes}PREFIX sh: <http://www.w3.org/ns/shacl#>\n{shape % known}", format="turtle"
        )
        (query,) = doubtful(shapes)
        assert bool(InMemory(TURTLE).select(query).rows) is not passes


def test_a_node_that_cannot_be_judged_is_told_of():
    update = drop(f"{FIRST} nif:endIndex ?end") + ";" + add(f"{FIRST} nif:endIndex _:somewhere")
    found = {str(violation) for violation in shape_violations(InMemory(TURTLE, update))}
    assert any("cannot be judged" in violation for violation in found)


def test_a_sound_graph_needs_no_pyshacl(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    assert list(shape_violations(InMemory(TURTLE))) == []


@pytest.mark.parametrize("at_once", [1, 30])
def test_a_clean_graph_is_clean_in_any_parts(at_once, monkeypatch):
    monkeypatch.setattr(kg.check.shapes, "_AT_ONCE", at_once)
    assert check(InMemory(TURTLE)) == []


def broken_store(*, without: str = "") -> Store:
    inner = ox.Store()
    inner.load(TURTLE.encode(), format=ox.RdfFormat.TURTLE)
    inner.update(
        ";\n".join(update for rule, update in PLANTED.values() if rule != without), prefixes=PREFIXES
    )
    return Store(inner)


def test_an_archive_breaks_the_contract_as_a_store_does(tmp_path):
    store = broken_store(without="blank_node")  # that no archive takes as it is
    with Archive(tmp_path / "archive") as archive:
        # What is wrong between two articles is in neither of them.
        triples = list(store.triples())
        for number in range(2):
            article = Article(f"Text {number}.", id=str(number))
            graph = article_iri(article)
            quads = [ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples[number::2]]
            archive.put(article, Source.of(article, "test"), quads)
    found = load(tmp_path / "archive")
    assert isinstance(found, Snapshot)
    expected = check(store)
    assert len({violation.rule for violation in expected}) > 5
    assert check(found) == expected

"""Tables for other programs hold what the network holds, whatever the articles' words are."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings

from kg.cli import export as export_verb
from kg.errors import ExportError
from kg.export import FOLDERS, FORMATS, export
from kg.export.edges import edges
from kg.export.neo4j import NODES, RELATIONSHIPS
from kg.query import PREFIXES
from kg.store import Store, load

from .test_export import CONTRACT, ENT, LABELS, NASTY, named

#: What neo4j-admin's documentation allows in a header: a name, a type, or both.
_FIELD = re.compile(r"(\w*:(ID|START_ID|END_ID|TYPE|LABEL)|\w+(:(int|string|date)(\[\])?)?)")


def edge_list(store: Store) -> list[dict[str, str]]:
    file = io.BytesIO()
    FORMATS[".csv"](store, file, Path())
    return list(csv.DictReader(io.StringIO(file.getvalue().decode(), newline="")))


def neo4j(store: Store, folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The two files as an importer without multi-line fields sees them: line by line."""
    store.export(folder / "a.neo4j")
    tables = []
    for name in ("nodes.csv", "relationships.csv"):
        lines = (folder / "a.neo4j" / name).read_bytes().decode().split("\n")
        assert lines.pop() == ""
        header = next(csv.reader(lines[:1]))
        rows = [next(csv.reader([line], strict=True)) for line in lines[1:]]
        assert {len(row) for row in rows} <= {len(header)}
        tables.append([dict(zip(header, row, strict=True)) for row in rows])
    return tables[0], tables[1]


def test_edges_have_what_their_sources_say():
    (edge,) = (found for found in edges(load(CONTRACT)).edges if found.label == "announced")
    assert (edge.type, edge.action, edge.tier, edge.modality, edge.polarity) == (
        *("announced", "Announce"),
        *("narrated", "Actual", "Positive"),
    )
    assert (edge.weight, edge.sources, edge.articles, edge.first, edge.last) == (1, 1, 1, *["2025-01-20"] * 2)
    own = {found.type: (found.tier, found.speakers) for found in edges(load(CONTRACT)).edges}
    assert own["saysAsked"] == ("own word", ("Mira Tolland",))
    assert own["spokeAbout"][0] == "spoke about"


def test_two_articles_count_twice_and_give_first_and_last():
    inner = ox.Store()
    inner.extend(load(CONTRACT).quads())
    inner.update(
        """INSERT { ?s2 kg:earnsEdge true ; rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b ;
             kg:evidence passage:two . passage:two nif:referenceContext article:two ; nif:beginIndex 3 ;
             nif:anchorOf "Earlier." . article:two schema:datePublished "2024-12-31"^^xsd:date }
        WHERE { BIND(st:two AS ?s2) ?s kg:earnsEdge true ; rdf:predicate act:announced, ?p ;
                rdf:subject ?a ; rdf:object ?b }""",
        prefixes=PREFIXES,
    )
    (edge,) = (found for found in edges(Store(inner)).edges if found.label == "announced")
    assert (edge.sources, edge.articles, edge.first, edge.last) == (2, 2, "2024-12-31", "2025-01-20")
    assert edge.sentence == "Earlier."


@settings(deadline=None, max_examples=50)
@given(LABELS)
def test_the_edge_list_comes_back(label):
    rows = edge_list(named(label))
    assert len(rows) == 11
    (found,) = (row for row in rows if row["label"] == "announced")
    assert found["sentence"].removeprefix("'") == label.replace("\0", "\ufffd").removeprefix("'")
    assert (found["source"], found["weight"], found["first"]) == (ENT + "MiraTolland", "1", "2025-01-20")


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "\0=1"])
def test_no_cell_of_the_edge_list_is_a_formula(label):
    rows = edge_list(named(label))
    cells = [cell for row in rows for cell in row.values()]
    assert any(label.lstrip("\0") in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r\n\uff1d" and cell]


@settings(deadline=None, max_examples=25)
@given(LABELS)
def test_neo4j_reads_the_network_line_by_line(tmp_path_factory, label):
    nodes, relationships = neo4j(named(label), tmp_path_factory.mktemp("neo4j"))
    assert len(relationships) == 11
    known = {node["iri:ID"]: node for node in nodes}
    assert len(known) == len(nodes)
    assert known[ENT + "PellmereCouncil"][":LABEL"] == "Entity;Organisation;Council"
    assert {row[end] for row in relationships for end in (":START_ID", ":END_ID")} <= set(known)
    shown = known[ENT + "OrenVasey"]["label"]
    assert shown.split() == re.sub("[\x00-\x20\x7f-\xa0\u2028\u2029\ufffe\uffff]+", " ", label).split()
    assert {row[":TYPE"] for row in relationships} >= {"ANNOUNCED", "SAYS_ASKED", "SPOKE_ABOUT"}


def test_headers_are_those_that_neo4j_knows():
    assert all(_FIELD.fullmatch(name) for name in (*NODES, *RELATIONSHIPS))


def test_arrays_have_no_other_delimiter(tmp_path):
    inner = ox.Store()
    inner.extend(load(CONTRACT).quads())
    for alias in ("Vasey; O.", "Mr Vasey"):
        names = ox.NamedNode(ENT + "OrenVasey"), ox.NamedNode(PREFIXES["skos"] + "altLabel")
        inner.add(ox.Quad(*names, ox.Literal(alias)))
    nodes, _ = neo4j(Store(inner), tmp_path)
    (found,) = (node for node in nodes if node["iri:ID"] == ENT + "OrenVasey")
    assert {"Vasey, O.", "Mr Vasey"} <= set(found["aliases:string[]"].split(";"))


def test_days_that_are_none_are_left_out(tmp_path):
    inner = ox.Store()
    inner.extend(load(CONTRACT).quads())
    inner.update(
        'DELETE { ?a schema:datePublished ?d } INSERT { ?a schema:datePublished "January" } '
        "WHERE { ?a schema:datePublished ?d }",
        prefixes=PREFIXES,
    )
    _, relationships = neo4j(Store(inner), tmp_path)
    assert {row["first:date"] for row in relationships} == {""}
    assert "January" in {row["first"] for row in edge_list(Store(inner))}


def test_neosemantics_gets_neither_blank_nodes_nor_triple_terms(tmp_path):
    store = load(CONTRACT)
    plain = set(store.triples())
    odd, blank = ox.NamedNode(ENT + "Odd"), ox.BlankNode("b1")
    store.add(
        [
            ox.Quad(odd, odd, blank),
            ox.Quad(blank, odd, ox.Literal(NASTY)),
            ox.Quad(odd, odd, ox.Triple(odd, odd, odd)),
        ]
    )
    export(store, tmp_path / "a.n10s.ttl")
    found = rdflib.Graph().parse(tmp_path / "a.n10s.ttl", format="turtle")
    assert not [term for triple in found for term in triple if isinstance(term, rdflib.BNode)]
    assert "<<" not in (tmp_path / "a.n10s.ttl").read_text("utf-8")
    assert len(found) == len(plain) + 2
    assert (rdflib.URIRef("urn:kg:blank:b1"), rdflib.URIRef(ENT + "Odd"), rdflib.Literal(NASTY)) in found
    assert set(load(tmp_path / "a.n10s.ttl").triples()) > plain


@pytest.mark.parametrize("ending", FOLDERS)
def test_a_zip_file_holds_the_folder(tmp_path, ending):
    store = named(NASTY)
    for name in (f"a{ending}", f"a{ending}.zip", f"b{ending.upper()}.ZIP"):
        store.export(tmp_path / name)
    with zipfile.ZipFile(tmp_path / f"a{ending}.zip") as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    folder = tmp_path / f"a{ending}"
    assert inside == {
        path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".kg-export.json"
    }
    packed = (tmp_path / f"a{ending}.zip").read_bytes()
    assert packed == (tmp_path / f"b{ending.upper()}.ZIP").read_bytes()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_is_renewed_and_what_is_not_ours_stays(tmp_path):
    folder = tmp_path / "a.obsidian"
    named("Oren Vasey").export(folder)
    assert (folder / "Oren Vasey.md").exists()
    (folder / ".obsidian").mkdir()
    (folder / ".obsidian" / "app.json").write_text("{}")
    (folder / "mine.md").write_text("mine")
    named("Orla Vasey").export(f"{folder}/")
    assert not (folder / "Oren Vasey.md").exists()
    assert (folder / "Orla Vasey.md").exists()
    assert (folder / "mine.md").read_text() == "mine"
    assert (folder / ".obsidian" / "app.json").exists()
    (folder / "Ned Marsh.md").write_text("mine")
    with pytest.raises(ExportError, match=r"Ned Marsh\.md is not from kg"):
        named("Ned Marsh").export(folder)
    assert (folder / "Ned Marsh.md").read_text() == "mine"
    assert (folder / "Orla Vasey.md").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a.obsidian"]


def test_a_folder_of_somebody_else_is_refused(tmp_path):
    folder = tmp_path / "a.neo4j"
    folder.mkdir()
    load(CONTRACT).export(folder)  # empty: nothing is lost
    other = tmp_path / "b.neo4j"
    other.mkdir()
    (other / "nodes.csv").write_text("mine")
    with pytest.raises(ExportError, match="holds other things"):
        load(CONTRACT).export(other)
    (tmp_path / "c.neo4j").write_text("a file")
    with pytest.raises(ExportError, match="is a file"):
        load(CONTRACT).export(tmp_path / "c.neo4j")
    assert (other / "nodes.csv").read_text() == "mine"


def test_a_list_of_files_reaches_no_other_folder(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("keep")
    folder = tmp_path / "a.neo4j"
    load(CONTRACT).export(folder)
    (folder / ".kg-export.json").write_text(json.dumps(["../outside.txt", str(outside), "nodes.csv"]))
    (folder / "relationships.csv").unlink()
    load(CONTRACT).export(folder)
    assert outside.read_text() == "keep"
    assert (folder / "relationships.csv").exists()


@pytest.mark.parametrize("name", ["a.neo4j", "a.neo4j.zip"])
def test_a_failure_leaves_the_former_folder(tmp_path, name, monkeypatch):
    def fails(graph: object, folder: Path) -> None:
        (folder / "nodes.csv").write_text("half")
        raise OSError(28, "No space left on device")

    load(CONTRACT).export(tmp_path / name)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    monkeypatch.setitem(FOLDERS, ".neo4j", fails)
    with pytest.raises(ExportError, match="No space left on device"):
        load(CONTRACT).export(tmp_path / name)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", [".ttl", ".obsidian", "a.xlsx", "a.neo4j.gz", "neo4j", "a.ttl.zip"])
def test_unknown_names_are_answered_with_all_endings(tmp_path, name):
    with pytest.raises(ExportError) as raised:
        Store().export(tmp_path / name)
    assert all(ending in str(raised.value) for ending in (*FORMATS, *FOLDERS))
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_lists_every_ending():
    told = (export_verb.__doc__ or "").split()
    assert {*FORMATS, *(f"{ending}/" for ending in FOLDERS)} <= set(told)


@pytest.mark.parametrize("ending", FOLDERS)
def test_an_empty_graph_is_a_folder_too(tmp_path, ending):
    Store().export(tmp_path / f"a{ending}")
    assert (tmp_path / f"a{ending}").is_dir()

"""What is exported opens in other programs, whatever the articles' words are."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ExportError
from kg.export import FORMATS
from kg.export.networks import clean, flattened
from kg.query import PREFIXES
from kg.store import Store, load

CONTRACT = Path(__file__).parent / "graphs" / "contract.ttl"
ENT = PREFIXES["ent"]
NASTY = "\x00\x0b\x1f\x7f\ufffe“</label>]]>&amp;' 😀 \r\n\t é"


def named(label: str) -> Store:
    """The contract's graph with another name for Oren Vasey, and as the sentence behind an edge."""
    inner = ox.Store()
    inner.extend(load(CONTRACT).quads())
    pairs = [("entity/OrenVasey", "skos:prefLabel"), ("passage/408e0fdca313b6fd.0-62", "nif:anchorOf")]
    for subject, predicate in pairs:
        inner.update(f"DELETE WHERE {{ <https://kg.example/{subject}> {predicate} ?o }}", prefixes=PREFIXES)
        prefix, _, local = predicate.partition(":")
        predicate_iri = ox.NamedNode(PREFIXES[prefix] + local)
        inner.add(ox.Quad(ox.NamedNode(f"https://kg.example/{subject}"), predicate_iri, ox.Literal(label)))
    return Store(inner)


def run(*command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr.lower(), done.stderr


def announced(network: nx.MultiDiGraph) -> dict[str, object]:
    (found,) = (data for _, _, data in network.edges(data=True) if data["label"] == "announced")
    return found


def test_networks_have_texts_and_numbers_only():
    flat = flattened(load(CONTRACT))
    values = [value for _, data in flat.nodes(data=True) for value in data.values()]
    values += [value for _, _, data in flat.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} == {str, int}
    assert flat.nodes[ENT + "PellmereCouncil"] == {
        "label": "Pellmere Council",
        "type": "Council",
        "kind": "Organisation",
        "aliases": "",
    }
    assert announced(flat) == {
        "label": "announced",
        "predicate": PREFIXES["act"] + "announced",
        "action": "Announce",
        "tier": "narrated",
        "modality": "Actual",
        "polarity": "Positive",
        "weight": 1,
        "sources": 1,
        "articles": 1,
        "first": "2025-01-20",
        "last": "2025-01-20",
        "speakers": "",
        "sentence": "Mira Tolland announced an audit of the harbour fund on Monday.",
    }


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_graph_is_the_same_bytes(tmp_path, ending):
    store = load(CONTRACT)
    backwards = Store()
    backwards.add(reversed(list(store.quads())))
    store.export(tmp_path / f"a{ending}")
    backwards.export(tmp_path / f"b{ending}.gz")
    backwards.export(tmp_path / f"b{ending.upper()}")
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending.upper()}").read_bytes()
    assert (tmp_path / f"b{ending}.gz").read_bytes()[:2] == b"\x1f\x8b"


@pytest.mark.parametrize("ending", [".gexf", ".graphml"])
@pytest.mark.parametrize("label", ["Oren Vasey", NASTY])
def test_xml_is_accepted_by_another_parser(tmp_path, ending, label):
    named(label).export(tmp_path / f"a{ending}")
    run("xmllint", "--noout", str(tmp_path / f"a{ending}"))


@pytest.mark.parametrize(
    ("ending", "dialect"), [(".ttl", "turtle"), (".nt", "ntriples"), (".nq", "nquads"), (".trig", "trig")]
)
@pytest.mark.parametrize("label", ["Oren Vasey", NASTY.replace("\x00", "").replace("\ufffe", "")])
def test_rdf_is_accepted_by_another_parser(tmp_path, ending, dialect, label):
    named(label).export(tmp_path / f"a{ending}")
    run("rapper", "-q", "-c", "-i", dialect, str(tmp_path / f"a{ending}"))


def test_turtle_says_the_same_to_another_parser(tmp_path):
    store = named('Oren “Vasey” 😀 \\ " \n\t')
    store.export(tmp_path / "a.ttl")
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed")
    command = ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(tmp_path / "a.ttl")]
    read = subprocess.run(command, check=True, capture_output=True).stdout
    found = {quad.triple for quad in ox.parse(input=read, format=ox.RdfFormat.N_TRIPLES)}
    assert found == set(store.triples())


def written(label: str, ending: str) -> io.BytesIO:
    file = io.BytesIO()
    FORMATS[ending](named(label), file, Path())
    file.seek(0)
    return file


LABELS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(NASTY)), max_size=40)


@settings(deadline=None)
@given(LABELS)
def test_gexf_comes_back(label):
    found = nx.read_gexf(written(label, ".gexf"))
    assert found.nodes[ENT + "OrenVasey"]["label"] == clean(label)
    assert announced(found)["sentence"] == clean(label)
    assert announced(found)["articles"] == 1


@settings(deadline=None)
@given(LABELS)
def test_graphml_comes_back(label):
    found = nx.read_graphml(written(label, ".graphml"), force_multigraph=True)
    assert found.nodes[ENT + "OrenVasey"]["label"] == clean(label)
    assert announced(found)["sentence"] == clean(label)
    assert announced(found)["weight"] == 1


@settings(deadline=None)
@given(LABELS)
def test_cytoscape_comes_back(label):
    found = nx.cytoscape_graph(json.load(written(label, ".cyjs")))
    assert found.nodes[ENT + "OrenVasey"]["label"] == clean(label)
    assert found.number_of_edges() == 11


@settings(deadline=None)
@given(st.text())
def test_cleaned_text_loses_only_what_xml_forbids(text):
    assert clean(clean(text)) == clean(text)
    if text.isprintable():
        assert clean(text) == text


def test_an_unknown_ending_is_answered_with_known_ones(tmp_path):
    with pytest.raises(ExportError, match=r"ends in '\.xlsx'\. Known: \.ttl, "):
        Store().export(tmp_path / "a.xlsx")
    with pytest.raises(ExportError, match="'nothing'"):
        Store().export(tmp_path / "a")


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_graph_is_a_file_too(tmp_path, ending):
    Store().export(tmp_path / f"a{ending}")
    assert (tmp_path / f"a{ending}").exists()

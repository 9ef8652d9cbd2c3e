"""The network of a graph has the edges that the graph has, and only the sentences that earned them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.network import SPOKE_ABOUT, network
from kg.store import Store, load

CONTRACT = Path(__file__).parent / "graphs" / "contract.ttl"
ENT = "https://kg.example/entity/"
ACT = "https://kg.example/action/"
AUDIT = ENT + "408e0fdca313b6fd.23-51"


@pytest.fixture(scope="module")
def store() -> Store:
    return load(CONTRACT)


def test_nodes_say_what_they_are(store):
    whole = network(store)
    council = whole.nodes[ENT + "PellmereCouncil"]
    assert {key: council[key] for key in ("label", "kind", "classes", "aliases")} == {
        "label": "Pellmere Council",
        "kind": "Organisation",
        "classes": ["Organisation", "Council"],
        "aliases": [],
    }
    assert whole.nodes[ENT + "MiraTolland"]["aliases"] == ["Tolland"]
    assert whole.nodes[AUDIT]["kind"] == "Thing"
    # Whom no edge touches is no part of a network.
    assert ENT + "HarbourParty" not in whole


def test_edges_say_what_kind_of_truth_they_are(store):
    whole = network(store)
    tiers = {data["label"]: data["tier"] for _, _, data in whole.edges(data=True)}
    assert tiers == {
        "announced": "narrated",
        "says they asked": "own word",
        "will oversee": "planned",
        "will publish": "planned",
        "may affect": "possible",
        "did not reject": "negative",
        "spoke about": "spoke about",
    }
    assert all(key == data["predicate"] for _, _, key, data in whole.edges(keys=True, data=True))
    assert whole.number_of_edges() == 11


def test_an_edge_has_the_sentences_that_earned_it_and_no_other(store):
    (source,) = network(store)[ENT + "MiraTolland"][AUDIT][ACT + "announced"]["sources"]
    assert source == {
        "sentence": "Mira Tolland announced an audit of the harbour fund on Monday.",
        "start": 0,
        "end": 62,
        "trigger": "announced",
        "marks": [(13, 22, "trigger"), (0, 12, "agent"), (23, 51, "theme"), (55, 61, "time")],
        "speaker": "",
        "speaker_iri": "",
        "action": "Announce",
        "modality": "Actual",
        "polarity": "Positive",
        "when": "Monday",
        "statement": "https://kg.example/statement/408e0fdca313b6fd.13-22",
        "article": "contract",
        "article_iri": "https://kg.example/article/408e0fdca313b6fd",
        "title": "Harbour fund to be audited",
        "date": "2025-01-20",
        "url": "https://news.example/harbour-fund",
    }
    told = network(store)[ENT + "OrenVasey"][AUDIT][ACT + "willOversee"]
    assert [source["speaker"] for source in told["sources"]] == ["Mira Tolland"]
    spoken = network(store)[ENT + "DanaQuill"][AUDIT][SPOKE_ABOUT]
    assert spoken["weight"] == 2
    assert [source["start"] for source in spoken["sources"]] == [234, 313]


@pytest.mark.parametrize("about", ["Oren Vasey", "oren  vasey", "ent:OrenVasey", ENT + "OrenVasey"])
def test_a_part_is_asked_for_by_name_alias_or_iri(store, about):
    part = network(store, about=about)
    assert set(part) == {ENT + "OrenVasey", ENT + "MiraTolland", AUDIT}
    assert part.has_edge(ENT + "MiraTolland", AUDIT)


def test_depth_counts_steps(store):
    assert set(network(store, about="Oren Vasey", depth=0)) == {ENT + "OrenVasey"}
    assert set(network(store, about="Oren Vasey", depth=2)) == set(network(store))
    assert list(network(store, about="Harbour Party")) == [ENT + "HarbourParty"]
    with pytest.raises(QueryError, match="depth of -1"):
        network(store, about="Oren Vasey", depth=-1)


@pytest.mark.parametrize(
    ("about", "hint"), [("Toland", "'Tolland'"), ("pellmere", "'Pellmere Council'"), ("zzz", "Give the name")]
)
def test_an_unknown_name_is_answered_with_near_ones(store, about, hint):
    with pytest.raises(QueryError, match=hint):
        network(store, about=about)


def test_a_network_does_not_depend_on_the_order_of_the_graph(store):
    backwards = Store()
    backwards.add(reversed(list(store.quads())))
    one, other = network(store), network(backwards)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_an_empty_graph_is_an_empty_network():
    assert len(network(Store())) == 0

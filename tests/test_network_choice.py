"""A network can be asked for in part: by article, time, action, and how much is behind an edge."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import QueryError
from kg.network import network
from kg.store import load

CONTRACT = Path(__file__).parent / "graphs" / "contract.ttl"
ENT = "https://kg.example/entity/"


@pytest.fixture(scope="module")
def store():
    return load(CONTRACT)


def labels(store, **chosen):
    return sorted(data["label"] for _, _, data in network(store, **chosen).edges(data=True))


@pytest.mark.parametrize(
    "action", ["Announce", "announce", "kg:Announce", "https://kg.example/ontology#Announce"]
)
def test_an_action_keeps_its_edges(store, action):
    assert labels(store, action=action) == ["announced", "spoke about", "spoke about"]


@pytest.mark.parametrize(
    "article",
    ["contract", "Harbour  fund to be audited", "https://news.example/harbour-fund", "CONTRACT"],
)
def test_an_article_is_named_by_id_title_or_address(store, article):
    assert labels(store, article=article) == labels(store)


def test_dates_are_those_of_the_articles(store):
    for within in ({"since": "2025-01-20"}, {"until": "2025-01-20"}, {"since": "2025", "until": "2025-01"}):
        assert labels(store, **within) == labels(store)
    for outside in (
        {"since": "2025-01-21"},
        {"until": "2025-01-19"},
        {"since": "2026"},
        {"until": "2024-12"},
    ):
        assert labels(store, **outside) == []
        assert len(network(store, **outside)) == 0


def test_sentences_are_counted_and_not_statements(store):
    assert labels(store, min_sources=2) == ["spoke about"]
    assert labels(store, min_sources=3) == []


def test_choices_go_together(store):
    part = network(store, about="Oren Vasey", action="Oversee")
    assert [data["label"] for _, _, data in part.edges(data=True)] == [
        "spoke about",
        "spoke about",
        "will oversee",
    ]
    assert all(
        source["action"] == "Oversee" for _, _, data in part.edges(data=True) for source in data["sources"]
    )


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"action": "Announced"}, "no action 'Announced'. Did you mean 'Announce'"),
        ({"action": "zzz"}, "It has .*Announce"),
        ({"article": "contrast"}, "no article 'contrast'. Did you mean 'contract'"),
        ({"since": "last week"}, "since is 'last week'"),
        ({"until": "2025-13"}, "until is '2025-13'"),
        ({"since": "2025-02", "until": "2025-01"}, "since 2025-02 and until 2025-01"),
        ({"min_sources": 0}, "0 sources"),
    ],
)
def test_what_cannot_be_is_said(store, chosen, message):
    with pytest.raises(QueryError, match=message):
        network(store, **chosen)


def test_the_command_line_takes_the_same_choices(tmp_path):
    page = tmp_path / "page.html"
    given = ["--action", "announce", "--since", "2025", "--until", "2025-01", "--article", "contract"]
    done = CliRunner().invoke(app, ["view", str(CONTRACT), *given, "-o", str(page)])
    assert done.exit_code == 0 and done.output.strip() == str(page)
    written = page.read_text("utf-8")
    assert '"label":"announced"' in written and '"label":"will oversee"' not in written
    refused = CliRunner().invoke(app, ["view", str(CONTRACT), "--min-sources", "0", "-o", str(page)])
    assert refused.exit_code == 2


def test_nodes_have_roles_and_what_no_edge_tells(store):
    whole = network(store)
    (held,) = [role for _, data in whole.nodes(data=True) for role in data["roles"]]
    assert held["sentence"] and held["article_iri"]
    for node, data in whole.nodes(data=True):
        around = [*whole.in_edges(node, data=True), *whole.out_edges(node, data=True)]
        on_edges = {source["statement"] for *_, edge in around for source in edge["sources"]}
        assert not on_edges & {source["statement"] for source in data["statements"]}

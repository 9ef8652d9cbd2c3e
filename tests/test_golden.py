"""Whole articles, from a frozen parse: their graphs are those that were read and committed."""

from __future__ import annotations

import pytest
from rdflib import Graph
from rdflib.compare import graph_diff

import kg
from kg.check import check

from .regenerate import FROZEN, GOLDEN, PARSES, frozen, frozen_doc, graph


def _rdflib(store: kg.Store) -> Graph:
    found = Graph()
    text = "\n".join(f"{triple} ." for triple in store.triples())
    return found.parse(data=text, format="nt")


@pytest.mark.parametrize("name", FROZEN)
def test_graph_of_a_frozen_parse(name: str) -> None:
    ours = graph(frozen(name)[1])
    golden = kg.load(GOLDEN / f"{name}.ttl")
    extra, missing = set(map(str, ours.triples())), set(map(str, golden.triples()))
    differences = [f"+ {t}" for t in sorted(extra - missing)] + [f"- {t}" for t in sorted(missing - extra)]
    assert not differences, "\n".join(
        [*differences[:60], "Read these, then: python -m tests.regenerate --goldens"]
    )
    _, only_ours, only_golden = graph_diff(_rdflib(ours), _rdflib(golden))
    assert not len(only_ours) and not len(only_golden)


@pytest.mark.parametrize("name", FROZEN)
def test_a_golden_keeps_the_contract(name: str) -> None:
    article, _ = frozen(name)
    assert check(kg.load(GOLDEN / f"{name}.ttl"), texts={article.key: article.text}) == []


@pytest.mark.parametrize("name", FROZEN)
def test_a_frozen_parse_comes_back_whole(name: str) -> None:
    """What extraction reads of a Doc survives the round trip."""
    article, _ = frozen(name)
    doc = frozen_doc(name)
    assert (PARSES / f"{name}.json").stat().st_size < 200_000
    assert "".join(doc.text.split()) == "".join(article.text.split())
    assert all(
        doc.has_annotation(layer) for layer in ("LEMMA", "TAG", "POS", "DEP", "HEAD", "MORPH", "SENT_START")
    )
    assert doc.ents
    assert any(token.is_punct for token in doc) and all(token.lower_ == token.text.lower() for token in doc)

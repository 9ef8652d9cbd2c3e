"""Verbs that no action has, on trees made by hand: a statement that something was done, and no edge."""

from __future__ import annotations

import pytest

from kg import rdf
from kg.model import Extraction
from kg.ontology import load

from .by_hand import doc, filled, of_action, only, reading


def _read(sentence: str) -> Extraction:
    return reading(doc(sentence, names={"Hale": "PERSON"}))


_VERB = "Hale/NNP/2/nsubj {verb}/VBD/0/ROOT the/DT/4/det harmonium/NN/2/obj ././2/punct"


def test_what_an_actor_does_is_kept_though_no_list_has_the_verb() -> None:
    extraction = _read(_VERB.format(verb="varnished/varnish"))
    action = only(extraction, "Action")
    assert filled(extraction, action) == {"agent": "Hale", "theme": "harmonium"}
    assert extraction.article.words(action.trigger) == "varnished"


def test_it_earns_no_edge_and_has_no_predicate() -> None:
    quads = list(rdf.quads(_read(_VERB.format(verb="varnished/varnish")), load()))
    predicates = {quad.predicate.value for quad in quads}
    assert any(quad.object.value == rdf.ACT.replace("action/", "ontology#Action") for quad in quads)
    assert not any(predicate.startswith(rdf.ACT) for predicate in predicates)
    assert "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate" not in predicates


@pytest.mark.parametrize("verb", ["had/have", "seemed/seem"])
def test_what_somebody_has_or_seems_is_no_deed(verb: str) -> None:
    assert of_action(_read(_VERB.format(verb=verb)), "Action") == []


def test_a_thing_does_nothing() -> None:
    sentence = "The/DT/2/det rain/NN/3/nsubj varnished/varnish/VBD/0/ROOT it/PRP/3/obj ././3/punct"
    assert _read_thing(sentence).statements == ()


def _read_thing(sentence: str) -> Extraction:
    return reading(doc(sentence))


def test_two_such_deeds_are_two_events() -> None:
    both = [_VERB.format(verb=verb) for verb in ("varnished/varnish", "tuned/tune")]
    extraction = reading(doc(*both, names={"Hale": "PERSON"}))
    assert len(of_action(extraction, "Action")) == len(extraction.events) == 2

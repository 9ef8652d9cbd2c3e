"""What a store is given of an article is the same from whichever process it comes."""

from __future__ import annotations

import gc
import pickle
import sys

import pytest

from kg import rdf, workers
from kg.decisions import Decisions, Rulings, parse
from kg.extraction import Knowledge
from kg.model import Article, Entity, Extraction
from kg.tellings import Teller

ARTICLE = Article("Ada Hale left. Ms Hale said so.", id="left")
FOUND = Extraction(ARTICLE, entities=(Entity("AdaHale", "Ada Hale", ("Person",)),))


def teller(decisions: Decisions, base: str = rdf.BASE) -> Teller:
    return Teller(Rulings(decisions, Knowledge.shipped()), (), base)


def test_a_telling_has_the_lines_and_what_the_decisions_met() -> None:
    plain = teller(Decisions())(FOUND)
    assert plain.lines == rdf.ntriples(FOUND, Knowledge.shipped().ontology)
    assert (plain.article, plain.statements, plain.labels, plain.met) == (ARTICLE, 0, (), frozenset())
    decided = teller(parse('rename "Ada Hale" -> "Ada Hale of Oxley"\n'))(FOUND)
    assert b'"Ada Hale of Oxley"' in decided.lines
    assert decided.labels == ("Ada Hale",)
    assert len(decided.met) == 1


def test_a_teller_is_the_same_in_another_process() -> None:
    here = teller(parse('rename "Ada Hale" -> "Ada Hale of Oxley"\n'), "https://other.example/")
    there = pickle.loads(pickle.dumps(here))
    assert there(FOUND) == here(FOUND)
    assert b"<https://other.example/entity/AdaHale>" in there(FOUND).lines


def test_the_process_is_left_as_it_was() -> None:
    before, interval = gc.get_threshold(), sys.getswitchinterval()
    assert not gc.get_freeze_count()
    with pytest.raises(ZeroDivisionError), workers._settled():
        assert gc.get_freeze_count()
        assert gc.get_threshold()[0] > before[0]
        assert sys.getswitchinterval() < interval
        with workers._settled():
            pass
        assert gc.get_freeze_count()  # the inner one leaves it to the outer one
        raise ZeroDivisionError
    assert not gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert sys.getswitchinterval() == interval

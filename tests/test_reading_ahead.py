"""The network reads segments before they are asked for: in order, no further than told."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.encoder.component import Encoder
from kg.errors import PipelineError

from .by_network import Random, pipeline

TEXTS = (
    "The council rejected it.",
    "It rained.\n\nA ferry closed.",
    "",
    "No.",
    "He sued.\n\nMarsh?\n\nYes.",
)


class Counting(Random):
    """Notes the threads that it is run in, and fails on long texts."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[str] = set()

    def run(self, inputs: Any) -> Any:
        self.threads.add(threading.current_thread().name)
        if inputs["ids"].shape[1] > 10:
            raise ValueError("too long")
        return super().run(inputs)


def reading(ahead: int, network: Any = None) -> Language:
    nlp = pipeline(network)
    encoder(nlp).ahead = ahead
    return nlp


def encoder(nlp: Language) -> Encoder:
    found = nlp.get_pipe("kg_encoder")
    assert isinstance(found, Encoder)
    return found


@given(st.lists(st.sampled_from(TEXTS), max_size=12), st.integers(0, 9))
def test_how_far_ahead_changes_nothing_but_when(texts: list[str], ahead: int) -> None:
    nlp = reading(ahead)
    assert [doc.to_bytes() for doc in nlp.pipe(texts)] == [nlp(text).to_bytes() for text in texts]


@pytest.mark.parametrize(("ahead", "taken"), [(0, 1), (1, 2), (3, 4)])
def test_no_more_is_taken_than_told(ahead: int, taken: int) -> None:
    given: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(20):
            given.append(number)
            yield "It rained."

    nlp = reading(ahead)
    next(encoder(nlp).pipe(nlp.make_doc(text) for text in texts()))
    assert len(given) == taken


def test_the_thread_ends_with_the_reading() -> None:
    network = Counting()
    nlp = reading(2, network)
    assert len(list(nlp.pipe(["It rained."] * 5))) == 5
    assert all(name.startswith("kg_encoder") for name in network.threads)
    assert not any(thread.name.startswith("kg_encoder") for thread in threading.enumerate())


def test_a_reading_that_is_broken_off_leaves_no_thread() -> None:
    network = Counting()
    found = reading(50, network).pipe(["It rained."] * 200)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert not any(thread.name.startswith("kg_encoder") for thread in threading.enumerate())
    assert len(network.seen) < 200


@pytest.mark.parametrize("ahead", [0, 1, 30])
def test_a_doc_that_cannot_be_read_costs_no_other(ahead: int) -> None:
    nlp = reading(ahead, Counting())
    failed: list[str] = []
    nlp.set_error_handler(lambda name, part, docs, error: failed.append(f"{docs[0].text}: {error}"))
    long = "the council " * 6 + "."
    assert [doc.text for doc in nlp.pipe(["It rained.", long, "No.", "Yes."])] == [
        "It rained.",
        "No.",
        "Yes.",
    ]
    assert failed == [f"{long}: too long"]


def test_a_fault_is_raised_where_nobody_handles_it() -> None:
    with pytest.raises(ValueError, match="too long"):
        list(reading(5, Counting()).pipe(["It rained.", "the council " * 6]))


def test_an_empty_component_says_so_before_it_reads() -> None:
    nlp = pipeline()
    with pytest.raises(PipelineError, match="no network yet"):
        list(Encoder(nlp.vocab).pipe([nlp.make_doc("It rained.")]))


def test_it_is_told_in_the_configuration_and_kept() -> None:
    nlp = Language()
    part = nlp.add_pipe("kg_encoder", config={"ahead": 3})
    assert isinstance(part, Encoder)
    assert pickle.loads(pickle.dumps(part)).ahead == part.ahead == 3

"""Scores become the best decisions that are allowed."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.encoder.decode import best_path, forbidden_steps, relations

NER = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
STEPS = forbidden_steps(NER)
SCORES = st.integers(1, 4).flatmap(
    lambda words: arrays(np.float32, (words, len(NER)), elements=st.floats(-9, 9, width=16))
)


def test_a_name_goes_on_only_in_its_own_kind():
    allowed = {(NER[a], NER[b]) for a, b in np.argwhere(STEPS == 0)}
    assert {before for before, after in allowed if after == "I-ORG"} == {"B-ORG", "I-ORG"}
    assert {before for before, after in allowed if after == "B-ORG"} == set(NER)


@given(SCORES)
def test_no_allowed_path_is_better(scores):
    def total(path: tuple[int, ...]) -> float:
        steps = STEPS[[0, *path[:-1]], list(path)].sum()
        return float(scores[np.arange(len(path)), list(path)].sum(dtype=np.float64) + steps)

    path = tuple(best_path(scores, STEPS).tolist())
    assert total(path) == pytest.approx(
        max(map(total, product(range(len(NER)), repeat=len(scores)))), rel=1e-5
    )


def test_relations_are_those_of_the_bilinear_form():
    draw = np.random.default_rng(3)
    words, rank, labels = 6, 4, 5
    below, above = draw.normal(size=(2, words + 1, rank))
    weights = draw.normal(size=(rank + 1, labels * (rank + 1)))
    heads = np.array([2, 0, 2, 6, 0, 5])
    cube = weights.reshape(rank + 1, labels, rank + 1)
    expected = []
    for word, head in enumerate(heads, start=1):
        scores = np.einsum("a,alb,b->l", [*below[word], 1], cube, [*above[head], 1])
        scores[3] = -np.inf
        expected.append(3 if head == 0 else int(scores.argmax()))
    assert relations(below, above, weights, heads, root=3).tolist() == expected

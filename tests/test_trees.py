"""The tree over a sentence is the best of all trees with one root."""

from __future__ import annotations

from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.encoder.trees import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every word comes to it."""
    for word in range(1, len(heads) + 1):
        for _ in heads:
            word = heads[word - 1] if word else 0
        if word:
            return False
    return heads.count(0) == 1


def _total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(scores[np.arange(len(heads)), list(heads)].sum())


def _scores(words: int, elements: st.SearchStrategy[float]) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, (words, words + 1), elements=elements)


#: Whole numbers, with many ties, and any others.
ELEMENTS = st.integers(-3, 3).map(float) | st.floats(-50, 50, width=32)


@given(st.integers(1, 5).flatmap(lambda words: _scores(words, ELEMENTS)))
def test_no_tree_is_better(scores):
    heads = tuple(best_tree(scores).tolist())
    assert _is_tree(heads)
    others = filter(_is_tree, product(range(len(scores) + 1), repeat=len(scores)))
    assert _total(scores, heads) == pytest.approx(max(_total(scores, other) for other in others))


@given(st.integers(0, 2**32), st.integers(2, 25))
def test_no_arborescence_is_better_in_a_long_sentence(seed, words):
    """A root that costs more than everything else together is used once: then networkx gives our tree."""
    scores = np.random.default_rng(seed).normal(size=(words, words + 1))
    graph = nx.DiGraph()
    for word, head in product(range(1, words + 1), range(words + 1)):
        if word != head:
            graph.add_edge(head, word, weight=scores[word - 1, head] - (1e4 if head == 0 else 0))
    best = nx.maximum_spanning_arborescence(graph)
    expected = tuple(next(best.predecessors(word)) for word in range(1, words + 1))
    assert tuple(best_tree(scores).tolist()) == expected


def test_equal_scores_give_the_same_tree():
    assert best_tree(np.zeros((4, 5))).tolist() == [0, 1, 1, 3]


def test_many_equal_scores_give_a_tree():
    assert _is_tree(tuple(best_tree(np.zeros((250, 251))).tolist()))


def test_one_word_is_the_root():
    assert best_tree(np.array([[-5.0, 9.0]])).tolist() == [0]


def test_a_long_row_of_nested_cycles_is_read():
    words = 250
    scores = -np.abs(np.subtract.outer(np.arange(1, words + 1), np.arange(words + 1))).astype(float)
    heads = tuple(best_tree(scores).tolist())
    assert _is_tree(heads)

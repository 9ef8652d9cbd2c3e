"""Scores -> decisions: names by the best path, relations by a bilinear form."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.floating]
Numbers = NDArray[np.intp]


def forbidden_steps(ner: Sequence[str]) -> NDArray[np.float32]:
    """[classes, classes]: -inf where the second may not follow the first, as "I-ORG" after "O"; else 0."""
    steps = np.zeros((len(ner), len(ner)), dtype=np.float32)
    for before, first in enumerate(ner):
        for after, second in enumerate(ner):
            if second[0] == "I" and first[2:] != second[2:]:
                steps[before, after] = -np.inf
    return steps


def best_path(scores: Floats, steps: Floats) -> Numbers:
    """The best row of classes that makes no forbidden step: the algorithm of Viterbi (1967).

    Args:
        scores: [words, classes]; class 0 is that of words outside any name, from which the row sets out.
        steps: [classes, classes], what a step from one class to the next adds.

    Returns:
        [words]: a class for each word; the lowest of equals, from the last word back.
    """
    best: Numbers = scores.argmax(axis=1)
    if not np.isneginf(steps[np.concatenate(([0], best[:-1])), best]).any():
        return best
    total = scores[0] + steps[0]
    came_from = np.zeros(scores.shape, dtype=np.intp)
    for word in range(1, len(scores)):
        ways = total[:, None] + steps
        came_from[word] = ways.argmax(axis=0)
        total = ways.max(axis=0) + scores[word]
    best[-1] = total.argmax()
    for word in range(len(scores) - 1, 0, -1):
        best[word - 1] = came_from[word, best[word]]
    return best


def relations(below: Floats, above: Floats, weights: Floats, heads: Numbers, root: int) -> Numbers:
    """The label of each word's relation to its head: the biaffine classifier of Dozat & Manning (2017).

    Args:
        below: [words + 1, r], each word as one that depends; row 0 is the root.
        above: [words + 1, r], each word as a head.
        weights: [r + 1, labels * (r + 1)]; the 1 is a constant beside each word.
        heads: [words], the row of each word's head.
        root: the label that words on row 0 have, and no others.

    Returns:
        [words]: a label each.
    """
    words, rank = len(heads), len(weights)
    lower = np.ones((words, rank), dtype=np.float32)
    upper = np.ones((words, rank), dtype=np.float32)
    lower[:, :-1] = below[1:]
    upper[:, :-1] = above[heads]
    with _numeric_libraries().limit(limits=1):
        between = (lower @ weights).reshape(words, -1, rank)
    scores = np.matmul(between, upper[:, :, None])[:, :, 0]
    scores[:, root] = -np.inf
    labels: Numbers = scores.argmax(axis=1)
    labels[heads == 0] = root
    return labels


@cache
def _numeric_libraries() -> ThreadpoolController:
    """The libraries behind numpy, to keep a product on one thread: docs/decisions/0028."""
    return ThreadpoolController().select(user_api="blas")

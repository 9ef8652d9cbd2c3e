"""The best tree over the words of a sentence, from a score for each pair of a word and a head it might have.

The best arborescence is found as by Chu & Liu (1965) and Edmonds (1967): each word takes its best head, a
cycle is shrunk to one word, and what was shrunk is opened again from the outside in. A sentence has one
root only: as in Stanojević & Cohen, *A Root of a Problem* (2021), every arc from the root is first made so
costly that a second one can never pay. Among equal scores the lowest index wins, so the same scores always
give the same tree.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.intp]


def best_tree(scores: NDArray[np.floating]) -> Heads:
    """The head of each word in the tree with the highest sum of scores.

    Args:
        scores: [n, n + 1]; row i is word i + 1, column 0 is the root and column j is word j. The score of a
            word as its
            own head is not looked at. All must be finite.

    Returns:
        [n]: the column of each word's head; exactly one is 0, and following the heads leads there from
        everywhere.
    """
    words = len(scores)
    square = np.zeros((words + 1, words + 1))
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    square[0] = -np.inf
    heads: Heads = square.argmax(axis=1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and not _cycle(heads):
        return heads[1:]
    # More than any choice of heads can win back. Nothing is won where all scores are equal: hence 1.
    square[1:, 0] -= words * float(np.ptp(scores)) + 1.0
    return _arborescence(square)[1:]


def _arborescence(scores: Scores) -> Heads:
    """The best heads for [n, n] scores of (word, head); word 0 is the root, and impossible arcs are -inf."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    # To enter the cycle at a word, that word gives up its head within it.
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[:-1, -1] = leaving.max(axis=1)
    small[-1, :-1] = entering.max(axis=0)
    above = _arborescence(small)
    shrunk = len(outside)
    for word in range(1, shrunk):
        head = above[word]
        heads[outside[word]] = inside[leaving[word].argmax()] if head == shrunk else outside[head]
    entry = above[shrunk]
    heads[inside[entering[:, entry].argmax()]] = outside[entry]
    return heads


def _cycle(heads: Heads) -> list[int]:
    """The words of the cycle that the first word on one leads to; empty where every word hangs on word 0."""
    seen = [0] * len(heads)
    up = heads.tolist()
    seen[0] = -1
    for start in range(1, len(up)):
        word = start
        while not seen[word]:
            seen[word] = start
            word = up[word]
        if seen[word] == start:
            found = [word]
            while up[found[-1]] != word:
                found.append(up[found[-1]])
            return sorted(found)
    return []

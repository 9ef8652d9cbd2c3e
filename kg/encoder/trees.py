"""The best tree over the words of a sentence, from a score for each pair of a word and a head it might have.

The best arborescence is found as by Chu & Liu (1965) and Edmonds (1967): each word takes its best head, a
cycle is shrunk to one word, and what was shrunk is opened again from the outside in. A sentence has one root
only (see Zmigrod, Vieira & Cotterell, *Please Mind the Root*, 2020, on why that matters). The best tree of
all mostly has one; where it has more, it is looked for again with roots that cost more than all other heads
together can be worth, so that no tree with two is best. Among equal scores the lowest index wins, so the same
scores always give the same tree.

A cycle is shrunk in place, into a row and a column of its own: that takes time in the length of the cycle and
of the sentence, so that a whole tree takes no more than the square of the length, whatever the scores.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.intp]


def best_tree(scores: NDArray[np.floating]) -> Heads:
    """The head of each word in the tree with the highest sum of scores.

    Args:
        scores: [n, n + 1] for n > 0; row i is word i + 1, column 0 is the root and column j is word j. The
            score of a word as its own head is not looked at. All others must be finite.

    Returns:
        [n]: the column of each word's head; one is 0, and following the heads leads there from everywhere.
    """
    words = len(scores)
    if words == 1:
        return np.zeros(1, dtype=np.intp)
    arcs = np.full((2 * words + 1, 2 * words + 1), -np.inf)  # with room for each cycle that is shrunk
    arcs[1 : words + 1, : words + 1] = scores
    np.fill_diagonal(arcs, -np.inf)
    free = _arborescence(arcs.copy(), words + 1)[1 : words + 1]
    if np.count_nonzero(free == 0) == 1:
        return free
    arcs[1 : words + 1, 0] -= 1 + 2 * words * np.ptp(_others(scores))
    return _arborescence(arcs, words + 1)[1 : words + 1]


def _others(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    """The scores of all but a word as its own head."""
    words = len(scores)
    return scores[~np.eye(words, words + 1, k=1, dtype=np.bool_)]


@dataclass(frozen=True, slots=True)
class _Shrunk:
    """A cycle, and how it is opened again."""

    inside: Heads
    """Its words, in order."""
    entry: Heads
    """Head outside -> the place in `inside` of the word that best takes it."""
    exit: Heads
    """Word outside -> the place in `inside` of its best head there."""


def _arborescence(arcs: Scores, size: int) -> Heads:
    """The best heads for (word, head) scores in the first `size` rows and columns; word 0 is the root.

    The other rows and columns are where cycles go; all in them is -inf, as are impossible arcs.
    """
    heads: Heads = arcs.argmax(axis=1)
    heads[0] = 0
    live = list(range(size))
    shrunk: list[_Shrunk] = []
    while cycle := _cycle(heads.tolist(), live):
        new = size + len(shrunk)
        inside = np.array(sorted(cycle), dtype=np.intp)
        # To enter the cycle at a word, that word gives up its head within it.
        entering = arcs[inside] - arcs[inside, heads[inside]][:, None]
        leaving = arcs[:, inside]
        entering[:, inside] = leaving[inside] = -np.inf
        shrunk.append(_Shrunk(inside, entering.argmax(axis=0), leaving.argmax(axis=1)))
        arcs[new], arcs[:, new] = entering.max(axis=0), leaving.max(axis=1)
        arcs[inside] = arcs[:, inside] = arcs[new, new] = -np.inf
        within = set(cycle)
        live = [word for word in live if word not in within]
        loose = [word for word in live if heads[word] in within]
        live.append(new)
        for word in (*loose, new):
            heads[word] = arcs[word].argmax()
    for number in range(len(shrunk) - 1, -1, -1):
        cycle_, new = shrunk[number], size + number
        onto = np.flatnonzero(heads == new)
        heads[onto] = cycle_.inside[cycle_.exit[onto]]
        heads[cycle_.inside[cycle_.entry[heads[new]]]] = heads[new]
        heads[new] = 0
    return heads


def _cycle(up: list[int], live: list[int]) -> list[int]:
    """The words of the cycle that the first word on one leads to; empty where every word hangs on word 0."""
    seen = [-1] * len(up)
    seen[0] = 0
    for start in live[1:]:
        word = start
        while seen[word] < 0:
            seen[word] = start
            word = up[word]
        if seen[word] == start:
            found = [word]
            while up[found[-1]] != word:
                found.append(up[found[-1]])
            return found
    return []

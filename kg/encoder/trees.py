"""The best tree over the words of a sentence, from a score for each pair of a word and a head it might have.

The best arborescence is found as by Chu & Liu (1965) and Edmonds (1967): each word takes its best head, a
cycle is shrunk to one word, and what was shrunk is opened again from the outside in. A sentence has one root
only, which that does not see to: it is run for one root after the other, as is usual (see Zmigrod, Vieira &
Cotterell, *Please Mind the Root*, 2020), but begun with those that cost least and ended as soon as no other
root can do better. That is nearly always after the first. Among equal scores the lowest index wins, so the
same scores always give the same tree.
"""

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
    among = np.full((words + 1, words + 1), -np.inf)
    among[1:, 1:] = scores[:, 1:]
    np.fill_diagonal(among, -np.inf)
    highest = among[1:].max(axis=1)
    # What the whole wins when this word becomes the root, if all others can keep their best heads.
    gains = scores[:, 0] - highest
    most = -np.inf
    best: Heads
    for root in np.argsort(-gains, kind="stable"):
        if highest.sum() + gains[root] <= most:
            break
        arcs = among.copy()
        arcs[root + 1] = -np.inf
        arcs[root + 1, 0] = scores[root, 0]
        heads = _arborescence(arcs)[1:]
        total = arcs[np.arange(1, words + 1), heads].sum()
        if total > most:
            most, best = total, heads
    return best


def _arborescence(scores: Scores) -> Heads:
    """The best heads for [n, n] scores of (word, head); word 0 is the root, and impossible arcs are -inf."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    in_cycle = np.zeros(len(scores), dtype=np.bool_)
    in_cycle[cycle] = True
    inside, outside = np.flatnonzero(in_cycle), np.flatnonzero(~in_cycle)
    # To enter the cycle at a word, that word gives up its head within it.
    entering = scores[inside][:, outside] - scores[inside, heads[inside]][:, None]
    leaving = scores[outside][:, inside]
    shrunk = len(outside)
    small = np.full((shrunk + 1, shrunk + 1), -np.inf)
    small[:-1, :-1] = scores[outside][:, outside]
    small[:-1, -1] = leaving.max(axis=1)
    small[-1, :-1] = entering.max(axis=0)
    above = _arborescence(small)
    onto_cycle = above[:-1] == shrunk
    heads[outside] = outside[np.where(onto_cycle, 0, above[:-1])]
    heads[outside[onto_cycle]] = inside[leaving[onto_cycle].argmax(axis=1)]
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
            return found
    return []

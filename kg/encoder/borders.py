"""Where sentences begin: the network's opinion within what English typography allows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .segments import Words

#: What may stand right before the first word of a sentence.
MAY_END = frozenset(".!?…:;”’\"'»)]–—-")
_CLOSING = frozenset("\"'”’»)]")
#: Before a name, these end with a full stop that ends no sentence.
_TITLES = frozenset(
    [
        *("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "sr", "hon", "st", "messrs"),
        *("sen", "rep", "gov", "pres", "gen", "lt", "col", "maj", "capt", "cpl", "sgt", "cmdr", "adm"),
        *("supt", "insp", "det"),
    ]
)


def starts(
    words: Words, start: int, end: int, scores: NDArray[np.floating], named: NDArray[np.bool_]
) -> list[int]:
    """The words that begin a sentence, counted from the first of the segment, which always does.

    Args:
        words: of the Doc; the segment is from `start` to `end`.
        start: the first word of the segment.
        end: the word after its last.
        scores: [end - start], above 0 where the network thinks that a sentence begins.
        named: [end - start], whether a name runs on over the border before the word.
    """
    likely = np.flatnonzero((scores > 0) & ~named)
    return [0, *(number for number in likely.tolist() if number and may_start(words, start + number))]


def may_start(words: Words, word: int) -> bool:
    """Whether typography lets a sentence begin with this word, which has one before it."""
    text, before = words.texts[word], words.texts[word - 1]
    if words.on_new_line[word]:
        return True
    if before[-1] not in MAY_END or (text in _CLOSING and not words.spaced[word]):
        return False
    return not (before[-1] == "." and before[:-1].lower() in _TITLES)

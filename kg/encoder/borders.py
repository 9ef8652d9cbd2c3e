"""Where sentences begin: the network's opinion, corrected where English typography is sure.

The rules are few and general, and each mends more borders than it breaks in newswire, Wikinews and web
text: no border within a name or after a title; none that no mark shows, unless the network is sure of it;
borders go round quotation marks; and a capital after a full stop begins a sentence unless the network is sure
it does not.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from .segments import CLOSING, Words

#: What may stand right before the first word of a sentence.
MAY_END = frozenset(".!?…:;”’\"'»)]–—-")
_OPENING = frozenset("\"'“‘«([")
_STOPS = frozenset(".!?")
#: Log-odds of the network from which a border is believed that no mark shows, as between headlines …
_SURE = 2.0
#: … and down to which it is overruled where typography shows one.
_DOUBTFUL = -2.5
#: Before a name, these end with a full stop that ends no sentence.
_TITLES = frozenset(
    [
        *("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "sr", "hon", "st", "messrs"),
        *("sen", "rep", "gov", "pres", "gen", "lt", "col", "maj", "capt", "cpl", "sgt", "cmdr", "adm"),
        *("supt", "insp", "det"),
    ]
)
#: Initials, letters with full stops between them, and what is often shortened before a name or number.
_SHORTENED = re.compile(
    r"[a-z]|([a-z]\.)+[a-z]?|no|nos|vs|v|inc|corp|ltd|plc|co|bros|etc|al|ed|vol|pp?|fig|dept|univ|approx|ca"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun",
    re.IGNORECASE,
)


def starts(
    words: Words, start: int, end: int, scores: NDArray[np.floating], named: NDArray[np.bool_]
) -> list[int]:
    """The words that begin a sentence, counted from the first of the segment, which always does.

    Args:
        words: of the Doc; the segment is from `start` to `end`.
        start: the first word of the segment.
        end: the word after its last.
        scores: [end - start], the log-odds that a sentence begins with the word, as the network sees it.
        named: [end - start], whether a name goes on over the border before the word.
    """
    found = {0}
    for number in np.flatnonzero((scores > _DOUBTFUL) & ~named).tolist():
        word = start + number
        if word == start or not (scores[number] > 0 or _is_shown(words, word, start)):
            continue
        word = _round_quotes(words, word, start, end)
        if word < end and not named[word - start] and _may_start(words, word, sure=scores[number] > _SURE):
            found.add(word - start)
    return sorted(found)


def _may_start(words: Words, word: int, *, sure: bool) -> bool:
    """Whether a sentence can begin with this word."""
    before = words.texts[word - 1]
    if words.on_new_line[word]:
        return True
    if before[-1] == "." and before[:-1].lower() in _TITLES:
        return False
    return sure or before[-1] in MAY_END


def _is_shown(words: Words, word: int, start: int) -> bool:
    """Whether a border is plain to see: a capital after a stop, or after a closing quote behind a full stop.

    A question mark in a quotation is no border: "Why?" Cooper asked.
    """
    if not words.texts[word][0].isupper() or not words.spaced[word]:
        return False
    last = word - 1
    stops = _STOPS
    if words.texts[last] in CLOSING and not words.spaced[last]:
        last, stops = last - 1, frozenset(".")
    if last <= start or words.texts[last] not in stops:
        return False
    before = words.texts[last - 1].lower()
    return before not in _TITLES and not _SHORTENED.fullmatch(before)


def _round_quotes(words: Words, word: int, start: int, end: int) -> int:
    """Move a border from before a closing quotation mark or bracket, or from behind an opening one."""
    moved = word
    while moved < end and words.texts[moved] in CLOSING and not words.spaced[moved]:
        moved += 1
    if moved == word:
        while moved - 1 > start and _opens(words, moved - 1):
            moved -= 1
    return moved


def _opens(words: Words, word: int) -> bool:
    """Whether this is a mark that opens what follows: a straight one shows it by the space before it."""
    return words.texts[word] in _OPENING and words.spaced[word] and not words.spaced[word + 1]

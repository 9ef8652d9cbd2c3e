"""Somebody else's words, fit for showing: what has no glyph is marked, what turns our own words left out."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import display

#: As many characters as a note holds of a clause; the article beside it has them all.
BRIEF = 160
_NO_GLYPH = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_DECEPTIVE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAKS = re.compile("\r\n|[\r\x0c\x85\u2028\u2029]")


@lru_cache(maxsize=4096)  # an article says the same names again and again
def shown(text: str) -> str:
    """The text on one line; characters that have no glyph become the replacement character."""
    return display.shown(text)


def kept(text: str) -> str:
    """The same text with its spaces and line breaks, fit for a page."""
    return _DECEPTIVE.sub("", _NO_GLYPH.sub("\ufffd", _BREAKS.sub("\n", text)))


def brief(text: str) -> str:
    """A text on one line, cut at a word where it is long."""
    line = shown(text[: 4 * BRIEF])
    if len(line) <= BRIEF:
        return line
    start = line[: BRIEF - 1]
    return f"{start[: start.rfind(' ')] if ' ' in start[BRIEF // 2 :] else start}…"

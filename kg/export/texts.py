"""Words of articles made fit for formats of lines."""

from __future__ import annotations

import re

#: Control characters, and what some programs take for the end of a line.
_BREAKS = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\ufffe\uffff]+")


def one_line(text: str) -> str:
    """Text in one line, without control characters; each run of them and of white space becomes a space."""
    return _BREAKS.sub(" ", text).strip()

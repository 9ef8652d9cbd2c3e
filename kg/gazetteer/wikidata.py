"""How Wikidata items are written in lists."""

from __future__ import annotations

import re

_ITEM = re.compile(r"(?:(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/|wd:)?([Qq][1-9]\d*)")


def wikidata(written: str) -> str | None:
    """The item that is meant by "Q42", "wd:Q42" or its address; none where it is no item."""
    match = _ITEM.fullmatch(written.strip())
    return match[1].upper() if match else None

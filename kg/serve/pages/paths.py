"""Where the page of an entity or an article is."""

from __future__ import annotations

from urllib.parse import quote

_PLACES = ("entity", "article")


def path(iri: str, base: str) -> str:
    """The address, within this site, of the page of what an IRI names; empty where there is none."""
    for place in _PLACES:
        start = base + place + "/"
        if iri.startswith(start):
            return "/" + place + "/" + quote(iri.removeprefix(start), safe="")
    return ""


def iri(place: str, key: str, base: str) -> str:
    """The IRI that an address names: the other way round."""
    return base + place + "/" + key

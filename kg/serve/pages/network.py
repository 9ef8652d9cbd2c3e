"""The network as `kg view` draws it, of all or of a part."""

from __future__ import annotations

from ...network import Choosing
from ..reply import Refused, Reply
from ..working import Desk, Given
from .whole import as_part_of_the_site

#: How many steps around an entity can be asked for.
_DEEPEST = 5
#: By what edges are chosen, as `Store.view` names it.
CHOICES = ("article", "since", "until", "action")


def page(desk: Desk, given: Given) -> Reply:
    """The network, or what is within ``depth`` steps of whom ``about`` names, or what `CHOICES` leave of it.

    Raises:
        QueryError: nobody is called so.
        Refused: the depth, or the number of sources, is no small number.
    """
    about = str(given.get("about") or "") or None
    depth = _number(given, "depth", _DEEPEST)
    chosen: Choosing = {name: str(given[name]) for name in CHOICES if given.get(name)}  # type: ignore[assignment]
    if given.get("min_sources"):
        chosen["min_sources"] = _number(given, "min_sources", 1000)
    links = {"All": "/network"} if about or chosen else {}
    return as_part_of_the_site(desk.store.view(about, depth, **chosen), "Network", **links)


def _number(given: Given, name: str, most: int) -> int:
    text = str(given.get(name) or "1")
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:9]) <= most:
        raise Refused(400, f"{name} is a number from 1 to {most}.")
    return int(text)

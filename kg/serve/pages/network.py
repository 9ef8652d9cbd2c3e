"""The network as `kg view` draws it, of all or of a part, and what is added when neighbours are shown."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from ...network import Choosing, named, neighbours, network
from ...view import more, page
from ..reply import Refused, Reply
from ..working import Desk, Given
from .whole import as_part_of_the_site

#: How many steps around an entity can be asked for.
_DEEPEST = 5
#: By what edges are chosen, as `Store.view` names it.
CHOICES = ("article", "since", "until", "action")
#: The most nodes that a page begins with, neighbours that come at once (more.js knows it, too), statements
#: for each edge or node.
MOST, AT_ONCE, STATEMENTS = 100, 30, 20
#: The most nodes that a page may say it has already, and the most characters of one.
_KNOWN, _LONG = 10_000, 2_000


def shown(desk: Desk, given: Given) -> Reply:
    """The network, or what is within ``depth`` steps of whom ``about`` names, or what `CHOICES` leave of it.

    The most connected of it, to which the page adds others as it is asked; with ``whole`` all at once.

    Raises:
        QueryError: nobody is called so.
        Refused: the depth, or the number of sources, is no small number.
    """
    about = str(given.get("about") or "") or None
    depth = _number(given, "depth", _DEEPEST)
    chosen = _chosen(given)
    links = {"All": "/network"} if about or chosen else {}
    if given.get("whole"):
        return as_part_of_the_site(desk.store.view(about, depth, **chosen), "Network", **links)
    asked = {
        name: str(given[name]) for name in ("about", "depth", "min_sources", *CHOICES) if given.get(name)
    }
    of_more = urlencode({name: value for name, value in asked.items() if name not in ("about", "depth")})
    found = network(desk.store, about=about, depth=depth, most=MOST, statements=STATEMENTS, **chosen)
    if found.graph["nodes"] > MOST:
        links["Whole_network"] = f"/network?{urlencode({**asked, 'whole': '1'})}"
    address = f"/network/neighbours?{of_more}{'&' if of_more else ''}"
    made = page(found, title=about or "", more=address)
    return as_part_of_the_site(made, "Network", allows="connect-src 'self'", **links)


def around(desk: Desk, given: Given) -> Reply:
    """What a page adds around whom ``about`` names: neighbours that are not among ``known``, as JSON.

    Raises:
        QueryError: nobody is called so.
        Refused: ``known`` is no list of IRIs, or there are more edges than one answer may have.
    """
    about = str(given.get("about") or "")
    known = given.get("known") or []
    if not isinstance(known, list) or len(known) > _KNOWN:
        raise Refused(400, f"known is a list of at most {_KNOWN:,} IRIs.")
    if not all(isinstance(node, str) and len(node) <= _LONG for node in known):
        raise Refused(400, f"known is a list of IRIs of at most {_LONG:,} characters.")
    part = neighbours(desk.store, about, known=known, most=AT_ONCE, statements=STATEMENTS, **_chosen(given))
    if part.number_of_edges() > desk.bounds.rows:
        raise Refused(413, f"That would be more than {desk.bounds.rows:,} edges. Show less, then ask again.")
    return Reply(more(part, named(desk.store, about)).encode(), "application/json")


def posted(body: bytes) -> dict[str, object]:
    """What a page says of itself when it asks for more: whom it has already.

    Raises:
        Refused: this is no JSON object.
    """
    try:
        found = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Refused(400, 'The body is JSON: {"known": ["IRI", …]}.')
    return {"known": found.get("known", [])}


def _chosen(given: Given) -> Choosing:
    chosen: Choosing = {name: str(given[name]) for name in CHOICES if given.get(name)}  # type: ignore[assignment]
    if given.get("min_sources"):
        chosen["min_sources"] = _number(given, "min_sources", 1000)
    return chosen


def _number(given: Given, name: str, most: int) -> int:
    text = str(given.get(name) or "1")
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:9]) <= most:
        raise Refused(400, f"{name} is a number from 1 to {most}.")
    return int(text)

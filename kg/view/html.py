"""The page of a network: its records, and the scripts that draw them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import networkx as nx
from markupsafe import Markup

from . import display
from .drawing import addition, records
from .one_file import Page, one_file

LIBRARY = "vendor/vis-network.min.js"
#: What a page needs in addition when it may have to show very many nodes.
WEBGL = ("vendor/graphology.min.js", "vendor/sigma.min.js")
STAGE = ("lines.js", "webgl.js")
SCRIPTS = (
    *("dom.js", "filters.js", "places.js", "scene.js", "labels.js", "flat.js"),
    *(
        "more.js",
        "panel.js",
        "search.js",
        "controls.js",
        "table.js",
        "save.js",
        "keys.js",
        "history.js",
        "start.js",
    ),
)
STYLE = "page.css"

# What would end the script element, or a line of JavaScript, were the data ever read as either.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def page(network: nx.MultiDiGraph[str], *, title: str, shown: int | None = None, more: str = "") -> Page:
    """A page that shows a network of entities with the sentences behind each edge.

    It opens with `shown` nodes, the most connected; without it with all of a few, else with those that a
    reader takes in. `more` is where a page that is served asks for neighbours; it needs leave to connect.
    """
    data = records(network, shown, more)
    ours = list(SCRIPTS)
    libraries = [LIBRARY]
    if len(data["nodes"]) > data["large"]:
        libraries += WEBGL
        after = ours.index("flat.js") + 1
        ours[after:after] = STAGE
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return one_file(
        "page.html",
        styles=(STYLE,),
        scripts=(*((library,) for library in libraries), ours),
        title=display.shown(title) or "Network",
        data=Markup(written.translate(_ESCAPES)),
    )


def more(part: nx.MultiDiGraph[str], about: Sequence[str]) -> str:
    """What a page is told that asked for the neighbours of some entities, as JSON."""
    return json.dumps({"about": list(about), **addition(part)}, ensure_ascii=True, separators=(",", ":"))

"""The page itself: records, styles and scripts in one file, under a policy that lets nothing else run."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

import networkx as nx
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..resources import TEMPLATES
from . import display
from .drawing import records

LIBRARY = "vendor/vis-network.min.js"
#: What a page needs in addition when it may have to show very many nodes.
WEBGL = ("vendor/graphology.min.js", "vendor/sigma.min.js", "webgl.js")
SCRIPTS = (
    *("dom.js", "filters.js", "places.js", "scene.js", "labels.js", "flat.js"),
    *("panel.js", "search.js", "controls.js", "table.js", "save.js", "keys.js", "history.js", "start.js"),
)
STYLE = "page.css"

# What would end the script element, or a line of JavaScript, were the data ever read as either.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Page:
    """One network to look at, complete in one file."""

    html: str

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page so that whoever has it open never sees half of one."""
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            unfinished.write_bytes(self.html.encode())
            os.replace(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)
        return target

    def _repr_html_(self) -> str:
        """The page in a frame of its own, for notebooks: it cannot reach the notebook."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
            f'title="Network" style="width:100%;height:680px;border:0" srcdoc="{escape(self.html)}"></iframe>'
        )


def page(network: nx.MultiDiGraph[str], *, title: str, shown: int | None = None) -> Page:
    """A page that shows a network of entities with the sentences behind each edge.

    It opens with `shown` nodes, the most connected; without it with all of a few, else with those that a
    reader takes in.
    """
    data = records(network, shown)
    ours = list(SCRIPTS)
    libraries = [LIBRARY]
    if len(data["nodes"]) > data["large"]:
        *further, stage = WEBGL
        libraries += further
        ours.insert(ours.index("flat.js") + 1, stage)
    return rendered(
        "page.html",
        title=display.shown(title) or "Network",
        scripts=(*map(_text, libraries), "".join(map(_text, ours))),
        style=_text(STYLE),
        data=data,
    )


def rendered(
    template: str, *, title: str, scripts: tuple[str, ...], style: str, data: object, **values: object
) -> Page:
    """A template filled in, under a policy that lets its scripts and style run and nothing else.

    The template gets `policy`, `title`, `scripts` and `style` (texts of ours, written as they are), `data`
    (as JSON that no markup can end, for a ``<script type="application/json">``) and `values`, which it
    escapes.
    """
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Page(
        templates.get_template(template).render(
            title=title,
            policy=_policy(scripts=scripts, styles=(style,)),
            scripts=tuple(map(Markup, scripts)),
            style=Markup(style),
            data=Markup(written.translate(_ESCAPES)),
            **values,
        )
    )


def _policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """A Content-Security-Policy under which only these texts run or style, and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _text(name: str) -> str:
    """A file of ours or a vendored one; line ends as a browser sees them, which the hash depends on."""
    return (TEMPLATES / name).read_text(encoding="utf-8")

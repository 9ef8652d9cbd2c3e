"""Networks made up for pages, hostile words, and a browser that notes all that a page should not do."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.view import Page

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "closing script": "</script><script>alert(2)</script>",
    "closing data": '</script><img src=x onerror="alert(3)">',
    "comment": "<!--<script>",
    "event handler": '<img src=x onerror=alert(4)>" onmouseover="alert(4)',
    "svg": "<svg/onload=alert(5)>",
    "style": "</style><style>*{display:none}</style>",
    "frame": '<iframe srcdoc="<script>parent.alert(6)</script>"></iframe>',
    "javascript": "javascript:alert(7)",
    "spaced javascript": " java\tscript:alert(8)",
    "data url": "data:text/html,<script>alert(9)</script>",
    "remote": "<link rel=stylesheet href=https://evil.example/x.css>",
    "jinja": "{{ 7 * 7 }}{% raw %}",
    "template literal": "${alert(10)}`'\"\\",
    "entity": "&lt;script&gt;&#x3c;b&#x3e;",
    "right to left": "\u202egnp.exe\u202c\u2066x",
    "control": "a\x00b\x07c\x1b[31m\x7f\u0085d\r\ne",
    "separator": "a\u2028b\u2029c\ufeff",
    "surrogate": "a\ud800b\udfff",
    "prototype": "__proto__",
    "long": "W" * 5000,
}


def source(**given: object) -> dict[str, object]:
    plain = {
        "sentence": "Ann Vale rejected the plan.",
        "trigger": "rejected",
        "marks": [(0, 8, "agent"), (9, 17, "trigger"), (18, 26, "theme")],
        "action": "Reject",
        "modality": "Actual",
        "polarity": "Positive",
        "when": "",
        "speaker": "",
        "speaker_iri": "",
        "article": "one",
        "url": "https://news.example/1",
    }
    return {**plain, "start": 0, "end": 27, "title": "A plan falls", "date": "2025-01-16", **given}


def join(network: nx.MultiDiGraph[str], start: str, end: str, key: str, **given: object) -> None:
    plain = {"predicate": key, "label": key, "tier": "narrated", "modality": "Actual", "polarity": "Positive"}
    network.add_edge(start, end, key, **{**plain, "weight": 1, "sources": [source()], **given})


@pytest.fixture
def small() -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    held = {"label": "mayor", "body": "Orrick Council", "standing": "HeldBefore", "start": "2020", "end": ""}
    network.add_node(
        "ent:Vale",
        label="Ann Vale",
        kind="Person",
        classes=["Person"],
        aliases=["Vale", "the mayor"],
        roles=[{**source(), **held, "speaker": "", "sentence": "Ann Vale, the former mayor, left."}],
        statements=[
            source(sentence="Ann Vale resigned.", trigger="resigned", action="Resign", marks=[], start=40)
        ],
    )
    network.add_node("ent:Plan", label="the plan", kind="Thing", classes=["Thing", "Document"], aliases=[])
    network.add_node(
        "ent:Orrick", label="Orrick Council", kind="Organisation", classes=["Council"], aliases=[]
    )
    join(
        network,
        "ent:Vale",
        "ent:Plan",
        "rejected",
        sources=[source(), source(start=90, marks=[])],
    )
    told = {
        "sentence": "The council will publish it.",
        "marks": [],
        "trigger": "publish",
        "action": "Publish",
    }
    later = source(
        **told, modality="Planned", article="two", title="A plan returns", date="2025-03-02", url=""
    )
    join(
        network, "ent:Orrick", "ent:Plan", "will publish", tier="planned", modality="Planned", sources=[later]
    )
    claim = source(speaker="Orrick Council", speaker_iri="ent:Orrick", start=200, when="2025-01-14")
    join(
        network,
        "ent:Orrick",
        "ent:Plan",
        "spoke about",
        tier="spoke about",
        modality="",
        polarity="",
        sources=[claim],
    )
    return network


def crowd(size: int) -> nx.MultiDiGraph[str]:
    """A few hubs, many who are named once, names of every length."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i in range(size):
        name = f"Person {i} " + "of the Long Committee " * (i % 3)
        network.add_node(f"n{i:04}", label=name, kind=("Person", "Place")[i % 2], classes=[], aliases=[])
    for i in range(1, size):
        join(network, f"n{i:04}", f"n{(i * i) % min(i, 9):04}", "met")
        join(network, f"n{i // 2:04}", f"n{i:04}", "asked") if i % 3 == 0 else None
    return network


def hostile_network() -> nx.MultiDiGraph[str]:
    """Each hostile text as every name, sentence, title, address, date, role and action that there is."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("hub", label="Hub", kind="Person", classes=[], aliases=list(HOSTILE.values()))
    fields = (
        "trigger",
        "speaker",
        "speaker_iri",
        "title",
        "url",
        "date",
        "article",
        "action",
        "when",
        "modality",
    )
    for name, words in HOSTILE.items():
        iri = name if name == "prototype" else words.encode("ascii", "ignore").decode() + name
        found = source(sentence=f"Then {words} rejected it.", marks=[], **dict.fromkeys(fields, words))
        sentence = f"{words} was here."
        marked = {**found, "sentence": sentence, "marks": [(0, len(words), words), (2, 3, "trigger")]}
        held = dict.fromkeys(("label", "body", "standing", "start", "end", "sentence"), words)
        network.add_node(
            iri,
            label=words,
            kind=words,
            classes=[words],
            aliases=[words],
            roles=[{**found, **held}],
            statements=[marked],
        )
        told = {"label": words, "tier": words, "modality": words, "polarity": words}
        join(network, "hub", iri, words, **told, sources=[found])
    return network


def data_of(made: Page) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', made.html)
    assert found
    return json.loads(found[1])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Debian's chromium is not installed")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page opened from its file, with all that it should not have done."""

    def __init__(
        self,
        chromium: Any,
        made: Page,
        folder: Path,
        *,
        width: int = 1280,
        height: int = 800,
        fragment: str = "",
    ) -> None:
        self.file = made.save(folder / f"{sha256(made.html.encode()).hexdigest()[:8]}.html")
        self.wrongs: list[str] = []
        self.tab = chromium.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        self.tab.context.set_offline(True)
        self.tab.on(
            "dialog", lambda dialog: (self.wrongs.append(f"dialog {dialog.message}"), dialog.dismiss())
        )
        self.tab.on("console", lambda message: self.told(message.text))
        self.tab.on("pageerror", lambda error: self.wrongs.append(f"error {error}"))
        self.tab.on("request", lambda request: self.requested(request.url))
        self.tab.goto(self.file.as_uri() + fragment)
        self.tab.wait_for_timeout(150)

    def requested(self, url: str) -> None:
        if url.partition("#")[0] != self.file.as_uri() and not url.startswith(("data:", "blob:")):
            self.wrongs.append(f"request {url[:80]}")

    def told(self, text: str) -> None:
        # What the graphics driver thinks of its own speed is no message of the page.
        if "GL Driver Message" not in text:
            self.wrongs.append(f"console {text}")

    def click_edge(self, edge: str) -> None:
        """Press the mouse on the middle of an edge's line."""
        x, y = self.tab.evaluate(
            """id => {
                const { network } = kg.flat;
                const at = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
                const box = kg.byId("canvas").getBoundingClientRect();
                return [at.x + box.left, at.y + box.top];
            }""",
            edge,
        )
        self.tab.mouse.click(x, y)
        self.tab.wait_for_timeout(400)

    def until(self, condition: str) -> None:
        """Wait until an expression holds; the driver's own way of waiting is against the page's policy."""
        for _ in range(100):
            if self.tab.evaluate(condition):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(f"never: {condition}")

    def panel(self) -> str:
        return str(self.tab.inner_text("#panel"))

"""Networks made up for pages, and what is clicked on them in a browser."""

from __future__ import annotations

import json
import re
from typing import Any

import networkx as nx
import pytest

from kg.view import Page

from . import by_browser
from .by_browser import HOSTILE as WORDS

#: Half a character cannot stand in an article, but in a network.
HOSTILE = {**WORDS, "surrogate": "a\ud800b\udfff"}


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


class Visit(by_browser.Visit):
    """The page of a network opened from its file."""

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

    def panel(self) -> str:
        return str(self.tab.inner_text("#panel"))

"""The page: one file that fetches nothing, draws the same each time, and shows hostile words as words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.resources import TEMPLATES
from kg.view import Page, display, page
from kg.view.drawing import SHOWN, TIERS, records
from kg.view.layout import positions

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
        "speaker": "",
        "article": "one",
    }
    return {**plain, "start": 0, "end": 27, "title": "A plan falls", "date": "2025-01-16", "url": "", **given}


def join(network: nx.MultiDiGraph[str], start: str, end: str, key: str, **given: object) -> None:
    plain = {"predicate": key, "label": key, "tier": "narrated", "modality": "Actual", "polarity": "Positive"}
    network.add_edge(start, end, key, **{**plain, "weight": 1, "sources": [source()], **given})


@pytest.fixture
def small() -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node(
        "ent:Vale", label="Ann Vale", kind="Person", classes=["Person"], aliases=["Vale", "the mayor"]
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
        sources=[source(url="https://news.example/1"), source(date="")],
    )
    join(network, "ent:Orrick", "ent:Plan", "will publish", tier="planned", modality="Planned")
    join(network, "ent:Orrick", "ent:Plan", "spoke about", tier="spoke about", modality="", polarity="")
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
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("hub", label="Hub", kind="Person", classes=[], aliases=list(HOSTILE.values()))
    for name, words in HOSTILE.items():
        iri = name if name == "prototype" else words.encode("ascii", "ignore").decode() + name
        network.add_node(iri, label=words, kind=words, classes=[words], aliases=[words])
        found = source(
            sentence=f"Then {words} rejected it.",
            **dict.fromkeys(("trigger", "speaker", "title", "url", "date", "article"), words),
        )
        join(
            network,
            "hub",
            iri,
            words,
            label=words,
            tier=words,
            modality=words,
            polarity=words,
            sources=[found],
        )
    return network


def data_of(made: Page) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', made.html)
    assert found
    return json.loads(found[1])


def test_a_page_fetches_nothing(small: nx.MultiDiGraph[str]) -> None:
    html = page(small, title="A plan").html
    markup = re.sub(r"(?s)(<(script|style)[^>]*>).*?(?=</\2>)", r"\1", html)
    assert not re.search(r"https?://|//\w|@import|url\(", markup)
    assert not re.search(r"@import|url\(", html.split("<style>")[1].split("</style>")[0])
    assert "sourceMappingURL" not in html
    assert "https://news.example/1" in json.dumps(data_of(page(small, title="A plan")))


def test_the_policy_allows_our_texts_alone(small: nx.MultiDiGraph[str]) -> None:
    html = page(small, title="A plan").html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy and policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy[1] and "http" not in policy[1]
    assert len(re.findall("sha256-", policy[1])) == 3
    assert not re.search(r"<[^>]*\s(on\w+|style)=", html.split("<body>")[1].split("<script")[0])


def test_the_same_network_gives_the_same_bytes(small: nx.MultiDiGraph[str]) -> None:
    assert page(small, title="A plan") == page(small, title="A plan")
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(small.nodes(data=True))))
    turned.add_edges_from(reversed(list(small.edges(keys=True, data=True))))
    assert page(turned, title="A plan") == page(small, title="A plan")
    assert page(crowd(80), title="Crowd") == page(crowd(80), title="Crowd")


def test_saving_leaves_one_file(small: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    made = page(small, title="A plan")
    saved = made.save(tmp_path / "new" / "page.html")
    assert saved.read_bytes() == made.html.encode()
    assert made.save(saved) == saved
    assert [path.name for path in saved.parent.iterdir()] == ["page.html"]


def test_a_notebook_gets_a_frame_that_reaches_nothing(small: nx.MultiDiGraph[str]) -> None:
    frame = page(small, title="A plan")._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts') and "allow-same-origin" not in frame
    assert frame.count("<") == 2, "the page is wholly inside the attribute"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_stay_in_the_data(name: str) -> None:
    made = page(hostile_network(), title=HOSTILE[name])
    data = made.html.split('id="data">')[1].split("</script>")[0]
    assert not re.search("[<>&\u2028\u2029\x00\x1b\u202e]", data)
    assert made.html.count("<script") == page(nx.MultiDiGraph(), title="x").html.count("<script")
    assert len(data_of(made)["nodes"]) == len(HOSTILE) + 1


def test_links_lead_to_the_web_or_nowhere() -> None:
    assert display.link("https://news.example/a?b=1#c") == "https://news.example/a?b=1#c"
    for address in (
        *HOSTILE.values(),
        "",
        None,
        "//news.example",
        "ftp://x.example",
        "http://",
        "http://[",
        "/etc/passwd",
    ):
        assert display.link(address) == ""


def test_the_trigger_is_marked_as_a_word() -> None:
    assert display.marked("She dissaid it, they said.", "said") == ["She dissaid it, they ", "said", "."]
    assert display.marked("Nothing here.", "said") == ["Nothing here.", "", ""]
    assert display.marked("Nothing here.", "") == ["Nothing here.", "", ""]
    assert display.marked("Cost (£5) rose.", "(£5)") == ["Cost ", "(£5)", " rose."]


def test_names_break_into_short_lines() -> None:
    assert display.lines("Ministry of Rivers and Coasts") == ["Ministry of Rivers", "and Coasts"]
    assert display.lines("") == [""]
    assert all(len(line) <= display.CHARACTERS for line in display.lines(HOSTILE["long"]))
    assert len(display.lines("word " * 50)) == display.LINES


def test_edges_between_two_nodes_lie_apart(small: nx.MultiDiGraph[str]) -> None:
    join(small, "ent:Plan", "ent:Orrick", "binds")
    edges = [edge for edge in records(small)["edges"] if "ent:Vale" not in (edge["from"], edge["to"])]
    sides = [edge["bend"] * (1 if edge["from"] < edge["to"] else -1) for edge in edges]
    assert len(set(sides)) == len(edges) == 3


def test_every_tier_has_a_line_of_its_own() -> None:
    names = "narrated|own word|planned|possible|obliged|negative|spoke about"
    assert [tier.name for tier in TIERS] == names.split("|")
    dashed = [tier.dashes for tier in TIERS if tier.dashes]
    assert len(set(dashed)) == len(dashed) == 4


def test_no_two_boxes_overlap_among_sixty() -> None:
    network: nx.Graph[str] = nx.Graph(crowd(60).to_undirected())
    network.remove_edges_from(list(nx.selfloop_edges(network)))
    network.add_edge("lone", "pair")
    network.add_node("single")
    boxes = {node: (70.0, 25.0, 60.0) for node in network}
    places = positions(network, boxes)
    for one, other in combinations(places, 2):
        (x, y), (u, v) = places[one], places[other]
        assert abs(x - u) >= 138 or abs(y - v) >= 83


def test_a_crowd_is_shown_in_part() -> None:
    data = records(crowd(SHOWN + 30))
    assert data["shown"] == SHOWN and len(data["nodes"]) == SHOWN + 30
    assert len({(node["x"], node["y"]) for node in data["nodes"]}) == SHOWN + 30


def test_the_vendored_library_has_its_licences() -> None:
    vendor = TEMPLATES / "vendor"
    assert len(list(vendor.glob("*LICENSE*"))) == 3
    assert "@license" in (vendor / "vis-network.min.js").read_text()[:1200]


# In a browser: what a reader does


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
        self, chromium: Any, made: Page, folder: Path, *, width: int = 1280, height: int = 800
    ) -> None:
        self.file = made.save(folder / f"{sha256(made.html.encode()).hexdigest()[:8]}.html")
        self.wrongs: list[str] = []
        self.tab = chromium.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        self.tab.on(
            "dialog", lambda dialog: (self.wrongs.append(f"dialog {dialog.message}"), dialog.dismiss())
        )
        self.tab.on("console", lambda message: self.wrongs.append(f"console {message.text}"))
        self.tab.on("pageerror", lambda error: self.wrongs.append(f"error {error}"))
        self.tab.on("request", lambda request: self.requested(request.url))
        self.tab.goto(self.file.as_uri())
        self.tab.wait_for_timeout(150)

    def requested(self, url: str) -> None:
        if url != self.file.as_uri() and not url.startswith("data:,"):
            self.wrongs.append(f"request {url[:80]}")

    def click_edge(self, edge: str) -> None:
        """Press the mouse on the middle of an edge's line."""
        x, y = self.tab.evaluate(
            """id => {
                const { network } = kg.scene;
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


@pytest.mark.browser
def test_a_click_on_an_edge_shows_the_sentence(
    chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path
) -> None:
    visit = Visit(chromium, page(small, title="A plan"), tmp_path)
    edge = next(e["id"] for e in records(small)["edges"] if e["label"] == "rejected")
    visit.click_edge(edge)
    shown = visit.panel()
    for words in (
        "Ann Vale rejected the plan.",
        "the article",
        "told as done",
        "A plan falls",
        "16 January 2025",
    ):
        assert words in shown
    assert visit.tab.inner_text("#panel mark >> nth=0") == "rejected"
    assert visit.tab.get_attribute("#panel a", "href") == "https://news.example/1"
    visit.tab.keyboard.press("Escape")
    assert "most connected" in visit.panel().lower()
    assert visit.wrongs == []


@pytest.mark.browser
def test_search_legend_and_table_reach_everything(
    chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path
) -> None:
    visit = Visit(chromium, page(small, title="A plan"), tmp_path)
    visit.tab.fill("#search", "mayor")
    visit.tab.keyboard.press("Enter")
    assert "Ann Vale" in visit.tab.inner_text("#panel h2")
    assert "the mayor" in visit.panel()
    planned = visit.tab.locator("#legend button[data-name=planned]")
    planned.click()
    assert planned.get_attribute("aria-pressed") == "false"
    assert visit.tab.evaluate("[...kg.edges.values()].filter(kg.scene.edgeVisible).length") == 2
    visit.tab.focus("#table summary")
    visit.tab.keyboard.press("Enter")
    rows = visit.tab.locator("#table tbody tr")
    rows.first.wait_for()
    assert rows.count() == 3
    rows.filter(has_text="will publish").locator("button").press("Enter")
    assert "will publish" in visit.tab.inner_text("#panel h2")
    assert planned.get_attribute("aria-pressed") == "true"
    assert visit.wrongs == []


@pytest.mark.browser
def test_sixty_names_are_all_written(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(crowd(60), title="Crowd"), tmp_path)
    assert visit.tab.evaluate("kg.labels.placed.filter(label => label.node).length") == 60
    assert visit.wrongs == []


@pytest.mark.browser
def test_a_search_reveals_who_was_left_out(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(crowd(SHOWN + 30), title="Crowd"), tmp_path)
    assert f"Showing {SHOWN} of {SHOWN + 30}" in visit.tab.inner_text("#summary")
    visit.tab.fill("#search", f"Person {SHOWN + 28} ")
    visit.tab.keyboard.press("Enter")
    assert f"Showing {SHOWN + 1} of" in visit.tab.inner_text("#summary")
    assert visit.wrongs == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_words_do_no_harm(chromium: Any, tmp_path: Path, width: int) -> None:
    visit = Visit(chromium, page(hostile_network(), title=HOSTILE["closing script"]), tmp_path, width=width)
    tab = visit.tab
    tab.evaluate("kg.byId('table').open = true")
    tab.locator("#table tbody tr").first.wait_for()
    before = tab.evaluate("document.querySelectorAll('script, style, iframe, img, link').length")
    for node in tab.evaluate("[...kg.nodes.keys()]"):
        tab.evaluate("id => kg.selectNode(id, true)", node)
    for edge in tab.evaluate("[...kg.edges.keys()]"):
        tab.evaluate("id => kg.selectEdge(id, true)", edge)
        assert tab.locator("#panel blockquote").count() == 1
        assert tab.locator("#panel a").count() == 0
        assert tab.locator("#panel :is(script, img, iframe, style, b)").count() == 0
    for words in ("<", "alert", "W", "{{"):
        tab.fill("#search", words)
    tab.wait_for_timeout(150)
    assert tab.evaluate("document.querySelectorAll('script, style, iframe, img, link').length") == before
    assert tab.evaluate("document.documentElement.scrollWidth") <= width, "nothing pushes the page sideways"
    assert HOSTILE["script"] in tab.inner_text("#table")
    assert visit.wrongs == []


@pytest.mark.browser
def test_an_empty_network_says_so(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(nx.MultiDiGraph(), title="Nothing"), tmp_path)
    assert "Nothing to show" in visit.tab.inner_text("main")
    assert visit.wrongs == []


@pytest.mark.browser
def test_a_frame_in_a_notebook_draws(chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    visit = Visit(chromium, Page(f"<!doctype html>{page(small, title='A plan')._repr_html_()}"), tmp_path)
    visit.tab.wait_for_timeout(300)
    frame = visit.tab.frame_locator("iframe")
    assert "A plan" in frame.locator("h1").inner_text()
    assert frame.locator("canvas").count() == 1
    assert [wrong for wrong in visit.wrongs if not wrong.startswith("request about:")] == []

"""The page of thousands in a browser: drawn with WebGL, read and pressed like the smaller one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.view import page
from kg.view.drawing import LARGE

from .by_page import Visit, crowd, join
from .test_view_explore import select

pytestmark = pytest.mark.browser

#: The middle of an edge in the window.
MIDDLE = """id => {
    const { sigma } = kg.webgl;
    const edge = kg.edges.get(id);
    const at = (end) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(end));
    const [a, b] = [at(edge.from), at(edge.to)];
    const box = kg.byId("canvas").getBoundingClientRect();
    return [(a.x + b.x) / 2 + box.left, (a.y + b.y) / 2 + box.top];
}"""
#: How many words lie on others.
OVERLAPS = """() => {
    const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const boxes = [...kg.lines.placed.values()];
    return boxes.filter((box, i) => boxes.slice(0, i).some((other) => meets(box, other))).length;
}"""
#: How often colour and blank change along an edge, from end to end.
CHANGES = """id => {
    const { sigma } = kg.webgl;
    sigma.refresh();
    const drawn = sigma.getCanvases().edges;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [drawn.width, drawn.height];
    const context = copy.getContext("2d", { willReadFrequently: true });
    context.drawImage(drawn, 0, 0);
    const edge = kg.edges.get(id);
    const at = (end) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(end));
    const [a, b] = [at(edge.from), at(edge.to)];
    const inked = (share) => {
        const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share].map(Math.round);
        return context.getImageData(x - 1, y - 1, 3, 3).data.some((value, i) => i % 4 === 3 && value > 40);
    };
    const seen = Array.from({ length: 400 }, (_, i) => inked(0.1 + (0.8 * i) / 400));
    return seen.filter((now, i) => i && now !== seen[i - 1]).length;
}"""


def far_apart() -> nx.MultiDiGraph[str]:
    """Thousands, and a few beside them whose edges lie alone."""
    network = crowd(LARGE + 50)
    chain = [f"z{number}" for number in range(9)]
    for number, node in enumerate(chain):
        network.add_node(node, label=f"Apart {number}", kind="Person", classes=[], aliases=[])
    for number, (start, end) in enumerate(pairwise(chain)):
        tier = ("planned", "narrated", "negative", "obliged")[number % 4]
        join(network, start, end, f"step {number}", tier=tier)
    return network


@pytest.fixture(scope="module")
def visit(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    opened = Visit(chromium, page(far_apart(), title="Crowd"), tmp_path_factory.mktemp("webgl"))
    if not opened.tab.evaluate("kg.webgl.able()"):
        pytest.skip("this Chromium has no WebGL")
    yield opened
    assert opened.wrongs == []


@pytest.fixture(autouse=True)
def everything(visit: Visit) -> None:
    visit.tab.keyboard.press("Escape")
    visit.tab.evaluate(
        "kg.scene.only(kg.data.nodes.map((node) => node.id)); kg.scene.update(); kg.scene.fit(true)"
    )


def edge_of(visit: Visit, label: str) -> str:
    return str(visit.tab.evaluate("(label) => kg.data.edges.find((edge) => edge.label === label).id", label))


def resting(visit: Visit, edge: str) -> tuple[float, float]:
    """The middle of an edge, once nothing moves any more: beside other work a page takes its time."""
    seen: list[list[float]] = []
    for _ in range(100):
        seen.append(visit.tab.evaluate(MIDDLE, edge))
        if len(seen) > 3 and seen[-1] == seen[-2] == seen[-3]:
            return seen[-1][0], seen[-1][1]
        visit.tab.wait_for_timeout(50)
    raise AssertionError("it never rests")


def test_an_edge_is_pressed_from_afar_and_a_little_beside(visit: Visit) -> None:
    assert visit.tab.evaluate("kg.webgl.sigma.getCamera().ratio") == 1
    edge = edge_of(visit, "step 1")
    for beside in (0, 3):
        visit.tab.keyboard.press("Escape")
        x, y = resting(visit, edge)
        visit.tab.mouse.move(x + beside, y + beside)
        visit.tab.wait_for_timeout(100)  # what a pointer is over is known once that has been drawn
        visit.tab.mouse.click(x + beside, y + beside)
        visit.until(f"kg.scene.selected === '{edge}'")
        assert "step 1" in visit.tab.inner_text("#panel h2")
    visit.tab.evaluate("kg.clear()")
    visit.tab.mouse.click(6, visit.tab.locator("#canvas").bounding_box()["y"] + 6)
    visit.tab.wait_for_timeout(400)
    assert visit.tab.evaluate("kg.scene.selected") is None, "far from every line, a press means nothing"


def test_each_tier_has_its_dashes_and_edges_have_words_from_near(visit: Visit) -> None:
    edge = {tier: edge_of(visit, f"step {number}") for number, tier in enumerate(("planned", "narrated"))}
    visit.tab.evaluate("id => kg.scene.goTo(kg.edges.get(id).to)", edge["planned"])
    visit.tab.evaluate("() => kg.webgl.sigma.getCamera().setState({ ratio: 0.03 })")
    visit.tab.wait_for_timeout(300)
    assert visit.tab.evaluate(CHANGES, edge["planned"]) >= 6
    assert visit.tab.evaluate(CHANGES, edge["narrated"]) <= 2
    assert visit.tab.evaluate("id => kg.lines.placed.has(id)", edge["planned"])
    assert visit.tab.evaluate(OVERLAPS) == 0


def test_from_near_the_line_below_the_pointer_is_lit(visit: Visit) -> None:
    edge = edge_of(visit, "step 4")
    visit.tab.evaluate("id => kg.scene.goTo(id)", edge)
    visit.tab.wait_for_timeout(200)
    x, y = visit.tab.evaluate(MIDDLE, edge)
    visit.tab.mouse.move(x - 40, y - 50)
    visit.tab.mouse.move(x, y, steps=3)
    visit.until(f"kg.scene.light !== null && kg.scene.light.edges.has('{edge}')")


def test_thousands_are_drawn_with_webgl_and_the_same_panels(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(crowd(LARGE + 50), title="Crowd"), tmp_path)
    if not visit.tab.evaluate("kg.webgl.able()"):
        pytest.skip("this Chromium has no WebGL")
    assert visit.tab.evaluate("kg.scene.stage === kg.flat")
    visit.tab.click("#show-all")
    assert visit.tab.evaluate("kg.scene.stage === kg.webgl")
    assert f"{LARGE + 50:,} people" in visit.tab.inner_text("#summary")
    select(visit, f"Person {LARGE + 40} ")
    assert f"Person {LARGE + 40}" in visit.tab.inner_text("#panel h2")
    visit.tab.keyboard.press("Escape")
    visit.tab.evaluate("kg.scene.goTo('n0000')")
    visit.tab.wait_for_timeout(300)
    x, y = visit.tab.evaluate(
        """() => {
            const at = kg.webgl.sigma.framedGraphToViewport(kg.webgl.sigma.getNodeDisplayData("n0000"));
            const box = kg.byId("canvas").getBoundingClientRect();
            return [at.x + box.left, at.y + box.top];
        }"""
    )
    visit.tab.mouse.move(x - 60, y)
    visit.tab.mouse.move(x, y, steps=3)
    visit.tab.mouse.click(x, y)
    visit.until("document.querySelector('#panel h2').textContent.startsWith('Person 0')")
    visit.tab.click("#show-fewer")
    assert visit.tab.evaluate("kg.scene.stage === kg.flat")
    assert visit.wrongs == []

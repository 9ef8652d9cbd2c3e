"""The page in a browser: who is it, who says so, what is near it, and what can be taken away."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.view import page
from kg.view.drawing import SHOWN

from .by_page import Visit, crowd, join, small, source

__all__ = ["small"]

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path) -> Any:
    opened = Visit(chromium, page(small, title="A plan"), tmp_path)
    yield opened
    assert opened.wrongs == []


def select(visit: Visit, words: str) -> None:
    visit.tab.fill("#search", words)
    visit.tab.keyboard.press("Enter")


def test_a_node_tells_who_it_is_and_what_is_said_by_whom(visit: Visit) -> None:
    select(visit, "the plan")
    groups = visit.tab.locator("#panel details.speaker")
    assert [text.split("\n")[0] for text in groups.locator("summary").all_inner_texts()] == [
        "The articles themselves",
        "Orrick Council",
    ]
    groups.nth(1).locator("summary").press("Enter")
    said = groups.nth(1).locator(".evidence")
    said.wait_for()
    assert "Ann Vale rejected the plan." in said.inner_text()
    assert "14 January 2025" in said.inner_text(), "when it happened, beside the article's date"
    select(visit, "Ann Vale")
    assert visit.tab.inner_text("#panel .roles") == "formerly mayor, Orrick Council from 2020\nA plan falls"
    visit.tab.locator("#panel details.speaker summary").first.press("Enter")
    visit.tab.locator("#panel .evidence >> text=Ann Vale resigned.").wait_for()


def test_participants_are_marked_beside_the_trigger(visit: Visit) -> None:
    visit.click_edge("e2")
    first = visit.tab.locator("#panel blockquote").first
    assert first.inner_text() == "Ann Vale rejected the plan."
    assert first.locator("mark").inner_text() == "rejected"
    assert first.locator(".part").all_inner_texts() == ["Ann Vale", "the plan"]
    assert first.locator(".part").first.get_attribute("title") == "does it"


def test_filters_narrow_and_are_cleared(visit: Visit) -> None:
    visible = "[...kg.edges.values()].filter(kg.scene.edgeVisible).map((edge) => edge.label).sort()"
    visit.tab.click("text=Filter")
    visit.tab.select_option("select[name=action]", label="publish")
    assert visit.tab.evaluate(visible) == ["will publish"]
    assert "Showing 2 of 3" in visit.tab.inner_text("#summary")
    visit.tab.click("#no-filters")
    assert len(visit.tab.evaluate(visible)) == 3
    visit.tab.select_option("select[name=article]", label="2025-01-16 · A plan falls")
    assert visit.tab.evaluate(visible) == ["rejected", "spoke about"]
    visit.tab.select_option("select[name=article]", label="any")
    visit.tab.fill("input[name=since]", "2025-02-01")
    visit.tab.keyboard.press("Tab")
    assert visit.tab.evaluate(visible) == ["will publish"]
    assert visit.tab.inner_text("#filter-count") == "1"
    visit.tab.fill("input[name=since]", "")
    visit.tab.fill("input[name=until]", "2025-02-01")
    visit.tab.keyboard.press("Tab")
    assert visit.tab.evaluate(visible) == ["rejected", "spoke about"]
    select(visit, "Ann Vale")
    assert visit.tab.evaluate("kg.filters.narrowed()"), "what fits does not undo the filter"


def test_the_address_tells_what_is_selected(
    chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path
) -> None:
    visit = Visit(chromium, page(small, title="A plan"), tmp_path, fragment="#about=the%20mayor")
    assert visit.tab.inner_text("#panel h2") == "Ann Vale"
    select(visit, "Orrick")
    assert visit.tab.evaluate("location.hash") == "#about=Orrick%20Council"
    visit.click_edge("e2")
    assert visit.tab.evaluate("location.hash") == "#edge=e2"
    visit.tab.evaluate("history.back()")
    visit.until("document.querySelector('#panel h2').textContent === 'Orrick Council'")
    visit.tab.evaluate("history.back()")
    visit.until("document.querySelector('#panel h2').textContent === 'Ann Vale'")
    visit.tab.evaluate("history.forward()")
    visit.until("document.querySelector('#panel h2').textContent === 'Orrick Council'")
    visit.tab.evaluate("location.hash = '#about=%E0%A4%A'")
    visit.tab.evaluate("location.hash = '#about=Nobody'")
    visit.until("document.querySelector('#panel h2').textContent.startsWith('Who did what')")
    assert visit.wrongs == []


def test_neighbours_are_shown_and_hidden(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(crowd(SHOWN + 60), title="Crowd"), tmp_path)
    select(visit, "Person 1 ")
    before = visit.tab.evaluate("kg.scene.revealed.size")
    visit.tab.click("#panel [data-does=Show]")
    more = visit.tab.evaluate("kg.scene.revealed.size")
    assert more > before
    spots = visit.tab.evaluate("kg.scene.seenNodes().map((node) => `${node.x} ${node.y}`)")
    assert len(set(spots)) == more, "who comes later stands free"
    visit.tab.click("#panel [data-does=Hide]")
    assert visit.tab.evaluate("kg.scene.revealed.size") < more
    visit.tab.click("#show-all")
    assert visit.tab.evaluate("kg.scene.seenNodes().length") == SHOWN + 60
    visit.tab.click("#show-fewer")
    assert visit.tab.evaluate("kg.scene.seenNodes().length") == SHOWN
    assert visit.wrongs == []


def test_hovering_lights_up_the_neighbours(visit: Visit) -> None:
    x, y = visit.tab.evaluate(
        """() => {
            const at = kg.flat.network.canvasToDOM(kg.flat.at(kg.nodes.get("ent:Vale")));
            const box = kg.byId("canvas").getBoundingClientRect();
            return [at.x + box.left, at.y + box.top];
        }"""
    )
    visit.tab.mouse.move(x - 40, y - 40)
    visit.tab.mouse.move(x, y, steps=4)
    visit.until("kg.scene.light !== null")
    assert visit.tab.evaluate("[...kg.scene.light.nodes].sort()") == ["ent:Plan", "ent:Vale"]


def test_arrows_and_enter_reach_every_symbol(visit: Visit) -> None:
    visit.tab.focus("#canvas")
    reached = set()
    for key in (
        ["ArrowRight"] * 2 + ["ArrowLeft"] * 3 + ["ArrowDown"] * 2 + ["ArrowUp"] * 2 + ["ArrowRight"] * 2
    ):
        visit.tab.keyboard.press(key)
        reached.add(visit.tab.inner_text("#said"))
    assert {"Ann Vale, person, 1 edge", "the plan, thing, 3 edges"} <= reached
    visit.tab.keyboard.press("Enter")
    assert visit.tab.evaluate("document.activeElement.id") == "panel"
    visit.tab.keyboard.press("Escape")
    visit.tab.keyboard.press("/")
    assert visit.tab.evaluate("document.activeElement.id") == "search"


def saved(visit: Visit, kind: str) -> bytes:
    visit.tab.click("text=Save")
    with visit.tab.expect_download() as waiting:
        visit.tab.click(f"[data-kind={kind}]")
    assert waiting.value.suggested_filename == f"a-plan.{kind}"
    return Path(waiting.value.path()).read_bytes()


def test_what_is_on_show_can_be_saved(visit: Visit) -> None:
    assert saved(visit, "png").startswith(b"\x89PNG")
    drawn = saved(visit, "svg").decode()
    assert drawn.startswith("<svg") and "Ann Vale" in drawn and "rejected" in drawn
    rows = list(csv.reader(io.StringIO(saved(visit, "csv").decode("utf-8-sig"))))
    assert len(rows) == 5 and rows[0][:3] == ["who", "does what", "to whom or what"]
    assert ["Ann Vale", "rejected", "the plan", "Reported", "the article", "told as done"] in [
        row[:6] for row in rows
    ]
    visit.tab.click("#legend button[data-name=narrated]")
    assert b"rejected" not in saved(visit, "svg")


def test_a_cell_of_a_table_is_no_formula(chromium: Any, tmp_path: Path) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ("=1+1", "@SUM(A1)"):
        network.add_node(name, label=name, kind="Person", classes=[], aliases=[])
    join(network, "=1+1", "@SUM(A1)", "met", sources=[source(sentence="-2 met", marks=[])])
    visit = Visit(chromium, page(network, title="A plan"), tmp_path)
    row = list(csv.reader(io.StringIO(saved(visit, "csv").decode("utf-8-sig"))))[1]
    assert row[0] == "'=1+1" and row[2] == "'@SUM(A1)" and row[6] == "'-2 met"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it(
    chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path, scheme: str
) -> None:
    visit = Visit(chromium, page(small, title="A plan"), tmp_path, width=390, height=844)
    visit.tab.emulate_media(color_scheme=scheme)
    select(visit, "Ann Vale")
    assert visit.tab.locator("#panel").bounding_box()["y"] > 300, "the panel leaves the network in sight"
    visit.tab.click("text=Filter")
    box = visit.tab.locator("#filters").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 390
    assert visit.wrongs == []

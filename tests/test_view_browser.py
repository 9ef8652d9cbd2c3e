"""The page in a browser: what a reader does with it, with no network to reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.view import Page, page
from kg.view.drawing import SHOWN, records

from .by_page import HOSTILE, Visit, crowd, hostile_network, small

__all__ = ["small"]

pytestmark = pytest.mark.browser


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
    assert rows.count() == 2, "the table has the edges that are on show"
    planned.click()
    assert rows.count() == 3
    rows.filter(has_text="will publish").locator("td:nth-child(2) button").press("Enter")
    assert "will publish" in visit.tab.inner_text("#panel h2")
    planned.click()
    visit.tab.evaluate("kg.selectEdge([...kg.edges.values()].find((edge) => edge.tier === 'planned').id)")
    assert planned.get_attribute("aria-pressed") == "true", "what is asked for is not hidden"
    assert visit.wrongs == []


OVERLAPS = """() => {
    const boxes = kg.labels.placed;
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b)).map((b) => [a, b])).length;
}"""


def test_the_names_of_sixty_are_written_and_none_over_another(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(crowd(60), title="Crowd"), tmp_path)
    assert visit.tab.evaluate("kg.labels.placed.filter(label => label.node).length") >= 59
    assert visit.tab.evaluate(OVERLAPS) == 0
    for _ in range(3):
        visit.tab.click("#zoom-in")
        assert visit.tab.evaluate(OVERLAPS) == 0
    assert visit.wrongs == []


def test_a_search_reveals_who_was_left_out(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(crowd(SHOWN + 30), title="Crowd"), tmp_path)
    assert f"Showing {SHOWN} of {SHOWN + 30}" in visit.tab.inner_text("#summary")
    visit.tab.fill("#search", f"Person {SHOWN + 28} ")
    visit.tab.keyboard.press("Enter")
    assert f"Showing {SHOWN + 1} of" in visit.tab.inner_text("#summary")
    assert visit.wrongs == []


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
    for words in HOSTILE.values():
        tab.evaluate("words => { location.hash = `#about=${words}`; }", words)
        tab.evaluate("words => { location.hash = `#${words}`; }", words)
    tab.wait_for_timeout(150)
    assert tab.evaluate("document.querySelectorAll('script, style, iframe, img, link').length") == before
    assert tab.evaluate("document.documentElement.scrollWidth") <= width, "nothing pushes the page sideways"
    assert HOSTILE["script"] in tab.inner_text("#table")
    assert visit.wrongs == []


def test_an_empty_network_says_so(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, page(nx.MultiDiGraph(), title="Nothing"), tmp_path)
    assert "Nothing to show" in visit.tab.inner_text("main")
    assert visit.wrongs == []


def test_a_frame_in_a_notebook_draws(chromium: Any, small: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    visit = Visit(chromium, Page(f"<!doctype html>{page(small, title='A plan')._repr_html_()}"), tmp_path)
    visit.tab.wait_for_timeout(300)
    frame = visit.tab.frame_locator("iframe")
    assert "A plan" in frame.locator("h1").inner_text()
    assert frame.locator("canvas").count() == 1
    assert [wrong for wrong in visit.wrongs if not wrong.startswith("request about:")] == []

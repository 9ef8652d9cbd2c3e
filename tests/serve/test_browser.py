"""What a reader does, in Debian's chromium: nothing is fetched from elsewhere and nothing goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.by_browser import HOSTILE, Watched

KEY = "408e0fdca313b6fd"
pytestmark = pytest.mark.browser


class Visit(Watched):
    """A tab on the site."""

    def __init__(self, chromium: Any, site: httpx.Client, **options: Any):
        super().__init__(chromium, str(site.base_url).rstrip("/"), **options)

    def to(self, path: str) -> Any:
        self.tab.goto(self.own + path)
        return self.tab


@pytest.fixture
def visit(chromium: Any, site: httpx.Client) -> Iterator[Visit]:
    found = Visit(chromium, site)
    yield found
    found.tab.close()
    assert found.wrongs == []


def test_a_query_is_typed_and_its_answer_read(visit: Visit) -> None:
    tab = visit.to("/sparql")
    tab.click(".CodeMirror")
    tab.keyboard.press("Control+A")
    tab.keyboard.type("SELECT ?name WHERE { ent:MiraTolland skos:prefLabel ?name }")
    tab.click(".yasqe_queryButton")
    tab.wait_for_selector(".yasr table td >> text=Mira Tolland")
    tab.click(".CodeMirror")
    tab.keyboard.press("Control+A")
    tab.keyboard.type(
        "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c . ent:DanaQuill a ?c FILTER(?s = ent:DanaQuill) }"
    )
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".yasr >> text=DanaQuill")


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without it"])
def test_hostile_names_do_no_harm_among_the_answers(chromium: Any, site: httpx.Client, bypass: bool) -> None:
    visit = Visit(chromium, site, bypass_csp=bypass)
    tab = visit.to("/sparql?query=SELECT ?name { ?s skos:prefLabel ?name } LIMIT 100")
    tab.wait_for_selector(".yasr table td >> text=Mira Tolland")
    tab.wait_for_timeout(300)
    assert tab.locator(".yasr td img, .yasr td svg[onload], .yasr td iframe").count() == 0
    tab.click(".yasr th >> text=name")
    tab.fill(".yasr .tableFilter", "alert")
    tab.wait_for_timeout(300)
    tab.close()
    assert visit.wrongs == []


def test_an_answer_that_is_not_whole_says_so(chromium: Any, graph: Any) -> None:
    from tests.serve.site import serving

    with serving(graph, "--limit", "7") as site:
        visit = Visit(chromium, site)
        tab = visit.to("/sparql?query=SELECT ?s { ?s ?p ?o }")
        tab.wait_for_selector("#limited >> text=the first 7 rows")
        tab.close()
    assert visit.wrongs == []


def test_a_question_is_asked_with_its_form(visit: Visit) -> None:
    tab = visit.to("/questions")
    tab.click("text=Who claims what")
    before = tab.locator("tbody tr").count()
    tab.fill("#p-who", "quill")
    tab.press("#p-who", "Enter")
    tab.wait_for_url("**/who_claims_what?who=quill**")
    assert 0 < tab.locator("tbody tr").count() < before
    tab.click("summary")
    assert 'VALUES ?who { "quill" }' in tab.inner_text("pre")
    tab.click("text=Change the SPARQL")
    tab.wait_for_selector(".yasr table td >> text=Dana Quill")


def test_the_editor_lets_the_keyboard_out(visit: Visit) -> None:
    tab = visit.to("/sparql")
    tab.click(".CodeMirror")
    before = tab.evaluate("yasgui.getTab().getQuery()")
    at = "document.activeElement.tagName"
    assert tab.evaluate(at) == "TEXTAREA"
    for keys in (["Tab"], ["Shift+Tab", "Shift+Tab"]):
        for key in keys:
            tab.keyboard.press(key)
        assert tab.evaluate(at) != "TEXTAREA"
    assert tab.evaluate("yasgui.getTab().getQuery()") == before
    assert not tab.is_visible(".clearEndpointBtn")


def test_from_a_search_to_the_sentence(visit: Visit) -> None:
    tab = visit.to("/")
    tab.fill("#q", "tolland")
    tab.press("#q", "Enter")
    tab.click("main a >> text=Mira Tolland")
    assert tab.inner_text("h1") == "Mira Tolland"
    assert tab.locator("mark >> text=announced").count() > 0
    words = tab.inner_text(".statement blockquote >> nth=0")
    tab.click(f".source a[href^='/article/{KEY}#p'] >> nth=0")
    tab.wait_for_selector("h1 >> text=Harbour fund to be audited")
    assert tab.inner_text(".sentence:target") == words


def test_from_an_event_to_the_sentence_and_to_whom_it_concerns(visit: Visit) -> None:
    tab = visit.to("/timeline")
    tab.evaluate("for (const one of document.querySelectorAll('.fold')) one.open = true")
    tab.click(".event summary >> nth=0")
    words = tab.inner_text(".event blockquote >> nth=0")
    actor = tab.inner_text(".event .actors a >> nth=0")
    tab.click(".event .within >> nth=0")
    assert tab.inner_text(".sentence:target") == words
    tab.click(f".who summary >> text={actor}")
    tab.click(f".who[open] >> text=All that is said of {actor}")
    assert tab.inner_text("h1") == actor


def test_the_network_is_drawn(visit: Visit) -> None:
    tab = visit.to("/entity/MiraTolland")
    tab.click("text=Network around it")
    tab.wait_for_selector("canvas")
    assert "Mira Tolland" in tab.title() or tab.get_by_text("Mira Tolland").count() > 0


def test_everything_is_reached_by_keyboard(visit: Visit) -> None:
    tab = visit.to("/questions")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "To the content"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("h1 >> text=heck gate")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_window(chromium: Any, site: httpx.Client, width: int, scheme: str) -> None:
    visit = Visit(chromium, site, width=width, color_scheme=scheme)
    long = list(HOSTILE).index("long")
    for path in ("/", "/?q=tolland", "/entity/MiraTolland", f"/entity/hostile{long}", f"/article/{KEY}",
                 "/questions", "/questions/who_is_who", "/sparql"):  # fmt: skip
        visit.to(path)
        assert visit.is_as_wide_as_the_window(), path
    visit.tab.close()
    assert visit.wrongs == []


@pytest.mark.parametrize("path", ["/timeline", f"/article/{KEY}", "/questions/who_is_who", "/sparql", "/"])
def test_a_page_has_its_landmarks_and_a_way_past_them(visit: Visit, path: str) -> None:
    tab = visit.to(path)
    assert tab.locator("main:visible").count() == 1
    assert tab.locator("h1").count() == 1
    assert tab.locator("nav[aria-label='Site']").count() == 1
    assert tab.evaluate("document.documentElement.lang") == "en"
    names = """() => [...document.querySelectorAll("main a, main button, input, select")]
        .filter(e => e.checkVisibility() && !e.closest("#yasgui, svg"))
        .filter(e => !(e.textContent.trim() || e.ariaLabel || e.title || e.labels?.length))
        .map(e => e.outerHTML)"""
    assert tab.evaluate(names) == [], "everything that can be used has a name"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    box = tab.locator(".skip").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 20, "and it is seen"
    outlines = """() => { const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; }"""
    for _ in range(6):
        tab.keyboard.press("Tab")
        tag = tab.evaluate("document.activeElement.tagName")
        inside = tab.evaluate("!!document.activeElement.closest('#yasgui')")
        assert tag in ("BODY", "MAIN") or inside or tab.evaluate(outlines), tag


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_reader_and_the_timeline_fit_the_window(
    chromium: Any, site: httpx.Client, width: int, scheme: str
) -> None:
    visit = Visit(chromium, site, width=width, color_scheme=scheme)
    for path in ("/timeline", "/timeline?about=Dana%20Quill", f"/article/{KEY}", "/article/0000000000000000"):
        visit.to(path)
        assert visit.is_as_wide_as_the_window(), path
    visit.tab.close()
    assert visit.wrongs == []

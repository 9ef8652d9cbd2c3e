"""What a reader does, in Debian's chromium: nothing is fetched from elsewhere and nothing goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.test_view import HOSTILE

KEY = "408e0fdca313b6fd"
pytestmark = pytest.mark.browser


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
    """A tab on the site, with everything that went wrong in it."""

    def __init__(
        self, chromium: Any, site: httpx.Client, width: int = 1280, scheme: str = "light", **options: object
    ) -> None:
        self.site = str(site.base_url).rstrip("/")
        self.wrong: list[str] = []
        self.tab = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, **options)
        self.tab.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.tab.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.tab.on("dialog", lambda box: (self.wrong.append("a dialog"), box.dismiss()))
        self.tab.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.wrong.append(f"asked for {request.url}")

    def to(self, path: str) -> Any:
        self.tab.goto(self.site + path)
        return self.tab

    def is_as_wide_as_the_window(self) -> bool:
        return bool(self.tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.fixture
def visit(chromium: Any, site: httpx.Client) -> Iterator[Visit]:
    found = Visit(chromium, site)
    yield found
    found.tab.close()
    assert found.wrong == []


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
    assert visit.wrong == []


def test_an_answer_that_is_not_whole_says_so(chromium: Any, graph: Any) -> None:
    from tests.serve.site import serving

    with serving(graph, "--limit", "7") as site:
        visit = Visit(chromium, site)
        tab = visit.to("/sparql?query=SELECT ?s { ?s ?p ?o }")
        tab.wait_for_selector("#limited >> text=the first 7 rows")
        tab.close()
    assert visit.wrong == []


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


def test_from_a_search_to_the_sentence(visit: Visit) -> None:
    tab = visit.to("/")
    tab.fill("#q", "tolland")
    tab.press("#q", "Enter")
    tab.click("main a >> text=Mira Tolland")
    assert tab.inner_text("h1") == "Mira Tolland"
    assert tab.locator("mark >> text=announced").count() > 0
    tab.click(f".source a[href='/article/{KEY}'] >> nth=0")
    tab.wait_for_selector("h1 >> text=Harbour fund to be audited")


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
    visit = Visit(chromium, site, width, scheme)
    long = list(HOSTILE).index("long")
    for path in ("/", "/?q=tolland", "/entity/MiraTolland", f"/entity/hostile{long}", f"/article/{KEY}",
                 "/questions", "/questions/who_is_who", "/sparql"):  # fmt: skip
        visit.to(path)
        assert visit.is_as_wide_as_the_window(), path
    visit.tab.close()
    assert visit.wrong == []

"""The article reader in a browser: words and notes light each other up, by pointer and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kg
from kg import rdf
from kg.ontology import load as load_ontology
from kg.view import article_page, reading_page

from .by_article import TEXT, extraction
from .by_browser import HOSTILE, Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Visit]:
    made = Visit(chromium, reading_page(extraction()), tmp_path)
    yield made
    assert made.wrongs == []
    made.tab.close()


def test_a_note_lights_up_its_words(visit: Visit) -> None:
    visit.tab.hover(".note.claim")
    assert visit.lit(".m") == ["the council", "hidden", "its report"]
    assert "called up by “hidden”" in visit.tab.inner_text("#strip")
    visit.tab.hover("h1")
    assert visit.lit(".m") == [] and not visit.tab.is_visible("#strip")


def test_words_light_up_their_notes_and_what_means_the_same(visit: Visit) -> None:
    visit.tab.hover(".m.trigger >> text=rejected")
    assert [text.split("\n")[0] for text in visit.lit(".note")] == ["Ada Hale rejected plan of Oxley Council"]
    visit.tab.hover(".m.mention >> text=She")
    assert visit.tab.locator(".m.same").all_inner_texts() == ["Ada Hale", "the mayor"]
    assert visit.tab.inner_text("#strip") == "Ada Hale: pronoun, joined by the rule pronoun"


def test_emoji_and_arabic_move_no_mark(visit: Visit) -> None:
    visit.tab.hover(".note.narrated >> text=closed")
    assert visit.lit(".m") == ["The ferry", "closed", "last autumn"]


def test_a_chosen_note_keeps_its_lights(visit: Visit) -> None:
    visit.tab.click(".note.planned")
    visit.tab.hover("h1")
    assert "publish" in visit.lit(".m")
    visit.tab.keyboard.press("Escape")
    assert visit.lit(".m") == []


def test_the_keyboard_reaches_everything(visit: Visit) -> None:
    tab = visit.tab
    tab.focus("#text")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Ada Hale"
    for _ in range(2):
        tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.textContent") == "rejected"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.matches('.note.narrated')")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.matches('.note.role')")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent") == "the mayor"
    steps = tab.evaluate("document.querySelectorAll('[tabindex=\"0\"]').length")
    assert steps == 2, "one stop for the marks and one for the notes"


def test_kinds_of_marks_and_notes_can_be_hidden(visit: Visit) -> None:
    tab = visit.tab
    colour = "getComputedStyle(document.querySelector('.m.pronoun')).borderBottomColor"
    before = tab.evaluate(colour)
    tab.click("[data-hide=mark-pronoun]")
    assert tab.get_attribute("[data-hide=mark-pronoun]", "aria-pressed") == "false"
    assert tab.evaluate(colour) != before and tab.evaluate(colour).endswith(", 0)")
    tab.click("[data-hide=note-statement]")
    assert tab.locator(".note.statement:visible").count() == 0
    assert tab.locator(".note.quote:visible").count() == 2
    tab.click("[data-hide=note-statement]")
    assert tab.locator(".note.statement:visible").count() == 5


def test_a_mention_in_who_is_who_leads_to_its_words(visit: Visit) -> None:
    visit.tab.click(".who summary >> text=Ada Hale")
    visit.tab.click(".who[open] button >> text=She")
    assert visit.tab.evaluate("document.activeElement.textContent") == "She"


def test_a_link_leads_to_a_sentence(chromium: Any, tmp_path: Path) -> None:
    row = extraction()
    visit = Visit(chromium, reading_page(row), tmp_path)
    sentence = row.sentences[2]
    visit.tab.goto(f"{visit.file.as_uri()}#p{sentence.start}-{sentence.end}")
    assert visit.tab.locator(".sentence:target").inner_text() == row.article.words(sentence)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_without_moving_sideways(chromium: Any, tmp_path: Path, scheme: str) -> None:
    visit = Visit(chromium, reading_page(extraction()), tmp_path, width=390, color_scheme=scheme)
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 390
    assert not visit.tab.is_visible(".chips")
    visit.tab.click(".m.trigger >> text=publish")
    assert visit.tab.locator(".note.planned.lit").is_visible()
    assert visit.wrongs == []


def test_print_has_text_and_notes(chromium: Any, tmp_path: Path) -> None:
    visit = Visit(chromium, reading_page(extraction()), tmp_path)
    visit.tab.emulate_media(media="print")
    assert not visit.tab.is_visible(".bar")
    assert visit.tab.is_visible(".words >> nth=1") and visit.tab.is_visible(".note.claim")
    assert len(visit.tab.pdf()) > 5_000


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("where", ["text", "graph"])
def test_hostile_words_do_no_harm(chromium: Any, tmp_path: Path, width: int, where: str) -> None:
    words = "\n\n".join(HOSTILE.values())
    row = extraction(f"{TEXT} {words}", title=words, names=f" {words}", url=HOSTILE["javascript"])
    page = reading_page(row)
    if where == "graph":
        store = kg.Store()
        store.add(rdf.quads(row, load_ontology()))
        page = article_page(store, "row")
    visit = Visit(chromium, page, tmp_path, width=width)
    tab = visit.tab
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for selector in (".m", ".note", ".who > summary", "[data-go]", ".toggle"):
        tab.evaluate(
            """selector => { for (const one of document.querySelectorAll(selector)) {
                one.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })); one.click(); } }""",
            selector,
        )
    assert tab.locator("img, iframe, link[href^=http], style:not(head *), a[target]").count() == 0
    assert tab.locator("script").count() == 1
    assert tab.evaluate("document.documentElement.scrollWidth") <= width, "nothing pushes the page sideways"
    assert HOSTILE["script"] in tab.inner_text("main")
    assert visit.wrongs == []

"""The timeline: events on the days that articles give, plans and claims apart, what has no date by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import kg
from kg import rdf
from kg.errors import QueryError
from kg.model import Extraction, Time
from kg.ontology import load as load_ontology
from kg.view import timeline_folder, timeline_page
from kg.view.timeline.axis import LANES, axis
from kg.view.timeline.events import Event, events

from .by_article import TEXT, extraction
from .by_browser import HOSTILE, Visit, Watched


def stored(*found: Extraction) -> kg.Store:
    made = kg.Store()
    for one in found:
        made.add(rdf.quads(one, load_ontology()))
    return made


@pytest.fixture(scope="module")
def store() -> kg.Store:
    return stored(extraction())


def told(event: Event) -> tuple[str, str, str]:
    first = event.first
    return event.label, " ".join((first.subject, first.verb, first.object)).strip(), first.tier.name


# Events


def test_events_stand_on_their_days_and_the_others_apart(store: kg.Store) -> None:
    dated, undated, count = events(store)
    assert [told(event) for event in dated] == [
        ("4 March 2025", "Ada Hale rejected plan of Oxley Council", "narrated"),
        ("Due by 7 March 2025", "Jon Marsh will publish its report", "planned"),
    ]
    assert [(*told(event), event.in_words) for event in undated] == [
        ("", "ferry “closed”", "narrated", "last autumn"),
        ("", "Oxley Council concealed its report", "claim", ""),
        ("", "Jon Marsh did not approve", "negative", ""),
    ]
    assert count == 3


def test_the_sentence_is_shown_with_its_trigger(store: kg.Store) -> None:
    source = events(store)[0][0].first
    assert source.before + source.trigger + source.after == (
        "Ada Hale, the mayor, rejected the plan of Oxley Council on 4 March 2025."
    )
    assert source.trigger == "rejected"
    assert (source.title, source.date, source.url) == (
        "A row over a ferry", "5 March 2025", "https://news.example/row",
    )  # fmt: skip
    assert [event.first.speaker for event in events(store)[1]] == ["", "Ada Hale", "Jon Marsh"]


def test_what_two_articles_tell_is_one_event_by_its_surest_sentence() -> None:
    one, other = extraction(), extraction(TEXT + " More.")
    other = replace(
        other,
        article=replace(other.article, date="2025-03-04"),
        statements=tuple(replace(s, quote=other.quotes[1]) for s in other.statements),
        events=tuple(
            replace(e, statements=tuple(replace(s, quote=other.quotes[1]) for s in e.statements))
            for e in other.events
        ),
    )
    first = events(stored(other, one))[0][0]
    assert [source.tier.name for source in first.sources] == ["narrated", "claim"]


def test_only_what_somebody_takes_part_in(store: kg.Store) -> None:
    dated, undated, count = events(store, "hale")
    assert [told(event)[1] for event in dated] == ["Ada Hale rejected plan of Oxley Council"]
    assert (undated, count) == ([], 0)
    assert [told(event)[1] for event in events(store, "ent:OxleyCouncil")[1]] == [
        "Oxley Council concealed its report"
    ]
    with pytest.raises(QueryError, match=r"names nothing 'Hail'.*'Hale'"):
        events(store, "Hail")


def test_actors_are_people_and_bodies_and_those_who_tell(store: kg.Store) -> None:
    dated, undated, _ = events(store)
    assert [[name for _, name in event.actors] for event in (*dated, *undated)] == [
        ["Ada Hale"], ["Jon Marsh"], [], ["Ada Hale", "Oxley Council"], ["Jon Marsh"],
    ]  # fmt: skip


def test_the_samples_have_the_days_of_the_named_question(sample_store: kg.Store) -> None:
    asked = {
        row["when"] for row in sample_store.query("what_happened_when").dicts() if row["when"] is not None
    }
    shown = {event.when.time.name for event in events(sample_store)[0] if event.when}
    assert asked <= {name.removeprefix("--") for name in shown} | shown


# The axis


def test_later_stands_to_the_right_and_busy_days_lie_apart() -> None:
    times = [Time(day, day) for day in ("2019-05-01", "2025-03-04", "2025-03-05", "2025-03-06")]
    places = [spot.begins for spot in axis(times).spots if spot]
    assert places == sorted(places) and places[0] == 2 and places[-1] == 98
    assert places[2] - places[1] == pytest.approx(places[3] - places[2], abs=0.02)
    assert places[2] - places[1] > 5


def test_events_of_one_day_lie_above_each_other() -> None:
    same = Time("2025-03-04", "2025-03-04")
    assert [spot.lane for spot in axis([same] * 3).spots if spot] == [0, 1, 2]
    assert max(spot.lane for spot in axis([same] * 50).spots if spot) == LANES - 1


def test_what_is_open_at_an_end_says_so() -> None:
    made = axis([Time(None, "2025-01-01"), Time("2025-02-01", None), Time("2025", "2025")])
    spots = [(spot.open_start, spot.open_end) if spot else None for spot in made.spots]
    assert spots == [(True, False), (False, True), None]
    assert axis([]).labels == () and axis([Time("2025-02-30", None)]).spots == (None,)


def test_labels_do_not_touch() -> None:
    times = [Time(f"2025-03-{day:02}", f"2025-03-{day:02}") for day in range(1, 29)]
    places = [place for place, _ in axis(times).labels]
    assert len(places) > 4
    assert all(after - before >= 9 for before, after in pairwise(places))


# The page


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_text(name: str) -> None:
    words = HOSTILE[name]
    plain = timeline_page(stored(extraction())).html
    bad = extraction(TEXT + f" {words}", title=words, names=f" {words}", url=words)
    html = timeline_page(stored(bad)).html
    for tag in ("script", "style", "img", "iframe", "link", "svg"):
        assert len(re.findall(rf"<{tag}\b", html)) == len(re.findall(rf"<{tag}\b", plain))
    assert html.count('target="_blank"') == 0 < plain.count('target="_blank"')
    assert not re.search("[\x00\x07\x1b\x7f\u202e\u2066]", html)


def test_the_same_graph_gives_the_same_bytes() -> None:
    one, other = extraction(), extraction(TEXT + " More.")
    assert timeline_page(stored(one, other)) == timeline_page(stored(other, one))


def test_events_lead_to_their_articles_and_actors_where_those_have_pages(store: kg.Store) -> None:
    alone = timeline_page(store).html
    assert 'class="within"' not in alone and 'class="actors"' not in alone
    linked = timeline_page(store, address=lambda iri: f"/{iri.rpartition('/')[2]}").html
    source = events(store)[0][0].first
    assert source.sentence is not None
    begins, ends = source.sentence
    assert f'href="/{extraction().article.key}#p{begins}-{ends}"' in linked
    assert 'href="/AdaHale"' in linked
    assert 'href="https://news.example/row"' in linked, "its source is still a click away"


def test_a_folder_has_the_articles_of_its_events_under_names_of_our_own(tmp_path: Path) -> None:
    store = stored(extraction())
    strange = "https://elsewhere.example/../%2e%2e/x y".replace(" ", "%20")
    renamed = kg.Store()
    key = f"https://kg.example/article/{extraction().article.key}"
    for quad in store.quads():
        ends = [
            ox.NamedNode(strange) if end == ox.NamedNode(key) else end for end in (quad.subject, quad.object)
        ]
        renamed.add([ox.Quad(ends[0], quad.predicate, ends[1], quad.graph_name)])  # type: ignore[arg-type]
    for graph in (store, renamed):
        index = timeline_folder(graph).save(tmp_path / "out")
        (made,) = (tmp_path / "out" / "article").iterdir()
        assert f'href="article/{made.name}#p' in index.read_text("utf-8")
        assert re.fullmatch(r"[0-9a-f]{16}\.html", made.name)
        made.unlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_an_empty_graph_says_so() -> None:
    assert "No event here has a date." in timeline_page(kg.Store()).html


@pytest.fixture
def visit(chromium: Any, tmp_path: Path, store: kg.Store) -> Iterator[Visit]:
    made = Visit(chromium, timeline_page(store), tmp_path)
    yield made
    assert made.wrongs == []
    made.tab.close()


def shown(visit: Visit) -> list[str]:
    visit.tab.evaluate("for (const one of document.querySelectorAll('.fold')) one.open = true")
    return [text.split("\n")[0] for text in visit.tab.locator(".event:visible").all_inner_texts()]


@pytest.mark.browser
def test_words_actor_and_tier_choose(visit: Visit) -> None:
    assert len(shown(visit)) == 5
    visit.tab.fill("#words", "OXLEY report")
    assert shown(visit) == ["Oxley Council concealed its report"]
    visit.tab.fill("#words", "")
    visit.tab.select_option("#who", label="Jon Marsh (2)")
    assert shown(visit) == ["Jon Marsh will publish its report", "Jon Marsh did not approve"]
    visit.tab.click(".toggle[data-tier=planned]")
    assert shown(visit) == ["Jon Marsh did not approve"]
    assert visit.tab.locator(".spot.off").count() == 2
    visit.tab.fill("#words", "nothing of the kind")
    assert visit.tab.is_visible("#none") and shown(visit) == []


@pytest.mark.browser
def test_a_dot_opens_its_sentence(visit: Visit) -> None:
    visit.tab.click(".spot.narrated circle")
    assert visit.tab.inner_text(".event[id=e0] mark") == "rejected"
    assert "published 5 March 2025" in visit.tab.inner_text("#e0 .article")
    assert visit.tab.evaluate("document.activeElement.closest('.event').id") == "e0"


@pytest.mark.browser
def test_a_click_leads_to_the_sentence_in_its_article(chromium: Any, tmp_path: Path, store: kg.Store) -> None:
    visit = Watched(chromium, tmp_path.as_uri(), offline=True)
    visit.tab.goto(timeline_folder(store).save(tmp_path).as_uri())
    visit.tab.click("#e0 summary")
    words = visit.tab.inner_text("#e0 blockquote")
    visit.tab.click("#e0 .within")
    assert visit.tab.url.startswith(f"{tmp_path.as_uri()}/article/")
    assert visit.tab.inner_text(".sentence:target") == words
    assert visit.wrongs == []
    visit.tab.close()


@pytest.mark.browser
def test_the_keyboard_opens_a_sentence(visit: Visit) -> None:
    visit.tab.focus(".event summary")
    visit.tab.keyboard.press("Enter")
    assert visit.tab.is_visible("#e0 blockquote")


@pytest.mark.browser
def test_plans_and_claims_look_unlike_what_is_reported(visit: Visit) -> None:
    style = "one => getComputedStyle(document.querySelector(one)).borderInlineStart"
    seen = [
        visit.tab.evaluate(style, f".event.{name}") for name in ("narrated", "planned", "claim", "negative")
    ]
    assert len({re.sub("rgb.*", "", line) for line in seen}) == 4, "not by colour alone"


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_words_do_no_harm(chromium: Any, tmp_path: Path, width: int) -> None:
    words = "\n\n".join(HOSTILE.values())
    bad = extraction(f"{TEXT} {words}", title=words, names=f" {words}", url=HOSTILE["javascript"])
    visit = Visit(chromium, timeline_page(stored(bad)), tmp_path, width=width)
    tab = visit.tab
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for query in ("<", "alert", "{{", "\\"):
        tab.fill("#words", query)
    tab.fill("#words", "")
    tab.evaluate(
        "for (const one of document.querySelectorAll('.spot')) one.dispatchEvent(new Event('click'))"
    )
    assert tab.locator("img, iframe, link[href^=http], style:not(head *), a[target]").count() == 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= width, "nothing pushes the page sideways"
    assert HOSTILE["script"] in tab.inner_text("main")
    assert visit.wrongs == []

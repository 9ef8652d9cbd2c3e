"""The page of a network that is larger than a page: it begins with a part and asks for neighbours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import kg
from kg.serve.pages.network import AT_ONCE, MOST
from tests.serve import crowd
from tests.serve.site import serving
from tests.serve.test_browser import Visit
from tests.test_view import HOSTILE

ADA = crowd.iri("ent:AdaHale").value
ALL = crowd.SIZE + len(HOSTILE) + 1
MORE = "/network/neighbours"
#: In the browser: whether two symbols with their names lie on each other; places are rounded to a pixel.
OVERLAPS = """() => {
  const boxes = kg.scene.seenNodes().map(kg.places.box);
  const meet = (a, b) => [0, 1].every((side) => a[side] < b[side + 2] - 1 && b[side] < a[side + 2] - 1);
  return boxes.some((a, i) => boxes.slice(0, i).some((b) => meet(a, b)));
}"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "asked.trig"
    store = kg.Store()
    store.add(crowd.quads())
    store.save(path)
    return path


@pytest.fixture(scope="module")
def site(asked: Path) -> Iterator[httpx.Client]:
    with serving(asked) as client:
        yield client


def data(site: httpx.Client, path: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', site.get(path).text)
    assert found
    return json.loads(found[1])


def test_a_page_begins_with_the_most_connected_and_says_of_how_many(site: httpx.Client) -> None:
    page = data(site, "/network")
    assert len(page["nodes"]) == MOST and page["nodes"][0]["id"] == ADA
    assert page["total"] == {"nodes": ALL, "edges": ALL + crowd.CHAIN}
    assert page["nodes"][0]["neighbours"] == ALL - 1
    assert len(data(site, "/network?whole=1")["nodes"]) == ALL


def test_a_page_may_ask_this_site_and_no_other(site: httpx.Client) -> None:
    policy = site.get("/network").headers["content-security-policy"]
    assert "default-src 'none'" in policy and "connect-src 'self';" in policy
    assert "connect-src" not in site.get("/network?whole=1").headers["content-security-policy"]


def test_neighbours_come_with_all_that_joins_them(site: httpx.Client) -> None:
    page = data(site, "/network")
    known = [node["id"] for node in page["nodes"]]
    told = site.post(MORE, params={"about": ADA}, json={"known": known}).json()
    new = {node["id"] for node in told["nodes"]} - {ADA}
    assert len(new) == AT_ONCE and not new & set(known)
    assert told["about"] == [ADA]
    ends = {(edge["from"], edge["to"]) for edge in told["edges"]}
    assert ends >= {(ADA, node) for node in new}
    last, first = (crowd.iri(f"ent:p{number:03}").value for number in (crowd.SIZE - 1, 0))
    assert (first, last) in ends, "an edge between one who comes and one who is there"
    again = {edge["id"] for edge in data(site, "/network")["edges"]}
    assert not again & {edge["id"] for edge in told["edges"] if edge["to"] in new}
    assert site.post(MORE, params={"about": ADA}, json={"known": known}).json() == told


def test_without_a_body_nobody_is_known(site: httpx.Client) -> None:
    told = site.get(MORE, params={"about": "ada hale"}).json()
    assert len(told["nodes"]) == AT_ONCE + 1


@pytest.mark.parametrize(
    ("chosen", "count"),
    [({"since": "2025-02"}, 1), ({"action": "Request"}, AT_ONCE + 1), ({"min_sources": "2"}, 1)],
)
def test_what_the_page_left_out_stays_out(site: httpx.Client, chosen: dict[str, str], count: int) -> None:
    assert len(site.get(MORE, params={"about": ADA, **chosen}).json()["nodes"]) == count
    page = data(site, f"/network?about=Ada+Hale&{'&'.join('='.join(pair) for pair in chosen.items())}")
    assert all(f"{name}={value}" in page["more"] for name, value in chosen.items())


@pytest.mark.parametrize(
    ("request_", "status", "words"),
    [
        ({"params": {"about": "Ada Hal"}}, 400, "Did you mean 'Ada Hale'"),
        ({"params": {"about": ""}}, 400, "names nothing"),
        ({"params": {"about": ADA, "action": "zzz"}}, 400, "no action 'zzz'"),
        ({"params": {"about": ADA}, "content": b"["}, 400, "JSON"),
        ({"params": {"about": ADA}, "json": {"known": "all"}}, 400, "list"),
        ({"params": {"about": ADA}, "json": {"known": [1]}}, 400, "list of IRIs"),
        ({"params": {"about": ADA}, "json": {"known": ["x"] * 20_000}}, 400, "list of at most"),
        ({"params": {"about": ADA}, "content": b" " * 2_000_000}, 413, "bytes"),
        (
            {"params": {"about": ADA}, "content": b"{}", "headers": {"Content-Type": "text/plain"}},
            415,
            "json",
        ),
    ],
)
def test_what_cannot_be_answered_says_why(
    site: httpx.Client, request_: dict[str, Any], status: int, words: str
) -> None:
    request_ = {"headers": {"Content-Type": "application/json"}, **request_}
    answer = site.post(MORE, **request_)
    assert answer.status_code == status and words in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_hostile_requests_are_words(site: httpx.Client) -> None:
    for text in HOSTILE.values():
        plain = text.encode("utf-8", "replace").decode()
        told = site.post(MORE, params={"about": ADA}, json={"known": [plain[:2000], ADA]})
        assert told.status_code == 200 and len(told.json()["nodes"]) == AT_ONCE + 1
        assert site.post(MORE, params={"about": f"{plain[:1000]}>"}, json={}).status_code == 400
    assert site.put(MORE).status_code == 405


def test_an_answer_has_an_end_in_size_and_time(asked: Path) -> None:
    with serving(asked, "--limit", "20") as site:
        answer = site.get(MORE, params={"about": ADA})
        assert answer.status_code == 413 and "more than 20 edges" in answer.text


@pytest.fixture
def visit(chromium: Any, site: httpx.Client) -> Iterator[Visit]:
    found = Visit(chromium, site, reduced_motion="reduce")
    yield found
    found.tab.close()
    assert found.wrongs == []


def until(visit: Visit, condition: str) -> None:
    """Wait until an expression holds; the driver's own way of waiting is against the page's policy."""
    for _ in range(400):
        if visit.tab.evaluate(condition):
            return
        visit.tab.wait_for_timeout(50)
    raise AssertionError(f"never: {condition}; {visit.tab.inner_text('#panel')}")


@pytest.mark.browser
def test_from_a_node_to_neighbours_that_were_not_here_to_the_sentence(visit: Visit) -> None:
    tab = visit.to("/network#about=Ada%20Hale")
    until(visit, "document.querySelector('#panel h2').textContent === 'Ada Hale'")
    before = tab.evaluate("kg.nodes.size")
    last = f"Person {crowd.SIZE - 1}"
    assert before == MOST
    assert f"of {ALL}" in tab.inner_text("#summary")
    tab.click("#panel [data-does=Show]")
    until(visit, f"kg.nodes.size === {before + AT_ONCE}")
    until(visit, f"kg.scene.seenNodes().length === {before + AT_ONCE}")
    assert tab.evaluate(OVERLAPS) is False, "who came stands free"
    # The table, the search and the panel know those who came.
    tab.evaluate("kg.byId('table').open = true")
    tab.click("#more-rows")
    tab.locator(f"#table td >> text='{last}'").first.wait_for()
    tab.fill("#search", last)
    tab.keyboard.press("Enter")
    until(visit, f"document.querySelector('#panel h2').textContent === '{last}'")
    tab.locator("#panel .rows button", has_text="Person 0").click()
    tab.locator(f"#panel blockquote >> text=Then Person 0 asked {last}.").wait_for()
    assert tab.inner_text("#panel mark") == "asked"
    assert tab.get_attribute("#panel dd a", "href") == "https://news.example/asked"
    # Back to the person, and to her who was first; forward again.
    tab.evaluate("history.back()")
    until(visit, f"document.querySelector('#panel h2').textContent === '{last}'")
    tab.evaluate("history.back()")
    until(visit, "document.querySelector('#panel h2').textContent === 'Ada Hale'")
    shown = tab.evaluate("kg.scene.revealed.size")
    tab.click("#panel [data-does=Hide]")
    until(visit, f"kg.scene.revealed.size < {shown}")
    tab.evaluate("history.forward()")
    until(visit, f"document.querySelector('#panel h2').textContent === '{last}'")


@pytest.mark.browser
def test_hostile_names_that_come_later_do_no_harm(visit: Visit) -> None:
    tab = visit.to("/network#about=Ada%20Hale")
    while tab.locator("#panel [data-does=Show]").count():
        size = tab.evaluate("kg.scene.revealed.size")
        tab.click("#panel [data-does=Show]")
        until(visit, f"kg.scene.revealed.size > {size}")
    assert tab.evaluate("kg.nodes.size") == ALL
    before = tab.evaluate("document.querySelectorAll('script, style, iframe, img, link').length")
    tab.evaluate("kg.byId('table').open = true")
    for node in tab.evaluate("[...kg.nodes.keys()].filter((id) => id.includes('/z'))"):
        tab.evaluate("id => kg.selectNode(id, true)", node)
        tab.evaluate("id => kg.selectEdge(kg.nodes.get(id).edges[0].id, true)", node)
        assert tab.locator("#panel :is(script, img, iframe, style, b, svg[onload])").count() == 0
    assert tab.evaluate("document.querySelectorAll('script, style, iframe, img, link').length") == before
    assert HOSTILE["script"] in tab.inner_text("#table") or tab.locator("#more-rows").is_visible()


@pytest.mark.browser
def test_a_name_that_is_not_on_the_page_is_looked_for_in_the_graph(visit: Visit) -> None:
    last = f"Person {crowd.SIZE - 1}"
    tab = visit.to("/network")
    tab.fill("#search", last)
    tab.click("#found .beyond")
    until(visit, f"document.querySelector('#panel h2').textContent === '{last}'")
    tab.fill("#search", "Ada Hal zz")
    tab.keyboard.press("Enter")
    tab.locator("#panel .problem >> text=names nothing").wait_for()
    visit.wrongs[:] = [
        wrong for wrong in visit.wrongs if "400" not in wrong
    ]  # the browser notes each refusal
    visit.to(f"/network#about=Person%20{crowd.SIZE - 2}")
    until(visit, f"document.querySelector('#panel h2').textContent === 'Person {crowd.SIZE - 2}'")


@pytest.mark.browser
def test_a_server_that_is_gone_is_told_in_words(chromium: Any, asked: Path) -> None:
    with serving(asked) as site:
        visit = Visit(chromium, site, reduced_motion="reduce")
        tab = visit.to("/network#about=Ada%20Hale")
        tab.locator("#panel [data-does=Show]").wait_for()
    tab.click("#panel [data-does=Show]")
    tab.locator("#panel .problem >> text=The server cannot be reached").wait_for()
    assert tab.locator("#panel [data-does=Show]").is_enabled(), "it can be tried again"
    assert not [wrong for wrong in visit.wrongs if "ERR_CONNECTION_REFUSED" not in wrong]
    tab.close()

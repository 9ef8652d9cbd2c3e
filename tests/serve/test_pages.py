"""Pages as text: what they show, under which policy, and how hostile words come out."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import httpx
import pyoxigraph as ox
import pytest

import kg
from kg.query import PREFIXES, questions
from kg.serve.pages import entity
from kg.serve.pages.questions import filled_in
from kg.serve.pages.questions import page as page_of_question
from kg.serve.reply import Refused
from kg.serve.working import Bounds, Desk
from tests.by_browser import HOSTILE
from tests.serve.site import quads

HTML = {"Accept": "text/html"}
KEY = "408e0fdca313b6fd"
PAGES = (
    "/",
    "/?q=tolland",
    "/entity/MiraTolland",
    f"/article/{KEY}",
    "/network",
    "/network?about=Mira%20Tolland&depth=2",
    "/questions",
    "/questions/who_rejected_what",
    "/sparql",
    "/none",
)


class Markup(HTMLParser):
    """The elements of a page, their attributes, and what is read on it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        return [value for tag, name, value in self.attributes if (tag, name) == ("a", "href")]


def get(site: httpx.Client, path: str, status: int = 200) -> Markup:
    answer = site.get(path, headers=HTML)
    assert answer.status_code == status, answer.text
    return Markup(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_but_our_files(site: httpx.Client, path: str) -> None:
    answer = site.get(path, headers=HTML)
    policy = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    for rule in ("script-src", "style-src"):
        allowed = policy[rule].split()
        assert all(source == "'self'" or source.startswith("'sha256-") for source in allowed)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    if path.startswith(("/network", "/article", "/timeline")):  # one file each, under hashes
        return
    page = Markup(answer.text)
    assert not [found for found in page.attributes if found[1].startswith("on") or found[1] == "style"]
    sources = [
        value for tag, name, value in page.attributes if tag in ("script", "link") and name in ("src", "href")
    ]
    assert all(source.startswith("/static/") or source == "data:," for source in sources)
    assert page.tags.count("script") == len([s for s in sources if ".js" in s])
    assert "style" not in page.tags


def test_every_answer_that_is_no_page_may_run_nothing(site: httpx.Client) -> None:
    for path in (
        "/sparql?query=ASK%7B%7D",
        "/store?default",
        "/static/yasgui.js",
        "/entity/MiraTolland?format=ttl",
    ):
        assert site.get(path).headers["content-security-policy"].startswith("default-src 'none'")


def test_the_overview_tells_what_there_is(site: httpx.Client) -> None:
    page = get(site, "/")
    assert re.search(r"2\s+articles", page.text)
    assert "Newest statements" in page.text
    assert "/entity/MiraTolland" in page.links()


def test_a_search_finds_names_and_sentences(site: httpx.Client) -> None:
    page = get(site, "/?q=tolland")
    assert "/entity/MiraTolland" in page.links()
    assert any(link.startswith(f"/article/{KEY}#p") for link in page.links())
    assert "Nothing is called so" in get(site, "/?q=zzz").text


def test_an_entity_has_its_statements_by_speaker(site: httpx.Client) -> None:
    page = get(site, "/entity/MiraTolland")
    assert page.text.index("According to the articles") < page.text.index("According to Dana Quill")
    assert "announced" in page.text
    assert f"/article/{KEY}" in page.links()
    assert "/network?about=" + quote("https://kg.example/entity/MiraTolland", safe="") in page.links()
    assert get(site, "/entity?iri=https://kg.example/entity/MiraTolland").text == page.text
    get(site, "/entity/Nobody", 404)
    get(site, "/entity/a%20b%3E", 404)


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ],
)
def test_an_entity_is_rdf_for_programs(site: httpx.Client, accept: str, format: ox.RdfFormat) -> None:
    answer = site.get("/entity/MiraTolland", headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept
    assert answer.headers["vary"] == "Accept"
    iri = ox.NamedNode(PREFIXES["ent"] + "MiraTolland")
    expected = {quad.triple for quad in quads() if iri in (quad.subject, quad.object)}
    assert {quad.triple for quad in ox.parse(answer.content, format=format)} == expected
    assert site.get("/entity/MiraTolland", headers={"Accept": "image/png"}).status_code == 406


def many(count: int, links: int) -> kg.Store:
    """Somebody with many statements, in articles of different days, and with many edges."""

    def iri(prefix: str, name: str) -> ox.NamedNode:
        return ox.NamedNode(PREFIXES[prefix] + name)

    store, who, predicate = kg.Store(), iri("ent", "AdaHale"), iri("act", "rejected")
    quads = [
        (who, iri("rdf", "type"), iri("kg", "Person")),
        (who, iri("skos", "prefLabel"), ox.Literal("Ada Hale")),
        (predicate, iri("kg", "modality"), iri("kg", "Actual")),
        (predicate, iri("kg", "polarity"), iri("kg", "Positive")),
        (predicate, iri("rdfs", "label"), ox.Literal("rejected")),
    ]
    for number in range(count):
        statement, passage, article = (iri(p, f"s{number}") for p in ("st", "passage", "article"))
        quads += [
            (article, iri("rdf", "type"), iri("schema", "NewsArticle")),
            (article, iri("dct", "identifier"), ox.Literal(f"article {number}")),
            (article, iri("schema", "datePublished"), ox.Literal(f"{1900 + number}-01-01")),
            (passage, iri("nif", "anchorOf"), ox.Literal(f"Ada Hale rejected plan {number}.")),
            (passage, iri("nif", "referenceContext"), article),
            (passage, iri("nif", "beginIndex"), ox.Literal(7)),
            (statement, iri("rdf", "subject"), who),
            (statement, iri("kg", "action"), iri("kg", "Reject")),
            (statement, iri("kg", "evidence"), passage),
        ]
        plan = iri("ent", f"plan{number}")
        if number < links:
            quads += [
                (plan, iri("skos", "prefLabel"), ox.Literal(f"plan {number}")),
                (who, predicate, plan),
            ]
    store.add(ox.Quad(*triple) for triple in quads)
    return store


def test_many_statements_are_shown_a_page_at_a_time() -> None:
    desk = Desk(many(250, 130), Path("news.ttl"), Bounds(10_000, 0))

    def shown(number: int) -> Markup:
        given = {"key": "AdaHale", "accept": "text/html", "page": str(number)}
        return Markup(entity.page(desk, given).body.decode())

    pages = [shown(number) for number in (1, 2, 3)]
    told = [re.findall(r"rejected plan (\d+)\.", page.text) for page in pages]
    assert [int(number) for page in told for number in page] == [*reversed(range(250))], "newest first"
    assert [len(page) for page in told] == [100, 100, 50]
    assert "1 to 100 of 250" in pages[0].text and "201 to 250 of 250" in pages[2].text
    assert "?page=2" in pages[0].links() and "?" in pages[1].links() and "?page=3" in pages[1].links()
    assert "?page=4" not in pages[2].links()
    assert "and 30 more" in pages[0].text, "links have a bound, too"
    for wrong, status in (("4", 404), ("0", 400), ("-1", 400), ("x", 400), ("1" * 50, 400), ("\u0662", 400)):
        with pytest.raises(Refused) as refused:
            entity.page(desk, {"key": "AdaHale", "accept": "text/html", "page": wrong})
        assert refused.value.status == status


def test_many_rows_are_shown_a_page_at_a_time(site: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.pages.questions.SHOWN", 2)
    desk = Desk(kg.Store(), Path("news.ttl"), Bounds(10_000, 0))
    desk.store.add(quads())  # type: ignore[union-attr]

    def shown(number: int) -> str:
        given = {"name": "who_claims_what", "values": {"who": "a"}, "page": str(number)}
        return page_of_question(desk, given).body.decode()

    whole = len(desk.store.query("who_claims_what", who="a"))  # type: ignore[union-attr]
    assert whole > 2
    rows = [row for number in range(1, -(-whole // 2) + 1) for row in re.findall("<tr><td.*", shown(number))]
    assert len(rows) == whole
    assert "?who=a&amp;page=2" in shown(1) and f"{whole} row" in shown(1)


def test_rows_lead_to_the_sentence_and_to_whom_they_name(site: httpx.Client) -> None:
    links = get(site, "/questions/who_claims_what?who=quill").links()
    assert any(link.startswith(f"/article/{KEY}#p") for link in links)
    assert "/entity/DanaQuill" in links


def test_an_article_is_read_sentence_by_sentence(site: httpx.Client) -> None:
    page = get(site, f"/article/{KEY}")
    assert "https://news.example/harbour-fund" in page.links()
    assert "Harbour fund to be audited" in page.text
    assert "announced" in page.text
    get(site, "/article/none", 404)


def test_the_network_is_that_of_kg_view(site: httpx.Client) -> None:
    assert "Mira Tolland" in site.get("/network").text
    around = site.get("/network?about=Dana%20Quill").text
    assert "Dana Quill" in around
    get(site, "/network?about=Nobody", 400)
    get(site, "/network?depth=99", 400)


@pytest.mark.parametrize("name", questions())
def test_every_question_has_a_form_and_an_answer(site: httpx.Client, name: str) -> None:
    page = get(site, f"/questions/{name}")
    fields = {value for tag, key, value in page.attributes if tag == "input" and key == "name"}
    assert fields == {"q", *questions()[name].parameters}
    rows = site.get(f"/questions/{name}?format=json").json()["results"]["bindings"]
    assert f"{len(rows)} row" in page.text


def test_an_answer_is_narrowed_by_the_form(site: httpx.Client) -> None:
    page = get(site, "/questions/who_claims_what?who=quill")
    links = [link for link in page.links() if "format=" in link]
    assert len(links) == 2
    narrowed = site.get(links[1]).json()["results"]["bindings"]
    everything = site.get("/questions/who_claims_what?format=json").json()["results"]["bindings"]
    assert 0 < len(narrowed) < len(everything)
    assert site.get(links[0]).headers["content-disposition"] == 'attachment; filename="who_claims_what.csv"'
    get(site, "/questions/none", 404)
    get(site, "/questions/who_claims_what?format=exe", 400)


@pytest.mark.parametrize("name", [name for name in questions() if questions()[name].parameters])
@pytest.mark.parametrize("value", ["a", 'o"} #', "ent:MiraTolland"])
def test_the_sparql_that_is_shown_gives_the_same_rows(name: str, value: str) -> None:
    store = kg.Store()
    store.add(quads())
    question = questions()[name]
    for parameter in question.parameters:
        shown = store.query(filled_in(question, {parameter: value}))
        assert sorted(map(str, shown.without(frozenset(question.parameters)))) == sorted(
            map(str, store.query(name, **{parameter: value}))
        )


# Hostile words.


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_parameters_stay_words(site: httpx.Client, name: str) -> None:
    words = quote(HOSTILE[name].encode("utf-8", "replace"), safe="")
    expected = {"html", "head", "body", "main", "form", "input", "a", "p", "h1"}
    for path in (
        f"/?q={words}",
        f"/entity/{words}",
        f"/entity?iri={words}",
        f"/article/{words}",
        f"/network?about={words}",
        f"/network?depth={words}",
        f"/questions/{words}",
        f"/questions/who_rejected_what?who={words}&what={words}",
        f"/questions/who_rejected_what?format={words}",
        f"/sparql?query={words}",
        f"/{words}",
        f"/static/{words}",
    ):
        answer = site.get(path, headers=HTML)
        assert answer.status_code in (200, 400, 404), (path, answer.status_code)
        if not answer.headers["content-type"].startswith("text/html") or '"data"' in answer.text:
            continue
        page = Markup(answer.text)
        assert expected <= set(page.tags)
        assert not set(page.tags) & {"img", "svg", "iframe", "style", "b"}
        assert not re.search("[\x00\x07\x1b\x7f\u202e\u2066\ufeff]", answer.text)
        assert not [found for found in page.attributes if found[1].startswith("on")]
        assert all(link.startswith(("/", "?", "#")) for link in page.links())
    answer = site.get("/sparql", params={"query": HOSTILE[name].encode("utf-8", "replace")})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_names_and_sentences_stay_words(site: httpx.Client, number: int) -> None:
    for path in ("/", f"/entity/hostile{number}", "/article/0000000000000000?list=1", "/?q=rejected%20it"):
        answer = site.get(path, headers=HTML)
        page = Markup(answer.text)
        assert not set(page.tags) & {"img", "svg", "iframe", "style", "script", "b"}
        assert not re.search("[\x00\x07\x1b\x7f\u202e\u2066\ufeff]", answer.text)
        assert all(link.startswith(("/", "?", "#", "http://", "https://")) for link in page.links())
        assert not [found for found in page.attributes if found[1].startswith("on")]
    assert "javascript:" not in [
        unquote(link)[:11] for link in get(site, "/article/0000000000000000").links()
    ]

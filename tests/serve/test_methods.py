"""Methods of HTTP: what each address allows, and what it says of that."""

from __future__ import annotations

import httpx
import pytest

from tests.serve.site import OTHER

PAGES = ("/", "/entity/MiraTolland", "/article/408e0fdca313b6fd", "/timeline", "/questions",
         "/questions/who_rejected_what", "/static/serve.css", f"/store?graph={OTHER}", "/sparql",
         "/sparql?query=ASK%7B%7D", "/entity/nobody", "/store?graph=urn:none")  # fmt: skip
ALLOWED = {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("path", PAGES)
def test_head_is_get_without_a_body(site: httpx.Client, path: str) -> None:
    for accept in ("text/html", "*/*", "text/turtle"):
        got = site.get(path, headers={"Accept": accept})
        head = site.head(path, headers={"Accept": accept})
        assert head.content == b""
        assert head.status_code == got.status_code
        for name in ("content-type", "vary", "access-control-allow-origin", "content-security-policy"):
            assert head.headers.get(name) == got.headers.get(name), name


@pytest.mark.parametrize("path", PAGES)
def test_options_tell_what_is_allowed(site: httpx.Client, path: str) -> None:
    answer = site.options(path)
    assert (answer.status_code, answer.content) == (204, b"")
    wanted = ALLOWED | ({"POST"} if path.startswith("/sparql") else set())
    assert set(answer.headers["allow"].split(", ")) == wanted


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_writing_is_405_and_says_what_is_allowed(site: httpx.Client, path: str, method: str) -> None:
    answer = site.request(method, path)
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) >= ALLOWED


@pytest.mark.parametrize("path", ["/", "/sparql", "/store?default", "/nowhere"])
@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "BREW"])
def test_methods_that_nobody_knows_do_nothing(site: httpx.Client, path: str, method: str) -> None:
    answer = site.request(method, path, headers={"X-Secret": "x"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert "secret" not in answer.text.lower()


@pytest.mark.parametrize(
    ("path", "methods"),
    [("/sparql", {"POST", *ALLOWED}), ("/store", ALLOWED), ("/entity/MiraTolland", ALLOWED)],
)
def test_browsers_may_ask_for_leave_before(site: httpx.Client, path: str, methods: set[str]) -> None:
    answer = site.options(
        path,
        headers={
            "Origin": "https://elsewhere.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "accept",
        },
    )
    assert answer.headers["access-control-allow-origin"] == "*"
    assert set(answer.headers["access-control-allow-methods"].split(", ")) == methods
    assert "Accept" in answer.headers["access-control-allow-headers"]
    assert int(answer.headers["access-control-max-age"]) > 0
    assert "access-control-allow-credentials" not in answer.headers


def test_pages_for_people_are_for_no_other_site(site: httpx.Client) -> None:
    for path in ("/", "/article/408e0fdca313b6fd", "/timeline", "/questions/who_rejected_what?format=csv"):
        answer = site.options(path, headers={"Origin": "https://elsewhere.example"})
        assert "access-control-allow-origin" not in answer.headers
        assert "access-control-allow-origin" not in site.get(path).headers


def test_an_update_is_405_and_one_sent_as_a_query_is_no_query(site: httpx.Client) -> None:
    """The protocol wants 400 for a `query` that the grammar of queries does not know."""
    text = "DELETE WHERE { ?s ?p ?o }"
    assert site.post("/sparql", data={"update": text}).status_code == 405
    answer = site.post("/sparql", data={"query": text})
    assert answer.status_code == 400
    assert "cannot change it" in answer.text

"""What a question may cost, what it may reach, and what becomes of everybody else meanwhile."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

import kg
from kg.model import Article
from kg.serve.lanes import FAST, SLOW
from kg.store import Archive
from kg.store.archive import Source
from tests.serve.site import ARTICLE, OTHER, ROOT, quads, serving

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY STR(?c) STR(?i)"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"


@pytest.fixture(scope="module")
def strict(graph: Path) -> Iterator[httpx.Client]:
    """The same graph with five rows for each answer."""
    with serving(graph, "--timeout", "60", "--limit", "5") as client:
        yield client


def ask(site: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return site.get("/sparql", params={"query": query}, headers=headers)


def test_a_question_that_never_ends_is_ended(graph: Path) -> None:
    with serving(graph, "--timeout", "2") as site:
        answer = ask(site, RUNAWAY)
        assert answer.status_code == 503
        assert "no answer after 2 seconds" in answer.text
        assert ask(site, "ASK {}").json()["boolean"]


def test_many_that_never_end_hold_up_nobody(graph: Path) -> None:
    """More than there are workers at first: each is ended, and small questions are answered meanwhile."""
    with serving(graph, "--timeout", "4") as site, ThreadPoolExecutor(FAST + 4) as threads:
        ended = [
            threads.submit(httpx.get, site.base_url.join("/sparql"), params={"query": RUNAWAY}, timeout=60)
            for _ in range(FAST + 4)
        ]
        while not all(future.done() for future in ended):
            assert ask(site, "ASK {}").status_code == 200
            assert site.get("/").status_code == 200
    assert {future.result().status_code for future in ended} == {503}
    assert FAST + 4 < FAST + SLOW


def test_a_question_that_eats_memory_ends_alone(graph: Path) -> None:
    with serving(graph, "--timeout", "300", "--memory", "100") as site:
        answer = ask(site, HUNGRY)
        assert answer.status_code == 503
        assert "memory" in answer.text
        assert ask(site, "ASK {}").json()["boolean"]


def test_rows_beyond_the_limit_are_left_out_and_that_is_told(strict: httpx.Client) -> None:
    answer = ask(strict, ALL)
    assert len(answer.json()["results"]["bindings"]) == 5
    assert answer.headers["kg-limited-to"] == "5"
    assert "KG-Limited-To" in answer.headers["access-control-expose-headers"]
    answer = ask(strict, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", Accept="application/n-triples")
    assert len(answer.text.splitlines()) == 5
    assert answer.headers["kg-limited-to"] == "5"
    assert "kg-limited-to" not in ask(strict, f"{ALL} LIMIT 5").headers
    page = strict.get("/questions/who_is_who").text
    assert "These are the first 5 rows" in page
    assert page.count("<tr>") == 6
    assert strict.get("/questions/who_is_who?format=csv").headers["kg-limited-to"] == "5"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?g { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "LOAD <file:///etc/hostname>",
    ],
)
def test_nothing_outside_the_graph_is_reached(site: httpx.Client, query: str) -> None:
    assert ask(site, query).status_code == 400


def test_a_query_of_brackets_ends_nothing(site: httpx.Client) -> None:
    assert ask(site, "SELECT * " + "{" * 5000 + "}" * 5000).status_code == 400
    assert ask(site, "ASK {}").json()["boolean"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "[::2]"]
)
def test_only_our_names_are_answered(site: httpx.Client, host: str) -> None:
    for path in ("/", "/sparql?query=ASK%7B%7D", "/static/serve.css"):
        answer = site.get(path, headers={"Host": host})
        assert answer.status_code == 400
        assert "access-control-allow-origin" not in answer.headers


def test_every_name_of_the_loopback_is_answered(site: httpx.Client) -> None:
    for host in ("localhost", "LOCALHOST:80", "127.0.0.1:9999", "[::1]:80"):
        assert site.get("/questions", headers={"Host": host}).status_code == 200


def test_names_can_be_allowed_and_other_sites_kept_out(graph: Path) -> None:
    with serving(graph, "--name", "kg.oxley.example", "--cors", "") as site:
        assert site.get("/questions", headers={"Host": "kg.oxley.example"}).status_code == 200
        assert site.get("/questions", headers={"Host": "other.oxley.example"}).status_code == 400
        assert "access-control-allow-origin" not in ask(site, "ASK {}").headers


# What is served while it changes.


def _article(text: str, graph: str) -> tuple[Article, Source, list]:  # type: ignore[type-arg]
    article = Article(text, text.partition(" ")[0])
    found = [quad for quad in quads() if str(quad.graph_name) == f"<{graph}>"]
    return article, Source.of(article, "test"), found


def _wait_for(site: httpx.Client, query: str) -> None:
    for _ in range(100):
        if ask(site, query).json()["boolean"]:
            return
        time.sleep(0.2)
    raise AssertionError(f"never true: {query}")


def test_an_archive_is_served_while_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive(folder) as archive:
        archive.put(*_article("one article", ARTICLE))
    hostile = "ASK { ent:hostile1 ?p ?o }"
    with serving(folder) as site, Archive(folder) as archive:
        assert ask(site, "ASK { ent:MiraTolland ?p ?o }").json()["boolean"]
        archive.put(*_article("two articles", OTHER))
        assert not ask(site, hostile).json()["boolean"], "what is not published is not seen"
        archive.publish()
        _wait_for(site, hostile)
        assert not ask(site, "ASK { GRAPH <urn:kg:ledger> { ?s ?p ?o } }").json()["boolean"]
        assert site.get("/store?graph=urn:kg:ledger").status_code == 404
        assert "Mira Tolland" in site.get("/?q=audit").text


def test_a_file_that_is_written_anew_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "news.nq"
    path.write_text("<urn:a> <urn:b> <urn:first> .\n")
    with serving(path) as site:
        assert ask(site, "ASK { ?s ?p <urn:first> }").json()["boolean"]
        path.write_text("this is no RDF\n")
        time.sleep(2.5)
        assert ask(site, "ASK { ?s ?p <urn:first> }").json()["boolean"], "the former is still served"
        path.write_text("<urn:a> <urn:b> <urn:second> .\n")
        _wait_for(site, "ASK { ?s ?p <urn:second> }")


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    graph = tmp_path / "left-behind.ttl"
    graph.write_text("".join(f"<urn:{n}> <urn:p> {n} .\n" for n in range(3000)))
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", "--timeout", "60"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().split()[0]
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{address}sparql", params={"query": RUNAWAY}, timeout=0.7)
    assert len(_running(graph)) > 2
    process.kill()
    process.wait()
    process.stdout.close()
    for _ in range(100):
        if not _running(graph):
            return
        time.sleep(0.1)
    raise AssertionError(_running(graph))


def _running(graph: Path, word: bytes = b"") -> list[int]:
    """The processes with a graph, and a word, among their arguments; workers have those of their nursery."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            is_dead = re.search(r"\) Z ", (folder / "stat").read_text())
        except OSError:
            continue
        if (
            {str(graph).encode(), word or words[0]} <= {*words}
            and not is_dead
            and int(folder.name) != os.getpid()
        ):
            found.append(int(folder.name))
    return found


# What goes wrong at the start costs one line.


def _fails(*arguments: str) -> str:
    command = [sys.executable, "-m", "kg", "serve", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_a_graph_that_is_not_there_costs_one_line(tmp_path: Path) -> None:
    assert "does not exist" in _fails(str(tmp_path / "none.ttl"), "--port", "0")
    broken = tmp_path / "broken.ttl"
    broken.write_text("this is no Turtle")
    assert "no Turtle" in _fails(str(broken), "--port", "0")


def test_a_port_that_is_taken_costs_one_line(site: httpx.Client, graph: Path) -> None:
    assert "Choose another --port" in _fails(str(graph), "--port", str(site.base_url.port))


def test_nothing_is_served_without_the_extra(monkeypatch: pytest.MonkeyPatch, graph: Path) -> None:
    from kg.serve import Options, serve

    monkeypatch.setitem(sys.modules, "starlette", None)
    with pytest.raises(kg.errors.KgError, match=r"kg\[serve\]"):
        serve(Options(graph))


def test_a_nursery_that_is_killed_is_followed_by_another(tmp_path: Path) -> None:
    graph = tmp_path / "killed.ttl"
    graph.write_text("<urn:a> <urn:b> <urn:c> .\n")
    with serving(graph) as site:
        for process in _running(graph, b"kg.serve.nursery"):
            os.kill(process, signal.SIGKILL)
        for _ in range(100):
            if ask(site, "ASK { <urn:a> ?p ?o }").status_code == 200:
                break
            time.sleep(0.2)
        assert ask(site, "ASK { <urn:a> ?p ?o }").json()["boolean"]


def test_an_empty_graph_has_pages_too(tmp_path: Path) -> None:
    graph = tmp_path / "empty.ttl"
    graph.write_text("")
    with serving(graph) as site:
        for path in ("/", "/?q=x", "/questions/who_is_who", "/network", "/sparql", "/store?default"):
            assert site.get(path, headers={"Accept": "text/html,*/*;q=0.1"}).status_code == 200
        assert site.get("/entity/x").status_code == 404

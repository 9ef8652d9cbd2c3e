"""Building behind an endpoint: only what changed is read, and what broke off is made whole."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import kg
from kg.check import check
from kg.errors import StoreError
from kg.model import Article
from kg.store.remote import connection

from . import endpoint as fake
from .test_archive_build import Told
from .test_cli import ROOT, refused_at_last
from .test_cli import kg as run
from .test_flow import GOOD

SECRET = "m0st-secret"


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connection, "PAUSES", (0.01,))
    with fake.running() as found:
        yield found


@pytest.fixture
def articles() -> list[Article]:
    return [
        Article(GOOD, id="good", url="https://news.example/1"),
        Article("Oxley Council asked Helen Marsh to resign.", id="asked"),
        Article("Ada Hale said that Jon Marsh had lied.", id="said"),
    ]


def test_only_what_changed_is_read_again(endpoint, articles: list[Article]) -> None:
    told = Told()
    there = told.build(articles, endpoint.url)
    assert set(told.changes.values()) == {"added"}
    assert list(there.quads()) == list(kg.build(articles).quads())

    written = endpoint.count("update")
    told.build(articles, endpoint.url)
    assert set(told.changes.values()) == {"unchanged"}
    assert endpoint.count("update") == written

    changed = [articles[0], Article("Oxley Council begged Helen Marsh to stay.", id="asked"), articles[2]]
    there = told.build(changed, endpoint.url)
    assert told.changes == {"good": "unchanged", "asked": "replaced", "said": "unchanged"}
    assert list(there.quads()) == list(kg.build(changed).quads())
    assert list(there.triples()) == list(kg.build(changed).triples())


def test_two_articles_of_one_id_are_told(endpoint, articles: list[Article]) -> None:
    told = Told()
    told.build([articles[1], Article("Another text about Oxley.", id="asked")], endpoint.url)
    assert "have the id 'asked'" in str(told.failures[0])
    assert told.changes == {"asked": "added"}


def test_a_build_that_broke_off_is_made_whole(endpoint, articles: list[Article]) -> None:
    endpoint.fault = lambda kind, number: "503" if kind == "update" and number >= 3 else None
    with pytest.raises(StoreError, match="run the same command again"):
        kg.build(articles, archive=endpoint.url)
    endpoint.fault = lambda kind, number: None
    whole = kg.build(articles)
    assert 0 < len(kg.load(endpoint.url)) < len(whole)
    told = Told()
    assert list(told.build(articles, endpoint.url).quads()) == list(whole.quads())
    assert "unchanged" in told.changes.values()


@pytest.mark.slow
def test_the_command_line_takes_a_url(endpoint, articles: list[Article], tmp_path: Path) -> None:
    (tmp_path / "asked.txt").write_text(articles[1].text)
    built = run("build", tmp_path / "asked.txt", "-o", endpoint.url)
    assert built.returncode == 0, built.stderr
    assert "1 article built" in built.stderr
    run("build", tmp_path / "asked.txt", "-o", tmp_path / "here.ttl")
    for verb, *rest in (
        ["query", "who_demanded_what"],
        ["who", "Marsh"],
        ["query", "who_demanded_what", "--timeout", "60"],
    ):
        there = run(verb, endpoint.url, *rest)
        assert there.returncode == 0, there.stderr
        assert there.stdout == run(verb, tmp_path / "here.ttl", *rest).stdout
    assert "Marsh" in there.stdout
    assert run("view", endpoint.url, "-o", tmp_path / "there.html").returncode == 0
    assert "no violation" in run("check", endpoint.url).stdout
    assert run("remove", endpoint.url, "asked").stdout == "asked\n"
    assert len(kg.load(endpoint.url)) == 0


@pytest.mark.slow
def test_a_secret_is_on_no_terminal(endpoint, articles: list[Article], tmp_path: Path) -> None:
    (tmp_path / "asked.txt").write_text(articles[1].text)
    endpoint.login = ("ada", "another")
    program = "import logging; logging.basicConfig(level=0); from kg.cli import main; main()"
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "KG_REMOTE_USER": "ada", "KG_REMOTE_PASSWORD": SECRET
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program, "build", tmp_path / "asked.txt", "-o", endpoint.url],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    assert "refuses this (401)" in refused_at_last(done)
    assert SECRET not in done.stdout + done.stderr


def test_a_copy_of_an_endpoint_lies_on_disk_and_is_gone_with_its_last_reader(
    endpoint, articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    whole = kg.build(articles)
    copy = kg.build(articles, archive=endpoint.url).copied()
    assert list(tmp_path.iterdir())
    assert list(copy.quads()) == list(whole.quads())
    assert list(copy.triples()) == list(whole.triples())
    assert len(copy) == len(whole)
    assert check(copy) == []
    del copy
    gc.collect()
    assert not list(tmp_path.iterdir())

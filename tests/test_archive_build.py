"""Building into an archive: only what changed is read, by any number of workers, whatever goes wrong."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg import workers
from kg.errors import KgError, StoreError
from kg.model import Article
from kg.store import Change

from .test_cli import ROOT, refused
from .test_cli import kg as run
from .test_flow import BAD, GOOD


class Told:
    """What a build told of each article, by id."""

    def __init__(self) -> None:
        self.changes: dict[str, str] = {}
        self.failures: list[KgError] = []

    def build(self, source: object, archive: Path, **options: object) -> kg.Snapshot:
        self.changes, self.failures = {}, []
        return kg.build(
            source,
            archive=archive,
            on_change=lambda article, change: self.changes.update({article.id: change}),
            on_failure=self.failures.append,
            **options,
        )


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def articles() -> list[Article]:
    return [
        Article(GOOD, id="good", url="https://news.example/1"),
        Article("Oxley Council asked Helen Marsh to resign.", id="asked"),
    ]


def saved(store: kg.Store | kg.Snapshot, folder: Path, ending: str = ".trig") -> bytes:
    store.save(folder / f"graph{ending}")
    return (folder / f"graph{ending}").read_bytes()


def same(one: kg.Store | kg.Snapshot, other: kg.Store | kg.Snapshot, folder: Path) -> bool:
    return all(saved(one, folder, ending) == saved(other, folder, ending) for ending in (".ttl", ".trig"))


def test_an_archive_grows_and_is_what_building_at_once_is(told, articles, tmp_path) -> None:
    told.build(articles[0], tmp_path / "a")
    assert told.changes == {"good": "added"}
    found = told.build(articles, tmp_path / "a")
    assert told.changes == {"good": "unchanged", "asked": "added"}
    assert same(found, kg.build(articles), tmp_path)
    assert same(kg.load(tmp_path / "a"), kg.build(articles[::-1]), tmp_path)
    assert found.query("who_rejected_what", who="Oxley Council")
    assert found.who("Oxley")
    assert found.to_networkx().number_of_edges()


def test_what_is_unchanged_is_not_read(told, articles, tmp_path, monkeypatch) -> None:
    told.build(articles, tmp_path / "a")
    monkeypatch.setattr(workers, "_made", None)
    told.build(articles, tmp_path / "a")
    assert set(told.changes.values()) == {Change.UNCHANGED}


def test_a_later_text_takes_the_place_of_the_former(told, articles, tmp_path) -> None:
    told.build(articles, tmp_path / "a")
    by_id = Article("Helen Marsh resigned.", id="asked")
    by_url = Article("Oxley Council praised the plan.", id="other", url="https://news.example/1")
    found = told.build([by_id, by_url], tmp_path / "a")
    assert told.changes == {"asked": "replaced", "other": "replaced"}
    assert same(found, kg.build([by_id, by_url]), tmp_path)


@pytest.mark.parametrize("what", ["decisions", "gazetteer"])
def test_what_an_article_is_made_of_decides_too(told, articles, tmp_path, what) -> None:
    table = tmp_path / ("people.csv" if what == "gazetteer" else "my.decisions")
    first = (
        "name,type\nHelen Marsh,person\n" if what == "gazetteer" else 'rename "Oxley Council" -> "Oxley"\n'
    )
    table.write_text(first, "utf-8")
    told.build(articles, tmp_path / "a", **{what: table})
    told.build(articles, tmp_path / "a", **{what: table})
    assert set(told.changes.values()) == {Change.UNCHANGED}
    later = "name,type,wikidata\nHelen Marsh,person,Q7\n" if what == "gazetteer" else "# nothing\n"
    table.write_text(later, "utf-8")
    found = told.build(articles, tmp_path / "a", **{what: table})
    assert set(told.changes.values()) == {Change.REPLACED}
    assert same(found, kg.build(articles, **{what: table}), tmp_path)


def test_two_articles_of_one_id_are_told_and_the_first_is_kept(told, articles, tmp_path) -> None:
    other = Article("It rained.", id="good")
    found = told.build([*articles, other, articles[0]], tmp_path / "a")
    assert ["the id 'good'" in str(failure) for failure in told.failures] == [True]
    assert same(found, kg.build(articles), tmp_path)


def test_an_article_that_breaks_extraction_costs_no_other(told, articles, tmp_path, monkeypatch) -> None:
    def broken(article, doc, knowledge):
        if article.id == "bad":
            raise RecursionError("too deep\nfor us")
        return workers_from_doc(article, doc, knowledge)

    workers_from_doc = workers.from_doc
    monkeypatch.setattr(workers, "from_doc", broken)
    bad = Article("Everything breaks.", id="bad")
    found = told.build([articles[0], bad, articles[1]], tmp_path / "a")
    (failure,) = told.failures
    assert "'bad'" in str(failure) and "RecursionError: too deep for us" in str(failure)
    assert same(found, kg.build(articles), tmp_path)
    monkeypatch.undo()
    found = told.build([articles[0], bad, articles[1]], tmp_path / "a")
    assert told.changes == {"good": "unchanged", "bad": "added", "asked": "unchanged"}


@pytest.mark.slow
def test_the_number_of_workers_changes_nothing(samples, tmp_path) -> None:
    source = [
        Article(article.text + "\n" * n, id=f"{article.id}-{n}") for n in range(3) for article in samples
    ]
    (tmp_path / "source.jsonl").write_text(
        "".join(f'{{"id": "{a.id}", "text": {_json(a.text)}}}\n' for a in source), "utf-8"
    )
    for number in (1, 2, 4):
        for output in (f"{number}.trig", f"{number}/"):
            done = run("build", "source.jsonl", "-o", output, "--workers", number, folder=tmp_path)
            assert done.returncode == 0, done.stderr
            assert "24 articles built" in done.stderr
        done = run("export", str(number), "-o", f"{number}-archive.trig", folder=tmp_path)
        assert done.returncode == 0, done.stderr
    graphs = {file.name: file.read_bytes() for file in tmp_path.glob("*.trig")}
    assert len(graphs) == 6
    assert len(set(graphs.values())) == 1


def _json(text: str) -> str:
    import json

    return json.dumps(text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the archive of one article, and the article."""
    made = tmp_path_factory.mktemp("archives")
    (made / "good.txt").write_text(GOOD, "utf-8")
    done = run("build", "good.txt", "-o", "news/", folder=made)
    assert done.returncode == 0, done.stderr
    assert "1 article built; 1 statement in " in done.stderr.splitlines()[-1]
    return made


def test_every_verb_reads_an_archive(folder: Path) -> None:
    for command, words in {
        ("query", "news", "who_rejected_what", "--format", "csv"): "Oxley Council",
        ("who", "news/", "oxley"): "Oxley Council (ent:OxleyCouncil)",
        ("view", "news", "-o", "page.html"): "page.html",
        ("export", "news", "-o", "graph.gexf"): "graph.gexf",
        ("check", "news"): "no violation",
        ("find", "news", "rejected the"): GOOD,
    }.items():
        done = run(*command, folder=folder)
        assert done.returncode == 0, done.stderr
        assert words in done.stdout


def test_a_second_build_skips_and_remove_removes(folder: Path) -> None:
    shutil.copytree(folder / "news", folder / "copy")
    done = run("build", "good.txt", "-o", "copy", folder=folder)
    assert done.stderr.startswith("0 articles built, 1 unchanged and skipped; 0 statements in ")
    assert done.returncode == 0
    assert "goods" in refused(run("remove", "copy", "goods", folder=folder))
    assert run("remove", "copy", "good", folder=folder).stdout == "good\n"
    assert run("find", "copy", "rejected", "--format", "csv", folder=folder).stdout.count("\n") == 1


def test_bad_files_have_a_line_each_and_the_others_are_stored(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    for name, (content, _) in BAD.items():
        (tmp_path / name).write_bytes(content)
    names = ["good.txt", *BAD]
    done = run("build", *names, "-o", "news/", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"1 article built, {len(BAD)} failed; 1 statement" in done.stderr.splitlines()[-1]
    assert "news holds other things" not in done.stderr
    assert "other things" in refused(run("build", "good.txt", "-o", ".", folder=tmp_path))
    assert "slash" in refused(run("build", "good.txt", "-o", "news.docx", folder=tmp_path))
    assert "good.txt" in refused(run("find", "good.txt", "rejected", folder=tmp_path))


_TELLING = """import kg
kg.build("many.jsonl", archive="news", workers=2, on_article=lambda one, _: print(one.id, flush=True))
"""


@pytest.mark.slow
def test_a_build_that_is_killed_goes_on_where_it_stopped(samples, tmp_path: Path) -> None:
    many = [Article(f"{samples[0].text}\n{number}", id=str(number)) for number in range(400)]
    (tmp_path / "many.jsonl").write_text(
        "".join(f'{{"id": "{a.id}", "text": {_json(a.text)}}}\n' for a in many), "utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    build = subprocess.Popen(
        [sys.executable, "-c", _TELLING], cwd=tmp_path, env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, start_new_session=True, text=True,
    )  # fmt: skip
    assert build.stdout is not None
    until = time.monotonic() + 100
    acknowledged = {build.stdout.readline().strip()}
    time.sleep(0.5)
    build.kill()
    with build.stdout:
        acknowledged |= set(build.stdout.read().split())
    assert build.wait() == -signal.SIGKILL
    found = kg.load(tmp_path / "news")
    ids = {str(row["id"]) for row in found.query("SELECT ?id WHERE { ?a dct:identifier ?id }").dicts()}
    assert ids == {str(number) for number in range(len(ids))} and len(ids) < 400
    assert acknowledged <= ids
    told = Told()
    again = told.build(many[: len(ids) + 2], tmp_path / "news")
    assert list(told.changes.values()).count("unchanged") == len(ids)
    assert list(told.changes.values()).count("added") == 2
    assert same(again, kg.build(many[: len(ids) + 2]), tmp_path)
    while time.monotonic() < until:  # the workers end with the build that they were of
        try:
            os.killpg(build.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker has outlived its build")


@pytest.mark.slow
def test_a_full_disk_is_told_and_costs_nothing_that_is_stored(samples, tmp_path: Path) -> None:
    kg.build(samples[0], archive=tmp_path / "news")
    many = "".join(f'{{"id": "{n}", "text": {_json(samples[1].text + str(n))}}}\n' for n in range(200))
    (tmp_path / "many.jsonl").write_text(many, "utf-8")
    program = (
        "import resource, sys; from kg.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000));"
        "sys.argv = ['kg', 'build', 'many.jsonl', '-o', 'news/']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=200,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "news cannot be written" in done.stderr
    ids = {
        str(row["id"])
        for row in kg.load(tmp_path / "news").query("SELECT ?id WHERE { ?a dct:identifier ?id }").dicts()
    } - {samples[0].id}
    taken = [Article(samples[1].text + str(n), id=str(n)) for n in range(len(ids))]
    assert ids == {article.id for article in taken}
    assert same(kg.load(tmp_path / "news"), kg.build([samples[0], *taken]), tmp_path)


def test_the_api_refuses_what_is_no_archive(articles, tmp_path) -> None:
    (tmp_path / "mine").write_text("a file")
    with pytest.raises(StoreError, match="mine"):
        kg.build(articles, archive=tmp_path / "mine")

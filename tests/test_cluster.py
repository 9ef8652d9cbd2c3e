"""Reading on a Dask cluster: the same graph to the last byte, whatever becomes of its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg import cluster
from kg.errors import KgError
from kg.model import Article

from .conftest import SAMPLES
from .test_cli import kg as run

pytestmark = pytest.mark.slow
distributed = pytest.importorskip("distributed")

_QUIET = ["--dashboard-address", "127.0.0.1:0"]


def _start(*arguments: str, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


class Cluster:
    """A scheduler and workers that are processes of this machine, each with its number."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scheduler_file = folder / "scheduler.json"
        self._processes = [
            _start(
                *("dask_scheduler", "--host", "127.0.0.1", "--port", "0", *_QUIET),
                *("--scheduler-file", str(self._scheduler_file)),
                folder=folder,
            )
        ]
        _wait(self._scheduler_file.exists)
        import json

        self.address: str = json.loads(self._scheduler_file.read_text())["address"]

    def add(self, **environment: str) -> subprocess.Popen[bytes]:
        """One more worker, without a nanny that would start it again."""
        worker = _start(
            *("dask_worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny"),
            *("--no-dashboard", "--local-directory", str(self._folder)),
            folder=self._folder,
            **environment,
        )
        self._processes.append(worker)
        return worker

    def wait_for(self, workers: int) -> None:
        with distributed.Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)

    def stop(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()


def _wait(done) -> None:
    until = time.monotonic() + 60
    while not done():
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Cluster]:
    found = Cluster(tmp_path)
    yield found
    found.stop()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Several chunks of made-up news."""
    return [
        Article(f"Ada Hale of Oxley Council asked Jon Marsh {n} times to resign. He refused.", id=f"a{n:03}")
        for n in range(80)
    ]


@pytest.fixture(scope="module")
def alone(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What one process makes of them."""
    return _saved(kg.build(articles), tmp_path_factory.mktemp("alone"))


def _saved(store: kg.Store, folder: Path) -> bytes:
    store.save(folder / "graph.trig")
    return (folder / "graph.trig").read_bytes()


def test_the_graph_is_the_same_to_the_last_byte(dask: Cluster, tmp_path: Path) -> None:
    dask.add()
    dask.add()
    dask.wait_for(2)
    outputs = []
    for name, options in [("one", ()), ("four", ("--workers", "4")), ("dask", ("--dask", dask.address))]:
        done = run("build", str(SAMPLES), "-o", str(tmp_path / f"{name}.trig"), *options)
        assert done.returncode == 0, done.stderr
        outputs.append((tmp_path / f"{name}.trig").read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]


def test_what_a_killed_worker_had_is_done_by_another(
    dask: Cluster, articles: list[Article], alone: bytes, tmp_path: Path
) -> None:
    first = dask.add()
    dask.wait_for(1)
    dask.add()
    dask.wait_for(2)
    seen: list[str] = []

    def after(article: Article, statements: int) -> None:
        seen.append(article.id)
        if len(seen) == 1:  # the others of its chunks are in work, or wait for this worker
            os.kill(first.pid, signal.SIGKILL)
            first.wait()

    assert _saved(kg.build(articles, dask=dask.address, on_article=after), tmp_path) == alone
    assert seen == [article.id for article in articles]


def test_a_few_chunks_are_on_their_way_and_no_more(
    dask: Cluster, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    dask.add()
    dask.wait_for(1)
    taken = 0
    most = 0

    def given() -> Iterator[Article]:
        nonlocal taken
        for article in articles:
            taken += 1
            yield article

    done = 0

    def after(article: Article, statements: int) -> None:
        nonlocal done, most
        done += 1
        most = max(most, taken - done)

    monkeypatch.setattr("kg.workers._CHUNK", 4)
    kg.build(given(), dask=dask.address, on_article=after)
    assert done == len(articles)
    assert most <= 4 * 2  # two chunks for the one worker


def test_a_worker_with_another_version_is_told(
    dask: Cluster, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    dask.add()
    dask.wait_for(1)
    monkeypatch.setattr(cluster, "_LIBRARIES", ("numpy",))
    cluster._KNOWN.clear()
    try:
        with pytest.raises(KgError, match=r"The Dask worker at tcp://\S+ has another version of kg"):
            kg.build(articles, dask=dask.address)
    finally:
        cluster._KNOWN.clear()


def test_no_worker_is_told(dask: Cluster, articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS_TO_CONNECT", 1.0)
    with pytest.raises(KgError, match=r"has no worker. Start some with: dask worker tcp://"):
        kg.build(articles, dask=dask.address)


def test_all_workers_lost_is_told(
    dask: Cluster, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    only = dask.add()
    dask.wait_for(1)
    monkeypatch.setattr(cluster, "_SECONDS_WITHOUT_WORKER", 0.5)
    monkeypatch.setattr(cluster, "_SECONDS_BETWEEN_LOOKS", 0.2)

    def after(article: Article, statements: int) -> None:
        only.kill()

    with pytest.raises(KgError, match="has lost all its workers"):
        kg.build(articles, dask=dask.address, on_article=after)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x"])
def test_no_scheduler_is_told(articles: list[Article], monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(cluster, "_SECONDS_TO_CONNECT", 1.0)
    with pytest.raises(KgError, match=f"There is no Dask scheduler at {address}"):
        kg.build(articles, dask=address)

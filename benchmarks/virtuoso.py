"""How a graph in Virtuoso compares with an archive on disk; prints figures and asserts nothing.

Run it from the root of the project, with Debian's virtuoso-opensource: `python -m benchmarks.virtuoso`. The
articles are those of made_up.py. It says too whether the answers are the same.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from kg.query import questions
from kg.store import Archive, Endpoint, load
from kg.store.archive import Source
from tests import virtuoso

from .made_up import graphs

_Value = TypeVar("_Value")


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=44, help="of some 2,300 quads each")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name:
        folder = Path(name)
        (folder / "virtuoso").mkdir()
        with virtuoso.running(folder / "virtuoso") as server:
            os.environ.update(server.environment)
            measure(folder / "archive", server.url, chosen.articles, chosen.rounds)


def measure(folder: Path, url: str, articles: int, rounds: int) -> None:
    """Print how long adding, replacing, asking and reading take here and there."""
    endpoint = Endpoint(url)
    made_up = list(islice(graphs(), articles))
    with Archive(folder) as archive:
        for word, versions in (("adding", "1"), ("replacing", "2")):
            here, there = [], []
            for article, quads in made_up:
                source = Source.of(article, versions)
                here.append(_seconds(lambda: archive.put(article, source, quads))[0])  # noqa: B023
                there.append(_seconds(lambda: endpoint.put(article, source, quads))[0])  # noqa: B023
            _line(f"{word} an article", median(here), median(there))
    on_disk, remote = load(folder), load(url)
    print(f"{len(on_disk):,} triples here, {len(remote):,} there")
    for name in questions():
        here, there = [], []
        for _ in range(rounds):
            seconds, rows = _seconds(lambda: on_disk.query(name))  # noqa: B023
            here.append(seconds)
            seconds, others = _seconds(lambda: remote.query(name))  # noqa: B023
            there.append(seconds)
        _line(
            name,
            median(here),
            median(there),
            f"{len(rows):6} rows, {'the same' if rows == others else 'OTHERS'}",
        )
    here_seconds, triples = _seconds(lambda: list(on_disk.triples()))
    there_seconds, others_too = _seconds(lambda: list(remote.triples()))
    _line("every triple", here_seconds, there_seconds, "the same" if triples == others_too else "OTHERS")


def _seconds(do: Callable[[], _Value]) -> tuple[float, _Value]:
    start = time.perf_counter()
    done = do()
    return time.perf_counter() - start, done


def _line(what: str, here: float, there: float, rest: str = "") -> None:
    print(
        f"{what:28} {here * 1e3:9.1f} ms on disk {there * 1e3:9.1f} ms in Virtuoso, "
        f"ratio {there / here:6.1f}  {rest}",
        flush=True,
    )


if __name__ == "__main__":
    main()

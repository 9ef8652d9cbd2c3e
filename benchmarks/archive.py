"""How an archive behaves at 100,000 and 1,000,000 quads; prints ratios and asserts nothing.

What is compared is measured by turns in one process where that is possible, and shown as a median. How the
articles are made up is told in made_up.py.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

from kg.query import PREFIXES, questions
from kg.store import Archive, Snapshot, find, load

from .exports import measure_exports, measure_rdflib, measure_turtle
from .made_up import BATCH, fill, graphs, put, short_articles
from .workers import measure_workers

ROOT = Path(__file__).resolve().parent.parent
#: Seconds that one question may be measured for.
_ENOUGH = 20.0
#: Articles that are added by turns, a batch at a time: with them the empty archive has some 184,000 quads.
_ADDED = 80
#: Quads of the largest graph that rdflib is asked about: it takes almost 2 kB for each.
_RDFLIB_HOLDS = 200_000


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quads", type=int, nargs="*", default=[100_000, 1_000_000])
    options.add_argument("--articles", type=int, default=4000, help="short articles to build, in all")
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        for quads in chosen.quads:
            measure_store(Path(folder) / str(quads), quads, chosen.rounds)
        if chosen.articles:
            measure_builds(Path(folder), chosen.articles)
            measure_workers(Path(folder), chosen.articles // 4, chosen.rounds)


def measure_store(folder: Path, quads: int, rounds: int) -> None:
    """Print how long adding, asking, finding and writing take at some size."""
    print(f"\n== {quads:,} quads", flush=True)
    with Archive(folder) as archive:
        articles = fill(archive, quads)
        start = time.perf_counter()
        archive.publish()
        published = time.perf_counter() - start
    size = sum(file.stat().st_size for file in (folder / "written").iterdir()) / 1e6
    print(f"{articles} articles; {size:,.0f} MB on disk; snapshot and index of words in {published:.2f} s")
    measure_adding(folder, folder.with_name(f"{folder.name}-empty"), articles)
    store = load(folder)
    assert isinstance(store, Snapshot)
    measure_questions(store, rounds)
    words = median(_seconds(lambda: find(folder, ["national inquiry"], limit=20)) for _ in range(rounds))
    print(f"kg find of a phrase {words * 1e3:8.1f} ms")
    measure_turtle(store, folder, rounds)
    measure_exports(folder, folder.parent)
    if quads <= _RDFLIB_HOLDS:
        measure_rdflib(store)
    measure_cold(folder, rounds)
    measure_removal(folder, rounds)


def measure_removal(folder: Path, rounds: int) -> None:
    """Print how long it takes to remove an article, and to publish what is left."""
    with Archive(folder) as archive:
        names = sorted(archive._ledger.ids())[: max(rounds, 5)]
        taken = median(_seconds(lambda name=name: archive.remove(name)) for name in names)
        published = _seconds(archive.publish)
    print(f"removing an article {taken * 1e3:8.1f} ms, publishing {published:.2f} s")


def measure_adding(full: Path, empty: Path, articles: int) -> None:
    """Print how long further articles take in a full archive and, by turns, in one that was empty."""
    times: list[tuple[float, ...]] = []
    with Archive(full) as first, Archive(empty) as second:
        coming = islice(graphs(), articles, articles + _ADDED)
        while some := list(islice(coming, BATCH)):
            times.append((*put(first, some), *put(second, some)))
    in_full, used_in_full, in_empty, used_in_empty = map(median, zip(*times, strict=True))
    for what, here, there in (("wall", in_full, in_empty), ("processor", used_in_full, used_in_empty)):
        print(
            f"adding an article   {there * 1e3:8.1f} ms when empty {here * 1e3:8.1f} ms when full, "
            f"ratio {here / there:.2f} ({what})",
            flush=True,
        )


def measure_questions(store: Snapshot, rounds: int) -> None:
    """Print what each named question takes through kg and in raw pyoxigraph: wall and processor, by turns."""
    ratios = []
    for name, question in questions().items():
        ways: tuple[Callable[[], object], ...] = (
            lambda name=name: store.query(name),
            lambda question=question: list(store._inner.query(question.text, prefixes=PREFIXES)),
        )
        taken: tuple[list[tuple[float, float]], ...] = ([], [])
        until = time.perf_counter() + _ENOUGH
        while len(taken[0]) < rounds and (not taken[0] or time.perf_counter() < until):
            for way in (0, 1) if len(taken[0]) % 2 == 0 else (1, 0):
                used = time.process_time()
                seconds = _seconds(ways[way])
                taken[way].append((seconds, time.process_time() - used))
        wall, processor = (
            median(ours[part] / raw[part] for ours, raw in zip(*taken, strict=True)) for part in (0, 1)
        )
        ratios.append(processor)
        ours, raw = (median(used for _, used in times) * 1e3 for times in taken)
        print(
            f"  {name:26}{ours:10.1f} ms of the processor {raw:10.1f} ms raw, "
            f"ratio {processor:.2f} ({wall:.2f} by the clock)",
            flush=True,
        )
    print(f"named questions: median ratio {median(ratios):.2f}, largest {max(ratios):.2f} (processor)")


def measure_cold(folder: Path, rounds: int) -> None:
    """Print how long a fresh process takes for its first row, and of that for imports."""
    ask = ["-m", "kg", "query", str(folder), "who_rejected_what", "--limit", "1"]
    whole = median(_run(ask)[0] for _ in range(rounds))
    imports = median(_run(["-c", "import kg.cli, kg.store, kg.query"])[0] for _ in range(rounds))
    print(f"kg query, cold      {whole:8.2f} s  of which imports {imports:.2f} s")


def measure_builds(folder: Path, articles: int) -> None:
    """Print time and memory of building few and many articles, and of building them again."""
    print(f"\n== builds of {articles // 10} and {articles} short articles")
    few = _built(folder, articles // 10)
    many = _built(folder, articles)
    again = _built(folder, articles)
    print(f"{'':12}{'seconds':>10}{'peak MB':>10}")
    for name, (seconds, memory) in (("few", few), ("many", many), ("many again", again)):
        print(f"{name:12}{seconds:>10.1f}{memory:>10.0f}")
    print(f"peak memory, many ÷ few    {many[1] / few[1]:.2f}")
    print(f"again ÷ first run          {again[0] / many[0]:.3f}")


def _built(folder: Path, articles: int, *options: str) -> tuple[float, float]:
    source = folder / f"{articles}.jsonl"
    if not source.exists():
        lines = (json.dumps({"id": article.id, "text": article.text}) for article in short_articles(articles))
        source.write_text("\n".join(lines), "utf-8")
    output = "-".join([str(articles), "archive", *options])
    return _run(["-m", "kg", "build", str(source), "-o", f"{folder / output}/", *options])


def _run(arguments: list[str]) -> tuple[float, float]:
    """Run Python; seconds and the peak of its memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"archive: {' '.join(arguments)} failed")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

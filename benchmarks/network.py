"""How soon the served network of a large archive is there, in part and whole; prints, and asserts nothing.

    python -m benchmarks.network                       # a made-up archive of 300,000 quads
    python -m benchmarks.network --archive out/archive # an archive of yours

What is told is what a worker of ``kg serve`` does, without HTTP: read the graph and write the page. Seconds
are those of the processor, which other programs lengthen less than those of the clock.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from kg.network import neighbours, network
from kg.serve.pages.network import AT_ONCE, MOST, STATEMENTS
from kg.store import Archive, load
from kg.view import more, page

from .made_up import fill


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quads", type=int, default=300_000)
    options.add_argument(
        "--archive", type=Path, help="an archive that is there, instead of one that is made up"
    )
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--without-whole", action="store_true", help="leave out the page of everything")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        archive = chosen.archive or Path(folder) / "archive"
        if chosen.archive is None:
            with Archive(archive) as made:
                fill(made, chosen.quads)
                made.publish()
        measure(archive, chosen.rounds, whole=not chosen.without_whole)


def measure(archive: Path, rounds: int, *, whole: bool) -> None:
    """Print how long each page of an archive takes."""
    store = load(archive)
    part = network(store, most=MOST, statements=STATEMENTS)
    page(part, title="pyvis takes a second to load", more="/")
    hub = max(part, key=lambda node: (part.nodes[node]["degree"], node))
    known = list(part)[:60]
    total = part.graph
    print(f"{len(store):,} triples; {total['nodes']:,} entities with {total['edges']:,} edges between them")

    def begun() -> object:
        return page(network(store, most=MOST, statements=STATEMENTS), title="Part", more="/")

    def grown() -> object:
        found = neighbours(store, hub, known=known, most=AT_ONCE, statements=STATEMENTS)
        return more(found, [hub])

    first = _seconds(begun, rounds)
    print(f"the {MOST} most connected     {first:8.2f} s")
    print(f"{AT_ONCE} neighbours of a hub    {_seconds(grown, rounds):8.2f} s")
    if whole:
        everything = _seconds(lambda: store.view(), 1)
        print(f"everything                 {everything:8.2f} s, {everything / first:.1f} times the first")


def _seconds(work: Callable[[], object], rounds: int) -> float:
    """The processor's seconds, in the median."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times)


if __name__ == "__main__":
    main()

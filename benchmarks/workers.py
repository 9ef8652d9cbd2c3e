"""What a second worker brings to a build, as a share of what a second process of the pipeline alone brings.

    python -m benchmarks.workers --articles 1000

How many cores were busy is said beside each time: two workers can bring no more than what one leaves idle.

All read the same short articles, and all begin when every process is up, has loaded the pipeline and has read
some of them. The four times of a round are taken one after the other; shown are medians of the rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from statistics import median

import kg
from kg import parse
from kg.model import Article

from .made_up import short_articles

ROOT = Path(__file__).resolve().parent.parent
#: Articles that are read before the time begins: enough for each of two workers to have had a chunk.
_WARM = 64
#: Seconds in which processes that have nothing to do take less than `_NOTHING` seconds of the processor.
_WHILE, _NOTHING = 0.5, 0.03


def main() -> None:
    """Read the options, measure, print; or be one of the processes that are measured."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=1000, help="short articles to read")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(
        "--pipeline", help="a spaCy pipeline by package name or path; the shipped one if not given"
    )
    options.add_argument("--be", nargs="+", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    match chosen.be:
        case ["alone", texts]:
            _alone(Path(texts), chosen.pipeline)
        case ["build", texts, folder, workers]:
            _build(Path(texts), Path(folder), int(workers), chosen.pipeline)
        case _:
            with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
                measure_workers(Path(folder), chosen.articles, chosen.rounds, chosen.pipeline)


def measure_workers(folder: Path, articles: int, rounds: int, pipeline: str | None = None) -> None:
    """Print what a second worker brings, and what a second process of the pipeline alone brings here."""
    texts = folder / "texts.json"
    texts.write_text(json.dumps([article.text for article in short_articles(articles + _WARM)]), "utf-8")
    reach, gain, share = [], [], []
    with_pipeline = ["--pipeline", pipeline] if pipeline else []
    for number in range(rounds):
        (one, one_busy), (two, two_busy) = (
            _timed(with_pipeline, *(["alone", str(texts)] for _ in range(processes))) for processes in (1, 2)
        )
        (few, few_busy), (many, many_busy) = (
            _timed(with_pipeline, ["build", str(texts), str(folder / f"{number}-{workers}"), str(workers)])
            for workers in (1, 2)
        )
        reach.append(2 * one / two)  # two processes have read everything twice
        gain.append(few / many)
        share.append(gain[-1] / reach[-1])
        print(
            f"round {number + 1}: alone {one:.1f} s ({one_busy:.2f} cores), two of them {two:.1f} s "
            f"({two_busy:.2f}); build with one worker {few:.1f} s ({few_busy:.2f}), with two {many:.1f} s "
            f"({many_busy:.2f}); share {share[-1]:.2f}",
            flush=True,
        )
    print(
        f"two workers ÷ one {median(gain):.2f}; two processes of the pipeline ÷ one {median(reach):.2f}; "
        f"share {median(share):.2f} ({min(share):.2f} to {max(share):.2f})"
    )


def _timed(options: list[str], *parts: list[str]) -> tuple[float, float]:
    """The seconds from the moment when all of some processes are ready until the last is done; cores busy."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.workers", *options, "--be", *part],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for part in parts
    ]
    for process in running:
        _expect(process, "ready")
    start = time.perf_counter()
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    used = sum(float(_expect(process, "done")) for process in running)
    taken = time.perf_counter() - start
    for process in running:
        process.communicate()
    return taken, used / taken


def _expect(process: subprocess.Popen[str], word: str) -> str:
    """What a process says after a word."""
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    if not said.startswith(word):
        sys.exit(f"workers: a process said {said!r} in the place of {word!r}")
    return said.removeprefix(word)


def _wait_for_go() -> float:
    """The seconds of the processor that this process and those it has begun took until then."""
    print("ready", flush=True)
    sys.stdin.readline()
    return time.process_time() + _used()


def _say_done(before: float) -> None:
    """Say it, and the seconds of the processor since then, of the processes that have ended too."""
    print("done", sum(os.times()[:4]) - before, flush=True)


def _alone(texts: Path, pipeline: str | None) -> None:
    """Read all paragraphs with the pipeline alone, in the batches of a build."""
    nlp = parse.pipeline(pipeline)
    found = json.loads(texts.read_text("utf-8"))
    warm, rest = (
        [" ".join(text[start:end].split()) for text in some for start, end in parse.paragraphs(text)]
        for some in (found[:_WARM], found[_WARM:])
    )
    list(nlp.pipe(warm, batch_size=64))
    before = _wait_for_go()
    for _ in nlp.pipe(rest, batch_size=64):
        pass
    _say_done(before)


def _build(texts: Path, folder: Path, workers: int, pipeline: str | None) -> None:
    """Build an archive of all; it has begun, and its workers wait for more, when the time begins."""
    before = 0.0

    def articles() -> Iterator[Article]:
        nonlocal before
        for number, text in enumerate(json.loads(texts.read_text("utf-8"))):
            if number == _WARM:
                _wait_until_idle()
                before = _wait_for_go()
            yield Article(text, id=str(number))

    kg.build(articles(), archive=folder, workers=workers, pipeline=pipeline)
    _say_done(before)


def _wait_until_idle() -> None:
    """Wait until the workers have done all that they were given."""
    before = _used()
    while True:
        time.sleep(_WHILE)
        if (now := _used()) - before < _NOTHING:
            return
        before = now


def _used() -> float:
    """The seconds of the processor that the processes of this one have taken."""
    ticks = 0
    for child in active_children():
        fields = Path(f"/proc/{child.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])  # of the program and of the system
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()

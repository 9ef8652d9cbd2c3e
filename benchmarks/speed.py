"""How fast kg builds a graph, measured against its own pipeline alone; prints a table and asserts nothing.

Words per second of ``kg.build`` are divided by those of ``nlp.pipe`` on the same paragraphs with the same
pipeline, in one process. The two take turns, so that a busy machine slows both; the table shows medians. The
network reads in a thread of its own; the work of the processor, over all threads, is told apart.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import kg
from kg import parse, read
from kg.extraction import Knowledge, from_doc
from kg.model import Article

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "data" / "articles"


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("paths", nargs="*", help="articles to build; data/articles if none are given")
    options.add_argument("--text", action="append", default=[], metavar="FILE", help="one article to build")
    options.add_argument("--articles", type=int, default=200, help="repeat the articles up to about so many")
    options.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    options.add_argument("--lengths", type=int, nargs="*", default=[12_000, 24_000, 48_000], help="in tokens")
    options.add_argument("--pipeline", help="a spaCy pipeline in place of the shipped one")
    chosen = options.parse_args()
    given = [*chosen.paths, *chosen.text] or [str(SAMPLES)]
    found = [item for item in read.articles(given) if isinstance(item, Article)]
    if not found:
        sys.exit("speed: there is no article to measure with.")
    measure_speed(repeated(found, chosen.articles), rounds=chosen.rounds, pipeline=chosen.pipeline)
    measure_lengths(found, chosen.lengths, chosen.rounds)
    measure_start()


def repeated(found: list[Article], count: int) -> list[Article]:
    """Whole rounds of the articles, `count` or a few more; line ends at the end set the copies apart."""
    rounds = max(1, -(-count // len(found)))
    return [
        Article(
            article.text + "\n" * number,
            f"{article.id}-{number}",
            article.title,
            article.date,
            article.url,
            article.publisher,
        )
        for number in range(rounds)
        for article in found
    ]


def measure_speed(articles: list[Article], *, rounds: int, pipeline: str | None) -> None:
    """Print the words per second of the pipeline alone, of building with it, and the ratio."""
    nlp = parse.pipeline(pipeline)
    paragraphs = [
        " ".join(article.text[start:end].split())
        for article in articles
        for start, end in parse.paragraphs(article.text)
    ]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)

    def parsed() -> None:
        for _ in nlp.pipe(paragraphs, batch_size=64):
            pass

    def built() -> None:
        graph = kg.build(articles, pipeline=pipeline)
        graph.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")  # merges what articles say

    kg.build(articles[:1], pipeline=pipeline)  # ontology, gazetteer and matchers are loaded once
    clocks = {"": time.perf_counter, ", processor": time.process_time}
    alone: dict[str, list[float]] = {clock: [] for clock in clocks}
    whole: dict[str, list[float]] = {clock: [] for clock in clocks}
    for _ in range(rounds):
        for times, work in ((alone, parsed), (whole, built)):
            begun = {clock: now() for clock, now in clocks.items()}
            work()
            for clock, now in clocks.items():
                times[clock].append(now() - begun[clock])
    print(f"{len(articles)} articles, {words:,} words, one process, medians of {rounds} rounds")
    print(f"{'words/s':28}{'median':>10}{'slowest':>10}{'fastest':>10}")
    for clock in clocks:
        for name, times in (("nlp.pipe alone", alone), ("kg.build", whole)):
            speeds = [words / seconds for seconds in times[clock]]
            print(f"{name + clock:28}{median(speeds):>10,.0f}{min(speeds):>10,.0f}{max(speeds):>10,.0f}")
        ratios = [a / w for a, w in zip(alone[clock], whole[clock], strict=True)]
        print(f"{'ratio' + clock:28}{median(ratios):>10.2f}{min(ratios):>10.2f}{max(ratios):>10.2f}")


def measure_lengths(found: list[Article], lengths: list[int], rounds: int) -> None:
    """Print how long reading takes for one long article after its parse, per token, against the shortest."""
    knowledge = Knowledge.shipped()
    parsed = list(parse.parse(found, parse.pipeline()))
    print(f"\none article of so many tokens, its parse apart, medians of {rounds}")
    shortest = None
    for length in lengths:
        copies = -(-length // sum(len(doc) for _, doc in parsed))
        article = Article("\n\n".join([article.text for article, _ in parsed] * copies))
        doc = parse.join([doc for _, doc in parsed] * copies)
        seconds = median(_seconds(lambda a=article, d=doc: from_doc(a, d, knowledge)) for _ in range(rounds))
        each = seconds / len(doc)
        shortest = shortest or each
        print(f"{len(doc):>8,} tokens{seconds:>9.2f} s, per token ÷ that of the first {each / shortest:.2f}")


def measure_start(rounds: int = 15) -> None:
    """Print how long a fresh Python takes for nothing, to import some modules, and for `kg --help`."""
    print(f"\nstart of a fresh Python by turns, medians of {rounds}")
    commands = {
        "python -c pass": ["-c", "pass"],
        "import kg": ["-c", "import kg"],
        "import typer": ["-c", "import typer"],
        "kg --help": ["-m", "kg", "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(lambda command=command: _run(command)))
    for name, seconds in times.items():
        print(f"{name:24}{median(seconds) * 1000:>7.0f} ms")
    ratios = [h / t for h, t in zip(times["kg --help"], times["import typer"], strict=True)]
    print(f"{'--help ÷ import typer':24}{median(ratios):>10.2f}")


def _run(command: list[str]) -> None:
    subprocess.run(
        [sys.executable, *command],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

"""What it costs to know 20,000 people: loading them, and reading articles beside them; asserts nothing.

The people are made up: one list of names, as Popolo JSON with posts, parties and dates, and as CSV. With
and without them, extraction takes turns in one process on the same parsed articles. All times are seconds of
the processor, which other programs on the machine hardly change.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kg import parse, read
from kg.extraction import Knowledge, from_doc, tokens
from kg.model import Article

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "data" / "articles"
_PARTS = ("ba", "ten", "mor", "wick", "lo", "har", "sel", "by", "den", "ry", "kel", "ston", "mi", "fa", "go")
#: Names that are ordinary words too, and ones that many bear.
_WORDS = ("Will", "Hope", "Mark", "Grant", "Rose", "Young", "Reading", "Marsh", "Green", "Bill", "Sue", "May")


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--people", type=int, default=20_000, help="how many people to make up")
    options.add_argument("--rounds", type=int, default=5, help="how often extraction is measured")
    chosen = options.parse_args()
    names = made_up(chosen.people)
    with TemporaryDirectory() as folder:
        files = [as_popolo(names, Path(folder)), as_csv(names, Path(folder))]
        measure(files, rounds=chosen.rounds)


def made_up(count: int) -> list[str]:
    """Full names, the same in every run; some are borne by two people."""
    chance = random.Random(20)
    words = ["".join(chance.choices(_PARTS, k=chance.choice((2, 3)))).title() for _ in range(2000)]
    given, family = [*words[:800], *_WORDS * 10], [*words[800:], *_WORDS * 10]
    return [f"{chance.choice(given)} {chance.choice(family)}" for _ in range(count)]


def as_popolo(names: list[str], folder: Path) -> Path:
    """The people as Popolo: every fourth holds one of 600 seats in turn, every third is in a party."""
    seats = [
        {
            "id": f"seat/{n}",
            "label": f"MP for {names[n].split()[1]} {_WORDS[n % 5]} {n}",
            "role": "Member of Parliament",
            "area": {"name": f"{names[n].split()[1]} {_WORDS[n % 5]} {n}"},
        }
        for n in range(min(600, len(names)))
    ]
    memberships = [
        {
            "person_id": f"person/{n}",
            "post_id": f"seat/{n // 4 % 600}",
            "on_behalf_of_id": f"party/{n % 3}",
            "start_date": f"{1900 + n // 4 // 600 * 5}-05-01",
            "end_date": f"{1905 + n // 4 // 600 * 5}-05-01",
        }
        for n in range(0, len(names), 4)
    ]
    content = {
        "persons": [
            {"id": f"person/{n}", "name": name, "other_names": [{"name": f"{name.replace(' ', ' J ', 1)}"}]}
            for n, name in enumerate(names)
        ],
        "organizations": [{"id": f"party/{n}", "name": f"{_PARTS[n].title()} Party"} for n in range(3)],
        "posts": seats,
        "memberships": memberships,
    }
    path = folder / "people.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def as_csv(names: list[str], folder: Path) -> Path:
    """The people as CSV."""
    path = folder / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("name", "aliases", "type", "wikidata"))
        for n, name in enumerate(names):
            writer.writerow((name, name.replace(" ", " J ", 1), "person", f"Q{900_000_000 + n}"))
    return path


def measure(files: list[Path], *, rounds: int) -> None:
    """Print the seconds that loading takes, and how much of its speed extraction keeps."""
    start = time.process_time()
    shipped = Knowledge.shipped()
    print(f"{'shipped knowledge':24} {len(shipped.gazetteer.known):7} known  {since(start):6.2f} s")
    nlp = parse.pipeline()
    articles = [item for item in read.articles(SAMPLES) if isinstance(item, Article)]
    docs = list(parse.parse(articles, nlp))
    kinds = {"shipped": shipped}
    for path in files:
        start = time.process_time()
        knowledge = kinds[path.name] = Knowledge.of([path])
        read_in = since(start)
        start = time.process_time()
        knowledge.match(tokens.Doc(docs[0][1]))
        people = len(knowledge.gazetteer.known)
        print(f"{path.name:24} {people:7} known  {read_in:6.2f} s to read, {since(start):.2f} s to compile")
    seconds: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(rounds + 1):
        for name, knowledge in kinds.items():
            start = time.process_time()
            for article, doc in docs:
                from_doc(article, doc, knowledge)
            seconds[name].append(since(start))
    for name, taken in seconds.items():
        changed = sum(from_doc(a, d, kinds[name]) != from_doc(a, d, shipped) for a, d in docs)
        ratios = sorted(plain / own for plain, own in zip(seconds["shipped"][1:], taken[1:], strict=True))
        print(
            f"extraction with {name:12} {median(taken[1:]):6.3f} s, of the shipped speed "
            f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}); "
            f"{changed} of {len(docs)} articles read otherwise"
        )


def since(start: float) -> float:
    """Seconds of the processor since `start`."""
    return time.process_time() - start


if __name__ == "__main__":
    main()

"""How long `kg find` looks through a million sentences; prints times and asserts nothing.

The sentences are those of the samples, each in as many made-up articles as are needed, with a number at its
end; so a word of one sample stands in one of some 200 sentences, as a name in the news does.

    python -m benchmarks.words --sentences 1000000
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from kg.extraction import Knowledge
from kg.flow import extractions
from kg.store.archive import sentences

from .made_up import samples

#: Sentences of a made-up article.
_LONG = 30
#: What is looked for: a phrase, two of them, a word of many sentences, a number that one has, and nothing.
_SOUGHT = (["national inquiry"], ["inquiry", "government"], ["the"], ["number 77777"], ["zzzz"])


def main() -> None:
    """Read the options, fill an index, look for words, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sentences", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        file = Path(folder) / "sentences.sqlite"
        start = time.perf_counter()
        _fill(file, chosen.sentences)
        print(
            f"{chosen.sentences:,} sentences in {time.perf_counter() - start:.0f} s, "
            f"{file.stat().st_size / 1e6:,.0f} MB"
        )
        for texts in _SOUGHT:
            times, rows = [], 0
            for _ in range(chosen.rounds):
                start = time.perf_counter()
                rows = len(sentences.find(file, texts, 20))
                times.append(time.perf_counter() - start)
            print(f"  {' + '.join(texts):32}{rows:4} rows {median(times) * 1e3:10.1f} ms", flush=True)


def _fill(file: Path, count: int) -> None:
    knowledge = Knowledge.shipped()
    words = [
        found.article.words(sentence)
        for found in extractions(samples(), knowledge=knowledge)
        for sentence in found.sentences
    ]
    with closing(sqlite3.connect(file)) as index, index:
        sentences.begin(index)
        for number in range(count // _LONG):
            name = f"urn:made-up:{number}"
            said = (name, "1", str(number), f"No. {number}", f"20{number % 25:02}-01-{1 + number % 28:02}")
            places = (number * _LONG + place for place in range(_LONG))
            sentences.add(
                index,
                said,
                ((place, place + 1, f"{words[place % len(words)]} number {place}") for place in places),
            )


if __name__ == "__main__":
    main()

"""Kill a writer of an archive at random moments and look at what is left; ends with 1 at the first fault.

    python -m benchmarks.crash --rounds 200

After each kill the archive must open and hold every article that was acknowledged, whole, and of the one that
was under way all or nothing; merged triples, named graphs and the index of words must agree.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.test_archive import killed_and_checked


def main() -> None:
    """Read the options, kill, check, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=200, help="kills")
    options.add_argument("--seed", type=int, default=int(time.time()), help="of the moments")
    options.add_argument("--longest", type=float, default=0.8, help="seconds until a kill, at most")
    chosen = options.parse_args()
    print(f"{chosen.rounds} kills, seed {chosen.seed}")
    moments = random.Random(chosen.seed)
    number = 0
    with tempfile.TemporaryDirectory(prefix="kg-crash-") as folder:
        for round in range(chosen.rounds):
            if round % 20 == 0:  # also the first moments of an archive
                place, number = Path(folder) / str(round), 0
            seconds = moments.uniform(0, chosen.longest)
            try:
                number = killed_and_checked(place, number, seconds)
            except AssertionError as problem:
                sys.exit(f"crash: fault in round {round}, killed after {seconds:.3f} s: {problem}")
            if round % 20 == 19:
                print(f"{round + 1} kills, {number} changes committed in the last 20, no fault", flush=True)


if __name__ == "__main__":
    main()

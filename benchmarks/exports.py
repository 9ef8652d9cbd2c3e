"""How long writing and checking an archive take, with how much memory; prints ratios and asserts nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pyoxigraph as ox

from kg.export import FOLDERS, FORMATS
from kg.query import PREFIXES, questions
from kg.store import Snapshot

ROOT = Path(__file__).resolve().parent.parent
#: Seconds that rdflib may take for one question.
_ENOUGH = 30
# Not the parent's idea of a child's memory: on Linux that begins with what the parent itself has.
_CHILD = """
import sys
from kg.cli import app
app(sys.argv[1:], standalone_mode=False)
status = open("/proc/self/status").read()
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


def measure_turtle(store: Snapshot, folder: Path, rounds: int) -> None:
    """Print how long Turtle takes, by turns with the dump of pyoxigraph, which is not sorted."""
    ours, raw = [], []
    for _ in range(rounds):
        raw.append(_seconds(lambda: _dump(store, folder / "raw.ttl")))
        ours.append(_seconds(lambda: store.save(folder / "a.ttl")))
    ratio = median(a / b for a, b in zip(ours, raw, strict=True))
    print(f"Turtle by kg        {median(ours):8.2f} s  by pyoxigraph {median(raw):6.2f} s, ratio {ratio:.2f}")


def measure_exports(archive: Path, folder: Path) -> None:
    """Print the time and the peak of memory of each format, and of a check, in processes of their own."""
    for ending in (*FORMATS, ".ttl.gz", *FOLDERS):
        _show(ending, "export", str(archive), "-o", str(folder / f"out{ending}"))
    _show("kg check", "check", str(archive))


def _show(name: str, *arguments: str) -> None:
    start = time.perf_counter()
    command = [sys.executable, "-c", _CHILD, *arguments]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"archive: kg {' '.join(arguments)} failed: {done.stderr[-300:]}")
    print(f"  {name:16}{seconds:8.2f} s {float(done.stdout.split()[-1]):6.0f} MB", flush=True)


def measure_rdflib(store: Snapshot) -> None:
    """Print how many times longer rdflib takes for each named question, with the same graph in memory."""
    start = time.perf_counter()
    copy = store.to_rdflib()
    print(f"rdflib in memory    {time.perf_counter() - start:8.2f} s to load", flush=True)
    ratios = []
    for name, question in questions().items():
        ours = min(_seconds(lambda name=name: store.query(name)) for _ in range(2))
        theirs = _limited(lambda text=question.text: list(copy.query(text, initNs=PREFIXES)))
        ratios.append((theirs or _ENOUGH) / ours)
        shown = f"{theirs * 1e3:10.1f} ms" if theirs else f"over {_ENOUGH} s"
        print(f"  {name:26}{ours * 1e3:10.1f} ms, rdflib {shown:>13}, ratio {ratios[-1]:.0f}", flush=True)
    print(f"rdflib ÷ kg: median {median(ratios):.0f}, largest {max(ratios):.0f} or more")


def _limited(work: Callable[[], object]) -> float | None:
    """The seconds that some Python takes; none if it has not ended in time."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(_ENOUGH)
    try:
        return _seconds(work)
    except TimeoutError:
        return None
    except Exception as problem:
        print(f"  rdflib: {problem}"[:100], file=sys.stderr)
        return None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _dump(store: Snapshot, file: Path) -> None:
    store._inner.dump(str(file), ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph(), prefixes=PREFIXES)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start

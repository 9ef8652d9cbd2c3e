"""Whether a few runaway queries slow down everybody else; prints ratios and asserts nothing.

Fifty clients ask `kg serve` for small things over connections of their own, for some seconds: first all of
them, then with five of them sending queries that never end. By turns, several rounds; the 95th percentile of
the others is compared with that of the quiet rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

import kg
from kg.store import Archive

from .made_up import fill

_RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
_SMALL = (
    "ASK { ?s a kg:Statement }",
    "SELECT ?name { ?e a kg:Person ; skos:prefLabel ?name } LIMIT 20",
    "SELECT ?who ?did ?what { ?s rdf:subject/skos:prefLabel ?who ; rdf:predicate/rdfs:label ?did ;"
    " rdf:object/skos:prefLabel ?what } LIMIT 30",
    "SELECT ?sentence { ?p a kg:Sentence ; nif:anchorOf ?sentence } LIMIT 20",
    "CONSTRUCT { ?q kg:speaker ?who } { ?q kg:speaker ?who } LIMIT 20",
)
_TIMED_OUT = 503


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("graph", nargs="?", help="a file or an archive; one is made up if not given")
    options.add_argument("--quads", type=int, default=100_000, help="of the made-up archive")
    options.add_argument("--clients", type=int, default=50)
    options.add_argument("--runaways", type=int, default=5)
    options.add_argument("--seconds", type=float, default=10.0, help="of one half of a round")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        for graph in [Path(chosen.graph)] if chosen.graph else _made_up(Path(folder), chosen.quads):
            with served(graph) as port:
                for pause in (0.0, 0.5):
                    asyncio.run(measure(port, graph, pause, chosen))


def _made_up(folder: Path, quads: int) -> list[Path]:
    """The same articles as an archive and as a file."""
    archive, file = folder / "archive", folder / "news.nt"
    with Archive(archive) as writing:
        fill(writing, quads)
    kg.load(archive).save(file)
    return [archive, file]


@contextmanager
def served(graph: Path) -> Iterator[int]:
    """`kg serve` as a user starts it; its port."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    print(f"\n== {graph.name}: answers {time.perf_counter() - start:.1f} s after its start")
    try:
        yield int(line.split("/ serves")[0].rpartition(":")[2])
    finally:
        process.terminate()
        process.wait()


async def measure(port: int, graph: Path, pause: float, chosen: argparse.Namespace) -> None:
    """Print the 95th percentiles of both kinds of round and their ratio."""
    ratios, quiets, louds, count, ended = [], [], [], 0, 0
    for number in range(chosen.rounds + 1):
        quiet, _ = await _half(port, chosen.clients, 0, pause, chosen.seconds)
        loud, gone = await _half(
            port, chosen.clients - chosen.runaways, chosen.runaways, pause, chosen.seconds
        )
        if number:  # the first round warms up
            quiets.append(quantiles(quiet, n=20)[-1])
            louds.append(quantiles(loud, n=20)[-1])
            ratios.append(louds[-1] / quiets[-1])
            count, ended = count + len(quiet) + len(loud), ended + gone
    print(
        f"a pause of {pause:g} s between two questions: 95th percentile {median(quiets) * 1e3:.1f} ms quiet, "
        f"{median(louds) * 1e3:.1f} ms beside {chosen.runaways} runaways, "
        f"ratio {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}); {count:,} answers, "
        f"{ended} runaways ended"
    )


async def _half(
    port: int, clients: int, runaways: int, pause: float, seconds: float
) -> tuple[list[float], int]:
    """The seconds that small questions took, and how many runaways were ended by the server."""
    until = time.perf_counter() + seconds
    asked = [_client(port, number, pause, until) for number in range(clients)]
    run = [_runaway(port, until) for _ in range(runaways)]
    found = await asyncio.gather(*asked, *run)
    return [one for times in found[:clients] for one in times], int(sum(sum(n) for n in found[clients:]))


async def _client(port: int, number: int, pause: float, until: float) -> list[float]:
    """Ask small things one after the other; the seconds that each took."""
    chance = random.Random(number)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    await asyncio.sleep(chance.uniform(0, pause))
    while time.perf_counter() < until:
        start = time.perf_counter()
        status = await _ask(reader, writer, chance.choice(_SMALL))
        times.append(time.perf_counter() - start)
        assert status == 200, status
        await asyncio.sleep(chance.uniform(0, 2 * pause) if pause else 0)
    writer.close()
    return times


async def _runaway(port: int, until: float) -> list[float]:
    """Send runaway queries one after the other; 1 for each that the server ended."""
    ended = []
    while time.perf_counter() < until:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            async with asyncio.timeout(max(0.1, until - time.perf_counter())):
                ended.append(float(await _ask(reader, writer, _RUNAWAY) == _TIMED_OUT))
        except TimeoutError:
            pass
        writer.close()
    return ended


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, query: str) -> int:
    """The status of an answer, once all of it is there."""
    writer.write(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = int(head.partition("content-length:")[2].split("\r\n")[0])
    await reader.readexactly(length)
    return int(head.split()[1])


if __name__ == "__main__":
    main()

"""How soon the network page is drawn, against stock pyvis on the same network; prints a table.

    python -m benchmarks.page                    # 500 and 2,000 nodes against pyvis, 10,000 alone
    python -m benchmarks.page --sizes 500 --limit 120

Needs Debian's chromium. Both pages show every node, in the same browser, with no network to reach. Ours
counts as drawn at the second frame after all is on the canvas, pyvis when its physics first call the layout
stable: before that it shows a progress bar. Seconds count from the start of loading; who is not stable after
``--limit`` seconds is given up, and the ratio is then a lower bound.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import networkx as nx

from kg.view import page
from kg.view.drawing import KINDS, LARGE, TIERS

_DRAWN = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
    done(performance.now());
})))"""
_STABLE = "network.once('stabilizationIterationsDone', () => { window.stable = performance.now(); });"


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="*", default=[500, 2000], help="nodes, against pyvis")
    options.add_argument("--alone", type=int, nargs="*", default=[10_000], help="nodes, our page only")
    options.add_argument("--rounds", type=int, default=3, help="how often our page is drawn")
    options.add_argument("--limit", type=float, default=600, help="seconds that pyvis is given")
    chosen = options.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("page: Debian's chromium is not installed.")
    from playwright.sync_api import sync_playwright

    page(made_up(10), title="pyvis takes a second to load")
    print(f"{'nodes':>7}{'edges':>8}{'built, s':>10}{'drawn, s':>10}{'pyvis, s':>10}{'ratio':>9}  stage")
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in (*chosen.sizes, *chosen.alone):
            network = made_up(size)
            start = time.perf_counter()
            ours = page(network, title="Made up", shown=size)
            built = time.perf_counter() - start
            file = ours.save(Path(folder) / f"{size}.html")
            drawn = median(seconds_to_draw(browser, file) for _ in range(chosen.rounds))
            theirs = ""
            if size in chosen.sizes:
                stable = seconds_to_stable(browser, stock(network, Path(folder)), chosen.limit)
                more = ">" if stable is None else ""
                waited = chosen.limit if stable is None else stable
                theirs = f"{more + format(waited, '.1f'):>10}{more + format(waited / drawn, '.0f') + '×':>9}"
            stage = "WebGL" if size > LARGE else "canvas"
            print(
                f"{size:>7,}{network.number_of_edges():>8,}{built:>10.2f}{drawn:>10.2f}{theirs:19}  {stage}"
            )
        browser.close()


def made_up(size: int, seed: int = 3) -> nx.MultiDiGraph[str]:
    """People and bodies of made-up affairs: some hubs, many who are named once, some in two affairs."""
    draw = random.Random(seed)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    affairs: list[list[str]] = [[] for _ in range(max(3, size // 60))]
    for i in range(size):
        first, last = ("Ada", "Jon", "Eve", "Sam", "Ivy")[i % 5], ("Hale", "Marsh", "Orrick", "Vale")[i % 4]
        kind = draw.choices(KINDS, (5, 3, 1, 4))[0].name
        network.add_node(f"n{i:05}", label=f"{first} {last} {i}", kind=kind, classes=[], aliases=[])
        affairs[i % len(affairs)].append(f"n{i:05}")

    def one(affair: list[str], rate: float) -> str:
        return affair[min(int(draw.expovariate(rate)), len(affair) - 1)]

    for affair in affairs:
        for j in range(1, len(affair)):
            _join(network, one(affair[:j], 0.25), affair[j], draw)
            if draw.random() < 0.6:
                _join(network, one(affair, 0.15), draw.choice(affair), draw)
    for _ in range(size // 4):
        _join(network, one(draw.choice(affairs), 0.3), one(draw.choice(affairs), 0.3), draw)
    return network


def _join(network: nx.MultiDiGraph[str], start: str, end: str, draw: random.Random) -> None:
    tier = draw.choices(TIERS, (8, 1, 2, 1, 1, 1, 5))[0].name
    # networkx counts its edges anew each time it is asked.
    number = network.graph["edges"] = network.graph.get("edges", 0) + 1
    source = {
        "sentence": f"On day {number} it was done in the town hall of Oxley, said a spokesman.",
        "trigger": "done",
        "article": f"article {number % 50}",
        "start": number,
        "title": "The town hall",
        "date": "2025-01-16",
    }
    network.add_edge(start, end, f"p{number}", label="asked", tier=tier, weight=1, sources=[source])


def stock(network: nx.MultiDiGraph[str], folder: Path) -> Path:
    """The page that pyvis makes of a network by itself, told to say when its layout is stable."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    for node, data in network.nodes(data=True):
        net.add_node(node, label=data["label"])
    for start, end, data in network.edges(data=True):
        net.add_edge(start, end, label=data["label"])
    text = net.generate_html(notebook=False).replace("drawGraph();", f"drawGraph(); {_STABLE}")
    if _STABLE not in text:
        sys.exit("page: this version of pyvis writes its page in another way.")
    file = folder / "pyvis.html"
    file.write_text(text, encoding="utf-8")
    return file


def seconds_to_draw(browser: Any, file: Path) -> float:
    """Seconds from the start of loading until our page is drawn."""
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.context.set_offline(True)
    tab.goto(file.as_uri(), timeout=120_000)
    drawn = float(tab.evaluate(_DRAWN)) / 1000
    tab.context.close()
    return drawn


def seconds_to_stable(browser: Any, file: Path, limit: float) -> float | None:
    """Seconds from the start of loading until pyvis calls its layout stable; None past the limit."""
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.context.set_offline(True)
    tab.goto(file.as_uri(), wait_until="commit")
    end = time.monotonic() + limit
    stable = None
    while stable is None and time.monotonic() < end:
        time.sleep(0.5)
        stable = tab.evaluate("window.stable ?? null")
    tab.context.close()
    return None if stable is None else float(stable) / 1000


if __name__ == "__main__":
    main()

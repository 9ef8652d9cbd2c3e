"""The answers shown in README.md and docs/: `python -m tests.shown_answers` writes them anew.

A block that begins with ``$ kg query out/news.ttl`` shows what that command prints for the graph of
data/articles, 120 characters wide. A line of ``…`` says that more rows follow.
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "questions.md")
WIDTH = 120
MORE = "…"

BLOCK = re.compile(
    r"(?<=^```console\n)\$ kg query out/news\.ttl(?P<rest> [^\n]*)?\n(?P<answer>.*?)(?=^```$)", re.M | re.S
)


def commands(page: str) -> list[tuple[str, str]]:
    """What follows the graph in each command that a page shows, with the answer under it."""
    return [(found["rest"] or "", found["answer"]) for found in BLOCK.finditer(page)]


def answer(rest: str, graph: Path) -> str:
    """What `kg query` prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(WIDTH))
        done = CliRunner().invoke(app, ["query", str(graph), *shlex.split(rest)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def is_shown(shown: str, whole: str) -> bool:
    """Whether an answer is the one shown, or begins as shown before a line of dots."""
    start, dots, after = shown.partition(f"{MORE}\n")
    return whole.startswith(start) and not after if dots else shown == whole


def renewed(page: str, graph: Path) -> str:
    """The page with every answer as it is now; one that was cut stays cut after as many lines."""

    def block(found: re.Match[str]) -> str:
        whole = answer(found["rest"] or "", graph)
        shown = found["answer"]
        if shown.endswith(f"{MORE}\n"):
            whole = "".join(whole.splitlines(keepends=True)[: shown.count("\n") - 1]) + f"{MORE}\n"
        return f"$ kg query out/news.ttl{found['rest'] or ''}\n{whole}"

    return BLOCK.sub(block, page)


def main() -> None:
    """Build the graph of the samples and write the pages anew."""
    graph = ROOT / "out" / "news.ttl"
    kg.build(ROOT / "data" / "articles").save(graph)
    for path in PAGES:
        page = path.read_text("utf-8")
        new = renewed(page, graph)
        path.write_text(new, "utf-8")
        print(f"{path.relative_to(ROOT)}: {'changed' if new != page else 'as it was'}", file=sys.stderr)


if __name__ == "__main__":
    main()

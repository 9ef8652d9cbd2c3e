"""A build with its progress and its counts on stderr."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from .decisions import beside
from .errors import KgError, StoreError
from .export.files import ending
from .export.rdf import RDF_FORMATS
from .flow import build
from .model import Article


def report_build(
    paths: list[str],
    output: Path,
    *,
    pipeline: str | None,
    base: str,
    gazetteer: list[Path],
    decisions: Path | None = None,
) -> bool:
    """Build a graph, write it, and say on stderr how it went; whether every file could be read.

    Decisions about who is who are those of `decisions`, or of the file beside the output if there is one.

    Raises:
        DecisionsError: the decisions cannot be followed; said before anything is read.
        StoreError: the output's ending names no RDF format; said before anything is read.
        GazetteerError: a file of people and bodies to know cannot be followed.
        ReadError: no article at all could be read; an output that exists is left alone.
    """
    name, _ = ending(output)
    if name not in RDF_FORMATS:
        raise StoreError(
            f"{output}: a graph is written as {', '.join(RDF_FORMATS)}. Give -o one of these endings."
        )
    decided = decisions or (beside(output) if beside(output).exists() else None)
    console = Console(file=sys.stderr, highlight=False)
    failures: list[KgError] = []
    counts = {"articles": 0, "statements": 0}
    start = time.monotonic()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)

        def note(failure: KgError) -> None:
            failures.append(failure)
            say(str(failure))

        def say(line: str) -> None:
            progress.console.print(f"kg: {line}", markup=False, soft_wrap=True)

        def count(article: Article, statements: int) -> None:
            counts["articles"] += 1
            counts["statements"] += statements
            progress.update(
                task, description=f"{counts['articles']} articles, {counts['statements']} statements"
            )

        try:
            store = build(
                paths,
                pipeline=pipeline,
                base=base,
                gazetteer=gazetteer,
                decisions=decided,
                on_failure=note,
                on_article=count,
                on_unmatched=say,
            )
        except KgError as error:
            if error in failures:  # said already
                return False
            raise
        store.save(output)
    seconds = time.monotonic() - start
    failed = f", {len(failures)} failed" if failures else ""
    console.print(
        f"{_counted(counts['articles'], 'article')} built{failed}; "
        f"{_counted(counts['statements'], 'statement')}, "
        f"{_counted(len(store), 'triple')} in {seconds:.1f} s: {output}",
        markup=False,
        soft_wrap=True,
    )
    return not failures


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

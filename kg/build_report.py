"""A build with its progress and its counts on stderr."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeftColumn
from rich.text import Text

from . import read
from .decisions import beside
from .errors import KgError, StoreError
from .export.files import ending
from .export.rdf import RDF_FORMATS
from .flow import build
from .model import Article
from .store import Change, is_remote


def report_build(
    paths: list[str],
    output: str,
    *,
    pipeline: str | None,
    base: str,
    gazetteer: list[Path],
    decisions: Path | None = None,
    workers: int = 1,
    dask: str | None = None,
) -> bool:
    """Build a graph, write it, and say on stderr how it went; whether every article could be read.

    Decisions about who is who are those of `decisions`, or of the file beside the output if there is one.

    Raises:
        DecisionsError: the decisions cannot be followed; said before anything is read.
        StoreError: the output is no archive and its ending names no RDF format; said before anything is read.
        GazetteerError: a file of people and bodies to know cannot be followed.
        ReadError: no article at all could be read; an output that exists is left alone.
    """
    archive = output if names_archive(output) else None
    target = Path(output)
    near = None if is_remote(output) else beside(target)
    decided = decisions or (near if near is not None and near.exists() else None)
    report = _Report(paths)
    with report.progress:
        try:
            store = build(
                paths,
                archive=archive,
                workers=workers,
                dask=dask,
                pipeline=pipeline,
                base=base,
                gazetteer=gazetteer,
                decisions=decided,
                on_failure=report.failure,
                on_article=report.article,
                on_change=report.change,
                on_unmatched=report.say,
            )
        except KgError as error:
            if error in report.failures:  # said already
                return False
            raise
        if archive is None:
            store.save(target)
    report.summary(output, triples=len(store) if archive is None else None)
    return not report.failures


def names_archive(output: str) -> bool:
    """Whether an output is a URL or an archive: what ends in a slash, has no ending, or is a folder.

    Raises:
        StoreError: it is a file, and its ending names no RDF format.
    """
    if is_remote(output):
        return True
    if not Path(output).resolve().name:
        raise StoreError(f"{output} cannot be an archive. Name a folder in it.")
    name, _ = ending(output)
    if output.endswith("/") or not name or Path(output).is_dir():
        return True
    if name not in RDF_FORMATS:
        raise StoreError(
            f"{output}: a graph is written as {', '.join(RDF_FORMATS)}. Give -o one of these endings, "
            "or a folder, with a slash at its end, for an archive."
        )
    return False


class _Report:
    """What a build has told so far."""

    def __init__(self, paths: list[str]) -> None:
        self.console = Console(file=sys.stderr, highlight=False)
        self.failures: list[KgError] = []
        self._changes: Counter[Change] = Counter()
        self._statements = 0
        self._start = time.monotonic()
        shown = self.console.is_terminal
        self.progress = Progress(
            *(SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), _Speed(), TimeLeftColumn()),
            console=self.console,
            transient=True,
            disable=not shown,
        )
        self._task = self.progress.add_task("reading", total=read.count(paths) if shown else None)

    def failure(self, failure: KgError) -> None:
        self.failures.append(failure)
        self.say(str(failure))
        self.progress.advance(self._task)

    def say(self, line: str) -> None:
        self.progress.console.print(f"kg: {line}", markup=False, soft_wrap=True)

    def change(self, article: Article, change: Change) -> None:
        self._changes[change] += 1
        done = sum(self._changes.values())
        description = f"{_counted(done, 'article')}, {_counted(self._statements, 'statement')}"
        self.progress.update(self._task, advance=1, description=description)

    def article(self, article: Article, statements: int) -> None:
        self._statements += statements

    def summary(self, output: str, *, triples: int | None) -> None:
        """Say what has become of the articles, on one line."""
        built = self._changes[Change.ADDED] + self._changes[Change.REPLACED]
        parts = [f"{_counted(built, 'article')} built"]
        if replaced := self._changes[Change.REPLACED]:
            parts.append(f"{replaced} of them replaced")
        if unchanged := self._changes[Change.UNCHANGED]:
            parts.append(f"{unchanged} unchanged and skipped")
        if self.failures:
            parts.append(f"{len(self.failures)} failed")
        counts = _counted(self._statements, "statement")
        if triples is not None:
            counts += f", {_counted(triples, 'triple')}"
        seconds = time.monotonic() - self._start
        self.console.print(
            f"{', '.join(parts)}; {counts} in {seconds:.1f} s: {output}", markup=False, soft_wrap=True
        )


class _Speed(ProgressColumn):
    """Articles per second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f} articles/s")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

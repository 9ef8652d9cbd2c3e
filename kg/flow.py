"""From files to a graph: read, parse, extract, store."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from os import PathLike
from pathlib import Path

from . import parse, rdf, read
from .decisions import Decisions, Rulings, Unmatched
from .decisions import read as read_decisions
from .errors import ExtractionError, KgError, ReadError
from .extraction import Knowledge, from_doc
from .model import Article, Extraction
from .store import Archive, Change, Endpoint, Remote, Snapshot, Store, is_remote
from .targets import Kept, Memory
from .tellings import Teller, Telling
from .versions import versions
from .workers import extracted

_log = logging.getLogger("kg")

Source = str | PathLike[str] | Article
#: One file or several.
Files = str | PathLike[str] | Iterable[str | PathLike[str]]


def build(
    source: Source | Iterable[Source],
    *,
    archive: str | PathLike[str] | None = None,
    workers: int = 1,
    dask: str | None = None,
    pipeline: str | None = None,
    base: str = rdf.BASE,
    gazetteer: Files = (),
    decisions: str | PathLike[str] | Decisions | None = None,
    on_failure: Callable[[KgError], None] | None = None,
    on_article: Callable[[Article, int], None] | None = None,
    on_change: Callable[[Article, Change], None] | None = None,
    on_unmatched: Callable[[str], None] | None = None,
) -> Store | Snapshot | Remote:
    """Build a graph of articles, in memory, in an archive on disk or in a SPARQL endpoint.

    Args:
        source: a file, a folder, a pattern with ``*``, an article, or any number of them.
        archive: the folder of an archive to add to (docs/archive.md), or the URL of a SPARQL endpoint
            (docs/remote.md). What is there already, made of the very
            same, is skipped; another text of the same id or URL takes the place of the former.
        workers: processes to read in; the graph does not depend on it.
        dask: the address of a Dask scheduler whose workers read (docs/remote.md).
        pipeline: a spaCy pipeline by package name or path; the shipped one if not given.
        base: what the IRIs of data begin with.
        gazetteer: files of people and bodies to know, besides those shipped: Turtle, Popolo JSON or CSV.
        decisions: who is who by decision: a decisions file (docs/decisions-file.md) or what it says.
        on_failure: called with the error of each file, line or article that could not be read; the others are
            still built. Logged as warnings if not given.
        on_article: called after each article with the article and its number of statements, to show progress.
        on_change: called for each article with what became of it in the archive.
        on_unmatched: called at the end with a line for each decision that is about nothing in these articles.
            Logged as warnings if not given.

    Raises:
        ReadError: nothing at all could be read.
        PipelineError: there is no such pipeline.
        GazetteerError: a file of people and bodies cannot be followed.
        DecisionsError: the decisions cannot be read or contradict each other; said before anything is read.
        StoreError: `base` cannot begin an IRI, or the archive or the endpoint cannot be written.
    """
    failures: list[KgError] = []

    def note(failure: KgError) -> None:
        failures.append(failure)
        if on_failure is None:
            _log.warning("%s", failure)
        else:
            on_failure(failure)

    rdf.checked_base(base)
    files = _listed(gazetteer)
    knowledge = Knowledge.of(files)
    rulings = Rulings(_decided(decisions), knowledge)
    unmatched = Unmatched(rulings.decisions)
    done = 0
    with ExitStack() as closing:
        target: Memory | Kept = Memory(base)
        if archive is not None:
            made_of = versions(pipeline=pipeline, gazetteer=files, decisions=rulings.decisions, base=base)
            keeper = (
                Endpoint(archive, base=base)
                if is_remote(archive)
                else closing.enter_context(Archive(Path(archive), base=base))
            )
            target = Kept(keeper, str(archive), made_of, note)
        articles = target.fresh(_read(source, note), on_change)
        teller = Teller(rulings, files, base)

        def report(committed: Iterable[tuple[Telling, Change]]) -> int:
            count = 0
            for told, change in committed:
                count += 1
                if on_change is not None:
                    on_change(told.article, change)
                if on_article is not None:
                    on_article(told.article, told.statements)
            return count

        try:
            for found in extracted(
                articles, teller, pipeline=pipeline, gazetteer=files, workers=workers, dask=dask
            ):
                if isinstance(found, ExtractionError):
                    note(found)
                    continue
                unmatched.note(found.article, found.labels, found.met)
                done += report(target.take(found))
        finally:
            done += report(target.commit())
    if not done and not target.skipped:
        raise (
            failures[0]
            if failures
            else ReadError("There is no article to build from. Name a file or a folder.")
        )
    if not target.skipped:  # else it is unknown whom the articles mean that were not read again
        for warning in unmatched.warnings():
            (on_unmatched or _log.warning)(warning)
    return target.graph()


def extract(article: Article, *, pipeline: str | None = None, gazetteer: Files = ()) -> Extraction:
    """Read one article: mentions, entities, quotes, statements and events. No store.

    Args:
        article: the article.
        pipeline: a spaCy pipeline by package name or path; the shipped one if not given.
        gazetteer: files of people and bodies to know; read once for any number of articles.

    Raises:
        ReadError: the text is none that can be written down, as with half a character.
    """
    if any("\ud800" <= character <= "\udfff" for character in article.text):
        raise _unreadable(article)
    return next(extractions([article], pipeline=pipeline, knowledge=Knowledge.of(_listed(gazetteer))))


def _unreadable(article: Article) -> ReadError:
    return ReadError(
        f"The article {article.id or article.title or article.text[:40]!r} {read.problem(article)}"
    )


def _listed(files: Files) -> tuple[str | PathLike[str], ...]:
    return (files,) if isinstance(files, str | PathLike) else tuple(files)


def extractions(
    articles: Iterable[Article], *, pipeline: str | None = None, knowledge: Knowledge
) -> Iterator[Extraction]:
    """Yield the extraction of each article, in order."""
    for article, doc in parse.parse(articles, parse.pipeline(pipeline)):
        yield from_doc(article, doc, knowledge)


def _decided(decisions: str | PathLike[str] | Decisions | None) -> Decisions:
    """What is decided: by the values given, by a file, or nothing."""
    if decisions is None:
        return Decisions()
    return decisions if isinstance(decisions, Decisions) else read_decisions(decisions)


def _read(source: Source | Iterable[Source], note: Callable[[KgError], None]) -> Iterator[Article]:
    """The articles of a source in the order given; each failure is noted and left out."""
    sources = [source] if isinstance(source, str | PathLike | Article) else source
    found: Iterable[Article | ReadError] = chain.from_iterable(
        (item,) if isinstance(item, Article) else read.articles([item]) for item in sources
    )
    for item in found:
        if isinstance(item, ReadError):
            note(item)
        elif read.problem(item):
            note(_unreadable(item))
        else:
            yield item

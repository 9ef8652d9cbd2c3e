"""Articles -> what is made of them: here, in processes or on a cluster; one that fails costs no other."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from os import PathLike
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from . import parse
from .cluster import in_cluster
from .errors import ExtractionError, KgError
from .extraction import Knowledge, from_doc
from .model import Article, Extraction

if TYPE_CHECKING:
    from spacy.language import Language

_log = logging.getLogger("kg")

#: Articles that are read at once: their paragraphs share batches of the pipeline.
_CHUNK = 16
#: How many objects are made before the garbage collector looks at them: about those of a longer article.
_YOUNG = 10_000
#: Seconds after which a thread hands Python's lock on to one that waits for it. The network reads in a thread
#: of its own, some five milliseconds a segment, and would else wait as long each time to be given the next.
_HANDED_ON = 0.0001
#: Chunks that are on their way for each worker, so that none waits for work and no queue grows.
_AHEAD = 2

Made = TypeVar("Made")


def extracted(
    articles: Iterable[Article],
    make: Callable[[Extraction], Made],
    *,
    pipeline: str | None = None,
    gazetteer: tuple[str | PathLike[str], ...] = (),
    workers: int = 1,
    dask: str | None = None,
) -> Iterator[Made | ExtractionError]:
    """Yield what is made of each article, in order, whatever the number of workers.

    Args:
        articles: taken as they are needed, a few chunks ahead.
        make: what to make of an extraction, done by the process that reads; it must pickle, and be pure. On a
            cluster it is done here: what it makes may be much to send.
        pipeline: a spaCy pipeline by package name or path.
        gazetteer: files of people and bodies to know.
        workers: processes to read in; each loads the pipeline once.
        dask: the address of a Dask scheduler, whose workers read in the place of processes of this machine.

    Raises:
        KgError: the pipeline or the gazetteer cannot be used, or a worker was killed.
    """
    chunks = _chunks(iter(articles))
    if dask is not None:
        for found in in_cluster(dask, chunks, _read, pipeline, gazetteer):
            yield found if isinstance(found, ExtractionError) else make(found)
    elif workers > 1:
        yield from _in_processes(chunks, make, pipeline, gazetteer, workers)
    elif (first := next(chunks, None)) is not None:  # where nothing is to be read, nothing need be loaded
        _loaded(pipeline, gazetteer)
        with _settled():
            for chunk in chain([first], chunks):
                yield from _made(chunk, make, pipeline, gazetteer)


@contextmanager
def _settled() -> Iterator[None]:
    """Set the process up for one long reading, and as it was before after it."""
    if gc.get_freeze_count():  # somebody has done so, and for longer
        yield
        return
    thresholds, interval = gc.get_threshold(), sys.getswitchinterval()
    _settle()
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def _settle() -> None:
    """Have the process do little beside reading.

    The garbage collector is spared what is there already: it would look at all of it time and again.
    What is made meanwhile it looks at by the article, when most of it is gone, and not by the sentence.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
    sys.setswitchinterval(_HANDED_ON)


def _chunks(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while chunk := list(islice(articles, _CHUNK)):
        yield chunk


def _in_processes(
    chunks: Iterator[list[Article]],
    make: Callable[[Extraction], Made],
    pipeline: str | None,
    gazetteer: tuple[str | PathLike[str], ...],
    workers: int,
) -> Iterator[Made | ExtractionError]:
    # Spawned, not forked: a fork would copy the threads and locks of whoever calls.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)
    running: deque[Future[list[Made | ExtractionError]]] = deque()
    try:
        for chunk in chunks:
            running.append(pool.submit(_made_for_good, chunk, make, pipeline, gazetteer))
            if len(running) >= _AHEAD * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()
    except BrokenProcessPool as problem:
        raise KgError(
            "A worker process was ended from outside, perhaps because memory ran out. "
            "Use fewer --workers and run the same command again."
        ) from problem
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """See to it that a worker does not outlive a build that is killed."""
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _made_for_good(
    chunk: list[Article],
    make: Callable[[Extraction], Made],
    pipeline: str | None,
    gazetteer: tuple[str | PathLike[str], ...],
) -> list[Made | ExtractionError]:
    """The same as `_made` in a process that does nothing else."""
    if not gc.get_freeze_count():
        _loaded(pipeline, gazetteer)
        _settle()
    return _made(chunk, make, pipeline, gazetteer)


def _loaded(pipeline: str | None, gazetteer: tuple[str | PathLike[str], ...]) -> tuple[Language, Knowledge]:
    return parse.pipeline(pipeline), Knowledge.of(gazetteer)


def _read(
    chunk: list[Article], pipeline: str | None, gazetteer: tuple[str | PathLike[str], ...]
) -> list[Extraction | ExtractionError]:
    """What is found in some articles."""
    return _made(chunk, _itself, pipeline, gazetteer)


def _itself(extraction: Extraction) -> Extraction:
    return extraction


def _made(
    chunk: list[Article],
    make: Callable[[Extraction], Made],
    pipeline: str | None,
    gazetteer: tuple[str | PathLike[str], ...],
) -> list[Made | ExtractionError]:
    """What is made of some articles; if that fails, of each by itself."""
    nlp, knowledge = _loaded(pipeline, gazetteer)
    try:
        return [make(from_doc(article, doc, knowledge)) for article, doc in parse.parse(chunk, nlp)]
    except Exception as problem:  # whatever a library may raise on a text that nobody has thought of
        if len(chunk) > 1:
            return [made for article in chunk for made in _made([article], make, pipeline, gazetteer)]
        _log.debug("an article failed", exc_info=problem)
        name = chunk[0].id or chunk[0].key
        return [
            ExtractionError(
                f"The article {name!r} cannot be taken in: {type(problem).__name__}: "
                f"{' '.join(str(problem).split())[:200]}. "
                "This is a fault of kg; please report it with the article."
            )
        ]

"""Work on a Dask cluster, in order and never much of it at once: for more cores than one machine has."""

from __future__ import annotations

import pickle
import time
from collections import deque
from collections.abc import Callable, Iterator
from importlib import metadata
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from .decisions import Decisions
from .errors import KgError
from .versions import versions

if TYPE_CHECKING:
    from os import PathLike

_SECONDS_TO_CONNECT = 10.0
#: With no worker left for so long, none is waited for any more.
_SECONDS_WITHOUT_WORKER = 60.0
_SECONDS_BETWEEN_LOOKS = 2.0
#: Chunks that are on their way for each worker, so that none waits for work and no queue grows.
_AHEAD = 2
#: Whose versions decide what a pipeline finds, besides what `versions` knows of.
_LIBRARIES = ("numpy", "onnxruntime", "spacy", "thinc")

#: Dask's, which has no types worth the name.
Client = Any
Future = Any
_Chunk = TypeVar("_Chunk")
_Found = TypeVar("_Found")
Work = Callable[[_Chunk, str | None, "tuple[str | PathLike[str], ...]"], _Found]

# A worker may have several threads, and a pipeline is not made for two at once.
_ONE_AT_A_TIME = Lock()


def in_cluster(
    address: str,
    chunks: Iterator[_Chunk],
    work: Work[_Chunk, list[_Found]],
    pipeline: str | None,
    gazetteer: tuple[str | PathLike[str], ...],
) -> Iterator[_Found]:
    """Yield what is found in each chunk, in order, whichever worker it was read by.

    Args:
        address: of the scheduler, such as ``tcp://127.0.0.1:8786``.
        chunks: taken as they are needed, two ahead for each worker.
        work: a function of a module, done with a chunk, a pipeline and a gazetteer; done again elsewhere
            if the worker is lost.
        pipeline: handed on to the work.
        gazetteer: handed on to the work: files that each worker has at the same place.

    Raises:
        KgError: there is no such cluster, or no worker in it; a worker has another kg than this process; or
            worker after worker was lost over the same chunk.
    """
    made_of = _made_of(pipeline, gazetteer)
    client = _connected(address)
    running: deque[Future] = deque()
    try:
        for chunk in chunks:
            # Packed here: a worker must see whether it is of the same kind before it unpacks anything.
            packed = pickle.dumps((work, chunk, pipeline, gazetteer))
            running.append(client.submit(_done, packed, pipeline, gazetteer, made_of, pure=False))
            if len(running) >= _AHEAD * max(1, len(client.nthreads())):
                yield from _result(client, running.popleft())
        while running:
            yield from _result(client, running.popleft())
    finally:
        client.cancel(list(running), force=True)
        client.close(timeout=_SECONDS_TO_CONNECT)


def _connected(address: str) -> Client:
    try:
        import distributed
    except ImportError:
        raise KgError("--dask needs an extra that is not installed: pip install 'kg[dask]'") from None
    try:
        client = distributed.Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError, TimeoutError) as problem:
        raise KgError(
            f"There is no Dask scheduler at {address}. Start one with: dask scheduler --host 127.0.0.1"
        ) from problem
    try:
        client.wait_for_workers(1, timeout=_SECONDS_TO_CONNECT)
    except TimeoutError:
        client.close()
        raise KgError(
            f"The Dask scheduler at {address} has no worker. "
            f"Start some with: dask worker {address} --nworkers 4 --nthreads 1"
        ) from None
    return client


def _result(client: Client, future: Future) -> list[_Found]:
    """What a worker has found; it may take as long as there is a worker.

    Raises:
        KgError: there is none left, or the work costs every worker its life.
    """
    from distributed import KilledWorker

    last_seen = time.monotonic()
    while True:
        try:
            answer = future.result(timeout=_SECONDS_BETWEEN_LOOKS)
        except TimeoutError:
            if client.nthreads():
                last_seen = time.monotonic()
            elif time.monotonic() - last_seen > _SECONDS_WITHOUT_WORKER:
                raise KgError(
                    "The Dask cluster has lost all its workers. Start some and run the same command again."
                ) from None
            continue
        except KgError:
            raise
        except KilledWorker as problem:
            raise KgError(
                "Worker after worker of the Dask cluster ended over the same articles, perhaps because "
                "memory ran out. Give each worker more of it and run the same command again."
            ) from problem
        except Exception as problem:  # whatever breaks on the way there or back
            raise KgError(
                f"The Dask cluster cannot do the work: {type(problem).__name__}: {str(problem)[:200]}. "
                "See that the scheduler runs, and that each worker has the same kg installed as this process."
            ) from problem
        if isinstance(answer, str):
            raise KgError(
                f"{answer} has another version of kg, its libraries, the pipeline or the gazetteer than this "
                "process. Install the same on every worker, then run the same command again."
            )
        found: list[_Found] = pickle.loads(answer)
        return found


def _done(
    packed: bytes, pipeline: str | None, gazetteer: tuple[str | PathLike[str], ...], made_of: str
) -> bytes | str:
    """On a worker: the packed result, or the name of this worker if it is made of something else."""
    with _ONE_AT_A_TIME:
        if _made_of(pipeline, gazetteer) != made_of:
            from distributed import get_worker

            return f"The Dask worker at {get_worker().address}"
        work, *given = pickle.loads(packed)
        return pickle.dumps(work(*given))


_KNOWN: dict[tuple[object, ...], str] = {}


def _made_of(pipeline: str | None, gazetteer: tuple[str | PathLike[str], ...]) -> str:
    """Everything in a process that decides what it finds in an article, as one short text; found out once."""
    given = (pipeline, gazetteer)
    if given not in _KNOWN:
        kg = versions(pipeline=pipeline, gazetteer=gazetteer, decisions=Decisions(), base="")
        _KNOWN[given] = " ".join([kg, *(metadata.version(name) for name in _LIBRARIES)])
    return _KNOWN[given]

"""Text that need not fit into memory, in the order of its bytes."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO

#: What ends a record: a line of N-Triples, and all that Turtle says of a subject. No text has a line end that
#: is not escaped, so that nothing else ends like this.
END = b" .\n"
#: Bytes that are held in memory before they are sorted and put on disk, and that are read at once from there.
_HELD = 8 << 20
_READ = 1 << 18


class Sorted:
    """A file to write records to, which gives them back in order, each once.

    Records may be cut anywhere between two writes. What is more than some megabytes waits on disk, in a file
    that has no name and is gone with this process.
    """

    def __init__(self, folder: Path | None = None, *, held: int = _HELD) -> None:
        """Begin with nothing.

        Args:
            folder: where there is room for as much as will be written; the usual one for temporary files if
                not given.
            held: bytes to hold in memory.
        """
        self._folder = folder
        self._limit = held
        self._pieces: list[bytes] = []
        self._held = 0
        self._spool: IO[bytes] | None = None
        self._runs: list[tuple[int, int]] = []

    def __enter__(self) -> Sorted:
        """This."""
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        """Free what is on disk."""
        if self._spool is not None:
            self._spool.close()

    def write(self, piece: bytes) -> int:
        """Take in some more."""
        self._pieces.append(piece)
        self._held += len(piece)
        if self._held > self._limit:
            self._spill()
        return len(piece)

    def flush(self) -> None:
        """Nothing: whoever writes to a file expects to be able to say so."""

    def batches(self) -> Iterator[list[bytes]]:
        """Lists of records without their ends, each list in order and after the one before."""
        if self._spool is None:
            yield self._records()
            return
        self._spill()
        runs = [self._read(self._spool, *run) for run in self._runs]
        heads = [next(run, []) for run in runs]
        while any(heads):
            # Nothing that is still to be read comes before the least of the last records at hand.
            bound = min(head[-1] for head in heads if head)
            batch: set[bytes] = set()
            for number, head in enumerate(heads):
                count = bisect_right(head, bound)
                batch.update(head[:count])
                heads[number] = head[count:] or next(runs[number], [])
            yield sorted(batch)

    def _records(self) -> list[bytes]:
        """What is held in memory, in order; a record that has not ended yet stays."""
        *records, rest = b"".join(self._pieces).split(END)
        self._pieces = [rest]
        self._held = len(rest)
        return sorted(set(records))

    def _spill(self) -> None:
        if self._spool is None:
            self._spool = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed on exit
        begin = self._spool.tell()
        self._spool.writelines(record + END for record in self._records())
        self._runs.append((begin, self._spool.tell()))

    @staticmethod
    def _read(spool: IO[bytes], begin: int, end: int) -> Iterator[list[bytes]]:
        rest = b""
        while begin < end:
            spool.seek(begin)
            piece = spool.read(min(_READ, end - begin))
            begin += len(piece)
            *records, rest = (rest + piece).split(END)
            if records:
                yield records

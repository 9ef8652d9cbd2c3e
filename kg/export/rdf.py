"""Graphs as RDF files: sorted, so that one graph is always the same bytes, and never whole in memory."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol, cast, runtime_checkable

import pyoxigraph as ox

from ..query import PREFIXES, Graph
from .sorting import END, Sorted
from .turtle import Used, subjects, text

#: The formats by file ending. Those that cannot hold named graphs get the union of all.
RDF_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_NO_ARTICLE = ox.DefaultGraph()
#: Bytes that are put together before they are written.
_PIECE = 1 << 18


class Dataset(Graph, Protocol):
    """A graph that knows which article each triple comes from."""

    def quads(self) -> Iterator[ox.Quad]:
        """Every quad, in a fixed order."""


@runtime_checkable
class Dumping(Protocol):
    """A graph that can be written as it comes, without an object for each triple."""

    def articles(self) -> list[GraphName]:
        """The articles that it comes from, in order."""

    def dump(self, output: IO[bytes], format: ox.RdfFormat, article: GraphName | None = None) -> None:
        """Write the triples of an article, of none (the default graph), or all of them, in any order."""


def write_turtle(dataset: Dataset | Dumping, file: IO[bytes], room: Path | None) -> None:
    """Every triple once, each subject in one place."""
    with _dumping(dataset, room) as dumping, _with_header(file, room) as write:
        for piece in _turtle(dumping, None, room):
            write(piece)


def write_trig(dataset: Dataset, file: IO[bytes], room: Path | None) -> None:
    """Turtle, article by article."""
    with _dumping(dataset, room) as dumping, _with_header(file, room) as write:
        for piece in _turtle(dumping, _NO_ARTICLE, room):
            write(piece)
        for article in dumping.articles():
            write(b"\n" + _token(article) + b" {")
            for piece in _turtle(dumping, article, room):
                write(piece.replace(b"\n", b"\n\t").replace(b"\t\n", b"\n").rstrip(b"\t"))
            write(b"}\n")


def write_ntriples(dataset: Dataset, file: IO[bytes], room: Path | None) -> None:
    """Every triple once, one on each line."""
    with _dumping(dataset, room) as dumping:
        for batch in _lines(dumping, None, room):
            file.write(END.join([*batch, b""]))


def write_nquads(dataset: Dataset, file: IO[bytes], room: Path | None) -> None:
    """One line for each triple of each article."""
    with _dumping(dataset, room) as dumping:
        for article in (_NO_ARTICLE, *dumping.articles()):
            end = END if article == _NO_ARTICLE else b" " + str(article).encode() + END
            for batch in _lines(dumping, article, room):
                file.write(end.join([*batch, b""]))


def write_jsonld(dataset: Dataset, file: IO[bytes], room: Path | None) -> None:
    """JSON-LD without a context, article by article."""
    with _dumping(dataset, room) as dumping:
        ox.serialize(ordered_quads(dumping, room), file, ox.RdfFormat.JSON_LD)


#: How to write each of the RDF formats.
RDF_WRITERS = {
    ".ttl": write_turtle,
    ".trig": write_trig,
    ".nt": write_ntriples,
    ".nq": write_nquads,
    ".jsonld": write_jsonld,
}


def ordered_triples(dumping: Dumping, room: Path | None = None) -> Iterator[ox.Triple]:
    """Every triple once, in the order of N-Triples."""
    return (quad.triple for quad in parsed(_lines(dumping, None, room)))


def ordered_quads(dumping: Dumping, room: Path | None = None) -> Iterator[ox.Quad]:
    """Every quad by article, in the order of N-Triples; what belongs to none comes first."""
    for article in (_NO_ARTICLE, *dumping.articles()):
        for quad in parsed(_lines(dumping, article, room)):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, article)


def parsed(batches: Iterable[list[bytes]]) -> Iterator[ox.Quad]:
    """Batches of lines of N-Triples as quads of the default graph."""
    for batch in batches:
        yield from ox.parse(input=END.join([*batch, b""]), format=ox.RdfFormat.N_TRIPLES)


def _lines(dumping: Dumping, article: GraphName | None, room: Path | None) -> Iterator[list[bytes]]:
    with _dumped(dumping, ox.RdfFormat.N_TRIPLES, article, room) as found:
        yield from found.batches()


def _turtle(dumping: Dumping, article: GraphName | None, room: Path | None) -> Iterator[bytes]:
    """Whole subjects, an empty line before each."""
    with _dumped(dumping, ox.RdfFormat.TURTLE, article, room) as found:
        held: list[bytes] = []
        size = 0
        for subject in text(subjects(found.batches())):
            held.append(subject)
            size += len(subject)
            if size > _PIECE:
                yield b"".join(held)
                held, size = [], 0
        if held:
            yield b"".join(held)


@contextmanager
def _dumped(
    dumping: Dumping, format: ox.RdfFormat, article: GraphName | None, room: Path | None
) -> Iterator[Sorted]:
    with Sorted(room) as found:
        dumping.dump(cast("IO[bytes]", found), format, article)
        yield found


@contextmanager
def _with_header(file: IO[bytes], room: Path | None) -> Iterator[Callable[[bytes], None]]:
    """A function to write Turtle with; the prefixes that it uses come before it."""
    used = Used()
    with tempfile.TemporaryFile(dir=room) as body:

        def write(piece: bytes) -> None:
            used.look_at(piece)
            body.write(piece)

        yield write
        file.write(used.header())
        body.seek(0)
        shutil.copyfileobj(body, file, _PIECE)


def _token(graph: GraphName) -> bytes:
    """The name of a graph as Turtle writes it."""
    if not isinstance(graph, ox.NamedNode):
        return str(graph).encode()
    triple = ox.Triple(graph, graph, graph)
    written = ox.serialize([triple], format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (written or b"").removesuffix(END).rpartition(b" ")[2]


@contextmanager
def _dumping(dataset: Dataset | Dumping, room: Path | None) -> Iterator[Dumping]:
    """The dataset itself, or a copy on disk of one that can only give quad after quad."""
    if isinstance(dataset, Dumping):
        yield dataset
        return
    with tempfile.TemporaryDirectory(dir=room) as folder:
        yield _Copy(dataset, folder)


class _Copy:
    """A dataset copied to disk, for a while."""

    def __init__(self, dataset: Dataset, folder: str) -> None:
        self._inner = ox.Store(folder)
        self._inner.bulk_extend(dataset.quads())

    def articles(self) -> list[GraphName]:
        return sorted(self._inner.named_graphs(), key=str)

    def dump(self, output: IO[bytes], format: ox.RdfFormat, article: GraphName | None = None) -> None:
        for graph in (article,) if article is not None else (_NO_ARTICLE, *self.articles()):
            self._inner.dump(output, format, from_graph=graph, prefixes=PREFIXES)

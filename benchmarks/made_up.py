"""Archives of any size, made up from the sample articles.

A made-up article is the graph of a sample article under a key of its own. Its named entities are those of
one of 25 affairs: articles of one affair share them, as articles about one thing do. Statements, events,
quotes, passages and things belong to each article alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg import rdf, read
from kg.extraction import Knowledge
from kg.flow import extractions
from kg.model import Article
from kg.store import Archive
from kg.store.archive import Brought, Source
from kg.store.archive.batches import as_lines

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "articles"
_AFFAIRS = 25
#: Articles that come to an archive together, as many as a build brings at once of this length.
BATCH = 8


def samples() -> list[Article]:
    """The sample articles."""
    return [found for found in read.articles(SAMPLES) if isinstance(found, Article)]


def graphs() -> Iterator[tuple[Article, list[ox.Quad]]]:
    """Made-up articles with their graphs, without end."""
    knowledge = Knowledge.shipped()
    read_once = [
        (found.article, list(rdf.quads(found, knowledge.ontology)))
        for found in extractions(samples(), knowledge=knowledge)
    ]
    number = 0
    while True:
        for sample, quads in read_once:
            article = Article(f"{sample.text}\n{number}", f"{sample.id}-{number}", date=sample.date)
            yield article, [_renamed(quad, sample, article, number % _AFFAIRS) for quad in quads]
        number += 1


def _renamed(quad: ox.Quad, sample: Article, article: Article, affair: int) -> ox.Quad:
    def renamed(term: ox.NamedNode) -> ox.NamedNode:
        if sample.key in term.value:
            return ox.NamedNode(term.value.replace(sample.key, article.key))
        if term.value.startswith(f"{rdf.BASE}entity/"):
            return ox.NamedNode(f"{term.value}_{affair}")
        if term.value.startswith(f"{rdf.BASE}event/"):  # digests of the article, among others
            return ox.NamedNode(f"{term.value}-{article.key}")
        return term

    value = quad.object
    if isinstance(value, ox.NamedNode):
        value = renamed(value)
    elif isinstance(value, ox.Literal) and value.value == sample.id:
        value = ox.Literal(article.id)
    assert isinstance(quad.subject, ox.NamedNode)
    return ox.Quad(renamed(quad.subject), quad.predicate, value, rdf.article_iri(article))


def fill(archive: Archive, quads: int) -> int:
    """Bring an archive to about so many quads, a batch at a time, and count its articles."""
    done = count = 0
    coming = graphs()
    while done < quads:
        some = list(islice(coming, BATCH))
        put(archive, some)
        count += len(some)
        done += sum(len(graph) for _, graph in some)
    return count


def put(archive: Archive, some: Sequence[tuple[Article, list[ox.Quad]]]) -> tuple[float, float]:
    """Add a batch of articles; the seconds that each took, and those of the processor."""
    brought = [
        Brought(
            article,
            Source.of(article, "made up"),
            as_lines(ox.Triple(quad.subject, quad.predicate, quad.object) for quad in graph),
        )
        for article, graph in some
    ]
    start, used = time.perf_counter(), time.process_time()
    archive.put_all(brought)
    return (time.perf_counter() - start) / len(some), (time.process_time() - used) / len(some)


def short_articles(count: int) -> list[Article]:
    """Short texts to build from: three sentences of the samples each, and a number."""
    knowledge = Knowledge.shipped()
    sentences = [
        found.article.words(sentence)
        for found in extractions(samples(), knowledge=knowledge)
        for sentence in found.sentences
    ]
    return [
        Article(
            " ".join(sentences[(number * 3 + part) % len(sentences)] for part in range(3))
            + f"\nNo. {number}",
            id=str(number),
        )
        for number in range(count)
    ]

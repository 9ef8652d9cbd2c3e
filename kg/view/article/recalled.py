"""Graph -> Extraction: one article as its graph recalls it, with gaps where no sentence stands."""

from __future__ import annotations

import pyoxigraph as ox

from ...model import Article, Extraction
from ...query import PREFIXES, Graph
from ..addresses import Address, nowhere
from ..one_file import Page
from .found import article_named
from .memory import Memory
from .reading import reading_page


def article_page(graph: Graph, article: str | ox.NamedNode, address: Address = nowhere) -> Page:
    """A page that shows an article of a graph: its sentences with what was read in them.

    Args:
        graph: where to look.
        article: its IRI, in full or with a prefix; its id; its address; or its title. As a node it
            is taken for its IRI.
        address: where the pages of those whom it mentions are.

    Raises:
        QueryError: there is no such article; the message names those most like it.
    """
    named = article if isinstance(article, ox.NamedNode) else article_named(graph, article)
    extraction, gaps = recalled(graph, named)
    return reading_page(extraction, gaps=gaps, address=address)


def recalled(graph: Graph, article: ox.NamedNode) -> tuple[Extraction, list[tuple[int, int]]]:
    """What a graph holds of an article, and the ranges of its text that it does not hold.

    Entities are called by their IRIs. The text has a space or line breaks where nobody knows what stood
    there, so that all offsets hold.
    """
    memory = Memory(graph, article)
    text, gaps = _text(memory)
    source = Article(
        text,
        id=memory.said(PREFIXES["dct"] + "identifier") or "",
        title=memory.said(PREFIXES["schema"] + "headline"),
        date=memory.said(PREFIXES["schema"] + "datePublished"),
        url=memory.said(PREFIXES["schema"] + "url"),
        publisher=memory.said(PREFIXES["schema"] + "publisher"),
    )
    extraction = Extraction(
        article=source,
        sentences=memory.sentences(),
        mentions=memory.mentions(),
        entities=memory.entities(),
        quotes=memory.quotes(),
        statements=memory.statements(),
        attestations=memory.attestations(),
    )
    return extraction, gaps


def _text(memory: Memory) -> tuple[str, list[tuple[int, int]]]:
    """The text as far as the passages tell it, and what they leave out."""
    length = max((passage.end for passage in memory.passages.values()), default=0)
    characters, known = [" "] * length, bytearray(length)
    for iri, passage in memory.passages.items():
        characters[passage.start : passage.end] = memory.anchors[iri]
        known[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    gaps: list[tuple[int, int]] = []
    start = known.find(0)
    while start >= 0:
        end = known.find(1, start)
        end = length if end < 0 else end
        gaps.append((start, end))
        if end - start > 1:
            characters[start:end] = "\n" * (end - start)
        start = known.find(0, end)
    return "".join(characters), gaps

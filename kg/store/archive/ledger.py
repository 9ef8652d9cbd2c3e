"""What an archive knows of each article beside its graph: where it comes from, and what it was made of.

It stands in a named graph of its own, which no question sees, so that it is committed with the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from ...model import Article

#: The named graph of the ledger.
LEDGER = ox.NamedNode("urn:kg:ledger")
#: What the names of graphs begin with in which something waits until it takes its place.
STAGED = "urn:kg:staged"
_OF_SOURCE = re.compile("#[0-9a-f]{16}$")
_ID, _URL, _STAMP = (ox.NamedNode(f"urn:kg:ledger#{name}") for name in ("id", "url", "stamp"))


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its source gives it: a later text of the same id or URL takes its place."""

    id: str
    url: str | None
    stamp: str
    """Of everything that decides its graph: the text, what is said of it, and `versions`."""

    @classmethod
    def of(cls, article: Article, versions: str) -> Source:
        """The source of an article that is read with the knowledge and the program of some versions."""
        said = (article.text, article.id, article.title, article.date, article.url, article.publisher)
        stamp = sha256(repr((said, versions)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return cls(article.id or article.key, article.url or None, stamp)


class Ledger:
    """The ledger of an archive, read from its graph."""

    def __init__(self, inner: ox.Store) -> None:
        """Look into a pyoxigraph store."""
        self._inner = inner

    def stamps(self) -> dict[ox.NamedNode, str]:
        """Every named graph of an article with its stamp."""
        return {graph: value for graph, value in self._all(_STAMP)}

    def ids(self) -> Iterator[str]:
        """The id of every article."""
        return (value for _, value in self._all(_ID))

    def id(self, graph: ox.NamedNode) -> str:
        """The id of the article of a named graph."""
        return self._value(graph, _ID)

    def has(self, source: Source) -> bool:
        """Whether that article is there, made of the very same."""
        return any(self._value(graph, _STAMP) == source.stamp for graph in self._where(_ID, source.id))

    def graphs(self, source: Source) -> set[ox.NamedNode]:
        """The named graphs that an article takes the place of."""
        return {*self._where(_ID, source.id), *(self._where(_URL, source.url) if source.url else ())}

    def called(self, name: str) -> set[ox.NamedNode]:
        """The named graphs of the articles that an id, a URL, a key or an IRI means."""
        graphs = {*self._where(_ID, name), *self._where(_URL, name)}
        if graphs:
            return graphs
        key = name.removeprefix("article:").rpartition("/")[2]
        return {graph for graph, _ in self._all(_ID) if article_of(graph).value.rpartition("/")[2] == key}

    @staticmethod
    def lines(graph: ox.NamedNode, source: Source) -> Iterator[ox.Triple]:
        """What the ledger is to hold of an article."""
        yield ox.Triple(graph, _ID, ox.Literal(source.id))
        yield ox.Triple(graph, _STAMP, ox.Literal(source.stamp))
        if source.url:
            yield ox.Triple(graph, _URL, ox.Literal(source.url))

    def _all(self, field: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, str]]:
        for quad in self._inner.quads_for_pattern(None, field, None, LEDGER):
            assert isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
            yield quad.subject, quad.object.value

    def _where(self, field: ox.NamedNode, value: str) -> Iterator[ox.NamedNode]:
        for quad in self._inner.quads_for_pattern(None, field, ox.Literal(value), LEDGER):
            assert isinstance(quad.subject, ox.NamedNode)
            yield quad.subject

    def _value(self, graph: ox.NamedNode, field: ox.NamedNode) -> str:
        for quad in self._inner.quads_for_pattern(graph, field, None, LEDGER):
            assert isinstance(quad.object, ox.Literal)
            return quad.object.value
        return ""


def graph_of(article: ox.NamedNode, source: Source) -> ox.NamedNode:
    """The name of an article's graph where the plain one, the article's IRI, belongs to another source."""
    return ox.NamedNode(f"{article.value}#{sha256(source.id.encode()).hexdigest()[:16]}")


def is_internal(graph: ox.NamedNode | ox.BlankNode) -> bool:
    """Whether a named graph is that of no article."""
    return graph == LEDGER or (isinstance(graph, ox.NamedNode) and graph.value.startswith(STAGED))


def article_of(graph: ox.NamedNode) -> ox.NamedNode:
    """The article whose graph bears a name."""
    return ox.NamedNode(_OF_SOURCE.sub("", graph.value))

"""What a graph knows of its articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TypedDict

from ..query import Graph
from .asking import rows
from .terms import local, text

_ARTICLES = """
SELECT ?article ?property ?value WHERE {
  ?article a schema:NewsArticle .
  VALUES ?property { dct:identifier schema:headline schema:datePublished schema:url }
  ?article ?property ?value .
}
"""


class About(TypedDict):
    """An article, as far as it is known; empty where it is not."""

    article: str
    """The article's own identifier."""
    article_iri: str
    title: str
    date: str
    url: str


class Articles:
    """What a graph knows of articles, looked up by their IRI."""

    def __init__(self, graph: Graph, only: Collection[str] | None = None) -> None:
        """Read all, or some."""
        self._known: dict[str, dict[str, str]] = defaultdict(dict)
        for row in rows(graph, _ARTICLES, "article", only):
            known, name, given = self._known[str(row["article"])], local(row["property"]), text(row["value"])
            known[name] = min(given, known.get(name, given))

    def __iter__(self) -> Iterator[About]:
        """All of which anything is known."""
        return map(self.of, sorted(self._known))

    def of(self, iri: str) -> About:
        """What is known of one."""
        known = self._known.get(iri, {})
        return {
            "article": known.get("identifier") or local(iri),
            "article_iri": iri,
            "title": known.get("headline", ""),
            "date": known.get("datePublished", ""),
            "url": known.get("url", ""),
        }

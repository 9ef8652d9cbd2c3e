"""The first page: what is in the graph, who matters in it, what came last; and what a search finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from ...query import PREFIXES
from ...view import display
from ..reply import Reply
from ..working import Desk, Given
from . import statements
from .html import rendered
from .paths import path
from .search import searched

_COUNTED = {
    "schema:NewsArticle": "articles",
    "kg:Person": "people",
    "kg:Organisation": "bodies",
    "kg:Place": "places",
    "kg:Statement": "statements",
    "kg:Quote": "quotes",
}
_COUNT = "SELECT (COUNT(?it) AS ?count) WHERE { ?it a %s }"
_EDGES = """SELECT DISTINCT ?from ?to WHERE {
  ?predicate kg:modality ?modality ; kg:polarity ?polarity . ?from ?predicate ?to FILTER(isIRI(?to))
}"""
_ACTORS = """SELECT ?entity ?label ?kind WHERE {
  VALUES ?kind { kg:Person kg:Organisation } ?entity a ?kind ; skos:prefLabel ?label
} ORDER BY ?entity ?label"""
_NEWEST = """SELECT ?article ?date WHERE {
  ?article a schema:NewsArticle OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY DESC(?date) ?article LIMIT 6"""
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with how many others they are joined to by an edge."""

    name: str
    path: str
    kind: str
    neighbours: int


def page(desk: Desk, given: Given) -> Reply:
    """The overview, or what ``q`` finds."""
    words = " ".join(str(given.get("q") or "").split())
    if words:
        return rendered("search.html", title=words, words=words, found=searched(desk, words))
    return rendered(
        "overview.html",
        title=desk.graph.name,
        counts=list(_counts(desk)),
        actors=_most_connected(desk),
        newest=_newest(desk),
    )


def _counts(desk: Desk) -> Iterable[tuple[int, str]]:
    for name, words in _COUNTED.items():
        yield int(str(desk.store.select(_COUNT % name).dicts()[0]["count"])), words


def _most_connected(desk: Desk) -> list[Actor]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for row in desk.store.select(_EDGES).dicts():
        start, end = str(row["from"]), str(row["to"])
        neighbours[start].add(end)
        neighbours[end].add(start)
    actors: dict[str, Actor] = {}
    for row in desk.store.select(_ACTORS).dicts():
        entity = str(row["entity"])
        if entity in neighbours and entity not in actors:
            kind = str(row["kind"]).removeprefix(PREFIXES["kg"])
            actors[entity] = Actor(
                display.shown(row["label"]), path(entity, desk.base), kind, len(neighbours[entity])
            )
    return sorted(actors.values(), key=lambda actor: (-actor.neighbours, actor.name, actor.path))[:_SHOWN]


def _newest(desk: Desk) -> list[statements.Line]:
    found: list[statements.Line] = []
    for article, _ in desk.store.select(_NEWEST):
        if isinstance(article, ox.NamedNode) and len(found) < _SHOWN:
            found += statements.of_article(desk.store, article.value, desk.base)[: _SHOWN // 2]
    return found[:_SHOWN]

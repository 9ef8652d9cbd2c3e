"""One article: the reader that `kg view` makes, or its sentences as a list with what was read in each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

import pyoxigraph as ox

from ...view import article_page, display
from ..reply import Refused, Reply
from ..working import Desk, Given
from . import statements
from .html import rendered
from .paths import iri, path
from .whole import as_part_of_the_site

_ARTICLE = """SELECT ?headline ?identifier ?date ?url ?publisher ?article WHERE {
  ?article a schema:NewsArticle
  OPTIONAL { ?article schema:headline ?headline } OPTIONAL { ?article dct:identifier ?identifier }
  OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article schema:publisher ?publisher }
} ORDER BY ?identifier ?headline ?url"""
_SENTENCES = """SELECT DISTINCT ?sentence ?begins ?article WHERE {
  ?passage nif:referenceContext ?article ; a kg:Sentence ; nif:anchorOf ?sentence ; nif:beginIndex ?begins
} ORDER BY ?begins"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the statements that it is evidence of."""

    words: str
    begins: int
    lines: tuple[statements.Line, ...]


def page(desk: Desk, given: Given) -> Reply:
    """The page of the article ``key``; as ``list`` its sentences with links to whom they are about.

    Raises:
        Refused: there is no such article.
    """
    try:
        article = ox.NamedNode(iri("article", str(given["key"]), desk.base))
    except ValueError as problem:
        raise Refused(404, "There is no such article in this graph.") from problem
    found = desk.store.select(_ARTICLE, article=article).dicts()
    if not found:
        raise Refused(404, "There is no such article in this graph.")
    if not given.get("list"):
        return as_part_of_the_site(
            article_page(desk.store, article, partial(path, base=desk.base)), "Article", As_a_list="?list=1"
        )
    first = found[0]
    told: dict[int, list[statements.Line]] = defaultdict(list)
    for line in statements.of_article(desk.store, article.value, desk.base):
        told[line.begins].append(line)
    sentences = [
        Sentence(str(row["sentence"]), int(str(row["begins"])), tuple(told[int(str(row["begins"]))]))
        for row in desk.store.select(_SENTENCES, article=article).dicts()
    ]
    return rendered(
        "article.html",
        title=display.shown(first["headline"] or first["identifier"]) or "An article without a title",
        iri=article.value,
        date=str(first["date"] or ""),
        publisher=display.shown(first["publisher"]),
        url=display.link(first["url"]),
        sentences=sentences,
        count=sum(map(len, told.values())),
    )

"""Which article of a graph is meant: by its IRI, its id or its address."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import pyoxigraph as ox

from ...errors import QueryError
from ...query import PREFIXES, Graph
from ..display import shown

# As strings: the id of an article may look like a number.
_ARTICLES = """SELECT DISTINCT ?article ?name WHERE {
  { ?article a schema:NewsArticle BIND(STR(?article) AS ?name) }
  UNION { ?article a schema:NewsArticle ; dct:identifier|schema:url|schema:headline ?said
          BIND(STR(?said) AS ?name) }
} ORDER BY ?name ?article"""
#: How alike a name must be to be suggested, from 0 to 1, and how many are.
_ALIKE, _MOST = 0.5, 4


def article_named(graph: Graph, name: str) -> ox.NamedNode:
    """The article of an IRI (in full or with a prefix), an id, an address or, where only one has it, a title.

    Raises:
        QueryError: there is none, and the message names those most like it; or several have that title.
    """
    wanted = name.strip()
    prefix, colon, local = wanted.partition(":")
    iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else wanted
    rows = [(str(row["article"]), str(row["name"])) for row in graph.select(_ARTICLES).dicts()]
    for given in (iri, wanted):
        found = sorted({article for article, known in rows if known == given})
        if len(found) == 1:
            return ox.NamedNode(found[0])
        if found:
            raise QueryError(
                f"{len(found)} articles are called {name!r}: {', '.join(found[:_MOST])}. Give an IRI."
            )
    raise QueryError(f"The graph has no article {name!r}. {_suggestion(wanted, rows)}")


def _suggestion(wanted: str, rows: list[tuple[str, str]]) -> str:
    """The ids, titles or addresses most like a name that is not there."""
    if not rows:
        return "It has no articles: is it a graph that kg built?"
    return nearest(wanted, [known for article, known in rows if known != article] or [n for _, n in rows])


def nearest(wanted: str, names: Iterable[str]) -> str:
    """A sentence that offers the names most like one that is not there, or else the first ones."""
    folded = {known.casefold(): known for known in sorted(names, reverse=True)}
    part = [known for fold, known in sorted(folded.items()) if wanted and wanted.casefold() in fold]
    near = part or [folded[fold] for fold in get_close_matches(wanted.casefold(), folded, _MOST, _ALIKE)]
    if near:
        return f"Did you mean {' or '.join(repr(shown(known)) for known in near[:_MOST])}?"
    return f"It has {', '.join(repr(shown(known)) for _, known in sorted(folded.items())[:_MOST])}, …"

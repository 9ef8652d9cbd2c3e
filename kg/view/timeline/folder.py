"""A timeline with the pages of its articles beside it, so that each sentence can be read where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike
from pathlib import Path

import pyoxigraph as ox

from ...query import Graph
from ..article import article_page
from ..one_file import Page
from .page import timeline_page
from .recalled import articles

_ARTICLES = "article"
_KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Folder:
    """A timeline and the articles that it leads to, as files of one folder."""

    graph: Graph
    timeline: Page
    articles: Mapping[str, str]
    """IRI -> address within the folder."""

    def save(self, path: str | PathLike[str]) -> Path:
        """Write ``index.html`` and a page for each article; the path of the former."""
        folder = Path(path)
        for iri, place in self.articles.items():
            article_page(self.graph, ox.NamedNode(iri)).save(folder / place)
        return self.timeline.save(folder / "index.html")


def timeline_folder(graph: Graph, about: str | None = None) -> Folder:
    """The timeline of a graph with the pages of the articles that tell of its events.

    Args:
        graph: where to look.
        about: the IRI or a name of somebody or something that takes part in all that is shown.

    Raises:
        QueryError: nothing in the graph is called so; the message has the names most like it.
    """
    known = articles(graph)
    asked: dict[str, str] = {}

    def address(iri: str) -> str:
        if iri not in known:
            return ""
        return asked.setdefault(iri, f"{_ARTICLES}/{_name(iri)}.html")

    timeline = timeline_page(graph, about, address)
    return Folder(graph, timeline, dict(sorted(asked.items())))


def _name(iri: str) -> str:
    """The key of an article of ours; for any other one, whatever its IRI holds, a name that is as safe."""
    key = iri.rpartition("/")[2]
    return key if _KEY.fullmatch(key) else sha256(iri.encode()).hexdigest()[:16]

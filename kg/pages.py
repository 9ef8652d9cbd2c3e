"""Which page is asked for besides a network: an article file, an article of a graph, or a timeline."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from . import read
from .errors import KgError, QueryError, ReadError
from .model import Article
from .read import FORMATS
from .view import Folder, Page, timeline_folder


def asked_page(
    where: str | Path,
    *,
    article: str | None = None,
    timeline: bool = False,
    is_folder: bool = False,
    about: str | None = None,
    pipeline: str | None = None,
    gazetteer: Sequence[str | PathLike[str]] = (),
) -> Page | Folder | None:
    """The page of an article or a timeline; nothing where neither is asked for, but a network.

    Args:
        where: a graph, or a file with articles: its ending tells.
        article: the id, URL or title of an article, or its IRI in a graph.
        timeline: whether a timeline is wanted.
        is_folder: whether the articles of a timeline are wanted beside it.
        about: who takes part in all of the timeline.
        pipeline: for a file, as for `file_page`.
        gazetteer: for a file, as for `file_page`.

    Raises:
        QueryError: two pages are asked for at once, a timeline of a file, or what the graph does not have.
        ReadError: the file cannot be read, or it has no such article.
        StoreError: the graph cannot be read.
    """
    if article is not None and (timeline or about is not None):
        raise QueryError("--read shows one article. Leave out --timeline and --about, or --read.")
    from .store import is_remote, load

    if not is_remote(where) and Path(where).suffix.lower() in FORMATS:
        if timeline or about is not None:
            raise QueryError(f"{where} is an article. Build a graph of it, and give that.")
        return file_page(Path(where), article, pipeline=pipeline, gazetteer=gazetteer)
    if article is None and not timeline:
        return None
    graph = load(where)
    if article is not None:
        return graph.read(article)
    return timeline_folder(graph, about) if is_folder else graph.timeline(about)


def file_page(
    path: str | PathLike[str],
    article: str | None = None,
    *,
    pipeline: str | None = None,
    gazetteer: Sequence[str | PathLike[str]] = (),
) -> Page:
    """A page that shows an article file with what is read in it.

    Args:
        path: the file.
        article: the id, address or title of the article, where the file holds several.
        pipeline: a spaCy pipeline by package name or path; the shipped one if not given.
        gazetteer: files of people and bodies to know.

    Raises:
        ReadError: the file cannot be read, has no such article, or has several and none is chosen.
    """
    from .flow import extract
    from .view import reading_page

    return reading_page(extract(_chosen(path, article), pipeline=pipeline, gazetteer=gazetteer))


def _chosen(path: str | PathLike[str], wanted: str | None) -> Article:
    found: list[Article] = []
    for item in read.articles(path):
        if isinstance(item, KgError):
            raise item
        found.append(item)
    named = [a for a in found if wanted is None or wanted in (a.id, a.url, a.title, a.key)]
    if len(named) == 1:
        return named[0]
    names = ", ".join(repr(article.id or article.key) for article in (named or found)[:5])
    more = ", …" if len(named or found) > 5 else ""
    if not named:
        raise ReadError(f"{path} has no article {wanted!r}. It has {names}{more}.")
    raise ReadError(f"{path} has {len(named)} articles. Choose one with --read: {names}{more}.")

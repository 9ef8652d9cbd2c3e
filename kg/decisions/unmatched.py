"""Telling of decisions that are about nothing: a misspelt name, an article that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ..model import Article
from .nouns import Decisions, Merge, Reference, Split


class Unmatched:
    """What the decisions of one build have not met so far."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._met: set[tuple[int, Reference]] = set()
        self._labels: set[str] = set()
        self._articles: set[str] = set()

    def note(self, article: Article, labels: Iterable[str], met: Iterable[tuple[int, Reference]]) -> None:
        """Take in one article.

        Args:
            article: the article.
            labels: of its entities as they were read.
            met: the references that meant one of these entities.
        """
        if not self._decisions.lines:
            return
        self._met.update(met)
        self._labels.update(labels)
        self._articles.update((article.id, article.key))

    def warnings(self) -> Iterator[str]:
        """One line for each reference that means nothing, with what may have been meant.

        The left side of a merge may be a new name; it is told only where it looks like a slip of the pen.
        """
        written = {reference.words for _, _, reference, _ in self._references()}
        labels = sorted(self._labels - written)
        for line, article, reference, may_be_new in self._references():
            if (line, reference) in self._met:
                continue
            where = f"{self._decisions.source}:{line}"
            if article is not None and article not in self._articles:
                yield f"{where}: no article is called {article!r}."
                continue
            near = get_close_matches(reference.words, labels, n=1, cutoff=0.85 if may_be_new else 0.6)
            if near or not may_be_new:
                there = f"in {article}" if article is not None else "in these articles"
                hint = f" Did you mean {near[0]!r}?" if near else ""
                yield f"{where}: nothing {there} is called {reference}.{hint}"

    def _references(self) -> Iterator[tuple[int, str | None, Reference, bool]]:
        """Line, article and entity of every reference, and whether it may be a new name."""
        for decision in self._decisions.lines:
            match decision:
                case Merge():
                    yield decision.line, None, decision.kept, not decision.kept.is_key
                    yield decision.line, decision.article, decision.other, False
                case Split():
                    yield decision.line, decision.article, decision.entity, False
                case _:
                    yield decision.line, None, decision.entity, False

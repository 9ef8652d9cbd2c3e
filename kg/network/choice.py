"""Which statements a network is made of: those of an article, a time or an action."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from ..errors import QueryError
from .entities import suggestion
from .sources import Source
from .terms import local

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Choosing(TypedDict, total=False):
    """What may be asked of a network beside the entity it is about; see `kg.network.network`."""

    article: str | None
    since: str | None
    until: str | None
    action: str | None
    min_sources: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What has been asked for; None where everything will do."""

    articles: frozenset[str] | None = None
    """IRIs of articles."""
    since: str | None = None
    until: str | None = None
    action: str | None = None
    """The local name of a class."""
    min_sources: int = 1

    @classmethod
    def checked(
        cls,
        sources: Iterable[Source],
        *,
        article: str | None,
        since: str | None,
        until: str | None,
        action: str | None,
        min_sources: int,
    ) -> Choice:
        """What has been asked for, as the graph names it; QueryError where it has no such thing."""
        for name, given in (("since", since), ("until", until)):
            if given is not None and not _DATE.fullmatch(given):
                raise QueryError(f"{name} is {given!r}. Give a date as 2025-01-31, 2025-01 or 2025.")
        if since and until and since > until and not since.startswith(until):
            raise QueryError(f"Nothing is both since {since} and until {until}. Exchange them.")
        if min_sources < 1:
            raise QueryError(f"An edge with {min_sources} sources is none. Give 1 or more.")
        known = list(sources) if article is not None or action is not None else []
        return cls(
            None if article is None else _articles(article, known),
            since,
            until,
            None if action is None else _action(action, known),
            min_sources,
        )

    def of(self, sources: list[Source]) -> list[Source]:
        """The sources that fit."""
        return sources if self._everything else [source for source in sources if self._fits(source)]

    def allows(self, sources: list[Source]) -> bool:
        """Whether an edge with these sources, which fit, is shown."""
        if self._everything and self.min_sources == 1:
            return True
        return len({(source["article_iri"], source["start"]) for source in sources}) >= self.min_sources

    @property
    def _everything(self) -> bool:
        return self.articles is None and not self.since and not self.until and self.action is None

    def _fits(self, source: Source) -> bool:
        date = source["date"]
        return (
            (self.articles is None or source["article_iri"] in self.articles)
            and (self.since is None or date[: len(self.since)] >= self.since)
            and (self.until is None or (date != "" and date[: len(self.until)] <= self.until))
            and (self.action is None or source["action"] == self.action)
        )


def _articles(wanted: str, sources: list[Source]) -> frozenset[str]:
    folded = " ".join(wanted.split()).casefold()
    names: set[str] = set()
    found: set[str] = set()
    for source in sources:
        own = {source["article"], source["title"], source["url"], source["article_iri"]} - {""}
        names |= own
        if folded in {name.casefold() for name in own}:
            found.add(source["article_iri"])
    if not found:
        hint = suggestion(wanted, names, "Give the id, title, URL or IRI of one that has statements.")
        raise QueryError(f"The graph has no article {wanted!r}. {hint}")
    return frozenset(found)


def _action(wanted: str, sources: list[Source]) -> str:
    known = {source["action"] for source in sources} - {""}
    name = local(wanted.replace("kg:", "", 1) if wanted.startswith("kg:") else wanted)
    same = sorted(action for action in known if action.casefold() == name.casefold())
    if not same:
        hint = suggestion(name, known, f"It has {', '.join(sorted(known)) or 'none'}.")
        raise QueryError(f"The graph has no action {wanted!r}. {hint}")
    return same[0]

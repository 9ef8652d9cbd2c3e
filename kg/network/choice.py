"""Which statements a network is made of: those of an article, a time or an action."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from ..errors import QueryError
from ..query import Graph
from .articles import About, Articles
from .asking import rows
from .entities import suggestion
from .terms import local

_ACTIONS = "SELECT DISTINCT ?action WHERE { ?statement kg:trigger ?trigger ; kg:action ?action }"
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
        graph: Graph,
        *,
        article: str | None = None,
        since: str | None = None,
        until: str | None = None,
        action: str | None = None,
        min_sources: int = 1,
    ) -> Choice:
        """What has been asked for, as the graph names it; QueryError where it has no such thing."""
        for name, given in (("since", since), ("until", until)):
            if given is not None and not _DATE.fullmatch(given):
                raise QueryError(f"{name} is {given!r}. Give a date as 2025-01-31, 2025-01 or 2025.")
        if since and until and since > until and not since.startswith(until):
            raise QueryError(f"Nothing is both since {since} and until {until}. Exchange them.")
        if min_sources < 1:
            raise QueryError(f"An edge with {min_sources} sources is none. Give 1 or more.")
        return cls(
            None if article is None else _articles(article, Articles(graph)),
            since,
            until,
            None if action is None else _action(action, graph),
            min_sources,
        )

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Choice()

    def fits(self, article: About, action: str) -> bool:
        """Whether a sentence of an article that tells of an action, by its local name, is wanted."""
        date = article["date"]
        return (
            (self.articles is None or article["article_iri"] in self.articles)
            and (self.since is None or date[: len(self.since)] >= self.since)
            and (self.until is None or (date != "" and date[: len(self.until)] <= self.until))
            and (self.action is None or action == self.action)
        )

    def allows(self, sentences: int) -> bool:
        """Whether an edge with so many sentences that fit is shown."""
        return self.is_everything or sentences >= self.min_sources


def _articles(wanted: str, articles: Iterable[About]) -> frozenset[str]:
    folded = " ".join(wanted.split()).casefold()
    names: set[str] = set()
    found: set[str] = set()
    for article in articles:
        own = {article["article"], article["title"], article["url"], article["article_iri"]} - {""}
        names |= own
        if folded in {name.casefold() for name in own}:
            found.add(article["article_iri"])
    if not found:
        hint = suggestion(wanted, names, "Give the id, title, URL or IRI of one.")
        raise QueryError(f"The graph has no article {wanted!r}. {hint}")
    return frozenset(found)


def _action(wanted: str, graph: Graph) -> str:
    known = {local(row["action"]) for row in rows(graph, _ACTIONS)} - {""}
    name = local(wanted.replace("kg:", "", 1) if wanted.startswith("kg:") else wanted)
    same = sorted(action for action in known if action.casefold() == name.casefold())
    if not same:
        hint = suggestion(name, known, f"It has {', '.join(sorted(known)) or 'none'}.")
        raise QueryError(f"The graph has no action {wanted!r}. {hint}")
    return same[0]

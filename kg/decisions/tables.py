"""Looking up what was decided about an entity of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from .nouns import Reference

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """Which entity it is, and what it is called."""

    key: str
    label: str


class Table(Generic[Value]):
    """What is decided about entities, by their key or their label, in every article or in one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], list[tuple[str | None, Value]]] = defaultdict(list)

    def add(self, reference: Reference, key: str, value: Value, article: str | None = None) -> None:
        """Keep a value for whatever has this key, or is called what the reference says."""
        self._kept["key", key].append((article, value))
        if not reference.is_key:
            self._kept["label", reference.words].append((article, value))

    def find(self, who: Identity, articles: frozenset[str]) -> Iterator[Value]:
        """What was kept for an entity: for these articles before every article, by key before by label."""
        found = [*self._kept.get(("key", who.key), ()), *self._kept.get(("label", who.label), ())]
        yield from (value for article, value in found if article in articles)
        yield from (value for article, value in found if article is None)

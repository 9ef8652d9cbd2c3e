"""Extraction -> what a store is given of it: entities as decided, triples as lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from typing import Any

from . import rdf
from .decisions import Decisions, Reference, Rulings, apply
from .extraction import Knowledge
from .model import Article, Extraction


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says, for a store, and what of the decisions it met."""

    article: Article
    statements: int
    """How many."""
    lines: bytes
    """N-Triples for the named graph of the article."""
    labels: tuple[str, ...] = ()
    """The names of its entities before any decision, where there are decisions."""
    met: frozenset[tuple[int, Reference]] = frozenset()
    """See `kg.decisions.apply`."""


class Teller:
    """Turns extractions into tellings, in this process or, pickled, in another."""

    def __init__(self, rulings: Rulings, gazetteer: tuple[str | PathLike[str], ...], base: str) -> None:
        """Prepare to tell.

        Args:
            rulings: who is who by decision.
            gazetteer: the files that the knowledge behind them comes from, to read them in another process.
            base: what the IRIs of data begin with.
        """
        self._rulings = rulings
        self._gazetteer = gazetteer
        self._base = base

    def __reduce__(self) -> tuple[Callable[..., Teller], tuple[Any, ...]]:
        """Rulings are large; what they are made of is small."""
        return _again, (self._rulings.decisions, self._gazetteer, self._base)

    def __call__(self, extraction: Extraction) -> Telling:
        """What a store is given of an extraction."""
        applied = apply(extraction, self._rulings)
        decided = applied.extraction
        return Telling(
            decided.article,
            len(decided.statements),
            rdf.ntriples(decided, self._rulings.knowledge.ontology, base=self._base),
            tuple(entity.label for entity in extraction.entities) if self._rulings.decisions.lines else (),
            applied.met,
        )


@lru_cache(maxsize=1)
def _again(decisions: Decisions, gazetteer: tuple[str | PathLike[str], ...], base: str) -> Teller:
    return Teller(Rulings(decisions, Knowledge.of(gazetteer)), gazetteer, base)

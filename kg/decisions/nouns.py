"""A decisions file as values, before anything in it is looked up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An entity as a decision writes it: by the name that `kg who` shows, or by its IRI."""

    words: str
    """The name in one line; or the key, which is what follows ``/entity/`` in the IRI."""
    is_key: bool = False

    def __str__(self) -> str:
        """As it is written in a file."""
        return f"ent:{self.words}" if self.is_key else f'"{self.words}"'


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Two entities are one, under the name of the first."""

    line: int
    kept: Reference
    other: Reference
    article: str | None = None
    """The id or key of the only article in which that is so; every article where none is given."""


@dataclass(frozen=True, slots=True, order=True)
class Split:
    """What one article says of an entity is about another one."""

    line: int
    entity: Reference
    article: str
    name: str
    """The name of the other one."""


@dataclass(frozen=True, slots=True, order=True)
class Rename:
    """An entity is shown by another name; its IRI stays."""

    line: int
    entity: Reference
    name: str


@dataclass(frozen=True, slots=True, order=True)
class SameAs:
    """An entity is the one that another collection describes."""

    line: int
    entity: Reference
    iri: str


Decision = Merge | Split | Rename | SameAs


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a decisions file says, line by line."""

    source: str = "decisions"
    """The file, for messages."""
    lines: tuple[Decision, ...] = ()

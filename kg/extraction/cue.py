"""A reporting word of an article: who says what to whom by it."""

from __future__ import annotations

from dataclasses import dataclass

from ..ontology import Action
from .contents import Ranges


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word, as token indexes: where it stands, who says, to whom, and what."""

    index: int
    words: tuple[int, int]
    action: Action | None
    subject: int | None = None
    """The head of its grammatical subject, or the nearest noun phrase that can be one."""
    source: int | None = None
    """The head of who says so; none in an agentless passive."""
    relative: int | None = None
    """The relative pronoun that stands for the source: "who said"."""
    addressee: int | None = None
    content: Ranges = ()
    """Its complement as (first, last) tokens; empty where it has none in its own sentence."""
    clause: bool = True
    """Whether its complement is a clause, not a thing that is spoken of."""
    verb: bool = True
    passive: bool = False
    said: bool = True
    """Whether the source did say it: not so in "refused to deny", "will say", "never claimed"."""

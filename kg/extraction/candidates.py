"""A passage that may refer to somebody or something, with what its own words tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..model import MentionKind
from .tokens import Doc

POSSESSIVE = frozenset(("'s", "’s", "'", "’", "‘s"))


class Candidate(NamedTuple):
    """A passage that may refer, as tokens `first` to `last` (included), with what its own words tell."""

    first: int
    last: int
    head: int
    kind: MentionKind
    cls: str | None = None
    name: str = ""
    """A name without titles and post-nominals; the words of a description without its article."""
    title: str | None = None
    gender: str | None = None
    plural: bool = False
    known: str | None = None
    """Key of the gazetteer entity that bears exactly this name."""
    post: str | None = None
    """Key of the post that a description names ("the Home Secretary")."""
    former: bool = False
    qualified: bool = False
    """Whether its words make a post another's or nobody's: "the French …", "any …", "… at the time"."""
    party: str | None = None
    """Key of the party or body that the description of a post opens with: "Tory"."""
    modifies: bool = False
    """Whether the name only modifies a noun ("Labour MPs", "Whitehall-led"): linked, but no actor."""
    definite: bool = False

    def covers(self, index: int) -> bool:
        """Whether the candidate includes the token at `index`."""
        return self.first <= index <= self.last


def without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the longest of overlapping candidates, the first given where equally long."""
    ranked = sorted(enumerate(candidates), key=_longest_then_first)
    kept: list[Candidate] = []
    taken: set[int] = set()
    for _, candidate in ranked:
        tokens = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(tokens):
            kept.append(candidate)
            taken.update(tokens)
    return kept


def _longest_then_first(ranked: tuple[int, Candidate]) -> tuple[int, int]:
    rank, candidate = ranked
    return candidate.first - candidate.last, rank


def text_of(doc: Doc, first: int, last: int) -> str:
    """The words of a range of tokens in one line."""
    return " ".join("".join([t.text + t.whitespace_ for t in doc[first : last + 1]]).split())


def head_of(doc: Doc, first: int, last: int) -> int:
    """The token of a range whose own head lies outside it."""
    for token in doc[first : last + 1]:
        if token.head is token or not first <= token.head.i <= last:
            return token.i
    return last

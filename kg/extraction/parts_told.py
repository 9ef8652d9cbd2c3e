"""Which words of a quote tell what its cue is about, where the cue or a scene parts them."""

from __future__ import annotations

from ..model import Passage, Quote
from . import syntax
from .reading import Reading
from .tokens import Token


def part_told(quote: Quote, cue: Token, reading: Reading) -> Passage:
    """The first part of a quote, in the sentence of its cue, that is a clause; the longest if none is."""
    sentence = reading.sentence(cue)
    here = [f for f in quote.content if quote.evidence.contains(f) or sentence.contains(f)]
    told = [f for f in here if any(map(syntax.tells, reading.tokens_in(f)))]
    first = [f for f in told if not _sets_the_scene(f, reading)] or told
    said = (first or [max(here or quote.content, key=lambda part: part.end - part.start)])[0]
    before = [part for part in here if part.end <= reading.starts[cue.i] <= said.start]
    opens = before and before[-1] not in told and here.index(said) == here.index(before[-1]) + 1
    return _from_subject(before[-1], said, reading) if opens else said


def _from_subject(opening: Passage, said: Passage, reading: Reading) -> Passage:
    """A clause with its subject before the cue: "The bank, she said, is shut" is no "is shut"."""
    subject = any(map(syntax.is_subject, reading.tokens_in(opening)))
    return said._replace(start=opening.start) if subject else said


def _sets_the_scene(part: Passage, reading: Reading) -> bool:
    """Whether a part of a quote is only a clause of time or the like: "After losing, she said, …"."""
    words = list(reading.tokens_in(part))
    top = next((t for t in words if t.head not in words), None)
    return top is not None and syntax.is_adverbial_clause(top)

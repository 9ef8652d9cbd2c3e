"""An article as rows: each paragraph with its marks, beside it the notes on its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Extraction, Passage
from ...parse import paragraphs
from ..display import phrase
from .marks import Mark, Piece, pieces, set_levels
from .notes import Sentence, key, sentences
from .people import MENTIONS, kind_of
from .told import Names, days, said_by
from .words import shown

#: So many missing characters are spoken of; fewer are the space between two sentences.
GAP = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with its notes."""

    pieces: tuple[Piece, ...]
    sentences: tuple[Sentence, ...]
    lead: str = ""
    """Marks of a heading or a block quote that stand before it."""
    missing: int = 0
    """How many characters before it nobody knows."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of Markdown."""
        return self.lead.startswith("#")


def rows(extraction: Extraction, names: Names, *, gaps: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The paragraphs of an article in order.

    Args:
        extraction: what was found in it.
        names: what its entities are called.
        gaps: ranges of the text, in order, that nobody knows; they hold line breaks.
    """
    text = extraction.article.text
    spans = paragraphs(text)
    ends, starts = [end for _, end in spans], [start for start, _ in spans]
    marks: list[list[Mark]] = [[] for _ in spans]
    for mark in _marks(extraction, names):
        place = bisect_right(ends, mark.start)
        while place < len(spans) and starts[place] < mark.end:
            marks[place].append(mark)
            place += 1
    told: list[list[Sentence]] = [[] for _ in spans]
    for sentence in sentences(extraction, names) if spans else ():
        told[max(0, bisect_right(starts, sentence.passage.start) - 1)].append(sentence)
    missing = [0] * len(spans)
    for start, end in gaps:
        place = bisect_right(starts, start)
        if end - start >= GAP and place < len(spans):
            missing[place] += end - start
    return [
        Row(
            pieces=tuple(pieces(text, marks[place], start, end)),
            sentences=tuple(told[place]),
            lead=shown(text[ends[place - 1] if place else 0 : start]),
            missing=missing[place],
        )
        for place, (start, end) in enumerate(spans)
    ]


def _marks(extraction: Extraction, names: Names) -> list[Mark]:
    """One mark for each range of characters that is anything, in no order that matters."""
    made: dict[tuple[int, int], Mark] = {}

    def add(passage: Passage | None, kinds: str, about: str = "", *, entity: str = "") -> None:
        if passage is None or not 0 <= passage.start < passage.end <= len(names.text):
            return
        mark = made.setdefault(
            (passage.start, passage.end), Mark(passage.start, passage.end, key=key(passage))
        )
        mark.kinds.update(kinds.split())
        mark.entity = mark.entity or entity
        if about and about not in mark.about:
            mark.about.append(about)

    known = {entity.key: entity for entity in extraction.entities}
    numbers = {key: str(number) for number, key in enumerate(sorted({m.entity for m in extraction.mentions}))}
    for sentence in extraction.sentences:
        add(sentence, "sentence")
    for mention in extraction.mentions:
        how, kind = MENTIONS[mention.kind], kind_of(known.get(mention.entity))
        about = f"{names.label(mention.entity)}: {how}, joined by the rule {shown(mention.rule)}"
        add(mention.passage, f"mention {how} {kind}", about, entity=numbers[mention.entity])
    for quote in extraction.quotes:
        who = said_by(quote, names.labels)
        for fragment in quote.content:
            add(fragment, f"quote {quote.mode}", f"Said by {who}")
        add(quote.cue, "cue", f"Reports what {who} said")
        add(quote.source, "part")
        add(quote.addressee, "part")
    for statement in extraction.statements:
        add(statement.trigger, "trigger", f"Calls up the action: {phrase(shown(statement.action))}")
        for argument in statement.arguments:
            add(argument.passage, "part", days(argument.when) if argument.when else "")
    for attestation in extraction.attestations:
        add(attestation.words, "role", f"A role of {names.label(attestation.person)}")
        add(attestation.holder, "part")
    for passage, reason in extraction.unread:
        add(passage, "unread", f"Gave no statement: {shown(reason)}")
    set_levels([mark for mark in made.values() if mark.is_mention])
    return list(made.values())

"""Marks in a text that nest and cross, as pieces that only nest.

A mark that ends within another is closed with it and opened again after it, so that one mark may have
several pieces. Offsets are characters of the text (code points, not UTF-16), end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .words import kept


@dataclass(slots=True)
class Mark:
    """One range of the text, and all that it is: a mention, a trigger, a sentence …"""

    start: int
    end: int
    key: str
    """What notes point to it with."""
    kinds: set[str] = field(default_factory=set)
    """Names of styles."""
    about: list[str] = field(default_factory=list)
    """What it is, in English: one line for each kind."""
    entity: str = ""
    """Of a mention: the number of its entity."""
    level: int = 0
    """How many marks of mentions lie one in the other within it: how far its line is from the words."""

    @property
    def is_mention(self) -> bool:
        """Whether it refers to somebody or something."""
        return "mention" in self.kinds

    @property
    def style(self) -> str:
        """The names of its styles."""
        return " ".join(sorted(self.kinds)) + (f" level{min(self.level, 3)}" if self.level else "")


@dataclass(frozen=True, slots=True)
class Piece:
    """A step in writing the text: open a mark, close the innermost one, or neither; then some text."""

    text: str = ""
    mark: Mark | None = None
    opens: bool = False
    """Whether a mark is opened that was not open before."""
    closes: bool = False


def pieces(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[Piece]:
    """Yield the steps that write a part of a text with its marks.

    Args:
        text: the whole text.
        marks: those that may touch the part; what sticks out of it is left to other parts.
        start: where the part begins.
        end: where it ends.
    """
    coming = sorted(
        (mark for mark in marks if max(mark.start, start) < min(mark.end, end)),
        key=lambda mark: (max(mark.start, start), -mark.end, _rank(mark), mark.key),
    )
    coming.reverse()
    stack: list[Mark] = []
    here = start
    while coming or stack:
        ends = min((mark.end for mark in stack), default=end)
        begins = max(coming[-1].start, start) if coming else end
        there = min(ends, begins, end)
        if there > here:
            yield Piece(text=kept(text[here:there]))
            here = there
        if ends <= here or here >= end:
            yield from _close(stack, here, end)
        else:
            mark = coming.pop()
            yield Piece(mark=mark, opens=mark.start >= start)
            stack.append(mark)
    if here < end:
        yield Piece(text=kept(text[here:end]))


def _close(stack: list[Mark], here: int, end: int) -> Iterator[Piece]:
    """Close what ends here, with all that lies within it, and open the latter again."""
    lowest = next(place for place, mark in enumerate(stack) if mark.end <= here or here >= end)
    above = [mark for mark in stack[lowest:] if mark.end > here and here < end]
    for _ in stack[lowest:]:
        yield Piece(closes=True)
    del stack[lowest:]
    for mark in above:
        yield Piece(mark=mark)
        stack.append(mark)


def _rank(mark: Mark) -> int:
    """Which of two marks of the same words lies outside."""
    if "sentence" in mark.kinds:
        return 0
    return 1 if "quote" in mark.kinds else 2 if mark.is_mention else 3


def set_levels(marks: Sequence[Mark]) -> None:
    """Give each mark of a mention its level, so that the lines under mentions within mentions lie apart."""
    stack: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.key)):
        while stack and stack[-1].end <= mark.start:
            stack.pop()
        for depth, outer in enumerate(reversed(stack), 1):
            outer.level = max(outer.level, depth)
        stack.append(mark)

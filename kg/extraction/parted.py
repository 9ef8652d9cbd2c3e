"""Where what somebody says ends before whoever reports it: "“Hale says it fell,” Marsh said early"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Argument, Passage, Quote
from .reported import Reported


def part_nested(found: list[Reported]) -> None:
    """End a content with the content around it, where it runs on to whoever reports both; in place."""
    told = sorted((q.cue.start, i) for i, q in enumerate(found) if q.cue is not None)
    for index, inner in enumerate(found):
        cue = inner.cue
        if cue is None:
            continue
        first = bisect_right(told, (cue.end, 0))
        last = bisect_left(told, (max(part.end for part in inner.content), 0))
        for start, number in told[first:last]:
            around = found[number]
            end = _end_before(start, around.content, inner.content[-1].end)
            if (
                end is not None
                and number != index
                and around.contains(cue)
                and inner.contains(around.cue or cue)
            ):
                fragments = [f._replace(end=min(f.end, end)) for f in inner.content if f.start < end]
                found[index] = inner = replace(inner, content=tuple(fragments) or inner.content)


def _end_before(cue: int, content: Sequence[Passage], last: int) -> int | None:
    """Where a content ends before its cue; none where it goes on behind, up to some place in the text."""
    here = [fragment.end for fragment in content if fragment.start < last]
    return here[-1] if here and here[-1] <= cue else None


def _within(quote: Quote | None, argument: Argument) -> Argument:
    """An argument without the words that report the quote in which it begins: "that it fell,” Hale said"."""
    while quote is not None:
        cue, passage = quote.cue, argument.passage
        if cue is not None and argument.entity is None and passage.contains(cue):
            end = _end_before(cue.start, quote.content, passage.end)
            if end is not None and any(f.start <= passage.start < f.end <= end for f in quote.content):
                argument = replace(argument, passage=passage._replace(end=end))
        quote = quote.within
    return argument


def all_within(quote: Quote | None, found: Iterable[Argument], heads: dict[Passage, int]) -> list[Argument]:
    """Some arguments within a quote; what heads each goes on to do so in `heads`."""
    if quote is None:
        return list(found)
    parted = [(argument, _within(quote, argument)) for argument in found]
    heads.update((new.passage, heads[old.passage]) for old, new in parted if old.passage in heads)
    return [new for _, new in parted]

"""The quotes of an article by the place of their words: which of them a passage stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from ..model import Passage, Quote


class Quotes(Sequence[Quote]):
    """The quotes of one article, in the order given."""

    def __init__(self, quotes: Sequence[Quote] = ()) -> None:
        self._quotes = quotes
        fragments = [
            (extent(quote), number, fragment.start, fragment.end)
            for number, quote in enumerate(quotes)
            for fragment in quote.content
        ]
        self._borders = sorted({border for _, _, *borders in fragments for border in borders})
        #: What covers the characters from each border to the next: the number of each quote and the end of
        #: its fragment, the smallest quote first.
        self._covering: list[list[tuple[int, int]]] = [[] for _ in self._borders]
        for _, number, start, end in sorted(fragments):
            for place in range(self._place(start), self._place(end)):
                self._covering[place].append((number, end))

    def around(self, passage: Passage) -> Iterator[int]:
        """The numbers of the quotes whose content holds a passage, the smallest quote first."""
        place = self._place(passage.start)
        if place >= 0:
            yield from (number for number, end in self._covering[place] if passage.end <= end)

    def innermost(self, passage: Passage) -> Quote | None:
        """The smallest quote whose content holds a passage; none where the article itself speaks."""
        return self.innermost_at(passage.start, passage.end)

    def innermost_at(self, start: int, end: int) -> Quote | None:
        """The same for a range of characters."""
        place = self._place(start)
        if place >= 0:
            for number, last in self._covering[place]:
                if end <= last:
                    return self._quotes[number]
        return None

    def _place(self, offset: int) -> int:
        """The last border at or before a character; -1 before the first."""
        return bisect_right(self._borders, offset) - 1

    @overload
    def __getitem__(self, number: int) -> Quote: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Quote]: ...
    def __getitem__(self, number: int | slice) -> Quote | Sequence[Quote]:
        """A quote, or several, by number."""
        return self._quotes[number]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._quotes)


def extent(quote: Quote) -> int:
    """How many characters of content a quote has."""
    return sum(fragment.end - fragment.start for fragment in quote.content)

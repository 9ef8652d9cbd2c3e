"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode

from ..reply import Refused
from ..working import Given

Item = TypeVar("Item")
#: No list has so many pages.
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list, and where the others are."""

    number: int
    """Of this page; the first is 1."""
    size: int
    """Of a page."""
    count: int
    """Of the whole list."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Parameters of the address beside the number."""

    @property
    def pages(self) -> int:
        """How many pages there are: one even for nothing."""
        return max(1, -(-self.count // self.size))

    @property
    def first(self) -> int:
        """The number, from 1, of the first item that is shown; 0 if there is none."""
        return min(self.count, (self.number - 1) * self.size + 1)

    @property
    def last(self) -> int:
        """The number of the last item that is shown."""
        return min(self.count, self.number * self.size)

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """The items of this page, of the whole list."""
        return items[(self.number - 1) * self.size : self.last]

    def address(self, number: int) -> str:
        """Where a page is; empty if there is none of that number."""
        if not 1 <= number <= self.pages:
            return ""
        return "?" + urlencode({**self.kept, **({"page": number} if number > 1 else {})})


def paging(given: Given, size: int, count: int, **kept: str) -> Paging:
    """The page that a request asks for by ``page``; the first if it does not say.

    Args:
        given: the parameters of the request.
        size: of a page.
        count: of the whole list.
        kept: parameters of the address that lead to the same list; empty ones are left out.

    Raises:
        Refused: it asks for no number, or there is no such page.
    """
    text = str(given.get("page") or "1")
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:9]) < _MOST:
        raise Refused(400, "page is a number from 1.")
    made = Paging(int(text), size, count, {name: value for name, value in kept.items() if value})
    if made.number > made.pages:
        raise Refused(404, f"There are {made.pages} pages.")
    return made

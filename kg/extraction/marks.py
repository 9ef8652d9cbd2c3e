"""Quotation marks as British and American papers set them: which characters of a text stand between a pair.

A running quote is opened again at the head of each of its paragraphs and closed only in the last. The mark
’ is also the apostrophe: inside a word, before a clipped word or decade (’90s), and after a plural owner
(workers’ rights). Agencies and archives set '' or `` for a double mark. Marks that have no partner are left
alone; no text is lost or added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

#: Opening mark -> its kind; straight marks open and close.
_OPENS = {
    **{"“": "double", "„": "double", "«": "angle", "‘": "single", '"': "straight", "'": "tick"},
    **{"''": "ticks", "``": "ticks"},
}
_CLOSES = {"”": "double", "»": "angle", "’": "single", '"': "straight", "'": "tick", "''": "ticks"}
_DOUBLE = frozenset(("double", "straight", "ticks"))
#: White space inside a line.
SPACES = " \t\u00a0\u2009\u202f"
#: Every character that a mark is made of.
MARKS = frozenset("".join((*_OPENS, *_CLOSES)))


_MARK = re.compile("''|``|[" + "".join(sorted(MARKS)) + "]")


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """The characters of a pair of marks and between them: one (start, end) per paragraph, end exclusive."""

    fragments: tuple[tuple[int, int], ...]
    depth: int = 0
    """0 for an outermost pair, 1 for a quote within a quote."""
    closed: bool = True


def find_quoted(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quoted]:
    """The quoted stretches of a text in reading order, outer before inner.

    Args:
        text: the text as received.
        paragraphs: (start, end) of each, in order.
    """
    found: list[Quoted] = []
    running: tuple[str, list[tuple[int, int]]] | None = None
    for number, (start, end) in enumerate(paragraphs):
        stack: list[tuple[str, int]] = []
        position = start
        if running and _OPENS.get(_mark_at(text, start, end)) == running[0]:
            stack.append((running[0], start))
            position += len(_mark_at(text, start, end))
        elif running:
            found.append(_unclosed(running[1]))
            running = None
        runs_on = number + 1 < len(paragraphs) and _mark_at(text, *paragraphs[number + 1]) in ("‘", "'")
        for found_mark in _MARK.finditer(text, position, end):
            mark, position = found_mark[0], found_mark.start()
            kind = _closed_by(text, position, mark, stack)
            if kind and _is_open(stack, kind) and _can_close(text, position, start, end, runs_on):
                while stack[-1][0] != kind:
                    stack.pop()
                opened = stack.pop()[1]
                fragment = (opened, position + len(mark))
                if running and not stack:
                    found.append(Quoted((*running[1], fragment)))
                    running = None
                else:
                    found.append(Quoted((fragment,), depth=len(stack)))
                continue
            kind = _OPENS.get(mark, "double" if mark == "”" else "")  # set the wrong way round by some
            if kind and not _is_open(stack, kind) and _can_open(text, position, start, end):
                stack.append((kind, position))
        if stack:
            kind, opened = stack[0]
            fragments = [*(running[1] if running else []), (opened, end)]
            running = (kind, fragments)
    if running:
        found.append(_unclosed(running[1]))
    return sorted((q for q in found if q.closed or _opens_speech(text, q)), key=_outer_first)


def _outer_first(quoted: Quoted) -> tuple[int, int, int]:
    return quoted.fragments[0][0], quoted.depth, quoted.fragments[-1][1]


def _unclosed(fragments: list[tuple[int, int]]) -> Quoted:
    return Quoted(tuple(fragments), closed=False)


def _opens_speech(text: str, quoted: Quoted) -> bool:
    """Whether a quote that is never closed was meant as one: it opens a paragraph or follows a colon."""
    start = quoted.fragments[0][0]
    before = text[:start].rstrip(SPACES)
    return len(quoted.fragments) > 1 or not before or before[-1] in "\n:,"


def _closed_by(text: str, position: int, mark: str, stack: list[tuple[str, int]]) -> str | None:
    """The kind of quote that a mark closes: one of another make, where double marks do not match."""
    kind = "double" if mark == "“" and _is_open(stack, "double") else _CLOSES.get(mark)
    if kind not in _DOUBLE or _is_open(stack, kind) or text[position - 1 : position].isdigit():
        return kind
    return next((other for other, _ in reversed(stack) if other in _DOUBLE), kind)


def _is_open(stack: list[tuple[str, int]], kind: str) -> bool:
    return any(open_kind == kind for open_kind, _ in stack)


def _mark_at(text: str, position: int, end: int) -> str:
    """The mark, or whatever character, at a position: two ticks are one mark."""
    two = text[position : min(position + 2, end)]
    return two if two in ("''", "``") else text[position : min(position + 1, end)]


def _neighbours(text: str, position: int, start: int, end: int) -> tuple[str, str]:
    following = position + len(_mark_at(text, position, end))
    before = text[position - 1] if position > start else " "
    after = text[following] if following < end else " "
    return before, after


def _can_open(text: str, position: int, start: int, end: int) -> bool:
    before, after = _neighbours(text, position, start, end)
    if after.isspace() or not (before.isspace() or before in "([{—–-/“‘\"'«…:"):
        return False
    if (
        _mark_at(text, position, end) in ("'", "‘")
        and after.isdigit()
        and text[position + 3 : position + 4] == "s"
    ):
        return False  # ‘90s
    return _mark_at(text, position, end) != "'" or _closes_later(text, position + 1, end)


def _can_close(text: str, position: int, start: int, end: int, runs_on: bool) -> bool:
    """Whether a mark may close a quote; `runs_on`: the next paragraph opens one again."""
    before, after = _neighbours(text, position, start, end)
    if text[position] in "”»" and (position > start or after.isspace()):
        return True
    if before.isspace() and text[max(start, position - 2) : position - 1] not in ("'", "’"):
        return False  # "… ‘go.’ " may close two quotes, set apart by a space
    if after.isalnum():
        return False
    owner = (
        _mark_at(text, position, end) in ("’", "'")
        and before == "s"
        and after == " "
        and text[position + 2 : position + 3].isalpha()
    )
    return not (owner and (runs_on or _closes_later(text, position + 1, end)))


def _closes_later(text: str, position: int, end: int) -> bool:
    """Whether a single mark that can only close comes before the next one that opens."""
    for index in range(position, end):
        before, after = text[index - 1], text[index + 1] if index + 1 < end else " "
        if "''" in (text[index - 1 : index + 1], text[index : index + 2]):
            continue
        if text[index] == "‘":
            return False
        if text[index] in "’'" and not after.isalnum():
            if before.isspace():
                return False
            if not (before == "s" and after == " "):
                return True
    return False

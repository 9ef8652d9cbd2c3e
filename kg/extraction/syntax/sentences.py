"""What the marks of a sentence say of all its words, read off once for each sentence."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token


def is_question(token: Token) -> bool:
    """Whether a question mark ends the sentence, inside a closing quotation mark or before one."""
    first, last = token.doc[token.sent.start], token.sent.end - 1
    if not _holds_a_question(first):
        return False
    stops = _stops(first)
    if any([stop.i >= last - 2 and stop.text == "?" for stop in stops]):
        return True
    stop = next((stop for stop in stops if token.i < stop.i < last), None)
    return stop is not None and stop.text == "?" and stop.nbor().is_quote  # "Is it so?" she said.


def has_quotation_marks(token: Token) -> bool:
    """Whether a quotation mark stands in the sentence of a word."""
    return _holds_quoted_words(token.doc[token.sent.start])


@remembered
def _holds_a_question(first: Token) -> bool:
    return "?" in [stop.text for stop in _stops(first)]


@remembered
def _holds_quoted_words(first: Token) -> bool:
    return any([stop.is_quote for stop in _stops(first)])


@remembered
def _stops(first: Token) -> list[Token]:
    """What ends something said in the sentence that a word begins: stops and quotation marks."""
    return [t for t in first.sent if t.text in ("?", ".", "!") or t.is_quote]

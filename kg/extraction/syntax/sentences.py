"""What the marks of a sentence say of all its words, read off once for each sentence."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token


def is_question(token: Token) -> bool:
    """Whether a question mark ends the sentence, inside a closing quotation mark or before one."""
    stops = _stops(token.sent[0])
    if any([stop.i >= token.sent.end - 3 and stop.text == "?" for stop in stops]):
        return True
    last = token.sent.end - 1
    stop = next((stop for stop in stops if token.i < stop.i < last), None)
    return stop is not None and stop.text == "?" and stop.nbor().is_quote  # "Is it so?" she said.


def has_quotation_marks(token: Token) -> bool:
    """Whether a quotation mark stands in the sentence of a word."""
    return any([stop.is_quote for stop in _stops(token.sent[0])])


@remembered
def _stops(first: Token) -> list[Token]:
    """What ends something said in the sentence that a word begins: stops and quotation marks."""
    return [t for t in first.sent if t.text in ("?", ".", "!") or t.is_quote]

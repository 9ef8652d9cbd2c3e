"""A Doc -> stretches of words that fit the encoder, cut where a reader would pause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Word pieces in one segment: about 200 words. The encoder was trained on one to eight sentences at a time.
LONGEST = 250
_STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "!?"})
#: Marks that close what stands before them.
CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a Doc that are no white space, a list each for what is asked of them."""

    #: The place of each word among the tokens of the Doc.
    tokens: list[int]
    texts: list[str]
    #: Whether a space or a line break stands before the word, and whether a line break does.
    spaced: list[bool]
    on_new_line: list[bool]
    #: Whether a blank line stands before the word.
    on_new_paragraph: list[bool]

    @classmethod
    def of(cls, doc: Doc) -> Words:
        """The words of a Doc, in order."""
        words = cls([], [], [], [], [])
        spaced, breaks = False, 0
        for token in doc:
            if token.is_space:
                spaced, breaks = True, breaks + len(token.text_with_ws.splitlines(keepends=True)[:-1])
                breaks += token.text_with_ws.endswith("\n")
                continue
            words.tokens.append(token.i)
            words.texts.append(token.text)
            words.spaced.append(spaced)
            words.on_new_line.append(breaks > 0)
            words.on_new_paragraph.append(breaks > 1)
            spaced, breaks = bool(token.whitespace_), 0
        return words


def segments(words: Words, pieces: Sequence[int], longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Cut words to stretches (start, end) of at most so many pieces; all words are in one, in order.

    A blank line always ends one. A longer paragraph is cut after the last end of a sentence that fits, and
    where there is none, after the last word that fits.

    Args:
        words: of one Doc.
        pieces: how many pieces each word has; none has more than `longest`.
        longest: the most pieces of one stretch.
    """
    start = total = 0
    stop = 0
    for word, count in enumerate(pieces):
        if word > start and words.on_new_paragraph[word]:
            yield start, word
            start, stop, total = word, 0, 0
        while total + count > longest:
            end = stop if stop > start else word
            yield start, end
            start, stop, total = end, 0, sum(pieces[end:word])
        total += count
        if ends_sentence(words, word):
            stop = word + 1
    if start < len(pieces):
        yield start, len(pieces)


def ends_sentence(words: Words, word: int) -> bool:
    """Whether a word is a full stop or the like, or the last closing quote or bracket behind one."""
    if word + 1 < len(words.texts) and not words.spaced[word + 1] and words.texts[word + 1] in CLOSING:
        return False
    while word and words.texts[word] in CLOSING and not words.spaced[word]:
        word -= 1
    return words.texts[word] in _STOPS

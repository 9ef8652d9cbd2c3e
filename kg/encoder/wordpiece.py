"""Words as word pieces, the input of the encoder: BERT's uncased WordPiece, for text cut to words already.

The procedure is that of Devlin et al., *BERT* (2019), `tokenization.py`: drop control characters, take
accents off, put in lower case, part at punctuation and CJK characters, and match the longest known piece
from the left.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
#: A longer run of characters without punctuation is one unknown piece, as in BERT.
_LONGEST_RUN = 100
#: Of a word with more pieces only those at both ends are kept: a row of 5,000 dashes says no more than 64.
MOST_PIECES = 64
#: Words remembered, in number. An article has some 400 different ones.
_REMEMBERED = 50_000
_CJK = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)


class Shape(IntEnum):
    """How a word is written, which the pieces in lower case do not show."""

    OTHER = 0
    CAPITALS = 1
    TITLE = 2
    MIXED = 3
    DIGIT = 4


class Word(NamedTuple):
    """What the encoder sees of a word."""

    pieces: tuple[int, ...]
    shape: Shape


class WordPiece:
    """Word -> pieces, by a list of known pieces whose place in the list is their number."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Number the pieces.

        Raises:
            ValueError: the special ones are not among them.
        """
        if missing := {UNKNOWN, FIRST, LAST}.difference(pieces):
            raise ValueError(f"{min(missing)} is not in it")
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._words: dict[str, Word] = {}
        self.unknown, self.first, self.last = (self._numbers[piece] for piece in (UNKNOWN, FIRST, LAST))

    @property
    def words(self) -> frozenset[str]:
        """The pieces that are whole words, in lower case: the words that the encoder has often seen."""
        return frozenset(piece for piece in self._numbers if piece.isalpha())

    def __call__(self, text: str) -> Word:
        """One to `MOST_PIECES` pieces for any text, and its shape."""
        word = self._words.get(text)
        if word is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            word = self._words[text] = Word(self._pieces(text), shape(text))
        return word

    def _pieces(self, text: str) -> tuple[int, ...]:
        found = [piece for run in _runs(_plain(text)) for piece in self._match(run)] or [self.unknown]
        half = MOST_PIECES // 2
        return tuple(found if len(found) <= MOST_PIECES else found[:half] + found[-half:])

    def _match(self, run: str) -> list[int]:
        """The longest known piece from the left, again and again; unknown as a whole where none is known."""
        found: list[int] = []
        start = 0
        while start < len(run) <= _LONGEST_RUN:
            before = "##" if start else ""
            for end in range(len(run), start, -1):
                number = self._numbers.get(before + run[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found or [self.unknown]


def shape(text: str) -> Shape:
    """How a word is written: "NASA" in capitals, "Casey" as a title, "iPhone" mixed, "2nd" as a number."""
    if len(text) > 1 and text.isupper():
        return Shape.CAPITALS
    if text[:1].isupper():
        return Shape.TITLE
    if any(character.isupper() for character in text):
        return Shape.MIXED
    return Shape.DIGIT if text[:1].isdigit() else Shape.OTHER


def _plain(text: str) -> str:
    """Without control characters, accents and capitals."""
    if text.isascii() and text.isprintable():
        return text.lower()
    kept = (" " if character.isspace() else character for character in text if not _is_control(character))
    apart = unicodedata.normalize("NFD", "".join(kept))
    return "".join(character for character in apart if unicodedata.category(character) != "Mn").lower()


def _is_control(character: str) -> bool:
    if character in "\t\n\r":
        return False
    return character == "\ufffd" or unicodedata.category(character).startswith("C")


def _runs(text: str) -> Iterator[str]:
    """Runs of characters that belong together; a punctuation mark or a CJK character is a run of its own."""
    if text.isalpha() and text.isascii():
        yield text
        return
    for word in text.split(" "):
        for alone, characters in groupby(word, _stands_alone):
            run = "".join(characters)
            yield from run if alone else [run]


def _stands_alone(character: str) -> bool:
    code = ord(character)
    if code < 0x80:
        return character.isprintable() and not character.isalnum() and character != " "
    return unicodedata.category(character).startswith("P") or any(low <= code <= high for low, high in _CJK)

"""An article together with its Doc: where each token stands in the text as received."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Article, Passage
from .marks import MARKS, Quoted, find_quoted
from .tokens import Doc, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One article and its Doc, with the offsets and the paragraph of every token."""

    article: Article
    doc: Doc
    key: str
    """The article's."""
    starts: tuple[int, ...]
    """Token -> offset of its first character in the article's text."""
    ends: tuple[int, ...]
    """Token -> offset of the character after its last."""
    paragraph: tuple[int, ...]
    """Token -> number of its paragraph."""
    quoted: tuple[Quoted, ...]
    """What stands between quotation marks."""

    @classmethod
    def of(cls, article: Article, parsed: Parsed) -> Reading:
        """Align a Doc of spaCy's with the text that it was made from.

        The two may differ in white space and in heading marks only.

        Raises:
            ValueError: the Doc was made from another text.
        """
        doc, text = Doc(parsed), article.text
        starts: list[int] = []
        ends: list[int] = []
        paragraph: list[int] = []
        breaks = [0]
        cursor = 0
        for token in doc:
            start = cursor if token.is_space else text.find(token.text, cursor)
            if start < 0:
                raise ValueError(
                    f"The Doc does not belong to article {article.id!r}: {token.text!r} is not in it."
                )
            if token.is_sent_start and token.i and "\n" in text[cursor:start]:
                breaks.append(start)
            end = start + len(token.text)
            starts.append(start)
            ends.append(end)
            paragraph.append(len(breaks) - 1)
            cursor = start if token.is_space else end
        pieces = pairwise([*breaks, len(text)])
        bounds = [(a, a + len(text[a:b].rstrip())) for a, b in pieces]
        return cls(
            article,
            doc,
            article.key,
            tuple(starts),
            tuple(ends),
            tuple(paragraph),
            tuple(find_quoted(text, bounds)),
        )

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """The first and last token of every paragraph."""
        number = self.paragraph
        starts = [i for i in range(len(number)) if not i or number[i] != number[i - 1]]
        yield from zip(starts, (*(start - 1 for start in starts[1:]), len(number) - 1), strict=True)

    def passage(self, first: int, last: int) -> Passage:
        """The passage from token `first` to token `last`, both included."""
        return Passage(self.key, self.starts[first], self.ends[last])

    def with_marks(self, passage: Passage) -> Passage:
        """A passage with the quotation marks at its edges whose partners it holds or touches.

        One that runs into a pair of marks goes on to their end.
        """
        start, end, text = passage.start, passage.end, self.article.text
        for quoted in self.quoted:
            for first, last in quoted.fragments:
                if start - 2 <= first < start and last <= end + 2 and MARKS.issuperset(text[first:start]):
                    start = first
                if start <= first < end < last:
                    end = last
        return Passage(passage.article, start, end)

    def of_span(self, span: Span) -> Passage:
        """The passage that a span of tokens covers."""
        return self.passage(span.start, span.end - 1)

    def of_tokens(self, tokens: Iterable[Token]) -> Passage:
        """The passage from the first to the last of some tokens."""
        indexes = [token.i for token in tokens]
        return self.passage(min(indexes), max(indexes))

    def sentence(self, token: Token) -> Passage:
        """The sentence in which a token stands: the unit of evidence."""
        return self.of_span(token.sent)

    def words(self, passage: Passage) -> str:
        """The characters of a passage."""
        return self.article.words(passage)

    def token_at(self, offset: int) -> int:
        """The index of the token that covers or else follows a character (past the last: their number)."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.ends[index]:
            return index
        return index + 1

    def tokens_in(self, passage: Passage) -> list[Token]:
        """The tokens that begin inside a passage."""
        first = self.token_at(passage.start)
        last = self.token_at(passage.end - 1) if passage.end > passage.start else first
        return self.doc[first : max(first, min(last + 1, len(self.doc)))]

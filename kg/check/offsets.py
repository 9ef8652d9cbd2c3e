"""Whether the offsets of passages are true, by the articles' texts or by each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..query.prefixes import shortened
from ..query.rows import Term
from .violation import Violation, words

RULE = "offsets"


@dataclass(frozen=True, slots=True)
class _Passage:
    iri: str
    article: str
    begin: int
    end: int
    anchor: str

    @property
    def key(self) -> str:
        """The article's key: the last part of its IRI."""
        return self.article.rpartition("/")[2]

    def wrong(self, message: str) -> Violation:
        return Violation(RULE, shortened(self.iri), message)


def offset_violations(
    rows: Iterable[tuple[Term | None, ...]], texts: Mapping[str, str]
) -> Iterator[Violation]:
    """One violation for each passage that covers other characters than it says.

    Args:
        rows: Passage, article, begin, end and words of every passage.
        texts: The articles' exact texts by article key, as far as they are known.
    """
    passages: dict[str, list[_Passage]] = defaultdict(list)
    for iri, article, begin, end, anchor in rows:
        try:
            passage = _Passage(words(iri), words(article), int(words(begin)), int(words(end)), words(anchor))
        except ValueError:
            yield Violation(RULE, shortened(words(iri)), "has an offset that is no whole number")
            continue
        passages[passage.article].append(passage)
    for of_article in passages.values():
        sound = []
        for passage in of_article:
            message = _own_fault(passage, texts)
            if message:
                yield passage.wrong(message)
            else:
                sound.append(passage)
        yield from _disagreements(sound)


def _own_fault(passage: _Passage, texts: Mapping[str, str]) -> str | None:
    """What is wrong with a passage by itself or against its text."""
    length = passage.end - passage.begin
    name = f"{passage.key}.{passage.begin}-{passage.end}"
    if length != len(passage.anchor):
        return f"says {len(passage.anchor)} characters, its offsets {length}"
    if passage.iri.rpartition("/")[2] != name:
        return f"is not named {name}"
    text = texts.get(passage.key)
    if text is not None and text[passage.begin : passage.end] != passage.anchor:
        return f"says {passage.anchor!r}, the text {text[passage.begin : passage.end]!r}"
    return None


def _disagreements(passages: Iterable[_Passage]) -> Iterator[Violation]:
    """Passages of one article that give a character otherwise than a longer passage does."""
    known: dict[int, str] = {}
    for passage in sorted(
        passages, key=lambda passage: (passage.begin - passage.end, passage.begin, passage.anchor)
    ):
        agrees = True
        for place, character in enumerate(passage.anchor, passage.begin):
            agrees &= known.setdefault(place, character) == character
        if not agrees:
            others = "".join(known[place] for place in range(passage.begin, passage.end))
            yield passage.wrong(f"says {passage.anchor!r}, other passages {others!r}")

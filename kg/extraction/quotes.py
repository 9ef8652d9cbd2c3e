"""Who says what: find each reported content with its cue and its source, direct or indirect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from ..model import AttributionMode, MentionKind, Passage, Quote
from ..ontology import Action
from . import syntax
from .candidates import Candidate
from .cues import Cue
from .marks import Quoted
from .mentions import FIRST_PERSON
from .reading import Reading

_SENTENCE_END = frozenset((".", "!", "?"))
_FIRST_PLURAL = frozenset(("we", "us", "our"))


@dataclass(frozen=True, slots=True)
class Reported:
    """A quote whose source is still a place in the text, not yet an entity."""

    content: tuple[Passage, ...]
    mode: AttributionMode
    cue: Passage | None = None
    cue_index: int | None = None
    """The token of the cue."""
    source: int | None = None
    """The token that heads the source."""
    source_passage: Passage | None = None
    addressee: int | None = None
    action: Action | None = None
    negative: bool = False
    said: bool = True
    """Whether the source did say it; else nobody vouches for the content."""
    continues: int | None = None
    """Index of the quote whose speaker goes on in this one, which has no cue of its own."""

    def contains(self, passage: Passage) -> bool:
        """Whether `passage` lies wholly inside one fragment of the content."""
        return any(fragment.contains(passage) for fragment in self.content)


def find_quotes(reading: Reading, candidates: Sequence[Candidate], cues: Sequence[Cue]) -> list[Reported]:
    """The quotes of an article in reading order."""
    finder = _Finder(reading, candidates, cues)
    found = finder.direct()
    used = {quote.cue for quote in found if quote.cue}
    found += [q for q in finder.indirect() if q.cue not in used and not _covered(q, found)]
    found += [q for q in finder.headlines() if not _covered(q, found)]
    found += finder.unattributed(found)
    return _in_order(found)


def innermost(quotes: Sequence[Quote], passage: Passage) -> Quote | None:
    """The smallest quote whose content holds a passage; none where the article itself speaks."""
    return min((quote for quote in quotes if quote.contains(passage)), key=extent, default=None)


def extent(quote: Quote) -> int:
    """How many characters of content a quote has."""
    return sum(fragment.end - fragment.start for fragment in quote.content)


def _covered(quote: Reported, others: Sequence[Reported]) -> bool:
    """Whether the content is that of a direct quote already found, told by the same words outside it."""
    content, cue = quote.content[0], quote.cue
    return any(
        fragment.contains(content) and (cue is None or not fragment.contains(cue))
        for other in others
        for fragment in other.content
    )


def _in_order(found: list[Reported]) -> list[Reported]:
    order = sorted(range(len(found)), key=lambda index: (found[index].content, index))
    place: dict[int | None, int] = {old: new for new, old in enumerate(order)}
    return [replace(found[old], continues=place.get(found[old].continues)) for old in order]


class _Finder:
    """One article's cues, quoted stretches and candidates, while its quotes are looked for."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate], cues: Sequence[Cue]) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.cues = cues
        self.verb_at = {cue.index: cue for cue in cues if cue.verb}
        self.quoted = reading.quoted
        self.at = {i: c for c in candidates for i in range(c.first, c.last + 1)}
        self.inside = {
            token.i
            for q in reading.quoted
            if q.depth == 0
            for start, end in q.fragments
            for token in reading.tokens_in(Passage(reading.article.key, start, end))
        }

    # Direct speech: what stands between marks, with a cue before or after, or going on without one.

    def direct(self) -> list[Reported]:
        found: list[Reported] = []
        last: tuple[int, int, int] | None = None  # index, paragraph and end of the last direct quote
        for quoted in self.quoted:
            fragments = tuple(Passage(self.reading.article.key, a, b) for a, b in quoted.fragments)
            first = self.reading.tokens_in(fragments[0])
            if not len(first) or not self._is_speech(quoted, fragments):
                continue
            outer = self.inside if quoted.depth == 0 else set()
            before = self._cue_before(fragments[0], outer)
            cue = self._cue_after(fragments[-1], outer)
            if before is not None and (cue is None or self._before(fragments[0]) == ":"):
                cue = before
            paragraph = self.reading.paragraph[first.start]
            broken = found[last[0]] if last and quoted.depth == 0 else None
            if broken is not None and cue is not None and self._is_rest_of(broken, cue, fragments[0]):
                found[last[0]] = replace(broken, content=(*broken.content, *fragments))  # type: ignore[index]
                last = (last[0], paragraph, fragments[-1].end)  # type: ignore[index]
                continue
            if cue is not None:
                quote = self._reported(cue, fragments, AttributionMode.DIRECT)
            elif (
                quoted.depth == 0 and last and paragraph - last[1] <= 1 and self._goes_on(last[2], fragments)
            ):
                quote = Reported(fragments, AttributionMode.DIRECT, continues=last[0])
            else:
                continue
            found.append(quote)
            if quoted.depth == 0:
                end = self.reading.token_at(fragments[-1].end - 1)
                last = (
                    len(found) - 1,
                    self.reading.paragraph[min(end, len(self.doc) - 1)],
                    fragments[-1].end,
                )
        return found

    def headlines(self) -> Iterator[Reported]:
        """What a name before a colon or after a dash in a heading says: "Hale: the plan is dead"."""
        for first, last in self._paragraphs():
            opening, closing = self.at.get(first), self.at.get(last)
            if opening is not None and opening.first == first and opening.last + 2 < last:
                content = (opening.last + 2, last)
                if self.doc[opening.last + 1].text == ":" and self._has_verb(*content):
                    yield self._headline(opening, *content)
            if closing is not None and closing.first - 2 > first:
                content = (first, closing.first - 2)
                if self.doc[closing.first - 1].text in ("-", "–", "—", ":") and self._has_verb(*content):
                    yield self._headline(closing, *content)

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        """The first and last token of every paragraph."""
        starts = [
            i
            for i in range(len(self.doc))
            if not i or self.reading.paragraph[i] != self.reading.paragraph[i - 1]
        ]
        yield from zip(starts, (*(start - 1 for start in starts[1:]), len(self.doc) - 1), strict=True)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(syntax.is_verb(token) for token in self.doc[first : last + 1])

    def _headline(self, source: Candidate, first: int, last: int) -> Reported:
        content = (self.reading.passage(first, last),)
        passage = self.reading.passage(source.first, source.last)
        return Reported(content, self._mode(content[0]), source=source.head, source_passage=passage)

    def unattributed(self, found: Sequence[Reported]) -> Iterator[Reported]:
        """Clauses between marks that no quote covers: somebody says so, and nobody is named."""
        for quoted in self.quoted:
            fragments = tuple(Passage(self.reading.article.key, a, b) for a, b in quoted.fragments)
            covered = any(q.contains(fragment) for fragment in fragments for q in found)
            tokens = [t for fragment in fragments for t in self.reading.tokens_in(fragment)]
            told = any(
                syntax.is_verb(t) and not syntax.is_attributive(t) and not syntax.is_gerund(t) for t in tokens
            )
            if quoted.depth == 0 and not covered and told:
                yield Reported(fragments, AttributionMode.DIRECT)

    def _before(self, fragment: Passage) -> str:
        """The last character before a quote that is no space."""
        return self.reading.article.text[: fragment.start].rstrip(" ")[-1:]

    def _is_rest_of(self, first: Reported, cue: Cue, fragment: Passage) -> bool:
        """Whether a quote only goes on after the cue that broke it: "‘The bridge,’ she said, ‘is safe.’"."""
        return first.cue_index == cue.index and cue.index < self.reading.token_at(fragment.start)

    def _is_speech(self, quoted: Quoted, fragments: Sequence[Passage]) -> bool:
        """Whether the marks hold whole sentences, not words that the writer keeps at a distance."""
        tokens = self.reading.tokens_in(fragments[0])
        words = [t for t in tokens if not t.is_punct]
        if len(quoted.fragments) > 1:
            return True
        ended = self.reading.words(fragments[-1])[-2:-1] in (".", "!", "?", ",", "…", "—", "–")
        capital = bool(words) and words[0].text[:1].isupper()
        before = self._before(fragments[0])
        opens = before in ("", "\n", ".", ":", ",", "!", "?", "”", "’", '"')
        verb = any(syntax.is_verb(t) or t.pos_ == "AUX" for t in words)
        return len(words) >= 2 and ((ended and opens) or (capital and opens and verb and len(words) > 2))

    def _goes_on(self, last_end: int, fragments: Sequence[Passage]) -> bool:
        """Whether nothing but the rest of an attribution stands between two direct quotes.

        Over paragraphs, the second quote must stand alone: words after it may say who else speaks.
        """
        text = self.reading.article.text
        between = text[last_end : fragments[0].start]
        if "\n" not in between:
            return len(between.split()) < 12
        before = between.rsplit("\n", 1)[-1].strip()
        after = text[fragments[-1].end :].split("\n", 1)[0].strip()
        return not before and not after

    def _cue_after(self, fragment: Passage, outer: set[int]) -> Cue | None:
        """The cue in what follows the closing mark: "…,’ she said", "…,’ said Ms Hale"."""
        if self.reading.words(fragment)[-2:-1] == ".":
            return None  # a full stop ends the sentence: what follows is another one
        start = self.reading.token_at(fragment.end)
        paragraph = self.reading.paragraph[min(start, len(self.doc)) - 1]
        for index in range(start, min(start + 14, len(self.doc))):
            token = self.doc[index]
            if (
                self.reading.paragraph[index] != paragraph
                or index in outer
                or token.text in _SENTENCE_END | {";", ":"}
            ):
                break
            cue = self._cue_at(index)
            if cue:
                subject = cue.subject
                near = index - start <= 1 or (subject is not None and subject >= start) or start in self.at
                return cue if near and not cue.passive else None
        return self._unlisted_cue(start)

    def _unlisted_cue(self, start: int) -> Cue | None:
        """A verb that no list has, right after the name that follows a quote: "…,” Hale continued."."""
        if start >= len(self.doc):
            return None
        speaker = self.at.get(start)
        named = speaker is not None or self.doc[start].text[:1].isupper()
        index = (speaker.last if speaker is not None else start) + 1
        if not named or index >= len(self.doc) or not syntax.is_finite(self.doc[index]):
            return None
        head = speaker.head if speaker is not None else start
        return Cue(index, (index, index), None, head, head)

    def _cue_before(self, fragment: Passage, outer: set[int]) -> Cue | None:
        """The cue in what stands before the opening mark: "She said: ‘…"."""
        start = self.reading.token_at(fragment.start)
        before = self._before(fragment)
        for index in range(start - 1, max(-1, start - 40), -1):
            token = self.doc[index]
            other = self.reading.paragraph[index] != self.reading.paragraph[start]
            if (other and before != "\n") or index in outer or token.text in _SENTENCE_END:
                return None
            if other and self.doc[start - 1].text != ":":
                return None
            cue = self._cue_at(index)
            if cue:
                close = before in (":", ",") or start - index <= 3 or before == "\n"
                return cue if close and not cue.passive else None
        return None

    def _cue_at(self, index: int) -> Cue | None:
        return self.verb_at.get(index)

    # Indirect speech: what a cue takes as its complement.

    def indirect(self) -> Iterator[Reported]:
        for cue in self.cues:
            if cue.index in self.inside and self._first_person(cue):
                continue  # "I think" inside a quote only hedges what its speaker says anyway
            if cue.action is not None and cue.action.factive and self._nobody(cue):
                continue  # "it was revealed that", "it emerged that": the paper vouches for it
            fragments = self._content(cue)
            if fragments:
                yield self._reported(cue, fragments, self._mode(fragments[0]))

    def _nobody(self, cue: Cue) -> bool:
        """Whether a cue has no source, or only an empty "it"."""
        return cue.source is None or self.doc[cue.source].lower_ == "it"

    def _first_person(self, cue: Cue) -> bool:
        subject = cue.subject
        return subject is not None and self.doc[subject].lower_ in FIRST_PERSON | _FIRST_PLURAL

    def _content(self, cue: Cue) -> tuple[Passage, ...]:
        passages = (self.reading.passage(first, last) for first, last in cue.content)
        return tuple(self.reading.with_marks(passage) for passage in passages)

    def _mode(self, content: Passage) -> AttributionMode:
        fragments = [Passage(content.article, a, b) for q in self.quoted for a, b in q.fragments]
        if any(f.contains(content) for f in fragments) and not any(content.contains(f) for f in fragments):
            return AttributionMode.INDIRECT
        if content in fragments:
            return AttributionMode.DIRECT
        return (
            AttributionMode.MIXED if any(content.contains(f) for f in fragments) else AttributionMode.INDIRECT
        )

    # Both.

    def _reported(self, cue: Cue, fragments: tuple[Passage, ...], mode: AttributionMode) -> Reported:
        source = (
            cue.source if cue.source is not None or mode is not AttributionMode.DIRECT else self._beside(cue)
        )
        return Reported(
            content=fragments,
            mode=mode,
            cue=self.reading.passage(*cue.words),
            cue_index=cue.index,
            source=source,
            source_passage=None if source is None else self._source_passage(self.doc[source]),
            addressee=cue.addressee,
            action=cue.action,
            negative=bool(cue.action and cue.action.content_negative),
            said=cue.said or mode is AttributionMode.DIRECT,
        )

    def _beside(self, cue: Cue) -> int | None:
        """Who stands by the cue of direct speech where the parse finds none: "said retired judge Hale"."""
        if cue.passive or not cue.verb:
            return None
        after: list[Candidate] = []
        for index in range(cue.words[1] + 1, min(cue.words[1] + 9, len(self.doc))):
            token = self.doc[index]
            if token.is_punct or token.pos_ == "ADP" or syntax.is_finite(token):
                break
            if index in self.at and self.at[index] not in after:
                after.append(self.at[index])
        people = [c for c in after if c.kind is MentionKind.NAME and c.cls == "Person"] or after
        if people:
            return people[-1].head
        before = cue.index - 1
        named = before >= 0 and (before in self.at or self.doc[before].text[:1].isupper())
        return before if named else None

    def _source_passage(self, head: Token) -> Passage:
        candidate = self.at.get(head.i)
        first, last = syntax.phrase(head)
        if candidate:
            first, last = min(first, candidate.first), max(last, candidate.last)
        return self.reading.passage(first, last)

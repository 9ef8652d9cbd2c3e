"""A quote whose source is still a place in the text, and how one is made of a cue and a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import AttributionMode, MentionKind, Passage
from ..ontology import Action
from . import syntax
from .candidates import Candidate
from .cue import Cue
from .marks import MARKS, SPACES, Quoted
from .reading import Reading
from .sayers import before_brackets
from .tokens import Token

_STOPS = "".join(MARKS) + SPACES + "\r\n"


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
    joined: bool = False
    """Whether it is one quote with the one it continues: nothing of the article's own stands between."""

    def contains(self, passage: Passage) -> bool:
        """Whether `passage` lies wholly inside one fragment of the content."""
        return any(fragment.contains(passage) for fragment in self.content)

    @property
    def end(self) -> int:
        """Where the last of its content, cue and source ends."""
        parts = (*self.content, self.cue, self.source_passage)
        return max([part.end for part in parts if part is not None])


class Scene:
    """One article's cues, quoted stretches and candidates, while its quotes are looked for."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate], cues: Sequence[Cue]) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.cues = cues
        self.verb_at = {cue.index: cue for cue in cues if cue.verb}
        self.according_at = {cue.index: cue for cue in cues if not cue.verb and cue.words[0] < cue.words[1]}
        self.noun_at = {cue.index: cue for cue in cues if not cue.verb and cue.words[0] == cue.words[1]}
        self.at = {i: c for c in candidates for i in range(c.first, c.last + 1)}
        self.quoted = [fragment for quoted in reading.quoted for fragment in self.fragments(quoted)]
        self.inside = {
            token.i
            for quoted in reading.quoted
            if quoted.depth == 0
            for fragment in self.fragments(quoted)
            for token in reading.tokens_in(fragment)
        }
        short = (reading.tokens_in(fragment) for fragment in self.quoted)
        #: The tokens of one or two words between marks: Ada "Red" Hale.
        self.nicknames = {t.i for tokens in short if sum(t.is_alpha for t in tokens) <= 2 for t in tokens}

    def fragments(self, quoted: Quoted) -> tuple[Passage, ...]:
        """The passages of a quoted stretch, its marks included."""
        return tuple([Passage(self.reading.key, start, end) for start, end in quoted.fragments])

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph of a character."""
        return self.reading.paragraph[min(self.reading.token_at(offset), len(self.doc) - 1)]

    def character_before(self, fragment: Passage) -> str:
        """The last character before a quote that is no space."""
        return self.reading.article.text[: fragment.start].rstrip(SPACES)[-1:]

    def last_character(self, fragment: Passage) -> str:
        """The last character of a quote, before the mark that closes it."""
        return self.reading.words(fragment).rstrip(_STOPS)[-1:]

    def report(self, cue: Cue, fragments: tuple[Passage, ...], mode: AttributionMode) -> Reported:
        """The quote that a cue makes of a content."""
        source = cue.source
        if source in self.inside and cue.index not in self.inside:
            source = self._outside(cue)
        if source is None and mode is AttributionMode.DIRECT:
            source = self._beside(cue)
        return Reported(
            content=fragments,
            mode=mode,
            cue=self.reading.passage(*cue.words),
            cue_index=cue.index,
            source=source,
            source_passage=None if source is None else self._source_passage(source, cue, fragments),
            addressee=cue.addressee,
            action=cue.action,
            negative=bool(cue.action and cue.action.content_negative and cue.said),
            said=cue.said or mode is AttributionMode.DIRECT,
        )

    def _outside(self, cue: Cue) -> int | None:
        """Who says it where the parse looks for the speaker inside marks: "“We won,” she said, adding …"."""
        sentence = self.doc[cue.index].sent
        before = (self.verb_at[i] for i in range(cue.index - 1, sentence.start - 1, -1) if i in self.verb_at)
        outside = (other.source for other in before if other.index not in self.inside)
        return next((source for source in outside if source is not None and source not in self.inside), None)

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
        before = before_brackets(self.doc, cue.words[0])
        named = before >= 0 and (before in self.at or self.doc[before].text[:1].isupper())
        return before if named else None

    def _source_passage(self, source: int, cue: Cue, content: tuple[Passage, ...]) -> Passage:
        """The noun phrase of a source, as far as neither the cue nor what is said stands in it.

        A relative pronoun before the cue stands for its noun.
        """
        if cue.relative is not None and source == cue.source:
            return self.reading.passage(cue.relative, cue.relative)
        head, candidate = self.doc[source], self.at.get(source)
        others = (self.reading.passage(*cue.words), *content)
        for tokens in (syntax.full_phrase(head), syntax.phrase(head)):
            found = self.reading.passage(*self._with(candidate, tokens))
            if not any(found.start < other.end and other.start < found.end for other in others):
                return found
        return self.reading.passage(*self._with(candidate, (source, source)))

    @staticmethod
    def _with(candidate: Candidate | None, tokens: tuple[int, int]) -> tuple[int, int]:
        first, last = tokens
        return (
            (first, last) if candidate is None else (min(first, candidate.first), max(last, candidate.last))
        )

    @staticmethod
    def is_told(tokens: Sequence[Token]) -> bool:
        """Whether some words hold a clause, not words that the writer keeps at a distance."""
        verbs = (t for t in tokens if syntax.is_verb(t) and not syntax.is_attributive(t))
        return any(not syntax.is_gerund(t) or syntax.auxiliaries(t) for t in verbs)

"""The nouns of the project: what is read, what is found in it, and the words that prove it.

All are frozen, ordered and plain, so that an extraction pickles, prints and compares. Actions, roles and
classes are named by the local part of their IRI in ontology/ (``"Reject"``, ``"agent"``, ``"Person"``);
entities by a key that ``kg.rdf`` turns into an IRI. Offsets are characters of the article's text as
received, end exclusive.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple


@lru_cache(maxsize=16)
def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """One text as received, with whatever its source said about it."""

    text: str
    id: str = ""
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None

    @property
    def day(self) -> str | None:
        """The day of `date` as YYYY-MM-DD; none where it is no ISO date."""
        try:
            return datetime.fromisoformat(self.date or "").date().isoformat()
        except ValueError:
            return None

    @property
    def key(self) -> str:
        """The first 16 hex digits of the SHA-256 of the exact text: the article's identity."""
        return _digest(self.text)[:16]

    def words(self, passage: Passage) -> str:
        """The characters that `passage` covers."""
        return self.text[passage.start : passage.end]


class Passage(NamedTuple):
    """A half-open range of characters in one article: the unit of evidence."""

    # A tuple, for speed: of an article's values most are passages, and they are compared and looked up most.

    article: str
    start: int
    end: int

    def contains(self, other: Passage) -> bool:
        """Whether `other` lies wholly inside this passage."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end


class MentionKind(StrEnum):
    """How a passage refers: by a name, a description or a pronoun. Values are names in ontology/news.ttl."""

    NAME = "Name"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"


class Modality(StrEnum):
    """How real the happening is according to whoever tells it. Values are names in ontology/news.ttl."""

    ACTUAL = "Actual"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    OBLIGED = "Obliged"


class Polarity(StrEnum):
    """Whether it is said to be so or not to be so. Values are names in ontology/news.ttl."""

    POSITIVE = "Positive"
    NEGATIVE = "Negative"


class Degree(StrEnum):
    """How far it is so, or not so, where words leave that open. Values are names in ontology/news.ttl."""

    MAINLY = "Mainly"
    PARTLY = "Partly"
    NOT_FULLY = "NotFully"
    HARDLY = "Hardly"
    TOO_LITTLE = "TooLittle"
    ALMOST = "Almost"


def words_of(degree: Degree) -> str:
    """A degree in English, as ontology/news.ttl labels it: "not fully"."""
    return degree.name.lower().replace("_", " ")


class AttributionMode(StrEnum):
    """Whose words a quote keeps. Values are names in ontology/news.ttl."""

    DIRECT = "DirectQuote"
    MIXED = "MixedQuote"
    INDIRECT = "IndirectSpeech"


class Standing(StrEnum):
    """Whether a role is told of as held or not. Values are names in ontology/roles.ttl."""

    HELD = "Held"
    TAKEN_UP = "TakenUp"
    HELD_BEFORE = "HeldBefore"
    TO_BE_HELD = "ToBeHeld"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A passage that refers to an entity."""

    passage: Passage
    kind: MentionKind
    entity: str
    rule: str
    """The named rule that joined this passage to its entity."""


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """The person, body, place or thing that mentions refer to."""

    key: str
    """Stable across articles for what has a name; ``ARTICLE.START-END`` for what has none."""
    label: str
    classes: tuple[str, ...]
    """Most general first: ``("Organisation", "PoliticalParty")``."""
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    """IRIs of the same entity in other collections."""

    @property
    def is_actor(self) -> bool:
        """Whether the entity is able to act: anything but a place or a thing."""
        return self.classes[0] in ("Person", "Organisation")


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Who says what, and in which words: a speaker, a cue and a content, direct or indirect."""

    content: tuple[Passage, ...]
    """One passage per fragment: a quote may run over paragraphs or be broken by its cue."""
    mode: AttributionMode
    evidence: Passage
    cue: Passage | None = None
    source: Passage | None = None
    speaker: str | None = None
    """The key of the entity that `source` refers to; none where nobody is named."""
    addressee: Passage | None = None
    within: Quote | None = None
    """The quote in which this one is reported."""
    negative: bool = False
    """Whether the speaker denies the content ("denied that …")."""
    said: bool = True
    """Whether anybody did say it: not so of "never claimed that …", "if she says …", "may argue …"."""

    def contains(self, passage: Passage) -> bool:
        """Whether `passage` lies wholly inside one fragment of the content."""
        return any(fragment.contains(passage) for fragment in self.content)

    @property
    def heard(self) -> bool:
        """Whether it was said, and everything in which it is reported too."""
        return self.said and (self.within is None or self.within.heard)


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """The days between which something lies, as far as they are known: both ends belong to it."""

    first: str | None = None
    """Not before this day (YYYY-MM-DD); none where only the end is known: "until Friday"."""
    last: str | None = None

    @property
    def stated(self) -> str | None:
        """The one year, month or day that this is, in ISO 8601: ``"2022"``, ``"2022-05"``; none of others."""
        if self.first is None or self.last is None:
            return None
        if self.first == self.last:
            return self.first
        year, month = self.first[:4], self.first[:7]
        if (self.first, self.last) == (f"{year}-01-01", f"{year}-12-31"):
            return year
        whole = monthrange(int(year), int(month[5:]))[1]
        return month if (self.first, self.last) == (f"{month}-01", f"{month}-{whole}") else None

    @property
    def name(self) -> str:
        """The same as one word: ``"2022-05"``, ``"2025-03-03--2025-03-09"``, ``"2019-01-01--"``."""
        return self.stated or f"{self.first or ''}--{self.last or ''}"

    def meets(self, other: Time) -> bool:
        """Whether some day may belong to both."""
        return (self.first or "") <= (other.last or "9999") and (other.first or "") <= (self.last or "9999")


@dataclass(frozen=True, slots=True, order=True)
class Argument:
    """A role together with what fills it."""

    role: str
    passage: Passage
    entity: str | None = None
    when: Time | None = None
    """Of a time or a deadline: the days that its words mean, where they can be known."""
    deeds: tuple[Passage, ...] = ()
    """The triggers of the statements that tell of it, where it is itself a deed: "promised *to go*"."""
    pronouns: tuple[Passage, ...] = ()
    """The pronoun in its place, where its name is taken from elsewhere in the sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """What ONE passage says was, is, will be or may be done, and who says so."""

    action: str
    trigger: Passage
    evidence: Passage
    """The sentence: where to look it up."""
    arguments: tuple[Argument, ...]
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.POSITIVE
    quote: Quote | None = None
    """Set when a speaker, not the paper, says so: then the statement is a claim."""
    requester: str | None = None
    """Who asked, tasked or appointed the agent to do it, where the statement is what was asked."""
    rule: str = ""
    confidence: float = 1.0
    asserted: bool = True
    """Whether whoever tells it vouches for it; a purpose or a mere possibility is no edge."""
    degree: Degree | None = None
    """How far it is so, or not so, where that is told; no edge could say it, so there is none."""

    def filler(self, role: str) -> Argument | None:
        """The argument that fills `role`, if any."""
        for argument in self.arguments:
            if argument.role == role:
                return argument
        return None


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Statements in their order, asked first for what tells most of them apart."""
    return sorted(statements, key=lambda s: (s.action, s.trigger.start, s.trigger.end, s))


def deeds_of(
    statement: Statement, told: Mapping[Passage, Sequence[Statement]]
) -> Iterator[tuple[str, Statement]]:
    """Each role of a statement that a deed fills, with the statement of that; `told` has them by trigger."""
    for argument in statement.arguments:
        for trigger in argument.deeds:
            for deed in told.get(trigger, ()):
                yield argument.role, deed


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """The happening that statements report; several statements, of several articles, may report one."""

    key: str
    action: str
    roles: tuple[tuple[str, str], ...]
    """Pairs of role and entity key."""
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, order=True)
class RoleAttestation:
    """A passage that says someone holds, held or will hold a role ("Ada Hale, the harbour minister")."""

    person: str
    role: str
    words: Passage
    """The words that say the role."""
    evidence: Passage
    """The sentence: where to look it up."""
    post: str | None = None
    organisation: str | None = None
    quote: Quote | None = None
    """Set when a speaker, not the paper, says so."""
    holder: Passage | None = None
    """The mention of the person who holds it."""
    standing: Standing | None = None
    """None where the passage leaves open when it is held."""
    start: str | None = None
    """Since when, where the passage says so: a year, month or day of ISO 8601."""
    end: str | None = None
    rule: str = ""
    """The named rule that found it."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article, in reading order."""

    article: Article
    sentences: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    attestations: tuple[RoleAttestation, ...] = ()
    unread: tuple[tuple[Passage, str], ...] = field(default=(), compare=False)
    """Verbs that gave no statement, each with the reason: for `kg explain`."""

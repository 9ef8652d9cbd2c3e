"""Who is who in an article: each entity, how often it is mentioned, and what joined each mention to it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from ...model import Entity, Extraction, Mention, MentionKind
from ..display import phrase
from .notes import key
from .words import brief, shown

#: Kinds of entity, with what several of them are called.
KINDS = {"Person": "People", "Organisation": "Bodies", "Place": "Places", "Thing": "Things"}
MENTIONS = {MentionKind.NAME: "name", MentionKind.NOMINAL: "description", MentionKind.PRONOUN: "pronoun"}


@dataclass(frozen=True, slots=True)
class Line:
    """One mention: its words, how they refer, and why they were taken for this entity."""

    key: str
    words: str
    how: str
    rule: str
    sentence: int
    """Its number; 0 where it stands in none."""


@dataclass(frozen=True, slots=True)
class Who:
    """An entity with its mentions in reading order."""

    label: str
    kind: str
    classes: str
    aliases: str
    lines: tuple[Line, ...]

    @property
    def keys(self) -> str:
        """The marks of all mentions."""
        return " ".join(dict.fromkeys(line.key for line in self.lines))


@dataclass(frozen=True, slots=True)
class Group:
    """The entities of one kind, the most often mentioned first."""

    name: str
    kind: str
    entities: tuple[Who, ...]


def kind_of(entity: Entity | None) -> str:
    """The kind that an entity is drawn as."""
    kind = entity.classes[0] if entity and entity.classes else "Thing"
    return kind if kind in KINDS else "Thing"


def groups(extraction: Extraction) -> tuple[Group, ...]:
    """Everybody and everything that an article mentions, by kind."""
    starts = [sentence.start for sentence in extraction.sentences]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(extraction.mentions):
        mentions[mention.entity].append(mention)
    found: dict[str, list[Who]] = defaultdict(list)
    for entity in extraction.entities:
        if lines := [_line(extraction, mention, starts) for mention in mentions[entity.key]]:
            found[kind_of(entity)].append(_who(entity, tuple(lines)))
    return tuple(
        Group(many, kind, tuple(sorted(found[kind], key=_rank)))
        for kind, many in KINDS.items()
        if found[kind]
    )


def _rank(who: Who) -> tuple[int, str, str]:
    return -len(who.lines), who.label.casefold(), who.keys


def _who(entity: Entity, lines: tuple[Line, ...]) -> Who:
    classes = [phrase(shown(name)) for name in entity.classes[1:]]
    label = shown(entity.label) or "(no name)"
    aliases = sorted({shown(alias) for alias in entity.aliases} - {label, ""})
    return Who(label, kind_of(entity), ", ".join(classes), brief(", ".join(aliases)), lines)


def _line(extraction: Extraction, mention: Mention, starts: list[int]) -> Line:
    return Line(
        key=key(mention.passage),
        words=brief(extraction.article.words(mention.passage)),
        how=MENTIONS[mention.kind],
        rule=shown(mention.rule),
        sentence=bisect_right(starts, mention.passage.start),
    )

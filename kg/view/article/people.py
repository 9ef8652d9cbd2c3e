"""Who is who in an article: each entity, how often it is mentioned, and what joined each mention to it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from ...model import Entity, Extraction, Mention, MentionKind
from ..addresses import Address, nowhere
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
    page: str
    """The address of the page that tells more; empty where there is none."""

    @property
    def keys(self) -> str:
        """The marks of all mentions."""
        return " ".join(dict.fromkeys(line.key for line in self.lines))


@dataclass(frozen=True, slots=True)
class Group:
    """Entities that are shown together, the most often mentioned first."""

    name: str
    entities: tuple[Who, ...]
    folded: bool = False
    """Whether they wait until a reader asks for them."""


def kind_of(entity: Entity | None) -> str:
    """The kind that an entity is drawn as."""
    kind = entity.classes[0] if entity and entity.classes else "Thing"
    return kind if kind in KINDS else "Thing"


def groups(extraction: Extraction, address: Address = nowhere) -> tuple[Group, ...]:
    """Everybody and everything that an article mentions: those with a name by kind, then the others."""
    starts = [sentence.start for sentence in extraction.sentences]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(extraction.mentions):
        mentions[mention.entity].append(mention)
    named: dict[str, list[Who]] = defaultdict(list)
    unnamed: dict[str, list[Who]] = defaultdict(list)
    for entity in extraction.entities:
        if found := mentions[entity.key]:
            who = _who(entity, tuple(_line(extraction, mention, starts) for mention in found), address)
            group = named if any(mention.kind is MentionKind.NAME for mention in found) else unnamed
            group[who.kind].append(who)
    described = tuple(who for kind in KINDS for who in sorted(unnamed[kind], key=_rank))
    return (
        *(Group(many, tuple(sorted(named[kind], key=_rank))) for kind, many in KINDS.items() if named[kind]),
        *([Group("Described, but not named", described, folded=True)] if described else []),
    )


def _rank(who: Who) -> tuple[int, str, str]:
    return -len(who.lines), who.label.casefold(), who.keys


def _who(entity: Entity, lines: tuple[Line, ...], address: Address) -> Who:
    classes = [phrase(shown(name)) for name in entity.classes[1:]]
    label = shown(entity.label) or "(no name)"
    aliases = sorted({shown(alias) for alias in entity.aliases} - {label, ""})
    return Who(
        label, kind_of(entity), ", ".join(classes), brief(", ".join(aliases)), lines, address(entity.key)
    )


def _line(extraction: Extraction, mention: Mention, starts: list[int]) -> Line:
    return Line(
        key=key(mention.passage),
        words=brief(extraction.article.words(mention.passage)),
        how=MENTIONS[mention.kind],
        rule=shown(mention.rule),
        sentence=bisect_right(starts, mention.passage.start),
    )

"""The entities of one article while their mentions are gathered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..gazetteer import name_key as name_key
from ..gazetteer import name_label as name_label
from ..model import Entity, Mention, MentionKind
from .candidates import Candidate
from .knowledge import Knowledge
from .reading import Reading


@dataclass(slots=True)
class Referent:
    """An entity while its mentions are gathered."""

    key: str
    label: str
    cls: str
    gender: str | None = None
    plural: bool = False
    known: bool = False
    nameless: bool = False
    """Whether only pronouns mean it: the article does not say who "they" are."""
    names: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    """The head nouns of the descriptions that named or joined it, lower case."""


class Resolved:
    """The entities of one article and which of them each token's mention refers to."""

    def __init__(self) -> None:
        self.referents: dict[str, Referent] = {}
        self.mentions: dict[int, tuple[Candidate, Referent, str]] = {}
        """Number of the candidate -> itself, its referent and the rule."""
        self._by_head: dict[int, int] = {}
        self._covering: dict[int, list[int]] = defaultdict(list)

    def join(self, number: int, candidate: Candidate, referent: Referent, rule: str) -> None:
        """Say that a candidate refers to an entity."""
        self.referents[referent.key] = referent
        if number not in self.mentions:
            for index in range(candidate.first, candidate.last + 1):
                self._covering[index].append(number)
        self.mentions[number] = (candidate, referent, rule)
        if candidate.kind is MentionKind.NAME:
            referent.names.add(candidate.name)
            if candidate.title is not None:
                referent.heads.add(candidate.title.lower())  # whom an article calls Mayor Hale is "the mayor"
        if referent.gender is None:
            referent.gender = candidate.gender
        self._by_head.setdefault(candidate.head, number)

    def at(self, head: int) -> tuple[Candidate, Referent] | None:
        """The mention headed by a token, or else the smallest name that covers it."""
        number = self._by_head.get(head)
        if number is None:
            names = [n for n in self._covering.get(head, ()) if self.mentions[n][0].kind is MentionKind.NAME]
            if not names:
                return None
            number = min(names, key=self._length)
        candidate, referent, _ = self.mentions[number]
        if candidate.modifies and candidate.kind is MentionKind.NAME:
            candidate, referent, _ = self._described_by(number)
        return candidate, referent

    def identified_at(self, head: int) -> tuple[Candidate, Referent] | None:
        """The mention at a token, unless nothing tells who is meant: then nothing may be said of them."""
        found = self.at(head)
        return None if found is None or found[1].nameless else found

    def _length(self, number: int) -> tuple[int, int]:
        candidate = self.mentions[number][0]
        return candidate.last - candidate.first, number

    def ending_at(self, index: int) -> tuple[Candidate, Referent] | None:
        """The longest mention whose last token is `index`."""
        covering = (self.mentions[n] for n in self._covering.get(index, ()))
        ending = [(c, r) for c, r, _ in covering if c.last == index and not c.modifies]
        return min(ending, key=_first, default=None)

    def _described_by(self, number: int) -> tuple[Candidate, Referent, str]:
        """The description that a name opens: of "Marlow" in "the Marlow MP", the MP; else the name itself."""
        candidate = self.mentions[number][0]
        for other in self._covering[candidate.last]:
            longer = self.mentions[other][0]
            if longer.kind is MentionKind.NOMINAL and longer.last > candidate.last:
                return self.mentions[other]
        return self.mentions[number]


def local_key(candidate: Candidate, reading: Reading) -> str:
    """The key of an entity that only this article knows: where its first mention stands."""
    passage = reading.passage(candidate.first, candidate.last)
    return f"{passage.article}.{passage.start}-{passage.end}"


def known_referent(key: str, found: Resolved, knowledge: Knowledge) -> Referent:
    """An entity of the gazetteer, as the article has it already or new."""
    known = knowledge.gazetteer.known[key]
    return found.referents.get(key) or Referent(
        key, known.label, known.cls, known.gender, known=True, names={*known.all_names}
    )


def is_person(candidate: Candidate, knowledge: Knowledge) -> bool:
    """Whether a candidate's own words denote a person."""
    return knowledge.general_class(candidate.cls or "") == "Person"


def _first(mention: tuple[Candidate, Referent]) -> int:
    return mention[0].first


def as_entities(found: Resolved, knowledge: Knowledge) -> list[Entity]:
    """The entities of an article as values, by key."""
    return [_as_entity(referent, knowledge) for _, referent in sorted(found.referents.items())]


def _as_entity(referent: Referent, knowledge: Knowledge) -> Entity:
    known = knowledge.gazetteer.known.get(referent.key) if referent.known else None
    aliases = {*referent.names, *(known.all_names if known else ())} - {referent.label}
    return Entity(
        key=referent.key,
        label=referent.label,
        classes=knowledge.classes(referent.cls),
        aliases=tuple(sorted(aliases)),
        same_as=known.same_as if known else (),
    )


def as_mentions(found: Resolved, reading: Reading) -> list[Mention]:
    """The mentions of an article as values, in reading order."""
    mentions = [
        Mention(reading.passage(c.first, c.last), c.kind, referent.key, rule)
        for c, referent, rule in found.mentions.values()
    ]
    return sorted(mentions, key=by_place)


def by_place(mention: Mention) -> tuple[int, int, Mention]:
    """What to sort by: the order of mentions, most of which their passages tell apart."""
    return mention.passage.start, mention.passage.end, mention

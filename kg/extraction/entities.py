"""Who is who: join the mentions of an article to entities, each by a named rule.

The rules, in the order in which they are tried: ``known-name`` (the gazetteer's name), ``full-name``, ``acronym``
("… Inquiry into X (IIX)"), ``title-and-surname``, ``title-and-first-name`` ("Sir Keir"), ``surname``, ``apposition``
("Ada Hale, the minister"), ``post-holder``, ``same-description``, ``definite-description``, ``description``,
``pronoun`` and ``speaker`` (I and me inside a quote). A name or pronoun that could be two people stays unresolved or
its own entity: a split can be mended by a reader, a wrong merge puts words into the wrong mouth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Entity, Mention, MentionKind
from ..ontology import plurals
from .knowledge import Knowledge
from .mentions import FIRST_PERSON, Candidate
from .pronouns import Salience, antecedent
from .quotes import Reported
from .reading import Reading

_PEER_OR_KNIGHT = frozenset(("Sir", "Dame", "Lord", "Lady", "Baroness", "Baron"))


@dataclass(slots=True)
class Referent:
    """An entity while its mentions are gathered."""

    key: str
    label: str
    cls: str
    gender: str | None = None
    plural: bool = False
    known: bool = False
    names: set[str] = field(default_factory=set)
    head: str = ""
    """The head noun of the description that introduced it, lower case."""


class Resolved:
    """The entities of one article and which of them each token's mention refers to."""

    def __init__(self) -> None:
        self.referents: dict[str, Referent] = {}
        self.mentions: dict[int, tuple[Candidate, Referent, str]] = {}
        """Number of the candidate -> itself, its referent and the rule."""
        self._by_token: dict[int, int] = {}

    def join(self, number: int, candidate: Candidate, referent: Referent, rule: str) -> None:
        """Say that a candidate refers to an entity."""
        self.referents[referent.key] = referent
        self.mentions[number] = (candidate, referent, rule)
        if candidate.kind is MentionKind.NAME:
            referent.names.add(candidate.name)
        if referent.gender is None:
            referent.gender = candidate.gender
        self._by_token.setdefault(candidate.head, number)

    def at(self, head: int) -> tuple[Candidate, Referent] | None:
        """The mention headed by a token, or else the smallest one that covers it."""
        number = self._by_token.get(head)
        if number is None:
            covering = [(c.last - c.first, n) for n, (c, _, _) in self.mentions.items() if c.covers(head)]
            covering = [(length, n) for length, n in covering if self.mentions[n][0].kind is MentionKind.NAME]
            if not covering:
                return None
            number = min(covering)[1]
        candidate, referent, _ = self._described_by(number)
        return candidate, referent

    def ending_at(self, index: int) -> tuple[Candidate, Referent] | None:
        """The longest mention whose last token is `index`."""
        ending = [(c, r) for c, r, _ in self.mentions.values() if c.last == index and not c.modifies]
        return min(ending, key=_first, default=None)

    def _described_by(self, number: int) -> tuple[Candidate, Referent, str]:
        """The mention itself, or the description that it opens: of "Rotherham" in "the Rotherham MP", the MP."""
        candidate = self.mentions[number][0]
        if candidate.kind is MentionKind.NAME and candidate.modifies:
            for other in self.mentions.values():
                if (
                    other[0].kind is MentionKind.NOMINAL
                    and other[0].covers(candidate.last)
                    and other[0].last > candidate.last
                ):
                    return other
        return self.mentions[number]


def resolve(
    reading: Reading, candidates: Sequence[Candidate], quotes: Sequence[Reported], knowledge: Knowledge
) -> Resolved:
    """Join every candidate that can be joined safely to an entity."""
    return _Resolver(reading, candidates, quotes, knowledge).run()


def name_key(name: str) -> str:
    """The key of an entity known by its name alone: its words in CamelCase, letters and digits only."""
    folded = unicodedata.normalize("NFKC", name)
    words = re.findall(r"[^\W_]+", folded)
    key = "".join(word[:1].upper() + word[1:] for word in words)
    return key if not key[:1].isdigit() else "N" + key


class _Resolver:
    """One article, while its mentions are joined."""

    def __init__(
        self,
        reading: Reading,
        candidates: Sequence[Candidate],
        quotes: Sequence[Reported],
        knowledge: Knowledge,
    ) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.candidates = candidates
        self.quotes = quotes
        self.knowledge = knowledge
        self.gazetteer = knowledge.gazetteer
        self.found = Resolved()
        self.names = [(n, c) for n, c in enumerate(candidates) if c.kind is MentionKind.NAME]
        self.persons: dict[str, Referent] = {}

    def run(self) -> Resolved:
        self._full_names()
        self._acronyms()
        self._partial_names()
        self._appositions()
        salience = Salience(self.reading, self.candidates, self.quotes, self.found)
        inside = [n for n, c in enumerate(self.candidates) if salience.in_direct_quote(c.head)]
        outside = [n for n in range(len(self.candidates)) if n not in set(inside)]
        for number in (*outside, *inside):
            if number in self.found.mentions:
                continue
            candidate = self.candidates[number]
            if candidate.kind is MentionKind.NOMINAL:
                self._description(number, candidate)
            elif candidate.kind is MentionKind.PRONOUN:
                self._pronoun(number, candidate, salience)
        return self.found

    # Names.

    def _is_person(self, candidate: Candidate) -> bool:
        return self.knowledge.general_class(candidate.cls or "") == "Person"

    def _full_names(self) -> None:
        for number, candidate in self.names:
            if candidate.known:
                self.found.join(number, candidate, self._known(candidate.known), "known-name")
            elif not self._is_person(candidate):
                key = name_key(candidate.name)
                if key:
                    referent = self.found.referents.get(key) or Referent(
                        key, candidate.name, candidate.cls or "Organisation"
                    )
                    self.found.join(number, candidate, referent, "full-name")
            elif len(candidate.name.split()) > 1:
                key = name_key(candidate.name)
                referent = self.found.referents.get(key) or Referent(
                    key, candidate.name, "Person", candidate.gender
                )
                self.found.join(number, candidate, referent, "full-name")
        self.persons = {
            r.key: r for r in self.found.referents.values() if self.knowledge.general_class(r.cls) == "Person"
        }

    def _known(self, key: str) -> Referent:
        known = self.gazetteer.known[key]
        return self.found.referents.get(key) or Referent(
            key, known.label, known.cls, known.gender, known=True, names={*known.names}
        )

    def _acronyms(self) -> None:
        """ "Independent Harbour Review (IHR)": capitals in brackets whose letters begin the words before."""
        by_acronym: dict[str, Referent] = {}
        for number, candidate in self.names:
            after = candidate.last + 1
            if after + 1 < len(self.doc) and self.doc[after].text == "(" and number in self.found.mentions:
                letters = self.doc[after + 1].text
                initials = "".join(w[0] for w in candidate.name.split() if w[0].isupper())
                if len(letters) > 1 and letters.isupper() and letters == initials:
                    by_acronym[letters] = self.found.mentions[number][1]
        for number, candidate in self.names:
            referent = by_acronym.get(candidate.name)
            if referent is not None and not candidate.known:
                self.found.join(number, candidate, referent, "acronym")

    def _partial_names(self) -> None:
        for number, candidate in self.names:
            if number in self.found.mentions:
                continue
            referent, rule = self._partial(candidate)
            self.found.join(number, candidate, referent, rule)

    def _partial(self, candidate: Candidate) -> tuple[Referent, str]:
        """Whom one name word means: "Cooper", "Ms Cooper", "Sir Keir"."""
        name = candidate.name
        for rule, position in (("surname", -1), ("first-name", 0)):
            fits = [
                r
                for r in self.persons.values()
                if self._fits(r, name, position) and _agree(r.gender, candidate.gender)
            ]
            if len(fits) == 1:
                fits[0].gender = fits[0].gender or candidate.gender
                return fits[0], f"title-and-{rule}" if candidate.title else rule
            if fits and position == -1:
                break
        else:
            if candidate.title in _PEER_OR_KNIGHT:
                known = [
                    k
                    for k in self.gazetteer.known.values()
                    if candidate.title in k.honorifics and name in (k.label.split()[0], k.label.split()[-1])
                ]
                if len(known) == 1:
                    return self._known(known[0].key), "title-and-known-name"
        same = next(
            (
                r
                for c, r, _ in self.found.mentions.values()
                if c.name == name and c.title == candidate.title and not r.known
            ),
            None,
        )
        if same is not None and self._is_person(candidate):
            return same, "same-name"
        label = f"{candidate.title} {name}" if candidate.title else name
        return Referent(
            self._local_key(candidate), label, candidate.cls or "Person", candidate.gender
        ), "name"

    @staticmethod
    def _fits(referent: Referent, word: str, position: int) -> bool:
        return any(
            len(name.split()) > 1 and name.split()[position] == word
            for name in {referent.label, *referent.names}
        )

    def _local_key(self, candidate: Candidate) -> str:
        passage = self.reading.passage(candidate.first, candidate.last)
        return f"{passage.article}.{passage.start}-{passage.end}"

    # Descriptions.

    def _appositions(self) -> None:
        """ "Ada Hale, the harbour minister," and "the harbour minister, Ada Hale,"."""
        persons = {
            c.first: self.found.mentions[n][1]
            for n, c in self.names
            if n in self.found.mentions and self._is_person(c)
        }
        ends = {
            c.last: self.found.mentions[n][1]
            for n, c in self.names
            if n in self.found.mentions and self._is_person(c)
        }
        for number, candidate in enumerate(self.candidates):
            if (
                candidate.kind is not MentionKind.NOMINAL
                or candidate.plural
                or not self._is_person(candidate)
            ):
                continue
            before = candidate.first - 1
            if (
                before > 0
                and self.doc[before].text == ","
                and before - 1 in ends
                and self._closes(candidate.head)
            ):
                self.found.join(number, candidate, ends[before - 1], "apposition")
                continue
            after = candidate.last + 1
            if after in persons:
                self.found.join(number, candidate, persons[after], "descriptor")
            elif (
                candidate.definite
                and after + 1 < len(self.doc)
                and self.doc[after].text == ","
                and after + 1 in persons
            ):
                self.found.join(number, candidate, persons[after + 1], "apposition")

    def _closes(self, head: int) -> bool:
        """Whether the description after a name ends at a comma, dash, bracket or full stop, and no list goes on."""
        for token in self.doc[head + 1 : head + 12]:
            if token.lower_ in ("who", "which", "whose"):
                return True
            if token.text in (",", ".", ";", "–", "—", ")", ":", "’", "”"):
                following = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
                return following is None or following.lower_ not in ("and", "or")
            if token.pos_ in ("VERB", "AUX", "CCONJ"):
                return False
        return True

    def _description(self, number: int, candidate: Candidate) -> None:
        head = self.doc[candidate.head].lower_
        person = self._is_person(candidate)
        if candidate.post and not candidate.former:
            holder = self._holder(candidate.post)
            if holder is not None:
                self.found.join(number, candidate, holder, "post-holder")
                return
        words = self._described(candidate)
        if candidate.definite or candidate.plural:
            same = next(
                (
                    r
                    for n, (c, r, _) in sorted(self.found.mentions.items(), reverse=True)
                    if n < number
                    and c.kind is MentionKind.NOMINAL
                    and self._described(c) == words
                    and c.plural == candidate.plural
                ),
                None,
            )
            if same is not None:
                self.found.join(number, candidate, same, "same-description")
                return
        if candidate.definite and not candidate.plural and " " not in candidate.name:
            target = self._latest_of_kind(number, candidate, head, person)
            if target is not None:
                self.found.join(number, candidate, target, "definite-description")
                return
        cls = candidate.cls or "Person"
        if candidate.plural and cls != "Place":
            cls = "Group"
        referent = Referent(
            self._local_key(candidate), candidate.name, cls, candidate.gender, candidate.plural, head=head
        )
        self.found.join(number, candidate, referent, "description")

    def _described(self, candidate: Candidate) -> str:
        """A description with its complement, lower case: two leaders of different bodies differ."""
        after = self.doc[candidate.last + 1 : candidate.last + 6]
        complement = ""
        if len(after) and after[0].lower_ in ("of", "for"):
            complement = " ".join(t.lower_ for t in after if not t.is_punct)
        return f"{candidate.name.lower()} {complement}".strip()

    def _holder(self, post: str) -> Referent | None:
        """Who holds a post: on the article's day, or, where it has none, the only holder that the article names."""
        day = self.reading.article.date
        holders = self.gazetteer.holders(post, day[:10] if day else None)
        named = [self.found.referents[key] for key in holders if key in self.found.referents]
        if len(named) == 1:
            return named[0]
        return (
            self._known(holders[0])
            if day and len(holders) == 1 and holders[0] in self.gazetteer.known
            else None
        )

    def _latest_of_kind(self, number: int, candidate: Candidate, head: str, person: bool) -> Referent | None:
        """The last entity mentioned that a bare "the council" or "the minister" can mean."""
        for n in sorted(self.found.mentions, reverse=True):
            other, referent, _ = self.found.mentions[n]
            if n >= number or referent.plural:
                continue
            if head in plurals(referent.head) and referent.head:
                return referent
            if not person and referent.cls == candidate.cls and referent.cls not in ("Organisation", "Place"):
                return referent
        return None

    # Pronouns.

    def _pronoun(self, number: int, candidate: Candidate, salience: Salience) -> None:
        if candidate.name in FIRST_PERSON:
            speaker = salience.speaker_at(candidate.head)
            if speaker is not None:
                self.found.join(number, candidate, speaker, "speaker")
            return
        referent = antecedent(number, candidate, salience)
        if referent is not None:
            self.found.join(number, candidate, referent, "pronoun")


def _first(mention: tuple[Candidate, Referent]) -> int:
    return mention[0].first


def _agree(known: str | None, seen: str | None) -> bool:
    return known is None or seen is None or known == seen


def as_entities(found: Resolved, knowledge: Knowledge) -> list[Entity]:
    """The entities of an article as values, by key."""
    return [_as_entity(referent, knowledge) for _, referent in sorted(found.referents.items())]


def _as_entity(referent: Referent, knowledge: Knowledge) -> Entity:
    known = knowledge.gazetteer.known.get(referent.key) if referent.known else None
    aliases = {*referent.names, *(known.names if known else ())} - {referent.label}
    return Entity(
        key=referent.key,
        label=referent.label,
        classes=knowledge.classes(referent.cls),
        aliases=tuple(sorted(aliases)),
        same_as=known.same_as if known else (),
    )


def as_mentions(found: Resolved, reading: Reading) -> list[Mention]:
    """The mentions of an article as values, in reading order."""
    return sorted(
        Mention(reading.passage(c.first, c.last), c.kind, referent.key, rule)
        for c, referent, rule in found.mentions.values()
    )

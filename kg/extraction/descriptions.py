"""Join descriptions to entities: "the Home Secretary", "the council", "Ada Hale, the harbour minister"."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import MentionKind
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .quotes import Reported
from .reading import Reading
from .referents import Referent, Resolved, is_person, known_referent, local_key, name_key

#: What leads, before a name, to the place or field of a role: "the minister for Wales".
_WHERE = frozenset(("for", "in", "at", "from"))


class Descriptions:
    """The descriptions of one article, while they are joined."""

    def __init__(
        self,
        found: Resolved,
        candidates: Sequence[Candidate],
        quotes: Sequence[Reported],
        reading: Reading,
        knowledge: Knowledge,
    ) -> None:
        self.found = found
        self.candidates = candidates
        self.quotes = quotes
        self.reading = reading
        self.doc = reading.doc
        self.knowledge = knowledge

    def join_appositions(self) -> None:
        """Join roles set beside names: "Ada Hale, the minister," and "the minister, Ada Hale,"."""
        names = [
            (c, self.found.mentions[n][1])
            for n, c in enumerate(self.candidates)
            if c.kind is MentionKind.NAME and n in self.found.mentions and is_person(c, self.knowledge)
        ]
        bodies = {
            c.first: self.found.mentions[n][1]
            for n, c in enumerate(self.candidates)
            if c.kind is MentionKind.NAME and n in self.found.mentions and self._is_body(c)
        }
        persons = {c.first: referent for c, referent in names}
        ends = {c.last: referent for c, referent in names}
        persons_last = {c.first: c.last for c, _ in names}
        for number, candidate in enumerate(self.candidates):
            if candidate.kind is MentionKind.NOMINAL and candidate.definite and self._is_body(candidate):
                self._join_body(number, candidate, bodies)
            if (
                candidate.kind is not MentionKind.NOMINAL
                or candidate.plural
                or not is_person(candidate, self.knowledge)
            ):
                continue
            named = self._predicated_of(candidate)
            if named is not None:
                self._describe(number, candidate, named, "predicate")
                continue
            before = candidate.first - 1
            if (
                before > 0
                and self.doc[before].text == ","
                and before - 1 in ends
                and self._closes(candidate.head)
            ):
                self._describe(number, candidate, ends[before - 1], "apposition")
                continue
            after = candidate.last + 1
            if after in persons:
                self._describe(number, candidate, persons[after], "descriptor")
            elif candidate.definite and self._names_it(candidate, persons_last):
                self._describe(number, candidate, persons[after + 1], "apposition")

    def _names_it(self, candidate: Candidate, persons: dict[int, int]) -> bool:
        """Whether a name closed by a second mark is set beside a description: "the minister, Ada Hale, said".

        Not so in "Unlike the mayor, Ada Hale left", where the description stands in a phrase of its own.
        """
        comma, before = candidate.last + 1, candidate.first - 1
        if comma + 1 not in persons or self.doc[comma].text != ",":
            return False
        closing = persons[comma + 1] + 1
        closed = closing >= len(self.doc) or self.doc[closing].is_punct
        return closed and (before < 0 or self.doc[before].pos_ not in ("ADP", "SCONJ"))

    def _predicated_of(self, candidate: Candidate) -> Referent | None:
        """The person of whom the article itself says a description outright: "Ada Hale is the chair"."""
        head = self.doc[candidate.head]
        subject = syntax.predicate_nominal_of(head)
        if subject is None or not candidate.definite or syntax.governor(head) is not None:
            return None
        words = self.reading.passage(candidate.first, candidate.last)
        denied = any("Neg" in word.morph.get("Polarity", []) for word in syntax.adverbs(head))
        if denied or any(quote.contains(words) for quote in self.quotes):
            return None  # who is "the culprit" according to somebody is nobody's name
        found = self.found.at(subject.i)
        named = (
            found is not None and found[0].kind is MentionKind.NAME and is_person(found[0], self.knowledge)
        )
        return found[1] if found is not None and named else None

    def _describe(self, number: int, candidate: Candidate, referent: Referent, rule: str) -> None:
        """Join a description to the name beside it; "the minister" may mean the same later on."""
        self.found.join(number, candidate, referent, rule)
        if not candidate.former:
            referent.heads.add(self.doc[candidate.head].lower_)

    def _is_body(self, candidate: Candidate) -> bool:
        return self.knowledge.general_class(candidate.cls or "") == "Organisation"

    def _join_body(self, number: int, candidate: Candidate, bodies: dict[int, Referent]) -> None:
        """Join a body's description to the name set beside it: "his party, the Lantern Party,"."""
        comma = candidate.last + 1
        if comma + 2 < len(self.doc) and self.doc[comma].text == ",":
            start = comma + 1 + (self.doc[comma + 1].lower_ == "the")
            if start in bodies:
                self._describe(number, candidate, bodies[start], "apposition")

    def _closes(self, head: int) -> bool:
        """Whether the description after a name ends at a mark, and no list goes on."""
        for token in self.doc[head + 1 : head + 12]:
            if token.lower_ in ("who", "which", "whose"):
                return True
            if token.text in (",", ".", ";", "–", "—", ")", ":", "’", "”"):
                following = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
                return following is None or following.lower_ not in ("and", "or")
            if (
                token.pos_ == "CCONJ"
                and token.nbor(-1).text[:1].isupper()
                and token.nbor().text[:1].isupper()
            ):
                continue  # "the Minister for Coasts and Crossings"
            if token.pos_ in ("VERB", "AUX", "CCONJ"):
                return False
        return True

    def join(self, number: int, candidate: Candidate) -> None:
        """Join one description to the entity it means, or to a new one."""
        head = self.doc[candidate.head].lower_
        if candidate.post and not candidate.former and not candidate.qualified:
            holder = self._holder(candidate.post, candidate.party)
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
        if (
            candidate.definite
            and not candidate.plural
            and words == candidate.name.lower()
            and " " not in words
        ):
            target = self._latest_of_kind(number, candidate, head)
            if target is not None:
                self.found.join(number, candidate, target, "definite-description")
                return
        cls = candidate.cls or "Person"
        if candidate.plural and cls != "Place":
            cls = "Group"
        key = local_key(candidate, self.reading)
        if candidate.plural and self._opens_with_a_name(candidate):
            key = name_key(candidate.name)  # "Labour MPs" are the same in every article
        referent = self.found.referents.get(key) or Referent(
            key, candidate.name, cls, candidate.gender, candidate.plural, heads={head}
        )
        self.found.join(number, candidate, referent, "description")

    def _opens_with_a_name(self, candidate: Candidate) -> bool:
        """Whether a description begins with a name ("Labour MPs")."""
        names = (c for c in self.candidates if c.kind is MentionKind.NAME and candidate.covers(c.first))
        return any(c.last < candidate.last and candidate.name.startswith(c.name + " ") for c in names)

    def _described(self, candidate: Candidate) -> str:
        """A description with its complement, lower case: two leaders of different bodies differ."""
        after = [t for t in self.doc[candidate.last + 1 : candidate.last + 6] if not t.is_punct]
        named = any(t.text[:1].isupper() for t in after[1:3])
        complement = after and (after[0].lower_ == "of" or (after[0].lower_ in _WHERE and named))
        return " ".join([candidate.name.lower(), *(t.lower_ for t in after if complement)])

    def _holder(self, post: str, party: str | None) -> Referent | None:
        """Who holds a post: on the article's day, or else the only holder that the article names.

        Args:
            post: the key of the post.
            party: the key of the party that the description names, to which the holder must belong.
        """
        known = self.knowledge.gazetteer.known
        holders = [
            key
            for key in self.knowledge.gazetteer.holders(post, self.reading.article.day)
            if party is None or (key in known and party in known[key].member_of)
        ]
        named = [self.found.referents[key] for key in holders if key in self.found.referents]
        if len(named) == 1:
            return named[0]
        sure = self.reading.article.day is not None and len(holders) == 1 and holders[0] in known
        return known_referent(holders[0], self.found, self.knowledge) if sure else None

    def _latest_of_kind(self, number: int, candidate: Candidate, head: str) -> Referent | None:
        """What a bare "the council" can mean: the only entity so described, or else the last."""
        described = [r for r in self.found.referents.values() if head in r.heads and not r.plural]
        if len(described) == 1:
            return described[0]
        for n in sorted(self.found.mentions, reverse=True):
            _, referent, _ = self.found.mentions[n]
            if n >= number or referent.plural:
                continue
            if head in referent.heads:
                return referent
            if self._is_body(candidate) and referent.cls == candidate.cls != "Organisation":
                return referent
        return None

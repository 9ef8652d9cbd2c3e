"""Join the descriptions that stand apart from names to entities: "the Home Secretary", "the council"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from ..model import MentionKind
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .reading import Reading
from .referents import Referent, Resolved, known_referent, local_key, name_key, name_label

#: What leads, before a name, to the place or field of a role: "the minister for Wales".
_WHERE = frozenset(("for", "in", "at", "from"))


class Descriptions:
    """The descriptions of one article, while they are joined."""

    def __init__(
        self, found: Resolved, candidates: Sequence[Candidate], reading: Reading, knowledge: Knowledge
    ) -> None:
        self.found = found
        self.candidates = candidates
        self.reading = reading
        self.doc = reading.doc
        self.knowledge = knowledge
        #: A description and whether it is plural -> the numbers of its mentions that are joined, in order.
        self._alike: dict[tuple[str, bool], list[int]] = defaultdict(list)
        #: A post -> the numbers of the descriptions of its holder that are joined, in order.
        self._posts: dict[str, list[int]] = defaultdict(list)
        #: Token -> the names that begin there.
        self._names: dict[int, list[Candidate]] = defaultdict(list)
        for number, (candidate, _, _) in found.mentions.items():
            if candidate.kind is MentionKind.NOMINAL:
                self._note(number, candidate, self._described(candidate))
        for candidate in candidates:
            if candidate.kind is MentionKind.NAME:
                self._names[candidate.first].append(candidate)

    def join(self, number: int, candidate: Candidate) -> None:
        """Join one description to the entity it means, or to a new one."""
        words = self._described(candidate)
        referent, rule = self._meant(number, candidate, words)
        self.found.join(number, candidate, referent, rule)
        self._note(number, candidate, words)

    def _note(self, number: int, candidate: Candidate, words: str) -> None:
        insort(self._alike[words, candidate.plural], number)
        if candidate.post and not candidate.former and not candidate.plural:
            insort(self._posts[candidate.post], number)

    def _meant(self, number: int, candidate: Candidate, words: str) -> tuple[Referent, str]:
        """Whom or what a description in these words means, and by which rule."""
        head = self.doc[candidate.head].lower_
        if candidate.post and not candidate.former and not candidate.qualified:
            named = self._named_holder(number, candidate)
            if named is not None:
                return named, "named-holder"
            holder = None if self._is_past(candidate) else self._holder(candidate.post, candidate.party)
            if holder is not None:
                return holder, "post-holder"
        if candidate.definite or (candidate.plural and self._is_a_kind(candidate)):
            alike = self._alike[words, candidate.plural]
            before = bisect_left(alike, number)
            teller = self._speaks_of_itself(candidate) if words == candidate.name.lower() else None
            if teller is not None and not (before and self._is_near(alike[before - 1], candidate)):
                return teller, "definite-description"
            if before:
                return self.found.mentions[alike[before - 1]][1], "same-description"
        if (
            candidate.definite
            and not candidate.plural
            and words == candidate.name.lower()
            and " " not in words
        ):
            target = self._latest_of_kind(number, candidate, head)
            if target is not None:
                return target, "definite-description"
        cls = candidate.cls or "Person"
        if candidate.plural and self.knowledge.general_class(cls) == "Person":
            cls = "People"
        elif candidate.plural and self.knowledge.general_class(cls) == "Organisation":
            cls = "Group"
        key, label = local_key(candidate, self.reading), candidate.name
        if candidate.plural and self._opens_with_a_name(candidate):
            key, label = name_key(label), name_label(label)  # "Labour MPs" are the same in every article
        referent = self.found.referents.get(key) or Referent(
            key, label, cls, candidate.gender, candidate.plural, heads={head}
        )
        return referent, "description"

    def _speaks_of_itself(self, candidate: Candidate) -> Referent | None:
        """The body that says so of "the company", and may well mean itself: "Oxley Ltd said the firm …"."""
        if candidate.plural or self.knowledge.general_class(candidate.cls or "") != "Organisation":
            return None
        for teller in syntax.tellers(self.doc[candidate.head]):
            found = self.found.at(teller.i)
            if found is not None and found[0].kind is MentionKind.NAME and not found[1].plural:
                same = found[1].cls in (candidate.cls, "Organisation") and candidate.cls != "Organisation"
                return found[1] if same else None
        return None

    def _is_near(self, number: int, candidate: Candidate) -> bool:
        """Whether a mention stands in the sentence of another, or in the one before it."""
        earlier, here = self.doc[self.candidates[number].head].sent, self.doc[candidate.head].sent
        return here.start <= earlier.end

    def _is_a_kind(self, candidate: Candidate) -> bool:
        """Whether bare words in the plural may name the same people again: "survivors", not "some people"."""
        first = self.doc[candidate.first]
        generic = self.doc[candidate.head].lower_ in self.knowledge.ontology.words["GenericNoun"]
        return first.pos_ not in ("DET", "NUM") and not (generic and candidate.first == candidate.head)

    def _opens_with_a_name(self, candidate: Candidate) -> bool:
        """Whether a description begins with a name ("Labour MPs")."""
        within = range(candidate.first, candidate.last + 1)
        names = (name for index in within for name in self._names.get(index, ()))
        return any(c.last < candidate.last and candidate.name.startswith(c.name + " ") for c in names)

    def _described(self, candidate: Candidate) -> str:
        """A description with its complement, lower case: two leaders of different bodies differ."""
        after = [t for t in self.doc[candidate.last + 1 : candidate.last + 6] if not t.is_punct]
        described = candidate.name.lower()
        opening = after[0].lower_ if after else ""
        named = opening in _WHERE and any([t.text[:1].isupper() for t in after[1:3]])
        return " ".join([described, *[t.lower_ for t in after]]) if named or opening == "of" else described

    def _named_holder(self, number: int, candidate: Candidate) -> Referent | None:
        """Whom the article itself called so last, where that is not only who holds the post anyway.

        So "the prime minister" is Hale after "the prime minister, Ada Hale", and New Zealand's after "the New
        Zealand prime minister".
        """
        alike = [n for n in self._posts[candidate.post or ""] if n != number]
        own = [n for n in alike if self._is_own(n)]
        before = [n for n in alike if n < number]
        if own and own[0] < number:
            return self.found.mentions[before[-1]][1]
        held = {self.found.mentions[n][1].key for n in own}
        return self.found.mentions[own[0]][1] if len(held) == 1 and not before else None

    def _is_own(self, number: int) -> bool:
        """Whether an article gives a post to somebody whom no list knows, or to one elsewhere."""
        candidate, referent, _ = self.found.mentions[number]
        return candidate.qualified or (bool(referent.names) and not referent.known)

    def _is_past(self, candidate: Candidate) -> bool:
        """Whether a description stands in a sentence about a year gone by: "In 1985 the mayor resigned"."""
        day = self.reading.article.day
        sentence = self.doc[candidate.head].sent
        years = [int(t.text) for t in sentence if len(t.text) == 4 and t.text.isdecimal()]
        return day is not None and any(1500 < year < int(day[:4]) for year in years)

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
        """What a bare "the council" can mean: the only entity so described or of its kind; of two, either."""
        described = [r for r in self.found.referents.values() if head in r.heads and not r.plural]
        if described:
            return described[0] if len(described) == 1 else None
        if self.knowledge.general_class(candidate.cls or "") == "Place":
            return self._only_place(number, candidate)
        if self.knowledge.general_class(candidate.cls or "") != "Organisation":
            return None
        before = (r for n, (_, r, _) in self.found.mentions.items() if n < number)
        alike = {
            r.key: r for r in before if r.names and not r.plural and r.cls == candidate.cls != "Organisation"
        }
        return next(iter(alike.values())) if len(alike) == 1 else None

    def _only_place(self, number: int, candidate: Candidate) -> Referent | None:
        """What "the town" can mean: the only town named before it; of two it may be either."""
        named = {
            referent.key: referent
            for n, (c, referent, _) in self.found.mentions.items()
            if n < number and c.kind is MentionKind.NAME and referent.cls == candidate.cls != "Place"
        }
        return next(iter(named.values())) if len(named) == 1 else None

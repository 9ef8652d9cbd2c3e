"""What is read together to find roles: the article, who is who in it, its quotes and the words for roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import MentionKind, Passage, Quote, RoleAttestation, Standing
from ..candidates import Candidate
from ..knowledge import Knowledge
from ..nested import Quotes
from ..reading import Reading
from ..referents import Referent, Resolved
from ..tokens import Token

#: Somebody or something, by one of its mentions.
Meant = tuple[Candidate, Referent]
#: What a noun for a role may be taken for.
_NOMINAL = ("NOUN", "PROPN", "ADJ")


@dataclass(frozen=True, slots=True)
class Described:
    """A role in the words of one passage."""

    role: str
    first: int
    last: int
    reach: int = -1
    """The last token of its complements, also of those that are left out of `role`."""
    standing: Standing | None = None
    """Set where a word of its own says so: "former", "next"."""
    post: str | None = None
    post_name: str = ""
    """The words that name the post: other posts may be called so too."""
    organisation: str | None = None
    party: tuple[int, int, str] | None = None
    """The party that the holder sits for: the first and last token of its name, and its key."""


class Scene:
    """One article, while its roles are read."""

    def __init__(self, reading: Reading, resolved: Resolved, quotes: Quotes, knowledge: Knowledge) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.resolved = resolved
        self.quotes = quotes
        self.knowledge = knowledge
        self.ontology = knowledge.ontology
        self.names: dict[int, Meant] = {}
        """Token -> the name that covers it."""
        self.nominals: dict[int, Candidate] = {}
        """Token -> the description of a person that covers it: the one it heads, or else the longest."""
        self.parties = {
            word: key
            for key, referent in sorted(resolved.referents.items())
            if referent.cls == "PoliticalParty"
            and (word := referent.label.removesuffix(" Party")) != referent.label
        }
        """What a party is called before a noun -> its key: "the Lantern MP"."""
        for _, (candidate, referent, _) in sorted(resolved.mentions.items()):
            for index in range(candidate.first, candidate.last + 1):
                if candidate.kind is MentionKind.NAME:
                    self.names[index] = candidate, referent
                elif candidate.kind is MentionKind.NOMINAL and self._is(candidate.cls, "Person"):
                    known = self.nominals.get(index)
                    if known is None or candidate.head == index or _longer(candidate, known, index):
                        self.nominals[index] = candidate
        self.roles = [token for token in self.doc if token.pos_ in _NOMINAL and self.is_role(token)]
        """The nouns that name roles, in reading order."""

    def _is(self, cls: str | None, general: str) -> bool:
        return self.knowledge.general_class(cls or "") == general

    def is_person(self, referent: Referent) -> bool:
        """Whether an entity is one person."""
        return self._is(referent.cls, "Person") and not referent.plural

    def person(self, token: Token) -> Meant | None:
        """The one person with a name whom a noun or pronoun means; none for anybody else."""
        found = self.resolved.identified_at(token.i)
        if found is None or found[0].plural or not self.is_person(found[1]):
            return None
        return found if found[1].names or found[1].known else None

    def people(self, tokens: Sequence[Token]) -> list[Meant]:
        """The people whom some nouns mean; none at all where one of them is nobody known."""
        found = [person for token in tokens if (person := self.person(token)) is not None]
        return found if len(found) == len(tokens) else []

    def body(self, token: Token) -> Referent | None:
        """The one body that a noun means."""
        found = self.resolved.identified_at(token.i)
        if found is None or found[0].plural or found[0].modifies:
            return None
        nobody = found[1].plural or (found[1].cls == "Group" and not found[1].names)  # "chief of staff"
        return found[1] if self._is(found[1].cls, "Organisation") and not nobody else None

    def is_role(self, noun: Token) -> bool:
        """Whether a noun names a role, in the singular or plural."""
        if noun.pos_ not in _NOMINAL:
            return False
        named = self.names.get(noun.i)
        if named is not None and named[0].head == noun.i and not self._is(named[0].cls, "Place"):
            return False  # a name that happens to be a noun too: "Bishop said"
        described = self.nominals.get(noun.i)
        post = described is not None and described.post is not None and described.head == noun.i
        return post or noun.lower_.removeprefix("ex-") in self.ontology.words["RoleNoun"]

    def is_plural(self, noun: Token) -> bool:
        """Whether a role noun stands in the plural; taggers miss it in capitals ("MPs")."""
        listed = noun.lower_[:-1] in self.ontology.words["RoleNoun"] and noun.lower_.endswith("s")
        return listed or "Plur" in noun.morph.get("Number", []) or noun.tag_ in ("NNS", "NNPS")

    def attested(
        self,
        holder: Meant,
        described: Described,
        rule: str,
        standing: Standing | None,
        term: tuple[str | None, str | None] = (None, None),
    ) -> RoleAttestation:
        """What a passage says of one holder.

        Args:
            holder: who holds the role.
            described: the role.
            rule: the name of the rule that found it.
            standing: how it is told; a word of the description's own ("former") says more than "held".
            term: start and end, where they are stated.
        """
        if standing in (None, Standing.HELD) and described.standing is not None:
            standing = described.standing
        start, end = term
        day = self.reading.article.day
        if end is not None and standing is Standing.HELD:
            standing = (
                None if day is None else Standing.HELD_BEFORE if end < day[: len(end)] else Standing.HELD
            )
        words = self.reading.passage(described.first, described.last)
        candidate, referent = holder
        current = described.standing is None and standing is not Standing.HELD_BEFORE
        post = self._post(described, referent) if current else None
        return RoleAttestation(
            person=referent.key,
            role=self.knowledge.gazetteer.posts[post].label if post else described.role,
            words=words,
            evidence=self.reading.sentence(self.doc[described.last]),
            post=post,
            organisation=described.organisation,
            quote=self.told_by(words),
            holder=self.reading.passage(candidate.first, candidate.last),
            standing=standing,
            start=start,
            end=end,
            rule=rule,
        )

    def _post(self, described: Described, referent: Referent) -> str | None:
        """The known post that a role is, unless its holder is known to have held none but others.

        A name that posts elsewhere bear too, as one of one word does ("the Chancellor"), is that post only of
        one who is known to hold it.
        """
        if described.post is None:
            return None
        gazetteer = self.knowledge.gazetteer
        name = described.post_name.lower()
        shared = " " not in name or name in map(str.lower, gazetteer.posts[described.post].shared)
        if referent.key in gazetteer.holders(described.post, None):
            return described.post
        return None if shared or referent.key in gazetteer.known else described.post

    def told_by(self, words: Passage) -> Quote | None:
        """The quote in which a passage stands."""
        return self.quotes.innermost(words)

    def has(self, word: str, *lists: str) -> bool:
        """Whether a word is in one of the word lists of the ontology."""
        return any([word in self.ontology.words[name] for name in lists])

    def text(self, first: int, last: int) -> str:
        """The words of some tokens, in one line."""
        return " ".join(self.reading.words(self.reading.passage(first, last)).split())


def _longer(candidate: Candidate, known: Candidate, index: int) -> bool:
    return known.head != index and candidate.last - candidate.first > known.last - known.first

"""Join descriptions to the names that they are set beside, or that the article says they are.

"Ada Hale, the harbour minister,", "the leader of Oxley Council, Ada Hale,", "minister Ada Hale", "Ada Hale
is a judge", and the same for bodies: "Keep the Lamp Lit, a campaign group,".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import MentionKind
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .quotes import Reported
from .reading import Reading
from .referents import Referent, Resolved
from .tokens import Token

_RELATIVE = frozenset(("who", "which", "whose"))
_CLOSING = frozenset((",", ".", ";", "–", "—", ")", ":", "’", "”"))


@dataclass(slots=True)
class _Names:
    """The names of one general class in an article, by the tokens where they start and end."""

    at: dict[int, Referent] = field(default_factory=dict)
    """First token -> whom the name means."""
    last: dict[int, int] = field(default_factory=dict)
    """First token -> last token."""
    ending: dict[int, Referent] = field(default_factory=dict)
    """Last token -> whom the name means."""


class Appositions:
    """The names and descriptions of one article that stand side by side."""

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
        self._names = {"Person": _Names(), "Organisation": _Names()}
        for number, candidate in enumerate(candidates):
            names = self._names.get(knowledge.general_class(candidate.cls or ""))
            if names is None or candidate.kind is not MentionKind.NAME or number not in found.mentions:
                continue
            referent = found.mentions[number][1]
            if names is not self._names.get(knowledge.general_class(referent.cls)):
                continue  # one word of a body's name may pass for somebody
            names.at[candidate.first] = names.ending[candidate.last] = referent
            names.last[candidate.first] = candidate.last

    def join(self) -> None:
        """Join every description of one person or body that has its name beside it."""
        for number, candidate in enumerate(self.candidates):
            names = self._names.get(self.knowledge.general_class(candidate.cls or ""))
            if names is None or candidate.kind is not MentionKind.NOMINAL or candidate.plural:
                continue
            named = self._named(candidate, names)
            if named is None:
                continue
            referent, rule = named
            self.found.join(number, candidate, referent, rule)
            if not candidate.former:
                referent.heads.add(self.doc[candidate.head].lower_)  # "the minister" may mean the same later

    def _named(self, candidate: Candidate, names: _Names) -> tuple[Referent, str] | None:
        """Whom a description is said of, and by which rule."""
        said = self._predicated_of(candidate)
        if said is not None:
            return said, "predicate"
        comma = candidate.first - 1
        before = names.ending.get(comma - 1) if comma > 0 and self.doc[comma].text == "," else None
        if before is not None:
            apposed = syntax.are_apposed(self.doc[comma - 1], self.doc[candidate.head])
            if self._closes(candidate.head, listed=not apposed):
                return before, "apposition"
        if candidate.last + 1 in names.at and not self._is_spoken_of(candidate):
            return names.at[candidate.last + 1], "descriptor"
        start = self._name_after(candidate, names.last)
        behind = syntax.phrase(self.doc[candidate.head])[1] + 2
        if behind in names.at and syntax.is_fronted(self.doc[candidate.head], self.doc[behind]):
            return names.at[behind], "apposition"  # "A lawyer, Ada Hale won"
        if start is None and candidate.definite:  # "the owner, Oxley Council, …": bodies do what people do
            names = self._names["Organisation"]
            start = self._name_after(candidate, names.last, parsed=True)
        return None if start is None else (names.at[start], "apposition")

    def _is_spoken_of(self, candidate: Candidate) -> bool:
        """Whether the name after a description begins a clause about it: "the man Ada Hale sued"."""
        name = syntax.name_head(self.doc[candidate.last + 1])
        return syntax.is_described_by(self.doc[candidate.head], name)

    def _name_after(self, candidate: Candidate, names: dict[int, int], *, parsed: bool = False) -> int | None:
        """Where the name set beside a description starts: "the minister, Ada Hale, said".

        The name is closed by a second mark. None in "Unlike the mayor, Ada Hale left", where the description
        stands in a phrase of its own. Of "a driver, Jon Marsh, …" the parse must say so too, and of "her
        husband, the singer Jon Marsh, …".

        Args:
            candidate: the description.
            names: first token of each name that may be meant -> its last.
            parsed: whether the parse must set the name beside it in any case.
        """
        before = candidate.first - 1
        in_phrase = before >= 0 and self.doc[before].pos_ in ("ADP", "SCONJ")
        head = self.doc[candidate.head]
        whole = syntax.phrase(head)[1]  # "the leader of Oxley Council, Ada Hale,"
        for comma in (candidate.last + 1, whole + 1):
            if comma + 2 >= len(self.doc) or self.doc[comma].text != ",":
                continue
            start = next((i for i in range(comma + 1, min(comma + 5, len(self.doc))) if i in names), None)
            if start is None or any(t.is_punct for t in self.doc[comma + 1 : start]):
                continue
            plain = start == comma + 1 + (self.doc[comma + 1].lower_ == "the")
            sure = plain and candidate.definite and not in_phrase and not parsed
            if not sure and not self._are_apposed(head, start, comma):
                continue
            if self._is_closed(names[start]) and (candidate.definite or not self._goes_on(names[start])):
                return start
        return None

    def _are_apposed(self, head: Token, start: int, comma: int) -> bool:
        """Whether the parse sets a name beside a description, by itself or by another description between."""
        name = self.doc[start]
        between = syntax.name_head(name).head
        described = comma < between.i < start and syntax.are_apposed(between, name)
        return syntax.are_apposed(head, between if described else name)

    def _goes_on(self, last: int) -> bool:
        """Whether a list may go on behind a name: "a driver, Jon Marsh, and a nurse"."""
        after = self.doc[last + 1 : last + 3]
        return any(token.lower_ in ("and", "or") for token in after)

    def _is_closed(self, last: int) -> bool:
        """Whether a name ends at a mark, with where it belongs: "Ada Hale,", "Ada Hale of Save Our Pier,"."""
        for token in self.doc[last + 1 : last + 9]:
            if token.is_punct:
                return True
            if token.pos_ in ("VERB", "AUX") or (token.i == last + 1 and token.pos_ != "ADP"):
                return False
        return last + 1 >= len(self.doc)

    def _predicated_of(self, candidate: Candidate) -> Referent | None:
        """Of whom the article itself says a description outright: "Ada Hale is the chair"."""
        head = self.doc[candidate.head]
        subject = syntax.predicate_nominal_of(head)
        if subject is None or syntax.governor(head) is not None:
            return None
        words = self.reading.passage(candidate.first, candidate.last)
        denied = any("Neg" in word.morph.get("Polarity", []) for word in syntax.adverbs(head))
        may_be = any(word.tag_ == "MD" for word in syntax.auxiliaries(head)) or syntax.is_question(head)
        if denied or may_be or any(quote.contains(words) for quote in self.quotes):
            return None  # who is "the culprit" according to somebody is nobody's name
        found = self.found.at(subject.i)
        if found is None or found[0].kind is not MentionKind.NAME:
            return None
        general = self.knowledge.general_class
        return found[1] if general(found[0].cls or "") == general(candidate.cls or "") else None

    def _closes(self, head: int, *, listed: bool) -> bool:
        """Whether the description after a name ends at a mark, and no list goes on.

        Args:
            head: the head of the description.
            listed: whether it may be one of a list: where the parse does not say otherwise.
        """
        for token in self.doc[head + 1 : head + 12]:
            if token.lower_ in _RELATIVE:
                return True
            if token.text in _CLOSING:
                following = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
                return not listed or following is None or following.lower_ not in ("and", "or")
            if (
                token.pos_ == "CCONJ"
                and token.nbor(-1).text[:1].isupper()
                and token.nbor().text[:1].isupper()
            ):
                continue  # "the Minister for Coasts and Crossings"
            if token.pos_ in ("VERB", "AUX", "CCONJ"):
                return False
        return True

"""Whom "he" and "she" mean: the most salient earlier person of that gender, by position, syntax and topic.

A weighted form of the classical salience rules (Lappin and Leass 1994), reduced to what a newspaper page
shows: recency in sentences, grammatical subject, how often a person is named, who spoke last, and quotation
marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ..model import AttributionMode, MentionKind
from . import syntax
from .candidates import Candidate
from .quotes import Reported
from .reading import Reading

if TYPE_CHECKING:
    from .referents import Referent, Resolved

#: How much each fact about an earlier mention counts for it. Sentences of distance count against it.
_SUBJECT, _SPOKE_LAST, _OTHER_SIDE_OF_MARKS, _OFTEN, _POSSESSIVE_SUBJECT = 2.0, 3.0, -2.0, 0.2, 1.0
_DESCRIBED, _GENDER_UNKNOWN, _ONLY_MENTIONED = -0.5, -1.0, -1.0
_REACH = 8


class Salience:
    """What an article shows about how present each of its people is at any point."""

    def __init__(
        self,
        reading: Reading,
        candidates: Sequence[Candidate],
        quotes: Sequence[Reported],
        found: Resolved,
        representatives: Set[str],
    ) -> None:
        self.doc = reading.doc
        self.candidates = candidates
        self.quotes = quotes
        self.found = found
        self.sentence = [0] * len(reading.doc)
        for number, sentence in enumerate(reading.doc.sents):
            for token in sentence:
                self.sentence[token.i] = number
        self._quote_at: dict[int, int] = {}
        self._told: set[int] = set()
        self._representative: dict[int, int] = {}
        for index, quote in enumerate(quotes):
            told = {token.i for fragment in quote.content for token in reading.tokens_in(fragment)}
            self._told |= told
            if quote.source is not None and self.doc[quote.source].lower_ in representatives:
                self._representative.update(dict.fromkeys(told, quote.source))
            if quote.mode is AttributionMode.DIRECT:
                for fragment in quote.content:
                    for token in reading.tokens_in(fragment):
                        self._quote_at[token.i] = index

    def in_direct_quote(self, index: int) -> bool:
        """Whether a token stands inside direct speech."""
        return index in self._quote_at

    def representative_at(self, index: int) -> Referent | None:
        """Who speaks for somebody else in the words where a token stands: "Hale's lawyer said he …"."""
        source = self._representative.get(index)
        found = None if source is None else self.found.at(source)
        return found[1] if found is not None else None

    def is_told(self, index: int) -> bool:
        """Whether a token stands in what somebody is reported to have said."""
        return index in self._told

    def speaker_at(self, index: int) -> Referent | None:
        """Whose direct speech a token stands in, as far as it is resolved."""
        quote = self._quote_at.get(index)
        return None if quote is None else self.speaker(quote)

    def speaker(self, quote: int) -> Referent | None:
        """The speaker of a quote, followed back through the quotes that it continues."""
        seen = set()
        while (before := self.quotes[quote].continues) is not None and quote not in seen:
            seen.add(quote)
            quote = before
        source = self.quotes[quote].source
        found = None if source is None else self.found.at(source)
        return found[1] if found else None

    def last_speaker(self, index: int) -> Referent | None:
        """The speaker of the last quote before a token, unless somebody else became the subject since."""
        sourced = (q for q, quote in enumerate(self.quotes) if quote.source is not None)
        last = max((q for q in sourced if self._source(q) < index), key=self._source, default=None)
        if last is None:
            return None
        speaker = self.speaker(last)
        for candidate, referent, _ in self.found.mentions.values():
            if not self._source(last) < candidate.head < index or self.in_direct_quote(candidate.head):
                continue
            if referent is not speaker and syntax.is_subject(self.doc[candidate.head]):
                return None
        return speaker

    def _source(self, quote: int) -> int:
        return self.quotes[quote].source or 0

    def is_cue_subject(self, index: int) -> bool:
        """Whether a token is the source of a quote ("she added")."""
        return any(quote.source == index for quote in self.quotes)


def antecedent(number: int, pronoun: Candidate, salience: Salience) -> Referent | None:
    """The entity that a third-person singular pronoun refers to; none where no earlier person fits."""
    token = salience.doc[pronoun.head]
    if pronoun.name.endswith("self"):
        return _own_subject(token, salience)
    others = (salience.found.at(index) for index in _co_arguments(token))
    excluded = {found[1].key for found in others if found is not None}
    for speaker in (salience.speaker_at(pronoun.head), salience.representative_at(pronoun.head)):
        if speaker is not None:
            excluded.add(speaker.key)
    counts: Counter[str] = Counter()
    best: dict[str, float] = {}
    for n, (candidate, referent, _) in salience.found.mentions.items():
        if candidate.head >= pronoun.head or n == number or candidate.modifies or referent.key in excluded:
            continue
        if not _is_singular_person(referent) or referent.gender not in (None, pronoun.gender):
            continue
        score = _score(pronoun, candidate, referent, salience)
        if score is not None:
            counts[referent.key] += 1
            best[referent.key] = max(best.get(referent.key, score), score)
    speaker = salience.last_speaker(pronoun.head) if salience.is_cue_subject(pronoun.head) else None
    if speaker is not None and speaker.key in best:
        best[speaker.key] += _SPOKE_LAST
    for key, count in counts.items():
        best[key] += _OFTEN * min(count, 5)
    chosen = min(best, key=lambda key: (-best[key], key), default=None)
    return salience.found.referents[chosen] if chosen is not None else None


def _score(pronoun: Candidate, candidate: Candidate, referent: Referent, salience: Salience) -> float | None:
    """How present one earlier mention makes its referent; none where it cannot be meant."""
    token, earlier = salience.doc[pronoun.head], salience.doc[candidate.head]
    distance = salience.sentence[token.i] - salience.sentence[earlier.i]
    is_predicate = syntax.predicate_nominal_of(earlier) is not None
    described = candidate.kind is MentionKind.NOMINAL
    if distance > _REACH or (described and is_predicate):
        return None
    score = -float(distance) - 0.01 * (token.i - earlier.i)
    if syntax.is_subject(earlier) or is_predicate:
        score += _SUBJECT
        if syntax.is_possessor(token) and distance == 0:
            score += _POSSESSIVE_SUBJECT
    if salience.in_direct_quote(earlier.i) != salience.in_direct_quote(token.i):
        score += _OTHER_SIDE_OF_MARKS
    if salience.is_told(earlier.i) and not salience.is_told(token.i):
        score += _ONLY_MENTIONED
    if referent.gender is None:
        score += _GENDER_UNKNOWN
    return score + _DESCRIBED if described else score


def _own_subject(pronoun: Token, salience: Salience) -> Referent | None:
    """The subject of the verb that a reflexive pronoun depends on."""
    verb = syntax.governor(pronoun)
    subjects = syntax.subjects(verb) if verb is not None and syntax.is_verb(verb) else []
    found = salience.found.at(subjects[0].i) if subjects else None
    return found[1] if found is not None else None


def _is_singular_person(referent: Referent) -> bool:
    return referent.cls == "Person" and not referent.plural


def _co_arguments(pronoun: Token) -> set[int]:
    """The other arguments of the verb that a pronoun is an argument of: they are somebody else."""
    if syntax.is_possessor(pronoun):
        return set()
    verb = syntax.governor(pronoun)
    if verb is None or not syntax.is_verb(verb):
        return set()
    arguments = [*syntax.subjects(verb), *syntax.objects(verb), *syntax.indirect_objects(verb)]
    arguments += [noun for _, noun in syntax.obliques(verb)]
    return {token.i for token in arguments if token.i != pronoun.i}

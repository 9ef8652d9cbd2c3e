"""Whom "he" and "she" mean: the most salient earlier person of that gender, by position, syntax and topic.

A weighted form of the classical salience rules (Lappin and Leass 1994), reduced to what a newspaper page shows:
recency in sentences, grammatical subject, how often a person is named, who spoke last, and quotation marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from ..model import AttributionMode
from . import syntax
from .mentions import Candidate
from .quotes import Reported
from .reading import Reading

if TYPE_CHECKING:
    from .referents import Referent, Resolved

#: How much each fact about an earlier mention counts for it. Sentences of distance count against it.
_SUBJECT, _SPOKE_LAST, _OTHER_SIDE_OF_MARKS, _OFTEN, _POSSESSIVE_SUBJECT = 2.0, 3.0, -2.0, 0.2, 1.0
_REACH = 8


class Salience:
    """What an article shows about how present each of its people is at any point."""

    def __init__(
        self, reading: Reading, candidates: Sequence[Candidate], quotes: Sequence[Reported], found: Resolved
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
        for index, quote in enumerate(quotes):
            if quote.mode is AttributionMode.DIRECT:
                for fragment in quote.content:
                    for token in reading.tokens_in(fragment):
                        self._quote_at[token.i] = index

    def in_direct_quote(self, index: int) -> bool:
        """Whether a token stands inside direct speech."""
        return index in self._quote_at

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
        """The speaker of the last quote whose source stands before a token."""
        before = [
            q for q, quote in enumerate(self.quotes) if quote.source is not None and quote.source < index
        ]
        if not before:
            return None
        return self.speaker(max(before, key=self._source))

    def _source(self, quote: int) -> int:
        return self.quotes[quote].source or 0

    def is_cue_subject(self, index: int) -> bool:
        """Whether a token is the source of direct speech ("she added")."""
        return any(q.source == index and q.mode is AttributionMode.DIRECT for q in self.quotes)


def antecedent(number: int, pronoun: Candidate, salience: Salience) -> Referent | None:
    """The entity that a third-person singular pronoun refers to; none where no earlier person fits."""
    doc = salience.doc
    token = doc[pronoun.head]
    quote_speaker = salience.speaker_at(pronoun.head)
    in_quote = salience.in_direct_quote(pronoun.head)
    others = (salience.found.at(index) for index in _co_arguments(token))
    excluded = {found[1].key for found in others if found is not None}
    counts: dict[str, int] = {}
    best: dict[str, float] = {}
    for n, (candidate, referent, _) in salience.found.mentions.items():
        if candidate.head >= pronoun.head or n == number or candidate.modifies:
            continue
        if not _is_singular_person(referent) or referent is quote_speaker:
            continue
        if referent.gender not in (None, pronoun.gender) or referent.key in excluded:
            continue
        distance = salience.sentence[pronoun.head] - salience.sentence[candidate.head]
        if distance > _REACH:
            continue
        counts[referent.key] = counts.get(referent.key, 0) + 1
        score = -float(distance) - 0.01 * (pronoun.head - candidate.head)
        if (
            syntax.is_subject(doc[candidate.head])
            or syntax.predicate_nominal_of(doc[candidate.head]) is not None
        ):
            score += _SUBJECT
            if syntax.is_possessor(token) and distance == 0:
                score += _POSSESSIVE_SUBJECT
        if salience.in_direct_quote(candidate.head) != in_quote:
            score += _OTHER_SIDE_OF_MARKS
        if referent.gender is None:
            score -= 1.0
        best[referent.key] = max(best.get(referent.key, score), score)
    if not best:
        return None
    speaker = salience.last_speaker(pronoun.head)
    if speaker is not None and speaker.key in best and salience.is_cue_subject(pronoun.head):
        best[speaker.key] += _SPOKE_LAST
    for key, count in counts.items():
        best[key] += _OFTEN * min(count, 5)
    chosen = min(best, key=lambda key: (-best[key], key))
    return salience.found.referents[chosen]


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

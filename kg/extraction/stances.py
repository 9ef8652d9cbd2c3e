"""Who is for or against what, where no verb says so: "is against the plan", "a critic of Hale".

The words are data: `kg:predicate` in ontology/actions.ttl.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Statement
from . import syntax
from .deeds import Made
from .modality import noun_reality, reality
from .participants import Participants
from .reading import Reading
from .reality import Reality
from .tokens import Token

RULE = "predicate"


class Stances:
    """The predicates of one article that tell of an action."""

    def __init__(self, reading: Reading, participants: Participants, made: Made) -> None:
        """Prepare to look; `made` makes the statements of a trigger."""
        self.reading = reading
        self.participants = participants
        self.made = made
        self.ontology = participants.knowledge.ontology

    def of(self, word: Token) -> list[Statement]:
        """The statements of a word that says, with those beside it, who is for or against something."""
        return [
            found
            for name, words in self.ontology.predicates[word.lower_]
            for found in self._of(word, name, words)
        ]

    def _of(self, word: Token, name: str, words: tuple[str, ...]) -> Iterator[Statement]:
        alone, behind = len(words) == 1, word.i + 1 < len(word.doc) and word.nbor().lower_ == words[-1]
        if (not alone and not behind) or (len(words) == 3 and syntax.preposition(word) != words[0]):
            return
        clause = syntax.predicate_after(word) if alone else word
        if clause is None:
            return
        phrases = [*syntax.noun_modifiers(word), *syntax.obliques(word)]
        towards = syntax.conjuncts(clause) if alone else [noun for prep, noun in phrases if prep == words[-1]]
        who, real = self._who(clause)
        if real is None:
            return
        fillers = {
            "agent": [
                a
                for head in who
                if self.participants.is_actor(head)
                for a in self.participants.arguments("agent", head)
            ],
            "theme": [a for head in towards for a in self.participants.arguments("theme", head)],
        }
        if not all(fillers.values()):
            return
        first = word if len(words) < 3 else word.nbor(-1)
        trigger = self.reading.passage(first.i, word.i if alone else word.i + 1)
        yield from self.made(self.ontology.actions[name], trigger, clause, fillers, real, RULE, None)

    def _who(self, clause: Token) -> tuple[list[Token], Reality | None]:
        """Who is said to be so, and how real that is: the subject, or the name that a noun stands beside."""
        found = syntax.predicated_of(clause)
        if found is None:
            return [], None
        who, within = found
        return who, noun_reality(clause, self.ontology) if within is None else reality(within, self.ontology)

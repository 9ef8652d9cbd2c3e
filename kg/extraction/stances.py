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
#: Verbs of being, under which a predicate says what the subject is.
_BEING = frozenset(("be", "remain", "become", "stay"))
#: Verbs of saying beside which a phrase says what for: "spoke in favour of the plan".
_SPEAKING = frozenset(("speak", "argue", "come"))


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
        if alone and (word.dep_ != "case" or not syntax.is_predicate(word.head)):
            return
        clause = word.head if alone else word
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
        above = syntax.governor(clause)
        if syntax.is_predicate(clause) or syntax.is_past_participle(clause):
            own = [noun for subject in syntax.own_subjects(clause) for noun in syntax.conjuncts(subject)]
            return own, reality(clause, self.ontology)
        if above is not None and clause.dep_ == "appos":
            return [above], noun_reality(clause, self.ontology)
        being = clause.dep_ == "xcomp" and above is not None and above.lemma_ in _BEING
        speaking = clause.dep_ == "obl" and above is not None and above.lemma_ in _SPEAKING
        if above is not None and (being or speaking):
            own = syntax.own_subjects(clause) or syntax.subjects(above)  # "remains critical of"
            return own, reality(above, self.ontology)
        return [], None

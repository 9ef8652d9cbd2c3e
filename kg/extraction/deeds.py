"""Themes and topics that are deeds themselves: "promised to meet Reed", "demanded the resignation of Marsh".

Such an argument points at the words that evoke the deed, so that whoever reads the graph gets from the
promise to what was promised. It says nothing of how real that is: the statement of the deed does, by its
own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Argument, Modality, Passage, Statement
from ..ontology import UNLISTED, Action, Ontology
from . import syntax
from .befalling import noun_under, trigger_opening
from .modality import noun_reality
from .participants import Participants
from .presupposed import is_circumstance
from .reading import Reading
from .reality import Reality
from .slots import Fillers, Slots
from .tokens import Token
from .triggers import NO_EFFECT, effect_of

#: The roles in which a deed takes part in another.
ROLES = frozenset(("theme", "topic"))
#: The rule that reads a noun which only another deed's theme tells of.
RULE = "theme-noun"

#: Builds the statements of one trigger: action, trigger, head, what fills its roles, how real it is, rule.
Made = Callable[[Action, Passage, Token, Fillers, Reality, str, str | None], Iterator[Statement]]


class Deeds:
    """The deeds that the themes of one article's statements are."""

    def __init__(self, reading: Reading, participants: Participants, slots: Slots, made: Made) -> None:
        """Prepare to look.

        Args:
            reading: the article and its Doc.
            participants: they know the heads of the passages that fill roles.
            slots: they fill the roles of nouns.
            made: makes the statements of a noun.
        """
        self.reading = reading
        self.participants = participants
        self.slots = slots
        self.made = made
        self.ontology: Ontology = slots.ontology

    def linked(self, statements: Sequence[Statement]) -> list[Statement]:
        """The same statements, their arguments joined to deeds, and those of nouns that only they tell."""
        triggers = {s.trigger.start: s.trigger for s in statements}
        added: list[Statement] = []
        found: dict[Passage, tuple[Passage, ...]] = {}
        for statement in statements:
            for argument in statement.arguments:
                if argument.role not in ROLES or argument.passage in found:
                    continue
                heads = self._heads(argument.passage, statement)
                if statement.action != UNLISTED.name:
                    new = [
                        s for head in heads if not self._trigger(head, triggers) for s in self._of_noun(head)
                    ]
                    added += new
                    triggers |= {s.trigger.start: s.trigger for s in new}
                deeds = (
                    self._trigger(word, triggers) for head in heads for word in self._told(head, triggers)
                )
                own = statement.trigger
                found[argument.passage] = tuple(deed for deed in deeds if deed is not None and deed != own)
        return [self._joined(s, found) for s in (*statements, *added)]

    @staticmethod
    def _joined(statement: Statement, found: dict[Passage, tuple[Passage, ...]]) -> Statement:
        if not any(found.get(a.passage) for a in statement.arguments if a.role in ROLES):
            return statement

        def joined(argument: Argument) -> Argument:
            deeds = found.get(argument.passage, ()) if argument.role in ROLES else ()
            return replace(argument, deeds=deeds) if deeds else argument

        return replace(statement, arguments=tuple(map(joined, statement.arguments)))

    def _trigger(self, word: Token, triggers: Mapping[int, Passage]) -> Passage | None:
        return triggers.get(self.reading.starts[trigger_opening(word, self.ontology).i])

    def _heads(self, passage: Passage, statement: Statement) -> list[Token]:
        """The head of a passage and those joined to it: "promised to meet Reed and to sue the bank"."""
        head = self._head(passage, statement)
        last = self.reading.token_at(passage.end)
        return [] if head is None else [word for word in syntax.conjuncts(head) if word.i < last]

    def _told(self, head: Token, triggers: Mapping[int, Passage]) -> list[Token]:
        """The words that may evoke the deed that a head stands for."""
        if self._trigger(head, triggers) is not None:
            return [head]
        if (noun := noun_under(head, self.ontology)) is not None:
            return [noun]  # "said that Hale came under attack"
        if syntax.is_verb(head) and head.lower_ in self.ontology.words["LightVerb"]:
            return syntax.objects(head)  # "promised to make an offer"
        if head.pos_ == "NOUN" and effect_of(self.ontology, "noun", head) != NO_EFFECT:
            clauses = syntax.clausal_modifiers(head)  # "opposed the plan to close it", "its failure to pay"
            return [clause for clause in clauses if syntax.is_infinitive(clause)]
        return []

    def _head(self, passage: Passage, statement: Statement) -> Token | None:
        """The head of a passage; of what a quote says, that of its first clause beside the cue."""
        known = self.participants.heads.get(passage)
        if known is not None:
            return self.reading.doc[known]
        if not statement.evidence.contains(passage):
            return None
        tokens = [t for t in self.reading.tokens_in(passage) if not (t.is_punct or t.is_quote)]
        if not tokens:
            return None
        first, last = tokens[0].i, tokens[-1].i
        return next((t for t in tokens if t.head == t or not first <= t.head.i <= last), None)

    def _of_noun(self, noun: Token) -> list[Statement]:
        """What a noun tells of as the theme of another deed: "an inquiry into …", "the arrest of Reed"."""
        words = self.ontology
        action = words.event_nouns.get(noun.lower_)
        undergone = action is not None and "into" not in (action.slots or {})
        action = action or words.nouns.get(noun.lower_)
        if noun.pos_ != "NOUN" or action is None:
            return []
        real = noun_reality(noun, words)
        if real is None:
            return []
        fillers: Fillers = {}
        for word, head in syntax.noun_modifiers(noun):
            lent = word == "of" and noun.lower_ in words.words["ReceivedNoun"] and syntax.is_definite(noun)
            lent = lent and not syntax.possessors(noun) and self.participants.is_actor(head)
            role = (
                "agent"
                if word == "by" or lent
                else self.slots.prepositional(action, word, head, of_noun=True)
            )
            if role != "agent" or self.participants.is_actor(head):
                self.slots.fill(fillers, role, [head])
        owners = [o for owner in syntax.possessors(noun) for o in syntax.conjuncts(owner)]
        role = "theme" if undergone else "agent"
        if undergone and action.role("obj") == "addressee":  # "Hale's nomination" by her party
            role = "addressee" if all(map(self.participants.is_person, owners)) else "agent"
        if role not in fillers:
            self.slots.fill(fillers, role, [o for o in owners if self.participants.is_actor(o)])
        alone = (action.slots or {}).get("of") == "agent"  # "the resignation of Marsh"
        needed = {"theme", "agent"} if alone else {"theme"}
        if not fillers.keys() & (needed | ({"addressee"} if undergone else set())):
            return []  # "rejected her demand": what for is said elsewhere
        told = syntax.is_definite(noun) or is_circumstance(noun, words)  # "met her on a trip to Norway"
        if real.modality is Modality.ACTUAL and not told:
            real = replace(real, modality=Modality.POSSIBLE)  # "announced an inquiry into …"
        trigger = self.reading.passage(noun.i, noun.i)
        return list(self.made(action, trigger, noun, fillers, replace(real, asserted=False), RULE, None))

"""What each passage says was done: one statement per evoking word and combination of participants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from spacy.tokens import Token

from ..model import Argument, Modality, Passage, Quote, Statement
from ..ontology import Action, Evocation
from . import syntax
from .knowledge import Knowledge
from .modality import noun_reality, reality
from .participants import Participants
from .quotes import Reported, innermost
from .reading import Reading
from .reality import Reality
from .triggers import evocation, trigger_tokens

#: How far each rule is trusted, as a rank between 0 and 1; not a measured probability (docs/decisions/0006).
CONFIDENCE = {"verb": 0.9, "passive": 0.9, "controlled": 0.8, "light-verb": 0.7, "noun": 0.7, "adjacent": 0.6}

Fillers = dict[str, list[Argument]]


def find_statements(
    reading: Reading,
    participants: Participants,
    quotes: Sequence[Quote],
    told: Mapping[int, tuple[Reported, Quote]],
    knowledge: Knowledge,
) -> tuple[list[Statement], list[tuple[Passage, str]]]:
    """The statements of an article in reading order, and the verbs that gave none, each with the reason.

    Args:
        reading: the article and its Doc.
        participants: what may fill a role.
        quotes: the quotes of the article.
        told: the quote that each cue opens, by the index of the cue's token: who says and what.
        knowledge: ontology and gazetteer.
    """
    finder = _Finder(reading, participants, quotes, told, knowledge)
    statements: list[Statement] = []
    unread: list[tuple[Passage, str]] = []
    for token in reading.doc:
        if syntax.is_verb(token) and not syntax.is_attributive(token):
            found = finder.of_verb(token)
            if isinstance(found, str):
                unread.append((reading.passage(token.i, token.i), found))
            else:
                statements += found
        elif token.pos_ == "NOUN":
            statements += finder.of_noun(token)
    return sorted(set(statements)), unread


class _Finder:
    """One article, while its statements are looked for."""

    def __init__(
        self,
        reading: Reading,
        participants: Participants,
        quotes: Sequence[Quote],
        told: Mapping[int, tuple[Reported, Quote]],
        knowledge: Knowledge,
    ) -> None:
        self.reading = reading
        self.participants = participants
        self.quotes = quotes
        self.told = told
        self.ontology = knowledge.ontology

    # Verbs.

    def of_verb(self, verb: Token) -> list[Statement] | str:
        """The statements of a verb, or why it gives none."""
        evoked = evocation(verb, self.ontology)
        if evoked is None:
            return "not in the lexicon"
        if syntax.may_describe(verb):
            return "may only describe the noun after it"
        real = reality(verb, self.ontology) or self._closing(verb)
        if real is None:
            return "a question, a wish or a condition states nothing"
        if verb.lower_ in self.ontology.words["LightVerb"] and any(
            self._light_verb(n) == verb for n in self._things_made(verb)
        ):
            return "a light verb, read with its noun"
        fillers = self._of_slots(verb, evoked.action, evoked.rest)
        if self._told_apart_from(verb):
            fillers.pop("agent", None)
        rule = self._rule(verb)
        if evoked.rest and rule == "passive" and self._governs(verb, evoked):
            rule = "controlled"  # "the leader, called on him": a participle with an object is no passive
        if "agent" not in fillers and rule != "passive":
            if not syntax.is_infinitive(verb) and (subject := self._adjacent(verb)) is not None:
                fillers["agent"], rule = [subject], "adjacent"
            elif not syntax.own_subjects(verb) and not syntax.is_infinitive(verb):
                return "nobody is said to do it"
        if not fillers:
            return "no participant"
        trigger = self.reading.of_tokens(trigger_tokens(verb, evoked.rest))
        if self.reading.words(trigger).count(" ") > 3 + len(evoked.rest):
            trigger = self.reading.passage(verb.i, verb.i)
        return list(
            self._statements(evoked.action, trigger, verb, fillers, real, rule, self._requester(verb))
        )

    @staticmethod
    def _governs(verb: Token, evoked: Evocation) -> bool:
        """Whether the preposition that ends an expression has its object, and nothing marks a passive."""
        governed = any(word == evoked.rest[-1] for word, _ in syntax.obliques(verb))
        return governed and not syntax.own_auxiliaries(verb)

    def _closing(self, verb: Token) -> Reality | None:
        """A reporting verb that closes its sentence, whatever the parse makes of it: "…, Hale announced."."""
        reported, quote = self.told.get(verb.i, (None, None))
        closes = (
            reported is not None
            and quote is not None
            and quote.content[-1].end <= self.reading.starts[verb.i]
        )
        return Reality() if closes else None

    def _told_apart_from(self, verb: Token) -> bool:
        """Whether the subject that the parse gives to a verb stands in other people's words than the verb.

        Of "The council, Ms Hale said, rejected the plan" a parse may give Ms Hale.
        """
        own = syntax.own_subjects(verb)
        if not own:
            return False
        quote = innermost(self.quotes, self.reading.passage(verb.i, verb.i))
        return any(innermost(self.quotes, self.reading.passage(s.i, s.i)) is not quote for s in own)

    @staticmethod
    def _rule(verb: Token) -> str:
        if syntax.passive(verb):
            return "passive"
        return "verb" if syntax.own_subjects(verb) else "controlled"

    def _things_made(self, verb: Token) -> list[Token]:
        """The trigger nouns that a light verb governs, looked for behind quantities."""
        found = []
        for noun in syntax.objects(verb):
            inner = [m for word, m in syntax.noun_modifiers(noun) if word == "of"]
            found += inner if noun.lower_ in self.ontology.words["QuantityNoun"] else [noun]
        return [noun for noun in found if noun.lower_ in self.ontology.nouns]

    def _adjacent(self, verb: Token) -> Argument | None:
        """The actor right before a finite verb, or the verb it is joined to, where the parse finds none."""
        verb = syntax.first_conjunct(verb)
        if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
            return None
        index = verb.i - 1
        while index > verb.sent.start and verb.doc[index].pos_ in ("ADV", "AUX"):
            index -= 1
        if verb.doc[index].text == ",":
            index = self._before_aside(verb, index)
        found = self.participants.resolved.ending_at(index)
        if found is None:
            return None
        candidate, referent = found
        return Argument("agent", self.reading.passage(candidate.first, candidate.last), referent.key)

    @staticmethod
    def _before_aside(verb: Token, comma: int) -> int:
        """The last word before an aside that a comma closes: of "Ada Hale, the minister, met", Hale."""
        for index in range(comma - 1, max(verb.sent.start, comma - 12), -1):
            if verb.doc[index].text == ",":
                return index - 1
        return comma

    def _of_slots(self, verb: Token, action: Action, rest: tuple[str, ...]) -> Fillers:
        fillers: Fillers = {}
        preposition = rest[-1] if rest else None
        governed = [noun for word, noun in syntax.obliques(verb) if word == preposition]
        if rest and not governed:  # the preposition may hang on a noun of the expression: "broke ranks with"
            inner = [t for t in trigger_tokens(verb, rest)[1:] if syntax.is_nominal(t)]
            governed = [noun for t in inner for word, noun in syntax.noun_modifiers(t) if word == preposition]
        self._fill(fillers, action.role("subj"), syntax.subjects(verb))
        self._fill_object(fillers, action, governed or syntax.objects(verb))
        self._fill(fillers, action.role("iobj"), syntax.indirect_objects(verb))
        for word, noun in syntax.obliques(verb):
            if noun not in governed:
                self._fill(fillers, self._prepositional(action, word, noun), [noun])
        said = self.told.get(verb.i)
        if said is not None:
            self._fill_from_quote(fillers, action, *said)
        role = action.role("comp")
        if role and role not in fillers:
            clauses = [self.participants.clause(role, verb) for verb in syntax.complements(verb)[:1]]
            if clauses:
                fillers[role] = clauses
        times = [
            self.reading.passage(*syntax.flat_phrase(t))
            for t in syntax.times(verb, self.ontology.words["TimeNoun"])
        ]
        if times and fillers:
            fillers.setdefault("time", [Argument("time", passage) for passage in times])
        return fillers

    def _fill_object(self, fillers: Fillers, action: Action, heads: Sequence[Token]) -> None:
        """The object in its role; what cannot be told or asked is what it is about: "asked a question"."""
        role = action.role("obj")
        things = [head for head in heads if role == "addressee" and not self.participants.may_act(head)]
        self._fill(fillers, role, [head for head in heads if head not in things])
        self._fill(fillers, "theme", things)

    def _fill_from_quote(self, fillers: Fillers, action: Action, reported: Reported, quote: Quote) -> None:
        """Who says and what is said, as the quote that this cue opens has it."""
        fronted = quote.content[0].start < (quote.cue or quote.content[0]).start
        if reported.source is not None and ("agent" not in fillers or fronted):
            fillers.pop("agent", None)
            self._fill(fillers, "agent", [self.reading.doc[reported.source]])
        role = action.role("comp")
        if role and role not in fillers:
            fillers[role] = [Argument(role, quote.content[0])]

    def _prepositional(self, action: Action, word: str, noun: Token, *, of_noun: bool = False) -> str | None:
        """The role of a prepositional phrase: the action's own, or the place where it happens."""
        role = action.role(word, of_noun=of_noun)
        if role is None and word in ("in", "at") and self._is_place(noun):
            return "place"
        return role

    def _is_place(self, noun: Token) -> bool:
        referent = self.participants.referent(noun)
        return referent is not None and self.participants.knowledge.general_class(referent.cls) == "Place"

    def _fill(self, fillers: Fillers, role: str | None, heads: Sequence[Token]) -> None:
        if role is None:
            return
        times = self.ontology.words["TimeNoun"]
        found = [
            a for head in heads if head.lower_ not in times and (a := self.participants.argument(role, head))
        ]
        if found:
            known = fillers.setdefault(role, [])
            known.extend(argument for argument in found if argument not in known)

    def _requester(self, verb: Token) -> str | None:
        """Who asked, tasked or appointed the agent: the agent of the verb that an infinitive completes."""
        above = syntax.governor(verb)
        if above is None or not syntax.is_infinitive(verb) or not syntax.is_verb(above):
            return None
        evoked = evocation(above, self.ontology)
        told = [*syntax.objects(above), *syntax.indirect_objects(above)]
        if evoked is None or evoked.action.content_modality in (None, Modality.POSSIBLE) or not told:
            return None
        if not {t.i for t in syntax.subjects(verb)} & {t.i for t in told}:
            return None
        asker = next(iter(syntax.subjects(above)), None)
        referent = self.participants.referent(asker) if asker is not None else None
        return referent.key if referent else None

    # Nouns.

    def of_noun(self, noun: Token) -> list[Statement]:
        """The statements of a trigger noun: "Labour's rejection of …", "made a request to …"."""
        action = self.ontology.nouns.get(noun.lower_)
        if action is None:
            return []
        light = self._light_verb(noun)
        agents, modifying = self._owners(noun), False
        if not agents and light is not None:
            agents = syntax.subjects(light)
        if not agents:
            agents, modifying = [t for t in syntax.compounds(noun) if self._is_body_name(t)], True
        if not agents:
            return []
        real = reality(light, self.ontology) if light is not None else noun_reality(noun, self.ontology)
        if real is None:
            return []
        fillers: Fillers = {}
        fillers["agent"] = [
            a for t in agents if (a := self.participants.argument("agent", t, modifying=modifying))
        ]
        modifiers = [*syntax.noun_modifiers(noun), *(self._beside(noun, light) if light is not None else ())]
        modifiers += [inner for agent in agents for inner in syntax.noun_modifiers(agent) if agent.i > noun.i]
        for word, head in modifiers:
            if head not in agents:
                self._fill(fillers, self._prepositional(action, word, head, of_noun=True), [head])
        clauses = [
            c
            for c in syntax.clausal_modifiers(noun)
            if syntax.is_infinitive(c) or "that" in syntax.markers(c)
        ]
        if clauses and "theme" not in fillers and action.role("comp", of_noun=True) == "theme":
            fillers["theme"] = [self.participants.clause("theme", clauses[0])]
        if not fillers["agent"] or len(fillers) < 2:
            return []  # "her demand": what, and of whom, is said elsewhere or not at all
        trigger = self.reading.passage(noun.i, noun.i)
        rule = "light-verb" if light is not None else "noun"
        return list(self._statements(action, trigger, noun, fillers, real, rule, None))

    def _owners(self, noun: Token) -> list[Token]:
        owners = [found for owner in syntax.possessors(noun) for found in syntax.conjuncts(owner)]
        owners += [head for word, head in syntax.noun_modifiers(noun) if word == "by"]
        return [owner for owner in owners if self.participants.is_actor(owner)]

    def _is_body_name(self, token: Token) -> bool:
        """Whether a noun before the trigger names a body: "Government support"."""
        found = self.participants.resolved.identified_at(token.i)
        return found is not None and self.participants.knowledge.general_class(found[1].cls) == "Organisation"

    def _light_verb(self, noun: Token) -> Token | None:
        """The verb that lends a trigger noun its subject: "launched a barrage of attacks"."""
        head = noun
        above = syntax.governor(noun)
        if syntax.is_definite(noun):
            return None
        if above is not None and above.lower_ in self.ontology.words["QuantityNoun"]:
            head, above = above, syntax.governor(above)
        if above is None or not syntax.is_verb(above) or above.lower_ not in self.ontology.words["LightVerb"]:
            return None
        return above if head in syntax.objects(above) else None

    def _beside(self, noun: Token, light: Token) -> Iterator[tuple[str, Token]]:
        """The prepositional phrases that the parse gave to the light verb or a quantity noun."""
        yield from ((word, head) for word, head in syntax.obliques(light) if head.i > noun.i)
        above = syntax.governor(noun)
        if above is not None and above != light:
            yield from ((word, head) for word, head in syntax.noun_modifiers(above) if head != noun)

    # Both.

    def _statements(
        self,
        action: Action,
        trigger: Passage,
        head: Token,
        fillers: Fillers,
        real: Reality,
        rule: str,
        requester: str | None,
    ) -> Iterator[Statement]:
        quote = innermost(self.quotes, trigger)
        singles = [r for r in ("agent", action.edge_to) if r in fillers]
        rest = [a for role, found in sorted(fillers.items()) if role not in singles for a in found]
        for combination in product(*(fillers[role] for role in dict.fromkeys(singles))):
            if len({a.entity for a in combination if a.entity}) < len([a for a in combination if a.entity]):
                continue  # nobody meets or accuses themselves: a reading gone wrong
            yield Statement(
                action=action.name,
                trigger=trigger,
                evidence=self.reading.sentence(head),
                arguments=tuple(sorted((*combination, *rest))),
                modality=real.modality,
                polarity=real.polarity,
                asserted=real.asserted,
                quote=quote,
                requester=requester,
                rule=rule,
                confidence=CONFIDENCE[rule],
            )

"""What each passage says was done: one statement per evoking word and combination of participants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby, product

from ..model import Argument, Modality, Passage, Quote, Statement, in_order
from ..ontology import UNLISTED, Action, Evocation
from . import syntax
from .adjacent import actor_before
from .befalling import befallen, befallers, noun_under, trigger_opening, verb_under
from .deeds import RULE, Deeds
from .demands import DEMAND, demanded
from .doers import doers
from .engaged import engage
from .glosses import quote_of
from .knowledge import Knowledge
from .light_verbs import beside, givers, light_verb, parties_between, things_lent, verb_done_in
from .modality import noun_reality, reality
from .mutual import each_to_other
from .nested import Quotes
from .parted import all_within
from .participants import Participants
from .quotes import Reported
from .reading import Reading
from .reality import Reality
from .received import received
from .slots import Fillers, Slots
from .stances import Stances
from .threats import THREAT, aim_by_condition
from .times import Times
from .tokens import Token
from .triggers import evocation, trigger_tokens
from .unfinished import is_unfinished
from .unlisted import tells_of_a_deed

#: How far each rule is trusted, as a rank between 0 and 1; not a measured probability (docs/decisions/0006).
CONFIDENCE = {
    "verb": 0.9,
    "passive": 0.9,
    "controlled": 0.8,
    "light-verb": 0.7,
    "noun": 0.7,
    "adjacent": 0.6,
    "obliged": 0.7,
    RULE: 0.6,
    "predicate": 0.7,
}


def find_statements(
    reading: Reading,
    participants: Participants,
    quotes: Quotes,
    told: Mapping[int, tuple[Reported, Quote]],
    knowledge: Knowledge,
    left_open: Set[int] = frozenset(),
) -> tuple[list[Statement], list[tuple[Passage, str]]]:
    """The statements of an article in reading order, and the verbs that gave none, each with the reason.

    Args:
        reading: the article and its Doc.
        participants: what may fill a role.
        quotes: the quotes of the article.
        told: the quote that each cue opens, by the index of the cue's token: who says and what.
        knowledge: ontology and gazetteer.
        left_open: the first tokens of sentences that may be told by somebody else than the article.
    """
    finder = _Finder(reading, participants, quotes, told, knowledge, left_open)
    statements: list[Statement] = []
    unread: list[tuple[Passage, str]] = []
    for token in reading.doc:
        if token.lower_ in knowledge.ontology.predicates and (stances := finder.stances.of(token)):
            statements += stances
        elif token.pos_ == "NOUN":
            if (above := verb_under(token, knowledge.ontology)) is not None:
                statements += finder.of_noun_under(token, above)
            elif token.lower_ in knowledge.ontology.nouns:
                statements += finder.of_noun(token)
        elif syntax.is_verb(token) and not syntax.is_attributive(token):
            found = finder.of_verb(token)
            if isinstance(found, str):
                unread.append((reading.passage(token.i, token.i), found))
            else:
                statements += found
    return [statement for statement, _ in groupby(in_order(finder.deeds.linked(statements)))], unread


class _Finder:
    """One article, while its statements are looked for."""

    def __init__(
        self,
        reading: Reading,
        participants: Participants,
        quotes: Quotes,
        told: Mapping[int, tuple[Reported, Quote]],
        knowledge: Knowledge,
        left_open: Set[int],
    ) -> None:
        self.left_open = left_open
        self.reading = reading
        self.participants = participants
        self.quotes = quotes
        self.told = told
        self.ontology = knowledge.ontology
        self.times = Times(reading, quotes, told, knowledge.ontology)
        self.slots = Slots(reading, participants, told, self.times, knowledge)
        self.deeds = Deeds(reading, participants, self.slots, self._statements)
        self.stances = Stances(reading, participants, self._statements)

    # Verbs.

    def of_verb(self, verb: Token) -> list[Statement] | str:
        """The statements of a verb, or why it gives none."""
        if noun_under(verb, self.ontology) is not None:
            return "read with the noun after 'under'"
        evoked = self._asking(verb) or evocation(verb, self.ontology)
        if evoked is None and tells_of_a_deed(verb, self.participants, self.ontology):
            evoked = Evocation(UNLISTED, verb.lemma_, tuple(t.lower_ for t in syntax.particles(verb)))
        if evoked is None:
            return "not in the lexicon"
        if syntax.is_auxiliary(verb):
            return "an auxiliary whose verb is left out"
        if syntax.opens_like_a_preposition(verb, self.ontology.words["PrepositionVerb"]):
            return "opens a phrase as a preposition does"
        if syntax.tells_a_part(verb, self.ontology.words["CourtPart"]):
            return "tells the part that somebody has in a case"
        if syntax.may_describe(verb) or syntax.is_in_a_title(verb):
            return "may only describe the noun after it"
        if syntax.is_filler(verb):
            return "only fills a pause"
        if verb.lower_ in self.ontology.words["ClauseOutcomeVerb"]:
            return "tells what a clause comes to"
        if syntax.is_predicate_gerund(verb):
            return "says what something is, and not who does it"
        real = reality(verb, self.ontology) or self._closing(verb)
        if real is None:
            return "a question, a wish or a condition states nothing"
        lent = things_lent(verb, self.ontology)
        if lent and (verb.lower_ not in self.ontology.words["StartingVerb"] or any(map(self.of_noun, lent))):
            return "a light verb, read with its noun"
        if any(verb_under(noun, self.ontology) == verb for _, noun in syntax.obliques(verb)):
            return 'read with the noun after "under"'
        fillers = self.slots.of_verb(verb, evoked.action, evoked.rest)
        if self._told_apart_from(verb):
            fillers.pop("agent", None)
        rule = self._rule(verb)
        if evoked.rest and rule == "passive" and verb.lower_ in self.ontology.words["EngagedVerb"]:
            engage(self.slots, fillers, verb, evoked.rest[-1])
        if evoked.rest and rule == "passive" and self._governs(verb, evoked):
            rule = "controlled"  # "the leader, called on him": a participle with an object is no passive
        if "agent" not in fillers and rule != "passive":
            if (
                not syntax.is_infinitive(verb)
                and (subject := actor_before(verb, self.participants)) is not None
            ):
                fillers["agent"], rule = [subject], "adjacent"
            elif not syntax.own_subjects(verb) and not syntax.is_infinitive(verb):
                return "nobody is said to do it"
        if not fillers:
            return "no participant"
        if is_unfinished(verb, evoked, fillers, self.ontology):
            return "what it is done to is not named"  # "what the council decides"
        self._become(fillers, evoked.action)
        each_to_other(fillers, evoked.action, self.reading)
        if evoked.action.name == THREAT:
            aim_by_condition(verb, fillers, self.participants)
        fillers |= self.times.of_verb(verb, evoked.action, real)
        real = self.times.settled(verb, evoked.action, real, self.ontology)
        trigger = self._trigger(verb, evoked.rest)
        found = list(
            self._statements(evoked.action, trigger, verb, fillers, real, rule, self._requester(verb))
        )
        demand = demanded(verb, evoked.action, fillers, self.participants)
        if demand is not None and real == Reality():
            action = self.ontology.actions[DEMAND]
            implied = replace(real, asserted=False)  # what it comes to is no word of the paper's
            found += self._statements(action, trigger, verb, demand, implied, "obliged", None)
        return found

    def _trigger(self, verb: Token, rest: tuple[str, ...]) -> Passage:
        """The words that evoke an action; the verb alone where much else stands between them."""
        whole = self.reading.of_tokens(trigger_tokens(verb, rest))
        if self.reading.words(whole).count(" ") <= 3 + len(rest):
            return whole
        return self.reading.of_tokens(trigger_tokens(verb, ()))

    def _asking(self, verb: Token) -> Evocation | None:
        """The sense that a verb has where what is said with it is a question: "“Who paid?” Hale asked."."""
        quote = self.told.get(verb.i, (None, None))[1]
        if quote is None:
            return None
        before = [part for part in quote.content if part.end <= self.reading.starts[verb.i]]
        if not self.reading.words((before or quote.content)[-1]).rstrip("\"'”’“‘ ").endswith("?"):
            return None
        ways = self.ontology.evoked_by(verb.lower_, verb.lemma_)
        return next((w for w in ways if not w.rest and w.requires and w.requires.asks), None)

    def _become(self, fillers: Fillers, action: Action) -> None:
        """Make the subject the theme where it is a thing of which a verb says what becomes of it."""
        agents = fillers.get("agent", [])
        if not action.changes or not agents or action.edge_to in fillers:
            return
        it = [
            agent for agent in agents if self.reading.words(agent.passage).lower() in ("it", "that", "this")
        ]
        if not any(self.participants.acts(agent) and agent not in it for agent in agents):
            fillers["theme"] = [replace(agent, role="theme") for agent in fillers.pop("agent")]

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
        meant = syntax.subjects(verb)
        own = [s for s in own if s in meant] or [s for s in own if s.i < verb.i] or own
        own = [s for s in own if s.tag_ not in ("WDT", "WP")]  # "who, Hale says, paid": of whom it is told
        if not own:
            return False
        quote = self._quote(verb)
        return any(self._quote(subject) is not quote for subject in own)

    def _quote(self, token: Token) -> Quote | None:
        """The smallest quote in which a word stands."""
        return self.quotes.innermost_at(self.reading.starts[token.i], self.reading.ends[token.i])

    @staticmethod
    def _rule(verb: Token) -> str:
        if syntax.passive(verb):
            return "passive"
        return "verb" if syntax.own_subjects(verb) else "controlled"

    def _requester(self, verb: Token) -> str | None:
        """Who asked, tasked or appointed the agent: the agent of the verb that an infinitive completes."""
        above = syntax.governor(verb) if syntax.is_infinitive(verb) else None
        if above is None or not syntax.is_verb(above):
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
        action = self.ontology.nouns[noun.lower_]
        light = light_verb(noun, self.ontology) or verb_done_in(noun, self.ontology)
        agents, modifying = self._owners(noun), False
        got = received(noun, self.ontology)
        if got is not None:
            agents, light = [t for t in got.givers if self.participants.may_act(t)], got.verb
        elif light is not None and all(owner.pos_ == "PRON" for owner in agents):
            agents = givers(noun, light) or doers(light, self.participants) or agents  # "held their meeting"
        if not agents and got is None:
            before = dict.fromkeys((*syntax.compounds(noun), *syntax.attributes(noun)))
            agents, modifying = [t for t in before if self._is_body_name(t)], True
        real = reality(light, self.ontology) if light is not None else noun_reality(noun, self.ontology)
        if real is None or not agents:
            return []
        doing = (self.participants.argument("agent", t, modifying=modifying) for t in agents)
        fillers: Fillers = {"agent": [argument for argument in doing if argument]}
        self.slots.fill(fillers, "theme", got.receivers if got is not None else [])
        modifiers = [*syntax.noun_modifiers(noun), *(beside(noun, light) if light is not None else ())]
        modifiers += [inner for agent in agents for inner in syntax.noun_modifiers(agent) if agent.i > noun.i]
        for word, head in modifiers:
            if head not in agents:
                self.slots.fill(fillers, self.slots.prepositional(action, word, head, of_noun=True), [head])
        hearers = syntax.indirect_objects(light) if light is not None else []
        if hearers:  # "gave Marsh an ultimatum"
            self.slots.fill(fillers, action.role("to", of_noun=True) or "addressee", hearers)
        purpose = noun.lower_ in self.ontology.words["PurposeNoun"]  # "her visit to open the bridge"
        below = [(c, syntax.is_infinitive(c)) for c in syntax.clausal_modifiers(noun)]
        clauses = [c for c, to in below if (not purpose if to else "that" in syntax.markers(c))]
        if clauses and "theme" not in fillers and action.role("comp", of_noun=True) == "theme":
            fillers["theme"] = [self.participants.clause("theme", clauses[0])]
        self.slots.within_noun(fillers, action, noun)
        together = action.reciprocal and len(fillers["agent"]) > 1
        if light is None and action.name == "Request" and noun.lower_ == "appeal" and "theme" not in fillers:
            return []  # "its appeal to voters" asks nothing of them
        if not fillers["agent"] or (len(fillers) < 2 and not together):
            return []  # "her demand": what, and of whom, is said elsewhere or not at all
        fillers |= self.times.of_noun(noun, light, action, real)
        trigger = self.reading.passage(noun.i, noun.i)
        rule = "light-verb" if light is not None else "noun"
        return list(self._statements(action, trigger, noun, fillers, real, rule, None))

    def of_noun_under(self, noun: Token, verb: Token) -> list[Statement]:
        """The statements of a noun that says what somebody is under by a verb: "came under attack"."""
        action = self.ontology.under_nouns[noun.lower_]
        real = None if syntax.is_scare_quoted(noun) else reality(verb, self.ontology)
        fillers: Fillers = {}
        self.slots.fill(fillers, action.role("obj"), befallen(verb, self.ontology))
        if real is None or not fillers:
            return []
        by = befallers(noun, verb, self.ontology)
        self.slots.fill(fillers, "agent", [head for head in by if self.participants.may_act(head)])
        for word, head in syntax.noun_modifiers(noun):
            if head not in by:
                self.slots.fill(fillers, self.slots.prepositional(action, word, head, of_noun=True), [head])
        fillers |= self.times.of_verb(verb, action, real)
        trigger = self.reading.of_tokens([trigger_opening(noun, self.ontology), noun])
        return list(self._statements(action, trigger, noun, fillers, real, "noun", None))

    def _owners(self, noun: Token) -> list[Token]:
        owners = [found for owner in syntax.possessors(noun) for found in syntax.conjuncts(owner)]
        owners += [head for word, head in syntax.noun_modifiers(noun) if word == "by"]
        if not owners and self.ontology.nouns[noun.lower_].reciprocal:
            owners = parties_between(noun)
        return [owner for owner in owners if self.participants.is_actor(owner)]

    def _is_body_name(self, token: Token) -> bool:
        """Whether a word before the trigger names a body or nation: "Whitehall support", "French raids"."""
        found = self.participants.name_at(token.i) or self.participants.resolved.identified_at(token.i)
        if token.lower_ in self.ontology.words["ChannelNoun"]:
            return False  # "a Twitter comment"
        if found is None or (token.pos_ == "ADJ" and not found[0].modifies):
            return False
        general = self.participants.knowledge.general_class(found[1].cls)
        return general == "Organisation" or (general in ("Place", "Person") and token.pos_ == "ADJ")

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
        quote = quote_of(head, trigger, self.quotes, fillers, self.reading, self.ontology)
        evidence = self.reading.sentence(head)
        heads = self.participants.heads
        fillers = {role: all_within(quote, found, heads) for role, found in fillers.items()}
        doubted = quote is None and head.sent.start in self.left_open
        asserted = real.asserted and not (doubted and head.lower_ not in self.ontology.words["ProcessVerb"])
        asserted = asserted and (quote is None or quote.heard)  # "never claimed that Marsh lied"
        singles = [r for r in dict.fromkeys(("agent", action.edge_to)) if r in fillers]
        rest = [a for role, found in sorted(fillers.items()) if role not in singles for a in found]
        for combination in product(*(fillers[role] for role in singles)):
            entities = [a.entity for a in combination if a.entity]
            if len(entities) > 1 and len({*entities}) < len(entities):
                continue  # nobody meets or accuses themselves: a reading gone wrong
            for others in self._each_other(action, trigger, combination, fillers):
                yield Statement(
                    action=action.name,
                    trigger=trigger,
                    evidence=evidence,
                    arguments=tuple(sorted((*combination, *rest, *others))),
                    modality=real.modality,
                    polarity=real.polarity,
                    asserted=asserted,
                    degree=real.degree,
                    quote=quote,
                    requester=requester,
                    rule=rule,
                    confidence=CONFIDENCE[rule],
                )

    def _each_other(
        self, action: Action, trigger: Passage, combination: Sequence[Argument], fillers: Fillers
    ) -> list[list[Argument]]:
        """With whom an agent does what is done with each other, for one statement each or for one of all."""
        agents = fillers.get("agent", [])
        if not action.reciprocal or len(agents) < 2 or "coAgent" in fillers:  # "Hale and Marsh met Reed"
            return [[]]
        if self.reading.words(trigger).endswith(" to") and any(a.entity for a in fillers.get("theme", ())):
            return [[]]  # "agreed to the demand": each for themselves
        others = [replace(agent, role="coAgent") for agent in agents if agent not in combination]
        return [[other] for other in others] if action.edge_to == "coAgent" else [others]

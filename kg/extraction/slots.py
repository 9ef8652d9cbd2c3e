"""What fills the roles of an action, slot by slot: subject, object, prepositions, quote and clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Argument, Quote
from ..ontology import UNLISTED, Action
from . import syntax
from .completions import drop_what_holds, in_what_state, led_to, part_expected, say_what_it_is, uttered
from .doers import doers, wielders
from .knowledge import Knowledge
from .participants import Participants
from .parts_told import part_told
from .quotes import Reported
from .reading import Reading
from .sayers import lacks_subject
from .set_phrases import is_set_phrase, led_to_as, says_what_for, takes_no_room
from .times import Times
from .tokens import Token
from .triggers import trigger_tokens
from .undergone import undergoers
from .wanted import Wanted
from .within_themes import (
    AROUND,
    AT_A_PLACE,
    CLAUSE_SUBJECT,
    FELT,
    FOR_A_DEALING,
    HOLDER,
    OWNER,
    PARTY,
    TARGET,
    answered,
    around,
    clause_subjects,
    felt_towards,
    is_mere_place,
    owners,
    parties,
    targets,
)

#: What is only said, thought or felt is done with nobody; "won in her fight with Marsh" is no deed to him.
_OF_WORDS = frozenset(("Communicate", "Cognition", "Relate", "Politics"))
#: Role -> what fills it.
Fillers = dict[str, list[Argument]]


class Slots:
    """The slots of the verbs and nouns of one article, as they are filled."""

    def __init__(
        self,
        reading: Reading,
        participants: Participants,
        told: Mapping[int, tuple[Reported, Quote]],
        times: Times,
        knowledge: Knowledge,
    ) -> None:
        self.reading = reading
        self.participants = participants
        self.told = told
        self.times = times
        self.ontology = knowledge.ontology
        self.wanted = Wanted(reading, participants)

    def of_verb(self, verb: Token, action: Action, rest: tuple[str, ...]) -> Fillers:
        """What fills each role of an action that a verb evokes.

        Args:
            verb: the verb.
            action: what it evokes.
            rest: the particles and prepositions that belong to the expression.
        """
        fillers: Fillers = {}
        preposition = rest[-1] if rest else None
        governed = syntax.governed(verb, rest[-1]) if rest else []
        if rest and not governed:  # the preposition may hang on a noun of the expression: "broke ranks with"
            inner = [t for t in trigger_tokens(verb, rest)[1:] if syntax.is_nominal(t)]
            governed = [noun for t in inner for word, noun in syntax.noun_modifiers(t) if word == preposition]
        if rest and not governed:
            governed = syntax.stranded(verb, rest[-1])
        objects = undergoers(verb, rest, self.ontology)
        self._fill_subject(fillers, action, doers(verb, self.participants))
        wished = self.wanted.wished(action, verb)
        asked = self.wanted.asked_for(verb, rest, governed)
        given = syntax.given(verb) if action.role("to") == "addressee" else None
        if wished is not None:
            fillers["theme"] = [wished]
        elif asked is not None:
            fillers["theme"] = [asked]
            self.fill(fillers, "addressee", self.wanted.asked(verb, governed))
        elif given is not None:  # "Hale was promised a seat"
            self.fill(fillers, "addressee", given[0])
            self.fill(fillers, "theme", given[1])
        else:
            hearers = syntax.indirect_objects(verb)
            heads = governed or objects or syntax.called(verb)
            said_of = governed and rest and syntax.has_open_object(verb)  # "what she heard from Hale"
            own = action.role(rest[-1]) if said_of else None
            if (role := own or self._before_a_target(action, verb, heads)) is not None:
                self.fill(fillers, role, heads)
            else:
                self._fill_object(fillers, action, heads, hearers)
        self._fill_indirect(fillers, action, verb)
        say_what_it_is(fillers, action, verb, self.participants)
        part_expected(fillers, action, verb, self.participants)
        in_what_state(fillers, verb, self.participants)
        done = "theme" in fillers
        spoken = uttered(fillers, verb, objects, self.ontology)
        aims = list(governed)
        for word, noun in syntax.obliques(verb):
            if noun not in governed:
                self._fill_oblique(fillers, action, word, noun, done=done)
                if not done and action.role(word) == "theme":
                    aims.append(noun)  # "rioted at a jail in Oxley"
                elif word == "for" and FOR_A_DEALING in (action.slots or ()):
                    against = [head for head in parties(noun, self.participants) if self._acts(head)]
                    self.fill(fillers, action.role(FOR_A_DEALING), against)
        if action is UNLISTED and "theme" not in fillers and "place" not in fillers:
            for noun in led_to(verb, self.ontology):
                self.fill(fillers, led_to_as(verb, noun, self.participants), [noun])
        self._fill_within(fillers, action, verb, objects, aims)
        said = self.told.get(verb.i)
        if said is not None:
            self._fill_from_quote(fillers, action, *said)
        self._fill_clause(fillers, action, verb, rest)
        if spoken and "theme" not in fillers:
            fillers["theme"] = [replace(a, role="theme") for a in spoken]
            fillers["topic"] = fillers["topic"][1:]
        if "theme" not in fillers and syntax.adjective_above(verb) in self.ontology.words["ToughAdjective"]:
            fillers["theme"] = [replace(a, role="theme") for a in fillers.pop("agent", [])]
        drop_what_holds(fillers, self.reading.starts[verb.i])
        return {role: [self._behind(verb, a) for a in found] for role, found in fillers.items() if found}

    def _behind(self, verb: Token, argument: Argument) -> Argument:
        """A clause without the verb it completes: of "which I think is so" what stands behind "think"."""
        passage, after = argument.passage, max(t.i for t in (verb, *syntax.particles(verb))) + 1
        within = passage.start <= self.reading.starts[verb.i] < passage.end
        if not within or argument.entity is not None or argument.role not in ("theme", "topic"):
            return argument
        if after >= verb.sent.end or self.reading.starts[after] >= passage.end or verb.doc[after].is_punct:
            return argument  # "The bank, she said, is shut"
        told = syntax.own_subjects(verb)
        if any(who.i > verb.i or who.left_edge.nbor(-1).text == "," for who in told if who.left_edge.i > 0):
            return argument  # "The bank, said Hale, is shut", "The bank, Hale said in May, is shut"
        rest = passage._replace(start=self.reading.starts[after])
        self.participants.heads[rest] = self.participants.heads.get(passage, after)
        return replace(argument, passage=rest)

    def _fill_indirect(self, fillers: Fillers, action: Action, verb: Token) -> None:
        """Who is told or given it; whom one leads or beats by a score is no hearer: "beat Hale 43 to 41"."""
        told = syntax.indirect_objects(verb)
        score = [noun for noun in syntax.objects(verb) if syntax.is_measure(noun)]
        if told and score and "theme" in fillers and action.role("iobj") == "addressee" and not action.slots:
            fillers.pop("theme")
            self.fill(fillers, "theme", told)
        else:
            self.fill(fillers, action.role("iobj"), told)

    def _fill_oblique(self, fillers: Fillers, action: Action, word: str, noun: Token, *, done: bool) -> None:
        """A prepositional phrase in its role; what is done to an object is done to nothing else beside it."""
        role = self.prepositional(action, word, noun)
        if role == "theme" and done:  # "in the congress Hale won six seats", "withdrew her aid from Oxley"
            self.fill(fillers, "addressee" if word == "from" and self._acts(noun) else None, [noun])
            return
        beside = syntax.conjuncts(syntax.first_conjunct(noun))  # "told Hale, the public and the press"
        thing = role in ("addressee", "coAgent") and not any(map(self.participants.may_act, beside))
        above = syntax.governor(noun)
        if thing and role == "coAgent" and action.reports and above is not None and above.i < noun.i:
            role = "topic" if done else "theme"  # "agreed with the assessment"
        elif thing and role == "addressee":  # "spoke to the issue", "sent it to an account"
            role = "topic" if word != "to" or "Communicate" in action.ancestors else "goal"
        elif thing and role == "coAgent":
            return  # "carried it out with a knife"
        self.fill(fillers, role, [noun])

    def _fill_clause(self, fillers: Fillers, action: Action, verb: Token, rest: tuple[str, ...]) -> None:
        """The clause that completes a verb, also an -ing form: "proposed closing", "called for closing"."""
        role = action.role("comp")
        clauses = syntax.complements(verb)[:1]
        if clauses and says_what_for(verb, clauses[0], self.ontology):
            return
        if action.role("attribute") and clauses and clauses[0] in syntax.attributed(verb):
            return  # "a film that Hale called dull": what it is called is not what is said
        if rest[-1:] == ("for",) and (wanted := syntax.wanted_of(verb)) is not None:
            clauses, role = [wanted], action.role("obj") or role  # "pressed for Oxley to pay"
        if not clauses and (rest or action.content_modality or action.content_negative):
            clauses = syntax.gerunds(verb, rest[-1] if rest else None)
            role = action.role("obj") if rest else role
        if not clauses and rest and (asked := syntax.asked_after(verb, rest[-1])) is not None:
            clauses, role = [asked], action.role("obj") or role  # "focused on how it fell"
        charged = bool(clauses) and syntax.is_charge(clauses[0])
        if charged:  # "accused Hale of lying"
            role = next((action.role(word) for word in syntax.markers(clauses[0])), None) or role
        if role and role != "addressee" and role not in fillers and clauses:
            fillers[role] = [self.participants.clause(role, clauses[0], bare=bool(rest) or charged)]

    def _fill_subject(self, fillers: Fillers, action: Action, heads: Sequence[Token]) -> None:
        """Who does it; of a weapon or a raid, whose it is: by "Oxley jets bombed the port" Oxley did."""
        role = action.role("subj")
        for head in heads:
            if role == "agent" and syntax.is_doing(head):  # "closing the pier hurts the town"
                fillers.setdefault(role, []).append(self.participants.clause(role, head))
                continue
            owners = wielders(head, heads, self.participants) if role == "agent" else []
            if not owners:
                self.fill(fillers, role, [head])
                continue
            found = [self.participants.argument("agent", owner, modifying=True) for owner in owners]
            if any(found):
                known = fillers.setdefault("agent", [])
                known.extend(argument for argument in found if argument and argument not in known)
                self.fill(fillers, "instrument", [head])
            else:
                self.fill(fillers, role, [head])

    def within_noun(self, fillers: Fillers, action: Action, noun: Token) -> None:
        """The actors within the phrase of a trigger noun: "its demand that Oxley pay", "a war with Oxley"."""
        themes = [
            head for word, head in syntax.noun_modifiers(noun) if action.role(word, of_noun=True) == "theme"
        ]
        clauses = (c for c in syntax.clausal_modifiers(noun) if not syntax.is_infinitive(c))
        self._fill_actors(
            fillers,
            action,
            {
                OWNER: (head for theme in themes for head in answered(theme, self.participants)),
                HOLDER: (head for theme in themes for head in owners(theme, self.participants)),
                AROUND: (head for theme in themes for head in around(theme, self.participants)),
                TARGET: (head for theme in (*themes, noun) for head in targets(theme, self.participants)),
                CLAUSE_SUBJECT: (head for c in clauses for head in syntax.own_subjects(c)),
                PARTY: (head for theme in (*themes, noun) for head in parties(theme, self.participants)),
            },
        )

    def _fill_within(
        self,
        fillers: Fillers,
        action: Action,
        verb: Token,
        objects: Sequence[Token],
        governed: Sequence[Token],
    ) -> None:
        """The actors within the object or the clause of a verb whose action gives them a role."""
        nouns = [noun for head in objects for noun in (head, *syntax.counted(head))]
        nouns += [noun for noun in governed if noun not in nouns]
        if not nouns:
            self._fill_actors(fillers, action, {CLAUSE_SUBJECT: clause_subjects(verb)})
            return
        # Who judges harm judges not whom it befell: "backed the overthrow of Marsh".
        judged = self.ontology.words["HarmNoun"] if _judges(action) else frozenset()
        own = [noun for noun in nouns if noun.lower_ not in judged]
        within: dict[str, Iterable[Token]] = {
            OWNER: (head for noun in own for head in answered(noun, self.participants)),
            HOLDER: (head for noun in own for head in owners(noun, self.participants)),
            AROUND: (head for noun in nouns for head in around(noun, self.participants)),
            TARGET: (head for noun in own for head in targets(noun, self.participants)),
            CLAUSE_SUBJECT: clause_subjects(verb),
            PARTY: (head for noun in own for head in parties(noun, self.participants)),
            FELT: (head for noun in nouns for head in felt_towards(noun, self.participants)),
        }
        beside: dict[str, list[Token]] = {}
        for noun in nouns:  # "gave aid to refugees": the parse may not tell whose the phrase is
            for word, head in syntax.noun_modifiers(noun):
                if action.role(word) in ("addressee", "coAgent"):
                    beside.setdefault(word, []).append(head)
        self._fill_actors(fillers, action, beside | within if beside else within)

    def _fill_actors(self, fillers: Fillers, action: Action, within: Mapping[str, Iterable[Token]]) -> None:
        """Give each slot that looks within a phrase to the actors there, if nobody else has its role.

        They are looked for only where the slot has such a role.
        """
        slots = action.slots or {}
        for slot, heads in within.items():
            role = slots.get(slot) or (self._party_role(action, fillers) if slot == PARTY else None)
            if role is None or role in fillers:
                continue
            actors = [h for h in heads if not self._is_time(h) and self._acts(h)]
            if slot in (TARGET, PARTY):
                actors = [head for head in actors if not is_mere_place(head, self.participants)]
            if not actors:
                continue
            taken = {a.entity for found in fillers.values() for a in found if a.role != "place"}
            arguments = [self.participants.argument(role, head, modifying=True) for head in actors]
            named = [a for a in arguments if a and a.entity is not None and a.entity not in taken]
            if named:
                fillers[role] = list({argument.entity: argument for argument in reversed(named)}.values())[
                    ::-1
                ]

    def _party_role(self, action: Action, fillers: Fillers) -> str | None:
        """The role of the other party to what somebody does; none to what they only say or think."""
        if action is UNLISTED or action.edge_to == "addressee" or not _OF_WORDS.isdisjoint(action.ancestors):
            return None
        acts = any(a.entity and self.participants.acts(a) for a in fillers.get("agent", ()))
        shown = action.reports and "Inquire" in action.ancestors  # "reported attacks on shops"
        return "addressee" if acts and not shown else None

    def _acts(self, head: Token) -> bool:
        """Whether a word stands for somebody able to act, or is a name before a noun that does not."""
        return self.participants.is_actor(head) or self.participants.name_at(head.i) is not None

    def _fill_object(
        self, fillers: Fillers, action: Action, heads: Sequence[Token], hearers: Sequence[Token] = ()
    ) -> None:
        """The object in its role; what cannot be told or asked is what it is about: "asked a question".

        So is whatever stands beside hearers: "told Hale everything". A score beside an object is none: "beat
        Hale 43 to 41".
        """
        role = action.role("obj")
        if role != "addressee":
            named = [head for head in heads if not syntax.is_measure(head)]
            self.fill(fillers, role, named or ([] if action.changes else heads))
            return
        gathered = self.ontology.words["OccasionNoun"]  # "told a meeting that …"
        able = [h for h in heads if self.participants.may_act(h) or (action.reports and h.lower_ in gathered)]
        things = [head for head in heads if hearers or head not in able]
        self.fill(fillers, role, [head for head in heads if head not in things])
        self.fill(fillers, "theme", things)

    def _before_a_target(self, action: Action, verb: Token, heads: Sequence[Token]) -> str | None:
        """The role of a thing before the preposition that leads to the theme: "blamed the loss on Hale"."""
        if not action.slots or any(map(self.participants.may_act, heads)):
            return None
        for word, noun in syntax.obliques(verb) if heads else ():
            role = action.slots.get(f"obj before {word}")
            if role and noun.i > heads[-1].i and not self._is_time(noun):
                return None if is_set_phrase(action, word, noun, self.ontology) else role
        return None

    def _fill_from_quote(self, fillers: Fillers, action: Action, reported: Reported, quote: Quote) -> None:
        """Who says and what is said, as the quote that this cue opens has it."""
        fronted = quote.content[0].start < (quote.cue or quote.content[0]).start
        inside = any(quote.contains(a.passage) for a in fillers.get("agent", ()))
        source = None if reported.source is None else self.reading.doc[reported.source]
        cue = self.reading.doc[reported.cue_index or 0]
        names = source is not None and not syntax.is_noun_clause_of(cue, source)  # "a mistake to assume that"
        others = quote.speaker is not None and source is not None and lacks_subject(cue)
        at = None if source is None else self.reading.passage(source.i, source.i)
        others = others and not any(at is None or a.passage.contains(at) for a in fillers.get("agent", ()))
        if reported.source is not None and names and ("agent" not in fillers or fronted or inside or others):
            fillers.pop("agent", None)
            self.fill(fillers, "agent", [self.reading.doc[reported.source]])
        role = action.role("comp")
        if role and role not in fillers:
            said = part_told(quote, cue, self.reading)
            if not any(a.passage.contains(said) for found in fillers.values() for a in found):
                fillers[role] = [Argument(role, said)]  # "explained the reason for it": once is enough

    def prepositional(self, action: Action, word: str, noun: Token, *, of_noun: bool = False) -> str | None:
        """The role of a prepositional phrase: the action's own, or the place where it happens."""
        role = action.role(word, of_noun=of_noun)
        if role is None and word == "upon":
            role = action.role("on", of_noun=of_noun)
        if role not in (None, "place") and is_set_phrase(action, word, noun, self.ontology):
            return None
        if (role in (None, "place")) and takes_no_room(noun, self.ontology):
            return None
        if word not in ("in", "at") or not self.participants.is_place(noun):
            return role
        return "place" if role in (None, "topic") else action.role(word + AT_A_PLACE) or role

    def _is_time(self, noun: Token, role: str = "") -> bool:
        """Whether a noun only says when: "on Friday", "at the time", "this time"."""
        words = self.ontology.words
        if noun.lower_ in words["TimeNoun"] or noun.i in self.times.heads:
            return True
        moment = noun.lower_ in words["MomentNoun"]
        return moment and (role == "agent" or syntax.preposition(noun) is not None)

    def _is_deed(self, noun: Token) -> bool:
        """Whether a noun names something done, which takes part in nothing: "with the signing of it"."""
        named = noun.lower_ in self.ontology.nouns or noun.lower_.endswith("ing")
        return named and not self.participants.may_act(noun)

    def fill(self, fillers: Fillers, role: str | None, heads: Sequence[Token]) -> None:
        """Add the noun phrases of some heads to a role; none without a role, nor an expression of time."""
        if role is None or not heads:
            return
        for head in heads:
            if syntax.is_bare_aside(head) and head.lower_ in self.ontology.words["AsideNoun"]:
                continue  # "for instance"
            owned = role == "theme" and syntax.is_singled_out(head)
            if (self._is_time(head, role) and not owned) or (role == "coAgent" and self._is_deed(head)):
                continue
            for argument in self.participants.arguments(role, head):
                known = fillers.setdefault(role, [])
                if argument not in known:
                    known.append(argument)


def _judges(action: Action) -> bool:
    """Whether it is for or against its theme; who demands a removal demands it of whom it befalls."""
    return "Judge" in action.ancestors or (action.stance == "Supports" and action.content_modality is None)

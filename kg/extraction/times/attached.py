"""Which happening each time expression belongs to, and which days it means there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...model import Argument, Modality, Passage, Quote, Time
from ...ontology import Action, Ontology
from .. import syntax
from ..nested import Quotes
from ..quotes import Reported
from ..reading import Reading
from ..reality import Reality
from ..tokens import Token
from .ahead import ahead_of, is_to_come
from .expressions import Expression, find_expressions
from .meanings import Calendar, Direction, Weekday, days

#: Asked for, ordered or planned, and so perhaps due by some day.
_TO_BE_DONE = (Modality.PLANNED, Modality.OBLIGED, Modality.POSSIBLE)
#: What leads to another happening, whose time follows it: "after a funeral Sunday".
_ORDERING = frozenset(("after", "before", "since", "until", "following", "despite", "during"))
#: How many days a quote that says no day may be old.
_AGE_OF_A_QUOTE = 7


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A time expression in its sentence."""

    expression: Expression
    head: Token
    passage: Passage
    noun: Token | None
    """The noun that it hangs on."""
    verb: Token | None
    """The verb of its clause."""
    of_verb: bool
    """Whether it says when the verb's happening was, as far as the parse can tell."""


class Times:
    """The time expressions of one article."""

    def __init__(
        self,
        reading: Reading,
        quotes: Quotes,
        told: Mapping[int, tuple[Reported, Quote]],
        ontology: Ontology,
    ) -> None:
        self.reading = reading
        self.ontology = ontology
        self.quotes = quotes
        self.cues = {quote: index for index, (_, quote) in told.items()}
        day = reading.article.day
        self.day = None if day is None else date.fromisoformat(day)
        self.placed = list(self._all())
        self.heads = frozenset(placed.head.i for placed in self.placed)
        self._by_verb: dict[int, list[_Placed]] = defaultdict(list)
        for placed in self.placed:
            if placed.verb is not None and placed.of_verb:
                self._by_verb[placed.verb.i].append(placed)

    def _all(self) -> Iterator[_Placed]:
        doc = self.reading.doc
        for sentence in doc.sents:
            for found in find_expressions([token.text for token in sentence]):
                first, last = sentence.start + found.first, sentence.start + found.last
                head = syntax.head_within(doc, first, last)
                day = first == last and isinstance(found.meaning, Weekday)
                if syntax.belongs_to_a_noun(head, last, day=day):
                    continue
                whole = syntax.end_of_time(doc, last)
                if whole > last:  # "the last days of the tour", "the day after Hale left": no day is told
                    found, last = replace(found, meaning=None), whole
                passage = self.reading.passage(first, last)
                noun, verb = syntax.noun_above(head), self._verb(head, passage)
                dated = self.ontology.words["DatedNoun"]
                of_verb = syntax.may_time_the_verb(doc[first], noun, found.preposition, dated)
                of_verb = of_verb and (noun is None or syntax.preposition(noun) not in _ORDERING)
                yield _Placed(found, head, passage, noun, verb, of_verb)

    def _verb(self, head: Token, passage: Passage) -> Token | None:
        """The verb of a time's clause in the same mouth: "said" in "‘I will go,’ Hale said on Monday"."""
        verb = syntax.verb_above(head)
        if verb is None:
            return None
        quote = self.quotes.innermost(self.reading.passage(verb.i, verb.i))
        inner = self.quotes.innermost(passage)
        if inner is not None and self.cues.get(inner) == verb.i:
            return verb  # "announced a review on Monday": what is reported has no verb of its own
        if quote is inner:
            return verb
        cue = self.cues.get(quote) if quote is not None else None
        return None if cue is None or (quote and quote.contains(passage)) else self.reading.doc[cue]

    def of_verb(self, verb: Token, action: Action, real: Reality) -> dict[str, list[Argument]]:
        """When a verb's happening is said to be, and until when it is due."""
        found: dict[str, list[Argument]] = {}
        for placed in self._of(verb) or self._shared(verb):
            is_due = placed.expression.may_be_due and (
                real.modality in _TO_BE_DONE or (_asks(action) and placed.head.i > verb.i)
            )
            if placed.expression.is_length and not is_due:
                continue  # "made two visits within a week": how long it took
            role = "deadline" if is_due else "time"
            direction = Direction.FUTURE if is_due else _direction(verb, real)
            found.setdefault(role, []).append(self._argument(role, placed, verb, direction))
        if action.content_modality in (Modality.PLANNED, Modality.OBLIGED) and "deadline" not in found:
            due_later = [
                self._argument("deadline", p, verb, Direction.FUTURE) for p in self._of_content(verb, action)
            ]
            if due_later:
                found["deadline"] = due_later
        return found

    def settled(self, verb: Token, action: Action, real: Reality, ontology: Ontology) -> Reality:
        """How real a verb's happening is with its times: "votes tomorrow" is not done."""
        if real.modality is not Modality.ACTUAL or syntax.tense(verb) != "present":
            return real
        placed = self._of(verb) or self._shared(verb) or self._last(verb)
        expressions = [(p.expression, self.reading.words(p.passage)) for p in placed]
        ahead = ahead_of(expressions, verb, self.day, ontology)
        told = verb.i in self.cues.values()
        coming = is_to_come(verb, action, ahead, told=told, ontology=ontology)
        return replace(real, modality=Modality.PLANNED) if coming else real

    def of_noun(
        self, noun: Token, light: Token | None, action: Action, real: Reality
    ) -> dict[str, list[Argument]]:
        """When the happening of a noun is said to be: "Hale's visit in May", "made a visit in May"."""
        own = [p for p in self.placed if p.noun == noun]
        found = self.of_verb(light, action, real) if light is not None else {}
        if own and "time" not in found:
            direction = _direction(light, real) if light is not None else None
            found["time"] = [
                self._argument("time", p, noun, direction) for p in own if not p.expression.is_length
            ]
        return found

    def _of(self, verb: Token) -> list[_Placed]:
        return self._by_verb.get(verb.i, [])

    def _shared(self, verb: Token) -> list[_Placed]:
        """The times before the subject that a verb shares with another: "On Monday Hale met … and left"."""
        first = syntax.first_conjunct(verb)
        if first == verb or syntax.own_subjects(verb) or first.tag_ != verb.tag_:
            return []
        subjects = syntax.own_subjects(first)
        return [p for p in self._of(first) if subjects and p.head.i < subjects[0].left_edge.i]

    def _last(self, verb: Token) -> list[_Placed]:
        """The times that close a chain of verbs with one subject: "Hale meets Marsh and leaves on Monday"."""
        chain = syntax.joined(verb)
        if len(chain) < 2 or syntax.own_subjects(chain[-1]) or chain[-1].tag_ != verb.tag_:
            return []
        return [p for p in self._of(chain[-1]) if p.head.i > chain[-1].i]

    def _of_content(self, verb: Token, action: Action) -> list[_Placed]:
        """By when what is asked or promised is due: said in the clause or beside the noun for it."""
        heads = [head for clause in syntax.complements(verb) for head in syntax.joined(clause)]
        if action.content_modality is Modality.OBLIGED:  # "told MPs that it would be done" is no order
            heads = [head for head in heads if not syntax.has_modal(head)]
        clauses = {head.i for head in heads}
        return [
            p
            for p in self.placed
            if p.expression.may_be_due
            and p.verb is not None
            and p.head.i > verb.i
            and (p.verb.i in clauses or (p.verb == verb and not p.of_verb))
        ]

    def _argument(self, role: str, placed: _Placed, head: Token, direction: Direction | None) -> Argument:
        return Argument(role, placed.passage, when=self._when(placed, head, direction))

    def _when(self, placed: _Placed, head: Token, direction: Direction | None) -> Time | None:
        """The days that an expression means beside a word."""
        expression = placed.expression
        possible = {
            days(expression.meaning, expression.bound, told, direction)
            for told in self._days_of_telling(placed, head, direction)
        }
        return possible.pop() if len(possible) == 1 else None

    def _days_of_telling(
        self, placed: _Placed, head: Token, direction: Direction | None
    ) -> list[date | None]:
        """The days from which the words may count: the article's, the speaker's, or those of a plan."""
        if any(
            start <= placed.passage.start < end for q in self.reading.quoted for start, end in q.fragments
        ):
            quote = self.quotes.innermost(placed.passage)
            cue = self.cues.get(quote) if quote is not None else None
            told = self._own(self.reading.doc[cue]) if cue is not None else []
            if told:
                return [_single(t) for t in told[:1]]
            if self.day is None:
                return [None]
            return [self.day - timedelta(days=age) for age in range(_AGE_OF_A_QUOTE)]
        if direction is Direction.FUTURE and isinstance(placed.expression.meaning, Calendar | Weekday):
            above = syntax.governor(head)
            told = self._own(above) if above is not None and syntax.is_verb(above) else []
            if told and self._of(above or head) != [placed]:
                return [_single(t) for t in told[:1]]
        return [self.day]

    def _own(self, verb: Token) -> list[Time | None]:
        """When a verb that tells of other things is itself said to be."""
        direction = Direction.PAST if syntax.lies_behind(verb) else None
        return [
            days(p.expression.meaning, p.expression.bound, self.day, direction)
            for p in self._of(verb)
            if not p.expression.may_be_due
        ]


def _single(time: Time | None) -> date | None:
    """The day that a time is; none of a longer one."""
    if time is None or time.first is None or time.first != time.last:
        return None
    return date.fromisoformat(time.first)


def _asks(action: Action) -> bool:
    """Whether an action promises, plans, asks for or demands something."""
    return action.content_modality in _TO_BE_DONE


def _direction(verb: Token, real: Reality) -> Direction | None:
    """Whether a clause tells of a past or of a future; none where its form leaves that open ("meets")."""
    if real.modality is Modality.ACTUAL:
        return Direction.PAST if syntax.lies_behind(verb) else None
    return Direction.PAST if syntax.had_been_open(verb) else Direction.FUTURE

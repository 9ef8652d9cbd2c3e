"""A statement as English: who does what, who says so, and what kind of truth it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...gate import is_edge, told_by
from ...inflection import irregular_lemmas
from ...model import Argument, Degree, Modality, Polarity, Quote, Statement, Time, words_of
from ...ontology import UNLISTED, Action, edge_words
from ..display import phrase
from .words import brief, shown

NOBODY = "somebody not named"


@dataclass(frozen=True, slots=True)
class Tier:
    """A kind of truth: its name in styles, its heading, and what it means."""

    name: str
    heading: str
    meaning: str


#: The kinds of truth, the most certain first.
TIERS = (
    Tier("narrated", "Reported", "The article itself reports that this happened."),
    Tier("own-word", "Own word", "Told by the one who is said to have done it."),
    Tier("planned", "Planned", "Announced, asked for or intended; it has not happened yet."),
    Tier("obliged", "Obliged", "It has to be done; not that it was."),
    Tier("possible", "Possible", "It may happen, or may have happened."),
    Tier("negative", "Not done", "Said not to have happened, or not to be going to happen."),
    Tier("claim", "Claim", "Said by somebody about others; the page does not say that it is true."),
    Tier("open", "Left open", "Nobody vouches for it: a purpose, a condition or hearsay."),
)
_BY_NAME = {tier.name: tier for tier in TIERS}
_MODAL = {Modality.PLANNED: "planned", Modality.POSSIBLE: "possible", Modality.OBLIGED: "obliged"}
_TOLD_AS = {
    Modality.ACTUAL: "done",
    Modality.PLANNED: "planned",
    Modality.POSSIBLE: "possible",
    Modality.OBLIGED: "required",
}
#: Degrees whose very word denies: "hardly addressed" is not addressed.
_DENYING = frozenset((Degree.NOT_FULLY, Degree.HARDLY, Degree.TOO_LITTLE, Degree.ALMOST))
#: How the roles that a sentence of three parts has no place for are introduced.
_ROLES = {
    "agent": "who",
    "coAgent": "with",
    "theme": "what",
    "addressee": "to whom",
    "topic": "about",
    "instrument": "by means of",
    "capacity": "as",
    "origin": "from",
    "goal": "to",
    "place": "where",
    "time": "when",
    "deadline": "by when",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What fills a role: how the role is introduced, who or what it is, and the words for it."""

    role: str
    label: str
    words: str
    """Empty where they are the label."""
    days: str = ""
    """Of a time: the days that it means, where they are known."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement for a reader."""

    subject: str
    named: bool
    """Whether the subject is named: else it stands for nobody."""
    verb: str
    object: str
    is_clause: bool
    """Whether the object is only words, and no entity."""
    parts: tuple[Part, ...]
    """The roles besides subject and object."""
    tier: Tier
    speaker: str
    """Empty where the article itself narrates it."""
    certainty: str
    action: str
    trigger: str

    @property
    def says(self) -> str:
        """The trigger, where the verb does not have its word."""
        return "" if self.trigger.lower().strip("‘’“”") in self.verb.lower() else self.trigger


@dataclass(frozen=True, slots=True)
class Names:
    """What a statement's keys and passages are called."""

    labels: Mapping[str, str]
    """Entity key -> label."""
    text: str
    """The text that the offsets of passages index."""
    actions: Mapping[str, Action]

    def label(self, key: str | None) -> str:
        """What an entity is called; empty for none."""
        return shown(self.labels.get(key or "", ""))

    def words(self, argument: Argument) -> str:
        """The words that fill a role."""
        return brief(self.text[argument.passage.start : argument.passage.end])


def told(statement: Statement, names: Names) -> Told:
    """A statement as English."""
    action = names.actions.get(statement.action)
    agent = statement.filler("agent")
    other = statement.filler(action.edge_to if action else "theme") or statement.filler("theme")
    subject = _filled(agent, names)
    rest = [argument for argument in statement.arguments if argument not in (agent, other)]
    trigger = shown(names.text[statement.trigger.start : statement.trigger.end])
    return Told(
        subject=subject or NOBODY,
        named=bool(subject),
        verb=verb(statement, action, trigger),
        object=_filled(other, names),
        is_clause=other is not None and not names.label(other.entity),
        parts=tuple(_part(argument, names) for argument in rest),
        tier=tier(statement, agent.entity if agent else None),
        speaker=said_by(statement.quote, names.labels) if statement.quote else "",
        certainty=certainty(statement),
        action=phrase(shown(statement.action)),
        trigger=trigger,
    )


def tier(statement: Statement, subject: str | None) -> Tier:
    """The kind of truth that a statement has, by the truth gate."""
    tellers = told_by(statement.quote) if statement.quote else set()
    own = subject is not None and tellers == {subject}
    unsaid = not statement.asserted and statement.quote is not None and statement.quote.speaker is None
    if tellers and not own and not unsaid and not is_edge(statement, subject or ""):
        return _BY_NAME["claim"]
    if not statement.asserted:
        return _BY_NAME["open"]
    if statement.polarity is Polarity.NEGATIVE:
        return _BY_NAME["negative"]
    return _BY_NAME[_MODAL.get(statement.modality, "own-word" if own else "narrated")]


def certainty(statement: Statement) -> str:
    """How sure the words are of what they tell, and how far it is so."""
    told = _TOLD_AS[statement.modality]
    if statement.polarity is Polarity.NEGATIVE and statement.degree not in _DENYING:
        told = f"not {told}"
    return f"told as {_to_a_degree(told, statement.degree)}"


def _to_a_degree(words: str, degree: Degree | None) -> str:
    """Words with the degree to which they hold: "hardly addressed", "mainly did not address"."""
    if degree is None:
        return words
    how_far = words_of(degree)
    return f"{words} {how_far}" if degree is Degree.TOO_LITTLE else f"{how_far} {words}"


def said_by(quote: Quote, labels: Mapping[str, str]) -> str:
    """Whoever says it, with everybody through whose mouth it came."""
    chain: list[str] = []
    inner: Quote | None = quote
    while inner is not None:
        name = shown(labels.get(inner.speaker or "", "")) or NOBODY
        if not chain or chain[-1] != name:
            chain.append(name)
        inner = inner.within
    return ", as told by ".join(chain)


def verb(statement: Statement, action: Action | None, trigger: str) -> str:
    """What the agent does, in English; the trigger itself where the action has no word for it."""
    if action is not None:
        polarity = Polarity.POSITIVE if statement.degree in _DENYING else statement.polarity
        return _to_a_degree(edge_words(action, statement.modality, polarity), statement.degree)
    bare = irregular_lemmas(trigger.lower())
    if (statement.modality, statement.polarity) == (Modality.ACTUAL, Polarity.POSITIVE):
        return f"“{trigger}”"
    made_up = Action(UNLISTED.name, "", base=bare[0] if len(bare) == 1 else f"“{trigger}”")
    return edge_words(made_up, statement.modality, statement.polarity)


def _filled(argument: Argument | None, names: Names) -> str:
    if argument is None:
        return ""
    return brief(names.label(argument.entity)) or names.words(argument)


def _part(argument: Argument, names: Names) -> Part:
    label, words = _filled(argument, names), names.words(argument)
    return Part(
        role=_ROLES.get(argument.role) or phrase(shown(argument.role)),
        label=label,
        words="" if words == label else words,
        days=days(argument.when) if argument.when else "",
    )


_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def days(time: Time) -> str:
    """A time in English: "4 March 2025", "May 2022", "2022", "since 2019-01-01", …"""
    if time.first is None:
        return f"until {day(time.last or '')}"
    if time.last is None:
        return f"from {day(time.first)}"
    return day(time.stated) if time.stated else f"{day(time.first)} to {day(time.last)}"


def day(iso: str) -> str:
    """A year, month or day of ISO 8601 in English; anything else as it stands."""
    parts = iso[:10].split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return shown(iso)
    if len(parts) == 1 or not 1 <= int(parts[1]) <= 12:
        return shown(iso)
    month = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) == 3 else month

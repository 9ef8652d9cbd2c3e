"""Events for a reader: when, who did what, what kind of truth it has, and every sentence that tells of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ... import ontology
from ...errors import QueryError
from ...model import Time
from ...query import PREFIXES, Graph
from .. import display
from ..article.found import nearest
from ..article.told import NOBODY, TIERS, Tier, certainty, day, days, said_by, tier, verb
from ..article.words import brief, kept
from . import recalled
from .recalled import Row, When

#: As many statements as one page takes in.
DATED, UNDATED = 4_000, 600
_NAMES = """SELECT DISTINCT ?entity ?name WHERE {
  VALUES ?kind { kg:Person kg:Organisation kg:Place kg:Thing }
  ?entity a ?kind ; skos:prefLabel|skos:altLabel ?name } ORDER BY ?entity ?name"""
_RANK = {tier.name: rank for rank, tier in enumerate(TIERS)}


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that tells of an event."""

    before: str
    trigger: str
    after: str
    subject: str
    named: bool
    verb: str
    object: str
    is_clause: bool
    tier: Tier
    speaker: str
    """Empty where the article itself narrates it."""
    certainty: str
    title: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Event:
    """A happening, as the surest of its sentences tells it."""

    when: When | None
    in_words: str
    """When, in the words of the articles."""
    sources: tuple[Source, ...]
    """The surest first."""
    actors: tuple[tuple[str, str], ...]
    """IRI and name of the people and bodies in it, and of those who tell of it."""

    @property
    def first(self) -> Source:
        """The source that it is shown by."""
        return self.sources[0]

    @property
    def label(self) -> str:
        """When it was, in English; empty where no day is known."""
        if self.when is None:
            return ""
        time = self.when.time
        if self.when.is_deadline:
            return f"Due by {days(Time(time.last, time.last))}" if time.last else f"Due {days(time)}"
        return days(time)

    @property
    def style(self) -> str:
        """How it is drawn on the axis: what is due has not happened on that day, whatever else it is."""
        return "due" if self.when and self.when.is_deadline else self.first.tier.name

    @property
    def begins(self) -> str:
        """The day that places it, in ISO 8601."""
        time = self.when.time if self.when else Time()
        return (time.last if self.when and self.when.is_deadline else None) or time.first or time.last or ""


def events(graph: Graph, about: str | None = None) -> tuple[list[Event], list[Event], int]:
    """The events with a date in order of time, some of those without, and how many the latter are.

    Args:
        graph: where to look.
        about: the IRI or a name of somebody or something that takes part in all of them.

    Raises:
        QueryError: nothing in the graph is called so; the message has the names most like it.
    """
    entities: list[str | None] = [None] if about is None else [*_named(graph, about)]
    whens, said, actors = recalled.times(graph), recalled.words(graph), recalled.actors(graph)
    found: list[list[Event]] = []
    for dated, most in ((True, DATED), (False, UNDATED)):
        told: dict[str, dict[str, Row]] = defaultdict(dict)
        for who in entities:
            for row in recalled.statements(graph, dated=dated, most=most, who=who):
                told[str(row["event"])][str(row["statement"])] = row
        found.append(
            [
                event
                for iri, rows in told.items()
                if (event := _event(list(rows.values()), whens.get(iri), said.get(iri), actors.get(iri)))
            ]
        )
    dated_events = sorted(found[0], key=_in_order)
    return dated_events, found[1], len(found[1]) if about is not None else recalled.undated(graph)


def _in_order(event: Event) -> tuple[str, str, str, str, str]:
    end = event.when.time.last if event.when else None
    return event.begins, end or "9999", event.first.date, event.first.subject, event.first.before


def _event(
    rows: list[Row], whens: list[When] | None, said: list[str] | None, actors: dict[str, str] | None
) -> Event | None:
    sources: list[Source] = []
    involved: dict[str, str] = dict(actors or {})
    for row in rows:
        if (source := _source(row)) is not None:
            sources.append(source)
            for name in ("subject", "object", "speaker"):
                acts = name == "speaker" or row[f"{name}_acts"] is True
                if row[f"{name}_label"] is not None and acts:
                    involved.setdefault(str(row[name]), str(row[f"{name}_label"]))
    if not sources:
        return None
    sources.sort(key=lambda source: (_RANK[source.tier.name], source.date, source.title, source.before))
    return Event(
        when=whens[0] if whens else None,
        in_words=", ".join(dict.fromkeys(brief(words) for words in said or ())),
        sources=tuple(sources),
        actors=tuple(sorted((iri, display.shown(label)) for iri, label in involved.items())),
    )


def _source(row: Row) -> Source | None:
    statement = recalled.statement(row)
    if statement is None:
        return None
    action = ontology.load().actions.get(statement.action)
    trigger = display.shown(row["trigger"])
    subject = brief(str(row["subject_label"] or ""))
    other = brief(str(row["object_label"] or row["words"] or ""))
    before, words, after = _marked(row)
    labels = {
        str(row[key]): str(row[f"{key.removesuffix('_speaker')}_label"])
        for key in ("speaker", "outer_speaker")
        if row[key] is not None
    }
    date = str(row["date"] or "")
    return Source(
        before=before,
        trigger=words,
        after=after,
        subject=subject or NOBODY,
        named=bool(subject),
        verb=verb(statement, action, trigger),
        object=other,
        is_clause=row["object_label"] is None,
        tier=tier(statement, str(row["subject"]) if row["subject"] is not None else None),
        speaker=said_by(statement.quote, labels) if statement.quote else "",
        certainty=certainty(statement.modality, statement.polarity),
        title=display.shown(row["title"]) or display.shown(row["identifier"]) or "An article without a title",
        date=day(date) if date else "",
        url=display.link(row["url"]),
    )


def _marked(row: Row) -> tuple[str, str, str]:
    """The sentence before the trigger, the trigger, and what follows it."""
    sentence, start = str(row["sentence"]), str(row["start"])
    if not start.isdecimal():
        return kept(sentence), "", ""
    begins, ends = (int(str(row[name])) - int(start) for name in ("begins", "ends"))
    if not 0 <= begins <= ends <= len(sentence):
        return kept(sentence), "", ""
    return kept(sentence[:begins]), kept(sentence[begins:ends]), kept(sentence[ends:])


def _named(graph: Graph, about: str) -> list[str]:
    """The entities of a name, an alias or an IRI."""
    wanted = " ".join(about.split())
    prefix, colon, local = wanted.partition(":")
    iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else wanted
    rows = [(str(row["entity"]), str(row["name"])) for row in graph.select(_NAMES).dicts()]
    same = {e for e, name in rows if iri == e} or {e for e, n in rows if n.casefold() == wanted.casefold()}
    if not same:
        raise QueryError(f"The graph names nothing {about!r}. {nearest(wanted, [name for _, name in rows])}")
    return sorted(same)

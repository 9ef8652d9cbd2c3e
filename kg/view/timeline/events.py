"""Events for a reader: when, who did what, what kind of truth it has, and every sentence that tells of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ... import ontology
from ...errors import QueryError
from ...gate import told_by
from ...model import Time
from ...query import PREFIXES, Graph
from .. import display
from ..article.found import nearest
from ..article.told import NOBODY, TIERS, Tier, certainty, day, days, said_by, tier, verb
from ..article.words import brief, kept, shown
from . import recalled
from .recalled import Row, Told, Values, When

#: About as many statements of events without a date as one page shows.
UNDATED = 600
_HEADLINE, _URL = PREFIXES["schema"] + "headline", PREFIXES["schema"] + "url"
_PUBLISHED, _IDENTIFIER = PREFIXES["schema"] + "datePublished", PREFIXES["dct"] + "identifier"
_NAMES = """SELECT DISTINCT ?entity ?name WHERE {
  VALUES ?kind { kg:Person kg:Organisation kg:Place kg:Thing }
  ?entity a ?kind ; skos:prefLabel|skos:altLabel ?name } ORDER BY ?entity ?name"""


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
    published: str
    """The day of the article, in ISO 8601; empty where it has none."""
    date: str
    """The same in English."""
    url: str
    place: int
    """Where in the article the trigger stands."""
    article: str
    """Its IRI."""
    sentence: tuple[int, int] | None
    """Where the sentence begins and ends in the article; none where nobody knows."""


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
    whens, known, told = recalled.times(graph), recalled.articles(graph), Told(graph)
    for entity in _named(graph, about) if about is not None else ():
        told.take(recalled.OF_ENTITY, entity)
    if about is None:
        told.take(recalled.DATED)
        told.take(recalled.IN_WORDS)
        enough = len(told.rows) + UNDATED
        for article in sorted(known, key=lambda iri: (_date(known[iri]), iri), reverse=True):
            if len(told.rows) >= enough:
                break
            told.take(recalled.OF_ARTICLE, article)
    by_event: dict[str, list[str]] = defaultdict(list)
    for statement, row in told.rows.items():
        by_event[str(row["event"])].append(statement)
    in_words = recalled.words(graph)
    found = [
        event
        for iri, statements in sorted(by_event.items())
        if (event := _event(iri, statements, told, whens.get(iri, []), in_words.get(iri, []), known))
    ]
    dated = sorted((event for event in found if event.when), key=_in_order)
    others = sorted((event for event in found if not event.when), key=_newest_first)
    return dated, others, len(others) if about is not None else recalled.undated(graph, whens)


def _in_order(event: Event) -> tuple[str, str, str, str, str]:
    end = event.when.time.last if event.when else None
    return event.begins, end or "9999", event.first.published, event.first.subject, event.first.before


def _newest_first(event: Event) -> tuple[bool, list[int], str, int, str]:
    source = event.first
    return not event.in_words, [-ord(c) for c in source.published], source.title, source.place, source.subject


def _event(
    iri: str, statements: list[str], told: Told, whens: list[When], said: list[str], known: dict[str, Values]
) -> Event | None:
    sources = [source for one in statements if (source := _source(one, told, known))]
    if not sources:
        return None
    rank = {tier.name: number for number, tier in enumerate(TIERS)}
    sources.sort(key=lambda s: (rank[s.tier.name], s.published, s.title, s.place, s.before))
    roles = told.actors.get(iri, {}).values()
    involved = {entity for entities in roles for entity in entities if told.acts(entity)}
    for one in statements:
        quote = statement.quote if (statement := told.statement(one)) else None
        while quote is not None:
            involved |= {quote.speaker} if quote.speaker else set()
            quote = quote.within
    return Event(
        when=whens[0] if whens else None,
        in_words=", ".join(dict.fromkeys(brief(words) for words in said)),
        sources=tuple(sources),
        actors=tuple(sorted((entity, shown(told.label(entity))) for entity in involved)),
    )


def _source(iri: str, told: Told, known: dict[str, Values]) -> Source | None:
    statement = told.statement(iri)
    if statement is None:
        return None
    row, values = told.rows[iri], told.properties.get(iri, {})
    subject_iri, object_iri = (recalled.first(values, recalled.RDF + name) for name in ("subject", "object"))
    subject, label = brief(told.label(subject_iri)), brief(told.label(object_iri))
    before, words, after = _marked(row)
    about = known.get(str(row["context"]), {})
    date = _date(about)
    title, name, url = (recalled.first(about, iri) for iri in (_HEADLINE, _IDENTIFIER, _URL))
    labels = (
        {teller: told.label(teller) for teller in told_by(statement.quote) if teller}
        if statement.quote
        else {}
    )
    return Source(
        before=before,
        trigger=words,
        after=after,
        subject=subject or NOBODY,
        named=bool(subject),
        verb=verb(statement, ontology.load().actions.get(statement.action), shown(str(row["trigger"]))),
        object=label or brief(recalled.first(values, recalled.KG + "objectText")),
        is_clause=not label,
        tier=tier(statement, subject_iri or None),
        speaker=said_by(statement.quote, labels) if statement.quote else "",
        certainty=certainty(statement),
        title=shown(title) or shown(name) or "An article without a title",
        published=date,
        date=day(date) if date else "",
        url=display.link(url),
        place=statement.trigger.start,
        article=str(row["context"]),
        sentence=_range(row),
    )


def _date(article: Values) -> str:
    return recalled.first(article, _PUBLISHED)[:10]


def _marked(row: Row) -> tuple[str, str, str]:
    """The sentence before the trigger, the trigger, and what follows it."""
    sentence, start = str(row["sentence"]), str(row["start"])
    if not start.isdecimal():
        return kept(sentence), "", ""
    begins, ends = (int(str(row[name])) - int(start) for name in ("begins", "ends"))
    if not 0 <= begins <= ends <= len(sentence):
        return kept(sentence), "", ""
    return kept(sentence[:begins]), kept(sentence[begins:ends]), kept(sentence[ends:])


def _range(row: Row) -> tuple[int, int] | None:
    start = str(row["start"])
    return (int(start), int(start) + len(str(row["sentence"]))) if start.isdecimal() else None


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

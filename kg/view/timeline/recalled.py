"""What a graph tells of events and times, in small tables: one large query of many parts takes far longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from ...model import AttributionMode, Degree, Modality, Passage, Polarity, Quote, Statement, Time
from ...query import PREFIXES, Graph
from ...query.rows import Value

KG, RDF = PREFIXES["kg"], PREFIXES["rdf"]

# Which statements are wanted, as plain patterns: with a union, a path or a BIND pyoxigraph may try every pair
# of rows. ?bound is for the IRI of an article or an entity.
_ROLES = ("agent", "coAgent", "theme", "addressee")
_TOLD = "?statement kg:event ?event ."
DATED = tuple(f"?event {when} ?time . {_TOLD}" for when in ("sem:hasTime", "kg:deadline"))
IN_WORDS = tuple(f"?event kg:{text} ?text . {_TOLD}" for text in ("timeText", "deadlineText"))
OF_ARTICLE = (f"?passage nif:referenceContext ?bound . ?statement kg:evidence ?passage . {_TOLD}",)
OF_ENTITY = tuple(f"?event kg:{role} ?bound . {_TOLD}" for role in _ROLES)

_STATEMENTS = """SELECT DISTINCT ?statement ?event ?begins ?ends ?trigger ?start ?sentence ?context ?bound
WHERE {
  @SCOPE ?statement kg:trigger ?calls ; kg:evidence ?where .
  ?calls nif:beginIndex ?begins ; nif:endIndex ?ends ; nif:anchorOf ?trigger .
  ?where nif:beginIndex ?start ; nif:anchorOf ?sentence ; nif:referenceContext ?context .
} ORDER BY ?context ?begins ?statement ?start"""
_PROPERTIES = """SELECT DISTINCT (?statement AS ?thing) ?property ?value ?bound WHERE {
  @SCOPE ?statement ?property ?value .
  FILTER(?property IN (kg:action, kg:modality, kg:polarity, rdf:subject, rdf:object, kg:objectText,
    kg:quote, kg:requestedBy, kg:vouchedFor, kg:degree))
} ORDER BY ?statement ?property ?value"""
_ACTORS = """SELECT DISTINCT (?event AS ?thing) ?property ?value ?bound WHERE {
  @SCOPE ?event ?property ?value . FILTER(?property IN (kg:agent, kg:coAgent, kg:theme, kg:addressee))
} ORDER BY ?event ?property ?value"""
_QUOTES = "SELECT ?thing ?value WHERE { ?thing kg:@NAME ?value } ORDER BY ?thing ?value"
_LABELS = "SELECT ?thing ?value WHERE { ?thing skos:prefLabel ?value } ORDER BY ?thing ?value"
_ABLE = ("SELECT ?thing WHERE { ?thing a kg:Person }", "SELECT ?thing WHERE { ?thing a kg:Organisation }")
_TIMES = "SELECT DISTINCT ?event ?time WHERE { ?event @WHEN ?time } ORDER BY ?event ?time"
_DAYS = "SELECT ?time ?day WHERE { ?time kg:@DAY ?day } ORDER BY ?time ?day"
_WORDS = """SELECT DISTINCT ?event ?words WHERE {
  ?statement kg:@MENTION ?mention ; kg:event ?event . ?mention nif:anchorOf ?words .
} ORDER BY ?event ?words"""
_ARTICLES = """SELECT ?thing ?property ?value WHERE {
  ?thing a schema:NewsArticle ; ?property ?value .
  FILTER(?property IN (dct:identifier, schema:headline, schema:datePublished, schema:url))
} ORDER BY ?thing ?property ?value"""
_COUNT = "SELECT DISTINCT ?event WHERE { ?statement kg:event ?event }"

Row = dict[str, Value]
#: Property -> its values in order.
Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class When:
    """When an event happened, or by when it is to happen."""

    time: Time
    is_deadline: bool


class Told:
    """Statements of some events, with all that is needed to tell them."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.rows: dict[str, Row] = {}
        """Statement -> its event, trigger and sentence."""
        self.properties: dict[str, Values] = {}
        self.actors: dict[str, Values] = {}
        """Event -> who takes part in it, by role."""
        self._quotes: dict[str, Values] = {}
        for name in ("speaker", "within"):
            for row in graph.select(_QUOTES.replace("@NAME", name)).dicts():
                values = self._quotes.setdefault(str(row["thing"]), {})
                values.setdefault(KG + name, []).append(str(row["value"]))
        self._labels: dict[str, str] = {}
        for row in graph.select(_LABELS).dicts():
            self._labels.setdefault(str(row["thing"]), str(row["value"]))
        self._able = {str(row["thing"]) for query in _ABLE for row in graph.select(query).dicts()}

    def take(self, scopes: Sequence[str], bound: str | None = None) -> None:
        """Add the statements of some scopes.

        Args:
            scopes: the patterns of one name of this module.
            bound: the IRI of the article or entity that the patterns are about.
        """
        given = {"bound": ox.NamedNode(bound)} if bound is not None else {}
        for scope in scopes:
            for row in self._graph.select(_STATEMENTS.replace("@SCOPE", scope), **given).dicts():
                self.rows.setdefault(str(row["statement"]), row)
            self.properties |= _values(self._graph, _PROPERTIES.replace("@SCOPE", scope), **given)
            self.actors |= _values(self._graph, _ACTORS.replace("@SCOPE", scope), **given)

    def statement(self, iri: str) -> Statement | None:
        """A statement without its arguments; none where it is no statement of ours."""
        row, values = self.rows[iri], self.properties.get(iri, {})
        modality = {KG + m: m for m in Modality}.get(first(values, KG + "modality"))
        polarity = {KG + p: p for p in Polarity}.get(first(values, KG + "polarity"))
        begins, ends = str(row["begins"]), str(row["ends"])
        if modality is None or polarity is None or not (begins.isdecimal() and ends.isdecimal()):
            return None
        trigger = Passage(str(row["context"]), int(begins), int(ends))
        made = Statement(
            first(values, KG + "action").removeprefix(KG),
            trigger,
            trigger,
            (),
            modality,
            polarity,
            quote=self._quote(first(values, KG + "quote"), trigger, ()),
            requester=first(values, KG + "requestedBy") or None,
        )
        return replace(
            made,
            asserted=first(values, KG + "vouchedFor").lower() != "false",
            degree={KG + d: d for d in Degree}.get(first(values, KG + "degree")),
        )

    def _quote(self, iri: str, where: Passage, inner: tuple[str, ...]) -> Quote | None:
        if not iri or iri in inner:
            return None
        values = self._quotes.get(iri, {})
        outer = self._quote(first(values, KG + "within"), where, (*inner, iri))
        speaker = first(values, KG + "speaker") or None
        return Quote((where,), AttributionMode.INDIRECT, where, speaker=speaker, within=outer)

    def label(self, iri: str) -> str:
        """What an entity is called; empty for what is none."""
        return self._labels.get(iri, "")

    def acts(self, iri: str) -> bool:
        """Whether an entity is a person or a body."""
        return iri in self._able


def first(values: Values, name: str) -> str:
    """The first value of a property; empty where there is none."""
    return next(iter(values.get(name, ())), "")


def _values(graph: Graph, query: str, **bound: ox.NamedNode) -> dict[str, Values]:
    found: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for row in graph.select(query, **bound).dicts():
        found[str(row["thing"])][str(row["property"])].append(str(row["value"]))
    return {iri: dict(values) for iri, values in found.items()}


def articles(graph: Graph) -> dict[str, Values]:
    """Article -> what is known of it."""
    return _values(graph, _ARTICLES)


def undated(graph: Graph, dated: Container[str]) -> int:
    """How many events are told of that are not among the dated ones."""
    return sum(str(row["event"]) not in dated for row in graph.select(_COUNT).dicts())


def times(graph: Graph) -> dict[str, list[When]]:
    """Event -> when it happened, the most exact first; what it has to be done by is last."""
    days: dict[str, dict[str, str]] = {"firstDay": {}, "lastDay": {}}
    for name, of in days.items():
        for row in graph.select(_DAYS.replace("@DAY", name)).dicts():
            of.setdefault(str(row["time"]), str(row["day"])[:10])
    found: dict[str, list[When]] = defaultdict(list)
    for when, is_deadline in (("sem:hasTime", False), ("kg:deadline", True)):
        for row in graph.select(_TIMES.replace("@WHEN", when)).dicts():
            time = Time(*(of.get(str(row["time"])) for of in days.values()))
            if time.first or time.last:
                found[str(row["event"])].append(When(time, is_deadline))
    return {event: sorted(whens, key=_exact_first) for event, whens in found.items()}


def _exact_first(when: When) -> tuple[bool, bool, int, str]:
    time = when.time
    open_ended = time.first is None or time.last is None
    return when.is_deadline, open_ended, -len(time.stated or ""), time.name


def words(graph: Graph) -> dict[str, list[str]]:
    """Event -> the words of its articles for when it happened."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in ("timeMention", "deadlineMention"):
        for row in graph.select(_WORDS.replace("@MENTION", name)).dicts():
            found[str(row["event"])].append(str(row["words"]))
    return dict(found)

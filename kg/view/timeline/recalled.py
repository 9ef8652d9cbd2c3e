"""What a graph tells of events and times: the queries, and their rows as statements."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pyoxigraph as ox

from ...gate import is_edge
from ...model import AttributionMode, Modality, Passage, Polarity, Quote, Statement, Time
from ...query import PREFIXES, Graph
from ...query.rows import Value

KG = PREFIXES["kg"]
_HAPPENED = PREFIXES["sem"] + "hasTime"
#: Put before a pattern: only events in which ?who takes part.
_WITH = "?event kg:agent|kg:coAgent|kg:theme|kg:addressee ?who . "
_DATED = "FILTER EXISTS { ?event sem:hasTime|kg:deadline ?any }"
_UNDATED = "FILTER NOT EXISTS { ?event sem:hasTime|kg:deadline ?any }"

_STATEMENTS = """SELECT ?event ?statement ?action ?modality ?polarity
  ?subject ?subject_label ?subject_acts ?object ?object_label ?object_acts ?words
  ?quote ?speaker ?speaker_label ?outer ?outer_speaker ?outer_label ?requester ?earns
  ?begins ?ends ?trigger ?start ?sentence ?context ?identifier ?title ?date ?url ?in_words ?who WHERE {
  @WITH ?statement kg:event ?event ; kg:action ?action ; kg:modality ?modality ; kg:polarity ?polarity ;
    kg:trigger ?calls ; kg:evidence ?passage .
  @WHICH
  ?calls nif:beginIndex ?begins ; nif:endIndex ?ends ; nif:anchorOf ?trigger .
  ?passage nif:beginIndex ?start ; nif:anchorOf ?sentence ; nif:referenceContext ?context .
  OPTIONAL { ?statement rdf:subject ?subject . ?subject skos:prefLabel ?subject_label }
  OPTIONAL { ?statement rdf:object ?object . ?object skos:prefLabel ?object_label }
  BIND(EXISTS { ?subject a kg:Person } || EXISTS { ?subject a kg:Organisation } AS ?subject_acts)
  BIND(EXISTS { ?object a kg:Person } || EXISTS { ?object a kg:Organisation } AS ?object_acts)
  OPTIONAL { ?statement kg:objectText ?words }
  OPTIONAL { ?statement kg:requestedBy ?requester } OPTIONAL { ?statement kg:earnsEdge ?earns }
  OPTIONAL { ?statement kg:quote ?quote
    OPTIONAL { ?quote kg:speaker ?speaker . ?speaker skos:prefLabel ?speaker_label }
    OPTIONAL { ?quote kg:within ?outer
      OPTIONAL { ?outer kg:speaker ?outer_speaker . ?outer_speaker skos:prefLabel ?outer_label } } }
  OPTIONAL { ?context dct:identifier ?identifier } OPTIONAL { ?context schema:headline ?title }
  OPTIONAL { ?context schema:datePublished ?date } OPTIONAL { ?context schema:url ?url }
  OPTIONAL { ?event kg:timeText|kg:deadlineText ?in_words }
} ORDER BY DESC(BOUND(?in_words)) DESC(?date) ?context ?begins ?statement ?in_words"""
_COUNT = """SELECT (COUNT(DISTINCT ?event) AS ?events) WHERE { ?statement kg:event ?event . @WHICH }"""
_TIMES = """SELECT DISTINCT ?event ?role ?time ?first ?last WHERE {
  VALUES ?role { sem:hasTime kg:deadline } ?event ?role ?time .
  OPTIONAL { ?time kg:firstDay ?first } OPTIONAL { ?time kg:lastDay ?last }
} ORDER BY ?event ?role ?time ?first ?last"""
_WORDS = """SELECT DISTINCT ?event ?role ?words WHERE {
  VALUES ?role { kg:timeMention kg:deadlineMention }
  ?statement ?role ?mention ; kg:event ?event . ?mention nif:anchorOf ?words . @WHICH
} ORDER BY ?event ?role ?words"""
_ACTORS = """SELECT DISTINCT ?event ?actor ?label WHERE {
  ?event sem:hasTime|kg:deadline ?any ; kg:agent|kg:coAgent|kg:theme|kg:addressee ?actor .
  VALUES ?kind { kg:Person kg:Organisation } ?actor a ?kind ; skos:prefLabel ?label
} ORDER BY ?event ?actor ?label"""

Row = dict[str, Value]


@dataclass(frozen=True, slots=True, order=True)
class When:
    """When an event happened, or by when it is to happen."""

    time: Time
    is_deadline: bool


def statements(graph: Graph, *, dated: bool, most: int, who: str | None) -> list[Row]:
    """Rows of statements whose event has a date, or has none; the newest articles first.

    Args:
        graph: where to look.
        dated: which of both.
        most: how many rows there may be.
        who: the IRI of an entity that takes part; anybody if not given.
    """
    which = _DATED if dated else _UNDATED
    query = _STATEMENTS.replace("@WHICH", which).replace("@WITH", _WITH if who else "")
    bound = {"who": ox.NamedNode(who)} if who else {}
    rows = graph.select(f"{query} LIMIT {most:d}", **bound).dicts()
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(str(row["statement"]), row)
    return list(found.values())


def undated(graph: Graph) -> int:
    """How many events have no date."""
    return int(str(graph.select(_COUNT.replace("@WHICH", _UNDATED)).dicts()[0]["events"]))


def times(graph: Graph) -> dict[str, list[When]]:
    """Event -> when it happened, the most exact first; what it has to be done by is last."""
    found: dict[str, list[When]] = {}
    for row in graph.select(_TIMES).dicts():
        first, last = (str(row[name])[:10] if row[name] is not None else None for name in ("first", "last"))
        if first or last:
            when = When(Time(first, last), str(row["role"]) != _HAPPENED)
            found.setdefault(str(row["event"]), []).append(when)
    return {event: sorted(whens, key=_exact_first) for event, whens in found.items()}


def _exact_first(when: When) -> tuple[bool, bool, int, str]:
    time = when.time
    open_ended = time.first is None or time.last is None
    return when.is_deadline, open_ended, -len(time.stated or ""), time.name


def words(graph: Graph) -> dict[str, list[str]]:
    """Event -> the words of its articles for when it happened."""
    found: dict[str, list[str]] = {}
    for row in graph.select(_WORDS.replace("@WHICH", "")).dicts():
        found.setdefault(str(row["event"]), []).append(str(row["words"]))
    return found


def actors(graph: Graph) -> dict[str, dict[str, str]]:
    """Event with a date -> IRI and name of the people and bodies that take part in it."""
    found: dict[str, dict[str, str]] = {}
    for row in graph.select(_ACTORS).dicts():
        found.setdefault(str(row["event"]), {}).setdefault(str(row["actor"]), str(row["label"]))
    return found


def statement(row: Row) -> Statement | None:
    """A row as a statement, without its arguments; none where it is no statement of ours."""
    modality = {KG + m: m for m in Modality}.get(str(row["modality"]))
    polarity = {KG + p: p for p in Polarity}.get(str(row["polarity"]))
    begins, ends = str(row["begins"]), str(row["ends"])
    if modality is None or polarity is None or not (begins.isdecimal() and ends.isdecimal()):
        return None
    trigger = Passage(str(row["context"]), int(begins), int(ends))
    made = Statement(
        str(row["action"]).removeprefix(KG),
        trigger,
        trigger,
        (),
        modality,
        polarity,
        quote=_quote(row, trigger),
        requester=_text(row["requester"]),
    )
    subject = _text(row["subject"])
    could = bool(subject and row["object_label"]) and is_edge(made, subject or "")
    return replace(made, asserted=False) if could and not row["earns"] else made


def _quote(row: Row, where: Passage) -> Quote | None:
    if row["quote"] is None:
        return None
    mode = AttributionMode.INDIRECT
    outer = (
        None if row["outer"] is None else Quote((where,), mode, where, speaker=_text(row["outer_speaker"]))
    )
    return Quote((where,), mode, where, speaker=_text(row["speaker"]), within=outer)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)

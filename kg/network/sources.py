"""The statements of a graph as sources: the sentence, the words in it that matter, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ..query import Graph
from ..query.rows import Value
from .entities import About
from .terms import local, text

ROLES = ("agent", "coAgent", "theme", "addressee", "topic", "place", "instrument", "time", "deadline")

_PROPERTIES = """
SELECT DISTINCT ?statement ?property ?value WHERE {
  ?statement kg:evidence ?passage ; kg:trigger ?trigger .
  VALUES ?property { kg:action kg:modality kg:polarity kg:attributedTo kg:event kg:evidence kg:trigger
    kg:agentMention kg:coAgentMention kg:themeMention kg:addresseeMention kg:topicMention kg:placeMention
    kg:instrumentMention kg:timeMention kg:deadlineMention rdf:subject rdf:object kg:objectText }
  ?statement ?property ?value .
}
"""

_TAKEN_PART = """
SELECT DISTINCT ?event ?entity WHERE {
  ?event kg:agent|kg:theme|kg:addressee|kg:topic|kg:coAgent|kg:place|kg:instrument ?entity .
}
"""

_WHEN = """
SELECT DISTINCT ?event ?when WHERE {
  { ?event sem:hasTime/skos:prefLabel ?when } UNION { ?event kg:timeText ?when }
}
"""

_OFFSETS = "SELECT ?passage ?start ?end WHERE { ?passage nif:beginIndex ?start ; nif:endIndex ?end }"

_WORDS = """
SELECT DISTINCT ?passage ?words ?article WHERE {
  { [] kg:evidence ?passage } UNION { [] kg:trigger ?passage }
  ?passage nif:anchorOf ?words ; nif:referenceContext ?article .
}
"""

_ARTICLES = """
SELECT ?article ?identifier ?title ?date ?url WHERE {
  ?article a schema:NewsArticle .
  OPTIONAL { ?article dct:identifier ?identifier }
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?date }
  OPTIONAL { ?article schema:url ?url }
} ORDER BY ?article ?identifier ?title ?date ?url
"""


class Mark(NamedTuple):
    """Words of an article that a statement rests on, in characters of the article, end exclusive."""

    start: int
    end: int
    role: str
    """``trigger``, or the role that the words fill: agent, theme, …"""


class Source(About):
    """A statement behind an edge: its sentence and where that stands; empty where nothing is known."""

    sentence: str
    start: int
    end: int
    trigger: str
    marks: list[Mark]
    """The trigger and the participants, as far as they stand in the sentence."""
    speaker: str
    """Empty where the article itself narrates it."""
    speaker_iri: str
    action: str
    """The local name of the class: Reject."""
    modality: str
    polarity: str
    when: str
    """When it happened or is to happen: a day, month or year, or the words of the text."""
    statement: str
    """The statement's IRI."""


class Statements:
    """Every statement of a graph with its sources, looked up by its IRI."""

    def __init__(self, graph: Graph, names: dict[str, dict[str, object]]) -> None:
        self._given: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for row in graph.select(_PROPERTIES).dicts():
            self._given[str(row["statement"])][local(row["property"])].append(row["value"])
        self._names = names
        self._articles = {str(row["article"]): row for row in reversed(graph.select(_ARTICLES).dicts())}
        self._offsets = {
            str(row["passage"]): (int(str(row["start"])), int(str(row["end"])))
            for row in graph.select(_OFFSETS).dicts()
        }
        self._words = {
            str(row["passage"]): (str(row["words"]), str(row["article"]))
            for row in graph.select(_WORDS).dicts()
        }
        self._whens: dict[str, set[str]] = defaultdict(set)
        for row in graph.select(_WHEN).dicts():
            self._whens[str(row["event"])].add(str(row["when"]))
        self._parts: dict[str, set[str]] = defaultdict(set)
        for row in graph.select(_TAKEN_PART).dicts():
            self._parts[str(row["event"])].add(str(row["entity"]))
        self._made: dict[str, list[Source]] = {}

    def __iter__(self) -> Iterator[str]:
        """The IRIs of the statements, in order."""
        return iter(sorted(self._given))

    def participants(self, statement: str) -> set[str]:
        """The entities that a statement is about, its speaker not among them unless it is about them."""
        given = self._given[statement]
        found = {str(value) for name in ("subject", "object") for value in given[name]}
        return found.union(*(self._parts[str(event)] for event in given["event"]))

    def speakers(self, statement: str) -> list[str]:
        """The IRIs of those to whom a statement is attributed: mostly one, or nobody."""
        return sorted(map(str, self._given[statement]["attributedTo"]))

    def article(self, iri: str) -> About:
        """What the graph knows of an article."""
        known = self._articles.get(iri, {})
        return {
            "article": text(known.get("identifier")) or local(iri),
            "article_iri": iri,
            "title": text(known.get("title")),
            "date": text(known.get("date")),
            "url": text(known.get("url")),
        }

    def sources(self, statement: str) -> list[Source]:
        """The sources of a statement: one for each sentence that is its evidence."""
        if statement not in self._made:
            self._made[statement] = list(self._sources(statement))
        return self._made[statement]

    def _sources(self, statement: str) -> Iterator[Source]:
        given = self._given[statement]
        marks = [
            Mark(*self._offsets[str(passage)], role)
            for role in ("trigger", *ROLES)
            for passage in sorted(map(str, given["trigger" if role == "trigger" else f"{role}Mention"]))
            if str(passage) in self._offsets
        ]
        triggers = sorted(str(passage) for passage in given["trigger"])
        speakers = self.speakers(statement)
        for passage in sorted(map(str, given["evidence"])):
            if passage not in self._words or passage not in self._offsets:
                continue
            sentence, article = self._words[passage]
            start, end = self._offsets[passage]
            yield {
                **self.article(article),
                "sentence": sentence,
                "start": start,
                "end": end,
                "trigger": self._words.get(triggers[0], ("",))[0] if triggers else "",
                "marks": [mark for mark in marks if start <= mark.start < mark.end <= end],
                "speaker": ", ".join(self._name(speaker) for speaker in speakers),
                "speaker_iri": speakers[0] if speakers else "",
                "action": local(first(given["action"])),
                "modality": local(first(given["modality"])),
                "polarity": local(first(given["polarity"])),
                "when": ", ".join(
                    sorted(set[str]().union(*(self._whens[str(event)] for event in given["event"])))
                ),
                "statement": statement,
            }

    def _name(self, entity: str) -> str:
        return str(self._names[entity]["label"]) if entity in self._names else local(entity)


def first(values: list[Value]) -> Value:
    """The first of several values, whatever the order they were found in; None where there is none."""
    return min(values, key=str, default=None)


def in_order(source: Source) -> tuple[str, str, int, str]:
    """By date, article and place in the text."""
    return source["date"], source["article"], source["start"], source["statement"]

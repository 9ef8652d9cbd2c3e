"""The statements of a graph as sources: the sentence, the words in it that matter, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..query import Graph
from ..query.rows import Value
from .articles import About, Articles
from .asking import ALL, rows
from .terms import local

ROLES = (
    "agent",
    "coAgent",
    "theme",
    "addressee",
    "topic",
    "capacity",
    "origin",
    "goal",
    "place",
    "instrument",
    "time",
    "deadline",
)

_PROPERTIES = """
SELECT DISTINCT ?node ?property ?value WHERE {
  ?node kg:evidence ?passage ; kg:trigger ?trigger .
  VALUES ?property { kg:action kg:modality kg:polarity kg:attributedTo kg:event kg:evidence kg:trigger
    kg:agentMention kg:coAgentMention kg:themeMention kg:addresseeMention kg:topicMention kg:placeMention
    kg:capacityMention kg:originMention kg:goalMention
    kg:instrumentMention kg:timeMention kg:deadlineMention }
  ?node ?property ?value .
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

# The same for passages that are known.
_WORDS_OF = """
SELECT ?passage ?words ?article WHERE { ?passage nif:anchorOf ?words ; nif:referenceContext ?article }
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
    """Statements of a graph with their sources, looked up by their IRIs."""

    def __init__(
        self,
        graph: Graph,
        names: dict[str, dict[str, object]],
        articles: Articles,
        only: Collection[str] | None = None,
    ) -> None:
        """Read all statements, or some; `names` tells of their speakers."""
        self._given: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        found = rows(graph, _PROPERTIES) if only is None else rows(graph, ALL, "node", only)
        for row in found:
            self._given[str(row["node"])][local(row["property"])].append(row["value"])
        self._names = names
        self._articles = articles
        passages = events = None
        if only is not None:
            passages = {
                str(value)
                for given in self._given.values()
                for name, values in given.items()
                if name in ("evidence", "trigger") or name.endswith("Mention")
                for value in values
            }
            events = {str(event) for given in self._given.values() for event in given["event"]}
        self._offsets = {
            str(row["passage"]): (int(str(row["start"])), int(str(row["end"])))
            for row in rows(graph, _OFFSETS, "passage", passages)
        }
        self._words = {
            str(row["passage"]): (str(row["words"]), str(row["article"]))
            for row in rows(graph, _WORDS if only is None else _WORDS_OF, "passage", passages)
        }
        self._whens: dict[str, set[str]] = defaultdict(set)
        for row in rows(graph, _WHEN, "event", events):
            self._whens[str(row["event"])].add(str(row["when"]))
        self._made: dict[str, list[Source]] = {}

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
        speakers = sorted(map(str, given["attributedTo"]))
        for passage in sorted(map(str, given["evidence"])):
            if passage not in self._words or passage not in self._offsets:
                continue
            sentence, article = self._words[passage]
            start, end = self._offsets[passage]
            yield {
                **self._articles.of(article),
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

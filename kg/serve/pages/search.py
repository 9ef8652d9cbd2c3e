"""What a search finds: entities by their names, sentences by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from ...errors import QueryError, StoreError
from ...network import KINDS
from ...query import PREFIXES
from ...query.rows import Value
from ...store import find
from ...view import addresses, display
from ..working import Desk
from .paths import path

#: The most of each that are shown.
MOST = 30
_ENTITIES = """SELECT ?entity ?label ?name ?kind ?part WHERE {
  ?entity skos:prefLabel|skos:altLabel ?name FILTER(CONTAINS(LCASE(?name), ?part))
  ?entity skos:prefLabel ?label ; a ?kind
  FILTER(?kind IN (kg:Person, kg:Organisation, kg:Place, kg:Thing))
} ORDER BY ?entity ?label ?name"""
_SENTENCES = """SELECT ?sentence ?begins ?article ?headline ?identifier ?date ?part WHERE {
  ?passage a kg:Sentence ; nif:anchorOf ?sentence FILTER(CONTAINS(LCASE(?sentence), ?part))
  ?passage nif:referenceContext ?article ; nif:beginIndex ?begins
  OPTIONAL { ?article schema:headline ?headline } OPTIONAL { ?article dct:identifier ?identifier }
  OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY DESC(?date) ?article ?begins LIMIT 30"""
_BY_ID = "SELECT ?article ?id WHERE { ?article dct:identifier ?id ; a schema:NewsArticle }"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity that bears the words in one of its names."""

    name: str
    path: str
    kind: str
    also: str
    """The other name by which it was found; empty if it was the one shown."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that has the words."""

    words: tuple[str, str, str]
    """Before what was looked for, that, and after it."""
    article: str
    path: str
    date: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that a search finds, the best first."""

    entities: tuple[Entity, ...]
    sentences: tuple[Sentence, ...]


def searched(desk: Desk, words: str) -> Found:
    """The entities and sentences that words find, in any case."""
    return Found(tuple(_entities(desk, words)), tuple(_sentences(desk, words)))


def _entities(desk: Desk, words: str) -> list[Entity]:
    part = words.lower()
    names: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for row in desk.store.select(_ENTITIES, part=ox.Literal(part)).dicts():
        entity = str(row["entity"])
        labels.setdefault(entity, str(row["label"]))
        names[entity].add(str(row["name"]))
        kinds[entity] = str(row["kind"]).removeprefix(PREFIXES["kg"])

    def rank(entity: str) -> tuple[bool, int, int, str, str]:
        nearest = min(
            0 if part == n.lower() else 1 if n.lower().startswith(part) else 2 for n in names[entity]
        )
        is_thing = kinds[entity] == KINDS[-1]
        return is_thing, nearest, KINDS.index(kinds[entity]), labels[entity], entity

    return [
        Entity(
            display.shown(labels[entity]),
            path(entity, desk.base),
            kinds[entity],
            "" if labels[entity] in names[entity] else display.shown(min(names[entity])),
        )
        for entity in sorted(names, key=rank)[:MOST]
    ]


def _sentences(desk: Desk, words: str) -> list[Sentence]:
    if desk.is_archive:
        return _indexed(desk, words)
    return [
        Sentence(
            _split(str(row["sentence"]), words),
            display.shown(row["headline"] or row["identifier"]),
            _place(desk, str(row["article"]), row),
            str(row["date"] or ""),
        )
        for row in desk.store.select(_SENTENCES, part=ox.Literal(words.lower())).dicts()
    ]


def _indexed(desk: Desk, words: str) -> list[Sentence]:
    """Sentences by the index that an archive keeps of its words."""
    try:
        rows = find(desk.graph, [words], limit=MOST).dicts()
    except (QueryError, StoreError):  # no word in it, or an index that is being made
        return []
    articles = {
        id: next((str(row["article"]) for row in desk.store.select(_BY_ID, id=ox.Literal(id)).dicts()), "")
        for id in {str(row["article_id"]) for row in rows}
    }
    return [
        Sentence(
            _split(str(row["sentence"]), words),
            display.shown(row["article"] or row["article_id"]),
            _place(desk, articles[str(row["article_id"])], row),
            str(row["date"] or ""),
        )
        for row in rows
    ]


def _place(desk: Desk, article: str, row: Mapping[str, Value]) -> str:
    """The address of a sentence within its article."""
    begins = int(str(row["begins"]))
    return addresses.sentence(path(article, desk.base), begins, begins + len(str(row["sentence"])))


def _split(sentence: str, words: str) -> tuple[str, str, str]:
    lower = sentence.lower()
    start = lower.find(words.lower()) if len(lower) == len(sentence) else -1
    if start < 0:
        return sentence, "", ""
    return sentence[:start], sentence[start : start + len(words)], sentence[start + len(words) :]

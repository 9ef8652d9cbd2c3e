"""Statements as people read them: who did what, says who, and the sentence with its trigger marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from ...query import PREFIXES, Graph
from ...view import addresses, display
from .facts import Facts
from .paths import path

_OF_ARTICLE = """SELECT DISTINCT ?statement ?article WHERE {
  ?passage nif:referenceContext ?article . ?statement kg:evidence ?passage ; kg:action ?action
}"""
# How an entity is in a statement, as plain patterns: with a union pyoxigraph would try every statement.
_OF_ENTITY = (
    *(f"?statement {property} ?entity ." for property in ("rdf:subject", "rdf:object", "kg:attributedTo")),
    "?event ?role ?entity ; a sem:Event . ?statement kg:event ?event .",
)
_PLACES = """SELECT DISTINCT ?statement ?article ?begins ?entity WHERE {
  @PATTERN ?statement kg:evidence ?passage . ?passage nif:referenceContext ?article ; nif:beginIndex ?begins
} ORDER BY ?statement ?article ?begins"""
#: Modality -> how it stands in a line.
_STANDINGS = {"Actual": "", "Planned": "planned", "Possible": "possible", "Obliged": "has to be"}


@dataclass(frozen=True, slots=True)
class Party:
    """An entity in a line: its name and the address of its page, if it has one."""

    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement."""

    iri: str
    subject: Party
    did: str
    object: Party
    standing: str
    """planned, possible, has to be, not, where `did` does not say it; and how far it is so."""
    speakers: tuple[Party, ...]
    """Who says so; none where the article itself does, or nobody is named."""
    is_claim: bool
    """Whether somebody other than the article says so."""
    sentence: tuple[str, str, str]
    """Before the trigger, the trigger, after it."""
    begins: int
    """Where the sentence begins in the article."""
    article: Party
    """Leads to the sentence within it."""
    date: str


def of_article(graph: Graph, article: str, base: str) -> list[Line]:
    """The statements of an article, in reading order."""
    rows = graph.select(_OF_ARTICLE, article=ox.NamedNode(article))
    facts = Facts(graph)
    found = (
        _line(facts, statement.value, base) for statement, _ in rows if isinstance(statement, ox.NamedNode)
    )
    return sorted(found, key=lambda line: (line.begins, line.iri))


def names_of_entity(graph: Graph, entity: str) -> list[str]:
    """The IRIs of the statements that an entity takes part in or makes, those of the newest articles first.

    Within an article they are in reading order. `lines` tells them, a page at a time.
    """
    found: dict[str, tuple[str, int]] = {}
    for pattern in _OF_ENTITY:
        rows = graph.select(_PLACES.replace("@PATTERN", pattern), entity=ox.NamedNode(entity)).dicts()
        for row in rows:
            found.setdefault(str(row["statement"]), (str(row["article"]), int(str(row["begins"]))))
    facts = Facts(graph)
    days = {article: facts.one(article, "schema:datePublished") for article in {a for a, _ in found.values()}}
    ordered = sorted(found, key=lambda node: (*found[node], node))
    return sorted(ordered, key=lambda node: days[found[node][0]], reverse=True)


def lines(graph: Graph, found: Sequence[str], base: str) -> list[Line]:
    """Statements as people read them, by their IRIs."""
    facts = Facts(graph)
    return [_line(facts, node, base) for node in found]


def by_speaker(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Lines under the names of who says so; first what articles tell themselves."""

    def name(line: Line) -> tuple[bool, str]:
        return line.is_claim, " and ".join(party.name for party in line.speakers)

    ordered = sorted(lines, key=name)
    return [
        (said_by or ("somebody not named" if is_claim else ""), list(group))
        for (is_claim, said_by), group in groupby(ordered, key=name)
    ]


def _line(facts: Facts, statement: str, base: str) -> Line:
    passage = facts.node(statement, "kg:evidence")
    article = facts.node(passage, "nif:referenceContext")
    predicate = facts.node(statement, "rdf:predicate")
    did, speakers = facts.one(predicate, "rdfs:label"), facts.all(statement, "kg:attributedTo")
    begins, sentence = _marked(facts, statement, passage)
    title = facts.one(article, "schema:headline") or facts.one(article, "dct:identifier")
    is_told = bool(speakers or facts.one(statement, "kg:quote"))
    return Line(
        iri=statement,
        subject=_party(facts, facts.node(statement, "rdf:subject"), base),
        did=display.shown(did or sentence[1]) or display.phrase(_local(facts.one(statement, "kg:action"))),
        object=_object(facts, statement, base),
        standing=_standing(facts, statement, did),
        speakers=tuple(_party(facts, speaker, base) for speaker in speakers),
        is_claim=is_told and not facts.one(predicate, "kg:ownWord"),
        sentence=sentence,
        begins=begins,
        article=Party(
            display.shown(title) or "An article without a title",
            addresses.sentence(path(article, base), begins, begins + sum(map(len, sentence))),
        ),
        date=facts.one(article, "schema:datePublished"),
    )


def _party(facts: Facts, entity: str, base: str) -> Party:
    name = display.shown(facts.one(entity, "skos:prefLabel"))
    return Party(name, path(entity, base) if name else "")


def _object(facts: Facts, statement: str, base: str) -> Party:
    """What a statement is about besides its subject: an entity, or the words for it."""
    if entity := facts.node(statement, "rdf:object"):
        return _party(facts, entity, base)
    return Party(display.shown(facts.one(statement, "rdf:object") or facts.one(statement, "kg:objectText")))


def _standing(facts: Facts, statement: str, did: str) -> str:
    how_far = display.shown(facts.one(facts.node(statement, "kg:degree"), "rdfs:label"))
    if did:
        return how_far
    words = [how_far, _STANDINGS.get(_local(facts.one(statement, "kg:modality")), "")]
    if _local(facts.one(statement, "kg:polarity")) == "Negative":
        words.insert(1, "not")
    return " ".join(filter(None, words))


def _marked(facts: Facts, statement: str, passage: str) -> tuple[int, tuple[str, str, str]]:
    """Where a sentence begins, and its words before the trigger, as the trigger and after it."""
    sentence, begins = facts.one(passage, "nif:anchorOf"), int(facts.one(passage, "nif:beginIndex") or 0)
    trigger = facts.node(statement, "kg:trigger")
    start = int(facts.one(trigger, "nif:beginIndex") or 0) - begins
    end = int(facts.one(trigger, "nif:endIndex") or 0) - begins
    if not 0 <= start < end <= len(sentence):
        return begins, (sentence, "", "")
    return begins, (sentence[:start], sentence[start:end], sentence[end:])


def _local(iri: str) -> str:
    return iri.removeprefix(PREFIXES["kg"])

"""Statements as people read them: who did what, says who, and the sentence with its trigger marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from ...query import PREFIXES, Graph
from ...query.rows import Value
from ...view import display
from .paths import path

# Where statements come from stands first: {where} binds ?statement.
_STATEMENTS = """
SELECT ?statement ?subject ?who ?did ?own ?action ?object ?what ?words ?modality ?polarity ?speaker ?teller
       ?quoted ?sentence ?begins ?trigger_begins ?trigger_ends ?article ?headline ?identifier ?date ?bound
WHERE {
  {where}
  ?statement kg:action ?action ; kg:modality ?modality ; kg:polarity ?polarity ; kg:evidence ?passage .
  ?passage nif:anchorOf ?sentence ; nif:beginIndex ?begins ; nif:referenceContext ?article .
  OPTIONAL { ?statement rdf:subject ?subject . ?subject skos:prefLabel ?who }
  OPTIONAL { ?statement rdf:predicate ?predicate . ?predicate rdfs:label ?did
             OPTIONAL { ?predicate kg:ownWord ?own } }
  OPTIONAL { ?statement rdf:object ?object . ?object skos:prefLabel ?what }
  OPTIONAL { ?statement kg:objectText ?words }
  OPTIONAL { ?statement kg:attributedTo ?speaker . ?speaker skos:prefLabel ?teller }
  OPTIONAL { ?statement kg:quote ?quoted }
  OPTIONAL { ?statement kg:trigger ?trigger .
             ?trigger nif:beginIndex ?trigger_begins ; nif:endIndex ?trigger_ends }
  OPTIONAL { ?article schema:headline ?headline }
  OPTIONAL { ?article dct:identifier ?identifier }
  OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY ?statement ?teller ?identifier ?headline ?trigger_begins
"""
_OF_ARTICLE = "?place nif:referenceContext ?bound . ?statement kg:evidence ?place ; a kg:Statement ."
_OF_ENTITY = """{ SELECT DISTINCT ?statement ?bound WHERE {
    { ?statement rdf:subject ?bound } UNION { ?statement rdf:object ?bound }
    UNION { ?statement kg:attributedTo ?bound }
    UNION { ?event ?role ?bound . ?statement kg:event ?event }
    ?statement a kg:Statement } }"""
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
    """planned, possible, has to be, not; empty for what is told as done, and where `did` says it."""
    speakers: tuple[Party, ...]
    """Who says so; none where the article itself does, or nobody is named."""
    is_claim: bool
    """Whether somebody other than the article says so."""
    sentence: tuple[str, str, str]
    """Before the trigger, the trigger, after it."""
    begins: int
    """Where the sentence begins in the article."""
    article: Party
    date: str


def of_article(graph: Graph, article: str, base: str) -> list[Line]:
    """The statements of an article, in reading order."""
    found = _lines(graph, _OF_ARTICLE, article, base)
    return sorted(found, key=lambda line: (line.begins, line.iri))


def of_entity(graph: Graph, entity: str, base: str) -> list[Line]:
    """The statements that an entity takes part in or makes: the newest articles first."""
    found = sorted(_lines(graph, _OF_ENTITY, entity, base), key=lambda line: (line.begins, line.iri))
    return sorted(found, key=lambda line: line.date, reverse=True)


def by_speaker(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Lines under the names of who says so; first what articles tell themselves."""

    def name(line: Line) -> tuple[bool, str]:
        return line.is_claim, " and ".join(party.name for party in line.speakers)

    ordered = sorted(lines, key=name)
    return [
        (said_by or ("somebody not named" if is_claim else ""), list(group))
        for (is_claim, said_by), group in groupby(ordered, key=name)
    ]


def _lines(graph: Graph, where: str, bound: str, base: str) -> Iterable[Line]:
    rows = graph.select(_STATEMENTS.replace("{where}", where), bound=ox.NamedNode(bound)).dicts()
    for _, group in groupby(rows, key=lambda row: row["statement"]):
        yield _line(list(group), base)


def _line(rows: list[dict[str, Value]], base: str) -> Line:
    """A statement from its rows: there are several where several speakers say so."""
    first = rows[0]
    speakers = {str(row["speaker"]): _text(row["teller"]) for row in rows if row["speaker"]}
    begins = int(_text(first["begins"]))
    title = (
        display.shown(_text(first["headline"]) or _text(first["identifier"])) or "An article without a title"
    )
    sentence = _marked(first, begins)
    return Line(
        iri=_text(first["statement"]),
        subject=_party(first, "subject", "who", base),
        did=display.shown(_text(first["did"]) or sentence[1]) or display.phrase(_local(first["action"])),
        object=_party(first, "object", "what", base, _text(first["words"])),
        standing="" if first["did"] else _standing(first),
        speakers=tuple(Party(display.shown(name), path(iri, base)) for iri, name in speakers.items()),
        is_claim=bool(first["quoted"] or speakers) and not first["own"],
        sentence=sentence,
        begins=begins,
        article=Party(title, path(_text(first["article"]), base)),
        date=_text(first["date"]),
    )


def _party(row: Mapping[str, Value], iri: str, name: str, base: str, words: str = "") -> Party:
    label = display.shown(_text(row[name])) or display.shown(words)
    return Party(label, path(_text(row[iri]), base) if label else "")


def _standing(row: Mapping[str, Value]) -> str:
    words = [_STANDINGS.get(_local(row["modality"]), "")]
    if _local(row["polarity"]) == "Negative":
        words.insert(0, "not")
    return " ".join(filter(None, words))


def _marked(row: Mapping[str, Value], begins: int) -> tuple[str, str, str]:
    sentence = _text(row["sentence"])
    if row["trigger_begins"] is None:
        return sentence, "", ""
    start, end = int(_text(row["trigger_begins"])) - begins, int(_text(row["trigger_ends"])) - begins
    if not 0 <= start < end <= len(sentence):
        return sentence, "", ""
    return sentence[:start], sentence[start:end], sentence[end:]


def _local(iri: Value) -> str:
    return _text(iri).removeprefix(PREFIXES["kg"])


def _text(value: Value) -> str:
    return "" if value is None else str(value)

"""One entity: what it is called, what it is, whom it is linked to, what is said of it; or the same as RDF."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox

from ...query import PREFIXES
from ...query.prefixes import shortened
from ...query.rows import Value
from ...view import display
from .. import formats
from ..accept import best
from ..reply import Refused, Reply
from ..sparql import LIMITED, limited
from ..working import Desk, Given
from . import statements
from .facts import Facts
from .html import rendered
from .paging import paging
from .paths import iri, path

_DETAILS = """SELECT ?property ?value ?entity WHERE {
  ?entity ?property ?value
  FILTER(?property IN (rdf:type, skos:prefLabel, skos:altLabel, skos:exactMatch))
} ORDER BY ?property ?value"""
_ROLES = """SELECT DISTINCT ?role ?body ?name ?standing ?entity WHERE {
  ?held a kg:RoleAttestation ; org:member ?entity ; kg:roleLabel ?role .
  OPTIONAL { ?held org:organization ?body . ?body skos:prefLabel ?name }
  OPTIONAL { ?held kg:standing ?standing }
} ORDER BY ?role ?name"""
# Edges are joined with their names here and not in SPARQL: pyoxigraph would begin with all that is declared.
_PREDICATES = """SELECT ?predicate ?label ?own ?modality ?polarity WHERE {
  ?predicate kg:modality ?modality ; kg:polarity ?polarity ; rdfs:label ?label
  OPTIONAL { ?predicate kg:ownWord ?own }
}"""
_OUT = "SELECT DISTINCT ?predicate ?other ?entity WHERE { ?entity ?predicate ?other FILTER(isIRI(?other)) }"
_IN = "SELECT DISTINCT ?predicate ?other ?entity WHERE { ?other ?predicate ?entity }"
_ABOUT = (
    "SELECT DISTINCT ?property ?value ?entity WHERE { ?entity ?property ?value } ORDER BY ?property ?value"
)
_TO = "SELECT DISTINCT ?node ?property ?entity WHERE { ?node ?property ?entity } ORDER BY ?node ?property"
_ARTICLES = """SELECT ?article ?headline ?identifier ?date (COUNT(DISTINCT ?mention) AS ?mentions) ?entity
WHERE {
  ?mention kg:refersTo ?entity ; nif:referenceContext ?article .
  OPTIONAL { ?article schema:headline ?headline } OPTIONAL { ?article dct:identifier ?identifier }
  OPTIONAL { ?article schema:datePublished ?date }
} GROUP BY ?article ?headline ?identifier ?date ?entity ORDER BY DESC(?date) ?identifier"""
#: Statements, links in either direction, and articles that one page shows.
STATEMENTS, LINKS, ARTICLES = 100, 100, 50
_STANDINGS = {"TakenUp": "taken up", "HeldBefore": "held before", "ToBeHeld": "to be held"}


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the network, from this entity or to it."""

    label: str
    tier: str
    """Narrated, own word, planned, possible, obliged or negative."""
    other: str
    path: str


def page(desk: Desk, given: Given) -> Reply:
    """The page of the entity ``key``, or of the one whose IRI is ``iri``; RDF if ``accept`` likes it better.

    ``page`` numbers the pages of its statements.

    Raises:
        Refused: there is no such entity, or no format is welcome.
    """
    name = str(given.get("iri") or iri("entity", str(given.get("key", "")), desk.base))
    kind = best(given.get("accept"), ("text/html", *formats.TRIPLES))
    if kind is None:
        raise Refused(406, f"This is written as one of: text/html, {', '.join(formats.TRIPLES)}.")
    try:
        entity = ox.NamedNode(name)
    except ValueError as problem:
        raise Refused(404, "Nothing in this graph has that name.") from problem
    details = desk.store.select(_DETAILS, entity=entity).dicts()
    if not details:
        raise Refused(404, "Nothing in this graph has that name.")
    if kind != "text/html":
        return _as_rdf(desk, entity, kind)
    found = statements.names_of_entity(desk.store, entity.value)
    shown = paging(given, STATEMENTS, len(found), iri=str(given.get("iri") or ""))
    lines = statements.lines(desk.store, shown.of(found), desk.base)
    articles = _articles(desk, entity)
    labels = _values(details, "skos:prefLabel")
    predicates = {str(row["predicate"]): row for row in desk.store.select(_PREDICATES).dicts()}
    classes = [display.phrase(cls.removeprefix(PREFIXES["kg"])) for cls in _values(details, "rdf:type")]
    return rendered(
        "entity.html",
        title=display.shown(labels[0]) if labels else shortened(entity.value),
        iri=entity.value,
        iri_parameter="&iri=" + quote(entity.value, safe="") if given.get("iri") else "",
        classes=classes,
        aliases=sorted({display.shown(alias) for alias in _values(details, "skos:altLabel")}),
        same_as=_values(details, "skos:exactMatch"),
        roles=_roles(desk, entity),
        out=_edges(desk, _OUT, entity, predicates),
        into=_edges(desk, _IN, entity, predicates),
        groups=statements.by_speaker(lines),
        paging=shown,
        articles=articles[:ARTICLES],
        more_articles=len(articles[ARTICLES:]),
    )


def _as_rdf(desk: Desk, entity: ox.NamedNode, kind: str) -> Reply:
    found = [ox.Triple(entity, ends[0], ends[1]) for ends in desk.store.select(_ABOUT, entity=entity)]  # type: ignore[arg-type]
    found += [ox.Triple(ends[0], ends[1], entity) for ends in desk.store.select(_TO, entity=entity)]  # type: ignore[arg-type]
    triples, more = limited(found, desk.bounds.rows)
    headers = {"Vary": "Accept", **({LIMITED: str(desk.bounds.rows)} if more else {})}
    return Reply(formats.triples(triples, kind), formats.with_charset(kind), headers=headers)


def _values(details: list[dict[str, Value]], property: str) -> list[str]:
    prefix, _, local = property.partition(":")
    return [str(row["value"]) for row in details if row["property"] == PREFIXES[prefix] + local]


def _roles(desk: Desk, entity: ox.NamedNode) -> list[tuple[str, statements.Party, str]]:
    """What is held, where, and how it stands."""
    return [
        (
            display.shown(row["role"]),
            statements.Party(display.shown(row["name"]), path(str(row["body"] or ""), desk.base)),
            _STANDINGS.get(str(row["standing"] or "").removeprefix(PREFIXES["kg"]), ""),
        )
        for row in desk.store.select(_ROLES, entity=entity).dicts()
    ]


def _edges(
    desk: Desk, query: str, entity: ox.NamedNode, predicates: dict[str, dict[str, Value]]
) -> tuple[list[Edge], int]:
    """The first edges in one direction, and how many more there are."""
    declared = sorted(
        (str(predicates[predicate.value]["label"]), predicate.value, other.value)
        for predicate, other, _ in desk.store.select(query, entity=entity)
        if isinstance(predicate, ox.NamedNode) and isinstance(other, ox.NamedNode)
        if predicate.value in predicates
    )
    facts = Facts(desk.store)
    found = [
        Edge(display.shown(label), _tier(predicates[predicate]), display.shown(name), path(other, desk.base))
        for label, predicate, other in declared[:LINKS]
        if (name := facts.one(other, "skos:prefLabel"))
    ]
    return sorted(found, key=lambda edge: (edge.label, edge.other, edge.path)), len(declared[LINKS:])


def _tier(row: dict[str, Value]) -> str:
    modality = str(row["modality"]).removeprefix(PREFIXES["kg"])
    if str(row["polarity"]).endswith("Negative"):
        return "negative"
    if modality != "Actual":
        return modality.lower()
    return "own word" if row["own"] else "narrated"


def _articles(desk: Desk, entity: ox.NamedNode) -> list[tuple[str, str, str, int]]:
    """Title, address, day and number of mentions of each article that mentions an entity."""
    return [
        (
            display.shown(row["headline"] or row["identifier"]) or "An article without a title",
            path(str(row["article"]), desk.base),
            str(row["date"] or ""),
            int(str(row["mentions"])),
        )
        for row in desk.store.select(_ARTICLES, entity=entity).dicts()
        if row["article"]
    ]

"""Who is who in a graph: the entities that a name may mean, and why each mention was joined to its entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

import pyoxigraph as ox

from .errors import QueryError
from .query import PREFIXES, RENDERERS, Graph, Rows, asked, bindings
from .query.prefixes import shortened
from .query.render import table, visible

_QUESTION = "who_is_who"
_DETAILS = """SELECT ?property ?value ?entity WHERE {
  ?entity ?property ?value FILTER(?property IN (rdf:type, skos:altLabel, skos:exactMatch))
} ORDER BY ?property ?value"""
_ROLES = """SELECT DISTINCT ?role ?body ?standing ?teller ?entity WHERE {
  ?held a kg:RoleAttestation ; org:member ?entity ; kg:roleLabel ?role .
  OPTIONAL { ?held org:organization/skos:prefLabel ?body }
  OPTIONAL { ?held kg:standing ?standing }
  OPTIONAL { ?held kg:quote ?quote OPTIONAL { ?held kg:attributedTo/skos:prefLabel ?named }
    BIND(COALESCE(?named, "somebody not named") AS ?teller) }
} ORDER BY ?role ?body ?standing ?teller"""
_LABELS = """SELECT DISTINCT ?label ?thing WHERE {
  ?mention kg:refersTo ?entity . ?entity skos:prefLabel|skos:altLabel ?label
  BIND(EXISTS { ?entity a kg:Thing } AS ?thing)
} ORDER BY ?thing ?label"""
#: In which order the entities of one name are shown: who can act first, what is only spoken of last.
_FIRST = ("Person", "Organisation", "Place", "Thing")
#: How a role stands, in words; one that is held needs none.
_STANDINGS = {"TakenUp": "taken up", "HeldBefore": "held before", "ToBeHeld": "to be held"}
#: What a table leaves out: the id of an article tells more, and decisions are written with it.
_HEADLINE = frozenset(("article",))
#: How alike a name must be to be suggested, from 0 to 1.
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Identified:
    """An entity of a graph with its mentions."""

    iri: ox.NamedNode
    label: str
    classes: tuple[str, ...]
    """IRIs, like those of `same_as`, in the order of the alphabet."""
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    roles: tuple[str, ...]
    """The roles that are told of them, in words: "mayor, in Oxley Council (held before)"."""
    mentions: Rows
    """In reading order, article by article: words, rule, article_id, begins, ends, sentence, article."""


def identified(graph: Graph, name: str) -> list[Identified]:
    """The entities that bear a name, or are described by it: people, bodies, places, things, each by label.

    Args:
        graph: where to look.
        name: whole words of a name or description, in any case; or an IRI.

    Raises:
        QueryError: nothing in the graph is called so; the message has the names most like it.
    """
    if not any(character.isalnum() for character in name):
        raise QueryError(f"{name!r} is no name. Give a word of the name that you look for.")
    question = asked(_QUESTION)
    found = graph.select(question.text, **bindings(question, {"name": name}))
    rows = found.without(frozenset(question.parameters))
    if not rows:
        raise QueryError(f"Nothing in this graph is called {name!r}.{_suggestion(graph, name)}")
    place = rows.variables.index("entity")
    described = [
        _described(graph, iri, Rows(rows.variables, tuple(of_one)))
        for iri, of_one in groupby(rows, key=lambda row: row[place])
        if isinstance(iri, ox.NamedNode)
    ]
    return sorted(described, key=_rank)


def _rank(one: Identified) -> int:
    kinds = {iri.removeprefix(PREFIXES["kg"]) for iri in one.classes}
    return next((number for number, kind in enumerate(_FIRST) if kind in kinds), len(_FIRST))


def _described(graph: Graph, iri: ox.NamedNode, rows: Rows) -> Identified:
    details: dict[str, list[str]] = defaultdict(list)
    for row in graph.select(_DETAILS, entity=iri).dicts():
        details[str(row["property"])].append(str(row["value"]))
    return Identified(
        iri=iri,
        label=str(rows.dicts()[0]["who"]),
        classes=tuple(details[PREFIXES["rdf"] + "type"]),
        aliases=tuple(details[PREFIXES["skos"] + "altLabel"]),
        same_as=tuple(details[PREFIXES["skos"] + "exactMatch"]),
        roles=tuple(_role(row) for row in graph.select(_ROLES, entity=iri).dicts()),
        mentions=rows.without(frozenset(("who", "entity"))),
    )


def _role(row: Mapping[str, object]) -> str:
    """A role in words, with its body, how it stands, and who says so."""
    standing = _STANDINGS.get(str(row["standing"] or "").removeprefix(PREFIXES["kg"]))
    said = f"says {row['teller']}" if row["teller"] else None
    body = str(row["body"] or "")
    where = f", in {body}" if body and body not in str(row["role"]) else ""
    notes = ", ".join(filter(None, (standing, said)))
    return f"{row['role']}{where}{f' ({notes})' if notes else ''}"


def _suggestion(graph: Graph, name: str) -> str:
    """The names most like one that is not there, as wholes or by one of their words."""
    names: dict[str, str] = {}
    shown: set[str] = set()
    for row in graph.select(_LABELS).dicts():
        label = str(row["label"])
        if not row["thing"]:
            shown.add(visible(label))
        for words in (label, *label.split()):
            names.setdefault(words.lower(), label)
    near = get_close_matches(name.lower(), names, n=9, cutoff=_ALIKE)
    found = list(dict.fromkeys(visible(names[words]) for words in near))
    actors = [label for label in found if label in shown]
    found = (actors or found)[:3]
    return f" Most like it: {', '.join(found)}." if found else ""


def as_rows(found: Sequence[Identified]) -> Rows:
    """One row per mention with all that is known of its entity; several values stand in one cell."""
    first = ("who", "entity", "classes", "also_called", "same_as", "roles")
    return Rows(
        (*first, *found[0].mentions.variables) if found else first,
        tuple(
            (
                ox.Literal(one.label),
                one.iri,
                *(
                    ox.Literal("; ".join(cell))
                    for cell in (_short(one.classes), one.aliases, _short(one.same_as), one.roles)
                ),
                *mention,
            )
            for one in found
            for mention in one.mentions
        ),
    )


def rendered(found: Sequence[Identified], format: str = "table") -> str:
    """The entities as text: as a table a paragraph and a table for each, else as one answer.

    Raises:
        QueryError: there is no such format.
    """
    if format not in RENDERERS:
        raise QueryError(f"There is no format {format!r}. Known: {', '.join(RENDERERS)}.")
    if format != "table":
        return RENDERERS[format](as_rows(found))
    return "\n\n".join(f"{_heading(one)}\n\n{table(one.mentions.without(_HEADLINE))}" for one in found)


def _heading(one: Identified) -> str:
    lines = [f"{one.label} ({shortened(one.iri.value)})", ", ".join(_short(one.classes))]
    if one.aliases:
        lines.append(f"also called: {', '.join(one.aliases)}")
    if one.same_as:
        lines.append(f"same as: {', '.join(_short(one.same_as))}")
    if one.roles:
        lines.append(f"roles: {'; '.join(one.roles)}")
    articles = len({row["article_id"] for row in one.mentions.dicts()})
    lines.append(f"{_counted(len(one.mentions), 'mention')} in {_counted(articles, 'article')}")
    first, *others = map(visible, lines)
    return "\n  ".join([first, *others])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _short(iris: Sequence[str]) -> list[str]:
    return [shortened(iri) for iri in iris]

"""Who and what a graph knows: names, classes, the roles they held, and whom a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from ..errors import QueryError
from ..query import PREFIXES, Graph
from .articles import About, Articles
from .asking import rows
from .terms import local

#: Kinds of entity, as the graph states them beside the specific classes.
KINDS = ("Person", "Organisation", "Place", "Thing")

_ENTITIES = """
SELECT ?entity ?label ?class WHERE {
  ?entity skos:prefLabel ?label ; a ?class .
  VALUES ?kind { kg:Person kg:Organisation kg:Place kg:Thing }
  ?entity a ?kind .
} ORDER BY ?entity ?label ?class
"""

_ALIASES = "SELECT ?entity ?alias WHERE { ?entity skos:altLabel ?alias }"

_NAMES = "SELECT ?entity ?name WHERE { ?entity skos:prefLabel|skos:altLabel ?name }"

_ROLES = """
SELECT DISTINCT ?role ?member WHERE { ?role org:member ?member ; a kg:RoleAttestation ; kg:roleLabel ?label }
"""

# Not one query with many OPTIONALs: each of them would be answered for the whole graph.
_OF_ROLES = """
SELECT DISTINCT ?role ?name ?value WHERE {
  { ?role kg:roleLabel ?value BIND("label" AS ?name) }
  UNION { ?role org:organization/skos:prefLabel ?value BIND("body" AS ?name) }
  UNION { ?role kg:standing ?value BIND("standing" AS ?name) }
  UNION { ?role schema:startDate ?value BIND("start" AS ?name) }
  UNION { ?role schema:endDate ?value BIND("end" AS ?name) }
  UNION { ?role kg:attributedTo/skos:prefLabel ?value BIND("speaker" AS ?name) }
  UNION { ?role kg:evidence/nif:anchorOf ?value BIND("sentence" AS ?name) }
  UNION { ?role kg:attestedIn ?value BIND("article" AS ?name) }
}
"""
_IN_ORDER = ("label", "body", "standing", "start", "end", "article")


class RoleHeld(About):
    """A role that an article says somebody holds or held; empty where the article does not tell."""

    label: str
    body: str
    """The name of the body it is held in."""
    standing: str
    """Held, TakenUp, HeldBefore or ToBeHeld."""
    start: str
    end: str
    speaker: str
    """Empty where the article itself says so."""
    sentence: str


def entities(graph: Graph, only: Collection[str] | None = None) -> dict[str, dict[str, object]]:
    """IRI -> label, kind, classes and aliases of every entity that has a name, or of some."""
    labels: dict[str, str] = {}
    classes: dict[str, set[str]] = defaultdict(set)
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in rows(graph, _ENTITIES, "entity", only):
        entity = str(row["entity"])
        labels.setdefault(entity, str(row["label"]))
        aliases[entity].add(str(row["label"]))
        classes[entity].add(local(row["class"]))
    for row in rows(graph, _ALIASES, "entity", only):
        aliases[str(row["entity"])].add(str(row["alias"]))
    return {
        entity: {
            "label": label,
            "kind": next(kind for kind in KINDS if kind in classes[entity]),
            "classes": sorted(classes[entity], key=lambda name: (name not in KINDS, name)),
            "aliases": sorted(aliases[entity] - {label}),
        }
        for entity, label in labels.items()
    }


def roles(graph: Graph, only: Collection[str] | None = None) -> dict[str, list[RoleHeld]]:
    """Entity -> the roles that articles say it holds or held; of all entities, or of some."""
    members = {str(row["role"]): str(row["member"]) for row in rows(graph, _ROLES, "member", only)}
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(graph, _OF_ROLES, "role", None if only is None else members):
        role, name, given = str(row["role"]), str(row["name"]), str(row["value"])
        told[role][name] = min(given, told[role].get(name, given))
    articles = Articles(graph, None if only is None else {own.get("article", "") for own in told.values()})
    found: dict[str, list[RoleHeld]] = defaultdict(list)
    for role in sorted(members, key=lambda role: (*(told[role].get(name, "") for name in _IN_ORDER), role)):
        own = told[role]
        found[members[role]].append(
            {
                **articles.of(own.get("article", "")),
                "label": own.get("label", ""),
                "body": own.get("body", ""),
                "standing": local(own.get("standing")),
                "start": own.get("start", ""),
                "end": own.get("end", ""),
                "speaker": own.get("speaker", ""),
                "sentence": own.get("sentence", ""),
            }
        )
    return found


def unknown(entity: str) -> dict[str, object]:
    """What is said of an entity without a name."""
    return {"label": local(entity), "kind": "Thing", "classes": [], "aliases": []}


def named(graph: Graph, about: str) -> list[str]:
    """The entities that an IRI, a label or an alias means; several where several bear the name.

    Raises QueryError where nothing is called so.
    """
    wanted = " ".join(about.split())
    prefix, colon, last = wanted.partition(":")
    iri = PREFIXES[prefix] + last if colon and prefix in PREFIXES else wanted
    if entities(graph, [iri]):
        return [iri]
    names = [(str(row["entity"]), str(row["name"])) for row in rows(graph, _NAMES)]
    same = entities(graph, {entity for entity, name in names if name.casefold() == wanted.casefold()})
    if same:
        return sorted(same)
    nothing = "Give the name, alias or IRI of something in it."
    hint = suggestion(wanted, {name for _, name in names}, nothing)
    raise QueryError(f"The graph names nothing {about!r}. {hint}")


def suggestion(wanted: str, names: Iterable[str], otherwise: str) -> str:
    """Near names, asked about; or what to do where none is near."""
    ordered = sorted(names)
    folded = {name.casefold(): name for name in reversed(ordered)}
    holding = [name for name in ordered if wanted and wanted.casefold() in name.casefold()]
    near = holding or [folded[name] for name in get_close_matches(wanted.casefold(), folded, n=5, cutoff=0.6)]
    if not near:
        return otherwise
    return "Did you mean " + " or ".join(repr(name) for name in near[:5]) + "?"

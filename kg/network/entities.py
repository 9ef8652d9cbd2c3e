"""Who and what a graph knows: names, classes, the roles they held, and whom a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from itertools import chain
from typing import TypedDict

from ..errors import QueryError
from ..query import PREFIXES, Graph
from .terms import local, text

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

_ROLES = """
SELECT DISTINCT ?role ?member ?label ?body ?standing ?begin ?end ?speaker ?sentence ?article WHERE {
  ?role a kg:RoleAttestation ; org:member ?member ; kg:roleLabel ?label .
  OPTIONAL { ?role org:organization/skos:prefLabel ?body }
  OPTIONAL { ?role kg:standing ?standing }
  OPTIONAL { ?role schema:startDate ?begin }
  OPTIONAL { ?role schema:endDate ?end }
  OPTIONAL { ?role kg:attributedTo/skos:prefLabel ?speaker }
  OPTIONAL { ?role kg:evidence/nif:anchorOf ?sentence }
  OPTIONAL { ?role kg:attestedIn ?article }
} ORDER BY ?member ?label ?body ?standing ?begin ?end ?article ?role ?speaker ?sentence
"""


class About(TypedDict):
    """An article, as far as it is known; empty where it is not."""

    article: str
    """The article's own identifier."""
    article_iri: str
    title: str
    date: str
    url: str


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


def entities(graph: Graph) -> dict[str, dict[str, object]]:
    """IRI -> label, kind, classes and aliases of every entity that has a name."""
    labels: dict[str, str] = {}
    classes: dict[str, set[str]] = defaultdict(set)
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in graph.select(_ENTITIES).dicts():
        entity = str(row["entity"])
        labels.setdefault(entity, str(row["label"]))
        aliases[entity].add(str(row["label"]))
        classes[entity].add(local(row["class"]))
    for row in graph.select(_ALIASES).dicts():
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


def roles(graph: Graph, article_data: Callable[[str], About]) -> dict[str, list[RoleHeld]]:
    """Entity -> the roles that articles say it holds or held."""
    found: dict[str, list[RoleHeld]] = defaultdict(list)
    seen: set[object] = set()
    for row in graph.select(_ROLES).dicts():
        if row["role"] in seen:
            continue
        seen.add(row["role"])
        found[str(row["member"])].append(
            {
                **article_data(text(row["article"])),
                "label": text(row["label"]),
                "body": text(row["body"]),
                "standing": local(row["standing"]),
                "start": text(row["begin"]),
                "end": text(row["end"]),
                "speaker": text(row["speaker"]),
                "sentence": text(row["sentence"]),
            }
        )
    return found


def unknown(entity: str) -> dict[str, object]:
    """What is said of an entity without a name."""
    return {"label": local(entity), "kind": "Thing", "classes": [], "aliases": []}


def named(about: str, known: dict[str, dict[str, object]]) -> list[str]:
    """The entities that an IRI, a label or an alias means; several where several bear the name."""
    wanted = " ".join(about.split())
    prefix, colon, last = wanted.partition(":")
    iri = PREFIXES[prefix] + last if colon and prefix in PREFIXES else wanted
    if iri in known:
        return [iri]
    names = {entity: [str(data["label"]), *_strings(data["aliases"])] for entity, data in known.items()}
    same = [entity for entity, own in names.items() if wanted.casefold() in (name.casefold() for name in own)]
    if same:
        return sorted(same)
    every = set(chain.from_iterable(names.values()))
    nothing = "Give the name, alias or IRI of something in it."
    raise QueryError(f"The graph names nothing {about!r}. {suggestion(wanted, every, nothing)}")


def suggestion(wanted: str, names: Iterable[str], otherwise: str) -> str:
    """Near names, asked about; or what to do where none is near."""
    ordered = sorted(names)
    folded = {name.casefold(): name for name in reversed(ordered)}
    holding = [name for name in ordered if wanted and wanted.casefold() in name.casefold()]
    near = holding or [folded[name] for name in get_close_matches(wanted.casefold(), folded, n=5, cutoff=0.6)]
    if not near:
        return otherwise
    return "Did you mean " + " or ".join(repr(name) for name in near[:5]) + "?"


def _strings(value: object) -> Iterable[str]:
    return [str(item) for item in value] if isinstance(value, list) else []

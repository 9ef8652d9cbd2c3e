"""Turtle -> Gazetteer: people, bodies, places, posts and word lists, as data/gazetteer has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from .. import resources
from ..errors import OntologyError
from ..inflection import plurals
from ..ontology import KG, read_turtle
from .problems import Report, refuse
from .values import Gazetteer, Known, Post, Tenure, Words

_ENT = "https://kg.example/entity/"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_ORG = "http://www.w3.org/ns/org#"


@cache
def load(folder: Path = resources.GAZETTEER) -> Gazetteer:
    """Read every Turtle file of `folder`.

    Raises:
        OntologyError: a file is not Turtle, or an entity has no label.
    """
    return read(sorted(folder.glob("*.ttl")), scopes=_scopes(folder))


def read(
    paths: Iterable[Path], *, scopes: Mapping[str, str] | None = None, report: Report = refuse
) -> Gazetteer:
    """Read Turtle files.

    Args:
        paths: the files.
        scopes: file name -> the public life that it is about; a file without one is a scope of its own.
        report: what is done about a file or a block that cannot be followed.

    Raises:
        OntologyError: a file is not Turtle, or an entity has no label or no class.
    """
    scopes = scopes or {}
    known: dict[str, Known] = {}
    posts: dict[str, Post] = {}
    tenures: list[Tenure] = []
    words: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    honorifics: dict[str, str | None] = {}
    for path in paths:
        try:
            about = _by_subject(read_turtle([path]))
        except OntologyError as error:
            report(error)
            continue
        for subject, values in sorted(about.items()):
            if subject.startswith(_ENT):
                key = subject.removeprefix(_ENT)
                try:
                    entry = _described(key, values, path, scopes.get(path.name, path.name))
                except OntologyError as error:
                    report(error)
                    continue
                if isinstance(entry, Post):
                    posts[key] = entry
                else:
                    known[key] = entry
                tenures.extend(_tenures(key, values, about))
            elif KG + "Scope" in values[_RDF_TYPE]:
                continue
            elif KG + "Honorific" in values[_RDF_TYPE]:
                gender = next(iter(values[_SCHEMA + "gender"]), None)
                honorifics |= dict.fromkeys(
                    (*values[_SKOS + "prefLabel"], *values[_SKOS + "altLabel"]), _local(gender)
                )
            elif subject.startswith(KG):
                for predicate, found in values.items():
                    words[predicate.removeprefix(KG)][subject.removeprefix(KG)].extend(found)
    return Gazetteer(
        known, posts, tuple(tenures), _words(words, honorifics), scopes.get("posts.ttl", "posts.ttl")
    )


def _words(lists: Mapping[str, Mapping[str, list[str]]], honorifics: Mapping[str, str | None]) -> Words:
    head_nouns = {
        form: cls
        for kind in ("headNoun", "maleNoun", "femaleNoun")
        for cls, nouns in lists[kind].items()
        for noun in nouns
        for form in (
            *plurals(noun.lower()),
            noun.removesuffix("man") + "men" if noun.endswith("man") else noun.lower(),
        )
    }
    genders = {
        word: gender
        for gender, kinds in (("Male", ("maleNoun", "maleName")), ("Female", ("femaleNoun", "femaleName")))
        for kind in kinds
        for found in lists[kind].values()
        for word in found
    }
    name_nouns = {noun: cls for cls, nouns in lists["nameNoun"].items() for noun in nouns}
    post_nominals = frozenset(word for found in lists["postNominal"].values() for word in found)
    return Words(head_nouns, name_nouns, genders, honorifics, post_nominals)


def _by_subject(graph: ox.Store) -> dict[str, defaultdict[str, list[str]]]:
    """Subject -> predicate -> sorted values; blank nodes keep their labels."""
    about: dict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in graph:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.Triple) and not isinstance(value, ox.Triple):
            about[subject.value][quad.predicate.value].append(value.value)
    for values in about.values():
        for found in values.values():
            found.sort()
    return about


def _local(iri: str | None) -> str | None:
    return iri and iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _locals(iris: list[str], namespace: str) -> tuple[str, ...]:
    return tuple(iri.removeprefix(namespace) for iri in iris if iri.startswith(namespace))


def _scopes(folder: Path) -> dict[str, str]:
    """Gazetteer file -> the public life that it is about, as scopes.ttl says."""
    about = _by_subject(read_turtle(folder.glob("scopes.ttl")))
    return {name: subject for subject, values in about.items() for name in values[KG + "scopeOf"]}


def _described(key: str, values: Mapping[str, list[str]], path: Path, scope: str) -> Known | Post:
    labels = values[_SKOS + "prefLabel"]
    if not labels:
        raise OntologyError(f"{path}: ent:{key} has no skos:prefLabel. Give it one.")
    names = (labels[0], *values[_SKOS + "altLabel"])
    classes = _locals(values[_RDF_TYPE], KG)
    if "Post" in classes:
        bodies = _locals(values[_ORG + "postIn"], _ENT)
        shared = tuple(values[KG + "sharedLabel"])
        own = tuple(name for name in names if name not in shared)
        return Post(key, labels[0], own, shared, next(iter(bodies), None))
    if not classes:
        raise OntologyError(f"{path}: ent:{key} has no class below kg:Entity. Give it one.")
    shared = tuple(values[KG + "sharedLabel"])
    return Known(
        key=key,
        label=labels[0],
        cls=next((c for c in classes if c not in ("Person", "Organisation", "Place", "Thing")), classes[0]),
        source=scope,
        names=tuple(name for name in names if name not in shared),
        shared=shared,
        adjectives=tuple(values[KG + "adjective"]),
        gender=_local(next(iter(values[_SCHEMA + "gender"]), None)),
        honorifics=tuple(values[_SCHEMA + "honorificPrefix"]),
        same_as=tuple(values[_SKOS + "exactMatch"]),
        member_of=_locals(values[_ORG + "memberOf"], _ENT),
    )


def _tenures(
    key: str, values: Mapping[str, list[str]], about: Mapping[str, Mapping[str, list[str]]]
) -> Iterator[Tenure]:
    for node in values[KG + "tenure"]:
        tenure = about[node]
        for post in _locals(tenure[KG + "post"], _ENT):
            start, end = (next(iter(tenure[_SCHEMA + k]), None) for k in ("startDate", "endDate"))
            yield Tenure(key, post, start, end)

"""Whether the Turtle of the ontology and the gazetteer, and the library of questions, can be followed."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.plugins.sparql import prepareQuery

from .. import resources
from ..query.prefixes import PREFIXES
from .violation import Violation, violations

RULES = resources.QUERIES / "check" / "ontology"


def check_ontology() -> list[Violation]:
    """Everything that cannot be followed in ontology/, the gazetteer and the questions, in a fixed order."""
    store = ox.Store()
    found = {*_unreadable(store), *_malformed_questions()}
    for rule in sorted(RULES.glob("*.rq")):
        rows = store.query(rule.read_text("utf-8"), use_default_graph_as_union=True)
        assert isinstance(rows, ox.QuerySolutions)
        found.update(violations(rule.stem, rows))
    return sorted(found)


def _unreadable(store: ox.Store) -> Iterator[Violation]:
    """Load each file into a graph of its own; yield those that are no Turtle."""
    for folder in (resources.ONTOLOGY, resources.GAZETTEER):
        for file in sorted(folder.glob("*.ttl")):
            name = f"{folder.name}/{file.name}"
            try:
                store.load(path=file, format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(f"file:{name}"))
            except SyntaxError as error:
                yield Violation("unreadable_turtle", name, str(error))


def _malformed_questions() -> Iterator[Violation]:
    for file in sorted(resources.QUERIES.glob("*.rq")):
        try:
            prepareQuery(file.read_text("utf-8"), initNs=PREFIXES)
        except Exception as error:  # rdflib's parser raises many kinds
            yield Violation("malformed_question", file.name, str(error))

"""Whether the Turtle of the ontology and the gazetteer, and the library of questions, can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib.plugins.sparql import prepareQuery

from .. import resources
from ..query.prefixes import KG, PREFIXES
from .violation import Violation, violations

RULES = resources.QUERIES / "check" / "ontology"
_TERM = re.compile(r"(?<![\w:])kg:(\w+)")
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)


def check_ontology() -> list[Violation]:
    """Everything that cannot be followed in ontology/, the gazetteer and the questions, in a fixed order."""
    store = ox.Store()
    found = {*_unreadable(store), *_malformed_questions(), *_undeclared_in_questions(store)}
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


def _undeclared_in_questions(store: ox.Store) -> Iterator[Violation]:
    """Terms that a question asks for in vain, because no Turtle file has them: a misspelling finds no row."""
    for file in sorted(resources.QUERIES.glob("*.rq")):
        for name in sorted(set(_TERM.findall(_COMMENT.sub("", file.read_text("utf-8"))))):
            if not any(store.quads_for_pattern(ox.NamedNode(KG + name), None, None)):
                yield Violation(
                    "undeclared_term", f"kg:{name}", f"is used in {file.name} and declared nowhere"
                )


def _malformed_questions() -> Iterator[Violation]:
    for file in sorted(resources.QUERIES.glob("*.rq")):
        try:
            prepareQuery(file.read_text("utf-8"), initNs=PREFIXES)
        except Exception as error:  # rdflib's parser raises many kinds
            yield Violation("malformed_question", file.name, str(error))

"""The triples of one article as lines of N-Triples; each passage and each time is described once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cache

import pyoxigraph as ox

from ..model import Article, Passage
from ..ontology import KG
from .iris import Iris

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ORG = "http://www.w3.org/ns/org#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
DCT = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"

TYPE = f"<{RDF}type>"
LABEL = f"<{SKOS}prefLabel>"
TRUE = f'"true"^^<{XSD}boolean>'
FALSE = f'"false"^^<{XSD}boolean>'
#: Length of an ISO 8601 date -> its type.
_DATES = {4: f"{XSD}gYear", 7: f"{XSD}gYearMonth", 10: f"{XSD}date"}
_PASSAGE = f"<{KG}Passage>"
_CONTEXT = f"<{NIF}referenceContext>"
_BEGIN = f"<{NIF}beginIndex>"
_END = f"<{NIF}endIndex>"
_ANCHOR = f"<{NIF}anchorOf>"
_NUMBER = f"<{XSD}nonNegativeInteger>"


@cache
def kg(name: str) -> str:
    """A class, property or value of the ontology."""
    return f"<{KG}{name}>"


def literal(words: str, language: str | None = None) -> str:
    """Words as a literal, with whatever is syntax in them escaped."""
    if language is None and words.isprintable() and '"' not in words and "\\" not in words:
        return f'"{words}"'  # as most are: nothing to escape
    return str(ox.Literal(words, language=language))


def date(day: str) -> str:
    """A year, month or day of ISO 8601 as a literal."""
    return f'"{day}"^^<{_DATES[len(day)]}>'


def clean(words: str) -> str:
    """Words in one line, without the control characters that some RDF and XML readers refuse."""
    if not words.isprintable():
        words = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(words.split())


class Lines:
    """What is written about one article."""

    def __init__(self, article: Article, iris: Iris) -> None:
        """Nothing yet."""
        self.source = article
        self.iris = iris
        self.article = iris.article(article)
        self._lines: list[str] = []
        self._told: set[Hashable] = set()
        self._passages: dict[Passage, str] = {}

    def say(self, subject: str, predicate: str, value: str) -> None:
        """Add a triple, of terms as N-Triples write them."""
        self._lines.append(f"{subject} {predicate} {value} .\n")

    def is_new(self, thing: Hashable) -> bool:
        """Whether a thing is asked about for the first time: then it has to be described."""
        if thing in self._told:
            return False
        self._told.add(thing)
        return True

    def passage(self, passage: Passage, cls: str | None = None) -> str:
        """Describe a passage, as one of a class too if one is named; its IRI."""
        node = self._passages.get(passage)
        if node is None:
            node = self._passages[passage] = self.iris.passage(passage)
            self._lines.append(
                f"{node} {TYPE} {_PASSAGE} .\n"
                f"{node} {_CONTEXT} {self.article} .\n"
                f'{node} {_BEGIN} "{passage.start}"^^{_NUMBER} .\n'
                f'{node} {_END} "{passage.end}"^^{_NUMBER} .\n'
                f"{node} {_ANCHOR} {literal(self.source.words(passage))} .\n"
            )
        if cls is not None:
            self.say(node, TYPE, kg(cls))
        return node

    def point(self, node: str, parts: Iterable[tuple[str, Passage | None]]) -> None:
        """Connect a node with passages, each by the name of a property; those that are none are left out."""
        for name, passage in parts:
            if passage is not None:
                self.say(node, kg(name), self.passage(passage))

    def words(self, passage: Passage) -> str:
        """What a passage says, in one line, as a literal."""
        return literal(clean(self.source.words(passage)))

    def ntriples(self) -> bytes:
        """All lines."""
        return "".join(self._lines).encode()

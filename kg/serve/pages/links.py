"""From what stands in a table to the page that tells more of it: names to entities, sentences to articles."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from ...query import PREFIXES, Term
from ...view import addresses, display
from ..working import Desk
from .facts import Facts
from .paths import path

_NAMED = """SELECT DISTINCT ?entity ?name WHERE {
  ?entity skos:prefLabel ?name ; a ?kind FILTER(?kind IN (kg:Person, kg:Organisation, kg:Place))
} LIMIT 2"""
# With its type beside it, pyoxigraph would begin with all sentences that there are.
_SENTENCE = "SELECT ?passage ?words WHERE { ?passage nif:anchorOf ?words }"
_TYPE = PREFIXES["kg"] + "Sentence"
#: A sentence that stands in more places than these leads to none of them.
_PLACES = 50
#: No name that leads anywhere is longer, in characters.
_LONGEST = 200


class Links:
    """Addresses of what a graph has a page for; asked for once each."""

    def __init__(self, desk: Desk) -> None:
        """Look into a graph that does not change meanwhile."""
        self._desk = desk
        self._facts = Facts(desk.store)
        self.of_name = cache(self._of_name)
        self.of_sentence = cache(self._of_sentence)

    def of_term(self, term: Term | None) -> str:
        """The page of an entity, by its IRI or by a name that nobody else has; empty if there is none."""
        match term:
            case ox.NamedNode():
                return path(term.value, self._desk.base)
            case ox.Literal() if len(term.value) <= _LONGEST and not term.value.isdecimal():
                return self.of_name(term)
            case _:
                return ""

    def _of_name(self, name: ox.Literal) -> str:
        found = {str(row["entity"]) for row in self._desk.store.select(_NAMED, name=name).dicts()}
        return path(found.pop(), self._desk.base) if len(found) == 1 else ""

    def _of_sentence(self, words: ox.Literal, article: str) -> str:
        """The place of a sentence in an article of some title or id; empty if several have it, or none."""
        passages = [str(row["passage"]) for row in self._desk.store.select(_SENTENCE, words=words).dicts()]
        if len(passages) > _PLACES:
            return ""
        passages = [passage for passage in passages if _TYPE in self._facts.all(passage, "rdf:type")]
        of = {passage: self._facts.node(passage, "nif:referenceContext") for passage in passages}
        here = sorted(passage for passage in passages if article in ("", *self._names(of[passage])))
        if len({of[passage] for passage in here}) != 1:
            return ""
        ends = [int(self._facts.one(here[0], f"nif:{end}Index")) for end in ("begin", "end")]
        return addresses.sentence(path(of[here[0]], self._desk.base), *ends)

    def _names(self, article: str) -> list[str]:
        """What questions call an article."""
        names = (self._facts.one(article, name) for name in ("schema:headline", "dct:identifier"))
        return [display.shown(name) for name in names]

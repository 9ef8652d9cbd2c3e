"""One thing that is wrong, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ..query.prefixes import shortened
from ..query.rows import Term

_IRI = re.compile(r"<([^<>\s]+)>")


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A rule, whatever breaks it, and how."""

    rule: str
    subject: str
    message: str

    def __str__(self) -> str:
        """One line to print."""
        return f"{self.rule}: {self.subject} {self.message}"


def violations(rule: str, rows: Iterable[Iterable[Term | None]]) -> Iterator[Violation]:
    """One violation for each row of a rule's query: a subject, and a message that may name IRIs in ``<>``."""
    for subject, message in rows:
        yield Violation(rule, readable(subject), _IRI.sub(lambda iri: shortened(iri[1]), words(message)))


def readable(term: Term | None) -> str:
    """A term as people read it: an IRI with its prefix."""
    return shortened(term.value) if isinstance(term, ox.NamedNode) else words(term)


def words(term: Term | None) -> str:
    """The characters of a literal or an IRI; nothing for an empty cell."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else ""

"""Every IRI of data is minted here, from content; each as N-Triples write it, in angle brackets."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

import pyoxigraph as ox

from ..errors import StoreError
from ..gate import Edge
from ..model import Article, Event, Passage, Quote, RoleAttestation, Statement, Time

#: The base of every IRI of data, unless the user sets another.
BASE = "https://kg.example/"
ACT = "https://kg.example/action/"
#: Roles of expressions of time.
TIMES = ("time", "deadline")


def checked_base(base: str) -> str:
    """The base of data IRIs, if it can be one.

    Raises:
        StoreError: it is no absolute http(s) IRI that ends in / or #.
    """
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", base):
        raise StoreError(f"--base {base!r} cannot begin an IRI. Give an http(s) address that ends in / or #.")
    return base


def article_iri(article: Article, *, base: str = BASE) -> ox.NamedNode:
    """The IRI of an article, which is also that of its named graph."""
    return ox.NamedNode(f"{base}article/{article.key}")


class Iris:
    """The IRIs of what is found in an article, under one base."""

    def __init__(self, base: str) -> None:
        """Begin all of them with `base`."""
        self._base = base
        self._entities: dict[str, str] = {}

    def article(self, article: Article) -> str:
        """One for each text."""
        return str(article_iri(article, base=self._base))

    def entity(self, key: str) -> str:
        """One for each key.

        Raises:
            ValueError: the key has characters that no IRI may have.
        """
        if (iri := self._entities.get(key)) is None:
            iri = self._entities[key] = str(ox.NamedNode(f"{self._base}entity/{key}"))
        return iri

    def passage(self, passage: Passage) -> str:
        """One for each range of characters."""
        return f"<{self._base}passage/{passage.article}.{passage.start}-{passage.end}>"

    def quote(self, quote: Quote) -> str:
        """One for each content, and for each cue that tells it."""
        first, last = quote.content[0], quote.content[-1]
        told = f".{quote.cue.start}" if quote.cue is not None else ""
        return f"<{self._base}quote/{first.article}.{first.start}-{last.end}{told}>"

    def statement(self, statement: Statement) -> str:
        """One for each trigger, action and participants: of two who demand, each has a statement."""
        parts = [a for a in statement.arguments if a.role not in TIMES]
        who = [f"{a.role} {a.passage.start}-{a.passage.end}" for a in parts]
        digest = sha256("\n".join([statement.action, *who]).encode()).hexdigest()[:8]
        trigger = statement.trigger
        return f"<{self._base}statement/{trigger.article}.{trigger.start}-{trigger.end}.{digest}>"

    def event(self, event: Event) -> str:
        """One for each key."""
        return f"<{self._base}event/{sha256(event.key.encode()).hexdigest()[:16]}>"

    def time(self, time: Time) -> str:
        """One for the same days."""
        return f"<{self._base}time/{time.name}>"

    def role(self, attestation: RoleAttestation) -> str:
        """One for each holder: "the MPs" may say the role of two."""
        words, holder = attestation.words, attestation.holder
        who = f".{holder.start}-{holder.end}" if holder is not None else ""
        return f"<{self._base}role/{words.article}.{words.start}-{words.end}{who}>"


@cache
def edge_iri(edge: Edge) -> str:
    """The predicate of layer 1, whatever the base."""
    return f"<{ACT}{edge.name}>"

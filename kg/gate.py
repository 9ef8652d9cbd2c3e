"""The truth gate: which predicate a statement's triple has, and whether it may stand as a one-hop edge.

The predicate says what kind of truth it has: plain only what the article itself narrates as actual and
positive; "says …" what is told by its own subject; "will", "may", "must", "did not" what their words say,
told by the article, by the subject, or by whoever asked the subject to do it. What nobody vouches for, and
anything else, stays a statement.
"""

from __future__ import annotations

from dataclasses import dataclass

from .model import Modality, Polarity, Quote, Statement
from .ontology import UNLISTED, Action, edge_words


@dataclass(frozen=True, slots=True)
class Edge:
    """The predicate that a statement's triple has."""

    action: str
    modality: Modality
    polarity: Polarity
    own_word: bool
    words: str
    """What it says of its subject: "rejected", "will not reject"."""

    @property
    def label(self) -> str:
        """How it reads: "says they rejected" where it is the subject's own word."""
        return f"says they {self.words}" if self.own_word else self.words

    @property
    def name(self) -> str:
        """The words in camelCase, to be the local part of its IRI: ``willNotReject``, ``saysRejected``."""
        words = ["says", *self.words.split()] if self.own_word else self.words.split()
        first, *rest = ("".join(c for c in word if c.isalnum()) for word in words)
        return first.lower() + "".join(word[:1].upper() + word[1:] for word in rest)


def tier(modality: str, polarity: str, *, own_word: bool) -> str:
    """The kind of truth that an edge has, as people read it, from what its predicate declares.

    Args:
        modality: the last part of its IRI, such as "Planned".
        polarity: likewise "Positive" or "Negative".
        own_word: whether it is its subject's own word.
    """
    if polarity == "Negative":
        return "negative"
    if modality != "Actual":
        return modality.lower()
    return "own word" if own_word else "narrated"


def edge_of(statement: Statement, subject: str | None, action: Action) -> Edge:
    """The predicate of a statement's triple, whether or not the triple is an edge."""
    own_word = (
        statement.quote is not None
        and subject is not None
        and told_by(statement.quote) == {subject}
        and (statement.modality, statement.polarity) == (Modality.ACTUAL, Polarity.POSITIVE)
    )
    words = edge_words(action, statement.modality, statement.polarity)
    return Edge(action.name, statement.modality, statement.polarity, own_word, words)


def is_edge(statement: Statement, subject: str) -> bool:
    """The truth gate: whether a statement's triple may stand as a one-hop edge."""
    if not statement.asserted or statement.degree is not None or statement.action == UNLISTED.name:
        return False  # no predicate says "partly" or "almost"
    if statement.quote is None:
        return True
    tellers = told_by(statement.quote)
    if tellers == {subject}:
        return True
    open_and_positive = statement.modality is not Modality.ACTUAL and statement.polarity is Polarity.POSITIVE
    return open_and_positive and statement.requester is not None and tellers == {statement.requester}


def told_by(quote: Quote) -> set[str | None]:
    """Everyone through whose mouth the content came: a report of a report counts all its reporters."""
    tellers = set()
    inner: Quote | None = quote
    while inner is not None:
        tellers.add(inner.speaker)
        inner = inner.within
    return tellers


def nearest_named(quote: Quote) -> str | None:
    """Who says it: the innermost speaker that is named, or else whoever reports what nobody named says.

    Nobody does where it was not said: "Hale denied claiming that Marsh lied".
    """
    inner: Quote | None = quote if quote.heard else None
    while inner is not None and inner.speaker is None:
        inner = inner.within
    return inner.speaker if inner is not None else None


def shows_stance(statement: Statement) -> bool:
    """Whether a statement of an action that shows a stance shows it: done or planned, and not denied."""
    real = statement.modality in (Modality.ACTUAL, Modality.PLANNED)
    return statement.asserted and real and statement.polarity is Polarity.POSITIVE

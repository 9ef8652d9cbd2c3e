"""The labels under which two take turns in an interview: "Q: Did you go? A: I did."."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import MentionKind
from ..ontology import Ontology
from .candidates import Candidate
from .tokens import Doc, Token


def is_turn(token: Token, ontology: Ontology) -> bool:
    """Whether a word opens what one of the two says."""
    turn = token.is_sent_start and token.text[:1].isupper() and token.lower_ in ontology.words["TurnLabel"]
    return turn and token.i + 1 < token.sent.end and token.nbor().text == ":"


def turn_labels(doc: Doc, ontology: Ontology) -> Iterator[Candidate]:
    """The labels as descriptions of whoever speaks: all "A" of an article are one person without a name."""
    for token in doc:
        if token.is_sent_start and is_turn(token, ontology):
            i = token.i
            yield Candidate(i, i, i, MentionKind.NOMINAL, "Person", token.text, definite=True)

"""What extraction finds in a gold parse, in words that a person can check."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.gate import is_edge
from kg.model import Extraction, MentionKind, Modality, Polarity, Quote, Statement

from ..by_hand import reading


def statements(doc: Doc) -> tuple[str, ...]:
    """Every statement of a Doc, in reading order.

    As ``planned not Reject(agent=Oxley Council, theme=the plan) by Ms Hale | edge``: modality and polarity
    where they are not actual and positive, the roles, whose word it is, and whether it may stand as an edge.
    """
    found = reading(doc)
    return tuple(_in_words(statement, found) for statement in found.statements)


def _in_words(statement: Statement, found: Extraction) -> str:
    words = found.article.words
    roles = ", ".join(f"{a.role}={words((*a.pronouns, a.passage)[0])}" for a in statement.arguments)
    parts = [
        "" if statement.modality is Modality.ACTUAL else statement.modality.name.lower(),
        "not" if statement.polarity is Polarity.NEGATIVE else "",
        f"{statement.action}({roles})",
    ]
    if statement.quote is not None:
        parts.append("by " + _speaker(statement.quote, found))
    agent = statement.filler("agent")
    if agent is not None and agent.entity is not None and is_edge(statement, agent.entity):
        parts.append("| edge")
    return " ".join(part for part in parts if part)


def _speaker(quote: Quote, found: Extraction) -> str:
    """The words of a source that mean the speaker: of "council leader Cora Hale", the name."""
    source, speaker = quote.source, quote.speaker
    if source is None:
        return "somebody"
    meant = [m for m in found.mentions if m.entity == speaker and source.contains(m.passage)]
    named = [m.passage for m in meant if m.kind is MentionKind.NAME] or [m.passage for m in meant]
    return found.article.words((*named, source)[0])


_STATEMENT = re.compile(r"(?P<frame>.*?\w+)\((?P<roles>.*)\)(?: by (?P<source>.*?))?(?: \| edge)?$")


def tells(found: str, expected: str) -> bool:
    """Whether a statement is the one expected, with at least the roles and the source that are asked for."""
    ours, theirs = _STATEMENT.match(found), _STATEMENT.match(expected)
    assert ours and theirs, (found, expected)
    roles = set(re.split(r", (?=\w+=)", theirs["roles"])) - {""}
    return (
        ours["frame"] == theirs["frame"]
        and roles <= set(re.split(r", (?=\w+=)", ours["roles"]))
        and theirs["source"] in (None, ours["source"])
    )

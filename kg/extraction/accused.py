"""Deeds of those who are charged: what an article tells of them is alleged until they are convicted.

A court report tells in plain words what somebody is said to have done, and says in one sentence that they
deny it. No offence of such a person is vouched for in that article, wherever it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Article, Modality, Polarity, Statement
from ..ontology import Ontology


def spare_the_accused(
    article: Article, statements: Sequence[Statement], ontology: Ontology
) -> list[Statement]:
    """The statements of an article, of which none vouches for an offence of somebody charged.

    Args:
        article: what they were found in.
        statements: all of them, in reading order.
        ontology: its word lists.
    """
    words = _Words(article, ontology)
    denying = {who for s in statements if words.denies(s) for who in _fillers(s, "agent")}
    charged = (s for s in statements if s.action == "Charge" and _is_so(s))
    denying |= {who for s in charged for who in _fillers(s, "theme")}
    if not denying:
        return list(statements)
    denying -= {who for s in statements if words.convicts(s) for who in _fillers(s, "theme", "topic")}
    denying -= {who for s in statements if words.admits(s) for who in _fillers(s, "agent")}
    return [replace(s, asserted=False) if words.alleges(s, denying) else s for s in statements]


def _fillers(statement: Statement, *roles: str) -> Iterable[str]:
    return (a.entity for a in statement.arguments if a.role in roles and a.entity is not None)


class _Words:
    """What the words of statements say of a charge."""

    def __init__(self, article: Article, ontology: Ontology) -> None:
        self.article = article
        self.lists = ontology.words

    def _trigger(self, statement: Statement) -> str:
        return self.article.words(statement.trigger).lower().split()[-1]

    def _pleads(self, statement: Statement) -> str:
        """What follows "pleaded" in the sentence of a statement."""
        if not self._trigger(statement).startswith(("plead", "pled")):
            return ""
        return self.article.text[statement.trigger.end : statement.evidence.end].lower().lstrip()

    def denies(self, statement: Statement) -> bool:
        """Whether somebody denies an offence, or pleads not guilty."""
        if not _is_so(statement):
            return False
        if self._pleads(statement).startswith("not guilty"):
            return True
        if statement.action != "Deny":
            return False
        themes = [self.article.words(a.passage).lower() for a in statement.arguments if a.role == "theme"]
        named = self.lists["OffenceNoun"]
        told = [theme.replace(",", " ").split() for theme in themes]
        return any(not named.isdisjoint(words) or self._does(words) for words in told)

    def _does(self, words: Sequence[str]) -> bool:
        """Whether words begin with an offence: "murdering Marsh"."""
        return words[:1] != [] and words[0].endswith("ing") and words[0] in self.lists["OffenceVerb"]

    def convicts(self, statement: Statement) -> bool:
        """Whether somebody is told to have been found guilty, or sent to prison."""
        return _is_so(statement) and self._trigger(statement) in self.lists["ConvictingVerb"]

    def admits(self, statement: Statement) -> bool:
        """Whether somebody admits it, or pleads guilty."""
        if not _is_so(statement):
            return False
        return statement.action == "Admit" or self._pleads(statement).startswith("guilty")

    def alleges(self, statement: Statement, denying: set[str]) -> bool:
        """Whether a statement of the article's own tells of an offence of somebody who denies one."""
        if statement.quote is not None or not _is_so(statement):
            return False
        offends = self._trigger(statement) in self.lists["OffenceVerb"]
        return offends and not denying.isdisjoint(_fillers(statement, "agent"))


def _is_so(statement: Statement) -> bool:
    return (statement.modality, statement.polarity) == (Modality.ACTUAL, Polarity.POSITIVE)

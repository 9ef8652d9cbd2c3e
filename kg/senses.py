"""Which sense a verb has by what fills its slots: "held talks" of a meeting, "held the seat" of keeping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

KG = "https://kg.example/ontology#"


@dataclass(frozen=True, slots=True)
class Filler:
    """What the head of a slot may be: one of some kinds, or one of some words."""

    kinds: frozenset[str] = frozenset()
    """Names of word lists; ``"Person"``; ``"Action"`` for a noun that tells of a happening; ``"Sum"`` for
    money and numbers; ``"Measure"``; ``"QuestionClause"`` and other clauses; ``"Entity"`` for anything."""
    words: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    """Nouns with the word before them: "war game"."""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.kinds or self.words or self.pairs)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a slot must hold for a verb to have a sense, and what it must not."""

    slot: str
    """``"obj"``, ``"subj"``, ``"comp"``, ``"attribute"``, ``"adverb"``, ``"aux"``, ``"above"`` (the verb that
    it completes), or a preposition."""
    wanted: Filler = Filler()
    refused: Filler = Filler()
    besides: Requirement | None = None
    """Of another slot, which must hold too."""

    @property
    def asks(self) -> bool:
        """Whether a question completes a verb of this sense."""
        return "QuestionClause" in self.wanted.kinds


def requirements(graph: ox.Store, action: str) -> Iterator[tuple[str, Requirement]]:
    """The expressions of an action that have the sense only under a condition, with one that suffices."""
    for quad in graph.quads_for_pattern(ox.NamedNode(KG + action), ox.NamedNode(KG + "requires"), None, None):
        node = quad.object
        if not isinstance(node, ox.NamedNode | ox.BlankNode):
            continue
        requirement = _requirement(graph, node)
        for expression in _values(graph, node, "lemma"):
            yield expression, requirement


def _requirement(graph: ox.Store, node: ox.NamedNode | ox.BlankNode) -> Requirement:
    others = (quad.object for quad in graph.quads_for_pattern(node, ox.NamedNode(KG + "besides"), None, None))
    other = next((term for term in others if isinstance(term, ox.BlankNode)), None)
    return Requirement(
        slot=next(iter(_values(graph, node, "syntax")), "obj"),
        wanted=_filler(graph, node, "filler", "word"),
        refused=_filler(graph, node, "noFiller", "noWord"),
        besides=None if other is None else _requirement(graph, other),
    )


def _filler(graph: ox.Store, node: ox.NamedNode | ox.BlankNode, kinds: str, words: str) -> Filler:
    said = frozenset(_values(graph, node, words))
    pairs = frozenset(word for word in said if " " in word)
    return Filler(frozenset(_values(graph, node, kinds)), said - pairs, pairs)


def _values(graph: ox.Store, node: ox.NamedNode | ox.BlankNode, name: str) -> list[str]:
    found = (quad.object for quad in graph.quads_for_pattern(node, ox.NamedNode(KG + name), None, None))
    return sorted(str(getattr(term, "value", term)).removeprefix(KG) for term in found)

"""The contract of a graph: SPARQL files that must find nothing, shapes, and the arithmetic of offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import resources
from ..query.rows import Graph
from .offsets import offset_violations
from .shapes import shape_violations
from .violation import Violation, violations

RULES = resources.QUERIES / "check"


def check(graph: Graph, *, texts: Mapping[str, str] | None = None) -> list[Violation]:
    """Everything in the graph that breaks its contract, in a fixed order; an empty list is what one wants.

    Only a part of the graph is in memory at any time.

    Args:
        graph: The graph to check.
        texts: The articles' exact texts by article key, where they are at hand. Without them passages can
            still be held against each other.
    """
    found = set(shape_violations(graph))
    for rule in sorted(RULES.glob("*.rq")):
        found.update(violations(rule.stem, graph.select(rule.read_text("utf-8"))))
    found.update(_offset_violations(graph, texts or {}))
    return sorted(found)


def _offset_violations(graph: Graph, texts: Mapping[str, str]) -> Iterator[Violation]:
    """Article by article: passages of two articles have nothing to do with each other."""
    passages = (RULES / "data" / "passages.rq").read_text("utf-8")
    for (article,) in graph.select((RULES / "data" / "articles.rq").read_text("utf-8")):
        if article is not None:
            yield from offset_violations(graph.select(passages, article=article), texts)

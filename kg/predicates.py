"""Predicates that say what a verb would: "is against the plan" says that somebody opposes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

#: The word a predicate is looked up by -> name of the action, and all the words before its object.
Predicates = Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]


def predicates(said: Iterable[tuple[str, str]]) -> Predicates:
    """What predicates evoke, looked up by the one of their words that is no preposition, if there is one.

    Args:
        said: pairs of action and expression: ("Oppose", "opposed to"), ("Oppose", "against").
    """
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for action, expression in said:
        *before, preposition = expression.split()
        key = before[-1] if before else preposition
        found[key].append((action, (*before, preposition)))
    return {word: tuple(sorted(ways)) for word, ways in found.items()}

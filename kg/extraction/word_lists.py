"""Several word lists of the ontology as one, put together once."""

from __future__ import annotations

from functools import lru_cache

from ..ontology import Ontology


@lru_cache(maxsize=64)
def any_list(ontology: Ontology, *names: str) -> frozenset[str]:
    """The words that any of some word lists has.

    Args:
        ontology: what has the lists.
        names: those of the lists.
    """
    return frozenset[str]().union(*(ontology.words[name] for name in names))

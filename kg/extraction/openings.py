"""What opens a participle: whether a denial above reaches it, and whether it only says what for."""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology import Evocation
from . import syntax
from .tokens import Token


def is_within_denial(verb: Token, opening: Sequence[str]) -> bool:
    """Whether what denies the clause above denies a participle too: "did not win by lying"."""
    edge = verb.left_edge
    apart = any(t.text in (",", "–", "—") for t in verb.doc[max(0, edge.i - 1) : edge.i + 1])
    return opening[:1] in (["by"], ["on"], ["as"]) or not (opening or apart)  # "does not plan on selling"


def only_says_why(verb: Token, evoked: Evocation | None) -> bool:
    """Whether a gerund says for what somebody is tried or wanted, and completes no verb."""
    opening = [*syntax.markers(verb), *syntax.prepositions(verb)]
    return bool(opening) and opening[0] in ("for", "over", "about") and (evoked is None or not evoked.rest)

"""Passives that say what their subject does: "they are opposed to the sale"."""

from __future__ import annotations

from . import syntax
from .slots import Fillers, Slots
from .tokens import Token


def engage(slots: Slots, fillers: Fillers, verb: Token, word: str) -> None:
    """Make the subject of a passive who does it, and what its preposition leads to the theme.

    Where the preposition leads to nothing that can be a theme, all stays as it is.
    """
    clause = None if syntax.governed(verb, word) else syntax.asked_after(verb, word)
    if "agent" in fillers or (clause is None and not syntax.governed(verb, word)):
        return
    if clause is not None:
        fillers["theme"] = [slots.participants.clause("theme", clause, bare=True)]
    own = syntax.objects(verb)
    slots.fill(fillers, "agent", own if own != syntax.governed(verb, word) else [])

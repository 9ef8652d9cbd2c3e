"""What two do to each other: "Hale and Marsh accused each other" is one deed of each to the other."""

from __future__ import annotations

from dataclasses import replace

from ..ontology import Action
from .reading import Reading
from .slots import Fillers

_EACH_OTHER = ("each other", "one another")


def each_to_other(fillers: Fillers, action: Action, reading: Reading) -> None:
    """Put those who act in the place of "each other", so that each combination of two is a statement.

    Whoever makes the statements leaves out who would do it to themselves. Of one plural ("the sides blamed
    each other") nobody is told apart, and the words stay.
    """
    agents, role = fillers.get("agent", []), action.edge_to
    if len(agents) < 2 or role in (None, "agent"):
        return
    found = fillers.get(role, [])
    if len(found) != 1:
        return
    start = found[0].passage.start  # a parse may leave "other" out
    if reading.article.text[start : start + len(_EACH_OTHER[1])].lower().startswith(_EACH_OTHER):
        fillers[role] = [replace(agent, role=role) for agent in agents]

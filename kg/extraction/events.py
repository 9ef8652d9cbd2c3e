"""Which statements report one happening: same action, same participants, same article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..model import Event, Statement
from ..ontology import UNLISTED

#: The roles whose fillers make a happening what it is; the others only say more about it.
_IDENTIFYING = ("addressee", "agent", "coAgent", "theme")


def find_events(statements: Sequence[Statement]) -> list[Event]:
    """Group statements by what they say happened, whoever says it and whether or not they deny it.

    A statement none of whose participants is an entity is an event of its own.
    """
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[_identity(statement)].append(statement)
    return [Event(key, found[0].action, _roles(found), tuple(found)) for key, found in sorted(groups.items())]


def _identity(statement: Statement) -> str:
    # Who does it with an agent does it too: that Hale met Marsh is that Marsh met Hale.
    parts = ((a.role.replace("coAgent", "agent"), a) for a in statement.arguments if a.role in _IDENTIFYING)
    who = sorted({(role, argument.entity) for role, argument in parts if argument.entity})
    words = [statement.action, statement.trigger.article, *(f"{role}={entity}" for role, entity in who)]
    if not who or statement.action == UNLISTED.name:  # two verbs of no list tell of two things
        words.append(f"{statement.trigger.start}-{statement.trigger.end}")
    return " ".join(words)


def _roles(statements: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({(a.role, a.entity) for s in statements for a in s.arguments if a.entity}))

"""Which statements report one happening: same action, same participants, same article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..model import Event, Statement, Time
from ..ontology import UNLISTED

#: The roles whose fillers make a happening what it is; the others only say more about it.
_IDENTIFYING = ("addressee", "agent", "coAgent", "theme")


def find_events(statements: Sequence[Statement]) -> list[Event]:
    """Group statements by what they say happened, whoever says it and whether or not they deny it.

    A statement none of whose participants is an entity is an event of its own. What is told of days that lie
    apart happened more than once: those who met on Monday met again on Thursday.
    """
    alike: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        alike[_identity(statement)].append(statement)
    groups = {key: found for name, same in alike.items() for key, found in _by_time(name, same)}
    return [Event(key, found[0].action, _roles(found), tuple(found)) for key, found in sorted(groups.items())]


def _identity(statement: Statement) -> str:
    # Who does it with an agent does it too: that Hale met Marsh is that Marsh met Hale.
    parts = ((a.role.replace("coAgent", "agent"), a) for a in statement.arguments if a.role in _IDENTIFYING)
    who = sorted({(role, argument.entity) for role, argument in parts if argument.entity})
    words = [statement.action, statement.trigger.article, *(f"{role}={entity}" for role, entity in who)]
    if not who or statement.action == UNLISTED.name:  # two verbs of no list tell of two things
        words.append(f"{statement.trigger.start}-{statement.trigger.end}")
    return " ".join(words)


def _by_time(identity: str, alike: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    """Statements of one identity, apart where their times are; those without a time stay together."""
    times = sorted({time for statement in alike if (time := _time(statement)) is not None}, key=_by_days)
    spells: list[list[Time]] = []
    for time in times:
        if spells and any(time.meets(other) for other in spells[-1]):
            spells[-1].append(time)
        else:
            spells.append([time])
    if len(spells) < 2:
        return [(identity, list(alike))]
    groups = {f"{identity} when={spell[0].name}": spell for spell in spells}
    found = [(key, [s for s in alike if _time(s) in spell]) for key, spell in groups.items()]
    without = [s for s in alike if _time(s) is None]
    return [*found, (identity, without)] if without else found


def _time(statement: Statement) -> Time | None:
    """When it is said to happen: the first of its times that is known."""
    return next((a.when for a in statement.arguments if a.role == "time" and a.when is not None), None)


def _by_days(time: Time) -> tuple[str, str]:
    return time.first or "", time.last or "9999"


def _roles(statements: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({(a.role, a.entity) for s in statements for a in s.arguments if a.entity}))

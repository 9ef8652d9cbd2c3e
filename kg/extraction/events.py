"""Which statements report one happening: same action, same participants, same day or same article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Argument, Event, Passage, Statement, Time
from ..ontology import UNLISTED

#: The roles whose fillers make a happening what it is; the others only say more about it.
_IDENTIFYING = ("addressee", "agent", "coAgent", "theme")
#: How deep a deed within a deed is looked at: "promised to urge Reed to admit it".
_DEPTH = 3


def find_events(statements: Sequence[Statement]) -> list[Event]:
    """Group statements by what they say happened, whoever says it and whether or not they deny it.

    A statement none of whose participants is an entity is an event of its own. What is told of days that lie
    apart happened more than once: those who met on Monday met again on Thursday. The key of what is told of
    one day between entities has nothing of its article, so that another article may tell of the same event.
    """
    told: dict[Passage, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[statement.trigger].append(statement)
    alike: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        alike[_identity(statement, told)].append(statement)
    groups: dict[str, list[Statement]] = defaultdict(list)
    for name, same in alike.items():
        for key, found in _by_time(name, same):
            groups[key] += found
    return [Event(key, found[0].action, _roles(found), tuple(found)) for key, found in sorted(groups.items())]


def _identity(statement: Statement, told: Mapping[Passage, Sequence[Statement]], depth: int = 0) -> str:
    """The action and its participants; a theme in words of its own is the deed it tells of, or itself."""
    # Who does it with an agent does it too: that Hale met Marsh is that Marsh met Hale.
    parts = ((a.role.replace("coAgent", "agent"), a) for a in statement.arguments if a.role in _IDENTIFYING)
    who = sorted({(role, argument.entity) for role, argument in parts if argument.entity})
    words = [statement.action, *(f"{role}={entity}" for role, entity in who)]
    if who:
        words += sorted(
            _deed(a, told, depth) for a in statement.arguments if a.role == "theme" and not a.entity
        )
    if not who or statement.action == UNLISTED.name:  # two verbs of no list tell of two things
        words.append(_place(statement.trigger))
    return " ".join(words)


def _deed(theme: Argument, told: Mapping[Passage, Sequence[Statement]], depth: int) -> str:
    """What is promised or denied, as far as it is known: two promises of one person are two events."""
    deeds = [found for trigger in theme.deeds for found in told.get(trigger, ())] if depth < _DEPTH else []
    if not deeds:
        return f"theme={_place(theme.passage)}"
    return f"theme=({'; '.join(sorted({_identity(deed, told, depth + 1) for deed in deeds}))})"


def _place(passage: Passage) -> str:
    return f"{passage.article}.{passage.start}-{passage.end}"


def _by_time(identity: str, alike: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    """Statements of one identity, apart where their times are; those without a time stay together."""
    article = alike[0].trigger.article
    times = sorted({time for statement in alike if (time := _time(statement)) is not None}, key=_by_days)
    spells: list[list[Time]] = []
    for time in times:
        if spells and any(time.meets(other) for other in spells[-1]):
            spells[-1].append(time)
        else:
            spells.append([time])
    if len(spells) < 2:
        day = _day(spells[0]) if spells else None
        return [(f"{identity} on {day}" if day else f"{identity} in {article}", list(alike))]
    groups = {
        (
            f"{identity} on {day}"
            if (day := _day(spell))
            else f"{identity} when={spell[0].name} in {article}"
        ): spell
        for spell in spells
    }
    found = [(key, [s for s in alike if _time(s) in spell]) for key, spell in groups.items()]
    without = [s for s in alike if _time(s) is None]
    return [*found, (f"{identity} in {article}", without)] if without else found


def _day(times: Sequence[Time]) -> str | None:
    """The one day that something is told of; none where it may be another day as well."""
    days = {time.first for time in times if time.first == time.last}
    return days.pop() if len(days) == 1 else None


def _time(statement: Statement) -> Time | None:
    """When it is said to happen: the first of its times that is known."""
    return next((a.when for a in statement.arguments if a.role == "time" and a.when is not None), None)


def _by_days(time: Time) -> tuple[str, str]:
    return time.first or "", time.last or "9999"


def _roles(statements: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({(a.role, a.entity) for s in statements for a in s.arguments if a.entity}))

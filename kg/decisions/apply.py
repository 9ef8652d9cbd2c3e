"""Extraction + rulings -> Extraction: who is who as people have decided it, and nothing else.

Splits and merges are followed to the end, then come new names and other collections. What is decided about an
article depends on that article alone: the order of articles, and what else is in the graph, do not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Entity, Extraction
from .nouns import Reference
from .rewriting import rewritten
from .rulings import Rulings
from .tables import Identity


@dataclass(frozen=True, slots=True)
class Applied:
    """An extraction after decisions."""

    extraction: Extraction
    met: frozenset[tuple[int, Reference]]
    """The references of the decisions, with their lines, that meant an entity of the article."""


@dataclass(frozen=True, slots=True)
class _Fate:
    """What becomes of one entity of an article."""

    entity: Entity
    identity: Identity
    steps: tuple[str, ...] = ()
    """``"split"``, ``"merge"``, both or none."""


def apply(extraction: Extraction, rulings: Rulings) -> Applied:
    """The same extraction with its entities as decided; the very same where no decision is about it."""
    if not rulings.decisions.lines:
        return Applied(extraction, frozenset())
    articles = frozenset((extraction.article.id, extraction.article.key))
    met: set[tuple[int, Reference]] = set()
    groups: dict[str, list[_Fate]] = defaultdict(list)
    for entity in extraction.entities:
        fate = _fate(entity, articles, rulings, met)
        groups[fate.identity.key].append(fate)
    entities = tuple(
        sorted(
            _described(_united(group, extraction.article.text, rulings), articles, rulings, met)
            for group in groups.values()
        )
    )
    moved = {fate.entity.key: fate for group in groups.values() for fate in group if fate.steps}
    if not moved and entities == tuple(sorted(extraction.entities)):
        return Applied(extraction, frozenset(met))
    keys = {old: fate.identity.key for old, fate in moved.items()}
    steps = {old: fate.steps for old, fate in moved.items()}
    return Applied(rewritten(extraction, entities, keys, steps), frozenset(met))


def _fate(
    entity: Entity, articles: frozenset[str], rulings: Rulings, met: set[tuple[int, Reference]]
) -> _Fate:
    """Follow the splits and merges of an entity to the end, noting every reference that it meets."""
    now = Identity(entity.key, entity.label)
    met.update(rulings.asked.find(now, articles))
    passed = {now.key}
    steps: list[str] = []
    while (following := _following(now, articles, rulings)) is not None and following[1].key not in passed:
        if steps:
            met.update(rulings.asked.find(now, articles))
        step, now = following
        passed.add(now.key)
        steps.append(step)
    return _Fate(entity, now, tuple(dict.fromkeys(steps)))


def _following(who: Identity, articles: frozenset[str], rulings: Rulings) -> tuple[str, Identity] | None:
    """What an entity becomes next, and by what."""
    for step, table in (("split", rulings.splits), ("merge", rulings.joins), ("merge", rulings.keeps)):
        for other in table.find(who, articles):
            if other.key != who.key:
                return step, other
    return None


def _united(group: Sequence[_Fate], text: str, rulings: Rulings) -> Entity:
    """One entity of all that became one; the one whose key it has comes first, then what is known of it."""
    key = group[0].identity.key
    if len(group) == 1 and not group[0].steps and rulings.labels.get(key) is None:
        return group[0].entity
    own = [fate.entity for fate in group if fate.entity.key == key]
    known = None if own else rulings.knowledge.gazetteer.known.get(key)
    first = own[0] if own else min(fate.entity for fate in group)
    label = rulings.labels.get(key, first.label)
    aliases = {name for fate in group for name in _names(fate, text)}
    same_as = {iri for fate in group if "split" not in fate.steps for iri in fate.entity.same_as}
    classes = first.classes
    if known is not None:
        aliases.update(known.names)
        same_as.update(known.same_as)
        classes = rulings.knowledge.classes(known.cls)
    return Entity(key, label, classes, tuple(sorted(aliases - {label})), tuple(sorted(same_as)))


def _names(fate: _Fate, text: str) -> set[str]:
    """The names that an entity brings along: after a split only those that stand in the article."""
    names = {fate.entity.label, *fate.entity.aliases}
    return {name for name in names if name in text} if "split" in fate.steps else names


def _described(
    entity: Entity, articles: frozenset[str], rulings: Rulings, met: set[tuple[int, Reference]]
) -> Entity:
    """The entity under its new name, with its addresses in other collections."""
    before = Identity(entity.key, entity.label)
    name = next(rulings.names.find(before, articles), entity.label)
    same_as = set(entity.same_as)
    for who in (before, Identity(entity.key, name)):
        met.update(rulings.described.find(who, articles))
        same_as.update(rulings.same.find(who, articles))
    if name == entity.label and same_as == set(entity.same_as):
        return entity
    aliases = {*entity.aliases, entity.label} - {name}
    return replace(entity, label=name, aliases=tuple(sorted(aliases)), same_as=tuple(sorted(same_as)))

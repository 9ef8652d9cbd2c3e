"""An extraction with other keys for some of its entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..extraction.events import find_events
from ..model import Entity, Extraction, Quote, RoleAttestation, Statement


def rewritten(
    extraction: Extraction,
    entities: Sequence[Entity],
    keys: Mapping[str, str],
    steps: Mapping[str, Sequence[str]],
) -> Extraction:
    """The same extraction about other entities; its events are grouped anew.

    Args:
        extraction: what was found.
        entities: all entities that it is to have.
        keys: old key -> new key, of those that change.
        steps: old key -> what was done to it, to be added to the rules of its mentions.
    """
    people = {entity.key for entity in entities if entity.classes[0] == "Person"}

    def key(old: str) -> str:
        return keys.get(old, old)

    def optional(old: str | None) -> str | None:
        return None if old is None else key(old)

    @cache
    def quote(old: Quote) -> Quote:
        within = None if old.within is None else quote(old.within)
        return replace(old, speaker=optional(old.speaker), within=within)

    def statement(old: Statement) -> Statement:
        return replace(
            old,
            arguments=tuple(replace(a, entity=optional(a.entity)) for a in old.arguments),
            quote=None if old.quote is None else quote(old.quote),
            requester=optional(old.requester),
        )

    def attestation(old: RoleAttestation) -> RoleAttestation:
        return replace(
            old,
            person=key(old.person),
            organisation=optional(old.organisation),
            quote=None if old.quote is None else quote(old.quote),
        )

    statements = tuple(map(statement, extraction.statements))
    attestations = {attestation(old) for old in extraction.attestations}
    return replace(
        extraction,
        mentions=tuple(
            replace(m, entity=key(m.entity), rule=" + ".join((m.rule, *steps.get(m.entity, ()))))
            for m in extraction.mentions
        ),
        entities=tuple(entities),
        quotes=tuple(map(quote, extraction.quotes)),
        statements=statements,
        events=tuple(find_events(statements)),
        # Only a person holds a role: what was taken for one, and is a body by decision, holds none.
        attestations=tuple(sorted((a for a in attestations if a.person in people), key=repr)),
    )

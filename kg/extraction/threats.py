"""Whom a threat is aimed at where only its condition says so: "threatened to strike unless the bank paid"."""

from __future__ import annotations

from collections.abc import Iterator

from . import syntax
from .participants import Participants
from .slots import Fillers
from .tokens import Token

#: The action that is a threat.
THREAT = "Threaten"


def aim_by_condition(verb: Token, fillers: Fillers, participants: Participants) -> None:
    """Make whoever is to meet the condition of a threat its addressee, where nobody else is threatened.

    Of "threatened to sue the bank unless Marsh paid" the deed names the bank, and it is left at that.

    Args:
        verb: the verb of threatening.
        fillers: what fills its roles.
        participants: what may fill a role.
    """
    told = (a for role in ("theme", "addressee") for a in fillers.get(role, ()))
    if any(a.entity is not None and participants.acts(a) for a in told):
        return
    doers = {a.entity for a in fillers.get("agent", ()) if participants.acts(a)}
    if not doers:
        return
    parting = participants.knowledge.ontology.words["PartingVerb"]
    for deed in syntax.complements(verb)[:1]:
        if deed.lower_ in parting:
            return  # "threatened to quit unless Marsh resigned": nothing is to be done to Marsh
        for condition in _conditions(verb, deed, participants):
            if any(_is_another(t, doers, participants) for t in verb.doc[deed.i : condition.left_edge.i]):
                return
            if syntax.passive(condition):
                return  # "threatened to quit unless Marsh was removed": not Marsh
            found = [
                argument
                for subject in syntax.own_subjects(condition)
                if participants.is_actor(subject)
                for argument in participants.arguments("addressee", subject)
                if argument.entity not in doers
            ]
            if found:
                fillers["addressee"] = found
                return


def _conditions(verb: Token, deed: Token, participants: Participants) -> Iterator[Token]:
    """The clauses that say on what condition a threat is made or carried out, after it."""
    opening = participants.knowledge.ontology.words["ConditionMarker"]
    for above in (deed, verb):
        for clause in above.rights:
            if syntax.is_adverbial_clause(clause) and not opening.isdisjoint(syntax.markers(clause)):
                yield clause


def _is_another(token: Token, doers: set[str | None], participants: Participants) -> bool:
    """Whether a word stands for or names somebody who does not make the threat."""
    named = participants.name_at(token.i)
    if named is not None:
        return named[1].key not in doers
    meant = participants.referent(token) if participants.is_actor(token) else None
    return meant is not None and meant.key not in doers

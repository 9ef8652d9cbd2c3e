"""Demands that are put as what must be: "Hale said the council must publish it" demands it of the council."""

from __future__ import annotations

from ..ontology import Action
from . import syntax
from .participants import Participants
from .slots import Fillers
from .tokens import Token

#: The action that such words are, beside the saying of them.
DEMAND = "Demand"


def demanded(verb: Token, action: Action, fillers: Fillers, participants: Participants) -> Fillers | None:
    """What somebody demands, and of whom, by saying that somebody else must do it; else none.

    Only a deed can be demanded: "must be tired" and "must have known" are guesses, and whoever says what they
    must do themselves asks nothing of others.

    Args:
        verb: the verb of saying.
        action: what it evokes.
        fillers: what fills its roles.
        participants: what may fill a role.
    """
    if not action.reports or action.content_modality is not None or action.content_negative:
        return None
    speakers = {argument.entity for argument in fillers.get("agent", ()) if argument.entity}
    if not speakers:
        return None
    for clause in syntax.told_clauses(verb):
        if not _must(clause, participants):
            continue
        of_whom = [a for head in syntax.subjects(clause) for a in participants.arguments("addressee", head)]
        named = [a for a in of_whom if a.entity and a.entity not in speakers]
        if named and participants.may_act(syntax.subjects(clause)[0]):
            return {
                "agent": fillers["agent"],
                "theme": [participants.clause("theme", clause)],
                "addressee": named,
            }
    return None


def _must(clause: Token, participants: Participants) -> bool:
    """Whether a clause says that somebody has to do something."""
    ontology = participants.knowledge.ontology
    words = syntax.own_auxiliaries(clause)
    obliged = any(word.lower_ in ontology.words["DemandingModal"] for word in words)
    deed = syntax.is_verb(clause) and clause.lemma_ not in ontology.words["StateVerb"]
    return obliged and deed and len(words) == 1 and not syntax.passive(clause)

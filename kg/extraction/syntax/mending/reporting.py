"""Which verbs say something, by their form alone."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token


def reports(verb: Token, ontology: Ontology) -> bool:
    """Whether some sense of a verb or noun tells what somebody says."""
    return any(way.action.reports for way in ontology.evoked_by(verb.lower_, verb.lemma_))

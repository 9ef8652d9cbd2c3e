"""What is told only half, and left out: "those she supported", "as you can see"."""

from __future__ import annotations

from ..ontology import Evocation, Ontology
from . import syntax
from .slots import Fillers
from .tokens import Token


def is_unfinished(verb: Token, evoked: Evocation, fillers: Fillers, ontology: Ontology) -> bool:
    """Whether nothing tells what is done, or to whom: "what they decide", "those she supported".

    Args:
        verb: the trigger.
        evoked: what it evokes.
        fillers: what fills its roles.
        ontology: has the verbs that tell nothing alone.
    """
    told_before = verb.i > 0 and verb.nbor(-1).is_quote  # "“Costs rose” said Hale"
    if told_before or not fillers.keys() <= {"agent", "place", "instrument"} or syntax.passive(verb):
        return False
    if syntax.has_open_object(verb) or syntax.leaves_out_object(verb):
        return True
    if evoked.rest:
        return evoked.rest[-1] in ontology.words["LeadingPreposition"]
    return verb.lower_ in ontology.words["UnfinishedVerb"]

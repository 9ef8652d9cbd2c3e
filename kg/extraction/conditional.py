"""Which clauses hold only if something else does.

"If the ferry sinks, I think Marsh will resign" is no thought on a condition: who says or thinks it does so
anyway, and what is said or thought hangs on the condition.
"""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import evocation


def is_conditional(verb: Token, ontology: Ontology) -> bool:
    """Whether a clause holds only under a condition that its own sentence names.

    Args:
        verb: the head of the clause.
        ontology: the words that open conditions, and the verbs that report.
    """
    if _hangs(verb, ontology) and not _is_said_anyway(verb, ontology):
        return True
    above = verb.head
    if not syntax.is_complement(verb) or not syntax.is_verb(above) or not _hangs(above, ontology):
        return False
    return syntax.is_infinitive(verb) or _is_said_anyway(above, ontology)


def hangs_on_a_condition(verb: Token, ontology: Ontology) -> bool:
    """Whether a condition is added to a clause, whatever part of it hangs on it."""
    return _hangs(verb, ontology)


def _hangs(verb: Token, ontology: Ontology) -> bool:
    words = ontology.words
    return syntax.hangs_on_a_condition(verb, words["ConditionMarker"], words["Courtesy"])


def _is_said_anyway(verb: Token, ontology: Ontology) -> bool:
    """Whether a condition is part of what was said: "threatened to go if Marsh paid"."""
    if verb.tag_ not in ("VBD", "VBP", "VBZ") or syntax.has_modal(verb):
        return False
    evoked = evocation(verb, ontology)
    if evoked is None or not evoked.action.reports:
        return False
    return verb.tag_ == "VBD" or bool(syntax.complements(verb))

"""Those who are accused of doing something, or kept from it: the object of the verb above.

No subject of a clause stands before the preposition that opens it: of "accused Marsh of lying" a parse may
make Marsh the one of whom "lying" is said.
"""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb, preposition
from .hanging import Words, hang, has

_OPENING = frozenset(("of", "for", "from", "with"))


def hang_accused(words: Words, ontology: Ontology) -> bool:
    """Make a subject before "of", "for", "from" or "with" and a gerund the object of the verb before it.

    And part from that object what it is accused of: no "drivers" are meant by "leaders of bullying drivers".
    """
    gerunds = [verb for verb in words if verb.tag_ == "VBG"]
    loose = [_is_accused(verb) for verb in gerunds if verb.dep_ in ("xcomp", "advcl", "ccomp")]
    return any(loose + [_is_of_leaders(verb, ontology) for verb in gerunds if verb.dep_ == "amod"])


def _is_of_leaders(gerund: Token, ontology: Ontology) -> bool:
    """Hang on the verb what one is accused of, which hangs on them: "leaders of bullying drivers"."""
    done_to = gerund.head
    accused = done_to.head
    above = accused.head
    first = gerund.left_edge
    if done_to.dep_ != "nmod" or accused.dep_ != "obj" or not is_verb(above) or above.i > accused.i:
        return False
    if first is not gerund or gerund.nbor(-1).lower_ != "of" or accused.i > gerund.i:
        return False
    if not any(way.action.role("of") == "topic" for way in ontology.evoked_by(above.lower_, above.lemma_)):
        return False
    if any(c.dep_ in ("obl", "advcl") and preposition(c) == "of" for c in above.rights):
        return False
    hang(done_to, above, "obl")
    return True


def _is_accused(gerund: Token) -> bool:
    opening = next((c for c in gerund.lefts if c.dep_ in ("mark", "case") and c.lower_ in _OPENING), None)
    whom = next((c for c in gerund.lefts if c.dep_ == "nsubj"), None)
    above = gerund.head
    if opening is None or whom is None or not whom.i < opening.i:
        return False
    if not is_verb(above) or above.i + 1 != whom.left_edge.i or has(above, "obj", "aux:pass"):
        return False
    hang(whom, above, "obj")
    return True

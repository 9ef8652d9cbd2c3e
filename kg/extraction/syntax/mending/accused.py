"""Those who are accused of doing something, or kept from it: the object of the verb above.

No subject of a clause stands before the preposition that opens it: of "accused Marsh of lying" a parse may
make Marsh the one of whom "lying" is said.
"""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, has

_OPENING = frozenset(("of", "for", "from", "with"))


def hang_accused(words: Words, ontology: Ontology) -> bool:
    """Make a subject before "of", "for", "from" or "with" and a gerund the object of the verb before it."""
    return any(
        [
            _is_accused(verb)
            for verb in words
            if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "advcl", "ccomp")
        ]
    )


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

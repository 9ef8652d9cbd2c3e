"""What a clause without a tense takes over from the clause above it."""

from __future__ import annotations

from ..model import Polarity
from ..ontology import Ontology
from .reality import Frame
from .tokens import Token

#: How many clauses up anything is looked for.
DEPTH = 8


def taken_over(verb: Token, ontology: Ontology, depth: int) -> Frame | None:
    """The frame that a tenseless clause takes over from the clause above, with that clause's own modality.

    Args:
        verb: the verb of the clause above.
        ontology: the words that say how real a clause is.
        depth: how many clauses were climbed to get there.
    """
    from .modality import reality  # the two readings call each other: a clause above is a clause too

    real = reality(verb, ontology) if depth < DEPTH else None
    if real is None:
        return None
    return Frame(real.modality, real.polarity is Polarity.NEGATIVE, real.asserted, real.degree)

"""What stands in the clause of an accusation, and is the accuser's word."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Modality
from ..ontology import Ontology
from . import syntax
from .reality import Frame
from .tokens import Token
from .triggers import evocation


def charged(verb: Token, above: Token, ontology: Ontology) -> Frame | None:
    """What somebody is charged with before a court, or convicted of, which the paper leaves open."""
    evoked = evocation(above, ontology) if syntax.is_verb(above) and syntax.is_charge(verb) else None
    if evoked is None or "Justice" not in evoked.action.ancestors:
        return None
    held = any(evoked.action.role(mark) == "topic" for mark in syntax.markers(verb))
    return Frame(Modality.POSSIBLE, asserted=False) if held else None


def is_reason_to_blame(verb: Token, above: Token, marks: Sequence[str], ontology: Ontology) -> bool:
    """Whether a clause says why somebody is blamed: "criticised Marsh because he sold it"."""
    evoked = evocation(above, ontology) if "because" in marks and syntax.is_verb(above) else None
    own = evocation(verb, ontology)
    if evoked is None or (own is not None and own.action.reports):
        return False  # "because she said it was late": it is told that she said so
    blames = evoked.action.stance == "Opposes" or above.lower_ in ontology.words["AccusingVerb"]
    return blames and not syntax.passive(above)


def is_asked_when(verb: Token, above: Token, marks: Sequence[str], ontology: Ontology) -> bool:
    """Whether "when" opens what is asked, not the moment of asking: "asked Marsh when he sold it"."""
    asks = "when" in marks and above.lower_ in ontology.words["AskingVerb"]
    if not asks or above.i > verb.left_edge.i:
        return False
    between = verb.doc[above.i + 1 : verb.left_edge.i]
    return all(t.pos_ in ("PROPN", "PRON") for t in between)

"""The mood of a clause: whether its verb tells or asks for what it says."""

from __future__ import annotations

from ..tokens import Token
from .clauses import markers, own_auxiliaries
from .words import is_infinitive


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause says what shall be, in the bare form: "that the road be closed", "she resign"."""
    own = own_auxiliaries(verb)
    if any(aux.tag_ == "MD" or aux.lower_ in ("do", "does", "did") for aux in own):
        return False
    bare = own[0] if own else verb
    if bare.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.lower_ in ("he", "she", "it") for c in verb.lefts):
        return True
    if "that" not in markers(verb):
        return False
    # "that the force apologise": one does not "apologise", unless a collective takes the plural.
    one = bare.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in verb.lefts)
    return (bare.tag_ == "VB" or one) and not is_infinitive(verb)

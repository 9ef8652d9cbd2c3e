"""Which noun of a phrase a verb agrees with: of "a deployment of troops have arrived", the troops."""

from __future__ import annotations

from ..tokens import Token
from .antecedents import number_of
from .nouns import counted
from .words import SUBJECT, is_measure


def agreeing_within(noun: Token) -> Token | None:
    """The plural after "of" with which a verb agrees, and not with the singular that heads its subject.

    None where the verb agrees with the head, or does not show with which.
    """
    if noun.dep_ not in SUBJECT or noun.tag_ != "NN" or noun.pos_ != "NOUN" or noun.i > noun.head.i:
        return None
    if is_measure(noun) or any(child.dep_ == "nummod" for child in noun.lefts):
        return None  # "25 per cent of voters say"
    inner = [part for part in counted(noun) if "Plur" in part.morph.get("Number", ())]
    if not inner or number_of(noun.head) != "Plur" or any(c.dep_ == "conj" for c in noun.rights):
        return None
    return inner[0]

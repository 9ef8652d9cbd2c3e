"""Being under something, with "be" as a verb of its own: "Hale is under investigation"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import preposition
from .hanging import Words, hang, take_place

_OF_THE_NOUN = ("nmod", "nmod:poss", "amod", "compound", "det", "case", "nummod")


def stand_under(words: Words, ontology: Ontology) -> bool:
    """Hang what somebody is under on "be", as on any other verb: so "came under attack" is hung.

    What is said of the clause, its subject, its adverbs and what it is joined to, hangs on "be" then.
    """
    return any([_lower(noun) for noun in words if noun.lower_ in ontology.under_nouns])


def _lower(noun: Token) -> bool:
    be = next((c for c in noun.lefts if c.dep_ == "cop"), None)
    if be is None or noun.pos_ != "NOUN" or preposition(noun) != "under":
        return False
    take_place(be, noun)
    be.pos_ = "VERB"
    for child in noun.children:
        if child is not be and child.dep_ not in _OF_THE_NOUN:
            hang(child, be, child.dep_)
    hang(noun, be, "obl")
    return True

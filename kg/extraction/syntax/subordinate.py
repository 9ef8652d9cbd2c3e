"""Whether a clause stands below another: as its complement, its circumstance, or what is said of a noun."""

from __future__ import annotations

from ..tokens import Token
from .clauses import auxiliaries, is_coordinated
from .words import is_attributive, is_gerund

_BELOW = ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "csubj")


def is_subordinate(verb: Token) -> bool:
    """Whether a verb's clause, or the one that it goes on from, stands below another clause."""
    above = verb
    while above.dep_ not in _BELOW and above.head is not above and is_coordinated(above):
        above = above.head
    if above.dep_ in _BELOW or is_attributive(verb):
        return True
    return is_gerund(verb) and not auxiliaries(verb)

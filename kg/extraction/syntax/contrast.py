"""Whom "but" sets against whom among those who take part."""

from __future__ import annotations

from ..tokens import Token
from .words import PASSIVE, SUBJECT

#: Words for all or none, of whom "but" takes one out.
_ALL = frozenset(
    ("all", "everyone", "everybody", "everything", "none", "nobody", "no-one", "nothing", "anyone")
)


def is_set_against(verb: Token) -> bool:
    """Whether "but" sets two who take part against each other: "not Hale but Marsh", "all but Hale"."""
    for noun in verb.children:
        others = [c for c in noun.children if c.dep_ == "conj"]
        if noun.dep_ not in (*SUBJECT, *PASSIVE, "obj", "iobj", "obl:agent") or not others:
            continue
        joined = any(w.lower_ == "but" and w.dep_ in ("cc", "case") for o in others for w in o.lefts)
        if joined and (noun.lower_ in _ALL or _denied(noun) or (_denied(verb) and not _denied(others[0]))):
            return True
    return False


def _denied(token: Token) -> bool:
    return any("Neg" in child.morph.get("Polarity", []) for child in token.children)

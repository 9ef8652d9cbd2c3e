"""What "or" leaves open: which of several did it, which of two deeds was done, or whether it is so at all."""

from __future__ import annotations

from ..tokens import Token
from .words import is_verb

#: What joins those of whom it may be either.
_CHOOSING = frozenset(("or", "and/or"))


def has_alternative(verb: Token) -> bool:
    """Whether "or" joins a clause to another, so that either may be so."""
    for token in verb, *[child for child in verb.children if child.dep_ == "conj"]:
        if "or" in [c.lower_ for c in token.children if c.dep_ == "cc"]:
            return True
    return False


def leaves_a_choice(verb: Token) -> bool:
    """Whether "or" joins two subjects, objects or obliques of a verb: either may be meant."""
    if _CHOOSING.isdisjoint([t.lower_ for t in verb.doc[verb.left_edge.i : verb.right_edge.i + 1]]):
        return False
    nouns = [child for child in verb.children if not is_verb(child)]
    joined = [c for child in nouns for c in (child, *child.children) if c.dep_ == "conj"]
    joined = [c for c in joined if not is_verb(c)]
    return any(
        w.dep_ == "cc" and w.lower_ in _CHOOSING for c in joined for w in (*c.children, *c.head.children)
    )


def is_called_hearsay(verb: Token) -> bool:
    """Whether an aside calls a clause hearsay: "Hale left, or so Marsh says", not "a mile, or so"."""
    doc = verb.doc
    joints = [t.i for t in doc[verb.i + 1 : min(verb.right_edge.i, len(doc) - 2)] if t.lower_ == "or"]
    return any(doc[i + 1].lower_ == "so" and doc[i - 1].is_punct and not doc[i + 2].is_punct for i in joints)

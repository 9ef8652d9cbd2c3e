"""What a verb says that its object is, and the adverbs behind it."""

from __future__ import annotations

from ..tokens import Token
from .arguments import objects
from .clauses import is_bare_predicate
from .subject_heads import own_subjects
from .words import is_infinitive


def attributed(verb: Token) -> list[Token]:
    """What a verb says that its object is, or is made: "called Marsh a liar", "left the door open"."""
    found = [c for c in verb.rights if c.dep_ == "xcomp" and not is_infinitive(c)]
    bare = [c for c in found if is_bare_predicate(c) or (c.tag_ == "VBN" and not own_subjects(c))]
    return bare if bare and objects(verb) else []


def adverbs_after(verb: Token) -> list[Token]:
    """The adverbs behind a verb: "kept her away"."""
    return [child for child in verb.rights if child.dep_ == "advmod"]

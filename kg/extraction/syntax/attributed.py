"""What a verb or a clause says that somebody or something is, and the adverbs behind it."""

from __future__ import annotations

from ..tokens import Token
from .arguments import objects
from .clauses import is_bare_predicate
from .nouns import name_head
from .subject_heads import own_subjects
from .words import ANY_SUBJECT, is_infinitive

#: How a parse hangs what somebody is shown to be, or to be in.
_OF_THE_STATE = ("obj", "advmod", "obl", "obl:unmarked", "xcomp", "advcl")


def attributed(verb: Token) -> list[Token]:
    """What a verb says that its object is, or is made: "called Marsh a liar", "left the door open"."""
    found = [c for c in verb.rights if c.dep_ == "xcomp" and not is_infinitive(c)]
    bare = [c for c in found if is_bare_predicate(c) or (c.tag_ == "VBN" and not own_subjects(c))]
    return bare if bare and objects(verb) else []


def taken_as(verb: Token) -> list[Token]:
    """What says behind "as" how somebody is taken, and is no noun: "seen as having won", "seen as dull"."""
    behind = [c for c in verb.rights if c.dep_ in ("advcl", "xcomp", "ccomp", "advmod") or c.tag_ == "VBG"]
    behind = [c for c in behind if c.tag_ == "VBG" or c.pos_ == "ADJ"]
    return [c for c in behind if [w.lower_ for w in c.lefts if w.dep_ in ("mark", "case")] == ["as"]]


def state_shown(verb: Token) -> tuple[Token, int] | None:
    """Whom a verb shows, and the last word of how: of "shows Hale nine points ahead of Marsh", Marsh."""
    shown = next((c for c in verb.rights if c.dep_ in ("obj", "iobj")), None)
    if shown is None:
        return None
    last = shown.right_edge.i
    for child in verb.rights:
        if child.i > shown.i and child.left_edge.i == last + 1 and child.dep_ in _OF_THE_STATE:
            last = child.right_edge.i
    return (shown, last) if last > shown.right_edge.i else None


def adverbs_after(verb: Token) -> list[Token]:
    """The adverbs behind a verb: "kept her away"."""
    return [child for child in verb.rights if child.dep_ == "advmod"]


def is_fronted(noun: Token, name: Token) -> bool:
    """Whether a description only opens the clause of the name behind its comma: "A lawyer, Hale won"."""
    named, above = name_head(name), noun.head
    beside = named.dep_ in ANY_SUBJECT and above is named.head and noun.dep_ in ("dep", *ANY_SUBJECT)
    apposed = named.dep_ == "appos" and named.head is noun and noun.dep_ in ANY_SUBJECT
    joined = any(c.dep_ == "conj" for c in (*named.rights, *noun.rights))
    if not (beside or apposed) or name.i > above.i or joined or named.right_edge.is_punct:
        return False
    last = named.right_edge
    if last.is_punct or noun.doc[last.i + 1].is_punct or any(c.dep_ == "conj" for c in noun.rights):
        return False  # "A nurse, Hale, and a teacher left"
    opening = noun.doc[noun.sent.start : name.i]
    return [t.text for t in opening if t.is_punct] == [","]

"""Nouns joined by "and" that share their owner or their head, so that none stands for itself.

Of "Oxley's planning laws and practices" the practices are Oxley's too, and "trade, farm and school rules" are
three kinds of rules.
"""

from __future__ import annotations

from ..tokens import Token
from .words import kind_of

_OWN = ("det", "det:predet", "nmod:poss", "nummod", "case")


def last_of_one(noun: Token) -> Token | None:
    """The last of the nouns joined to one, where they are one thing together; none where they are several."""
    if noun.pos_ != "NOUN" or kind_of(noun) == "person":
        return None
    joined = [c for c in noun.rights if c.dep_ == "conj"]
    bare = bool(joined) and all(c.pos_ == "NOUN" and not c.ent_type_ and not _has_own(c) for c in joined)
    if not bare or any(kind_of(c) == "person" for c in joined):
        return None
    return joined[-1] if _share_owner(noun, joined) or _share_head(noun, joined) else None


def _share_owner(noun: Token, joined: list[Token]) -> bool:
    owned = any(c.dep_ == "nmod:poss" for c in noun.lefts)
    return owned and not any(c.pos_ == "ADP" for c in noun.doc[noun.i : joined[-1].i])


def _share_head(noun: Token, joined: list[Token]) -> bool:
    """Whether the last is a plural with a noun before it, and those before are single words without "the"."""
    last = joined[-1]
    if last.tag_ != "NNS" or not any(c.dep_ == "compound" and not c.ent_type_ for c in last.lefts):
        return False
    single = all(not {x.dep_ for x in c.lefts} - {"punct", "cc"} for c in joined[:-1])
    return single and all(c.tag_ == "NN" for c in (noun, *joined[:-1])) and not _has_own(noun)


def _has_own(noun: Token) -> bool:
    return any(c.dep_ in _OWN for c in noun.lefts)

"""Who is to do what follows "for": "pushed for Oxley Bank to pay", "calls for Marsh to resign"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import SUBJECT, is_infinitive, is_nominal
from .hanging import Words, hang, has


def give_to_doers(words: Words, _: Ontology) -> bool:
    """Make the noun between "for" and "to" the subject of the infinitive, wherever a parse hung it."""
    mended = False
    for word in words:
        if word.lower_ != "for" or word.dep_ != "mark" or not is_infinitive(word.head):
            continue
        doer = _between(words, word, word.head)
        if doer is not None and doer.head is not word.head and not has(word.head, *SUBJECT):
            hang(doer, word.head, "nsubj")
            mended = True
    return mended


def _between(words: Words, opening: Token, verb: Token) -> Token | None:
    """The head of the one phrase that stands between "for" and "to"; none where more than one does."""
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.i > opening.i), None)
    if to is None:
        return None
    inside = words[opening.i + 1 - words[0].i : to.i - words[0].i]
    tops = [t for t in inside if not opening.i < t.head.i < to.i]
    return tops[0] if len(tops) == 1 and is_nominal(tops[0]) else None

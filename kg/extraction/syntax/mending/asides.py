"""What is set beside a clause, and taken for one more object: "sacked Marsh, a claim she denies"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import kind_of
from .hanging import APART, Words, hang, has

_SIGNS = (",", "–", "—", "―", "--")


def part_asides(words: Words, _: Ontology) -> bool:
    """Hang a noun that a comma and an article open elsewhere than as a further object of its verb.

    A list has "and"; without it, a person beside a person is who that is, and anything else speaks of the
    whole clause.
    """
    return any([_part(noun) for noun in words[2:] if noun.dep_ == "obj" and noun.pos_ == "NOUN"])


def _part(noun: Token) -> bool:
    first = next((c for c in noun.lefts if not c.is_punct), noun)
    verb = noun.head
    if first.i <= verb.i + 2 or first.lower_ not in ("a", "an") or first.nbor(-1).text not in _SIGNS:
        return False
    before = [c for c in verb.rights if c.dep_ == "obj" and c.i < first.i]
    listed = has(noun, "cc", "conj") or any(c.dep_ == "cc" for c in verb.rights if c.i > first.i)
    if not before or listed:
        return False
    one = before[-1]
    beside = one.right_edge.i == first.i - 2
    if beside and kind_of(one) == "person" and kind_of(noun) == "person":
        hang(noun, one, "appos")
    else:
        hang(noun, verb, APART)
    return True

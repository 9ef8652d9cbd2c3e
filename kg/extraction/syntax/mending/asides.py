"""What is set beside a clause, and taken for one more object: "sacked Marsh, a claim she denies"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import ANY_SUBJECT, is_nominal, is_verb, kind_of
from .hanging import APART, Words, hang, has

_SIGNS = (",", "–", "—", "―", "--")


def part_asides(words: Words, _: Ontology) -> bool:
    """Hang a noun that a comma and an article open elsewhere than as a further object of its verb.

    A list has "and"; without it, a person beside a person is who that is, and anything else speaks of the
    whole clause.
    """
    changed = [_part(noun) for noun in words[2:] if noun.dep_ == "obj" and noun.pos_ == "NOUN"]
    participles = [verb for verb in words[2:] if verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "parataxis")]
    return any([*changed, *[_describe(verb) for verb in participles]])


def _describe(verb: Token) -> bool:
    """Hang a participle between commas on whom it describes: "say Hale, falsely rumoured to be ill, left"."""
    first = next((c for c in (*verb.lefts, verb) if not c.is_punct), verb)
    if has(verb, "aux", "aux:pass", "cop", "mark", "cc", *ANY_SUBJECT) or first.i < verb.sent.start + 2:
        return False
    last = verb.right_edge if verb.right_edge.text == "," else verb.right_edge.nbor()
    if first.nbor(-1).text != "," or last.text != "," or first.nbor(-2).dep_ == "punct":
        return False
    noun = first.nbor(-2)
    while noun.dep_ in ("flat", "compound") and noun.head.i < noun.i:
        noun = noun.head
    above = noun.head
    whole = is_nominal(noun) and noun.dep_ in ANY_SUBJECT and is_verb(above) and above.i > last.i
    if not whole:
        return False
    hang(verb, noun, "acl")
    return True


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

"""Whose something is, where a parse takes the owner for the thing: "assailed Hale's paid speeches"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal
from .hanging import Words, hang, has

_NAMING = ("flat", "compound", "appos", "nmod:desc")
_BEHIND = ("conj", "appos", "acl", "acl:relcl", "nmod")
_DESCRIBING = ("ADJ", "NOUN", "PROPN", "NUM")


def give_to_owners(words: Words, _: Ontology) -> bool:
    """Hang whoever stands before ’s on the noun behind it, which takes the place that they had."""
    return any([_give(sign) for sign in words[1:-1] if sign.tag_ == "POS" and sign.dep_ == "case"])


def _give(sign: Token) -> bool:
    owner = sign.head
    while owner.dep_ in _NAMING and owner.head.i < owner.i:
        owner = owner.head
    owned = _owned(sign)
    if owned is None or owner.i > sign.i or owner.dep_ == "nmod:poss" or sign.i < owner.head.i <= owned.i:
        return False
    if owner in owned.ancestors:
        hang(owned, owned if owner.head is owner else owner.head, owner.dep_)
    elif owned.head is not owner.head:
        return False
    for child in [c for c in owner.children if c is not sign]:
        leads = child.dep_ == "case" and child.i < owner.i and not has(owned, "case")
        if leads or (child.i > sign.i and child is not owned and child.dep_ in _BEHIND):
            hang(child, owned, child.dep_)
    hang(owner, owned, "nmod:poss")
    return True


def _owned(sign: Token) -> Token | None:
    """The last noun of the words right behind ’s that can only describe or be a noun."""
    found = None
    for word in sign.doc[sign.i + 1 : sign.sent.end]:
        describes = word.pos_ in _DESCRIBING or word.dep_ == "amod" or word.is_quote or word.text == "-"
        if not describes:
            break
        if is_nominal(word) and word.pos_ != "PRON" and word.dep_ != "amod":
            found = word
        elif word.is_quote and found is not None:
            break
    return found

"""Gerunds that say what somebody does of whom a noun speaks: "no sign of Hale attacking Marsh"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb, preposition
from .hanging import Words, hang, has


def hang_gerunds(words: Words, _: Ontology) -> bool:
    """Hang a bare gerund right after a person in a phrase with "of" or "about" on that person.

    A parse may hang it on the verb above, whose subject then seems to do it.
    """
    return any([_hang(verb) for verb in words[2:] if verb.tag_ == "VBG" and verb.dep_ == "advcl"])


def _hang(verb: Token) -> bool:
    if has(verb, "mark", "case", "nsubj", "aux", "cop") or not is_verb(verb.head):
        return False
    last = verb.left_edge.nbor(-1)
    while last.dep_ in ("flat", "compound") and last.head.i < last.i:
        last = last.head
    if last.ent_type_ != "PERSON" and last.pos_ != "PRON":
        return False
    if preposition(last) not in ("of", "about") or last.right_edge.i != verb.left_edge.i - 1:
        return False
    hang(verb, last, "acl")
    return True

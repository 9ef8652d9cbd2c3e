"""Relative clauses of what somebody says: "the firm which Hale says lied", "the man police say shot Reed".

What stands in them is what that somebody says, and never what the article tells itself.
"""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..nouns import name_head
from ..words import ANY_SUBJECT, is_finite, is_nominal, is_verb
from .hanging import Words, hang, has, subject, take_place
from .reporting import reports

_RELATIVE = ("who", "which", "that")
_LOST = ("acl:relcl", "parataxis", "ccomp", "advcl", "acl")
_GROUP = ("aux", "aux:pass", "cop", "advmod")


def hang_embedded(words: Words, ontology: Ontology) -> bool:
    """Hang what somebody says in a relative clause on the verb of saying, and that verb on the noun."""
    return any([_hang(verb, ontology) for verb in words[2:-1] if verb.dep_ in _LOST and is_finite(verb)])


def _hang(verb: Token, ontology: Ontology) -> bool:
    who = subject(verb) or _taken(verb)
    if not is_verb(verb) or who is None or who.i > verb.i or not is_nominal(who) or who.tag_ in ("WP", "WDT"):
        return False
    if (
        any(t.pos_ != "ADV" for t in verb.doc[who.right_edge.i + 1 : verb.i])
        or who.left_edge.i < who.sent.start + 1
    ):
        return False
    if not reports(verb, ontology):
        return False
    before, told = who.left_edge.nbor(-1), _told(verb)
    relative = before if before.lower_ in _RELATIVE and before.tag_ in ("WP", "WDT") else None
    noun = _noun(before if relative is None else relative.nbor(-1), bare=relative is None)
    if told is None or noun is None or (relative is None and verb.dep_ != "acl:relcl"):
        return False
    if told.head is told:
        return False  # "The prize that Hale claims was sold": the prize was sold
    own = next((c for c in told.children if c.dep_ in ANY_SUBJECT and c is not who), None)
    if own is not None and own is not relative and own.i > verb.i:
        return False
    if told.dep_ == "ccomp" and told.head is verb and (relative is None or own is relative):
        return False
    if verb.head is told:
        take_place(verb, told)
    if verb.dep_ != "acl:relcl":
        hang(verb, noun, "acl:relcl")
    if told.dep_ == "amod" and told.head.i > told.i:
        hang(told.head, told, "obj")
    told.pos_ = "VERB" if is_verb(told) or told.tag_.startswith("VB") else told.pos_
    told.tag_ = "VBD" if told.tag_ == "VBN" and not has(told, "aux", "aux:pass") else told.tag_
    hang(told, verb, "ccomp")
    hang(who, verb, "nsubj")
    if relative is not None:
        hang(relative, told, "nsubj:pass" if has(told, "aux:pass") else "nsubj")
    return True


def _taken(verb: Token) -> Token | None:
    """Whoever stands right before a verb of saying, and is taken for the subject of what is said."""
    before = name_head(verb.nbor(-1))
    taken = before.dep_ in ANY_SUBJECT and before.head.i > verb.i and before.right_edge.i == verb.i - 1
    return before if taken else None


def _told(verb: Token) -> Token | None:
    """The verb or predicate whose words begin right behind a verb of saying, with a tense and no subject."""
    first = verb.nbor()
    while first.pos_ == "ADV" and first.i + 1 < first.sent.end:
        first = first.nbor()
    if first.pos_ == "AUX" and is_finite(first):
        return first.head if first.dep_ in _GROUP and first.head.i > first.i else None
    return first if first.tag_ in ("VBD", "VBZ", "VBN") and first.pos_ == "VERB" else None


def _noun(last: Token, *, bare: bool) -> Token | None:
    """The noun that a relative clause stands behind: right before it, or before the comma."""
    if last.text == "," and not bare and last.i > last.sent.start:
        last = last.nbor(-1)
    if not is_nominal(last) or last.pos_ == "PRON":
        return None
    return name_head(last)

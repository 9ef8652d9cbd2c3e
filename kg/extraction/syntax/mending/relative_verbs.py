"""Relative clauses that a parse hangs on each other, and participles that it takes for such clauses."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..nouns import name_head
from ..words import ANY_SUBJECT, is_nominal, is_verb
from .hanging import Words, hang, has

_RELATIVE = ("who", "which", "that")


def hang_relative_verbs(words: Words, ontology: Ontology) -> bool:
    """Hang a second relative clause on its noun, and make a participle of a verb that lacks its subject."""
    verbs = [word for word in words if is_verb(word)]
    needing = ontology.words["DoneToVerb"]
    return any([_hang_second(verb) or (verb.lower_ in needing and _make_participle(verb)) for verb in verbs])


def _hang_second(verb: Token) -> bool:
    """Of "in which Hale won, and which paid" "which" is what the first clause is about, and not Hale."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "acl:relcl" or not is_verb(first):
        return False
    own = [c for c in verb.lefts if c.dep_ in ANY_SUBJECT and c.tag_ in ("WP", "WDT")]
    if not own or own[-1].lower_ not in _RELATIVE:
        return False
    hang(verb, first.head, "acl:relcl")
    return True


def _make_participle(verb: Token) -> bool:
    """No English relative clause leaves out its subject: of "the man arrested here", he did not arrest."""
    if verb.dep_ != "acl:relcl" or verb.tag_ != "VBD" or verb.i == verb.sent.start:
        return False
    described = name_head(verb.nbor(-1))
    if not is_nominal(described) or not (described is verb.head or verb.head.is_ancestor(described)):
        return False
    complete = (*ANY_SUBJECT, "aux", "aux:pass", "cop", "mark", "obj", "ccomp", "xcomp")
    if has(verb, *complete):
        return False
    if any(c.tag_ in ("WP", "WDT", "WRB", "WP$") or c.lower_ == "that" for c in verb.lefts):
        return False
    verb.tag_ = "VBN"
    hang(verb, described, "acl")
    return True

"""Relative clauses that a parse hangs on each other, and participles that it takes for such clauses."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..nouns import name_head
from ..words import ANY_SUBJECT, is_nominal, is_verb
from .hanging import Words, hang, has, subject

_RELATIVE = ("who", "which", "that")


def hang_relative_verbs(words: Words, ontology: Ontology) -> bool:
    """Hang a second relative clause on its noun, and make a participle of a verb that lacks its subject."""
    verbs = [word for word in words if is_verb(word)]
    needing = ontology.words["DoneToVerb"]
    return any(
        [
            _hang_second(verb)
            or _go_on(verb)
            or (verb.lower_ in needing and _do_to_whose(verb))
            or (verb.lower_ in needing and _make_participle(verb))
            for verb in verbs
        ]
    )


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


def _go_on(verb: Token) -> bool:
    """Of "whom Hale called a man who lied and hid files" "hid" goes on from "lied".

    Nothing is left to be "whom" where a verb has its own object, so that it is none of the first clause.
    """
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "acl:relcl" or not is_verb(first) or subject(first) is None:
        return False
    if not has(verb, "obj") or subject(verb) is not None or not _leaves_a_gap(first):
        return False
    between = (t for t in verb.doc[first.i + 1 : verb.i] if t.dep_ == "acl:relcl" and t.tag_ == verb.tag_)
    inner = next((t for t in between if first in t.ancestors), None)
    if inner is None or any(t.text == "," for t in verb.doc[inner.i : verb.i]):
        return False
    hang(verb, inner, "conj")
    return True


def _leaves_a_gap(verb: Token) -> bool:
    """Whether a relative pronoun is done something to: "whom Hale called a liar"."""
    taken = [c for c in verb.lefts if c.tag_ in ("WP", "WDT") and c.dep_ in ("obj", "iobj", "obl")]
    return any(not has(c, "case") for c in taken)


def _do_to_whose(verb: Token) -> bool:
    """Of "whose brother Marsh shot" Marsh shot the brother: a verb that needs an object has none else."""
    whose = next((c for c in verb.lefts if c.dep_ in ANY_SUBJECT and _is_whose(c)), None)
    if (
        verb.dep_ != "acl:relcl"
        or verb.tag_ != "VBD"
        or whose is None
        or has(verb, "obj", "iobj", "aux:pass")
    ):
        return False
    names = [t for t in verb.doc[whose.i + 1 : verb.i] if t.pos_ == "PROPN"]
    if not names or len(names) < verb.i - whose.i - 1 or has(verb, "obl:agent", "ccomp", "xcomp"):
        return False
    hang(names[0], verb, "nsubj")
    hang(whose, verb, "obj")
    for name in names[1:]:
        hang(name, names[0], "flat")
    return True


def _is_whose(noun: Token) -> bool:
    return any(c.tag_ == "WP$" for c in noun.lefts)


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

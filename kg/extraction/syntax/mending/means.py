"""Relative clauses about what is needed for something: "others she needs to carry the town"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive
from .hanging import Words, hang, has


def free_purposes(words: Words, ontology: Ontology) -> bool:
    """Make an infinitive with an object of its own the purpose of a verb whose object stands before it.

    Of "others he needs to win", which leaves out what is won, it stays the complement.
    """
    verbs = [
        verb for verb in words if verb.dep_ == "acl:relcl" and verb.lower_ in ontology.words["MeansVerb"]
    ]
    return any([_free(verb) for verb in verbs if not has(verb, "obj", "nsubj:pass", "aux:pass")])


def _free(verb: Token) -> bool:
    aims = [c for c in verb.rights if c.dep_ == "xcomp" and is_infinitive(c) and has(c, "obj", "ccomp")]
    behind = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    if not aims or has(aims[0], "aux:pass") or behind[-1].pos_ == "ADP":
        return False  # "the town he needs to win votes in"
    hang(aims[0], verb, "advcl")
    return True

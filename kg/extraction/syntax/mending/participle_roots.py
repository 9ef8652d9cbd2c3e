"""Sentences of which a parse makes a participle the main verb: "Hale told MPs that it fell, adding: …"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, has, has_tense, subject, take_place

_CLAUSES = ("ccomp", "advcl", "parataxis", "conj")


def free_from_participle(words: Words, _: Ontology) -> bool:
    """Make the first clause with a subject and a tense the main one, and hang the -ing form on it."""
    root = next((t for t in words if t.head is t), None)
    if root is None or root.tag_ != "VBG" or has(root, "aux", "nsubj", "cop", "mark"):
        return False
    before = [c for c in root.lefts if c.dep_ in _CLAUSES and is_verb(c)]
    main = next((c for c in before if _stands_alone(c)), None)
    if main is None or root.left_edge.i < main.left_edge.i:
        return False
    take_place(main, root)
    hang(root, main, "advcl")
    for child in list(root.lefts):
        if child is not main and (child in before or child.is_punct) and child.i < root.i - 1:
            hang(child, main, "ccomp" if child in before else child.dep_)
    for told in before:
        for later in [c for c in told.rights if c.dep_ == "conj" and c.i > root.i and subject(c) is not None]:
            hang(later, root, "ccomp")
    return True


def _stands_alone(verb: Token) -> bool:
    return subject(verb) is not None and has_tense(verb) and not has(verb, "mark", "cc")

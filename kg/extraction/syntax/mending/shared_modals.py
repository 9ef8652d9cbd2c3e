"""Verbs that share the modal of the one they go on from: "can hold votes and award seats"."""

from __future__ import annotations

from ....ontology import Ontology
from .hanging import Words, has


def share_modals(words: Words, _: Ontology) -> bool:
    """Make an infinitive of a bare form that a parse takes for a present, where it goes on from a modal."""
    changed = False
    for verb in words:
        first = verb.head
        bare = verb.tag_ == "VBP" and verb.dep_ == "conj" and verb.lower_ == verb.lemma_ != "be"
        if not bare or first.tag_ != "VB" or has(verb, "nsubj", "nsubj:pass", "expl", "aux", "mark"):
            continue
        joined = [t.lower_ for t in verb.lefts if t.dep_ == "cc"]
        if joined in (["and"], ["or"]) and any(c.tag_ == "MD" for c in first.lefts):
            verb.tag_ = "VB"
            changed = True
    return changed

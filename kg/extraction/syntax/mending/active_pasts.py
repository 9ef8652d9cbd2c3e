"""Verbs in the past that a parse makes passive, though their subject does it: "Protests followed."."""

from __future__ import annotations

from ....ontology import Ontology
from .hanging import Words, hang, has

_PASSIVE = ("aux", "aux:pass", "obl:agent")


def make_active(words: Words, _: Ontology) -> bool:
    """Give a past tense without "was", in a sentence that a full stop ends, its subject as the doer.

    A headline may leave out "was" ("Woman attacked in Oxley"), and has no full stop.
    """
    last = next((t for t in reversed(words) if not (t.is_space or t.is_quote)), words[0])
    if last.text != ".":
        return False
    pasts = [t for t in words if t.tag_ == "VBD" and not has(t, *_PASSIVE)]
    done = [c for verb in pasts for c in verb.lefts if c.dep_ == "nsubj:pass"]
    for subject in done:
        hang(subject, subject.head, "nsubj")
    return bool(done)

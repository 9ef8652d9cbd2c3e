"""Days and times that a parse takes for what completes a verb: "called Thursday on Hale to resign"."""

from __future__ import annotations

from ....ontology import Ontology
from ..words import is_verb
from .hanging import Words, hang


def free_moments(words: Words, ontology: Ontology) -> bool:
    """Make a bare time right after a verb say when."""
    times = ontology.words["TimeNoun"]
    changed = False
    for word in words:
        second = word.dep_ == "iobj" and any(
            c.dep_ in ("obj", "iobj") and c.i < word.i for c in word.head.rights
        )
        if word.pos_ == "PROPN" and word.lower_ in times and second and not word.children:
            hang(word, word.head, "obl:unmarked")  # "told trustees Monday that it fell"
            changed = True
        if word.dep_ != "xcomp" or word.pos_ != "PROPN" or word.lower_ not in times:
            continue
        if is_verb(word.head) and word.i == word.head.i + 1 and not word.children:
            hang(word, word.head, "obl:unmarked")
            changed = True
    return changed

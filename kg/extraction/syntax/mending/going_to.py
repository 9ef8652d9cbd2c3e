"""What is written as it is spoken: "gonna" is "going to"."""

from __future__ import annotations

from ....ontology import Ontology
from .hanging import Words


def write_out(words: Words, _: Ontology) -> bool:
    """Read "gon na" as "going to"; what hangs on it stays."""
    for word in words[:-1]:
        if word.lower_ == "gon" and (after := word.nbor()).lower_ == "na":
            word.lower_, word.lemma_ = "going", "go"
            after.lower_ = after.lemma_ = "to"
    return False

"""How something was done, where a denial is of that and not of the deed: "did not act alone"."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token


def denies_only_how(verb: Token, ontology: Ontology) -> bool:
    """Whether a denied verb tells of a deed that was done, and not how it was done: "did not die in vain"."""
    if syntax.has_modal(verb):
        return False
    listed = ontology.words["DeniedManner"]
    after = verb.doc[verb.i + 1 : verb.i + 2]
    if any(word.lower_ in listed for word in after):
        return True
    return any(noun.i > verb.i and f"{word} {noun.lower_}" in listed for word, noun in syntax.obliques(verb))

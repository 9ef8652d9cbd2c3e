"""Phrases that only say by what means or on what terms: "said on the radio", "stands in contrast"."""

from __future__ import annotations

from ..ontology import Action, Ontology
from . import syntax
from .tokens import Token


def is_set_phrase(action: Action, word: str, noun: Token, ontology: Ontology) -> bool:
    """Whether a preposition and a noun fill no role, but only say how, where or on what terms."""
    if word == "in":
        bare = not syntax.determiners(noun) and not syntax.possessors(noun)
        return bare and noun.lower_ in ontology.words["PhraseNoun"]
    channel = word in ("on", "over") and noun.lower_ in ontology.words["ChannelNoun"]
    return channel and "Communicate" in action.ancestors

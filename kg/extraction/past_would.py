"""What "would" tells of as past: "he would often visit her", "she would later admit it"."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .conditional import hangs_on_a_condition
from .tokens import Token


def was_so(verb: Token, auxiliary: Token, ontology: Ontology) -> bool:
    """Whether a verb with "would" tells of a habit of the past, or of what came afterwards.

    Args:
        verb: the verb.
        auxiliary: one of its auxiliaries.
        ontology: the adverbs that say so.
    """
    if auxiliary.lower_ != "would" or syntax.is_perfect(verb) or syntax.is_complement(verb):
        return False
    words = ontology.words
    if hangs_on_a_condition(verb, ontology):
        return False
    between = [word.lower_ for word in verb.doc[auxiliary.i + 1 : verb.i]]
    if not (words["HabitAdverb"] | words["AfterwardsAdverb"]).isdisjoint(between):
        return True
    after = [word.lower_ for word in verb.doc[verb.i : verb.i + 3]]
    return not between and after == ["go", "on", "to"]

"""Deeds named by a noun that are taken for granted, whatever becomes of the verb above them.

So is what somebody wants to end, or to do something like: "vowed to end the bombing of Oxley", "needs to give
a speech like Marsh's". The verbs are data: ontology/done.ttl.
"""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token

#: After these a noun says when or in spite of what something was done, and not what was said.
_CIRCUMSTANCES = frozenset(("during", "after", "following", "since", "despite"))


def is_under_way(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a verb takes the deed that is its object for granted: "to end the siege of Oxley".

    Violence is never done by the way, so that more verbs do so of it; who did it, if said, stays open.
    """
    if noun not in syntax.objects(verb) or not syntax.is_definite(noun):
        return False
    if any(word == "by" for word, _ in syntax.noun_modifiers(noun)):
        return False
    if verb.lower_ in ontology.words["OngoingThemeVerb"]:
        return True
    action = ontology.nouns.get(noun.lower_)
    violent = action is not None and "Conflict" in action.ancestors
    return violent and verb.lower_ in ontology.words["ViolentThemeVerb"]


def is_model(top: Token, noun: Token) -> bool:
    """Whether a deed is what another is to be like: "a school along the lines of Marsh's".

    Args:
        top: the noun below which the deed stands, itself or the last of those above it.
        noun: the deed.
    """
    like = syntax.preposition(top) in ("like", "unlike")
    like = like or (top.lower_ == "lines" and syntax.preposition(top) == "along")
    return like and syntax.is_definite(noun)


def is_circumstance(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun says on what occasion something was done: "met her on a trip to Norway"."""
    word = syntax.preposition(noun)
    return word in _CIRCUMSTANCES or (word == "on" and noun.lower_ in ontology.words["JourneyNoun"])


def is_granted(top: Token, noun: Token, *, planned: bool, ontology: Ontology) -> bool:
    """Whether a deed is what something happens in spite of, or after: "in the wake of her attack on Reed".

    "In the aftermath of the vote, Marsh will resign" may speak of a vote to come, but not "of her defeat".

    Args:
        top: the noun below which the deed stands, itself or the last of those above it.
        noun: the deed.
        planned: whether the verb above tells of a plan.
        ontology: its word lists.
    """
    word = syntax.preposition(top)
    if top == noun:
        fits = word is not None and word in ontology.words["GrantingPreposition"]
    else:
        wake = f"{word} {top.lower_}" in ontology.words["GrantingPhrase"]
        fits = wake and syntax.preposition(noun) == "of" and syntax.governor(noun) == top
    return fits and (bool(syntax.possessors(noun)) if planned else syntax.is_definite(noun))

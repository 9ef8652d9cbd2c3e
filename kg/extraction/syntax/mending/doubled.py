"""Phrases that are the verb's, not those of the noun before: "blamed the fire on Hale", "to 9% from 5%"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_measure, is_nominal, is_verb, preposition
from .hanging import Words, hang, has

_PARTED_BY_FOR = frozenset(("for", "on"))


def hang_on_verbs(words: Words, ontology: Ontology) -> bool:
    """Give verbs the phrases that a parse gives to the noun before them."""
    blaming = ontology.words["BlamingVerb"]
    changed = [_blame(verb) for verb in words if verb.lemma_ in blaming and is_verb(verb)]
    changed += [_start(word) for word in words if word.lower_ == "from" and word.dep_ == "case"]
    changed += [
        _own(word, ontology) for word in words[:-1] if word.lower_ == "her" and word.dep_ in ("obj", "iobj")
    ]
    return any(changed)


def _blame(verb: Token) -> bool:
    """Hang whom something is blamed on on the verb, where nothing else says whom or what for."""
    things = [c for c in verb.rights if c.dep_ == "obj" and is_nominal(c)]
    if len(things) != 1 or any(preposition(c) in _PARTED_BY_FOR for c in verb.rights):
        return False
    thing = things[0]
    on = [c for c in thing.rights if c.dep_ == "nmod" and preposition(c) == "on"]
    if len(on) != 1 or any(t.lower_ == "for" for t in on[0].subtree):
        return False
    hang(on[0], verb, "obl")
    return True


def _start(word: Token) -> bool:
    """Part what a measure was from what it becomes: "raised its share to 9 percent from 5 percent"."""
    was = word.head
    becomes = was.head
    if was.dep_ != "nmod" or preposition(becomes) != "to" or becomes.dep_ != "obl":
        return False
    if not is_measure(was) or not is_measure(becomes) or not is_verb(becomes.head):
        return False
    hang(was, becomes.head, "obl")
    return True


def _own(word: Token, ontology: Ontology) -> bool:
    """Make "her" right before an object the owner of it: "turned her gaze to Oxley"."""
    verb = word.head
    things = [
        c
        for c in verb.rights
        if c.dep_ in ("obj", "obl:unmarked") and c.i > word.i and c.left_edge.i == word.i + 1
    ]
    if (
        not things
        or word.i != verb.i + 1
        or things[0].pos_ != "NOUN"
        or has(things[0], "det", "nummod", "case", "nmod:poss")
    ):
        return False
    if any(verb.lemma_ in ontology.words[name] for name in ("GivingVerb", "ObjectKeepingVerb")):
        return False
    hang(word, things[0], "nmod:poss")
    hang(things[0], verb, "obj")
    word.tag_ = "PRP$"
    return True

"""Phrases that only say by what means, on what terms or what for: "said on the radio", "left to work"."""

from __future__ import annotations

from ..ontology import UNLISTED, Action, Ontology
from . import syntax
from .participants import Participants
from .tokens import Token
from .triggers import evocation


def is_set_phrase(action: Action, word: str, noun: Token, ontology: Ontology) -> bool:
    """Whether a preposition and a noun fill no role, but only say how, where or on what terms."""
    if word == "in":
        bare = not syntax.determiners(noun) and not syntax.possessors(noun)
        return bare and noun.lower_ in ontology.words["PhraseNoun"]
    if word == "from":
        return noun.lower_ in ontology.words["StartNoun"]
    if word == "as":
        listed = "as" in (action.slots or {}) or noun.pos_ in ("NOUN", "PROPN")
        return not listed or noun.lower_ in ontology.words["AsNoun"]
    if word == "with" and action.role(word) == "topic" and _is_fronted(noun):
        return True  # "With a nod, Hale began": how she did
    if word == "to" and noun.lower_ in ontology.words["MeasureOfTruthNoun"]:
        return True  # "to some extent"
    if word == "for" and noun.lower_ in ontology.words["PurposeOrPriceNoun"]:
        return True  # "left for the benefit of her town", "swam for a fee"
    if word == "for" and noun.lower_ in ontology.words["SideNoun"]:
        return bool(syntax.possessors(noun))  # "for Hale's part"
    channel = word in ("on", "over") and noun.lower_ in ontology.words["ChannelNoun"]
    above = syntax.governor(noun) if word == "on" and noun.ent_type_ == "ORG" else None
    channel = channel or (above is not None and above.lower_ in ontology.words["BroadcastVerb"])
    return channel and "Communicate" in action.ancestors


def _is_fronted(noun: Token) -> bool:
    """Whether a phrase stands before the clause that it belongs to, and asks for nothing: not "with whom"."""
    above = syntax.governor(noun)
    told = () if above is None else syntax.own_subjects(above)
    return noun.pos_ == "NOUN" and any(noun.i < subject.i for subject in told)


def led_to_as(verb: Token, noun: Token, participants: Participants) -> str | None:
    """The role of what the preposition of a verb of no list leads to.

    The goal of a verb of going ("headed into the debate", "decamped to a rival"), else the theme; none where
    it only tells where or what for: "slept in Oxley", "swam for a fee".
    """
    word, ontology = syntax.preposition(noun) or "", participants.knowledge.ontology
    if verb.lower_ in ontology.words["GoingVerb"] and word in ("to", "into", "onto", "toward", "towards"):
        return "goal"
    there = word in ontology.words["GoalPreposition"] and participants.is_place(noun)
    return None if there or is_set_phrase(UNLISTED, word, noun, ontology) else "theme"


def takes_no_room(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun after "in" is no place after all: "died in a car crash", "flew in his Rover"."""
    owned = noun.pos_ == "PROPN" and any(owner.pos_ == "PRON" for owner in syntax.possessors(noun))
    return owned or noun.lower_ in ontology.nouns or noun.lower_ in ontology.words["MishapNoun"]


def says_what_for(verb: Token, clause: Token, ontology: Ontology) -> bool:
    """Whether an infinitive says what for: "left to work in Oxley", "turned to Marsh to raise money"."""
    if not syntax.is_infinitive(clause) or syntax.objects(verb):
        return False
    if verb.lower_ in ontology.words["PurposeVerb"]:
        return True
    listed = evocation(verb, ontology) is not None
    apart = any(verb.i < noun.i < clause.i for _, noun in syntax.obliques(verb))
    return apart and not listed

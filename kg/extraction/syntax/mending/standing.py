"""What a thing is about, in -ing right behind it: "broke rules covering the sale of land"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import kind_of
from .hanging import Words, hang, has


def hang_standing(words: Words, ontology: Ontology) -> bool:
    """Hang a participle that tells what a thing says or holds on the thing, and not on the verb before."""
    found = [verb for verb in words[2:] if verb.tag_ == "VBG" and verb.dep_ == "advcl"]
    return any([_hang(verb) for verb in found if verb.lower_ in ontology.words["StandingVerb"]])


def _hang(verb: Token) -> bool:
    thing = next(
        (c for c in verb.head.rights if c.dep_ in ("obj", "iobj") and c.right_edge.i == verb.i - 1), None
    )
    if thing is None or thing.pos_ != "NOUN" or thing.ent_type_ or kind_of(thing) == "person":
        return False
    own = any(c.tag_ == "PRP$" for noun in verb.rights for c in noun.lefts)
    if own or verb.left_edge is not verb or has(verb, "compound:prt"):
        return False  # "left the house covering her face", "broke laws covering up a theft"
    hang(verb, thing, "acl")
    return True

"""What an object is called, where a parse takes it for a second object or for a name beside the first."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb, preposition
from .hanging import Words, hang, has


def tell_what_it_is_called(words: Words, ontology: Ontology) -> bool:
    """Part what somebody is called from whom: "called her rival a coward", "declared it a nuisance"."""
    calling = ontology.words["CallingVerb"]
    return any([_part_name(verb) for verb in words if verb.lower_ in calling and is_verb(verb)])


def _part_name(verb: Token) -> bool:
    things = [c for c in verb.rights if c.dep_ == "obj" and is_nominal(c)]
    if not things or any(c.dep_ == "xcomp" for c in verb.rights):
        return False
    whom = things[0]
    quoted = [c for c in whom.rights if c.dep_ == "amod" and c.nbor(-1).is_quote and c.i > whom.i]
    if len(things) == 1 and quoted and not has(quoted[0], "obl"):
        hang(quoted[0], verb, "xcomp")  # "called voters “stupid”"
        return True
    beside = things[1:] or [c for c in whom.rights if c.dep_ == "appos" and is_nominal(c)]
    if len(beside) != 1 or preposition(beside[0]) or not _is_called(whom, beside[0]):
        return False
    hang(beside[0], verb, "xcomp")
    return True


def _is_called(whom: Token, name: Token) -> bool:
    """Whether a noun with "a", or with "the" behind a name, follows another and no comma parts them."""
    parted = any(t.is_punct and not t.is_quote for t in name.doc[whom.i + 1 : name.left_edge.i])
    articles = ("a", "an", "the") if whom.pos_ == "PROPN" and name.pos_ == "NOUN" else ("a", "an")
    return not parted and any(c.dep_ == "det" and c.lower_ in articles for c in name.lefts)

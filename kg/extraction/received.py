"""Support that somebody has from others: "her support among farmers", "won the backing of the board"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..ontology import Ontology
from . import syntax
from .tokens import Token


class Received(NamedTuple):
    """Who lends what a noun names, and to whom, as heads of noun phrases."""

    givers: list[Token]
    receivers: list[Token]
    verb: Token | None
    """The verb by which they get it, if the noun is its object."""


def received(noun: Token, ontology: Ontology) -> Received | None:
    """Who supports whom by a noun that tells of whoever has the support; none where it does not.

    "Her support for the bill" and "gave her support to it" are hers; what somebody has "among farmers", or
    gets by a verb of getting, is others'.
    """
    if noun.lower_ not in ontology.words["ReceivedNoun"]:
        return None
    above = syntax.governor(noun)
    if above is None or noun not in syntax.objects(above) or syntax.passive(above):
        above = None
    owners = [o for owner in syntax.possessors(noun) for o in syntax.conjuncts(owner)]
    among = [head for word, head in _phrases(noun, above) if word in ("among", "amongst")]
    if owners:  # "lost her support among farmers" tells of none now
        lost = above is not None and above.lower_ in ontology.words["LosingVerb"]
        return Received([] if lost else among, owners, None) if among else None
    if above is None or above.lower_ not in ontology.words["GettingVerb"]:
        return None
    fit = ("from", "of") if syntax.is_definite(noun) else ("from",)
    givers = among or [head for word, head in _phrases(noun, above) if word in fit]
    return Received(givers, syntax.subjects(above), above)


def _phrases(noun: Token, verb: Token | None) -> Iterator[tuple[str, Token]]:
    yield from syntax.noun_modifiers(noun)
    if verb is not None:
        yield from ((word, head) for word, head in syntax.obliques(verb) if head.i > noun.i)

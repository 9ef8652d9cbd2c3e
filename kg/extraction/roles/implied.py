"""Roles that a verb implies: who chairs a review is its chair."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import RoleAttestation
from .. import syntax
from ..referents import Referent
from ..tokens import Token
from .dates import stated, term
from .scene import Described, Scene
from .told import role_verb, standing_of

#: Where these follow, a body is led somewhere: "led the team to victory" makes nobody its leader.
_WHITHER = frozenset(("to", "past", "through", "out", "away", "towards"))


def implied_roles(scene: Scene) -> Iterator[RoleAttestation]:
    """Yield the roles of people in the bodies and inquiries that they chair, lead or found."""
    ways = scene.ontology.role_verbs
    for verb in scene.doc:
        if verb.lemma_.lower() in ways and (syntax.is_verb(verb) or syntax.is_participle(verb)):
            yield from _implied(verb, scene)


def _implied(verb: Token, scene: Scene) -> Iterator[RoleAttestation]:
    way = role_verb(verb, scene)
    if way is None or way.role is None or syntax.is_attributive(verb):
        return
    phrases = list(syntax.obliques(verb))
    if any(word in _WHITHER and stated(noun) is None for word, noun in phrases):
        return
    holders = scene.people(syntax.subjects(verb))
    told, standing = standing_of(verb, way.effect, scene)
    if not holders or not told:
        return
    for noun in syntax.objects(verb):
        body = scene.body(noun) or _inquiry(noun, scene)
        if body is not None and not (syntax.is_definite(noun) or noun.i in scene.names):
            continue  # "runs a campaign"
        if body is None and (not scene.has(noun.lower_, "InquiryNoun") or scene.is_plural(noun)):
            continue
        first, last = syntax.phrase(noun)
        role = Described(
            f"{way.role} of {_words(first, last, scene)}",
            min(verb.i, first),
            max(verb.i, last),
            organisation=body.key if body is not None else None,
        )
        for holder in holders:
            yield scene.attested(holder, role, "implied", standing, term(phrases, None))


def _inquiry(noun: Token, scene: Scene) -> Referent | None:
    """The inquiry whose name stands before its noun: "the HRI inquiry" is the HRI."""
    if not scene.has(noun.lower_, "InquiryNoun"):
        return None
    named = (scene.names.get(word.i) for word in syntax.compounds(noun))
    return next((found[1] for found in named if found is not None and found[1].cls == "Inquiry"), None)


def _words(first: int, last: int, scene: Scene) -> str:
    """The words of a phrase as they stand within a sentence: "the review", also where it opens one."""
    words = scene.text(first, last)
    return words[:1].lower() + words[1:] if scene.doc[first].pos_ in ("DET", "PRON") else words

"""Plans that came to nothing: "broke her promise to sue", "had planned to sue", "was due to sue but did not".

Whether what was planned came about all the same is not said, so that nobody vouches for the plan. The words
are data: ontology/settings.ttl.
"""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import effect_of


def is_dropped(noun: Token, ontology: Ontology) -> bool:
    """Whether the verb above a noun for a plan says that it was broken, dropped or came to nothing."""
    above = above_plan(noun)
    if above is None:
        return False
    if _opens(above, ontology.words["FailingVerb"]) and syntax.is_subject_of(noun, above):
        return True
    if noun in syntax.objects(above) and effect_of(ontology, "theme verb", above).unreal:
        return True
    return _aims_at(above, noun) and _opens(above, ontology.words["BreakingVerb"])


def above_plan(noun: Token) -> Token | None:
    """The verb above a noun, also where an adverb stands between: "went back on a pledge"."""
    above = syntax.governor(noun)
    if above is not None and above.pos_ in ("ADV", "ADP"):
        above = syntax.governor(above)
    return above if above is not None and syntax.is_verb(above) else None


def keeps(verb: Token, noun: Token, ontology: Ontology) -> bool:
    """Whether a verb says that somebody does as promised, so that its denial breaks the promise."""
    return _aims_at(verb, noun) and _opens(verb, ontology.words["KeepingVerb"])


def _aims_at(verb: Token, noun: Token) -> bool:
    return (
        noun in syntax.objects(verb)
        or any(noun == other for _, other in syntax.obliques(verb))
        or (noun.i > verb.i and syntax.in_prepositional_phrase(noun))
    )


def _opens(verb: Token, phrases: frozenset[str]) -> bool:
    """Whether a verb, with the words that follow it or its particle, is one of some phrases."""
    following = [t.lower_ for t in verb.doc[verb.i : verb.i + 4]]
    words = {" ".join(following[: n + 1]) for n in range(len(following))}
    words |= {f"{verb.lower_} {particle.lower_}" for particle in syntax.particles(verb)}
    return not words.isdisjoint(phrases)


def breaks_off(above: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a past plan is told of as one that may have come to nothing.

    Args:
        above: the verb or adjective that plans: "planned", "due".
        verb: the infinitive that it plans.
        ontology: its word lists.
    """
    own = syntax.auxiliaries(above)
    past = "Past" in above.morph.get("Tense", []) and not own
    past = past or any(a.lower_ in ("was", "were", "had", "’d", "'d") for a in own)
    if not past:
        return False
    words = ontology.words
    meant = above.lower_ in words["IntendingWord"]
    near = above.lower_ in words["NearingWord"]
    if near or (meant and any(a.lower_ in ("had", "’d", "'d") for a in own)):
        return True  # "was about to sue", "had planned to sue"
    return any(_undoes(other, ontology, meant=meant) for other in _contrasted(above, verb))


def _contrasted(above: Token, verb: Token) -> list[Token]:
    """The verbs of what "but" or "until" sets against a plan."""
    after = [c for head in (above, verb) for c in head.rights if c.i > verb.i and syntax.is_verb(c)]
    but = [c for c in after if syntax.is_coordinated(c) and any(w.lower_ == "but" for w in c.lefts)]
    until = [c for c in after if "until" in syntax.markers(c)]
    return [*but, *until]


def _undoes(other: Token, ontology: Ontology, *, meant: bool) -> bool:
    """Whether a clause set against a plan says that nothing came of it; for what was only meant, any does."""
    if meant:
        return True
    beside = [*syntax.adverbs(other), *(a for x in syntax.auxiliaries(other) for a in syntax.adverbs(x))]
    denied = any(effect_of(ontology, "adverb", word).negative for word in beside)
    words = ontology.words
    undone = _opens(other, words["BreakingVerb"]) or _opens(other, words["FailingVerb"])
    return denied or undone or effect_of(ontology, "theme verb", other).unreal

"""Who is said to hold which role: appositions and titles before a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Passage, Quote, RoleAttestation
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .quotes import innermost
from .reading import Reading
from .referents import Resolved

#: The prepositions that lead from a role to where it is held, and how many tokens on that is looked for.
_COMPLEMENTS, _REACH = ("of", "for", "at"), 10
_JOINED = ("apposition", "descriptor", "predicate")


def find_roles(
    reading: Reading, resolved: Resolved, quotes: Sequence[Quote], knowledge: Knowledge
) -> Iterator[RoleAttestation]:
    """Yield one attestation per description that a person is given, in reading order."""
    for _, (candidate, referent, rule) in sorted(resolved.mentions.items()):
        if rule not in _JOINED or candidate.former or knowledge.general_class(referent.cls) != "Person":
            continue
        post = knowledge.gazetteer.posts.get(candidate.post or "") if not candidate.qualified else None
        first, last = _extent(reading, candidate)
        words = reading.passage(first, last)
        yield RoleAttestation(
            person=referent.key,
            role=post.label if post else _without_article(reading, words),
            words=words,
            evidence=reading.sentence(reading.doc[candidate.head]),
            post=post.key if post else None,
            organisation=_body(reading, candidate, resolved, knowledge),
            quote=innermost(quotes, words),
        )


def _extent(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The description with its complement: "chair of the harbour inquiry"."""
    head = reading.doc[candidate.head]
    ends = [
        syntax.phrase(noun)[1]
        for word, noun in syntax.noun_modifiers(head)
        if word in _COMPLEMENTS and noun.i > candidate.last
    ]
    return candidate.first, max([candidate.last, *(end for end in ends if end < candidate.last + _REACH)])


def _without_article(reading: Reading, passage: Passage) -> str:
    words = reading.words(passage).split()
    return " ".join(
        words[1:] if words[0].lower() in ("the", "a", "an", "its", "their") and len(words) > 1 else words
    )


def _body(reading: Reading, candidate: Candidate, resolved: Resolved, knowledge: Knowledge) -> str | None:
    """The body in which the role is held: its owner, or what follows "of" or "for"."""
    head = reading.doc[candidate.head]
    after = [noun for word, noun in syntax.noun_modifiers(head) if word in _COMPLEMENTS]
    for token in (*syntax.possessors(head), *after, *syntax.compounds(head)):
        found = resolved.at(token.i)
        if found is not None and knowledge.general_class(found[1].cls) == "Organisation":
            return found[1].key
    return None

"""Who stands within what is done: whose plan was rejected, and whom the threatened action is against."""

from __future__ import annotations

from collections.abc import Iterator

from . import syntax
from .participants import Participants
from .tokens import Token

#: Slots of an action that look within its theme or its clause, for kg:syntax in ontology/actions.ttl.
OWNER, TARGET, CLAUSE_SUBJECT = "theme owner", "theme target", "comp subject"
_AUTHOR = frozenset(("by", "from"))
_AGAINST = frozenset(("against", "on", "upon", "towards", "toward"))


def owners(noun: Token, participants: Participants) -> Iterator[Token]:
    """Whose a thing is: "a plan by Ms Hale", "the council's plan", "an Oxley Council plan"."""
    yield from (owner for owner in syntax.possessors(noun) if owner.pos_ != "PRON")
    yield from (head for word, head in syntax.noun_modifiers(noun) if word in _AUTHOR)
    yield from _naming(noun, participants)


def targets(noun: Token, participants: Participants) -> Iterator[Token]:
    """Whom a thing is aimed at: "sanctions on Oxley", "action against the bank", "a ban on Oxley lorries"."""
    for word, head in syntax.noun_modifiers(noun):
        if word in _AGAINST:
            yield from [head] if participants.is_actor(head) else _naming(head, participants)


def _naming(noun: Token, participants: Participants) -> Iterator[Token]:
    """The names before a noun that only modify it."""
    for word in (*syntax.compounds(noun), *syntax.attributes(noun)):
        found = participants.resolved.identified_at(word.i)
        if found is not None and found[0].modifies:
            yield word


def clause_subjects(verb: Token) -> Iterator[Token]:
    """Who is to act in the clause that completes a verb: "demanded that the council publish it"."""
    for clause in syntax.complements(verb)[:1]:
        if not syntax.is_infinitive(clause):
            yield from syntax.own_subjects(clause)

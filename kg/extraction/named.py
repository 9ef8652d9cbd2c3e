"""Whom a pronoun in a role means, where their name stands in its sentence: of "Hale said she left", Hale.

The pronoun stays beside the name, so that nobody has to guess by which step the name came there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Argument, Mention, MentionKind, Passage, Statement


def named(statements: Sequence[Statement], mentions: Iterable[Mention]) -> list[Statement]:
    """The same statements, with the words that name somebody in the place of pronouns that mean them.

    Only words of the statement's own sentence take a pronoun's place: its evidence shows them. A name comes
    before a description, and what stands before the pronoun before what follows it; then the longest name
    ("Oxley Harbour Office (OHO)"), or the nearest description.

    Args:
        statements: the statements of an article.
        mentions: who or what is mentioned in it, and by what kind of words.
    """
    pronouns: dict[Passage, str] = {}
    words: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is MentionKind.PRONOUN:
            pronouns[mention.passage] = mention.entity
        else:
            words[mention.entity].append(mention)
    return [
        _named(statement, pronouns, words)
        if any(argument.passage in pronouns for argument in statement.arguments)
        else statement
        for statement in statements
    ]


def _named(
    statement: Statement, pronouns: Mapping[Passage, str], words: Mapping[str, Sequence[Mention]]
) -> Statement:
    found = []
    for argument in statement.arguments:
        entity = pronouns.get(argument.passage)
        near = None
        if entity is not None and entity == argument.entity:
            near = _nearest(argument.passage, statement.evidence, words.get(entity, ()))
        found.append(argument if near is None else _instead(argument, near))
    return replace(statement, arguments=tuple(sorted(found)))


def _instead(argument: Argument, name: Passage) -> Argument:
    return replace(argument, passage=name, pronouns=(argument.passage,))


def _nearest(pronoun: Passage, sentence: Passage, words: Sequence[Mention]) -> Passage | None:
    """The words of a sentence that best say whom a pronoun in it means."""
    here = [m for m in words if sentence.contains(m.passage) and not m.passage.contains(pronoun)]
    if not here:
        return None

    def rank(mention: Mention) -> tuple[bool, bool, int, int]:
        ahead, described = pronoun.start - mention.passage.end, mention.kind is not MentionKind.NAME
        length = 0 if described else mention.passage.end - mention.passage.start
        return described, ahead < 0, -length, abs(ahead)

    return min(here, key=rank).passage

"""What a tokeniser cuts at hyphens though it is one: the names of people and of posts."""

from __future__ import annotations

from .tokens import Doc, Token


def over_hyphens(doc: Doc, last: int) -> int:
    """The last token of a person's name that goes on after a particle between hyphens: "Tal-ur-Reman".

    Only a particle of a few small letters joins two parts of one name for sure: "the Hale-Marsh talks" are
    those of two, and "the Hale-led council" is hers.

    Args:
        doc: the Doc.
        last: the last token that the pipeline gives to the name.
    """
    end = last
    while end + 4 < len(doc) and _joins(doc[end : end + 5]):
        end += 4
    return end


def _joins(words: list[Token]) -> bool:
    """Whether five tokens are two parts of a name with a particle between hyphens."""
    before, hyphen, particle, second, after = words
    tied = not any(word.whitespace_ for word in words[:4])
    small = particle.text.islower() and particle.tag_.startswith("NNP") and len(particle.text) <= 3
    return (
        tied and hyphen.text == second.text == "-" and small and before.is_alpha and after.text[:1].isupper()
    )


def ends_a_post(token: Token) -> bool:
    """Whether what looks like a title ends another word: "Secretary-General Ada Hale" is no general."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return before.text == "-" and not before.whitespace_

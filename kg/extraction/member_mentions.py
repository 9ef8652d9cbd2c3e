"""Members who go by the name of their party: "a Tory", "all the Greens seeking office" are no party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..gazetteer import Known
from ..model import MentionKind
from . import syntax
from .candidates import Candidate, text_of
from .tokens import Doc, Span, Token

_ONE = frozenset(("a", "an", "one", "any", "every", "each", "another", "fellow"))


def members(doc: Doc, matched: Sequence[tuple[Span, Known, bool]]) -> Iterator[Candidate]:
    """The phrases that count, single out or own some of those whom a party's name calls."""
    for span, known, _ in matched:
        if are_members(span, known):
            first, last = syntax.flat_phrase(span[-1])
            first = min(first, span.start)
            yield Candidate(
                first,
                last,
                last,
                MentionKind.NOMINAL,
                cls="Person",
                name=text_of(doc, span.start, last),
                plural=span[-1].lower_.endswith("s"),
                definite=doc[first].lower_ in ("these", "those"),
            )


def are_members(span: Span, known: Known) -> bool:
    """Whether the name of a party means only some of its members where it stands."""
    if known.cls != "PoliticalParty" or len(span) != 1 or syntax.is_premodifier(span[0]):
        return False
    if span[0].lower_.endswith("s") and syntax.is_narrowed_down(span[0]):
        return True
    start = syntax.flat_phrase(span[0])[0]
    before = [token for token in span.doc[start : span.start] if not token.is_punct]
    if not before:
        return False
    if span[0].lower_.endswith("s"):
        if before[0].pos_ != "DET" and any(map(_describes, before)):
            return True  # "veteran Tories", but not "the governing Tories"
        return any(t.pos_ == "NUM" or t.lower_ == "fellow" or _picks(t.lower_, t.tag_) for t in before)
    return before[0].lower_ in _ONE


def _describes(word: Token) -> bool:
    """Whether a word tells what people are like, and not of what place they are: "veteran", "leading"."""
    plain = word.pos_ == "ADJ" and not word.ent_type_ and word.tag_ in ("JJ", "VBG", "VBN")
    return plain and (word.is_sent_start or word.text.islower())


def _picks(word: str, tag: str) -> bool:
    """Whether a word before a plural takes some out of all: "some", "those", "our", "more"."""
    return tag in ("PRP$", "JJR", "JJS") or word in (
        "some",
        "many",
        "most",
        "few",
        "several",
        "these",
        "those",
    )

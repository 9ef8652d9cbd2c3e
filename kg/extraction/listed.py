"""When a name out of a long list counts: such a list holds ordinary words, and parts of longer names."""

from __future__ import annotations

from ..gazetteer import Words
from .tokens import Doc, Span, Token


def counts(span: Span, general_class: str, words: Words, others: frozenset[str]) -> bool:
    """Whether words that a list has as a name are that name here.

    Args:
        span: the words.
        general_class: ``"Person"``, ``"Organisation"`` or ``"Place"``, as the list says.
        words: titles, given names and letters after names.
        others: the words of people's names in this Doc.
    """
    if len(span) == 1:
        return span.text not in others and _is_one_word_name(span, general_class)
    if _is_question(span):
        return False
    return general_class != "Person" or not _is_part_of_longer(span, words)


def names_of_others(doc: Doc) -> frozenset[str]:
    """The words of the longer names of people that the pipeline sees: "Hope" once "Ada Hope" is there."""
    return frozenset(t.text for ent in doc.ents if _is_person(ent.label_) and len(ent) > 1 for t in ent)


def _is_one_word_name(span: Span, general_class: str) -> bool:
    """Whether one word is a name where it stands: the pipeline sees one of that kind, or it is an acronym."""
    token = span[0]
    if len(token) > 2 and token.is_upper and token.is_alpha and general_class == "Organisation":
        return not _in_capitals(token)
    exact = [
        ent
        for ent in span.sent.ents
        if ent.end == span.end and ent.start <= span.start and all(t.lower_ == "the" for t in ent[:-1])
    ]
    return any(_is_person(ent.label_) == (general_class == "Person") for ent in exact)


def _is_person(label: str) -> bool:
    return label in ("PERSON", "PER")


def _in_capitals(token: Token) -> bool:
    """Whether the words beside a word are in capitals too, as in a headline."""
    beside = [t for t in token.doc[max(0, token.i - 1) : token.i + 2] if t.i != token.i and t.is_alpha]
    return bool(beside) and all(t.is_upper and len(t) > 1 for t in beside)


def _is_question(span: Span) -> bool:
    """Whether the first word only asks: "Will Young people vote?"."""
    first = span[0]
    return (
        first.pos_ == "AUX" and first.i == span.sent.start and span.sent.text.rstrip("”’\"' ").endswith("?")
    )


def _is_part_of_longer(span: Span, words: Words) -> bool:
    """Whether a person's name goes on before or after the words: "Ada Mary Hale", "Mary Hale-Moss"."""
    doc = span.doc
    before = doc[span.start - 1] if span.start > span.sent.start else None
    after = doc[span.end] if span.end < span.sent.end else None
    if before is not None and (before.text in words.genders and before.text[:1].isupper()):
        return True
    if before is not None and before.text in ("-", "–") and not before.whitespace_:
        return True
    if after is None:
        return False
    if after.text in ("-", "–"):
        return not span[-1].whitespace_ and not after.whitespace_
    return (
        after.text[:1].isupper()
        and after.is_alpha
        and after.pos_ in ("PROPN", "NOUN")
        and after.text not in words.post_nominals
    )

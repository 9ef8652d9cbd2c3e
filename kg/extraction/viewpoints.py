"""Phrases that give a sentence to somebody without a verb: according to X, per X, in X's view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology import Ontology
from . import syntax
from .contents import Ranges
from .tokens import Doc, Token

_NOUNS = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Such a phrase, as token indexes: its fixed words, the head of whose view it is (if any), the rest."""

    words: tuple[int, int]
    source: int | None
    content: Ranges


def viewpoints(doc: Doc, ontology: Ontology) -> Iterator[Viewpoint]:
    """The viewpoints of a Doc in reading order; what they cover is their sentence, before and after."""
    for token in doc[:-2]:
        found = _according(token) or _per(token) or _in_view(token, ontology) or _to_whom(token)
        if found is None:
            continue
        words, source, last = found
        sentence = token.sent
        before = (sentence.start, token.i - 1)
        inside = sentence.start < token.i and token.nbor(-1).text == "," and last + 2 < sentence.end
        if inside and token.lower_ not in ("according", "per"):
            before = (token.i, token.i - 1)  # "sacked for, in her view, a trifle": what follows is the view
        sides = (before, (last + 1, sentence.end - 1))
        content = tuple(side for first, end in sides if (side := _words_of(doc, first, end)) is not None)
        if content:
            yield Viewpoint(words, source, content)


#: The fixed words, the head of the source, and the last token of the whole phrase.
_Found = tuple[tuple[int, int], int, int]


def _according(token: Token) -> _Found | None:
    """According to X."""
    if token.lower_ != "according" or token.nbor().lower_ != "to":
        return None
    return _named_after(token.i + 1, token)


def _per(token: Token) -> _Found | None:
    """Per X, set apart from its clause and definite: ", per the council's minutes", not "per head"."""
    if token.lower_ != "per":
        return None
    after = token.nbor()
    definite = after.lower_ == "the" or after.pos_ == "PROPN" or "Poss" in after.morph
    if not definite or not _set_apart(token):
        return None
    return _named_after(token.i, token)


def _named_after(last: int, token: Token) -> _Found | None:
    """The phrase whose head comes next after its fixed words."""
    doc = token.doc
    source = next((t for t in doc[last + 1 : last + 9] if t.pos_ in _NOUNS), None)
    if source is None:
        return None
    head = syntax.name_head(source)
    while syntax.is_possessor(head) and head.head.i > head.i:
        head = syntax.name_head(head.head)  # "according to Hale's lawyer"
    closing = token.i > token.sent.start + 2  # "…, according to Hale, who saw it"
    return (token.i, last), head.i, (syntax.full_phrase(head) if closing else syntax.phrase(head))[1]


def _in_view(token: Token, ontology: Ontology) -> _Found | None:
    """In somebody's view: "In Ms Hale's view, the plan is dead", "to my mind"."""
    if token.lower_ not in ("in", "to"):
        return None
    nouns = ontology.words["ViewNoun"]
    noun = next((t for t in token.doc[token.i + 1 : token.i + 8] if t.lower_ in nouns), None)
    if noun is None or syntax.preposition(noun) != token.lower_ or not _ends(noun):
        return None
    owners = [t.i for t in syntax.possessors(noun)] or [
        syntax.name_head(t.nbor(-1)).i for t in token.doc[token.i + 2 : noun.i] if t.tag_ == "POS"
    ]
    return None if not owners else ((token.i, noun.i), owners[0], noun.i)


def _to_whom(token: Token) -> _Found | None:
    """To somebody, before words of their own: "To her, “nothing has changed”"."""
    if token.lower_ != "to":
        return None
    who, comma = token.nbor(), token.nbor(2) if token.i + 3 < len(token.doc) else None
    marked = comma is not None and comma.text == "," and comma.nbor().is_quote
    if who.pos_ != "PRON" or not marked:
        return None
    return (token.i, token.i), who.i, token.i + 2


def _set_apart(token: Token) -> bool:
    """Whether a phrase begins its sentence, or stands after a comma or a closing mark."""
    return token.is_sent_start or token.nbor(-1).text == "," or token.nbor(-1).is_quote


def _ends(noun: Token) -> bool:
    """Whether nothing more belongs to a noun: "in her view", not "in her view of the pier"."""
    return noun.right_edge.i == noun.i or noun.doc[noun.i + 1].is_punct


def _words_of(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """A range without punctuation at its edges; none where no word is left."""
    while first <= last and doc[first].is_punct:
        first += 1
    while last >= first and doc[last].is_punct:
        last -= 1
    return (first, last) if first <= last else None

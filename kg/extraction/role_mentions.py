"""Find descriptions: the names of posts, and noun phrases headed by a word for a person, body or place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from ..gazetteer import Words
from ..model import MentionKind
from . import syntax
from .candidates import Candidate, text_of
from .knowledge import Knowledge

_BEFORE_HOLDER = frozenset(("former", "ex", "ex-", "previous", "then", "late", "next", "future", "deputy"))


def post_phrases(doc: Doc, matched: Sequence[tuple[Span, str]], in_name: set[int]) -> Iterator[Candidate]:
    """The names of posts with the words before them that belong to them: "the former Home Secretary"."""
    for span, post in matched:
        first, last = span.start, span.end - 1
        if in_name & set(range(first, last + 1)):
            continue
        start, definite, former = first, False, False
        while (
            start > 0
            and doc[start - 1].pos_ in ("DET", "ADJ", "PROPN", "NOUN", "PRON", "PUNCT")
            and first - start < 4
        ):
            word = doc[start - 1]
            if word.is_punct and word.text != "-":
                break
            if word.pos_ in ("PROPN", "NOUN") and word.i not in in_name:
                break
            former = former or word.lower_ in _BEFORE_HOLDER
            start -= 1
            if word.pos_ == "DET":
                definite = word.lower_ in ("the", "this", "that")
                break
        yield Candidate(
            start,
            last,
            last,
            MentionKind.NOMINAL,
            cls="Person",
            name=text_of(doc, first, last),
            post=post,
            former=former,
            definite=definite or start == first,
        )


def role_phrases(doc: Doc, knowledge: Knowledge, in_name: set[int], names: set[int]) -> Iterator[Candidate]:
    """The noun phrases headed by a word for a person, a body or a place, outside names.

    Args:
        doc: the Doc.
        knowledge: its word lists.
        in_name: the tokens of names.
        names: the first token of each name.
    """
    words = knowledge.gazetteer.words
    for token in doc:
        cls = words.head_nouns.get(token.lower_)
        if cls is None or token.i in in_name or not _heads_a_phrase(token):
            continue
        if token.text[:1].isupper() and knowledge.general_class(cls) == "Place":
            continue  # part of a name: "Minister for Coasts"
        if token.i + 1 not in names and (syntax.is_premodifier(token) or _hyphened(token)):
            continue
        first, last = syntax.flat_phrase(token)
        determiner = doc[first].lower_
        plural = _is_plural(token, words)
        yield Candidate(
            first,
            last,
            token.i,
            MentionKind.NOMINAL,
            cls=cls,
            name=_description(doc, first, last),
            gender=words.genders.get(token.lower_),
            plural=plural,
            former=any(t.lower_ in _BEFORE_HOLDER for t in doc[first : last + 1]),
            definite=determiner in ("the", "this", "that", "these", "those") or doc[first].tag_ == "PRP$",
        )


def _is_plural(token: Token, words: Words) -> bool:
    """Whether a listed noun stands in the plural; taggers miss it in capitals ("MPs")."""
    listed = token.lower_.endswith("s") and token.lower_[:-1] in words.head_nouns
    return listed or "Plur" in token.morph.get("Number", []) or token.lower_ == "police"


def _heads_a_phrase(token: Token) -> bool:
    """Whether a listed noun is used as one: taggers take "the chief executive of" for an adjective."""
    following = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
    return token.pos_ in ("NOUN", "PROPN") or (
        token.pos_ == "ADJ" and following in ("ADP", "PUNCT", "AUX", "PART")
    )


def _hyphened(token: Token) -> bool:
    """Whether a noun is the first part of a hyphened word ("victim-centred")."""
    return token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_


def _description(doc: Doc, first: int, last: int) -> str:
    while first < last and doc[first].pos_ == "DET" and not syntax.is_number_sign(doc[first]):
        first += 1
    return text_of(doc, first, last)

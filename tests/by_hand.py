"""Docs made by hand, so that tests of extraction do not move when the pipeline is retrained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.encoder import MENTION_HEADS
from kg.extraction import Knowledge, from_doc
from kg.model import Article, Extraction, Statement

#: One vocabulary for all, so that the names of the gazetteer are compiled once.
VOCAB = spacy.blank("en").vocab

_POS = {
    "PROPN": "NNP NNPS",
    "NOUN": "NN NNS",
    "PRON": "PRP PRP$ WP WDT",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "AUX": "MD",
    "DET": "DT",
    "NUM": "CD",
    "ADJ": "JJ",
    "ADV": "RB",
    "ADP": "IN RP",
    "PART": "TO POS",
    "CCONJ": "CC",
}
_POS_OF_TAG = {tag: pos for pos, tags in _POS.items() for tag in tags.split()}
_MORPH = {
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBZ": "Tense=Pres|VerbForm=Fin",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "VerbForm=Ger",
    "VB": "VerbForm=Inf",
    "MD": "VerbForm=Fin",
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
}
_NO_SPACE_BEFORE = frozenset(".,?!;:’”)") | {"’s", "'s"}
_NO_SPACE_AFTER = frozenset("‘“(")


@dataclass(frozen=True)
class Word:
    """One word of a tree written by hand: ``told/tell/VBD/0/ROOT``; the lemma may be left out."""

    text: str
    lemma: str
    tag: str
    head: int
    dep: str

    @classmethod
    def read(cls, written: str) -> Word:
        text, *lemma, tag, head, dep = written.split("/")
        plain = text if tag.startswith("NNP") else text.lower()
        return cls(text, lemma[0] if lemma else plain, tag, int(head), dep)

    @property
    def pos(self) -> str:
        if self.dep in ("aux", "aux:pass", "cop") and self.tag != "TO":
            return "AUX"
        if self.dep == "mark" and self.tag == "IN":
            return "SCONJ"
        return _POS_OF_TAG.get(self.tag, "PUNCT")

    @property
    def morph(self) -> str:
        return "Polarity=Neg" if self.lemma in ("not", "n't") else _MORPH.get(self.tag, "")


def doc(
    *sentences: str, names: Mapping[str, str] | None = None, heads_of: Mapping[str, str] | None = None
) -> Doc:
    """A Doc of sentences whose heads are numbered from 1, with 0 for the root.

    Args:
        sentences: words such as ``the/DT/5/det``, with spaces between them.
        names: what the pipeline would have found: name -> PERSON, ORG or LOC.
        heads_of: the heads of mentions that it would have found: word -> person, organization, place, event …
    """
    words: list[Word] = []
    heads: list[int] = []
    for sentence in sentences:
        first = len(words)
        for number, written in enumerate(sentence.split()):
            word = Word.read(written)
            words.append(word)
            heads.append(first + (word.head - 1 if word.head else number))
    following = [word.text for word in words[1:]] + ["."]
    made = Doc(
        VOCAB,
        words=[word.text for word in words],
        spaces=[
            after not in _NO_SPACE_BEFORE and word.text not in _NO_SPACE_AFTER and not tied
            for word, after, tied in zip(words, following, _tied(words), strict=True)
        ],
        lemmas=[word.lemma for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        heads=heads,
        deps=[word.dep for word in words],
    )
    found = [span for name, label in (names or {}).items() for span in _spans(made, name, label)]
    made.set_ents(filter_spans(found), default="outside")
    if heads_of is not None:
        made.spans[MENTION_HEADS] = [s for word, kind in heads_of.items() for s in _spans(made, word, kind)]
    return made


def _tied(words: list[Word]) -> list[bool]:
    """Whether no space follows a word because a hyphen stands there: mark it ``-/TIED/…``."""
    hyphens = [word.tag == "TIED" for word in words]
    return [tied or after for tied, after in zip(hyphens, [*hyphens[1:], False], strict=True)]


def _spans(made: Doc, name: str, label: str) -> list[Span]:
    found = [made.char_span(m.start(), m.end(), label=label) for m in re.finditer(rf"\b{name}\b", made.text)]
    spans = [span for span in found if span is not None]
    assert spans, f"{name!r} is not in the text, or does not end where words end"
    return spans


def reading(made: Doc, *, date: str | None = None) -> Extraction:
    """What extraction finds in a Doc made by hand."""
    return from_doc(Article(made.text, id="by hand", date=date), made, Knowledge.shipped())


def filled(extraction: Extraction, statement: Statement) -> dict[str, str]:
    """Role -> the label of the entity that fills it, or the words that do."""
    labels = {entity.key: entity.label for entity in extraction.entities}
    return {
        argument.role: labels[argument.entity]
        if argument.entity is not None
        else extraction.article.words(argument.passage)
        for argument in statement.arguments
    }


def of_action(extraction: Extraction, action: str) -> list[Statement]:
    """The statements of one action, in reading order."""
    return [statement for statement in extraction.statements if statement.action == action]


def only(extraction: Extraction, action: str) -> Statement:
    """The one statement of an action."""
    (statement,) = of_action(extraction, action)
    return statement


def referents(extraction: Extraction) -> list[tuple[str, str]]:
    """Words of each mention with the label of its entity, in reading order."""
    labels = {entity.key: entity.label for entity in extraction.entities}
    return [(extraction.article.words(m.passage), labels[m.entity]) for m in extraction.mentions]

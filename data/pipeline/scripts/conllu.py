"""Sentences of a CoNLL-U treebank as plain values that can be changed and turned into spaCy Docs.

Format: https://universaldependencies.org/format.html. Syntactic words are the tokens: the parts of a
multiword
token ("do" + "n't") stand without a space between them, which is also how spaCy's English tokenizer cuts
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

#: The span group that holds the heads of GUM's mentions, each labelled with the type of its entity.
MENTIONS = "mention_heads"
#: The label of a word in a corpus that does not annotate mentions.
UNKNOWN = "?"

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\(([^()]*)\)|\(([^()]*)|([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` is the index of its head in the sentence, -1 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool = True
    mention: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its name in the treebank, and whether a paragraph starts with it."""

    words: tuple[Word, ...]
    name: str = ""
    starts_paragraph: bool = False

    @property
    def root(self) -> int:
        """The index of the root."""
        return next(i for i, word in enumerate(self.words) if word.head < 0)

    def children(self, index: int) -> list[int]:
        """The indices of the words that depend on a word."""
        return [i for i, word in enumerate(self.words) if word.head == index]


@dataclass(slots=True)
class _Open:
    """What is gathered of the sentence being read."""

    words: list[Word] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    name: str = ""
    starts_paragraph: bool = False
    inside: int = 0
    inside_spaced: bool = True


def documents(path: Path, mentions: bool = False) -> Iterator[list[Sentence]]:
    """Yield the documents of a CoNLL-U file as lists of sentences; a file without marks is one document.

    With `mentions` the words carry the types of GUM's `Entity=` layer.
    """
    document: list[Sentence] = []
    current = _Open()
    with path.open(encoding="utf-8") as lines:
        for line in (line.rstrip("\n") for line in lines):
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            if line.startswith(("# newpar", "# newdoc")):
                current.starts_paragraph = True
            elif line.startswith("# sent_id"):
                current.name = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                _read_word(current, line.split("\t"))
            elif not line and current.words:
                document.append(_closed(current, mentions))
                current = _Open()
    if current.words:
        document.append(_closed(current, mentions))
    if document:
        yield document


def _read_word(current: _Open, columns: list[str]) -> None:
    number, form, lemma, upos, xpos, feats, head, dep, _, misc = columns
    spaced = "SpaceAfter=No" not in misc
    if "-" in number:
        current.inside, current.inside_spaced = int(number.split("-")[1]), spaced
        return
    if "." in number:  # an empty node of the enhanced layer
        return
    if int(number) < current.inside:
        spaced = False
    elif int(number) == current.inside:
        spaced = current.inside_spaced
    form = form.replace(" ", "")
    current.words.append(
        Word(
            form=form,
            lemma=form if lemma == "_" else lemma.replace(" ", ""),
            upos=upos,
            xpos=xpos,
            feats="" if feats == "_" else feats,
            head=int(head) - 1,
            dep="ROOT" if head == "0" else dep,
            space=spaced,
        )
    )
    entity = _ENTITY.search(misc)
    current.entities.append(entity.group(1) if entity else "")


def _closed(current: _Open, mentions: bool) -> Sentence:
    sentence = Sentence(tuple(current.words), current.name, current.starts_paragraph)
    return with_mentions(sentence, current.entities) if mentions else sentence


def with_mentions(sentence: Sentence, brackets: list[str]) -> Sentence:
    """A sentence of GUM whose words carry the entity type of the mention that they head, "" where none.

    `brackets` holds the `Entity=` value of each word. The outer of two mentions with one head wins. Format:
    https://github.com/amir-zeldes/gum, "coreference".
    """
    types = [""] * len(sentence.words)
    width = [0] * len(sentence.words)
    for first, last, kind in _mentions(brackets):
        inside = range(first, last + 1)
        heads = [i for i in inside if sentence.words[i].head not in inside]
        if len(heads) == 1 and last + 1 - first > width[heads[0]]:
            types[heads[0]], width[heads[0]] = kind, last + 1 - first
    words = (replace(word, mention=kind) for word, kind in zip(sentence.words, types, strict=True))
    return replace(sentence, words=tuple(words))


def _mentions(brackets: list[str]) -> Iterator[tuple[int, int, str]]:
    """The mentions of a sentence: first word, last word, entity type."""
    opened: list[tuple[str, int, str]] = []
    for index, value in enumerate(brackets):
        for whole, start, end in _BRACKET.findall(value):
            if whole or start:
                name, kind = [*(whole or start).split("-"), ""][:2]
                if whole:
                    yield index, index, kind
                else:
                    opened.append((name, index, kind))
            elif end:
                name = end.split("-")[0]
                for position in reversed(range(len(opened))):
                    if opened[position][0] == name:
                        _, first, kind = opened.pop(position)
                        yield first, index, kind
                        break


def paragraphs(document: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """The paragraphs of a document."""
    paragraph: list[Sentence] = []
    for sentence in document:
        if sentence.starts_paragraph and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def to_doc(sentences: Iterable[Sentence], vocab: Vocab) -> Doc:
    """The sentences as one Doc, one after the other, with all that is annotated."""
    chosen = list(sentences)
    words = [word for sentence in chosen for word in sentence.words]
    starts: list[bool] = []
    heads: list[int] = []
    for sentence in chosen:
        offset = len(heads)
        heads += [offset + (i if word.head < 0 else word.head) for i, word in enumerate(sentence.words)]
        starts += [i == 0 for i in range(len(sentence.words))]
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
        sent_starts=starts,
    )
    if all(word.mention != UNKNOWN for word in words):
        heads_of = (i for i, word in enumerate(words) if word.mention)
        doc.spans[MENTIONS] = [Span(doc, i, i + 1, label=words[i].mention) for i in heads_of]
    return doc

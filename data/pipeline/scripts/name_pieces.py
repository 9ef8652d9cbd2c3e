"""Texts as pieces: the common form between the readers of the corpora, the augmentation and spaCy.

A piece is a word outside every name or one whole name, with the space after it. A sentence is a list of
pieces, a document a list of sentences. The tokens of a corpus are given up on purpose: the text is put
together again and spaCy cuts it anew, so that training sees the tokens that reading will see.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans


def word_set(line: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(line.split())


CLOSING = word_set(". , ; : ! ? ) ] } % ... … '' ” ' ’ n't n’t 's ’s 're ’re 've ’ve 'll ’ll 'd ’d 'm ’m")
OPENING = word_set("( [ { $ £ € # “ ‘ ``")
LISTS = Path(__file__).resolve().parent.parent / "lists"


class Piece(NamedTuple):
    """A word, or a whole name if it has a label; `known` is false where the corpus leaves its status open."""

    text: str
    space: bool = True
    label: str = ""
    known: bool = True


Sentence = list[Piece]
Document = list[Sentence]
Mention = tuple[int, int, str]
"""First word, word after the last, label."""


def read_list(name: str) -> list[str]:
    """The items of a word list: one a line, without comments."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def detokenise(words: Sequence[str], tight: Collection[str] = ("/",)) -> list[bool]:
    """Whether a space follows each word, by English punctuation; `tight` marks join both sides."""
    spaces = [True] * len(words)
    inside_quotes = inside_single = False
    for index, word in enumerate(words):
        before, after = word in CLOSING, word in OPENING
        if word == '"':
            before, after = inside_quotes, not inside_quotes
            inside_quotes = not inside_quotes
        elif word == "'" and not (index and words[index - 1].endswith("s") and not inside_single):
            if words[index + 1 : index + 2] == ["s"]:
                before = after = True
            else:
                before, after = inside_single, not inside_single
                inside_single = not inside_single
        if word in tight and 0 < index < len(words) - 1:
            before = after = words[index - 1][-1:].isalnum() and words[index + 1][:1].isalnum()
        if before and index:
            spaces[index - 1] = False
        if after:
            spaces[index] = False
    return spaces


def spaces_in(text: str, words: Sequence[str]) -> list[bool]:
    """Whether a space follows each word in the raw text; by rule if the words are not those of the text."""
    spaces, position = [], 0
    for word in words:
        found = text.find(word, position)
        if found < 0:
            return detokenise(words)
        position = found + len(word)
        spaces.append(position >= len(text) or text[position].isspace())
    return spaces


def joined(words: Sequence[str], spaces: Sequence[bool]) -> str:
    """The text of some words, without a space at its end."""
    return "".join(word + " " * space for word, space in zip(words, spaces, strict=True)).rstrip()


def to_pieces(
    words: Sequence[str], spaces: Sequence[bool], mentions: Iterable[Mention], unknown: Collection[int] = ()
) -> Sentence:
    """The pieces of a sentence of words; the last one has a space after it."""
    pieces, position = [], 0
    for start, end, label in [*sorted(mentions), (len(words), len(words), "")]:
        for index in range(position, start):
            if words[index].strip():
                pieces.append(Piece(words[index], spaces[index], "", index not in unknown))
        if label:
            pieces.append(Piece(joined(words[start:end], spaces[start:end]), spaces[end - 1], label))
        position = end
    if pieces:
        pieces[-1] = pieces[-1]._replace(space=True)
    return pieces


def to_doc(nlp: Language, pieces: Iterable[Piece]) -> Doc:
    """The text of the pieces cut by spaCy, with its names; a name that cuts a token is left unknown."""
    text, offsets = "", []
    for piece in pieces:
        offsets.append((len(text), len(text) + len(piece.text), piece))
        text += piece.text + " " * piece.space
    doc = nlp.make_doc(text.rstrip())
    spans, unknown = [], []
    for start, end, piece in offsets:
        if piece.label or not piece.known:
            span = doc.char_span(start, end, label=piece.label) if piece.label else None
            if span is not None:
                spans.append(span)
            elif (around := doc.char_span(start, end, alignment_mode="expand")) is not None:
                unknown.extend(range(around.start, around.end))
    spans = filter_spans(spans)
    taken = {index for span in spans for index in range(span.start, span.end)}
    missing = [doc[index : index + 1] for index in sorted(set(unknown) - taken)]
    doc.set_ents(spans, missing=missing, default="outside")
    return doc


def chunks(document: Document, sizes: Sequence[int], rng: Random) -> Iterator[list[Piece]]:
    """The document in stretches of some consecutive sentences; the size of each is drawn from `sizes`."""
    start = 0
    while start < len(document):
        size = rng.choice(sizes)
        stretch = [piece for sentence in document[start : start + size] for piece in sentence]
        if stretch:
            yield stretch
        start += size

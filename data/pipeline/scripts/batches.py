"""Docs as numbers for the network: word pieces, labels, batches of about equal cost in an order fixed by a
seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from conllu import MENTIONS
from encoder_weights import encoder_file
from numpy.random import Generator, default_rng
from numpy.typing import NDArray
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from kg.encoder.lemmas import script
from kg.encoder.wordpiece import WordPiece

CLS, SEP, MASK = 101, 102, 103
#: What a head is not to learn from.
IGNORED = -100
NAME_TYPES = ("PERSON", "ORG", "LOC", "NORP", "MISC")
#: Units are cut to so many word pieces, as at run time.
LONGEST = 250
#: A lemma script seen less often is no class of its own.
_RARE_SCRIPT = 3
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph: the pieces and shape of each word, and label ids by head of the network.

    `labels["head"]` counts words from 1, 0 is the root; `labels["sentence"]` numbers the sentences.
    """

    pieces: list[list[int]]
    shapes: list[int]
    labels: dict[str, Ints]

    @property
    def size(self) -> int:
        """Pieces, with the two that frame them."""
        return sum(map(len, self.pieces)) + 2


class Pieces:
    """The encoder's word pieces."""

    def __init__(self) -> None:
        self._split = WordPiece(encoder_file("vocab.txt").read_text("utf-8").splitlines())

    def of(self, words: Sequence[str]) -> tuple[list[list[int]], list[int]]:
        """The pieces and the shape of every word."""
        split = [self._split(word) for word in words]
        return [list(word.pieces) for word in split], [int(word.shape) for word in split]


def read(path: Path) -> list[Doc]:
    """The Docs of a DocBin."""
    return list(DocBin().from_disk(path).get_docs(Vocab()))


def tree_labels(docs: Sequence[Doc]) -> dict[str, list[str]]:
    """The labels of every head that the treebanks have, most frequent first."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("tag", "pos", "morph", "dep", "lemma", "mention")
    }
    for doc in docs:
        for token in doc:
            counts["tag"][token.tag_] += 1
            counts["pos"][token.pos_] += 1
            counts["morph"][str(token.morph)] += 1
            counts["dep"][token.dep_] += 1
            counts["lemma"][script(token.text, token.lemma_)] += 1
        counts["mention"].update(span.label_ for span in doc.spans.get(MENTIONS, ()))
    counts["lemma"] = Counter({name: n for name, n in counts["lemma"].items() if n >= _RARE_SCRIPT})
    labels = {name: [label for label, _ in count.most_common()] for name, count in counts.items()}
    labels["mention"] = ["", *labels["mention"]]
    labels["ner"] = ["O", *(f"{part}-{name}" for name in NAME_TYPES for part in "BI")]
    return labels


def tree_units(docs: Sequence[Doc], labels: dict[str, list[str]], pieces: Pieces) -> list[Unit]:
    """The units of treebank Docs; one that is too long is cut between sentences, or dropped."""
    index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
    found = []
    for doc in docs:
        found += [_tree_unit(doc, first, last, index, pieces) for first, last in _cuts(doc, pieces)]
    return [unit for unit in found if unit.size <= 2 * LONGEST]


def _cuts(doc: Doc, pieces: Pieces) -> list[tuple[int, int]]:
    """Runs of sentences that are short enough."""
    runs: list[tuple[int, int]] = []
    size = 0
    for sentence in doc.sents:
        length = sum(map(len, pieces.of([t.text for t in sentence])[0]))
        if runs and size + length <= LONGEST:
            runs[-1] = (runs[-1][0], sentence.end)
            size += length
        else:
            runs.append((sentence.start, sentence.end))
            size = length
    return runs


def _tree_unit(doc: Doc, first: int, last: int, index: dict[str, dict[str, int]], pieces: Pieces) -> Unit:
    tokens = list(doc[first:last])
    heads = {span.start: span.label_ for span in doc.spans.get(MENTIONS, ())}

    def ids(name: str, values: list[str]) -> Ints:
        return np.array([index[name].get(value, IGNORED) for value in values])

    starts = np.array([int(bool(token.is_sent_start)) for token in tokens])
    mention = ids("mention", [heads.get(token.i, "") for token in tokens])
    labels = {
        "tag": ids("tag", [token.tag_ for token in tokens]),
        "pos": ids("pos", [token.pos_ for token in tokens]),
        "morph": ids("morph", [str(token.morph) for token in tokens]),
        "dep": ids("dep", [token.dep_ for token in tokens]),
        "lemma": ids("lemma", [script(token.text, token.lemma_) for token in tokens]),
        "mention": mention if MENTIONS in doc.spans else np.full(len(tokens), IGNORED),
        "head": np.array([0 if token.head == token else token.head.i - first + 1 for token in tokens]),
        "sent": starts,
        "sentence": np.cumsum(starts),
    }
    return Unit(*pieces.of([token.text for token in tokens]), labels)


def name_units(docs: Sequence[Doc], labels: dict[str, list[str]], pieces: Pieces) -> list[Unit]:
    """The units of Docs with names, cut after a stop where they are too long; unknown words are ignored."""
    index = {label: i for i, label in enumerate(labels["ner"])}
    found = []
    for doc in docs:
        tokens = [token for token in doc if not token.is_space]
        parts, shapes = pieces.of([token.text for token in tokens])
        tags = np.array(
            [_name_label(iob, kind, index) for iob, kind in ((t.ent_iob_, t.ent_type_) for t in tokens)]
        )
        start = 0
        while start < len(tokens):
            end = _end([len(p) for p in parts], [t.text for t in tokens], start)
            while end < len(tokens) and tokens[end].ent_iob_ == "I" and end > start + 1:
                end -= 1
            found.append(Unit(parts[start:end], shapes[start:end], {"ner": tags[start:end]}))
            start = end
    return [unit for unit in found if unit.size <= 2 * LONGEST]


def _name_label(iob: str, kind: str, index: dict[str, int]) -> int:
    if not iob:
        return IGNORED
    return 0 if iob == "O" else index.get(f"{iob}-{kind}", IGNORED)


def _end(sizes: list[int], words: list[str], start: int) -> int:
    """Where a unit that starts at a word ends: after the last stop that fits."""
    total, end, stop = 0, start, 0
    while end < len(sizes) and total + sizes[end] <= LONGEST:
        total += sizes[end]
        end += 1
        if words[end - 1] in (".", "?", "!"):
            stop = end
    return max(start + 1, stop if stop and end < len(sizes) else end)


def batches(units: Sequence[Unit], size: int, random: Generator) -> list[list[Unit]]:
    """Units of about one length together, at most `size` padded pieces a batch, the batches in random
    order."""
    order = sorted(range(len(units)), key=lambda i: units[i].size + random.random() * 12)
    found: list[list[Unit]] = []
    widest = 0
    for i in order:
        widest = max(widest, units[i].size)
        if not found or widest * (len(found[-1]) + 1) > size:
            found.append([])
            widest = units[i].size
        found[-1].append(units[i])
    return [found[i] for i in random.permutation(len(found))]


def endless(units: Sequence[Unit], size: int, seed: int, start: int = 0) -> Iterator[list[Unit]]:
    """Yield batches for ever from the `start`-th on; the same for the same seed, however often it is begun
    anew."""
    epoch = 0
    while True:
        shuffled = batches(units, size, default_rng((seed, epoch)))
        if start < len(shuffled):
            yield from shuffled[start:]
            start = 0
        else:
            start -= len(shuffled)
        epoch += 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Units side by side: pieces [units, pieces], words [units, words + 1] with the root first."""

    ids: Ints
    shapes: Ints
    mask: NDArray[np.float32]
    first: Ints
    last: Ints
    labels: dict[str, Ints]

    @property
    def words(self) -> int:
        """The words, without roots and padding."""
        return int((self.first[:, 1:] > 0).sum())


def collate(units: Sequence[Unit], random: Generator | None = None, masked: float = 0.0) -> Batch:
    """One batch; the pieces of a share `masked` of the words are hidden, so that their neighbours must
    tell them."""
    rows, length = len(units), max(unit.size for unit in units)
    words = max(len(unit.pieces) for unit in units) + 1
    ids, shapes = np.zeros((rows, length), np.int64), np.zeros((rows, length), np.int64)
    mask = np.zeros((rows, length), np.float32)
    first, last = np.zeros((rows, words), np.int64), np.zeros((rows, words), np.int64)
    labels = {name: np.full((rows, words), IGNORED) for name in units[0].labels}
    for row, unit in enumerate(units):
        hidden = (
            random.random(len(unit.pieces)) < masked
            if random is not None
            else np.zeros(len(unit.pieces), bool)
        )
        sizes = np.array([len(pieces) for pieces in unit.pieces])
        ids[row, 0] = CLS
        flat = [MASK if hide else p for pieces, hide in zip(unit.pieces, hidden, strict=True) for p in pieces]
        ids[row, 1 : len(flat) + 1] = flat
        ids[row, len(flat) + 1] = SEP
        shapes[row, 1 : len(flat) + 1] = np.repeat(unit.shapes, sizes)
        mask[row, : len(flat) + 2] = 1
        ends = np.cumsum(sizes)
        last[row, 1 : len(sizes) + 1] = ends
        first[row, 1 : len(sizes) + 1] = ends - sizes + 1
        for name, values in unit.labels.items():
            labels[name][row, 1 : len(values) + 1] = values
    return Batch(ids, shapes, mask, first, last, labels)


def allowed_heads(sentence: Ints) -> NDArray[np.bool_]:
    """[units, dependent, head]: true for the other words of one's sentence and for the root."""
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, None, :] > 0)
    position = np.arange(sentence.shape[1])
    same[:, position, position] = False
    same[:, :, 0] = True
    return same

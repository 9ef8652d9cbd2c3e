"""A network of no weights: what it says is made up, or written out in a test."""

from __future__ import annotations

from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language

from kg.encoder.component import Encoder
from kg.encoder.labels import Labels
from kg.encoder.reader import Reader
from kg.encoder.wordpiece import WordPiece

Arrays = dict[str, NDArray[Any]]

LABELS = Labels(
    tag=("NN", "VBD", "."),
    pos=("NOUN", "VERB", "PUNCT"),
    morph=("", "Number=Sing", "Tense=Past|VerbForm=Fin"),
    dep=("nsubj", "ROOT", "punct", "obj"),
    ner=("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG"),
    lemma=("l||", "l|ed|", "k||", "l|ies|y"),
    mention=("", "PERSON", "PLACE"),
)
PIECES = [
    *(
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *"abcdefghijklmnopqrstuvwxyz",
        *map("##{}".format, "abcdefghijklm"),
    ),
    *("the", "council", "##ed", "reject", "##ing", ".", ",", '"', "-", "1", "##1"),
]
RANK = 3


class Random:
    """Scores drawn anew for each segment, from its pieces alone."""

    def __init__(self, labels: Labels = LABELS) -> None:
        self.labels = labels
        self.seen: list[Arrays] = []

    def run(self, inputs: Arrays) -> Arrays:
        self.seen.append(inputs)
        draw = np.random.default_rng(inputs["ids"].ravel().tolist())
        n = inputs["first"].shape[1]
        classes = {
            head: draw.integers(len(getattr(self.labels, head)), size=(1, n))
            for head in ("tag", "pos", "morph")
        }
        sizes = {
            "sent": (n,),
            "ner": (n, len(self.labels.ner)),
            "arc": (n, n),
            "rh": (n, RANK),
            "rd": (n, RANK),
        }
        if self.labels.lemma:
            sizes["lemma"] = (n, len(self.labels.lemma))
        if self.labels.mention:
            classes["mention"] = draw.integers(len(self.labels.mention), size=(1, n))
        return classes | {
            name: 3 * draw.normal(size=(1, *size)).astype(np.float32) for name, size in sizes.items()
        }


class Says:
    """The same outputs whatever the input, written without the batch; a row for the root comes first."""

    def __init__(self, **outputs: Any) -> None:
        self.outputs = {name: np.asarray(rows)[None] for name, rows in outputs.items()}

    def run(self, inputs: Arrays) -> Arrays:
        return self.outputs


def one_hot(numbers: list[int], size: int) -> NDArray[np.float32]:
    """Scores that say one class for sure, with a row for the root before them."""
    return np.concatenate((np.zeros((1, size)), np.eye(size)[numbers])).astype(np.float32) * 9


def reader(network: Any, labels: Labels = LABELS) -> Reader:
    """A reader of made-up relations."""
    weights = np.random.default_rng(1).normal(size=(RANK + 1, len(labels.dep) * (RANK + 1)))
    return Reader(network, labels, weights.astype(np.float16), WordPiece(PIECES))


def pipeline(network: Any = None, labels: Labels = LABELS) -> Language:
    """English words, read by a network that is made up."""
    nlp = spacy.blank("en")
    encoder = nlp.add_pipe("kg_encoder")
    assert isinstance(encoder, Encoder)
    encoder.fill(reader(network or Random(labels), labels))
    return nlp

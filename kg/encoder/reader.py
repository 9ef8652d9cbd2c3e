"""Words of one segment -> what the network decides about each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .borders import starts
from .decode import best_path, forbidden_steps, relations
from .labels import ROOT, Labels
from .lemmatizer import Lemmatizer
from .segments import Words
from .session import Arrays, Network
from .trees import best_tree
from .wordpiece import Word, WordPiece

Numbers = NDArray[np.intp]
#: Tags of finite verbs, and relations within a name and between it and a title.
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NAME_PARTS = frozenset(("flat", "nmod:desc"))
#: How often a tree is looked for anew, and the score of an arc that is ruled out.
_TRIES, _NEVER = 4, -1e6


@dataclass(frozen=True, slots=True)
class Reading:
    """What was decided about the words of a segment: a class each, by the numbers of `Labels`."""

    tag: Numbers
    pos: Numbers
    morph: Numbers
    #: The number of the head among the words of the segment; a root has its own.
    head: Numbers
    dep: Numbers
    ner: Numbers
    #: None from a network without these heads.
    lemma: list[str] | None
    mention: Numbers | None


class Reader:
    """A network with all that is needed to feed it and to understand it."""

    def __init__(
        self, network: Network, labels: Labels, weights: NDArray[np.floating], wordpiece: WordPiece
    ) -> None:
        """Put the parts together.

        Args:
            network: gives the scores.
            labels: the classes they are for.
            weights: [r + 1, relations * (r + 1)], of the bilinear form of relations.
            wordpiece: cuts words as the network was trained on them.

        Raises:
            ValueError: weights and labels do not go together.
        """
        if weights.ndim != 2 or weights.shape[1] != len(labels.dep) * len(weights):
            raise ValueError(f"weights of shape {weights.shape} do not fit {len(labels.dep)} relations")
        self.network = network
        self.labels = labels
        self.wordpiece = wordpiece
        self._weights = weights.astype(np.float32)
        self._steps = forbidden_steps(labels.ner)
        self._inside = np.array([label.startswith("I") for label in labels.ner])
        self._lemmatizer = Lemmatizer(labels.lemma, wordpiece.words)
        self._root = labels.dep.index(ROOT)
        self._finite = np.array([tag in _FINITE for tag in labels.tag])
        self._in_name = np.array([label in _NAME_PARTS for label in labels.dep])

    def check(self) -> None:
        """Read one word, to see that the network gives what the labels are for.

        Raises:
            ValueError: it says which scores are missing or have another shape.
        """
        given = self.network.run(self.inputs([self.wordpiece(".")]))
        rank = len(self._weights) - 1
        shapes: dict[str, tuple[int, ...]] = dict.fromkeys(("tag", "pos", "morph", "sent"), (1, 2))
        shapes |= {
            "ner": (1, 2, len(self.labels.ner)),
            "arc": (1, 2, 2),
            "rh": (1, 2, rank),
            "rd": (1, 2, rank),
        }
        if self.labels.lemma:
            shapes["lemma"] = (1, 2, len(self.labels.lemma))
        if self.labels.mention:
            shapes["mention"] = (1, 2)
        for name, shape in shapes.items():
            if name not in given:
                raise ValueError(f"it gives no {name}")
            if given[name].shape != shape:
                raise ValueError(
                    f"{name} has the shape {given[name].shape} where {shape} fits labels and weights"
                )

    def inputs(self, found: Sequence[Word]) -> Arrays:
        """The inputs of the graph for one segment, a batch of one; word 0 is the root and stands on [CLS]."""
        lengths = np.array([len(word.pieces) for word in found])
        total = int(lengths.sum())
        ids = np.empty((1, total + 2), dtype=np.int64)
        ids[0, 0], ids[0, -1] = self.wordpiece.first, self.wordpiece.last
        ids[0, 1:-1] = [piece for word in found for piece in word.pieces]
        types = np.zeros_like(ids)
        types[0, 1:-1] = np.repeat([word.shape for word in found], lengths)
        last = np.zeros((1, len(found) + 1), dtype=np.int64)
        last[0, 1:] = lengths.cumsum()
        first = last.copy()
        first[0, 1:] -= lengths - 1
        return {
            "ids": ids,
            "types": types,
            "mask": np.ones(ids.shape, dtype=np.float32),
            "first": first,
            "last": last,
        }

    def read(self, words: Words, start: int, end: int, given: Arrays) -> Reading:
        """Decide about one segment by itself, so that what is read depends on nothing but its words.

        Args:
            words: of the Doc.
            start: the first word of the segment.
            end: the word after its last.
            given: what the network gives for the `inputs` of the segment.
        """
        scores = {name: array[0] for name, array in given.items()}
        ner = best_path(scores["ner"][1:], self._steps)
        borders = starts(words, start, end, scores["sent"][1:], self._inside[ner])
        heads, dep = self._tree(scores, borders, end - start)
        rows = np.arange(end - start)
        lemma = scores["lemma"] if self.labels.lemma else None
        mention = scores["mention"] if self.labels.mention else None
        return Reading(
            tag=scores["tag"][1:],
            pos=scores["pos"][1:],
            morph=scores["morph"][1:],
            head=np.where(heads == 0, rows, heads - 1),
            dep=dep,
            ner=ner,
            lemma=None
            if lemma is None
            else self._lemmas(words.texts[start:end], scores["tag"][1:], lemma[1:]),
            mention=None if mention is None else mention[1:],
        )

    def _tree(self, scores: Arrays, borders: list[int], words: int) -> tuple[Numbers, Numbers]:
        """[words] each: head, 0 or a word counted from 1, and relation.

        A name that reaches over a finite verb is two: "Hale urged Oxley Council to …". Such an arc is ruled
        out, and the next best tree taken.
        """
        arcs = scores["arc"].copy()
        finite = np.concatenate(([0], self._finite[scores["tag"][1:]])).cumsum()
        for _ in range(_TRIES):
            heads = _heads(arcs, borders, words)
            dep = relations(scores["rd"], scores["rh"], self._weights, heads, self._root)
            rows = np.arange(1, words + 1)
            first, last = np.minimum(rows, heads), np.maximum(rows, heads)
            between = finite[np.maximum(last - 1, first)] - finite[first]
            across = (heads > 0) & self._in_name[dep] & (between > 0)
            if not across.any():
                break
            arcs[rows[across], heads[across]] = _NEVER
        return heads, dep

    def _lemmas(self, texts: list[str], tags: Numbers, scores: NDArray[np.floating]) -> list[str]:
        return self._lemmatizer(texts, [self.labels.tag[tag] for tag in tags], scores)


def _heads(arcs: NDArray[np.floating], borders: list[int], words: int) -> Numbers:
    """[words]: the head of each word, 0 or a word counted from 1; none is outside the sentence."""
    heads = np.zeros(words, dtype=np.intp)
    for start, end in pairwise([*borders, words]):
        rows = slice(start + 1, end + 1)
        inside = best_tree(np.concatenate((arcs[rows, :1], arcs[rows, rows]), axis=1))
        heads[start:end] = np.where(inside == 0, 0, inside + start)
    return heads

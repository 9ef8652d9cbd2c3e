"""What the numbers that the network gives stand for, and what they are called inside spaCy."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.symbols import IDS

if TYPE_CHECKING:
    from spacy.vocab import Vocab

Codes = NDArray[np.uint64]

#: The label of a word that hangs on nothing.
ROOT = "ROOT"
#: Tag, part of speech, features and relation of white space.
WHITE_SPACE = ("_SP", "SPACE", "", "dep")
#: spaCy's numbers for the place of a token in a name.
INSIDE, OUTSIDE, BEGINS = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes of each head of the network, in the order of its outputs."""

    tag: tuple[str, ...]
    pos: tuple[str, ...]
    morph: tuple[str, ...]
    dep: tuple[str, ...]
    #: "O", and "B-" and "I-" for each kind of name.
    ner: tuple[str, ...]
    #: Scripts of `kg.encoder.lemmas`.
    lemma: tuple[str, ...] = ()
    #: What a word means as the head of a mention; "" is nothing.
    mention: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse labels that cannot be right.

        Raises:
            ValueError: it says which.
        """
        if ROOT not in self.dep:
            raise ValueError(f"dep has no {ROOT}")
        if unknown := [label for label in self.pos if label not in IDS]:
            raise ValueError(f"pos has {unknown[0]!r}, which spaCy does not know")
        kinds = {label[2:] for label in self.ner[1:]}
        if self.ner[:1] != ("O",) or sorted(self.ner[1:]) != sorted(
            prefix + kind for kind in kinds for prefix in ("B-", "I-")
        ):
            raise ValueError("ner is not O and a B- and I- for each kind")

    @classmethod
    def from_json(cls, text: str) -> Labels:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the text is not JSON, or not that of labels.
        """
        try:
            return cls(**{head: tuple(map(str, labels)) for head, labels in json.loads(text).items()})
        except (AttributeError, TypeError) as error:
            raise ValueError(str(error)) from error

    def to_json(self) -> str:
        """One line per head."""
        rows = (
            f"{json.dumps(head)}: {json.dumps(labels)}" for head, labels in asdict(self).items() if labels
        )
        return "{" + ",\n ".join(rows) + "}\n"


@dataclass(frozen=True, slots=True)
class Table:
    """The same classes as the 64-bit numbers that a Doc keeps; an array each, indexed by class."""

    tag: Codes
    pos: Codes
    morph: Codes
    dep: Codes
    #: Place in a name, and kind of name.
    place: Codes
    kind: Codes

    @classmethod
    def of(cls, labels: Labels, vocab: Vocab) -> Table:
        """Enter all labels in the vocabulary of a pipeline."""
        add = vocab.strings.add
        places = {"O": OUTSIDE, "B": BEGINS, "I": INSIDE}
        return cls(
            tag=_codes([add(label) for label in labels.tag]),
            pos=_codes([IDS[label] for label in labels.pos]),
            morph=_codes([vocab.morphology.add(label) for label in labels.morph]),
            dep=_codes([add(label) for label in labels.dep]),
            place=_codes([places[label[0]] for label in labels.ner]),
            kind=_codes([add(label[2:]) for label in labels.ner]),
        )


def _codes(numbers: list[int]) -> Codes:
    return np.array(numbers, dtype=np.uint64)

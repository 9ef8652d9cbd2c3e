"""What was read of the segments of a Doc, written to its tokens at once."""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, TAG
from spacy.symbols import IDS
from spacy.tokens import Doc, Span, SpanGroup

from . import MENTION_HEADS
from .labels import INSIDE, OUTSIDE, ROOT, WHITE_SPACE, Labels, Table
from .reader import Reading

_ATTRIBUTES = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
_TAG, _POS, _MORPH, _LEMMA, _DEP, _HEAD, _PLACE, _KIND = range(len(_ATTRIBUTES))


class Page:
    """The tokens of a Doc as rows of numbers, which are filled segment by segment.

    White space is what no segment fills: it hangs on the token before, has itself as lemma, and belongs to
    a name that goes on behind it.
    """

    def __init__(self, doc: Doc, labels: Labels, table: Table) -> None:
        """Start with a Doc that is nothing but white space."""
        self._doc = doc
        self._labels = labels
        self._table = table
        tag, pos, morph, dep = WHITE_SPACE
        self._rows = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        self._rows[:, _TAG] = doc.vocab.strings.add(tag)
        self._rows[:, _POS] = IDS[pos]
        self._rows[:, _MORPH] = doc.vocab.morphology.add(morph)
        self._rows[:, _DEP] = doc.vocab.strings.add(dep)
        self._rows[:, _PLACE] = OUTSIDE
        #: The distance from each token to its head: negative for a head before it.
        self._heads = np.full(len(doc), -1, dtype=np.int64)
        self._white = np.ones(len(doc), dtype=np.bool_)
        self._lemmas = doc.to_array(ORTH).astype(np.uint64) if labels.lemma else None
        self._mentions: list[Span] = []

    def write(self, tokens: list[int], reading: Reading) -> None:
        """Put down what was read of some tokens of the Doc."""
        at = np.array(tokens)
        table, rows, doc = self._table, self._rows, self._doc
        self._white[at] = False
        self._heads[at] = at[reading.head] - at
        rows[at, _TAG] = table.tag[reading.tag]
        rows[at, _POS] = table.pos[reading.pos]
        rows[at, _MORPH] = table.morph[reading.morph]
        rows[at, _DEP] = table.dep[reading.dep]
        rows[at, _PLACE] = table.place[reading.ner]
        rows[at, _KIND] = table.kind[reading.ner]
        if reading.lemma is not None and self._lemmas is not None:
            self._lemmas[at] = [doc.vocab.strings.add(lemma) for lemma in reading.lemma]
        if reading.mention is not None:
            for token, number in zip(tokens, reading.mention.tolist(), strict=True):
                if label := self._labels.mention[number]:
                    self._mentions.append(Span(doc, token, token + 1, label=label))

    def finish(self) -> None:
        """Write everything to the Doc."""
        if not len(self._rows):
            return
        self._attach_white_space()
        self._rows[:, _HEAD] = self._heads.astype(np.uint64)
        columns = list(range(len(_ATTRIBUTES)))
        if self._lemmas is None:
            columns.remove(_LEMMA)
        else:
            self._rows[:, _LEMMA] = self._lemmas
        rows = self._rows[:, columns]
        self._doc.from_array([_ATTRIBUTES[column] for column in columns], rows)  # type: ignore[arg-type]
        if self._labels.mention:
            self._doc.spans[MENTION_HEADS] = SpanGroup(self._doc, name=MENTION_HEADS, spans=self._mentions)

    def _attach_white_space(self) -> None:
        """Hang leading white space on the first word, and let names run over white space within them."""
        written = np.flatnonzero(~self._white)
        if len(written):
            leading = np.arange(written[0])
            self._heads[leading] = written[0] - leading
        else:
            self._heads[0] = 0
            self._rows[0, _DEP] = self._doc.vocab.strings.add(ROOT)
        for token in reversed(np.flatnonzero(self._white[:-1]).tolist()):
            if self._rows[token + 1, _PLACE] == INSIDE:
                self._rows[token, [_PLACE, _KIND]] = self._rows[token + 1, [_PLACE, _KIND]]

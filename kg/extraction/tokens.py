"""A parsed article as plain values: spaCy's Doc, Token and Span under the same names, copied once.

spaCy makes a new object of a token each time that one is looked at, and looks its words up in a table. The
rules look at each token some hundred times. What is here means what it means there, as far as the rules use
it, and stays as it was made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import numpy as np

from ..encoder import MENTION_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed
    from spacy.vocab import Vocab

_COLUMNS: list[int | str] = [
    "HEAD",
    "ORTH",
    "SPACY",
    "MORPH",
    "SENT_START",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
]

#: ``{"Number": ["Plur"]}``: the features of a word.
Morph = Mapping[str, Sequence[str]]


class Word(NamedTuple):
    """What a word is wherever it stands."""

    text: str
    lower: str
    is_alpha: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_upper: bool
    like_num: bool
    is_currency: bool


class Token:
    """A word, number or mark of a Doc: what it is, and how it hangs in its sentence."""

    __slots__ = (
        *("doc", "i", "text", "lower_", "is_alpha", "is_punct", "is_quote", "is_space", "is_upper"),
        *(
            "like_num",
            "is_currency",
            "whitespace_",
            "morph",
            "is_sent_start",
            "lemma_",
            "pos_",
            "tag_",
            "dep_",
            "ent_type_",
        ),
        *("head", "children", "lefts", "rights", "left_edge", "right_edge", "sent", "said"),
    )

    head: Token
    """What it hangs on; the token itself where it heads its sentence."""
    children: Sequence[Token]
    lefts: Sequence[Token]
    rights: Sequence[Token]
    left_edge: Token
    """The first of all that hangs on it, itself included."""
    right_edge: Token
    sent: Span
    said: dict[Hashable, Any]
    """What rules say of it: see `kg.extraction.remembered`."""

    def __init__(
        self,
        doc: Doc,
        i: int,
        word: Word,
        space: str,
        morph: Morph,
        begins: bool,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        ent_type: str,
    ) -> None:
        """A token that hangs on itself, in no sentence yet."""
        self.doc = doc
        self.i = i
        (
            self.text,
            self.lower_,
            self.is_alpha,
            self.is_punct,
            self.is_quote,
            self.is_space,
            self.is_upper,
            self.like_num,
            self.is_currency,
        ) = word
        self.whitespace_ = space
        self.morph = morph
        self.is_sent_start = begins
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.ent_type_ = ent_type
        self.head = self.left_edge = self.right_edge = self
        self.children = self.lefts = self.rights = ()
        self.said = {}

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places further on.

        Raises:
            IndexError: the Doc begins or ends before it.
        """
        if self.i + distance < 0:
            raise IndexError(f"There is no token {distance} from {self.text!r}.")
        return self.doc[self.i + distance]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens that it hangs on, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """Whether another token hangs on it, over however many between."""
        return any(token is self for token in other.ancestors)

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it."""
        for token in self.lefts:
            yield from token.subtree
        yield self
        for token in self.rights:
            yield from token.subtree

    def __len__(self) -> int:
        """How many characters it has."""
        return len(self.text)

    def __repr__(self) -> str:
        """Its text."""
        return self.text


class Span:
    """A range of tokens of a Doc: `start` is its first, `end` the one after its last."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    @property
    def text(self) -> str:
        """The words with the white space between them."""
        tokens = self.doc[self.start : self.end]
        if not tokens:
            return ""
        return "".join([token.text + token.whitespace_ for token in tokens[:-1]]) + tokens[-1].text

    @property
    def sent(self) -> Span:
        """The sentence in which it begins."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The token that the others hang on."""
        tops = [t for t in self if t.head is t] or [t for t in self if not self.start <= t.head.i < self.end]
        return tops[0]

    @property
    def ents(self) -> list[Span]:
        """The names that lie in it."""
        return [ent for ent in self.doc.ents if self.start <= ent.start and ent.end <= self.end]

    def __len__(self) -> int:
        """How many tokens it has."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Its tokens, in order."""
        return iter(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """A token or a shorter span, by place in this one."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc[range(self.start, self.end)[place]]

    def __repr__(self) -> str:
        """Its text."""
        return self.text


class Doc(list[Token]):
    """The tokens of one article, in order, with its sentences and names."""

    __slots__ = ("ents", "mention_heads", "parsed", "sents")

    def __init__(self, parsed: Parsed) -> None:
        """Copy what a Doc of spaCy's says."""
        heads, *rows = parsed.to_array(_COLUMNS).T
        super().__init__(_tokens(self, parsed.vocab, [row.tolist() for row in rows]))
        _hang(self, heads.astype(np.int64).tolist())
        #: What it was copied from: for matchers, and for what pipelines add.
        self.parsed = parsed
        self.sents = _sentences(self)
        self.ents = [Span(self, ent.start, ent.end, ent.label_) for ent in parsed.ents]
        #: Token -> what the pipeline takes the mention that it heads for; empty where it finds no mentions.
        self.mention_heads = {span.start: span.label_ for span in parsed.spans.get(MENTION_HEADS, ())}

    def span(self, start: int, end: int) -> Span:
        """The tokens from one to before another, as one stretch of text."""
        return Span(self, start, end)


def _tokens(doc: Doc, vocab: Vocab, rows: Sequence[Sequence[int]]) -> Iterator[Token]:
    """The tokens, each by itself."""
    orths, spaces, morphs, borders, *names = rows
    words = {key: _word(vocab, key) for key in set(orths)}
    features = {key: _morph(vocab, key) for key in set(morphs)}
    stored = vocab.strings
    strings = {key: stored[key] for key in set().union(*names)}
    return map(
        Token,
        repeat(doc),
        range(len(orths)),
        map(words.__getitem__, orths),
        map(("", " ").__getitem__, spaces),
        map(features.__getitem__, morphs),
        map((1).__eq__, borders),
        *(map(strings.__getitem__, keys) for keys in names),
    )


# Most words of an article are those of the ones before it.
@lru_cache(maxsize=1 << 14)
def _word(vocab: Vocab, key: int) -> Word:
    word = vocab[key]
    return Word(
        word.text,
        word.lower_,
        word.is_alpha,
        word.is_punct,
        word.is_quote,
        word.is_space,
        word.is_upper,
        word.like_num,
        word.is_currency,
    )


@lru_cache(maxsize=1 << 10)
def _morph(vocab: Vocab, key: int) -> Morph:
    features = (feature.split("=", 1) for feature in vocab.strings[key].split("|") if "=" in feature)
    return {name: values.split(",") for name, values in features}


def _hang(tokens: list[Token], distances: Iterable[int]) -> None:
    """Hang each token on its head, by the distance to it."""
    hanging: dict[int, list[Token]] = defaultdict(list)
    for token, distance in zip(tokens, distances, strict=True):
        if distance:
            head = token.i + distance
            token.head = tokens[head]
            hanging[head].append(token)
    for head, children in hanging.items():
        token = tokens[head]
        token.children = children
        token.lefts = [child for child in children if child.i < head]
        token.rights = children[len(token.lefts) :]
    for token in tokens:  # each widens the edges of all above it; the first to reach one stands furthest out
        above = token.head
        while token.i < above.left_edge.i:
            above.left_edge, above = token, above.head
    for token in reversed(tokens):
        above = token.head
        while token.i > above.right_edge.i:
            above.right_edge, above = token, above.head


def _sentences(doc: Doc) -> list[Span]:
    """The sentences, noted at each of their tokens; all is one where no token begins any."""
    starts = [token.i for token in doc if token.is_sent_start or not token.i]
    sentences = [Span(doc, a, b) for a, b in pairwise([*starts, len(doc)])]
    for sentence in sentences:
        for token in sentence:
            token.sent = sentence
    return sentences

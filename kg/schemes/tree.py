"""The words, heads and labels of a Doc while they are rewritten; whatever is done, it stays a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))


class Tree:
    """A Doc's words by index, each with what hangs on it."""

    def __init__(self, doc: Doc) -> None:
        self.words = [token.lower_ for token in doc]
        self.lemmas = [token.lemma_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.morphs: list[dict[str, str]] = [token.morph.to_dict() for token in doc]
        self.heads = [token.head.i for token in doc]
        self.deps = [token.dep_ for token in doc]
        self._hanging: list[set[int]] = [set() for _ in doc]
        for index, head in enumerate(self.heads):
            if head != index:
                self._hanging[head].add(index)

    def below(self, index: int, *labels: str) -> list[int]:
        """What hangs on a word, in reading order; with labels, only what has one of them."""
        return sorted(i for i in self._hanging[index] if not labels or self.deps[i] in labels)

    def is_root(self, index: int) -> bool:
        """Whether a word heads its sentence."""
        return self.heads[index] == index

    def above(self, index: int) -> Iterator[int]:
        """The words above a word, nearest first."""
        while not self.is_root(index):
            index = self.heads[index]
            yield index

    def left_edge(self, index: int) -> int:
        """The first word of all that hangs on a word, itself included."""
        first, waiting = index, [index]
        while waiting:
            word = waiting.pop()
            first = min(first, word)
            waiting.extend(self._hanging[word])
        return first

    def is_nominal(self, index: int) -> bool:
        """Whether a word heads a noun phrase that is no predicate."""
        return self.pos[index] in NOMINAL and not self.below(index, "cop")

    def bottom_up(self) -> list[int]:
        """Every word, those that hang deepest first."""
        depths = [-1] * len(self.words)
        for index in range(len(self.words)):
            path = []
            while depths[index] < 0 and not self.is_root(index):
                path.append(index)
                index = self.heads[index]
            depth = max(depths[index], 0)
            depths[index] = depth
            for step, word in enumerate(reversed(path), start=1):
                depths[word] = depth + step
        return sorted(range(len(self.words)), key=lambda index: -depths[index])

    def hang(self, index: int, head: int, label: str | None = None) -> None:
        """Hang a word on another; nothing is done where that would close a circle."""
        if index == head or index in self.above(head) or self.is_root(index):
            return
        self._hanging[self.heads[index]].discard(index)
        self.heads[index] = head
        self._hanging[head].add(index)
        if label is not None:
            self.deps[index] = label

    def promote(self, index: int, label: str) -> int:
        """Let a word change places with its head, which then hangs on it under a label; that head.

        What else hangs on the old head stays there.
        """
        old = self.heads[index]
        above = index if self.is_root(old) else self.heads[old]
        self._hanging[old].discard(index)
        if above != index:
            self._hanging[above].discard(old)
            self._hanging[above].add(index)
        self.heads[index], self.deps[index] = above, self.deps[old]
        self.heads[old], self.deps[old] = index, label
        self._hanging[index].add(old)
        return old

"""However the words of a sentence are hung anew, they end as a tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc as Parsed
from spacy.vocab import Vocab

from kg.extraction.syntax.mending.hanging import hang, settle
from kg.extraction.tokens import Doc

from .by_hand import doc

FLAT = "Hale/NNP/2/nsubj met/meet/VBD/0/ROOT Marsh/NNP/2/obj in/IN/5/case Oxley/NNP/2/obl ././2/punct"


@given(st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_words_end_as_a_tree(heads: list[int]) -> None:
    words = Doc(doc(FLAT))
    for word, head in zip(words, heads, strict=True):
        hang(word, words[head], "dep")
    settle(words)
    for word in words:
        assert len([*zip(word.ancestors, words, strict=False)]) < len(words)
        assert all(child.head is word for child in word.children)
        assert word.left_edge.i <= word.i <= word.right_edge.i


def test_a_tree_stays_as_it_is() -> None:
    words = Doc(doc(FLAT))
    before = [(word.head.i, word.dep_) for word in words]
    settle(words)
    assert [(word.head.i, word.dep_) for word in words] == before


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_a_word_reaches_as_far_as_what_hangs_on_it(order: list[int], above: list[int]) -> None:
    heads = list(range(6))
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[above[place] % place]  # so that arcs cross, as in speech
    words = Doc(Parsed(Vocab(), words=[*"abcdef"], heads=heads, deps=["dep"] * 6))
    for word in words:
        below = [other.i for other in words if other is word or word.is_ancestor(other)]
        assert (word.left_edge.i, word.right_edge.i) == (min(below), max(below))

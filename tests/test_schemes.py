"""Pipelines with other labels: the same sentences give the same statements, and a tree stays a tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kg import schemes

from .by_hand import VOCAB
from .schemes.freeze import as_json, stored, stored_json
from .schemes.reading import statements, tells
from .schemes.table import CLEAR, SCHEMES, Scheme, Sentence, sentences

SENTENCES = sentences()
OURS, THEIRS = stored("ud"), stored("clear")
CASES = [
    pytest.param(sentence, ours, theirs, id=sentence.text)
    for sentence, ours, theirs in zip(SENTENCES, OURS, THEIRS, strict=True)
]
#: Labels that mean the same in both schemes, or nearly.
_SHARED = {
    "ROOT",
    "acl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "dep",
    "det",
    "expl",
    "mark",
    "nmod",
    "nsubj",
    "nummod",
    "parataxis",
    "punct",
    "xcomp",
}

# The gold parses.


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_stored_parses_are_those_of_the_table(scheme: Scheme) -> None:
    assert stored_json(scheme) == as_json(scheme), "run python -m tests.schemes.freeze"


def test_the_sentences_cover_what_news_is_made_of() -> None:
    assert len(SENTENCES) >= 60
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)
    tags = {tag for sentence in SENTENCES for tag in sentence.tags}
    assert tags >= {
        *(
            "active",
            "passive",
            "agent",
            "passive without agent",
            "copula",
            "ditransitive",
            "negation",
            "titles",
        ),
        *("quote before", "quote after", "quote inside", "inverted", "relative clause", "particle", "names"),
        *("coordination of subjects", "coordination of verbs", "apposition", "indirect speech", "modal"),
    }


def test_both_schemes_of_the_table_are_what_they_say() -> None:
    used = {token.dep_ for doc in THEIRS for token in doc}
    assert used <= set(CLEAR)
    assert not used & {"obj", "obl", "nsubj:pass", "cop"}
    assert not {token.dep_ for doc in OURS for token in doc} & {"dobj", "pobj", "prep", "nsubjpass", "attr"}


@pytest.mark.parametrize(("sentence", "ours", "theirs"), CASES)
def test_both_schemes_give_the_same_statements(sentence: Sentence, ours: Doc, theirs: Doc) -> None:
    found = statements(ours)
    assert statements(schemes.to_ud(theirs)) == found
    assert sentence.expected
    for expected in sentence.expected:
        assert any(tells(statement, expected) for statement in found), (expected, found)


@pytest.mark.parametrize(("sentence", "ours", "theirs"), CASES)
def test_clear_becomes_the_gold_tree(sentence: Sentence, ours: Doc, theirs: Doc) -> None:
    made = schemes.to_ud(theirs)
    words = [token for token in ours if not token.is_punct]
    assert [(t.text, made[t.i].head.i, made[t.i].dep_) for t in words] == [
        (t.text, t.head.i, t.dep_) for t in words
    ]
    assert [(t.text, made[t.i].pos_, made[t.i].lemma_) for t in words] == [
        (t.text, t.pos_, t.lemma_) for t in words
    ]


@pytest.mark.parametrize("theirs", [pytest.param(doc, id=doc.text) for doc in THEIRS])
def test_the_words_stay_where_they_are(theirs: Doc) -> None:
    made = schemes.to_ud(theirs)
    assert made.text == theirs.text
    assert [(t.idx, t.text, t.tag_) for t in made] == [(t.idx, t.text, t.tag_) for t in theirs]


def test_without_the_door_clear_labels_give_little() -> None:
    same = sum(statements(theirs) == statements(ours) for theirs, ours in zip(THEIRS, OURS, strict=True))
    assert same < len(SENTENCES) / 4, "the contract would hold without a converter"


# Any tree at all.


@st.composite
def _docs(draw: st.DrawFn) -> Doc:
    """A Doc of a few sentences of random words, tags, labels and trees."""
    words: list[str] = []
    heads: list[int] = []
    for _ in range(draw(st.integers(1, 3))):
        size, start = draw(st.integers(1, 9)), len(words)
        words += draw(st.lists(_WORDS, min_size=size, max_size=size))
        order = draw(st.permutations(range(size)))
        above = {order[0]: order[0]}
        for place, word in enumerate(order[1:], start=1):
            above[word] = order[draw(st.integers(0, place - 1))]
        heads += [start + above[index] for index in range(size)]
    size = len(words)
    doc = Doc(
        VOCAB,
        words=words,
        tags=draw(st.lists(_TAGS, min_size=size, max_size=size)),
        pos=draw(st.lists(_PARTS, min_size=size, max_size=size)),
        heads=heads,
        deps=["ROOT" if head == i else draw(st.sampled_from(CLEAR)) for i, head in enumerate(heads)],
    )
    first = draw(st.integers(0, size - 1))
    last = draw(st.integers(first, size - 1))
    doc.set_ents([Span(doc, first, last + 1, label=draw(st.sampled_from(("PERSON", "GPE", "ORG", "DATE"))))])
    return doc


_TAGS = st.sampled_from(("NN", "VBD", "VBN", "VB", "TO", "IN", "WDT", "RB"))
_PARTS = st.sampled_from(("NOUN", "PROPN", "VERB", "AUX", "ADP", "ADJ", "PART", "PUNCT"))
_WORDS = st.sampled_from(
    (
        "is",
        "there",
        "it",
        "to",
        "of",
        "because",
        "Hale",
        "council",
        "and",
        ",",
        "that",
        "let",
        "the",
        "’s",
        "Ms",
    )
)


@given(_docs())
def test_a_tree_stays_a_tree(doc: Doc) -> None:
    before = [[token.i for token in tree.root.subtree] for tree in doc.sents]
    made = schemes.to_ud(doc)
    roots = [token for token in made if token.head == token]
    assert [token.dep_ for token in roots] == ["ROOT"] * len(before)
    assert sum(token.dep_ == "ROOT" for token in made) == len(roots)
    for token in made:
        assert sum(1 for _ in token.ancestors) < len(made)
    assert sorted(sorted(t.i for t in root.subtree) for root in roots) == sorted(map(sorted, before))
    assert not {token.dep_ for token in made} & set(CLEAR) - _SHARED
    assert [(s.start, s.end) for s in made.sents] == [(s.start, s.end) for s in doc.sents]
    assert made.text == doc.text


def test_an_empty_doc_passes() -> None:
    assert len(schemes.to_ud(Doc(VOCAB))) == 0

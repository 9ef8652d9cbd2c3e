"""Pipelines with other labels: the same sentences give the same statements; the unreadable is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import parse, schemes
from kg.errors import PipelineError
from kg.model import Article

from .by_hand import VOCAB
from .schemes.freeze import as_json, stored, stored_json
from .schemes.reading import statements, tells
from .schemes.table import SCHEMES, Scheme, Sentence, sentences

SENTENCES = sentences()
OURS, THEIRS = stored("ud"), stored("clear")
CASES = [
    pytest.param(sentence, ours, theirs, id=sentence.text)
    for sentence, ours, theirs in zip(SENTENCES, OURS, THEIRS, strict=True)
]
#: What spaCy's English pipelines may assign.
CLEAR = (
    *(
        "ROOT",
        "acl",
        "acomp",
        "advcl",
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "aux",
        "auxpass",
        "case",
        "cc",
    ),
    *(
        "ccomp",
        "compound",
        "conj",
        "csubj",
        "csubjpass",
        "dative",
        "dep",
        "det",
        "dobj",
        "expl",
        "intj",
        "mark",
    ),
    *(
        "meta",
        "neg",
        "nmod",
        "npadvmod",
        "nsubj",
        "nsubjpass",
        "nummod",
        "oprd",
        "parataxis",
        "pcomp",
        "pobj",
    ),
    *("poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp"),
)
#: Labels that mean the same in both schemes, or nearly.
_SHARED = {
    *(
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
    ),
    *("dep", "det", "expl", "mark", "nmod", "nsubj", "nummod", "parataxis", "punct", "xcomp"),
}
UD = ("ROOT", "nsubj", "nsubj:pass", "obj", "obl", "case", "advcl")

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


# Names.


@pytest.mark.parametrize(
    ("label", "words", "kept"),
    [
        ("PERSON", ["Cora", "Hale"], ("Cora Hale", "PERSON")),
        ("PER", ["Cora", "Hale", "’s"], ("Cora Hale", "PERSON")),
        ("PERSON", ["Dr.", "Hale"], ("Hale", "PERSON")),
        ("ORG", ["the", "Harbour", "Office"], ("Harbour Office", "ORG")),
        ("GPE", ["Dunmore"], ("Dunmore", "LOC")),
        ("FAC", ["the", "Oxley", "Bridge"], ("Oxley Bridge", "LOC")),
        ("LAW", ["the", "Harbour", "Charter"], ("Harbour Charter", "MISC")),
        ("NORP", ["Scottish"], ("Scottish", "NORP")),
        ("DATE", ["Monday"], None),
        ("MONEY", ["5", "million"], None),
        ("ORG", ["the"], None),
    ],
)
def test_names_get_our_classes(label: str, words: list[str], kept: tuple[str, str] | None) -> None:
    doc = Doc(VOCAB, words=words)
    doc.set_ents([Span(doc, 0, len(words), label=label)])
    assert [(name.text, name.label_) for name in schemes.renamed(doc).ents] == ([kept] if kept else [])


# The door.


def _pipeline(parser: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> Language:
    nlp = spacy.blank("en")
    if parser:
        component = nlp.add_pipe("parser")
        for label in parser:
            component.add_label(label)  # type: ignore[attr-defined]
    if names:
        recogniser = nlp.add_pipe("ner")
        for label in names:
            recogniser.add_label(label)  # type: ignore[attr-defined]
    return nlp


def test_the_shipped_pipeline_costs_nothing(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["A", "doc"])
    assert schemes.door(nlp)(doc) is doc


def test_the_inventory_of_labels_decides() -> None:
    assert schemes.scheme_of(UD, "x") == "ud"
    assert schemes.scheme_of(CLEAR, "x") == "clear"
    assert schemes.door(_pipeline(CLEAR, ("PERSON", "GPE", "DATE"))) is schemes.to_ud
    assert schemes.door(_pipeline(UD, ("PER", "ORG"))) is schemes.renamed


@pytest.mark.parametrize(
    ("parser", "names", "message"),
    [
        ((), ("PERSON",), "'mine' has no parser"),
        (("subj", "obj", "mod"), ("PERSON",), "'mine' uses neither Universal Dependencies"),
        (("nsubjpass", "dobj", "nmod", "case"), ("PERSON",), "'mine' uses neither Universal Dependencies"),
        (CLEAR, (), "'mine' finds no names of people, bodies or places. Give one"),
        (UD, ("GENE", "DRUG"), "'mine' finds no names .*: its labels are DRUG, GENE"),
    ],
)
def test_what_cannot_be_read_is_refused(
    parser: tuple[str, ...], names: tuple[str, ...], message: str
) -> None:
    with pytest.raises(PipelineError, match=message):
        schemes.door(_pipeline(parser, names), "mine")


def test_a_missing_package_is_named_with_the_cure() -> None:
    with pytest.raises(PipelineError, match=r"en_no_such_pipeline.*spacy download"):
        parse.pipeline("en_no_such_pipeline")


def test_a_pipeline_that_finds_no_names_is_refused_when_it_is_loaded(tmp_path: Path) -> None:
    nlp = _pipeline(CLEAR)
    nlp.initialize()
    nlp.to_disk(tmp_path / "nameless")
    with pytest.raises(PipelineError, match="nameless' finds no names"):
        parse.pipeline(str(tmp_path / "nameless"))


class _Gold:
    """A component that parses the sentences of the table as a pipeline with CLEAR labels would."""

    labels = (*CLEAR, "PERSON")
    _ATTRIBUTES = ("TAG", "POS", "LEMMA", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")

    def __call__(self, doc: Doc) -> Doc:
        gold = next(known for known in THEIRS if known.text == doc.text)
        return doc.from_array(list(self._ATTRIBUTES), gold.to_array(list(self._ATTRIBUTES)))


def test_a_pipeline_with_clear_labels_is_read_like_ours() -> None:
    factory = "kg_test_gold"
    if not Language.has_factory(factory):
        assigns = ["token.dep", "token.head", "doc.ents"]
        Language.factory(factory, func=lambda nlp, name: _Gold(), assigns=assigns)
    nlp = English(vocab=VOCAB)
    nlp.add_pipe(factory)
    read = parse.parse([Article(doc.text) for doc in OURS], nlp)
    assert [statements(doc) for _, doc in read] == [statements(doc) for doc in OURS]

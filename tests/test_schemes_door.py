"""The door: which pipelines are let in, what becomes of their names, and that a whole one reads like ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import parse, schemes
from kg.errors import PipelineError
from kg.model import Article

from .by_hand import VOCAB
from .schemes.freeze import stored
from .schemes.reading import statements
from .schemes.table import CLEAR

OURS, THEIRS = stored("ud"), stored("clear")
UD = ("ROOT", "nsubj", "nsubj:pass", "obj", "obl", "case", "advcl")

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

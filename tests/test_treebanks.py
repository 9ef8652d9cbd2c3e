"""The recipe of the trees: reading treebanks, what is added to the training text; sentences made up here."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

SCRIPTS = Path(__file__).parent.parent / "data" / "pipeline" / "scripts"

#: form, lemma, upos, xpos, head (from 1), relation, MISC
_LUND = [
    ("Cora", "Cora", "PROPN", "NNP", 4, "nsubj", "Entity=(1-person-new-cf1-1-coref"),
    ("Lund", "Lund", "PROPN", "NNP", 1, "flat", "Entity=1)"),
    ("never", "never", "ADV", "RB", 4, "advmod", "_"),
    ("met", "meet", "VERB", "VBD", 0, "root", "_"),
    ("the", "the", "DET", "DT", 7, "det", "Entity=(2-organization-new-cf2-3-coref"),
    ("parish", "parish", "NOUN", "NN", 7, "compound", "Entity=(3-place-new-cf3-1-sgl)"),
    ("council", "council", "NOUN", "NN", 4, "obj", "Entity=2)|SpaceAfter=No"),
    (".", ".", "PUNCT", ".", 4, "punct", "_"),
]


def _written(*sentences: list[tuple[str, str, str, str, int, str, str]], paragraphs: bool = True) -> str:
    lines = ["# newdoc id = made-up"]
    for number, sentence in enumerate(sentences):
        lines += ["# newpar"] if paragraphs else []
        lines.append(f"# sent_id = {number}")
        for index, (form, lemma, upos, xpos, head, dep, misc) in enumerate(sentence, 1):
            lines.append("\t".join((str(index), form, lemma, upos, xpos, "_", str(head), dep, "_", misc)))
        lines.append("")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def conllu() -> ModuleType:
    return _script("conllu")


@pytest.fixture(scope="module")
def augmentation() -> ModuleType:
    return _script("augmentation")


def _script(name: str) -> ModuleType:
    sys.path.insert(0, str(SCRIPTS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(SCRIPTS))


def _sentences(text: str, folder: Path, mentions: bool = True):
    path = folder / "made-up.conllu"
    path.write_text(text, "utf-8")
    (document,) = _script("conllu").documents(path, mentions=mentions)
    return document


@pytest.fixture(scope="module")
def lund(tmp_path_factory: pytest.TempPathFactory):
    (sentence,) = _sentences(_written(_LUND), tmp_path_factory.mktemp("treebank"))
    return sentence


def test_a_treebank_becomes_docs_with_mentions(conllu, tmp_path: Path) -> None:
    document = _sentences(_written(_LUND, _LUND), tmp_path)
    assert [len(paragraph) for paragraph in conllu.paragraphs(document)] == [1, 1]
    doc = conllu.to_doc(document, Vocab())
    assert doc.text == "Cora Lund never met the parish council. Cora Lund never met the parish council. "
    assert [sentence.root.text for sentence in doc.sents] == ["met", "met"]
    heads = [(span.text, span.label_) for span in doc.spans[conllu.MENTIONS]]
    assert heads[:3] == [("Cora", "person"), ("parish", "place"), ("council", "organization")]


def test_a_treebank_without_mentions_says_nothing_of_them(conllu, tmp_path: Path) -> None:
    document = _sentences(_written(_LUND), tmp_path, mentions=False)
    assert conllu.MENTIONS not in conllu.to_doc(document, Vocab()).spans


def test_parts_of_a_contraction_stand_without_a_space(conllu, tmp_path: Path) -> None:
    text = (
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
        "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
        "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n"
    )
    assert conllu.to_doc(_sentences(text, tmp_path, mentions=False), Vocab()).text == "don't go "


def _is_tree(sentence) -> bool:
    words = sentence.words
    if sum(word.head < 0 for word in words) != 1:
        return False
    for index in range(len(words)):
        seen = set()
        while index >= 0 and index not in seen:
            seen.add(index)
            index = words[index].head
        if index >= 0:
            return False
    return True


@given(seed=st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_titles_leave_a_tree(lund, augmentation, seed: int) -> None:
    lists = augmentation.Lists.read()
    sentence = augmentation.with_titles(lund, lists, Random(seed))
    assert _is_tree(sentence)
    verb = sentence.words[sentence.root]
    assert verb.form == "met"
    subject = next(word for word in sentence.words if word.dep == "nsubj")
    assert sentence.words[subject.head] == verb and subject.mention == "person"


@given(seed=st.integers(0, 2**32), size=st.integers(1, 3))
@settings(max_examples=150, deadline=None)
def test_reported_speech_leaves_trees_and_keeps_what_is_said(
    lund, augmentation, seed: int, size: int
) -> None:
    lists = augmentation.Lists.read()
    assert augmentation.can_be_said(lund)
    sentences = augmentation.reported([lund] * size, lists, Random(seed))
    assert all(_is_tree(sentence) for sentence in sentences)
    words = [word for sentence in sentences for word in sentence.words]
    assert sum(word.form == "council" for word in words) == size
    assert sum(word.form == "“" for word in words) == sum(word.form == "”" for word in words) <= 2
    reporting = [s.words[s.root] for s in sentences if s.words[s.root].form != "met"]
    assert len(reporting) == 1 and any(word.dep == "ccomp" for word in words)


def test_straight_marks_become_british_ones_in_pairs(lund, augmentation) -> None:
    word = lund.words[0].__class__
    mark = word('"', '"', "PUNCT", "''", "", 3, "punct")
    sentence = lund.__class__((mark, *lund.words[:-1], mark))
    found = set()
    for seed in range(20):
        (changed,) = augmentation.with_british_quotes([sentence], Random(seed))
        found.add(changed.words[0].form + changed.words[-1].form)
    assert found == {'""', "‘’", "“”"}

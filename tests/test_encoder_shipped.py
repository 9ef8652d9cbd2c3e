"""The trained network that ships with kg, as a part of its pipeline."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg import resources
from kg.encoder import MENTION_HEADS

FOLDER = next(
    (
        folder
        for folder in (resources.PIPELINE, resources.PIPELINE / "model")
        if (folder / "kg_encoder").is_dir()
    ),
    None,
)
pytestmark = pytest.mark.skipif(FOLDER is None, reason="the shipped pipeline has no kg_encoder")

TEXTS = [
    "Cooper told MPs on Monday that she had asked Dame Louise Casey to oversee a review. “It is overdue,” "
    "she said.",
    "",
    "The council rejected the plan.\n\nThe ferry closed in 2019, and Mr. Smith of the U.S. Senate left.",
    " \n ",
    "It rained. 👩‍👩‍👧 \x07 \u200b",
    "The ministry said the figures were wrong, but it has not published others. " * 12,
]


@pytest.fixture(scope="module")
def encoder_nlp() -> Language:
    assert FOLDER is not None
    return spacy.load(FOLDER)


def annotation(doc: Doc) -> list[object]:
    names = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    heads = [(span.start, span.label_) for span in doc.spans.get(MENTION_HEADS, ())]
    return [doc.to_array(names).tolist(), heads]


@pytest.fixture(scope="module")
def alone(encoder_nlp: Language) -> list[list[object]]:
    """Each text read by itself."""
    return [annotation(encoder_nlp(text)) for text in TEXTS]


def test_a_plain_sentence_is_understood(encoder_nlp):
    doc = encoder_nlp("Yvette Cooper rejected the plan in Leeds. The council met.")
    assert [sentence.root.text for sentence in doc.sents] == ["rejected", "met"]
    assert [(t.text, t.dep_) for t in doc if t.head.text == "rejected" and t.dep_ in ("nsubj", "obj")] == [
        ("Yvette", "nsubj"),
        ("plan", "obj"),
    ]
    assert [name.text for name in doc.ents] == ["Yvette Cooper", "Leeds"]
    assert doc[2].tag_ == "VBD"


@pytest.mark.parametrize("size", [1, 3, 64])
def test_a_doc_does_not_depend_on_its_neighbours(encoder_nlp, alone, size):
    assert [annotation(doc) for doc in encoder_nlp.pipe(TEXTS, batch_size=size)] == alone
    assert [annotation(doc) for doc in encoder_nlp.pipe(reversed(TEXTS), batch_size=size)] == alone[::-1]


def test_bytes_disk_and_pickle_keep_the_network(encoder_nlp, alone, tmp_path):
    encoder_nlp.to_disk(tmp_path)
    copies = [
        spacy.load(tmp_path),
        spacy.blank("en").from_config(encoder_nlp.config).from_bytes(encoder_nlp.to_bytes()),
        pickle.loads(pickle.dumps(encoder_nlp)),
    ]
    for nlp in copies:
        assert [annotation(nlp(text)) for text in TEXTS] == alone
    shipped = Path(str(FOLDER)) / "kg_encoder"
    for file in (tmp_path / "kg_encoder").iterdir():
        assert file.read_bytes() == (shipped / file.name).read_bytes()


_IN_PROCESSES = """
import json, multiprocessing, sys, warnings
import spacy

if __name__ == "__main__":
    folder, method = sys.argv[1:]
    multiprocessing.set_start_method(method)
    nlp = spacy.load(folder)
    texts = json.load(sys.stdin)
    for doc in nlp.pipe(texts, n_process=2, batch_size=2):
        columns = ["TAG", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
        print(json.dumps(doc.to_array(columns).tolist()))
"""


@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_share_the_work_without_a_difference(encoder_nlp, method, tmp_path):
    script = tmp_path / "in_processes.py"
    script.write_text(_IN_PROCESSES, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(FOLDER), method],
        input=json.dumps(TEXTS),
        capture_output=True,
        text=True,
        check=True,
    )
    columns = ["TAG", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    expected = [encoder_nlp(text).to_array(columns).tolist() for text in TEXTS]
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected


def test_one_hundred_thousand_characters_are_one_paragraph(encoder_nlp):
    text = TEXTS[0] + " "
    doc = encoder_nlp(text * (100_000 // len(text)))
    assert len(list(doc.sents)) > 1_000
    assert np.all(doc.to_array("DEP") != 0)


@pytest.mark.parametrize(
    "word", ["x" * 5_000, "-" * 5_000, "ab-" * 1_700], ids=["letters", "dashes", "pieces"]
)
def test_a_word_of_five_thousand_characters_is_read(encoder_nlp, word):
    doc = encoder_nlp(f"The council rejected {word} on Monday.")
    assert doc.has_annotation("DEP")

"""The encoder as a spaCy component, with a network of no weights."""

from __future__ import annotations

import pickle
import sys
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.training import Example

from kg.encoder import make_encoder
from kg.encoder.files import FILES
from kg.encoder.labels import Labels
from kg.encoder.reader import Reader
from kg.encoder.segments import LONGEST
from kg.encoder.wordpiece import WordPiece
from kg.errors import PipelineError

from .by_network import LABELS, PIECES, Random, Says, one_hot, pipeline

NLP = pipeline()
#: Words, marks and every kind of white space and of characters that are hard to show.
PARTS = st.sampled_from(
    [
        *("The", "council", "rejected", "U.S.", "Mr.", "No10", "don’t", "Straße", "İ", "ﬁ", "東京"),
        *(".", ",", "?", '"', "“", "”", "(", ")", "…", "—", "👩‍👩‍👧", "\u200b", "\u200e", "\ufeff"),
        *("e\u0301", "\x07", "\x00", "\ufffd"),
        *(" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\x85"),
    ]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=60).map("".join)


def annotation(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            t.text,
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.dep_,
            t.head.i,
            t.is_sent_start,
            t.ent_iob_,
            t.ent_type_,
        )
        for t in doc
    ] + [tuple(map(str, doc.spans.get("mention_heads", ())))]


def is_sound(doc: Doc) -> None:
    """Every token has all annotation, and every sentence is one tree."""
    for name in ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(name, require_complete=True), name
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head == token]
        assert [token.dep_ for token in roots] == ["ROOT"]
        assert all(token.head in sentence for token in sentence)
    for token in doc:
        assert (token.dep_ == "ROOT") == (token.head == token)
        assert (token.tag_ == "_SP") == token.is_space
    for name in doc.ents:
        assert not name[0].is_space
        assert not name[-1].is_space


@given(TEXTS)
def test_any_text_gets_sound_annotation(text):
    doc = NLP(text)
    assert doc.text == text
    if len(doc):
        is_sound(doc)
    assert annotation(Doc(NLP.vocab).from_bytes(doc.to_bytes())) == annotation(doc)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\n\n \n", "x" * 5_000, "-" * 5_000, "a-b." * 1_000, "🙂" * 700, "\x00\x01\u200b"),
        "The council rejected it. " * 4_000,
    ],
    ids=["empty", "space", "lines", "word", "dashes", "pieces", "emoji", "control", "100,000 characters"],
)  # fmt: skip
def test_extreme_texts_are_read(text):
    network = Random()
    doc = pipeline(network)(text)
    assert doc.text == text
    if len(doc):
        is_sound(doc)
    assert all(inputs["ids"].shape[1] <= LONGEST + 2 for inputs in network.seen)


def test_white_space_between_made_by_hand_tokens_is_attached():
    doc = NLP(Doc(NLP.vocab, words=["\n", " ", "The", "\n", "\n", "council", " "], spaces=[False] * 7))
    is_sound(doc)
    assert [token.head.i for token in doc if token.is_space] == [2, 2, 2, 3, 5]


def test_what_the_network_says_is_written_to_the_doc():
    network = Says(
        tag=[0, 0, 0, 1, 0, 2],
        pos=[0, 0, 0, 1, 0, 2],
        morph=[0, 1, 1, 2, 1, 0],
        sent=[0.0, 9, -9, -9, -9, -9],
        ner=one_hot([1, 2, 0, 3, 0], 5),
        arc=one_hot([2, 3, 0, 3, 3], 6),
        rd=one_hot([0, 0, 0, 1, 2], 3),
        rh=one_hot([0, 0, 0, 1, 2], 3),
        lemma=one_hot([2, 2, 1, 3, 0], 4),
        mention=[0, 0, 1, 0, 2, 0],
    )
    doc = pipeline(network)(Doc(NLP.vocab, words=["Yvette", "Cooper", "rejected", "Parties", "."]))
    assert [(t.tag_, t.pos_, str(t.morph)) for t in doc][1:3] == [
        ("NN", "NOUN", "Number=Sing"),
        ("VBD", "VERB", "Tense=Past|VerbForm=Fin"),
    ]
    assert [token.head.text for token in doc] == ["Cooper", "rejected", "rejected", "rejected", "rejected"]
    assert [token.dep_ for token in doc].index("ROOT") == 2
    assert [token.lemma_ for token in doc] == ["Yvette", "Cooper", "reject", "party", "."]
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Yvette Cooper", "PERSON"),
        ("Parties", "ORG"),
    ]
    assert [(span.text, span.label_) for span in doc.spans["mention_heads"]] == [
        ("Cooper", "PERSON"),
        ("Parties", "PLACE"),
    ]


def test_a_name_goes_on_over_white_space():
    network = Says(
        tag=[0] * 3, pos=[0] * 3, morph=[0] * 3, sent=[0.0, 9, 9], ner=one_hot([1, 2], 5),
        arc=one_hot([0, 1], 3), rd=one_hot([0, 0], 3), rh=one_hot([0, 0], 3),
    )  # fmt: skip
    doc = pipeline(network, replace(LABELS, lemma=(), mention=()))("Yvette  Cooper")
    assert [name.text for name in doc.ents] == ["Yvette  Cooper"]
    assert len(list(doc.sents)) == 1


def test_a_network_without_lemmas_leaves_them_to_others():
    doc = pipeline(labels=replace(LABELS, lemma=(), mention=()))("The council  rejected it.")
    assert not doc.has_annotation("LEMMA")
    assert "mention_heads" not in doc.spans


@given(st.lists(TEXTS, max_size=6), st.integers(1, 4))
def test_neighbours_and_batches_change_nothing(texts, size):
    alone = [annotation(NLP(text)) for text in texts]
    assert [annotation(doc) for doc in NLP.pipe(texts, batch_size=size)] == alone


def test_paragraphs_of_one_doc_do_not_see_each_other():
    first, second = "The council rejected it.", "The ferry closed."
    together = NLP(f"{first}\n\n{second}")
    alone = NLP(second)
    assert [t.tag_ for t in together][-len(alone) :] == [t.tag_ for t in alone]


def test_a_doc_that_is_perfect_scores_one():
    docs = [NLP(text) for text in ("The council rejected it.", "A ferry closed. It rained.")]
    scores = NLP.get_pipe("kg_encoder").score([Example(doc, doc) for doc in docs])
    weighed = NLP.config["training"]["score_weights"] or NLP.get_pipe_meta("kg_encoder").default_score_weights
    assert {name for name, weight in weighed.items() if weight} <= set(scores)
    assert {scores[name] for name in ("tag_acc", "lemma_acc", "dep_las", "sents_f", "ents_f")} == {1.0}


def test_spacy_finds_the_factory_by_itself():
    assert make_encoder is next(iter(entry_points(group="spacy_factories", name="kg_encoder"))).load()
    assert NLP.get_pipe("kg_encoder").labels == LABELS.dep
    assert NLP.pipe_labels["kg_encoder"] == list(LABELS.dep)
    assert "token.dep" in NLP.get_pipe_meta("kg_encoder").assigns


def test_an_empty_component_says_what_it_lacks():
    nlp = spacy.blank("en")
    encoder = nlp.add_pipe("kg_encoder")
    assert encoder.labels == ()
    assert pickle.loads(pickle.dumps(encoder)).labels == ()
    with pytest.raises(PipelineError, match="kg_encoder has no network yet"):
        nlp("The council met.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model whose files are all there, and whose graph is none."""
    weights = np.zeros((4, 4 * len(LABELS.dep)), dtype=np.float16)
    np.savez(tmp_path / "relations.npz", U=weights)
    (tmp_path / "labels.json").write_text(LABELS.to_json(), "utf-8")
    (tmp_path / "vocab.txt").write_text("[UNK]\n[CLS]\n[SEP]\n", "utf-8")
    (tmp_path / "model.onnx").write_bytes(b"no graph")
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(PipelineError, match=rf"{name}: No such file.*install kg again"):
        spacy.blank("en").add_pipe("kg_encoder").from_disk(folder)


def test_a_broken_network_is_named(folder):
    with pytest.raises(PipelineError, match=r"model.onnx does not open.*install kg again"):
        spacy.blank("en").add_pipe("kg_encoder").from_disk(folder)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("labels.json", "{"),
        ("labels.json", "[]"),
        ("labels.json", '{"tag": ["NN"]}'),
        ("labels.json", LABELS.to_json().replace("ROOT", "root")),
        ("labels.json", LABELS.to_json().replace('"NOUN"', '"NOUNS"')),
        ("labels.json", LABELS.to_json().replace('"I-ORG"', '"I-MISC"')),
        ("labels.json", LABELS.to_json().replace('"obj"', '"obj", "iobj"')),
        ("labels.json", LABELS.to_json().replace('"l||", ', "")),
        ("vocab.txt", "[UNK]\n[CLS]\n"),
        ("relations.npz", ""),
        ("relations.npz", "PK"),
    ],
)
def test_a_broken_file_is_named(folder, name, content, monkeypatch):
    monkeypatch.setattr("kg.encoder.files.OnnxNetwork", lambda *_, **__: Random())
    (folder / name).write_text(content, "utf-8")
    broken = {"iobj": "relations.npz", '["l|ed|': "model.onnx"}
    name = next((broken[sign] for sign in broken if sign in content), name)
    with pytest.raises(PipelineError, match=rf"{name}.* broken: .*install kg again"):
        spacy.blank("en").add_pipe("kg_encoder").from_disk(folder)


def test_without_onnxruntime_the_cure_is_named(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(PipelineError, match="pip install onnxruntime"):
        spacy.blank("en").add_pipe("kg_encoder").from_disk(folder)


def test_files_come_through_disk_bytes_and_pickle(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.encoder.files.OnnxNetwork", lambda *_, **__: Random())
    nlp = spacy.blank("en")
    encoder = nlp.add_pipe("kg_encoder", config={"threads": 2}).from_disk(folder)
    nlp.to_disk(tmp_path / "saved")
    again = [
        spacy.load(tmp_path / "saved"),
        spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes()),
        pickle.loads(pickle.dumps(nlp)),
    ]
    for other in again:
        copy = other.get_pipe("kg_encoder")
        assert copy.to_bytes() == encoder.to_bytes()
        assert (copy.threads, copy.labels) == (2, encoder.labels)
    assert all(
        (tmp_path / "saved" / "kg_encoder" / name).read_bytes() == (folder / name).read_bytes()
        for name in FILES
    )


def test_labels_come_through_json():
    assert Labels.from_json(LABELS.to_json()) == LABELS


def test_a_name_does_not_reach_over_a_finite_verb():
    labels = replace(LABELS, dep=("ROOT", "flat"))
    rank = 2
    weights = np.zeros((rank + 1, len(labels.dep) * (rank + 1)), dtype=np.float32)
    weights[-1, -1] = 1.0  # every word that is no root is part of a name
    reader = Reader(Random(labels), labels, weights, WordPiece(PIECES))
    scores = {
        # Hale urged Council: the third word hangs on the first, and next best on the second.
        "arc": np.array([[0, 0, 0, 0], [0, 0, 9, 0], [9, 0, 0, 0], [0, 9, 5, 0]], dtype=np.float32),
        "tag": np.array([0, 0, 1, 0]),
        "rd": np.zeros((4, rank), dtype=np.float32),
        "rh": np.zeros((4, rank), dtype=np.float32),
    }
    heads, _ = reader._tree(scores, [0], 3)
    assert heads.tolist() == [2, 0, 2]
    heads, _ = reader._tree({**scores, "tag": np.array([0, 0, 0, 0])}, [0], 3)
    assert heads.tolist() == [2, 0, 1]

"""The conversion of open corpora into training texts for names, on inputs made up here."""

import importlib
import json
import sys
from pathlib import Path
from random import Random

import pytest
import spacy

SCRIPTS = Path(__file__).parent.parent / "data" / "pipeline" / "scripts"


@pytest.fixture(scope="module")
def script():
    sys.path.insert(0, str(SCRIPTS))
    yield importlib.import_module
    sys.path.remove(str(SCRIPTS))


@pytest.fixture(scope="module")
def as_doc(script):
    pieces, nlp = script("name_pieces"), spacy.blank("en")

    def convert(document):
        return pieces.to_doc(nlp, [piece for sentence in document for piece in sentence])

    return convert


def names(doc):
    return [(span.text, span.label_) for span in doc.ents]


def unknown(doc):
    return [token.text for token in doc if token.ent_iob == 0]


def table(*rows):
    return "\n".join("\t".join(row.split()) for row in rows) + "\n\n"


def test_universal_ner(script, as_doc, tmp_path):
    file = tmp_path / "train.iob2"
    file.write_text(
        "# newdoc id = d\n# sent_id = d-1\n# text = Dr. Ada Hart's Bentley hit an Irish van on Monday.\n"
        + table(
            "1 Dr. B-PER", "2 Ada I-PER", "3 Hart I-PER", "4 's O", "5 Bentley O", "6 hit O", "7 an O",
            "8 Irish B-OTH", "9 van O", "10 on O", "11 Monday O", "12 . O",
        )
        + "# sent_id = d-2\n# text = She left the Grid Board.\n"
        + table("1 She O", "2 left O", "3 the B-ORG", "4 Grid I-ORG", "5 Board I-ORG", "6 . O")
    )  # fmt: skip
    (document,) = script("name_readers").read_uner(file, {})
    doc = as_doc(document)
    assert doc.text == "Dr. Ada Hart's Bentley hit an Irish van on Monday. She left the Grid Board."
    assert names(doc) == [("Ada Hart", "PERSON"), ("Irish", "NORP"), ("Grid Board", "ORG")]
    assert unknown(doc) == ["Bentley"]


def test_wikigold_keeps_articles_apart(script, as_doc, tmp_path):
    file = tmp_path / "wikigold.txt"
    one = "The O\nMoth I-ORG\n( O\na O\nband O\n) O\nis O\nWelsh I-MISC\n. O\n\n"
    file.write_text(f"{one}-DOCSTART- O\n\nSir I-PER\nTom I-PER\nOake I-PER\nleft O\n. O\n\n")
    first, second = map(as_doc, script("name_readers").read_wikigold(file))
    assert first.text == "The Moth (a band) is Welsh."
    assert names(first) == [("Moth", "ORG"), ("Welsh", "NORP")]
    assert names(second) == [("Tom Oake", "PERSON")]


def test_redocred(script, as_doc, tmp_path):
    file = tmp_path / "dev.json"
    words = [
        ["Ann", "Bly", ",", "an", "award", "-", "winner", ",", "left", "in", "1990", "."],
        ["Bly", "won", "."],
    ]
    person = [{"pos": [0, 2], "sent_id": 0, "type": "PER"}, {"pos": [0, 1], "sent_id": 1, "type": "PER"}]
    time = [{"pos": [10, 11], "sent_id": 0, "type": "TIME"}]
    file.write_text(json.dumps([{"sents": words, "vertexSet": [person, time]}]))
    (document,) = script("name_readers").read_redocred(file)
    doc = as_doc(document)
    assert doc.text == "Ann Bly, an award-winner, left in 1990. Bly won."
    assert names(doc) == [("Ann Bly", "PERSON"), ("Bly", "PERSON")]
    assert not unknown(doc)


def test_crossner(script, as_doc, tmp_path):
    file = tmp_path / "train.txt"
    file.write_text(
        table(
            "President B-politician", "Fay I-politician", "Orr I-politician", "runs O", "Lodestar B-product"
        )
        + table("Labour B-politicalparty", "fell O", ". O")
    )
    first, second = map(as_doc, script("name_readers").read_crossner(file))
    assert names(first) == [("Fay Orr", "PERSON")]
    assert unknown(first) == ["Lodestar"]
    assert names(second) == [("Labour", "ORG")]


def test_gum(script, as_doc, tmp_path):
    file = tmp_path / "GUM_news_made.conllu"
    file.write_text(
        "# newdoc id = made\n# text = Judge Ivy Fenn of Hull quit Loxley.\n"
        + table(
            "1 Judge Judge PROPN NNP _ 2 nmod:desc _ Entity=(1-person-new",
            "2 Ivy Ivy PROPN NNP _ 6 nsubj _ _",
            "3 Fenn Fenn PROPN NNP _ 2 flat _ _",
            "4 of of ADP IN _ 5 case _ _",
            "5 Hull Hull PROPN NNP _ 2 nmod _ Entity=(2-place-new)1)",
            "6 quit quit VERB VBD _ 0 root _ _",
            "7 Loxley Loxley PROPN NNP _ 6 obj _ _",
            "8 . . PUNCT . _ 6 punct _ _",
        )
    )
    (document,) = script("name_reader_gum").read_gum(file)
    doc = as_doc(document)
    assert names(doc) == [("Ivy Fenn", "PERSON"), ("Hull", "LOC")]
    assert unknown(doc) == ["Loxley"]


def test_re3d_picks_names_and_holds_out_documents(script, as_doc, tmp_path):
    text = "Foreign Minister Ada Hart met Zorro. She left Oslo."
    marks = [
        ("Person", "Foreign Minister Ada Hart"),
        ("Person", "Ada Hart"),
        ("Person", "She"),
        ("Location", "Oslo"),
    ]
    documents, entities = [], []
    for number in range(6):
        documents.append({"_id": str(number), "text": text})
        for kind, value in marks:
            begin = text.index(value)
            mark = {"begin": begin, "end": begin + len(value), "type": kind, "value": value}
            entities.append({**mark, "documentId": str(number)})
    (tmp_path / "documents.json").write_text("\n".join(map(json.dumps, documents)))
    (tmp_path / "entities.json").write_text("\n".join(map(json.dumps, entities)))
    read = script("name_reader_re3d").read_re3d
    held_out = list(read(tmp_path, spacy.blank("en"), held_out=True))
    assert len(held_out) == 2
    assert len(list(read(tmp_path, spacy.blank("en"), held_out=False))) == 4
    assert len(held_out[0]) == 2
    doc = as_doc(held_out[0])
    assert doc.text == text
    assert names(doc) == [("Ada Hart", "PERSON"), ("Oslo", "LOC")]
    assert unknown(doc) == ["Zorro"]


@pytest.fixture
def always(script, monkeypatch):
    """The augmentation with one chance made certain."""
    augmentation = script("name_augmentation")

    def set_share(name):
        monkeypatch.setattr(augmentation, name, 1.0)
        return augmentation

    return set_share


def person(script, text="Ada Hart"):
    return script("name_pieces").Piece(text, label="PERSON")


def plain(script, *words):
    return [script("name_pieces").Piece(word) for word in words]


def test_a_swapped_name_is_the_same_throughout_with_its_surname(script, always):
    pieces = [
        person(script),
        *plain(script, "met"),
        person(script),
        *plain(script, "and"),
        person(script, "Hart"),
    ]
    swapped = always("PERSON_SWAP_SHARE").swap_names(pieces, Random(1))
    assert swapped[0].text == swapped[2].text != "Ada Hart"
    assert swapped[0].text.endswith(f" {swapped[4].text}")


def test_coordinated_names_are_spans_of_their_own(script, always, as_doc):
    pieces = [person(script), *plain(script, "left", ".")]
    doc = as_doc([always("COORDINATION_SHARE").coordinate_names(pieces, Random(0))])
    assert names(doc)[0] == ("Ada Hart", "PERSON")
    assert len(doc.ents) > 1
    assert not any(" and " in span.text for span in doc.ents)


@pytest.mark.parametrize("seed", range(8))
def test_an_added_title_stays_outside_the_name(script, always, seed):
    titled = always("TITLE_SHARE").add_titles([person(script), *plain(script, "left")], Random(seed))
    (name,) = [piece for piece in titled if piece.label == "PERSON"]
    assert len(titled) > 2
    assert name.text in {"Ada Hart", "Hart", "Ada"}


def test_quotes_become_british(script, always):
    pieces = plain(script, "\"Don't", 'go,"', "she", "said.")
    restyled = always("SINGLE_QUOTE_SHARE").restyle_quotes(pieces, Random(0))
    assert " ".join(piece.text for piece in restyled) == "‘Don’t go,’ she said."


def test_augmentation_is_the_same_for_the_same_seed(script):
    pieces = [person(script), *plain(script, "met"), person(script, "Tom Oake")] * 30
    augment = script("name_augmentation").augment
    assert augment(pieces, Random(3)) == augment(pieces, Random(3)) != augment(pieces, Random(4))

"""How the names of people and bodies that a user adds are read: with caution, and never by guessing."""

from __future__ import annotations

import json

import pytest
from spacy.tokens import Doc

from kg import rdf
from kg.extraction import Knowledge, from_doc, tokens
from kg.flow import extractions
from kg.gazetteer import name_key, name_label
from kg.model import Article, Extraction

from .by_hand import doc
from .by_list import PEOPLE

TABLE = """name,aliases,type,wikidata
Ada Harrow,Adelaide Harrow;Hope,person,Q900011
Bo Harrow,,person,
Jo Marsh,,person,Q900002
Jo Marsh,,person,Q900003
Will Young,Young,person,
Mary Hale,,person,
Reading,,place,
Hope Fund,ODB,organisation,
Bramble,,person,
"""


#: Without the bodies: the samples have a Lantern Party of their own.
POPOLO = {**PEOPLE, "organizations": []}
_PERSON = "person_org.example_person_"


@pytest.fixture(scope="module")
def knowing(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("lists")
    (folder / "list.csv").write_text(TABLE, "utf-8")
    (folder / "people.json").write_text(json.dumps(POPOLO), "utf-8")
    return Knowledge.of([folder / "list.csv", folder / "people.json"])


def _read(made: Doc, knowledge: Knowledge, *, date: str | None = None) -> Extraction:
    return from_doc(Article(made.text, date=date), made, knowledge)


def _keys(extraction: Extraction) -> dict[str, str]:
    """Words of each mention -> key of its entity."""
    return {extraction.article.words(m.passage): m.entity for m in extraction.mentions}


def _said(*names: str, verb: str = "resigned/resign/VBD") -> str:
    """A sentence in which someone of that name resigned."""
    last = len(names)
    before = [f"{name}/NNP/{last}/flat" for name in names[:-1]]
    return " ".join([*before, f"{names[-1]}/NNP/{last + 1}/nsubj", f"{verb}/0/ROOT", f"././{last + 1}/punct"])


def test_a_name_on_a_list_means_who_is_on_it(knowing: Knowledge) -> None:
    made = doc(_said("Adelaide", "Harrow"), _said("Harrow"), names={"Harrow": "PERSON"})
    extraction = _read(made, knowing)
    assert _keys(extraction) == {"Adelaide Harrow": "Q900011", "Harrow": "Q900011"}


def test_the_graph_tells_of_those_who_are_mentioned_only(knowing: Knowledge) -> None:
    extraction = _read(doc(_said("Ada", "Harrow")), knowing)
    lines = {str(quad.triple) for quad in rdf.quads(extraction, knowing.ontology)}
    ada = "<https://kg.example/entity/Q900011>"
    skos = "http://www.w3.org/2004/02/skos/core#"
    assert f'{ada} <{skos}prefLabel> "Ada Harrow"' in lines
    assert f'{ada} <{skos}altLabel> "Adelaide Harrow"' in lines
    assert f"{ada} <{skos}exactMatch> <http://www.wikidata.org/entity/Q900011>" in lines
    assert not [line for line in lines if "Brook" in line or "BoHarrow" in line]


def test_a_surname_alone_means_nobody_on_a_list(knowing: Knowledge) -> None:
    for name in ("Harrow", "Fenn", "Young", "Hope"):
        made = doc(_said(name), names={name: "PERSON"})
        (entity,) = _read(made, knowing).entities
        assert entity.key.startswith(Article(made.text).key), name


@pytest.mark.parametrize("names", [{"Jo Marsh": "PERSON"}, {}])
def test_a_name_of_two_means_neither_and_each_article_has_its_own(
    knowing: Knowledge, names: dict[str, str]
) -> None:
    def entities(verb: str, names: dict[str, str]) -> set[str]:
        made = doc(_said("Jo", "Marsh"), _said("Jo", "Marsh", verb=verb), names=names)
        return {mention.entity for mention in _read(made, knowing).mentions}

    ours = entities("resigned/resign/VBD", names)
    theirs = entities("lied/lie/VBD", names)
    assert len(ours) == len(theirs) == 1
    assert ours.isdisjoint(theirs)
    assert not {"Q900002", "Q900003", "JoMarsh"} & (ours | theirs)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hope/NN/2/nsubj faded/fade/VBD/0/ROOT ././2/punct",
        "Reading/VBG/2/csubj helps/help/VBZ/0/ROOT ././2/punct",
        "Will/MD/4/aux Young/JJ/3/amod people/NNS/4/nsubj vote/VB/0/ROOT ?/./4/punct",
        "Bramble/NN/2/nsubj grows/grow/VBZ/0/ROOT ././2/punct",
    ],
)
def test_an_ordinary_word_is_no_name(knowing: Knowledge, sentence: str) -> None:
    known = {"Q900011", "WillYoung", "Reading", "Bramble"}
    assert not known & {m.entity for m in _read(doc(sentence), knowing).mentions}


def test_one_word_is_a_name_where_the_pipeline_sees_one_of_that_kind(knowing: Knowledge) -> None:
    def matched(sentence: str, names: dict[str, str]) -> set[str]:
        return {known.key for _, known, _ in knowing.match(tokens.Doc(doc(sentence, names=names)))[0]}

    sentence = "They/PRP/2/nsubj left/leave/VBD/0/ROOT Reading/NNP/2/obj ././2/punct"
    assert matched(sentence, {"Reading": "LOC"}) == {"Reading"}
    assert matched(sentence, {"Reading": "PERSON"}) == set()
    assert matched(_said("Bramble"), {"Bramble": "PERSON"}) == {"Bramble"}
    both = doc(_said("Ann", "Bramble"), _said("Bramble"), names={"Ann Bramble": "PERSON"})
    assert not knowing.match(tokens.Doc(both))[0]
    assert matched(_said("ODB"), {}) == {"HopeFund"}
    assert matched("HOPE/NNP/3/nsubj ODB/NNP/1/flat FADES/NNP/0/ROOT", {}) == set()


@pytest.mark.parametrize(
    "names", [("Ann", "Mary", "Hale"), ("Mary", "Hale", "Moss"), ("Mary", "Hale", "-", "Moss")]
)
def test_part_of_a_longer_name_is_no_name(knowing: Knowledge, names: tuple[str, ...]) -> None:
    made = doc(_said(*names))
    if "-" in names:
        words = [token.text for token in made]
        made = Doc(
            made.vocab,
            words=words,
            spaces=[True, False, False, True, False, False],
            sent_starts=[True, *[False] * 5],
        )
    assert "MaryHale" not in {known.key for _, known, _ in knowing.match(tokens.Doc(made))[0]}


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2016-03-01", _PERSON + "1"),
        ("2020-01-01", _PERSON + "2"),
        ("2001-01-01", None),
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "the/DT/2/det MP/NN/6/nsubj for/IN/5/case Marlow/NNP/5/compound Valley/NNP/2/nmod "
        "resigned/resign/VBD/0/ROOT ././6/punct",
        "the/DT/4/det Marlow/NNP/3/compound Valley/NNP/4/compound MP/NN/5/nsubj "
        "resigned/resign/VBD/0/ROOT ././5/punct",
    ],
)
def test_a_seat_means_its_holder_on_the_day(
    knowing: Knowledge, sentence: str, day: str, holder: str | None
) -> None:
    extraction = _read(doc(sentence, names={"Marlow Valley": "LOC"}), knowing, date=day)
    (mention,) = (m for m in extraction.mentions if "MP" in extraction.article.words(m.passage))
    assert extraction.article.words(mention.passage).startswith("the ")
    assert (mention.entity == holder) if holder else not mention.entity.startswith("person_")


def test_a_peer_is_known_by_style_and_title(knowing: Knowledge) -> None:
    style = (
        "Baroness/NNP/2/compound Brook/NNP/5/nsubj of/IN/4/case Oxley/NNP/2/nmod "
        "resigned/resign/VBD/0/ROOT ././5/punct"
    )
    for made in (doc(style, _said("Baroness", "Brook")), doc(_said("Baroness", "Brook"))):
        assert {m.entity for m in _read(made, knowing).mentions} == {_PERSON + "1"}


def test_lists_change_nothing_where_they_name_nobody(
    knowing: Knowledge, samples: tuple[Article, ...], sample_extractions: tuple[Extraction, ...]
) -> None:
    assert tuple(extractions(samples, knowledge=knowing)) == sample_extractions


@pytest.mark.parametrize(
    ("spellings", "label"),
    [
        (("O.H.B.", "O.H.B", "O-H-B", "O.-H.-B.", "OHB"), "OHB"),
        (("O.H. Hale", "O.-H. Hale", "O-H Hale"), "OH Hale"),
        (("Oxley-Marlow", "Oxley - Marlow"), "Oxley-Marlow"),
        (("O.H.-Marlow",), "OH-Marlow"),
    ],
)
def test_letters_are_one_name_however_they_are_parted(spellings: tuple[str, ...], label: str) -> None:
    assert {name_label(name) for name in spellings} == {label}
    assert len({name_key(name) for name in spellings}) == 1

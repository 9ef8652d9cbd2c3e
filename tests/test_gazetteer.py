"""Who and what is known beforehand, and when a shared name may be read as one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg.errors import OntologyError
from kg.extraction import Knowledge, tokens
from kg.gazetteer import Tenure, load

from .by_hand import VOCAB

TURTLE = """
@prefix kg: <https://kg.example/ontology#> .
@prefix ent: <https://kg.example/entity/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ent:HelenMarsh a kg:Person ; skos:prefLabel "Helen Marsh" ; schema:gender schema:Female ;
    kg:tenure [ kg:post ent:Mayor ;
        schema:startDate "2020-05-01"^^xsd:date ; schema:endDate "2024-05-01"^^xsd:date ] .
ent:PeterLowe a kg:Person ; skos:prefLabel "Peter Lowe" ;
    kg:tenure [ kg:post ent:Mayor ; schema:startDate "2024-05-01"^^xsd:date ] .
ent:Mayor a kg:Post ; skos:prefLabel "Mayor of Oxley" ; kg:sharedLabel "Mayor" ; org:postIn ent:OxleyCouncil .
ent:OxleyCouncil a kg:Organisation , kg:Council ;
    skos:prefLabel "Oxley Council" ; skos:altLabel "OC" ; kg:sharedLabel "the council" .
kg:Person kg:headNoun "spokesman" ; kg:femaleName "Helen" ; kg:postNominal "KC" .
kg:Ms a kg:Honorific ; skos:prefLabel "Ms" ; schema:gender schema:Female .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "town.ttl").write_text(TURTLE, "utf-8")
    return tmp_path


def test_an_entity_is_one_block(folder: Path) -> None:
    known = load(folder).known["OxleyCouncil"]
    assert (known.label, known.cls, known.names) == ("Oxley Council", "Council", ("Oxley Council", "OC"))
    assert known.shared == ("the council",)


def test_a_post_passes_from_holder_to_holder_on_its_day(folder: Path) -> None:
    gazetteer = load(folder)
    assert gazetteer.holders("Mayor", "2024-04-30") == ("HelenMarsh",)
    assert gazetteer.holders("Mayor", "2024-05-01") == ("PeterLowe",)
    assert gazetteer.holders("Mayor", "2019-01-01") == ()
    assert set(gazetteer.holders("Mayor", None)) == {"HelenMarsh", "PeterLowe"}
    assert gazetteer.posts["Mayor"].body == "OxleyCouncil"


def test_a_tenure_with_open_ends_covers_every_day() -> None:
    assert Tenure("x", "y").covers("1066-10-14")


def test_words_denote_people(folder: Path) -> None:
    words = load(folder).words
    assert words.head_nouns == {"spokesman": "Person", "spokesmans": "Person", "spokesmen": "Person"}
    assert words.genders["Helen"] == "Female"
    assert words.honorifics == {"Ms": "Female"}
    assert words.post_nominals == {"KC"}


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("ent:Nobody a kg:Person .", r"ent:Nobody has no skos:prefLabel"),
        ('ent:Nobody skos:prefLabel "Nobody" .', r"ent:Nobody has no class"),
        ("ent:Nobody a", r"town\.ttl"),
    ],
)
def test_what_cannot_be_followed_is_refused(tmp_path: Path, turtle: str, message: str) -> None:
    (tmp_path / "town.ttl").write_text(TURTLE + turtle, "utf-8")
    with pytest.raises(OntologyError, match=message):
        load(tmp_path)


def test_shipped_posts_are_held_by_known_people(knowledge: Knowledge) -> None:
    gazetteer = knowledge.gazetteer
    assert gazetteer.tenures
    assert not [
        t for t in gazetteer.tenures if t.person not in gazetteer.known or t.post not in gazetteer.posts
    ]
    assert not [t for t in gazetteer.tenures if t.start and t.end and t.start >= t.end]
    assert gazetteer.holders("HomeSecretary", "2025-01-16") == ("YvetteCooper",)
    assert gazetteer.holders("HomeSecretary", "2023-06-01") == ("SuellaBraverman",)


def test_shipped_classes_are_those_of_the_ontology(knowledge: Knowledge) -> None:
    unknown = {k.cls for k in knowledge.gazetteer.known.values()} - set(knowledge.ontology.classes)
    assert not unknown


def test_no_unshared_name_belongs_to_two(knowledge: Knowledge) -> None:
    owners: dict[str, set[str]] = {}
    for known in knowledge.gazetteer.known.values():
        for name in known.names:
            owners.setdefault(name, set()).add(known.key)
    assert not {name: keys for name, keys in owners.items() if len(keys) > 1}


def _names(knowledge: Knowledge, text: str) -> set[str]:
    words = text.replace("’s", " ’s").replace(",", " ,").replace(".", " .").split()
    return {known.key for _, known, *_ in knowledge.match(tokens.Doc(Doc(VOCAB, words=words)))[0]}


def test_a_shared_name_needs_two_sure_names_of_the_same_public_life(knowledge: Knowledge) -> None:
    alone = _names(knowledge, "The Government of Ruritania met.")
    assert "UKGovernment" not in alone
    beside = _names(knowledge, "Keir Starmer and Yvette Cooper met the Government.")
    assert {"KeirStarmer", "YvetteCooper", "UKGovernment"} <= beside


def test_names_are_matched_in_their_own_case(knowledge: Knowledge) -> None:
    assert "LabourParty" in _names(knowledge, "Labour won.")
    assert "LabourParty" not in _names(knowledge, "Hard labour won.")

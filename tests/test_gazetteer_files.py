"""The files of people and bodies that a user adds: which are read, and how they are joined."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GazetteerError, KgError, OntologyError
from kg.gazetteer import Gazetteer, extended, id_key, load, name_key

from .by_list import PEOPLE, called, loaded, table, written

# Turtle and the rest


def test_own_turtle_is_added(tmp_path: Path) -> None:
    prefixes = "".join(
        f"@prefix {name}: <{iri}> .\n"
        for name, iri in (
            ("kg", "https://kg.example/ontology#"),
            ("ent", "https://kg.example/entity/"),
            ("skos", "http://www.w3.org/2004/02/skos/core#"),
        )
    )
    own = 'ent:UnaFenn a kg:Person ; skos:prefLabel "Una Fenn" .'
    more = 'ent:YvetteCooper a kg:Person ; skos:prefLabel "Yvette M Cooper" .'
    gazetteer = loaded(written(tmp_path, "own.ttl", prefixes + own + more))
    assert gazetteer.known["UnaFenn"].names == ("Una Fenn",)
    cooper = gazetteer.known["YvetteCooper"]
    assert cooper.label == "Yvette Cooper"
    assert {"Yvette Cooper", "Yvette M Cooper"} <= set(cooper.names)
    assert gazetteer.words == load().words
    with pytest.raises(GazetteerError, match="kg:Wizard"):
        loaded(written(tmp_path, "bad.ttl", prefixes + own.replace("kg:Person", "kg:Wizard")))
    with pytest.raises(GazetteerError, match="describes nobody"):
        loaded(written(tmp_path, "none.ttl", prefixes))
    with pytest.raises(OntologyError, match=r"broken\.ttl"):
        loaded(written(tmp_path, "broken.ttl", "ent:"))


@pytest.mark.parametrize("name", ["missing.csv", "people.xml", "."])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(KgError, match=r"Give|Name"):
        loaded(tmp_path / name)


def test_no_file_changes_nothing() -> None:
    assert extended(()) is load()


# Joining


def test_who_has_the_same_item_is_the_same(tmp_path: Path) -> None:
    people = written(tmp_path, "people.json", PEOPLE)
    gazetteer = loaded(people, table(tmp_path, "Ida Brook of Oxley,Ida Fenn,person,Q900001"))
    (ida,) = called(gazetteer, "Ida Fenn")
    assert ida.key == "person_org.example_person_1"
    assert "Ida Brook" in ida.listed


def test_people_of_one_name_stay_apart_unless_something_joins_them(tmp_path: Path) -> None:
    def cooper(**more: object) -> dict[str, Any]:
        return {
            "persons": [{"id": "p", "name": "Yvette Cooper", **more}],
            "organizations": [{"id": "labour", "name": "Labour"}, {"id": "lantern", "name": "Lantern Party"}],
        }

    def found(party: str, **more: object) -> Gazetteer:
        membership = {"person_id": "p", "on_behalf_of_id": party, "organization_id": "house"}
        path = written(tmp_path, f"{party}{len(more)}.json", {**cooper(**more), "memberships": [membership]})
        return loaded(path)

    same, other, man = found("labour"), found("lantern"), found("labour", gender="male")
    assert "person_p" not in same.known and "Yvette Cooper" not in same.ambiguous
    assert "person_p" in other.known and "Yvette Cooper" in other.ambiguous
    assert "person_p" in man.known and "Yvette Cooper" in man.ambiguous


def test_a_row_that_tells_nothing_but_a_name_adds_to_who_is_known(tmp_path: Path) -> None:
    gazetteer = loaded(table(tmp_path, "Yvette Cooper,Yvette Q Cooper,person,Q900004"))
    cooper = gazetteer.known["YvetteCooper"]
    assert "Yvette Q Cooper" in cooper.listed
    assert "http://www.wikidata.org/entity/Q900004" in cooper.same_as
    assert not gazetteer.ambiguous


def test_two_rows_never_become_one_known_person(tmp_path: Path) -> None:
    rows = ("Yvette Cooper,,person,Q900004", "Yvette Cooper,,person,Q900005")
    gazetteer = loaded(table(tmp_path, *rows))
    assert len(called(gazetteer, "Yvette Cooper")) == 3
    assert "Yvette Cooper" in gazetteer.ambiguous


def test_a_post_that_is_known_gets_its_other_holders(tmp_path: Path) -> None:
    roles = [{"person_id": "a", "role": "The Home Secretary", "start_date": "1801", "end_date": "1802"}]
    content = {"persons": [{"id": "a", "name": "Una Fenn"}], "memberships": roles}
    gazetteer = loaded(written(tmp_path, "people.json", content))
    assert gazetteer.holders("HomeSecretary", "1801-06-01") == ("person_a",)
    assert gazetteer.holders("HomeSecretary", "2025-01-16") == ("YvetteCooper",)


def test_a_newer_list_ends_what_was_open(tmp_path: Path) -> None:
    (open_ended,) = (t for t in load().tenures if t.post == "PrimeMinister" and t.person == "KeirStarmer")
    assert open_ended.end is None
    roles = [
        {"person_id": "a", "role": "Prime Minister", "start_date": "2024-07-04", "end_date": "2030-01-01"},
        {"person_id": "b", "role": "Prime Minister", "start_date": "2030-01-01"},
    ]
    people = [
        {
            "id": "a",
            "name": "Keir Starmer",
            "identifiers": [{"scheme": "wikidata", "identifier": "Q6383803"}],
        },
        {"id": "b", "name": "Una Fenn"},
    ]
    gazetteer = loaded(written(tmp_path, "people.json", {"persons": people, "memberships": roles}))
    assert gazetteer.holders("PrimeMinister", "2025-01-16") == ("KeirStarmer",)
    assert gazetteer.holders("PrimeMinister", "2030-06-01") == ("person_b",)


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    paths = [
        written(tmp_path, "a.json", {"persons": PEOPLE["persons"], "organizations": PEOPLE["organizations"]}),
        written(tmp_path, "b.json", {"posts": PEOPLE["posts"], "memberships": PEOPLE["memberships"]}),
        table(tmp_path, "Ida Brook,Ida Fenn,person,Q900001", "Upper Fen,,place,"),
    ]
    first, *others = (loaded(*order) for order in permutations(paths))
    for other in others:
        assert (other.known, other.posts, other.tenures) == (first.known, first.posts, first.tenures)


# Keys


@given(st.lists(st.text(alphabet="aB1./-_ é", min_size=1, max_size=6), min_size=2, max_size=2, unique=True))
def test_two_ids_never_have_one_key(ids: list[str]) -> None:
    keys = {id_key("person", identifier) for identifier in ids}
    assert len(keys) == 2
    assert keys.isdisjoint({name_key(identifier) for identifier in ids})
    assert keys.isdisjoint({id_key("post", identifier) for identifier in ids})


_NAMES = st.sampled_from(("Ann Fenn", "Bo Fenn", "Cy Lowe", "Di Marsh"))


@given(st.lists(st.tuples(_NAMES, st.lists(_NAMES, max_size=2), st.sampled_from(("", "Q1", "Q2", "Q3")))))
def test_a_name_is_ambiguous_or_means_one(rows: list[tuple[str, list[str], str]]) -> None:
    from tempfile import TemporaryDirectory

    lines = [f"{name},{';'.join(aliases)},person,{item}" for name, aliases, item in rows]
    with TemporaryDirectory() as folder:
        gazetteer = loaded(table(Path(folder), *lines))
    for name in ("Ann Fenn", "Bo Fenn", "Cy Lowe", "Di Marsh"):
        assert (len(called(gazetteer, name)) > 1) == (name in gazetteer.ambiguous)
        items = {item for n, aliases, item in rows if item and name in (n, *aliases)}
        assert len(items) < 2 or name in gazetteer.ambiguous

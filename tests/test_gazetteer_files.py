"""The files of people and bodies that a user adds: what each reader makes of them, how they are joined."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GazetteerError, KgError, OntologyError
from kg.gazetteer import Gazetteer, Known, extended, id_key, load, name_key

PEOPLE: dict[str, Any] = {
    "persons": [
        {
            "id": "org.example/person/1",
            "gender": "female",
            "identifiers": [
                {"scheme": "wikidata", "identifier": "Q900001"},
                {"scheme": "x", "identifier": "7"},
            ],
            "other_names": [
                {"note": "Main", "given_name": "Ida", "family_name": "Brook", "end_date": "2020-01-01"},
                {
                    "note": "Main",
                    "given_name": "Ida",
                    "honorific_prefix": "Baroness",
                    "lordname": "Brook",
                    "lordofname": "Oxley",
                    "start_date": "2020-01-02",
                },
                {"note": "Alternate", "name": "Ida M Brook"},
            ],
        },
        {"id": "org.example/person/2", "name": "Peter Lowe"},
        {"id": "org.example/person/3", "name": "Peter Lowe", "other_names": [{"name": "Pete Lowe"}]},
        {"id": "org.example/person/9", "redirect": "org.example/person/2"},
    ],
    "organizations": [
        {"id": "lantern", "name": "Lantern Party", "classification": "party"},
        {"id": "chamber", "name": "Marlow Chamber", "classification": "chamber"},
        {"id": "drains", "name": "Drains Committee", "classification": "committee"},
    ],
    "posts": [
        {
            "id": "org.example/seat/1",
            "label": "MP for Marlow Valley",
            "role": "Member of Parliament",
            "area": {"name": "Marlow Valley"},
            "organization_id": "chamber",
        }
    ],
    "memberships": [
        {
            "person_id": "org.example/person/1",
            "post_id": "org.example/seat/1",
            "on_behalf_of_id": "lantern",
            "start_date": "2015-05-08",
            "end_date": "2020-01-01",
        },
        {
            "person_id": "org.example/person/9",
            "post_id": "org.example/seat/1",
            "on_behalf_of_id": "independent",
            "start_date": "2020-01-01",
        },
        {"person_id": "org.example/person/3", "organization_id": "drains", "role": "Chair"},
        {"person_id": "org.example/person/3", "role": "The Harbour Commissioner", "start_date": "2021"},
    ],
}


def _write(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def _loaded(*paths: Path) -> Gazetteer:
    return extended(paths)


def _named(gazetteer: Gazetteer, name: str) -> list[Known]:
    return [known for known in gazetteer.known.values() if name in (known.label, *known.all_names)]


def _table(folder: Path, *rows: str, header: str = "name,aliases,type,wikidata") -> Path:
    return _write(folder, "list.csv", "\n".join((header, *rows)) + "\n")


# Popolo


def test_popolo_people_have_their_names_titles_and_items(tmp_path: Path) -> None:
    ida = _loaded(_write(tmp_path, "people.json", PEOPLE)).known["person_org.example_person_1"]
    assert ida.label == "Baroness Brook of Oxley"
    assert set(ida.listed) == {"Baroness Brook of Oxley", "Ida Brook", "Ida M Brook"}
    assert (ida.gender, ida.honorifics) == ("Female", ("Baroness",))
    assert ida.same_as == ("http://www.wikidata.org/entity/Q900001",)
    assert ida.member_of == ("organization_lantern",)


def test_popolo_posts_pass_from_holder_to_holder(tmp_path: Path) -> None:
    gazetteer = _loaded(_write(tmp_path, "people.json", PEOPLE))
    seat = gazetteer.posts["post_org.example_seat_1"]
    assert {"MP for Marlow Valley", "Marlow Valley MP"} <= set(seat.exact)
    assert seat.body == "organization_chamber"
    assert gazetteer.holders(seat.key, "2019-12-31") == ("person_org.example_person_1",)
    assert gazetteer.holders(seat.key, "2020-01-01") == ("person_org.example_person_2",), "the redirected id"


def test_a_role_without_a_post_is_one(tmp_path: Path) -> None:
    posts = _loaded(_write(tmp_path, "people.json", PEOPLE)).posts.values()
    assert [post.names for post in posts if post.label == "Harbour Commissioner"] == [
        ("Harbour Commissioner",)
    ]
    (chair,) = (post for post in posts if "chair of the Drains Committee" in post.exact)
    assert not chair.names


def test_what_several_hold_at_once_is_no_ones_name(tmp_path: Path) -> None:
    roles = [
        {"person_id": f"org.example/person/{n}", "role": "Minister of Tides", "start_date": start}
        for n, start in ((1, "2001"), (2, "2002"))
    ]
    path = _write(tmp_path, "people.json", {**PEOPLE, "memberships": roles})
    assert [p.names for p in _loaded(path).posts.values() if p.label == "Minister of Tides"] == [()]


def test_a_term_dates_its_memberships(tmp_path: Path) -> None:
    content = {
        "persons": [{"id": "a", "name": "Una Fenn"}],
        "organizations": [{"id": "house", "name": "House of Fens", "classification": "legislature"}],
        "areas": [{"id": "area/1", "name": "Upper Fen"}],
        "events": [{"id": "term/1", "start_date": "2011-01-01", "end_date": "2015-01-01"}],
        "memberships": [
            {
                "person_id": "a",
                "organization_id": "house",
                "role": "member",
                "area_id": "area/1",
                "legislative_period_id": "term/1",
            }
        ],
    }
    gazetteer = _loaded(_write(tmp_path, "fens.json", content))
    (post,) = (p for p in gazetteer.posts.values() if "member for Upper Fen" in p.exact)
    assert gazetteer.holders(post.key, "2012-06-01") == ("person_a",)
    assert gazetteer.holders(post.key, "2016-06-01") == ()


def test_memberships_may_be_in_another_file(tmp_path: Path) -> None:
    people = _write(tmp_path, "people.json", {"persons": PEOPLE["persons"]})
    roles = _write(tmp_path, "ministers.json", {"memberships": PEOPLE["memberships"][3:]})
    gazetteer = _loaded(roles, people)
    (post,) = (p for p in gazetteer.posts.values() if p.label == "Harbour Commissioner")
    assert gazetteer.holders(post.key, "2022-01-01") == ("person_org.example_person_3",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", r"people\.json, line 1: .*Mend the JSON"),
        ([], r"no Popolo JSON"),
        ({"articles": []}, r"no Popolo JSON"),
        ({"persons": {}}, r'"persons" is no list'),
        ({"persons": ["Ida"]}, r"persons\[0\] is no object"),
        ({"persons": [{"name": "Ida Brook"}]}, r'persons\[0\] has no "id"'),
        ({"persons": [{"id": "1"}]}, r"person '1' has no name"),
        (
            {"persons": [{"id": 1, "name": "Ida Brook"}, {"id": 1, "name": "Una Fenn"}]},
            r"Ida Brook and Una Fenn",
        ),
    ],
)
def test_what_is_no_popolo_is_refused(tmp_path: Path, content: object, message: str) -> None:
    with pytest.raises(GazetteerError, match=message):
        _loaded(_write(tmp_path, "people.json", content))


# CSV


@pytest.mark.parametrize("mark", ",;\t")
def test_a_table_names_people_bodies_and_places(tmp_path: Path, mark: str) -> None:
    lines = (
        ("name", "note", "aliases", "type", "wikidata"),
        (
            "Ada Harrow",
            "tall",
            "Adelaide Harrow|Ada B. Harrow",
            "person",
            "https://www.wikidata.org/wiki/Q900002",
        ),
        ("Oxley Drains Board", "", "ODB", "organization", ""),
        ("Lantern Party", "", "", "political party", "q900003"),
        ("Upper Fen", "", "", "kg:Settlement", ""),
    )
    gazetteer = _loaded(_write(tmp_path, "list.csv", "\ufeff" + "\n".join(mark.join(line) for line in lines)))
    ada = gazetteer.known["Q900002"]
    assert set(ada.listed) == {"Ada Harrow", "Adelaide Harrow", "Ada B. Harrow"}
    assert ada.same_as == ("http://www.wikidata.org/entity/Q900002",)
    assert gazetteer.known["OxleyDrainsBoard"].cls == "Organisation"
    assert gazetteer.known["Q900003"].cls == "PoliticalParty"
    assert gazetteer.known["UpperFen"].cls == "Settlement"


def test_rows_with_one_name_are_two_people(tmp_path: Path) -> None:
    gazetteer = _loaded(_table(tmp_path, "Jo Marsh,Joan Marsh,person,", "Jo Marsh,Joseph Marsh,person,"))
    assert len(_named(gazetteer, "Jo Marsh")) == 2
    assert "Jo Marsh" in gazetteer.ambiguous
    assert "Joan Marsh" not in gazetteer.ambiguous


def test_a_row_given_twice_is_one_person(tmp_path: Path) -> None:
    gazetteer = _loaded(_table(tmp_path, "Jo Marsh,,person,", "Jo Marsh,,person,"))
    assert [known.key for known in _named(gazetteer, "Jo Marsh")] == ["JoMarsh"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (("",), None),
        (("Ada Harrow,,wizard,",), r"list\.csv, line 2: 'Ada Harrow' has the type 'wizard'\. Give person"),
        (("Ada Harrow,,Request,",), r"has the type 'Request'"),
        (("Ada Harrow,,,",), r"has the type ''"),
        (("Ada Harrow,,person,42",), r"line 2: '42' is no Wikidata item"),
        ((",,person,",), r"line 2: no name"),
        (("Ada Harrow,,person,,,",), r"line 2: 6 cells, but 4 columns"),
        (('"Ada Harrow,,person,',), r"line \d: .*Mend the CSV"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, rows: tuple[str, ...], message: str | None) -> None:
    path = _table(tmp_path, *rows)
    if message is None:
        assert _loaded(path).known.keys() == load().known.keys()
        return
    with pytest.raises(GazetteerError, match=message):
        _loaded(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "empty"), ("who,type\n", 'no column "name"'), ("name,name,type\n", '2 columns "name"')],
)
def test_a_table_needs_its_columns(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(GazetteerError, match=message):
        _loaded(_write(tmp_path, "list.csv", content))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    for name in ("list.csv", "people.json"):
        (tmp_path / name).write_bytes("name,type\nZoë Fenn,person\n".encode("latin-1"))
        with pytest.raises(GazetteerError, match="UTF-8"):
            _loaded(tmp_path / name)


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
    gazetteer = _loaded(_write(tmp_path, "own.ttl", prefixes + own + more))
    assert gazetteer.known["UnaFenn"].names == ("Una Fenn",)
    cooper = gazetteer.known["YvetteCooper"]
    assert cooper.label == "Yvette Cooper"
    assert {"Yvette Cooper", "Yvette M Cooper"} <= set(cooper.names)
    assert gazetteer.words == load().words
    with pytest.raises(GazetteerError, match="kg:Wizard"):
        _loaded(_write(tmp_path, "bad.ttl", prefixes + own.replace("kg:Person", "kg:Wizard")))
    with pytest.raises(GazetteerError, match="describes nobody"):
        _loaded(_write(tmp_path, "none.ttl", prefixes))
    with pytest.raises(OntologyError, match=r"broken\.ttl"):
        _loaded(_write(tmp_path, "broken.ttl", "ent:"))


@pytest.mark.parametrize("name", ["missing.csv", "people.xml", "."])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(KgError, match=r"Give|Name"):
        _loaded(tmp_path / name)


def test_no_file_changes_nothing() -> None:
    assert extended(()) is load()


# Joining


def test_who_has_the_same_item_is_the_same(tmp_path: Path) -> None:
    people = _write(tmp_path, "people.json", PEOPLE)
    gazetteer = _loaded(people, _table(tmp_path, "Ida Brook of Oxley,Ida Fenn,person,Q900001"))
    (ida,) = _named(gazetteer, "Ida Fenn")
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
        path = _write(tmp_path, f"{party}{len(more)}.json", {**cooper(**more), "memberships": [membership]})
        return _loaded(path)

    same, other, man = found("labour"), found("lantern"), found("labour", gender="male")
    assert "person_p" not in same.known and "Yvette Cooper" not in same.ambiguous
    assert "person_p" in other.known and "Yvette Cooper" in other.ambiguous
    assert "person_p" in man.known and "Yvette Cooper" in man.ambiguous


def test_a_row_that_tells_nothing_but_a_name_adds_to_who_is_known(tmp_path: Path) -> None:
    gazetteer = _loaded(_table(tmp_path, "Yvette Cooper,Yvette Q Cooper,person,Q900004"))
    cooper = gazetteer.known["YvetteCooper"]
    assert "Yvette Q Cooper" in cooper.listed
    assert "http://www.wikidata.org/entity/Q900004" in cooper.same_as
    assert not gazetteer.ambiguous


def test_two_rows_never_become_one_known_person(tmp_path: Path) -> None:
    rows = ("Yvette Cooper,,person,Q900004", "Yvette Cooper,,person,Q900005")
    gazetteer = _loaded(_table(tmp_path, *rows))
    assert len(_named(gazetteer, "Yvette Cooper")) == 3
    assert "Yvette Cooper" in gazetteer.ambiguous


def test_a_post_that_is_known_gets_its_other_holders(tmp_path: Path) -> None:
    roles = [{"person_id": "a", "role": "The Home Secretary", "start_date": "1801", "end_date": "1802"}]
    content = {"persons": [{"id": "a", "name": "Una Fenn"}], "memberships": roles}
    gazetteer = _loaded(_write(tmp_path, "people.json", content))
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
    gazetteer = _loaded(_write(tmp_path, "people.json", {"persons": people, "memberships": roles}))
    assert gazetteer.holders("PrimeMinister", "2025-01-16") == ("KeirStarmer",)
    assert gazetteer.holders("PrimeMinister", "2030-06-01") == ("person_b",)


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    paths = [
        _write(tmp_path, "a.json", {"persons": PEOPLE["persons"], "organizations": PEOPLE["organizations"]}),
        _write(tmp_path, "b.json", {"posts": PEOPLE["posts"], "memberships": PEOPLE["memberships"]}),
        _table(tmp_path, "Ida Brook,Ida Fenn,person,Q900001", "Upper Fen,,place,"),
    ]
    first, *others = (_loaded(*order) for order in permutations(paths))
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
        gazetteer = _loaded(_table(Path(folder), *lines))
    for name in ("Ann Fenn", "Bo Fenn", "Cy Lowe", "Di Marsh"):
        assert (len(_named(gazetteer, name)) > 1) == (name in gazetteer.ambiguous)
        items = {item for n, aliases, item in rows if item and name in (n, *aliases)}
        assert len(items) < 2 or name in gazetteer.ambiguous

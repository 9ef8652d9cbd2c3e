"""Popolo JSON: what is made of its people, bodies, posts and memberships, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GazetteerError

from .by_list import PEOPLE, loaded, written


def test_popolo_people_have_their_names_titles_and_items(tmp_path: Path) -> None:
    ida = loaded(written(tmp_path, "people.json", PEOPLE)).known["person_org.example_person_1"]
    assert ida.label == "Baroness Brook of Oxley"
    assert set(ida.listed) == {"Baroness Brook of Oxley", "Ida Brook", "Ida M Brook"}
    assert (ida.gender, ida.honorifics) == ("Female", ("Baroness",))
    assert ida.same_as == ("http://www.wikidata.org/entity/Q900001",)
    assert ida.member_of == ("organization_lantern",)


def test_popolo_posts_pass_from_holder_to_holder(tmp_path: Path) -> None:
    gazetteer = loaded(written(tmp_path, "people.json", PEOPLE))
    seat = gazetteer.posts["post_org.example_seat_1"]
    assert {"MP for Marlow Valley", "Marlow Valley MP"} <= set(seat.exact)
    assert seat.body == "organization_chamber"
    assert gazetteer.holders(seat.key, "2019-12-31") == ("person_org.example_person_1",)
    assert gazetteer.holders(seat.key, "2020-01-01") == ("person_org.example_person_2",), "the redirected id"


def test_a_role_without_a_post_is_one(tmp_path: Path) -> None:
    posts = loaded(written(tmp_path, "people.json", PEOPLE)).posts.values()
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
    path = written(tmp_path, "people.json", {**PEOPLE, "memberships": roles})
    assert [p.names for p in loaded(path).posts.values() if p.label == "Minister of Tides"] == [()]


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
    gazetteer = loaded(written(tmp_path, "fens.json", content))
    (post,) = (p for p in gazetteer.posts.values() if "member for Upper Fen" in p.exact)
    assert gazetteer.holders(post.key, "2012-06-01") == ("person_a",)
    assert gazetteer.holders(post.key, "2016-06-01") == ()


def test_memberships_may_be_in_another_file(tmp_path: Path) -> None:
    people = written(tmp_path, "people.json", {"persons": PEOPLE["persons"]})
    roles = written(tmp_path, "ministers.json", {"memberships": PEOPLE["memberships"][3:]})
    gazetteer = loaded(roles, people)
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
        loaded(written(tmp_path, "people.json", content))

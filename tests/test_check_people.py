"""`kg check --gazetteer`: every problem of a file of people at once, with its place and its cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.check import check_people
from kg.cli import app
from kg.errors import KgError
from kg.gazetteer import extended

from .by_list import PEOPLE

CSV = """name,aliases,type,wikidata
Ada Harrow,Adelaide Harrow,person,Q900001
,nameless,person,
Tom Reed,,wizard,
Tom Reed,,person,none
Oxley Drains Board,ODB,organisation,,,
Tom Reed,T Reed,person,
Tom Reed,Tommy Reed,person,
"""
POPOLO = {
    "persons": [
        {"id": "1", "name": "Ida Brook", "identifiers": [{"scheme": "wikidata", "identifier": "no"}]},
        {"name": "Bo Fenn"},
        3,
        {"id": "4"},
    ],
    "memberships": [
        {"person_id": "7", "role": "Chair"},
        {"person_id": "1", "role": "Chair", "start_date": "May 2020"},
        {"person_id": "1", "role": "Chair", "start_date": "2020-01-01", "end_date": "2019"},
        {"person_id": "1", "post_id": "nowhere"},
        {"role": "Chair"},
    ],
}
TURTLE = """
@prefix kg: <https://kg.example/ontology#> .
@prefix ent: <https://kg.example/entity/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ent:AdaLowe a kg:Person .
ent:BeaLowe skos:prefLabel "Bea Lowe" .
ent:CyLowe a kg:Wizard ; skos:prefLabel "Cy Lowe" .
ent:DiLowe a kg:Person ; skos:prefLabel "Di Lowe" ; kg:tenure [ kg:post ent:Nowhere ] .
"""


def _problems(folder: Path, name: str, content: str) -> list[str]:
    path = folder / name
    path.write_text(content, "utf-8")
    found = check_people([path]).problems
    assert all(name in problem for problem in found)
    return [problem.partition(name)[2].lstrip(":, ") for problem in found]


def test_every_line_of_a_table_that_cannot_be_followed_is_named(tmp_path: Path) -> None:
    found = _problems(tmp_path, "list.csv", CSV)
    assert [problem.partition(":")[0] for problem in found] == ["line 3", "line 4", "line 5", "line 6"]
    assert ["Give one," in found[0], "'wizard'" in found[1], "Q42" in found[2], "6 cells" in found[3]] == [
        True
    ] * 4


def test_every_entry_of_popolo_that_cannot_be_followed_is_named(tmp_path: Path) -> None:
    found = sorted(_problems(tmp_path, "people.json", json.dumps(POPOLO)))
    assert [problem.split(" ")[0] for problem in found] == [
        *(f"memberships[{n}]" for n in range(5)),
        "person",
        *(f"persons[{n}]" for n in range(3)),
    ]
    assert "'7', whom no file has" in found[0]
    assert "2025-01-31" in found[1]
    assert "before it begins" in found[2]
    assert "'nowhere'" in found[3]
    assert "person_id" in found[4]
    assert "'4' has no name" in found[5]


def test_every_block_of_turtle_that_cannot_be_followed_is_named(tmp_path: Path) -> None:
    found = _problems(tmp_path, "own.ttl", TURTLE)
    assert [problem.split(" ")[0] for problem in found] == [
        "ent:AdaLowe",
        "ent:BeaLowe",
        "ent:CyLowe",
        "ent:DiLowe",
    ]
    assert (
        "prefLabel" in found[0]
        and "class" in found[1]
        and "kg:Wizard" in found[2]
        and "ent:Nowhere" in found[3]
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ttl", "x y z"),
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.csv", ""),
        ("a.csv", "who\nAda\n"),
        ("a.xls", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, name: str, content: str) -> None:
    assert len(_problems(tmp_path, name, content)) == 1


def test_a_file_that_is_not_there_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(CSV, "utf-8")
    found = check_people([tmp_path / "list.csv", tmp_path / "gone.csv"]).problems
    assert len(found) == 5 and "gone.csv" in found[0]


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", CSV), ("a.json", json.dumps(POPOLO)), ("a.ttl", TURTLE)]
)
def test_the_first_problem_that_stops_a_build_is_among_those_told(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(KgError) as refused:
        extended([path])
    assert str(refused.value) in check_people([path]).problems


def test_the_people_of_a_membership_may_be_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(
        json.dumps({"persons": [{"id": "1", "name": "Ida Brook"}]}), "utf-8"
    )
    members = {"memberships": [{"person_id": "1", "role": "The Harbour Commissioner", "start_date": "2020"}]}
    (tmp_path / "members.json").write_text(json.dumps(members), "utf-8")
    assert check_people([tmp_path / "members.json"]).problems
    both = check_people([tmp_path / "members.json", tmp_path / "people.json"])
    assert not both.problems
    assert both.summary == ("1 person, 0 bodies, 0 places, 1 post (1 term)",)


def test_names_of_two_are_told_and_one_person_in_two_lists_is_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "name,type,wikidata,aliases\nTom Reed,person,,T Reed\nTom Reed,person,,Tommy Reed\n", "utf-8"
    )
    twin = check_people([path])
    assert not twin.problems
    assert twin.summary[1] == "1 name of two or more, which alone means nobody:"
    assert twin.summary[2].startswith("  Tom Reed: TomReed_") and twin.summary[2].count("(list.csv)") == 2
    path.write_text("name,type\nYvette Cooper,person\n", "utf-8")
    assert len(check_people([path]).summary) == 1, "who is known already is no second person"


def test_the_item_of_somebody_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,type,wikidata\nAda Harrow,person,Q264766\nTheresa May,person,Q264766\n", "utf-8")
    assert not check_people([path]).problems, "one entry with both names"
    path.write_text("name,type,wikidata\nAda Harrow,person,Q264766\n", "utf-8")
    (problem,) = check_people([path]).problems
    assert "Ada Harrow has the item Q264766, which is that of Theresa May" in problem
    path.write_text("name,type,wikidata\nAda Harrow,person,Q900001\n", "utf-8")
    (tmp_path / "people.json").write_text(json.dumps(PEOPLE), "utf-8")
    (problem,) = check_people([path, tmp_path / "people.json"]).problems
    assert "which is that of Baroness Brook of Oxley" in problem


def test_the_command_tells_all_and_exits_with_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CSV, "utf-8")
    done = CliRunner().invoke(app, ["check", "--gazetteer", str(path)])
    assert done.exit_code == 1
    assert done.output.count("list.csv, line") == 4
    assert "3 people, 0 bodies" in done.output
    path.write_text("name,type\nAda Harrow,person\n", "utf-8")
    clean = CliRunner().invoke(app, ["check", "--gazetteer", str(path)])
    assert clean.exit_code == 0
    assert clean.output.splitlines() == [
        "1 person, 0 bodies, 0 places, 0 posts (0 terms)",
        "list.csv: no problem",
    ]

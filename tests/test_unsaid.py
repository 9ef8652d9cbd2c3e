"""What somebody is told not to have said, or not yet: its content is nobody's word and is left open."""

from __future__ import annotations

import pytest

import kg
from kg.gate import nearest_named
from kg.ontology import load
from kg.rdf import quads

from .by_hand import only

_LIED = "that Ada Hale deceived the auditors"
_UNSAID = [
    f"Jon Marsh never claimed {_LIED}.",
    f"The council does not accept {_LIED}.",
    f"The council could be suspended if the panel finds {_LIED}.",
    f"It would be wrong to conclude {_LIED}.",
    f"It is tempting to believe {_LIED}.",
    f"Jon Marsh denied claiming {_LIED}.",
    f"Jon Marsh said he did not believe {_LIED}.",
]


@pytest.mark.parametrize("text", _UNSAID)
def test_what_was_not_said_is_left_open_and_nobodys_word(text: str) -> None:
    deed = only(kg.extract(kg.Article(text)), "Deceive")
    assert deed.quote is not None
    assert not deed.asserted
    assert nearest_named(deed.quote) is None


def test_the_graph_says_that_a_quote_was_not_said() -> None:
    lines = [str(quad) for quad in quads(kg.extract(kg.Article(_UNSAID[0])), load())]
    assert sum("ontology#said>" in quad and '"false"' in quad for quad in lines) == 1
    assert not any("ontology#attributedTo>" in quad for quad in lines)


def test_what_was_said_is_the_speakers_word() -> None:
    read = kg.extract(kg.Article(f"Jon Marsh reportedly told Ben Reed {_LIED}."))
    deed = only(read, "Deceive")
    assert deed.asserted
    assert deed.quote is not None
    assert nearest_named(deed.quote) == next(e.key for e in read.entities if e.label == "Jon Marsh")


@pytest.mark.parametrize(
    "text",
    ["“I did not tell Ben Reed to leave,” Ada Hale said.", "Ada Hale did not order Ben Reed to leave."],
)
def test_what_nobody_was_told_to_do_is_not_due(text: str) -> None:
    assert not only(kg.extract(kg.Article(text)), "Leave").asserted


def test_a_title_tells_of_no_meeting() -> None:
    read = kg.extract(kg.Article("Ada Hale said on “Meet the Nation” that she would sue Jon Marsh."))
    assert [s.action for s in read.statements] == ["Say", "Sue"]

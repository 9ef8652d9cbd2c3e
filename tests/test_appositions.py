"""Descriptions beside names, on trees made by hand: whom they are said of, and where they are not."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, reading, referents


def _who(extraction: Extraction, words: str) -> list[str]:
    return [label for mention, label in referents(extraction) if mention == words]


def test_a_body_has_the_description_after_its_name() -> None:
    made = doc(
        "Lantern/NNP/9/nsubj Watch/NNP/1/flat ,/,/1/punct a/DT/6/det campaign/NN/6/compound group/NN/1/appos"
        " ,/,/1/punct has/have/VBZ/9/aux left/leave/VBN/0/ROOT ././9/punct",
        names={"Lantern Watch": "ORG"},
    )
    assert _who(reading(made), "a campaign group") == ["Lantern Watch"]


def test_the_group_means_the_body_later_on() -> None:
    made = doc(
        "Lantern/NNP/9/nsubj Watch/NNP/1/flat ,/,/1/punct a/DT/6/det campaign/NN/6/compound group/NN/1/appos"
        " ,/,/1/punct has/have/VBZ/9/aux left/leave/VBN/0/ROOT ././9/punct",
        "The/DT/2/det group/NN/3/nsubj returned/return/VBD/0/ROOT ././3/punct",
        names={"Lantern Watch": "ORG"},
    )
    assert _who(reading(made), "The group") == ["Lantern Watch"]


def test_what_completes_a_description_may_stand_before_the_name() -> None:
    made = doc(
        "The/DT/2/det leader/NN/10/nsubj of/IN/5/case Oxley/NNP/5/compound Council/NNP/2/nmod ,/,/2/punct"
        " Ada/NNP/2/appos Hale/NNP/7/flat ,/,/2/punct left/leave/VBD/0/ROOT ././10/punct",
        names={"Ada Hale": "PERSON", "Oxley Council": "ORG"},
    )
    assert _who(reading(made), "The leader of Oxley Council") == ["Ada Hale"]


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        ("is/be/VBZ/{head}/cop", True),
        ("may/may/MD/{head}/aux be/be/VB/{head}/cop", False),
        ("is/be/VBZ/{head}/cop not/not/RB/{head}/advmod", False),
    ],
)
def test_a_predicate_is_said_outright_or_not_at_all(between: str, joined: bool) -> None:
    rest = "a/DT/{head}/det pilot/NN/0/ROOT ././{head}/punct"
    words = f"Ada/NNP/{{head}}/nsubj Hale/NNP/1/flat {between} {rest}"
    made = doc(words.format(head=len(words.split()) - 1), names={"Ada Hale": "PERSON"})
    assert (_who(reading(made), "a pilot") == ["Ada Hale"]) is joined


_BY = "Oxley/NNP/2/nsubj rejected/reject/VBD/0/ROOT plans/plan/NNS/2/obj by/IN/6/case the/DT/6/det"


@pytest.mark.parametrize(("dep", "joined"), [("appos", True), ("conj", False)])
def test_after_a_preposition_the_parse_must_set_the_name_beside(dep: str, joined: bool) -> None:
    made = doc(
        f"{_BY} minister/NN/3/nmod ,/,/8/punct Ada/NNP/6/{dep} Hale/NNP/8/flat ,/,/8/punct today/NN/2/obl"
        " ././2/punct",
        names={"Ada Hale": "PERSON"},
    )
    assert (_who(reading(made), "the minister") == ["Ada Hale"]) is joined


@pytest.mark.parametrize(("dep", "joined"), [("appos", True), ("conj", False)])
def test_of_a_list_the_parse_tells_what_is_a_description(dep: str, joined: bool) -> None:
    made = doc(
        f"Hale/NNP/8/nsubj ,/,/4/punct a/DT/4/det teacher/NN/1/{dep} ,/,/7/punct and/CC/7/cc Marsh/NNP/1/conj"
        " met/meet/VBD/0/ROOT ././8/punct",
        names={"Hale": "PERSON", "Marsh": "PERSON"},
    )
    assert (_who(reading(made), "a teacher") == ["Hale"]) is joined


def test_the_name_may_have_its_own_body_before_the_mark() -> None:
    made = doc(
        "Its/PRP$/2/nmod:poss chairwoman/NN/11/nsubj ,/,/4/punct Ruth/NNP/2/appos Pike/NNP/4/flat"
        " of/IN/9/case Save/NNP/9/compound Our/NNP/9/compound Pier/NNP/4/nmod ,/,/4/punct"
        " left/leave/VBD/0/ROOT ././11/punct",
        names={"Ruth Pike": "PERSON", "Save Our Pier": "ORG"},
    )
    assert _who(reading(made), "Its chairwoman") == ["Ruth Pike"]


@pytest.mark.parametrize(("dep", "joined"), [("appos", True), ("conj", False)])
def test_a_teacher_is_whoever_the_parse_sets_beside_the_word(dep: str, joined: bool) -> None:
    made = doc(
        f"A/DT/2/det teacher/NN/8/nsubj:pass ,/,/4/punct Jon/NNP/2/{dep} Marsh/NNP/4/flat ,/,/4/punct"
        " was/be/VBD/8/aux:pass arrested/arrest/VBN/0/ROOT ././8/punct",
        names={"Jon Marsh": "PERSON"},
    )
    assert (_who(reading(made), "A teacher") == ["Jon Marsh"]) is joined


def test_a_teacher_before_a_list_may_be_one_of_it() -> None:
    made = doc(
        "A/DT/2/det teacher/NN/10/nsubj ,/,/4/punct Jon/NNP/2/appos Marsh/NNP/4/flat ,/,/4/punct and/CC/9/cc"
        " a/DT/9/det nurse/NN/2/conj left/leave/VBD/0/ROOT ././10/punct",
        names={"Jon Marsh": "PERSON"},
    )
    assert _who(reading(made), "A teacher") != ["Jon Marsh"]


def test_two_descriptions_may_stand_before_a_name() -> None:
    made = doc(
        "Her/PRP$/2/nmod:poss deputy/NN/9/nsubj ,/,/5/punct the/DT/5/det banker/NN/2/appos Jon/NNP/5/appos"
        " Marsh/NNP/6/flat ,/,/5/punct left/leave/VBD/0/ROOT ././9/punct",
        names={"Jon Marsh": "PERSON"},
    )
    assert _who(reading(made), "Her deputy") == _who(reading(made), "the banker") == ["Jon Marsh"]


@pytest.mark.parametrize(("dep", "joined"), [("appos", True), ("conj", False)])
def test_a_body_may_have_the_description_of_a_person(dep: str, joined: bool) -> None:
    made = doc(
        f"The/DT/2/det founder/NN/7/nsubj ,/,/4/punct Oxley/NNP/5/compound Council/NNP/2/{dep} ,/,/5/punct"
        " left/leave/VBD/0/ROOT ././7/punct",
        names={"Oxley Council": "ORG"},
    )
    assert (_who(reading(made), "The founder") == ["Oxley Council"]) is joined

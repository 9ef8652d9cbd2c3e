"""Whom a deed concerns beside its doer and its object, on trees made by hand: each other, owners, targets."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, filled, of_action, only, reading

_BOTH = "Hale/NNP/4/nsubj and/CC/3/cc Brook/NNP/1/conj"


def _read(sentence: str) -> Extraction:
    people = [name for name in ("Hale", "Brook", "Reed") if name in sentence]
    return reading(doc(sentence, names=dict.fromkeys(people, "PERSON")))


def _pairs(extraction: Extraction, action: str) -> list[tuple[str, str | None]]:
    found = [filled(extraction, statement) for statement in of_action(extraction, action)]
    return [(roles["agent"], roles.get("coAgent")) for roles in found]


def test_two_who_meet_meet_each_other() -> None:
    extraction = _read(f"{_BOTH} met/meet/VBD/0/ROOT ././4/punct")
    assert sorted(_pairs(extraction, "Meet")) == [("Brook", "Hale"), ("Hale", "Brook")]
    assert len(extraction.events) == 1


def test_two_who_meet_somebody_do_not_meet_each_other() -> None:
    extraction = _read(f"{_BOTH} met/meet/VBD/0/ROOT Reed/NNP/4/obj ././4/punct")
    assert sorted(_pairs(extraction, "Meet")) == [("Brook", "Reed"), ("Hale", "Reed")]


def test_two_who_agree_to_a_demand_do_so_each_for_themselves() -> None:
    extraction = _read(
        f"{_BOTH} agreed/agree/VBD/0/ROOT to/IN/7/case the/DT/7/det demand/NN/4/obl ././4/punct"
    )
    assert sorted(_pairs(extraction, "Agree")) == [("Brook", None), ("Hale", None)]


def test_two_who_resign_do_it_alone() -> None:
    extraction = _read(f"{_BOTH} resigned/resign/VBD/0/ROOT ././4/punct")
    assert sorted(_pairs(extraction, "Resign")) == [("Brook", None), ("Hale", None)]


@pytest.mark.parametrize(
    "plan",
    [
        "Brook/NNP/5/nmod:poss 's/POS/3/case plan/NN/2/obj",
        "the/DT/4/det plan/NN/2/obj by/IN/6/case Brook/NNP/4/nmod",
        "a/DT/4/det plan/NN/2/obj from/IN/6/case Brook/NNP/4/nmod",
    ],
)
def test_whose_plan_is_rejected_is_answered(plan: str) -> None:
    extraction = _read(f"Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT {plan} ././2/punct")
    assert filled(extraction, only(extraction, "Reject"))["addressee"] == "Brook"


def test_nobody_rejects_themselves() -> None:
    extraction = _read(
        "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT Hale/NNP/5/nmod:poss 's/POS/3/case plan/NN/2/obj"
    )
    assert "addressee" not in filled(extraction, only(extraction, "Reject"))


def test_of_whom_a_deed_is_demanded_is_asked() -> None:
    extraction = _read(
        "Hale/NNP/2/nsubj demanded/demand/VBD/0/ROOT that/IN/5/mark Brook/NNP/5/nsubj"
        " resign/VB/2/ccomp ././2/punct"
    )
    assert filled(extraction, only(extraction, "Demand"))["addressee"] == "Brook"


def test_whose_plan_is_praised_is_whom_the_praise_is_for() -> None:
    extraction = _read(
        "Hale/NNP/2/nsubj praised/praise/VBD/0/ROOT Brook/NNP/5/nmod:poss 's/POS/3/case plan/NN/2/obj"
    )
    assert filled(extraction, only(extraction, "Praise"))["addressee"] == "Brook"


def test_what_is_given_to_somebody_is_theirs_wherever_the_parse_puts_them() -> None:
    extraction = _read(
        "Hale/NNP/2/nsubj offered/offer/VBD/0/ROOT help/NN/2/obj to/IN/5/case Brook/NNP/3/nmod ././2/punct"
    )
    assert filled(extraction, only(extraction, "Offer"))["addressee"] == "Brook"

"""Who is for or against what where no verb says so, and other senses that only the words around tell."""

from __future__ import annotations

import pytest

from kg.gate import shows_stance
from kg.model import Modality, Polarity

from .by_hand import doc, filled, of_action, only, reading

AGAINST = "Hale/NNP/{p}/nsubj {be} against/IN/{p}/case the/DT/{p}/det plan/NN/0/ROOT ././{p}/punct"
PEOPLE = {"Hale": "PERSON"}


def _read(tree: str, **more: str):
    return reading(doc(tree, names={**PEOPLE, **more}))


FAVOUR = (
    "Hale/NNP/4/nsubj is/be/VBZ/4/cop in/IN/4/case favour/NN/0/ROOT of/IN/7/case the/DT/7/det plan/NN/4/nmod "
    "././4/punct"
)
OPPOSED = (
    "Hale/NNP/3/nsubj is/be/VBZ/3/aux:pass opposed/oppose/VBN/0/ROOT to/IN/6/case the/DT/6/det plan/NN/3/obl "
    "././3/punct"
)
CRITIC = (
    "Hale/NNP/4/nsubj is/be/VBZ/4/cop a/DT/4/det critic/NN/0/ROOT of/IN/7/case the/DT/7/det plan/NN/4/nmod "
    "././4/punct"
)
BESIDE = (
    "Hale/NNP/9/nsubj ,/,/4/punct an/DT/4/det opponent/NN/1/appos of/IN/7/case the/DT/7/det plan/NN/4/nmod "
    ",/,/4/punct left/leave/VBD/0/ROOT ././9/punct"
)
REMAINS = (
    "Hale/NNP/3/nsubj remains/remain/VBZ/0/ROOT critical/JJ/2/xcomp of/IN/6/case the/DT/6/det plan/NN/3/obl "
    "././2/punct"
)
SPOKE = (
    "Hale/NNP/2/nsubj spoke/speak/VBD/0/ROOT in/IN/4/case favour/NN/2/obl of/IN/7/case "
    "the/DT/7/det plan/NN/4/nmod ././2/punct"
)


@pytest.mark.parametrize(
    ("tree", "action"),
    [
        (AGAINST.format(p=5, be="is/be/VBZ/5/cop"), "Oppose"),
        (FAVOUR, "Support"),
        (OPPOSED, "Oppose"),
        (CRITIC, "Criticise"),
        (BESIDE, "Oppose"),
        (REMAINS, "Criticise"),
        (SPOKE, "Support"),
    ],
)
def test_a_predicate_shows_a_stance(tree: str, action: str) -> None:
    extraction = _read(tree)
    statement = only(extraction, action)
    assert filled(extraction, statement) == {"agent": "Hale", "theme": "plan"}
    assert shows_stance(statement)


@pytest.mark.parametrize(
    ("be", "modality", "polarity"),
    [
        ("is/be/VBZ/6/cop not/RB/6/advmod", Modality.ACTUAL, Polarity.NEGATIVE),
        ("may/MD/6/aux be/VB/6/cop", Modality.POSSIBLE, Polarity.POSITIVE),
    ],
)
def test_a_predicate_is_as_real_as_its_clause(be: str, modality: Modality, polarity: Polarity) -> None:
    statement = only(_read(AGAINST.format(p=6, be=be)), "Oppose")
    assert (statement.modality, statement.polarity) == (modality, polarity)
    assert shows_stance(statement) == (modality is Modality.ACTUAL and polarity is Polarity.POSITIVE)


def test_a_question_and_a_thing_take_no_side() -> None:
    asked = "Is/be/VBZ/5/cop Hale/NNP/5/nsubj against/IN/5/case the/DT/5/det plan/NN/0/ROOT ?/./5/punct"
    assert of_action(_read(asked), "Oppose") == []
    thing = AGAINST.replace("Hale/NNP", "proof/NN").format(p=5, be="is/be/VBZ/5/cop")
    assert of_action(reading(doc(thing)), "Oppose") == []


def test_whoever_promises_somebody_to_do_it_does_it() -> None:
    tree = (
        "Hale/NNP/2/nsubj promised/promise/VBD/0/ROOT Marsh/NNP/2/obj to/TO/5/mark sue/VB/2/xcomp "
        "Reed/NNP/5/obj ././2/punct"
    )
    extraction = _read(tree, Marsh="PERSON", Reed="PERSON")
    assert filled(extraction, only(extraction, "Sue")) == {"agent": "Hale", "theme": "Reed"}


def test_what_fails_is_no_doer_and_to_fail_to_do_it_is_not_to_do_it() -> None:
    failed = _read("Hale/NNP/2/nsubj failed/fail/VBD/0/ROOT ././2/punct")
    assert filled(failed, only(failed, "Fail")) == {"agent": "Hale"}
    inquiry = reading(doc("The/DT/2/det inquiry/NN/3/nsubj failed/fail/VBD/0/ROOT ././3/punct"))
    assert filled(inquiry, only(inquiry, "Fail")) == {"theme": "inquiry"}
    to_sue = _read(
        "Hale/NNP/2/nsubj failed/fail/VBD/0/ROOT to/TO/4/mark sue/VB/2/xcomp Marsh/NNP/4/obj ././2/punct",
        Marsh="PERSON",
    )
    assert of_action(to_sue, "Fail") == []
    assert only(to_sue, "Sue").polarity is Polarity.NEGATIVE

"""Whose deed a gerund tells, and how real it is; and "but" between those who take part."""

from __future__ import annotations

import pytest

import kg
from kg.model import Modality

from .by_hand import doc, filled, of_action, only, reading

NAMES = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON"}
ALL = {**NAMES, "Ben Reed": "PERSON"}


def test_to_before_a_gerund_opens_no_purpose() -> None:
    pleaded = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat pleaded/plead/VBD/0/ROOT guilty/JJ/3/xcomp to/IN/6/mark "
        "attacking/attack/VBG/3/advcl Jon/NNP/6/obj Marsh/NNP/7/flat ././3/punct"
    )
    assert not of_action(reading(doc(pleaded, names=NAMES)), "Attack")
    objected = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat objected/object/VBD/0/ROOT to/IN/5/mark "
        "attacking/attack/VBG/3/advcl "
        "Jon/NNP/5/obj Marsh/NNP/6/flat ././3/punct"
    )
    attack = only(reading(doc(objected, names=NAMES)), "Attack")
    assert (attack.modality, attack.asserted) == (Modality.POSSIBLE, False)


def test_a_denial_is_not_told_by_the_article() -> None:
    denies = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat denies/deny/VBZ/0/ROOT attacking/attack/VBG/3/advcl Jon/NNP/4/obj "
        "Marsh/NNP/5/flat ././3/punct"
    )
    attack = only(reading(doc(denies, names=NAMES)), "Attack")
    assert attack.quote is not None or not attack.asserted


def _object_doing(verb: str) -> str:
    return (
        f"Ada/NNP/3/nsubj Hale/NNP/1/flat {verb}/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
        "attacking/attack/VBG/3/advcl Ben/NNP/6/obj Reed/NNP/7/flat ././3/punct"
    )


@pytest.mark.parametrize(
    ("verb", "agent", "asserted"),
    [
        ("filmed/film", "Jon Marsh", True),
        ("caught/catch", "Jon Marsh", True),
        ("described/describe", "Jon Marsh", False),
        ("beat/beat", "Ada Hale", True),
    ],
)
def test_who_is_seen_doing_it_does_it(verb: str, agent: str, asserted: bool) -> None:
    extraction = reading(doc(_object_doing(verb), names=ALL))
    attack = next(s for s in of_action(extraction, "Attack") if s.trigger.end - s.trigger.start == 9)
    assert (filled(extraction, attack)["agent"], attack.asserted) == (agent, asserted)


def _but(before: str, after: str) -> str:
    """ "Jon Marsh was attacked … by Ada Hale but … by Ben Reed." """
    return (
        f"Jon/NNP/4/nsubj:pass Marsh/NNP/1/flat was/be/VBD/4/aux:pass "
        f"attacked/attack/VBN/0/ROOT {before}/RB/7/advmod "
        f"by/IN/7/case Ada/NNP/4/obl:agent Hale/NNP/7/flat but/CC/12/cc {after}/RB/12/advmod by/IN/12/case "
        "Ben/NNP/7/conj Reed/NNP/12/flat ././4/punct"
    )


def test_but_sets_one_against_the_other() -> None:
    for before, after, agent in (("not", "rather", "Ben Reed"), ("today", "not", "Ada Hale")):
        extraction = reading(doc(_but(before, after), names=ALL))
        (attack,) = of_action(extraction, "Attack")
        assert (filled(extraction, attack)["agent"], attack.asserted) == (agent, True)


def test_but_takes_one_out_of_all() -> None:
    all_but = (
        "All/DT/5/nsubj but/CC/3/cc Ada/NNP/1/conj Hale/NNP/3/flat attacked/attack/VBD/0/ROOT Jon/NNP/5/obj "
        "Marsh/NNP/6/flat ././5/punct"
    )
    extraction = reading(doc(all_but, names=NAMES))
    assert all(filled(extraction, s).get("agent") != "Ada Hale" for s in of_action(extraction, "Attack"))


def test_a_comma_parts_a_gerund_from_the_person_before_it() -> None:
    text = "Ada Hale has toned down her criticism of Jon Marsh, shifting her focus to the bank."
    extraction = kg.extract(kg.Article(text, id="comma"))
    (shift,) = of_action(extraction, "Change")
    assert filled(extraction, shift)["agent"] == "Ada Hale"


def test_a_second_predicate_has_the_subject_of_the_first() -> None:
    extraction = kg.extract(kg.Article("Ada Hale was furious and unable to sue Jon Marsh.", id="second"))
    (suit,) = of_action(extraction, "Sue")
    assert filled(extraction, suit)["agent"] == "Ada Hale"

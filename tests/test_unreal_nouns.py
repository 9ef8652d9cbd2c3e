"""Nouns of deeds that did not happen, or not yet; on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, of_action, reading

NAMES = ("Ada Hale", "Jon Marsh", "Ben Reed", "Cora Lund")


def _edge(sentence: str, action: str = "Attack") -> bool:
    """Whether a deed is told and vouched for."""
    named = {name: "PERSON" for name in NAMES if f"{name.split()[1]}/NNP" in sentence}
    return any(s.asserted for s in of_action(reading(doc(sentence, names=named)), action))


def _with_attribute(*words: str) -> str:
    """ "Ada Hale's … attack on Jon Marsh was filmed." """
    noun = 4 + len(words)
    verb = noun + 5
    before = " ".join(word.format(n=noun) for word in words)
    return (
        f"Ada/NNP/{noun}/nmod:poss Hale/NNP/1/flat ’s/POS/1/case {before} attack/NN/{verb}/nsubj:pass "
        f"on/IN/{noun + 2}/case Jon/NNP/{noun}/nmod Marsh/NNP/{noun + 2}/flat was/be/VBD/{verb}/aux:pass "
        f"filmed/film/VBN/0/ROOT ././{verb}/punct"
    )


def test_a_deed_with_an_owner_took_place() -> None:
    assert _edge(_with_attribute())
    assert _edge(_with_attribute("brutal/JJ/{n}/amod"))


@pytest.mark.parametrize(
    "words",
    [
        ["foiled/VBN/{n}/amod"],
        ["fake/JJ/{n}/amod"],
        ["mock/NN/{n}/compound"],
        ["upcoming/VBG/{n}/amod"],
        ["so/RB/6/advmod", "-/HYPH/6/punct", "called/VBN/{n}/amod"],
    ],
    ids=("foiled", "fake", "mock", "upcoming", "so-called"),
)
def test_attributes_that_leave_no_deed(words: list[str]) -> None:
    assert not _edge(_with_attribute(*words))


def test_a_noun_alone_between_marks_is_no_deed() -> None:
    marked = (
        "Ada/NNP/5/nmod:poss Hale/NNP/1/flat ’s/POS/1/case “/``/5/punct attack/NN/11/nsubj:pass "
        "”/''/5/punct on/IN/8/case Jon/NNP/5/nmod Marsh/NNP/8/flat was/be/VBD/11/aux:pass "
        "filmed/film/VBN/0/ROOT ././11/punct"
    )
    assert not _edge(marked)


@pytest.mark.parametrize(
    ("verb", "happened"),
    [
        ("foiled/foil", False),
        ("prevented/prevent", False),
        ("invented/invent", False),
        ("postponed/postpone", False),
        ("condemned/condemn", True),
    ],
)
def test_the_verb_whose_object_a_deed_is(verb: str, happened: bool) -> None:
    active = (
        f"Ben/NNP/3/nsubj Reed/NNP/1/flat {verb}/VBD/0/ROOT Ada/NNP/7/nmod:poss Hale/NNP/4/flat "
        "’s/POS/4/case attack/NN/3/obj on/IN/9/case Jon/NNP/7/nmod Marsh/NNP/9/flat ././3/punct"
    )
    assert _edge(active) is happened
    passive = (
        "Ada/NNP/4/nmod:poss Hale/NNP/1/flat ’s/POS/1/case attack/NN/9/nsubj:pass on/IN/6/case "
        f"Jon/NNP/4/nmod Marsh/NNP/6/flat was/be/VBD/9/aux:pass {verb}/VBN/0/ROOT ././9/punct"
    )
    assert _edge(passive) is happened


def test_who_prevents_by_a_deed_has_done_it() -> None:
    by = (
        "The/DT/2/det vote/NN/4/nsubj:pass was/be/VBD/4/aux:pass prevented/prevent/VBN/0/ROOT by/IN/9/case "
        "Ada/NNP/9/nmod:poss Hale/NNP/6/flat ’s/POS/6/case attack/NN/4/obl:agent on/IN/11/case "
        "Jon/NNP/9/nmod Marsh/NNP/11/flat ././4/punct"
    )
    assert _edge(by)


@pytest.mark.parametrize(("noun", "happened"), [("myth", False), ("story", False), ("footage", True)])
def test_the_noun_above_a_deed(noun: str, happened: bool) -> None:
    of = (
        f"The/DT/2/det {noun}/NN/11/nsubj of/IN/7/case Ada/NNP/7/nmod:poss Hale/NNP/4/flat ’s/POS/4/case "
        "attack/NN/2/nmod on/IN/9/case Jon/NNP/7/nmod Marsh/NNP/9/flat spread/spread/VBD/0/ROOT ././11/punct"
    )
    assert _edge(of) is happened


@pytest.mark.parametrize(("preposition", "happened"), [("Without", False), ("After", True)])
def test_the_preposition_before_a_deed(preposition: str, happened: bool) -> None:
    fronted = (
        f"{preposition}/IN/5/case Ada/NNP/5/nmod:poss Hale/NNP/2/flat ’s/POS/2/case attack/NN/11/obl "
        "on/IN/7/case Jon/NNP/5/nmod Marsh/NNP/7/flat ,/,/5/punct it/PRP/11/nsubj failed/fail/VBD/0/ROOT "
        "././11/punct"
    )
    assert _edge(fronted) is happened


def test_as_though_leaves_its_clause_open() -> None:
    though = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat smiled/smile/VBD/0/ROOT {as_}though/IN/{v}/mark Jon/NNP/{v}/nsubj "
        "Marsh/NNP/{j}/flat attacked/attack/VBD/3/advcl Cora/NNP/{v}/obj Lund/NNP/{c}/flat ././3/punct"
    )
    assert _edge(though.format(as_="", v=7, j=5, c=8))
    assert not _edge(though.format(as_="as/IN/8/mark ", v=8, j=6, c=9))


def test_effectively_behind_its_verb_tells_how_well() -> None:
    before = (
        "Ada/NNP/4/nsubj Hale/NNP/1/flat effectively/RB/4/advmod attacked/attack/VBD/0/ROOT Jon/NNP/4/obj "
        "Marsh/NNP/5/flat ././4/punct"
    )
    behind = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
        "effectively/RB/3/advmod ././3/punct"
    )
    assert not _edge(before)
    assert _edge(behind)


@pytest.mark.parametrize(("verb", "stands"), [("shelved/shelve", False), ("praised/praise", True)])
def test_a_plan_that_was_given_up_is_not_vouched_for(verb: str, stands: bool) -> None:
    plan = (
        "Ada/NNP/4/nmod:poss Hale/NNP/1/flat ’s/POS/1/case plan/NN/10/nsubj:pass to/TO/6/mark "
        "attack/VB/4/acl Jon/NNP/6/obj Marsh/NNP/7/flat was/be/VBD/10/aux:pass "
        f"{verb}/VBN/0/ROOT ././10/punct"
    )
    assert _edge(plan) is stands

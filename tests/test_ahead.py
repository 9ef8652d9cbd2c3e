"""A present tense with a time to come tells of a plan; on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Modality

from .by_hand import doc, only, reading

_NAMES = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON"}
#: A Wednesday.
_DAY = "2025-06-04"


def _modality(sentence: str, action: str, date: str | None = _DAY) -> Modality:
    names = {name: label for name, label in _NAMES.items() if name.split()[0] in sentence}
    return only(reading(doc(sentence, names=names), date=date), action).modality


def _met(verb: str, time: str) -> str:
    """ "Ada Hale <verb> Jon Marsh <time>." """
    return f"Ada/NNP/3/nsubj Hale/NNP/1/flat {verb}/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat {time} ././3/punct"


@pytest.mark.parametrize(
    "time",
    [
        "tomorrow/NN/3/obl:unmarked",
        "on/IN/7/case Monday/NNP/3/obl",
        "next/JJ/7/amod week/NN/3/obl:unmarked",
        "this/DT/7/det weekend/NN/3/obl:unmarked",
        "later/RBR/7/advmod today/NN/3/obl:unmarked",
        "in/IN/7/case July/NNP/3/obl",
        "in/IN/7/case 2026/CD/3/obl",
        "in/IN/8/case two/CD/8/nummod weeks/NNS/3/obl",
        "soon/RB/3/advmod",
    ],
)
def test_what_somebody_does_at_a_time_to_come_is_planned(time: str) -> None:
    assert _modality(_met("meets/meet/VBZ", time), "Meet") is Modality.PLANNED
    assert _modality(_met("met/meet/VBD", time), "Meet") is Modality.ACTUAL


@pytest.mark.parametrize(
    "time",
    [
        "in/IN/7/case 2019/CD/3/obl",
        "last/JJ/7/amod week/NN/3/obl:unmarked",
        "every/DT/7/det Monday/NNP/3/obl:unmarked",
        "today/NN/3/obl:unmarked",
        "again/RB/3/advmod",
    ],
)
def test_other_times_leave_a_present_as_it_is(time: str) -> None:
    assert _modality(_met("meets/meet/VBZ", time), "Meet") is Modality.ACTUAL


def test_a_year_is_ahead_only_of_a_known_day() -> None:
    assert _modality(_met("meets/meet/VBZ", "in/IN/7/case 2026/CD/3/obl"), "Meet", None) is Modality.ACTUAL


@pytest.mark.parametrize(
    ("verb", "action"),
    [
        ("backs/back/VBZ", "Support"),
        ("opposes/oppose/VBZ", "Oppose"),
        ("wants/want/VBZ", "Want"),
        ("criticises/criticise/VBZ", "Criticise"),
    ],
)
def test_what_somebody_thinks_or_says_is_so_now(verb: str, action: str) -> None:
    assert _modality(_met(verb, "on/IN/7/case Monday/NNP/3/obl"), action) is Modality.ACTUAL


def test_a_vote_on_a_day_is_planned() -> None:
    vote = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat votes/vote/VBZ/0/ROOT on/IN/6/case the/DT/6/det plan/NN/3/obl "
        "tomorrow/NN/3/obl:unmarked ././3/punct"
    )
    assert _modality(vote, "Vote") is Modality.PLANNED


def test_a_present_participle_and_a_passive_are_ahead_too() -> None:
    leaving = (
        "Ada/NNP/4/nsubj Hale/NNP/1/flat is/be/VBZ/4/aux meeting/meet/VBG/0/ROOT Jon/NNP/4/obj "
        "Marsh/NNP/5/flat on/IN/8/case Monday/NNP/4/obl ././4/punct"
    )
    assert _modality(leaving, "Meet") is Modality.PLANNED
    assert _modality(leaving.replace("is/be/VBZ", "was/be/VBD"), "Meet") is Modality.ACTUAL


def test_verbs_with_one_subject_share_the_time_that_closes_them() -> None:
    joined = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat meets/meet/VBZ/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat and/CC/7/cc "
        "leaves/leave/VBZ/3/conj on/IN/9/case Monday/NNP/7/obl ././3/punct"
    )
    assert _modality(joined, "Meet") is Modality.PLANNED
    assert _modality(joined, "Leave") is Modality.PLANNED


@pytest.mark.parametrize(("what", "told"), [("criticism", Modality.ACTUAL), ("trial", Modality.PLANNED)])
def test_what_presses_on_somebody_is_faced_now(what: str, told: Modality) -> None:
    faced = (
        f"Ada/NNP/4/nsubj Hale/NNP/1/flat is/be/VBZ/4/aux facing/face/VBG/0/ROOT {what}/NN/4/obj "
        "on/IN/7/case Monday/NNP/4/obl ././4/punct"
    )
    assert _modality(faced, "Undergo") is told

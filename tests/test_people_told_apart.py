"""Who is meant, and who does it, where names and clauses stand close; read by the shipped pipeline."""

from __future__ import annotations

import pytest

import kg

from .by_hand import filled, of_action, only


def _labels(text: str, action: str) -> dict[str, str]:
    """The participants of the one statement of an action, by the names of whom they mean."""
    read = kg.extract(kg.Article(text))
    labels = {e.key: e.label for e in read.entities}
    return {a.role: labels.get(a.entity or "", "") for a in only(read, action).arguments}


@pytest.mark.parametrize(
    ("text", "action", "agent"),
    [
        ("Tom Marsh spoke in Oxley. Tom Marsh Jr. sued the bank.", "Sue", "Tom Marsh Jr"),
        ("Tom Marsh spoke. Tom Marsh Jr. wept. Marsh Jr. sued the bank.", "Sue", "Tom Marsh Jr"),
        ("Tom Marsh spoke. Tom Marsh Jr. wept. Marsh sued the bank.", "Sue", "Tom Marsh"),
        (
            "Now Ada Hale, the youngest mayor of the coast, vows to build a new park.",
            "Promise",
            "Ada Hale",
        ),
        ("The mill was lost. Veteran Conservatives sued Ada Hale.", "Sue", "Conservatives"),
        ("Conservatives sued Ada Hale.", "Sue", "Conservative Party"),
        (
            "Hale spoke in the hall. Tom Reed watched. “Well, he was a bad mayor,” Marsh said of Tom Lund. "
            "“He sold the pier.”",
            "Sell",
            "Tom Lund",
        ),
        (
            "Tom Reed lost. For Mr. Marsh, the win gives him a reason to build a house.",
            "Build",
            "Mr Marsh",
        ),
        (
            "Marsh softened his criticism of Ada Hale, shifting his gaze to the ferries.",
            "Change",
            "Marsh",
        ),
        ("The mayor was ousted by the council, ending her career.", "End", "council"),
        (
            "“I don't know where he stands,” said Oxley farmer Ann Lund of Brill, N.H., outside the barn "
            "supper, a “pay-what-you-can” meal hosted by Tom Reed.",
            "Say",
            "Ann Lund",
        ),
    ],
)
def test_who_is_meant(text: str, action: str, agent: str) -> None:
    assert _labels(text, action)["agent"] == agent


def test_it_is_no_person() -> None:
    text = "“The dam is old,” Tom Marsh wrote in a letter. It continued: “It will fall.”"
    assert _labels(text, "Continue")["agent"] == ""


def test_she_too_wants_it_by_her_own_word() -> None:
    text = (
        "Ann Lund said that it was broken. Presidential candidate Ada Hale said on Friday she, too, wanted a "
        "Trade Department audit, as did other Greens including Senate Whip Tom J. Reed of Oxley."
    )
    read = kg.extract(kg.Article(text))
    labels = {e.key: e.label for e in read.entities}
    wanted = only(read, "Want")
    agent = wanted.filler("agent")
    assert agent is not None and wanted.quote is not None
    assert labels[agent.entity or ""] == labels[wanted.quote.speaker or ""] == "Ada Hale"


def test_a_drop_in_support_supports_nobody() -> None:
    assert not of_action(kg.extract(kg.Article("A dip in support for Hale gave Marsh a lead.")), "Support")
    left = kg.extract(kg.Article("Hale left the hall in protest at the sale."))
    assert filled(left, only(left, "Protest"))["agent"] == "Hale"


def test_one_decision_is_not_many() -> None:
    text = "The board made many timing decisions. Farmers welcomed the decision."
    assert _labels(text, "Welcome")["theme"] == "decision"


@pytest.mark.parametrize(
    "text", ["Half of the voters said they back Reed.", "Some 40 percent of voters say they back Reed."]
)
def test_some_of_the_voters_are_not_the_voters(text: str) -> None:
    assert _labels(text, "Support")["agent"] == ""


def test_voters_who_say_so_are_the_voters() -> None:
    assert _labels("Voters say they back Reed.", "Support")["agent"] == "Voters"

"""Who says, asks and does what, where something else stands nearer; read by the shipped pipeline."""

from __future__ import annotations

import pytest

import kg
from kg.model import Modality, Polarity

from .by_hand import filled, of_action, only


def test_a_passive_belief_is_not_of_the_subject_before_it() -> None:
    read = kg.extract(kg.Article("Oxley Council sued Jon Marsh, and Ada Hale is believed to have resigned."))
    assert "agent" not in filled(read, only(read, "Believe"))
    assert all(quote.speaker is None for quote in read.quotes)


@pytest.mark.parametrize(
    ("deals", "who"),
    [
        ("ignored", "letter"),
        ("received", "letter"),
        ("rejected", "letter"),
        ("signed", "Ada Hale"),
        ("sent", "Ada Hale"),
    ],
)
def test_a_letter_is_not_said_by_whoever_gets_it(deals: str, who: str) -> None:
    read = kg.extract(kg.Article(f"Ada Hale {deals} a letter accusing Jon Marsh of fraud."))
    found = filled(read, only(read, "Accuse"))
    assert (found["agent"], found["theme"]) == (who, "Jon Marsh")


@pytest.mark.parametrize(("deals", "who"), [("received", "email"), ("sent", "Ada Hale")])
def test_an_email_is_the_word_of_whoever_sends_it(deals: str, who: str) -> None:
    read = kg.extract(kg.Article(f"Ada Hale {deals} an email saying Jon Marsh had attacked Ben Reed."))
    labels = {e.key: e.label for e in read.entities}
    attack = only(read, "Attack")
    assert attack.quote is not None
    assert labels[attack.quote.speaker or ""] == who


@pytest.mark.parametrize("out", ["forced out of the party", "kicked out of the club", "voted out of office"])
def test_whoever_is_forced_out_is_dismissed_and_not_the_party(out: str) -> None:
    read = kg.extract(kg.Article(f"Ada Hale was {out}."))
    assert filled(read, only(read, "Dismiss")) == {"theme": "Ada Hale"}


@pytest.mark.parametrize("asks", ["demanded", "insisted", "suggested"])
def test_what_is_asked_in_the_bare_form_is_not_told_as_done(asks: str) -> None:
    read = kg.extract(kg.Article(f"Jon Marsh {asks} that Ada Hale step down."))
    resign = only(read, "Resign")
    assert filled(read, resign)["agent"] == "Ada Hale"
    assert resign.modality is Modality.OBLIGED


def test_a_council_is_accused_of_misleading_voters() -> None:
    read = kg.extract(kg.Article("Ada Hale accused the council of misleading voters."))
    found = filled(read, only(read, "Accuse"))
    assert (found["theme"], found["topic"]) == ("council", "misleading voters")
    blamed = kg.extract(kg.Article("Ada Hale criticised the owner of failing schools."))
    assert [filled(blamed, s)["theme"] for s in of_action(blamed, "Criticise")] == ["owner"]


@pytest.mark.parametrize("cannot", ["it could not comment", "it would not comment"])
def test_a_past_tense_shares_no_modal(cannot: str) -> None:
    read = kg.extract(kg.Article(f"Oxley Council said {cannot} but denied ignoring warnings."))
    deny = only(read, "Deny")
    assert (deny.modality, deny.polarity) == (Modality.ACTUAL, Polarity.POSITIVE)


@pytest.mark.parametrize(("first", "action"), [("resigned", "Resign"), ("won", "Win"), ("left", "Action")])
def test_a_verb_that_stands_alone_shares_no_object(first: str, action: str) -> None:
    read = kg.extract(kg.Article(f"Ada Hale {first} and sued Jon Marsh."))
    assert filled(read, only(read, action)) == {"agent": "Ada Hale"}
    assert filled(read, only(read, "Sue"))["theme"] == "Jon Marsh"


def test_what_others_do_is_not_what_somebody_knew() -> None:
    read = kg.extract(kg.Article("The trustees knew and they did nothing."))
    know = only(read, "Know")
    assert know.polarity is Polarity.POSITIVE
    assert "theme" not in filled(read, know)


def test_whoever_was_reported_killed_is_only_said_to_be() -> None:
    text = "The rebels' leader was reported killed in an airstrike in May but later appeared in a video."
    read = kg.extract(kg.Article(text))
    assert only(read, "Kill").quote is not None


def test_plans_that_are_denied_are_not_vouched_for() -> None:
    assert not only(kg.extract(kg.Article("Ada Hale denied plans to sell the pier.")), "Sell").asserted
    claimed = kg.extract(kg.Article("Ada Hale rejected claims of a plan to sell the pier."))
    assert not only(claimed, "Sell").asserted
    assert only(kg.extract(kg.Article("Ada Hale has plans to sell the pier.")), "Sell").asserted


def test_whoever_is_to_go_is_not_threatened() -> None:
    read = kg.extract(kg.Article("Ada Hale threatened to quit unless Jon Marsh was removed."))
    assert "addressee" not in filled(read, only(read, "Threaten"))
    paid = kg.extract(kg.Article("Ada Hale threatened to strike unless Oxley Council paid."))
    assert filled(paid, only(paid, "Threaten"))["addressee"] == "Oxley Council"


def test_what_will_perhaps_be_is_possible() -> None:
    read = kg.extract(kg.Article("Perhaps Ada Hale will sue Jon Marsh."))
    assert only(read, "Sue").modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Ada Hale has always maintained her innocence.", "Claim"),
        ("The company has undertaken not to repeat the claims.", "Promise"),
        ("The council undertook a review.", "Conduct"),
        ("Ada Hale honoured her promise.", "Action"),
        ("The town honoured the dead.", "Commemorate"),
        ("Rovers conceded a penalty.", "Action"),
        ("Ada Hale conceded defeat.", "Admit"),
        ("Police charged Ada Hale with fraud.", "Charge"),
        ("The bank charged Ada Hale a fee.", "Action"),
        ("Ada Hale killed the bill.", "Action"),
        ("Ada Hale beat Jon Marsh to death.", "Kill"),
        ("Ada Hale beat Jon Marsh in the election.", "Defeat"),
    ],
)
def test_senses(text: str, action: str) -> None:
    only(kg.extract(kg.Article(text)), action)


def test_no_action_taken_denies_no_investigation() -> None:
    read = kg.extract(kg.Article("Regulators investigated but took no action."))
    assert only(read, "Investigate").polarity is Polarity.POSITIVE


def test_whoever_is_wanted_sacked_is_not_sacked() -> None:
    read = kg.extract(kg.Article("Ada Hale wants Jon Marsh sacked."))
    assert only(read, "Dismiss").modality is Modality.POSSIBLE

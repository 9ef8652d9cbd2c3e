"""What is due is no fact, however a parse hangs it; what stands beside a predicate is one."""

from __future__ import annotations

from kg.model import Modality

from .by_hand import doc, filled, of_action, only, reading

PEOPLE = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON"}


def _read(tree: str):
    text = " ".join(word.split("/")[0] for word in tree.split())
    return reading(doc(tree, names={name: kind for name, kind in PEOPLE.items() if name in text}))


def test_due_to_is_no_preposition_before_a_verb():
    found = _read(
        "Ada/NNP/6/nsubj Hale/NNP/1/flat was/be/VBD/6/aux due/JJ/6/advmod to/TO/4/fixed meet/VB/0/ROOT "
        "Jon/NNP/6/obj Marsh/NNP/7/flat ,/,/13/punct but/CC/13/cc talks/talk/NNS/13/nsubj:pass "
        "were/be/VBD/13/aux:pass cancelled/cancel/VBN/6/conj ././6/punct"
    )
    met = only(found, "Meet")
    assert met.modality == Modality.PLANNED and not met.asserted  # nothing came of it
    assert filled(found, met) == {"agent": "Ada Hale", "coAgent": "Jon Marsh"}
    assert only(found, "Cancel").asserted


def test_due_to_before_a_noun_stays_a_preposition():
    found = _read(
        "The/DT/2/det delay/NN/6/nsubj was/be/VBD/6/cop due/JJ/6/case to/IN/4/fixed protest/NN/0/ROOT "
        "././6/punct"
    )
    assert not [s for s in found.statements if s.modality == Modality.PLANNED]


def test_who_is_due_to_act_is_whom_the_clause_is_about():
    found = _read(
        "Ada/NNP/12/nsubj Hale/NNP/1/flat ,/,/6/punct who/WP/6/nsubj was/be/VBD/6/cop due/JJ/1/acl:relcl "
        "to/TO/8/mark lead/VB/6/advcl the/DT/10/det inquiry/NN/8/obj ,/,/6/punct resigned/resign/VBD/0/ROOT "
        "././12/punct"
    )
    led = only(found, "Lead")
    assert (filled(found, led)["agent"], led.modality) == ("Ada Hale", Modality.PLANNED)


def test_a_verb_beside_a_predicate_is_told_as_firmly():
    found = _read(
        "Ada/NNP/4/nsubj Hale/NNP/1/flat was/be/VBD/4/cop furious/JJ/0/ROOT and/CC/6/cc "
        "sacked/sack/VBD/4/conj Jon/NNP/6/obj Marsh/NNP/7/flat ././4/punct"
    )
    sacked = only(found, "Dismiss")
    assert sacked.asserted and filled(found, sacked) == {"agent": "Ada Hale", "theme": "Jon Marsh"}


def test_a_condition_beside_a_predicate_is_none():
    found = _read(
        "If/IN/4/mark Ada/NNP/4/nsubj is/be/VBZ/4/cop angry/JJ/11/advcl and/CC/6/cc sacks/sack/VBZ/4/conj "
        "Jon/NNP/6/obj Marsh/NNP/7/flat ,/,/4/punct she/PRP/11/nsubj loses/lose/VBZ/0/ROOT ././11/punct"
    )
    assert not [s for s in of_action(found, "Dismiss") if s.asserted]


def test_she_left_by_agreement_and_nobody_left_her():
    found = _read(
        "She/PRP/2/nsubj left/leave/VBD/0/ROOT by/IN/5/case mutual/JJ/5/amod agreement/NN/2/obl:agent "
        "././2/punct"
    )
    assert "theme" not in filled(found, only(found, "Leave"))


def test_whoever_is_told_of_after_a_relative_clause_is_no_part_of_it():
    found = _read(
        "Ada/NNP/11/nsubj Hale/NNP/1/flat ,/,/5/punct who/WP/5/nsubj founded/found/VBD/1/acl:relcl "
        "trusts/trust/NNS/5/obj ,/,/9/punct and/CC/9/cc Jon/NNP/1/conj Marsh/NNP/9/flat "
        "resigned/resign/VBD/0/ROOT ././11/punct"
    )
    assert [filled(found, s)["agent"] for s in of_action(found, "Establish")] == ["Ada Hale"]
    assert sorted(filled(found, s)["agent"] for s in of_action(found, "Resign")) == ["Ada Hale", "Jon Marsh"]


def test_pending_an_inquiry_is_nobodys_deed():
    found = _read(
        "Oxley/NNP/2/nsubj suspended/suspend/VBD/0/ROOT Jon/NNP/2/obj Marsh/NNP/3/flat "
        "pending/pend/VBG/2/advcl an/DT/7/det inquiry/NN/5/obj ././2/punct"
    )
    assert [s.action for s in found.statements] == ["Suspend"]


def test_what_a_report_recommends_of_one_is_due():
    found = _read(
        "Oxley/NNP/2/nsubj recommends/recommend/VBZ/0/ROOT that/IN/6/mark Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "resign/VBP/2/ccomp and/CC/10/cc that/IN/10/mark Hale/NNP/10/nsubj apologise/VBP/6/conj ././2/punct"
    )
    assert only(found, "Resign").modality == Modality.OBLIGED
    assert only(found, "Apologise").modality == Modality.OBLIGED


def test_what_one_demands_she_do_is_due_without_that_too():
    found = _read(
        "Oxley/NNP/2/nsubj demanded/demand/VBD/0/ROOT she/PRP/4/nsubj publish/VBP/2/ccomp the/DT/6/det "
        "letter/NN/4/obj ././2/punct"
    )
    assert only(found, "Publish").modality == Modality.OBLIGED


def test_who_is_never_seen_to_lie_may_well_be_seen():
    found = _read(
        "Ada/NNP/5/nsubj Hale/NNP/1/flat had/have/VBD/5/aux never/RB/5/advmod seen/see/VBN/0/ROOT "
        "Jon/NNP/5/obj Marsh/NNP/6/flat lie/VB/5/xcomp ././5/punct"
    )
    theme = only(found, "Perceive").filler("theme")
    assert theme is not None and theme.entity is None


def test_dismissing_somebody_as_something_is_no_dismissal():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat dismissed/dismiss/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat{} "
        "././3/punct"
    )
    assert only(_read(tree.format("")), "Dismiss")
    assert only(_read(tree.format(" as/IN/8/case a/DT/8/det fool/NN/3/obl")), "Reject")


def test_a_name_behind_a_verb_is_no_time():
    found = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat sued/sue/VBD/0/ROOT Jon/NNP/3/obl:unmarked Marsh/NNP/4/flat "
        "././3/punct"
    )
    assert filled(found, only(found, "Sue"))["theme"] == "Jon Marsh"

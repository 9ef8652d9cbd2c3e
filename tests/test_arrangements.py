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

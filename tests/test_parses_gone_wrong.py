"""Who does what to whom where the tree says what grammar does not allow."""

from __future__ import annotations

from tests.by_hand import doc, filled, of_action, only, reading


def test_what_follows_an_ing_form_is_not_its_subject() -> None:
    made = doc(
        "Hale/NNP/2/nsubj spoke/speak/VBD/0/ROOT ,/,/4/punct criticising/criticise/VBG/2/advcl "
        "where/WRB/4/advmod Oxley/NNP/8/nmod:poss 's/POS/6/case shop/NN/4/nsubj "
        "stood/stand/VBD/8/acl:relcl ././2/punct",
        names={"Hale": "PERSON"},
    )
    told = reading(made)
    assert all(filled(told, s).get("agent") != "Oxley's shop" for s in told.statements)


def test_a_phrase_with_a_preposition_is_no_subject() -> None:
    made = doc(
        "Hale/NNP/6/nsubj ,/,/1/punct with/IN/4/case Marsh/NNP/6/nsubj ,/,/6/punct "
        "condemned/condemn/VBD/0/ROOT "
        "Reed/NNP/6/obj ././6/punct",
        names={"Hale": "PERSON", "Marsh": "PERSON", "Reed": "PERSON"},
    )
    assert filled(reading(made), only(reading(made), "Condemn")) == {"agent": "Hale", "theme": "Reed"}


def test_a_phrase_with_a_preposition_is_no_object() -> None:
    made = doc(
        "Hale/NNP/2/nsubj condemned/condemn/VBD/0/ROOT Marsh/NNP/2/obj with/IN/6/case "
        "a/DT/6/det speech/NN/2/obj ././2/punct",
        names={"Hale": "PERSON", "Marsh": "PERSON"},
    )
    found = of_action(reading(made), "Condemn")
    assert [filled(reading(made), one)["theme"] for one in found] == ["Marsh"]


def test_what_follows_a_joined_verb_is_its_object() -> None:
    made = doc(
        "Hale/NNP/2/nsubj praised/praise/VBD/0/ROOT Reed/NNP/2/obj and/CC/5/cc condemned/condemn/VBD/2/conj "
        "Marsh/NNP/2/obj ././2/punct",
        names={"Hale": "PERSON", "Reed": "PERSON", "Marsh": "PERSON"},
    )
    found = reading(made)
    assert filled(found, only(found, "Praise"))["theme"] == "Reed"
    assert filled(found, only(found, "Condemn"))["theme"] == "Marsh"


def test_what_follows_two_verbs_is_the_object_of_both() -> None:
    made = doc(
        "Hale/NNP/2/nsubj praised/praise/VBD/0/ROOT and/CC/4/cc condemned/condemn/VBD/2/conj Marsh/NNP/2/obj "
        "././2/punct",
        names={"Hale": "PERSON", "Marsh": "PERSON"},
    )
    found = reading(made)
    assert filled(found, only(found, "Praise"))["theme"] == "Marsh"
    assert filled(found, only(found, "Condemn"))["theme"] == "Marsh"


def test_a_noun_right_after_a_verb_is_its_object() -> None:
    made = doc(
        "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT the/DT/4/det plan/NN/2/obl ././2/punct",
        names={"Hale": "PERSON"},
    )
    assert filled(reading(made), only(reading(made), "Reject")) == {"agent": "Hale", "theme": "plan"}

"""Deeds that somebody is said to be charged with, spoken of, or cleared of; on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Modality, Polarity

from .by_hand import doc, filled, of_action, only, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed")


def _read(sentence: str) -> Extraction:
    text = " ".join(word.split("/")[0] for word in sentence.split())
    return reading(doc(sentence, names={name: "PERSON" for name in _PEOPLE if name in text}))


def test_a_gerund_after_somebody_spoken_of_is_theirs() -> None:
    sign = (
        "Ben/NNP/3/nsubj Reed/NNP/1/flat found/find/VBD/0/ROOT {}/DT/5/det {}/NN/3/obj of/IN/7/case "
        "Ada/NNP/5/nmod Hale/NNP/7/flat attacking/attack/VBG/3/advcl Jon/NNP/9/obj Marsh/NNP/10/flat "
        "././3/punct"
    )
    assert of_action(_read(sign.format("no", "sign")), "Attack") == []
    report = _read(sign.format("a", "report"))
    assert filled(report, only(report, "Attack")) == {"agent": "Ada Hale", "theme": "Jon Marsh"}
    assert not only(report, "Attack").asserted
    assert only(_read(sign.format("a", "video")), "Attack").asserted


def test_what_somebody_lies_about_is_not_vouched_for() -> None:
    lied = (
        "Ben/NNP/3/nsubj Reed/NNP/1/flat lied/lie/VBD/0/ROOT about/IN/5/case Ada/NNP/3/obl Hale/NNP/5/flat "
        "attacking/attack/VBG/5/acl Jon/NNP/7/obj Marsh/NNP/8/flat ././3/punct"
    )
    assert not only(_read(lied), "Attack").asserted


def test_what_a_comma_parts_from_its_preposition_says_nothing() -> None:
    cleared = (
        "Ada/NNP/4/nsubj:pass Hale/NNP/1/flat was/be/VBD/4/aux:pass accused/accuse/VBN/0/ROOT of/IN/4/obl "
        ",/,/8/punct and/CC/8/cc cleared/clear/VBN/4/conj of/IN/8/obl ,/,/8/punct "
        "attacking/attack/VBG/4/advcl "
        "Jon/NNP/11/obj Marsh/NNP/12/flat ././4/punct"
    )
    assert of_action(_read(cleared), "Attack") == []


@pytest.mark.parametrize("relation", ["advcl", "xcomp"])
def test_what_somebody_denies_doing_is_their_own_word(relation: str) -> None:
    denies = (
        f"Ada/NNP/3/nsubj Hale/NNP/1/flat denies/deny/VBZ/0/ROOT attacking/attack/VBG/3/{relation} "
        "Jon/NNP/4/obj Marsh/NNP/5/flat ././3/punct"
    )
    read = _read(denies)
    attack = only(read, "Attack")
    assert (attack.modality, attack.polarity) == (Modality.ACTUAL, Polarity.NEGATIVE)
    assert attack.quote is not None
    assert read.article.words(attack.quote.content[0]) == "attacking Jon Marsh"


def test_what_is_done_wrongly_is_done() -> None:
    wrongly = (
        "Ada/NNP/4/nsubj Hale/NNP/1/flat wrongly/RB/4/advmod sacked/sack/VBD/0/ROOT Jon/NNP/4/obj "
        "Marsh/NNP/5/flat ././4/punct"
    )
    assert only(_read(wrongly), "Dismiss").asserted


def test_an_inverted_condition_leaves_its_main_clause_open() -> None:
    should = (
        "Should/MD/4/aux Ada/NNP/4/nsubj Hale/NNP/2/flat resign/VB/9/advcl ,/,/4/punct Jon/NNP/9/nsubj "
        "Marsh/NNP/6/flat will/MD/9/aux sue/VB/0/ROOT Ben/NNP/9/obj Reed/NNP/10/flat ././9/punct"
    )
    assert not only(_read(should), "Sue").asserted


def test_a_headline_that_finds_no_proof_tells_of_nothing() -> None:
    proof = (
        "No/DT/2/det proof/NN/5/nsubj Ada/NNP/5/nsubj Hale/NNP/3/flat sacked/sack/VBD/0/ROOT Jon/NNP/5/obj "
        "Marsh/NNP/6/flat"
    )
    assert all(not found.asserted for found in of_action(_read(proof), "Dismiss"))

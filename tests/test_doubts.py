"""What stands beside a clause, or right after it, and makes a claim of it; on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, filled, of_action, only, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed")
#: "Ada Hale attacked Jon Marsh" with what follows.
_HALE = (
    "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat {} ././3/punct"
)


def _read(*sentences: str) -> Extraction:
    text = " ".join(word.split("/")[0] for sentence in sentences for word in sentence.split())
    return reading(doc(*sentences, names={name: "PERSON" for name in _PEOPLE if name in text}))


@pytest.mark.parametrize(
    "beside",
    [
        ",/,/8/punct it/PRP/8/expl seems/seem/VBZ/3/parataxis",
        ",/,/9/punct it/PRP/9/expl would/MD/9/aux appear/appear/VB/3/parataxis",
        ",/,/8/punct rumour/NN/8/nsubj has/have/VBZ/3/parataxis it/PRP/8/obj",
        ",/,/8/punct a/DT/8/det claim/NN/3/obj she/PRP/10/nsubj denies/deny/VBZ/8/acl:relcl",
        "–/:/8/punct a/DT/8/det charge/NN/3/obj she/PRP/10/nsubj rejects/reject/VBZ/8/acl:relcl",
        ",/,/8/punct an/DT/8/det allegation/NN/3/obj the/DT/10/det council/NN/11/nsubj "
        "disputes/dispute/VBZ/8/acl:relcl",
        ",/,/9/punct which/WDT/9/obj she/PRP/9/nsubj denies/deny/VBZ/5/acl:relcl",
        "(/-LRB-/8/punct she/PRP/8/nsubj denies/deny/VBZ/3/parataxis it/PRP/8/obj )/-RRB-/8/punct",
        ",/,/8/punct if/IN/8/mark true/JJ/3/advcl",
    ],
)
def test_what_is_set_beside_a_clause_makes_a_claim_of_it(beside: str) -> None:
    assert not only(_read(_HALE.format(beside)), "Attack").asserted


@pytest.mark.parametrize(
    "beside",
    [
        ",/,/8/punct a/DT/8/det move/NN/3/obj she/PRP/10/nsubj defends/defend/VBZ/8/acl:relcl",
        ",/,/8/punct which/WDT/8/nsubj angered/anger/VBD/5/acl:relcl Reed/NNP/8/obj",
        "(/-LRB-/9/punct she/PRP/9/nsubj had/have/VBD/9/aux warned/warn/VBN/3/parataxis him/PRP/9/obj "
        ")/-RRB-/9/punct",
        ",/,/8/punct who/WP/8/nsubj denies/deny/VBZ/5/acl:relcl wrongdoing/NN/8/obj",
    ],
)
def test_what_only_says_more_of_it_leaves_a_fact(beside: str) -> None:
    assert only(_read(_HALE.format(beside)), "Attack").asserted


def test_an_aside_doubts_the_clause_that_it_stands_in() -> None:
    apart = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat hired/hire/VBD/0/ROOT Ben/NNP/3/obj Reed/NNP/4/flat ,/,/14/punct "
        "but/CC/14/cc Jon/NNP/14/nsubj Marsh/NNP/8/flat ,/,/12/punct it/PRP/12/expl "
        "seems/seem/VBZ/14/parataxis ,/,/12/punct attacked/attack/VBD/3/conj him/PRP/14/obj ././3/punct"
    )
    read = _read(apart)
    assert only(read, "Hire").asserted
    assert not only(read, "Attack").asserted
    joined = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
        "and/CC/11/cc ,/,/9/punct it/PRP/9/expl seems/seem/VBZ/11/parataxis ,/,/9/punct sued/sue/VBD/3/conj "
        "Ben/NNP/11/obj Reed/NNP/12/flat ././3/punct"
    )
    read = _read(joined)
    assert only(read, "Attack").asserted
    assert not only(read, "Sue").asserted


_PLAIN = _HALE.format("").replace("  ", " ")


@pytest.mark.parametrize(
    ("after", "asserted"),
    [
        ("She/PRP/2/nsubj denies/deny/VBZ/0/ROOT it/PRP/2/obj ././2/punct", False),
        ("She/PRP/3/nsubj has/have/VBZ/3/aux denied/deny/VBN/0/ROOT this/DT/3/obj ././3/punct", False),
        ("She/PRP/2/nsubj denies/deny/VBZ/0/ROOT the/DT/4/det allegation/NN/2/obj ././2/punct", False),
        ("Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT the/DT/4/det claims/NNS/2/obj ././2/punct", False),
        (
            "The/DT/2/det claim/NN/4/nsubj:pass is/be/VBZ/4/aux:pass disputed/dispute/VBN/0/ROOT ././4/punct",
            False,
        ),
        ("That/DT/4/nsubj is/be/VBZ/4/cop not/RB/4/advmod true/JJ/0/ROOT ././4/punct", False),
        ("The/DT/2/det allegation/NN/4/nsubj was/be/VBD/4/cop false/JJ/0/ROOT ././4/punct", False),
        ("That/DT/3/nsubj is/be/VBZ/3/cop true/JJ/0/ROOT ././3/punct", True),
        ("She/PRP/2/nsubj rejected/reject/VBD/0/ROOT it/PRP/2/obj ././2/punct", True),
        (
            "She/PRP/4/nsubj does/do/VBZ/4/aux not/RB/4/advmod deny/deny/VB/0/ROOT it/PRP/4/obj ././4/punct",
            True,
        ),
        (
            "She/PRP/2/nsubj denies/deny/VBZ/0/ROOT the/DT/4/det claim/NN/2/obj that/IN/7/mark "
            "he/PRP/7/nsubj paid/pay/VBD/4/acl ././2/punct",
            True,
        ),
    ],
)
def test_a_sentence_that_denies_the_one_before(after: str, asserted: bool) -> None:
    assert only(_read(_PLAIN, after), "Attack").asserted is asserted


@pytest.mark.parametrize("word", ["sued/sue", "accused/accuse", "arrested/arrest"])
def test_what_is_denied_after_an_accusation_is_not_that_it_was_made(word: str) -> None:
    made = _PLAIN.replace("attacked/attack", word)
    denied = "He/PRP/2/nsubj denies/deny/VBZ/0/ROOT the/DT/4/det allegation/NN/2/obj ././2/punct"
    action = word.split("/")[1].capitalize()
    assert all(found.asserted for found in of_action(_read(made, denied), action))


def test_a_charge_that_the_sentence_names_is_that_one() -> None:
    imposed = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat imposed/impose/VBD/0/ROOT a/DT/5/det charge/NN/3/obj on/IN/7/case "
        "drivers/NNS/3/obl ././3/punct"
    )
    after = "Residents/NNS/2/nsubj reject/reject/VBP/0/ROOT the/DT/4/det charge/NN/2/obj ././2/punct"
    assert only(_read(imposed, after), "Impose").asserted


def test_which_is_no_person() -> None:
    denied = ",/,/9/punct which/WDT/9/obj she/PRP/9/nsubj denies/deny/VBZ/5/acl:relcl"
    read = _read(_HALE.format(denied))
    assert all("theme" not in filled(read, statement) for statement in of_action(read, "Deny"))

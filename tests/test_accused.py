"""Whoever is charged or denies an offence has not done what their article tells; on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, of_action, only, reading

_PEOPLE = ("Dan Pike", "Jon Marsh", "Ada Hale")
_STABBED = (
    "Dan/NNP/3/nsubj Pike/NNP/1/flat stabbed/stab/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat ././3/punct"
)
_BETWEEN = "Ada/NNP/3/nsubj Hale/NNP/1/flat saw/see/VBD/0/ROOT it/PRP/3/obj ././3/punct"
_DENIES = "Dan/NNP/3/nsubj Pike/NNP/1/flat denies/deny/VBZ/0/ROOT {} ././3/punct"
_PLEADED = "Dan/NNP/3/nsubj Pike/NNP/1/flat pleaded/plead/VBD/0/ROOT {} ././3/punct"
_WAS = (
    "Dan/NNP/4/nsubj:pass Pike/NNP/1/flat was/be/VBD/4/aux:pass {}/VBN/0/ROOT {}/IN/6/case murder/NN/4/obl "
    "././4/punct"
)


def _stabbed(*others: str) -> bool:
    sentences = (_STABBED, _BETWEEN, *others)
    text = " ".join(word.split("/")[0] for sentence in sentences for word in sentence.split())
    made = doc(*sentences, names={name: "PERSON" for name in _PEOPLE if name in text})
    return only(reading(made), "Injure").asserted


@pytest.mark.parametrize(
    ("other", "vouched"),
    [
        (_DENIES.format("murder/NN/3/obj"), False),
        (_DENIES.format("murdering/murder/VBG/3/xcomp Marsh/NNP/4/obj"), False),
        (_PLEADED.format("not/RB/5/advmod guilty/JJ/3/xcomp"), False),
        (_WAS.format("charged/charge", "with"), False),
        (_PLEADED.format("guilty/JJ/3/xcomp"), True),
        (_DENIES.format("the/DT/5/det report/NN/3/obj"), True),
        (_WAS.format("convicted/convict", "of"), True),
    ],
)
def test_an_offence_is_alleged_where_its_doer_denies_one(other: str, vouched: bool) -> None:
    assert _stabbed(other) is vouched


def test_who_is_convicted_in_the_article_did_it() -> None:
    assert _stabbed(_DENIES.format("murder/NN/3/obj"), _WAS.format("convicted/convict", "of"))


def test_only_offences_are_alleged() -> None:
    met = _STABBED.replace("stabbed/stab", "met/meet")
    made = doc(met, _BETWEEN, _DENIES.format("murder/NN/3/obj"), names={name: "PERSON" for name in _PEOPLE})
    assert all(found.asserted for found in of_action(reading(made), "Meet"))


@pytest.mark.parametrize(
    ("after", "vouched"),
    [
        ("He/PRP/2/nsubj denies/deny/VBZ/0/ROOT any/DT/4/det wrongdoing/NN/2/obj ././2/punct", False),
        ("He/PRP/2/nsubj pleaded/plead/VBD/0/ROOT not/RB/4/advmod guilty/JJ/2/xcomp ././2/punct", False),
        ("He/PRP/2/nsubj denies/deny/VBZ/0/ROOT the/DT/4/det rumour/NN/2/obj that/IN/7/mark he/PRP/7/nsubj "
         "paid/pay/VBD/4/acl ././2/punct", True),
    ],
)  # fmt: skip
def test_who_denies_it_right_after_need_not_be_known(after: str, vouched: bool) -> None:
    made = doc(_STABBED, after, names={"Dan Pike": "PERSON", "Jon Marsh": "PERSON"})
    assert only(reading(made), "Injure").asserted is vouched

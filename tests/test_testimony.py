"""Accounts that go on for sentences after the one that names who gives them; on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, only, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed")
_HEARD = (
    "The/DT/2/det jury/NN/3/nsubj heard/hear/VBD/0/ROOT that/IN/7/mark Ada/NNP/7/nsubj Hale/NNP/5/flat "
    "met/meet/VBD/3/ccomp Jon/NNP/7/obj Marsh/NNP/8/flat ././3/punct"
)
_SAID = (
    "{}/NNS/2/nsubj said/say/VBD/0/ROOT Ada/NNP/5/nsubj Hale/NNP/3/flat met/meet/VBD/2/ccomp Jon/NNP/5/obj "
    "Marsh/NNP/6/flat ././2/punct"
)
_INDICTMENT = (
    "According/VBG/4/case to/IN/4/case the/DT/4/det indictment/NN/8/obl ,/,/8/punct Ada/NNP/8/nsubj "
    "Hale/NNP/6/flat met/meet/VBD/0/ROOT Jon/NNP/8/obj Marsh/NNP/9/flat ././8/punct"
)
#: "<Subject> attacked Ben Reed."
_DEED = "{}/2/nsubj attacked/attack/VBD/0/ROOT Ben/NNP/2/obj Reed/NNP/3/flat ././2/punct"


def _vouched(*sentences: str, action: str = "Attack") -> bool:
    text = " ".join(word.split("/")[0] for sentence in sentences for word in sentence.split())
    made = doc(*sentences, names={name: "PERSON" for name in _PEOPLE if name in text})
    return only(reading(made), action).asserted


@pytest.mark.parametrize(
    "account", [_HEARD, _INDICTMENT, _SAID.format("Prosecutors"), _SAID.format("Police")]
)
@pytest.mark.parametrize("subject", ["She/PRP", "Hale/NNP"])
def test_a_deed_right_after_an_account_is_part_of_it(account: str, subject: str) -> None:
    assert not _vouched(account, _DEED.format(subject))


def test_an_account_goes_on_from_sentence_to_sentence() -> None:
    between = "She/PRP/2/nsubj robbed/rob/VBD/0/ROOT him/PRP/2/obj ././2/punct"
    assert not _vouched(_HEARD, between, _DEED.format("She/PRP"))


def test_others_and_other_tellers_are_the_papers_own() -> None:
    assert _vouched(_HEARD, _DEED.format("Residents/NNS"))
    assert _vouched(_SAID.format("Friends"), _DEED.format("She/PRP"))
    plain = _SAID.format("Police").replace("said/say", "knew/know")
    assert _vouched(_DEED.format("She/PRP"), plain)


def test_what_comes_of_a_charge_is_no_part_of_the_account() -> None:
    denied = "She/PRP/2/nsubj rejected/reject/VBD/0/ROOT a/DT/4/det deal/NN/2/obj ././2/punct"
    assert _vouched(_HEARD, denied, action="Reject")
    now = "She/PRP/2/nsubj leads/lead/VBZ/0/ROOT the/DT/4/det council/NN/2/obj ././2/punct"
    assert _vouched(_HEARD, now, action="Lead")

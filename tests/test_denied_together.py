"""What a denial, a condition or a report holds for when several deeds are joined; on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Modality, Polarity

from .by_hand import doc, filled, of_action, only, reading


def _read(sentence: str) -> Extraction:
    people = ("Ada Hale", "Jon Marsh", "Ben Reed")
    text = " ".join(word.split("/")[0] for word in sentence.split())
    return reading(doc(sentence, names={name: "PERSON" for name in people if name in text}))


def _denied(read: Extraction, action: str) -> bool:
    statement = only(read, action)
    return statement.polarity is Polarity.NEGATIVE and statement.asserted


@pytest.mark.parametrize("joined", ["6/conj", "3/ccomp", "3/conj"])
def test_who_denies_having_done_one_thing_or_another_denies_both(joined: str) -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat denied/deny/VBD/0/ROOT ever/RB/6/advmod having/have/VBG/6/aux "
        "met/meet/VBN/3/xcomp Jon/NNP/6/obj Marsh/NNP/7/flat ,/,/6/punct or/CC/12/cc having/have/VBG/12/aux "
        f"sued/sue/VBN/{joined} the/DT/14/det council/NN/12/obj ././3/punct"
    )
    assert _denied(read, "Meet")
    assert _denied(read, "Sue")
    assert all(only(read, action).quote is not None for action in ("Meet", "Sue"))
    assert only(read, "Deny").asserted


def test_who_denies_one_thing_or_another_denies_both() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat denied/deny/VBD/0/ROOT suing/sue/VBG/3/xcomp Jon/NNP/4/obj "
        "Marsh/NNP/5/flat or/CC/8/cc attacking/attack/VBG/4/conj Ben/NNP/8/obj Reed/NNP/9/flat "
        "././3/punct"
    )
    assert _denied(read, "Sue")
    assert _denied(read, "Attack")


def test_not_one_or_the_other_is_neither() -> None:
    read = _read(
        "Ada/NNP/5/nsubj Hale/NNP/1/flat did/do/VBD/5/aux not/not/RB/5/advmod sue/VB/0/ROOT or/CC/7/cc "
        "attack/VB/5/conj Jon/NNP/7/obj Marsh/NNP/8/flat ././5/punct"
    )
    assert _denied(read, "Attack")


def test_one_clause_or_another_denies_nothing() -> None:
    read = _read(
        "Ada/NNP/5/nsubj Hale/NNP/1/flat did/do/VBD/5/aux not/not/RB/5/advmod sue/VB/0/ROOT Jon/NNP/5/obj "
        "Marsh/NNP/6/flat or/CC/11/cc Ben/NNP/11/nsubj Reed/NNP/9/flat attacked/attack/VBD/5/conj "
        "him/he/PRP/11/obj ././5/punct"
    )
    assert of_action(read, "Sue") == of_action(read, "Attack") == []


def test_neither_denies_it_of_both() -> None:
    read = _read(
        "Neither/not/DT/2/det Ada/NNP/7/nsubj Hale/NNP/2/flat nor/CC/5/cc Jon/NNP/2/conj "
        "Marsh/NNP/5/flat sued/sue/VBD/0/ROOT the/DT/9/det bank/NN/7/obj ././7/punct"
    )
    for statement in of_action(read, "Sue"):
        assert (statement.polarity, statement.asserted) == (Polarity.NEGATIVE, True)


def test_a_condition_holds_for_what_is_joined() -> None:
    tree = (
        "If/IN/4/mark Ben/NNP/4/nsubj Reed/NNP/2/flat pays/pay/VBZ/9/advcl ,/,/4/punct Ada/NNP/9/nsubj "
        "Hale/NNP/6/flat will/MD/9/aux sue/VB/0/ROOT Jon/NNP/9/obj Marsh/NNP/10/flat and/CC/{} "
    )
    shared = _read(tree.format("13/cc") + "sack/VB/9/conj the/DT/15/det clerk/NN/13/obj ././9/punct")
    assert not only(shared, "Dismiss").asserted
    apart = (
        tree.format("15/cc") + "the/DT/14/det council/NN/15/nsubj sacked/sack/VBD/9/conj him/he/PRP/15/obj"
    )
    assert only(_read(apart + " ././9/punct"), "Dismiss").asserted


def test_what_would_have_been_is_no_plan() -> None:
    read = _read(
        "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT Ada/NNP/8/nsubj Hale/NNP/4/flat "
        "would/MD/8/aux have/VB/8/aux sued/sue/VBN/3/ccomp Jon/NNP/8/obj Marsh/NNP/9/flat ././3/punct"
    )
    assert (only(read, "Sue").modality, only(read, "Sue").asserted) == (Modality.POSSIBLE, False)


def test_a_denial_before_to_is_of_the_infinitive() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat promised/promise/VBD/0/ROOT never/RB/3/advmod to/TO/6/mark "
        "sue/VB/3/xcomp the/DT/8/det bank/NN/6/obj ././3/punct"
    )
    assert only(read, "Promise").polarity is Polarity.POSITIVE
    assert only(read, "Sue").polarity is Polarity.NEGATIVE
    assert filled(read, only(read, "Promise"))["theme"] == "never to sue the bank"


def test_whoever_would_have_done_it_has_not() -> None:
    tree = (
        "{}/DT/2/det council/NN/9/nsubj that/WDT/4/nsubj sued/sue/VBD/2/acl:relcl Ada/NNP/4/obj "
        "Hale/NNP/5/flat "
        "would/MD/9/aux have/VB/9/aux faced/face/VBN/0/ROOT riots/riot/NNS/9/obj ././9/punct"
    )
    assert not only(_read(tree.format("A")), "Sue").asserted
    assert only(_read(tree.format("The")), "Sue").asserted


def test_a_margin_elects_nobody() -> None:
    read = _read(
        "Ada/NNP/4/nsubj:pass Hale/NNP/1/flat was/be/VBD/4/aux:pass elected/elect/VBN/0/ROOT by/IN/7/case "
        "a/DT/7/det margin/NN/4/obl:agent of/IN/10/case nine/CD/10/nummod votes/vote/NNS/7/nmod ././4/punct"
    )
    assert filled(read, only(read, "Elect")) == {"theme": "Ada Hale"}


@pytest.mark.parametrize("denied", ["failed/fail", "refused/refuse"])
def test_who_fails_to_do_one_thing_or_another_does_neither(denied: str) -> None:
    read = _read(
        f"Ada/NNP/3/nsubj Hale/NNP/1/flat {denied}/VBD/0/ROOT to/TO/5/mark sue/VB/3/xcomp Jon/NNP/5/obj "
        "Marsh/NNP/6/flat or/CC/10/cc to/TO/10/mark attack/VB/5/conj Ben/NNP/10/obj Reed/NNP/11/flat "
        "././3/punct"
    )
    assert _denied(read, "Sue")
    assert _denied(read, "Attack")


@pytest.mark.parametrize(
    ("verb", "sued"),
    [
        (
            5,
            "did/do/VBD/5/aux not/not/RB/5/advmod sue/VB/0/ROOT him/he/PRP/5/obj now/RB/5/advmod "
            "because/IN/10/mark",
        ),
        (
            4,
            "has/have/VBZ/4/aux sued/sue/VBN/0/ROOT him/he/PRP/4/obj now/RB/4/advmod not/not/RB/10/advmod "
            "because/IN/10/mark",
        ),
    ],
)
def test_not_for_one_reason_but_for_another(verb: int, sued: str) -> None:
    read = _read(
        f"Ada/NNP/{verb}/nsubj Hale/NNP/1/flat {sued} Marsh/NNP/10/nsubj attacked/attack/VBD/{verb}/advcl "
        "her/she/PRP/10/obj but/CC/15/cc because/IN/15/mark Reed/NNP/15/nsubj resigned/resign/VBD/10/conj "
        f"././{verb}/punct"
    )
    assert only(read, "Sue").polarity is Polarity.POSITIVE
    assert not only(read, "Attack").asserted
    assert only(read, "Resign").asserted


@pytest.mark.parametrize(
    "behind",
    [
        "let/VB/5/advcl alone/RB/9/fixed to/TO/12/mark sack/VB/9/xcomp",
        "let/VB/12/cc alone/RB/9/fixed to/TO/12/mark sack/VB/3/xcomp",
        "let/VB/3/parataxis alone/RB/9/fixed to/TO/12/mark sack/VB/9/xcomp",
    ],
)
def test_let_alone_goes_on_with_what_is_denied(behind: str) -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat failed/fail/VBD/0/ROOT to/TO/5/mark sue/VB/3/xcomp "
        f"Jon/NNP/5/obj Marsh/NNP/6/flat ,/,/9/punct {behind} the/DT/14/det clerk/NN/12/obj ././3/punct"
    )
    assert _denied(read, "Sue")
    assert _denied(read, "Dismiss")


def test_who_orders_what_others_do_stands_behind_it() -> None:
    read = _read(
        "Jon/NNP/4/nsubj:pass Marsh/NNP/1/flat was/be/VBD/4/aux:pass told/tell/VBN/0/ROOT to/TO/6/mark "
        "sack/VB/4/xcomp the/DT/8/det clerk/NN/6/obj by/IN/10/case Ada/NNP/6/obl Hale/NNP/10/flat ././4/punct"
    )
    assert filled(read, only(read, "Tell"))["agent"] == "Ada Hale"
    assert filled(read, only(read, "Dismiss")) == {"agent": "Jon Marsh", "theme": "clerk"}


def test_who_had_not_done_one_thing_or_another_had_done_neither() -> None:
    read = _read(
        "Ada/NNP/5/nsubj Hale/NNP/1/flat had/have/VBD/5/aux not/not/RB/5/advmod sued/sue/VBN/0/ROOT "
        "Jon/NNP/5/obj Marsh/NNP/6/flat or/CC/9/cc attacked/attack/VBD/5/conj Ben/NNP/9/obj Reed/NNP/10/flat "
        "././5/punct"
    )
    assert _denied(read, "Sue")
    assert _denied(read, "Attack")


def test_a_condition_at_the_end_holds_for_what_comes_before() -> None:
    read = _read(
        "Ada/NNP/4/nsubj Hale/NNP/1/flat will/MD/4/aux sue/VB/0/ROOT Jon/NNP/4/obj Marsh/NNP/5/flat "
        "and/CC/8/cc "
        "sack/VB/4/conj the/DT/10/det clerk/NN/8/obj unless/IN/14/mark Ben/NNP/14/nsubj Reed/NNP/12/flat "
        "pays/pay/VBZ/8/advcl ././4/punct"
    )
    assert not only(read, "Sue").asserted


def test_a_second_infinitive_goes_on_from_the_first() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat promised/promise/VBD/0/ROOT to/TO/5/mark resign/VB/3/xcomp "
        "and/CC/9/cc "
        "not/not/RB/9/advmod to/TO/9/mark sue/VBN/3/conj Jon/NNP/9/obj Marsh/NNP/10/flat ././3/punct"
    )
    sue = only(read, "Sue")
    assert (sue.modality, sue.polarity) == (Modality.PLANNED, Polarity.NEGATIVE)


def test_a_threat_is_made_whatever_it_hangs_on() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat threatened/threaten/VBD/0/ROOT to/TO/5/mark sue/VB/3/xcomp "
        "Jon/NNP/5/obj Marsh/NNP/6/flat unless/IN/10/mark he/PRP/10/nsubj paid/pay/VBD/3/advcl ././3/punct"
    )
    assert only(read, "Threaten").asserted
    assert not only(read, "Sue").asserted

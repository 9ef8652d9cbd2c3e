"""How real a clause is: table of what stands around one verb, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Modality, Polarity

from .by_hand import doc, of_action, only, reading

REAL = (Modality.ACTUAL, Polarity.POSITIVE)
_A = "Oxley/NNP/{v}/nsubj Council/NNP/1/flat"


def _with_auxiliary(*words: str) -> str:
    """ "Oxley Council … reject the plan." with some words before the verb."""
    verb = 3 + len(words)
    between = " ".join(word.format(v=verb) for word in words)
    rest = f"reject/VB/0/ROOT the/DT/{verb + 2}/det plan/NN/{verb}/obj ././{verb}/punct"
    return f"{_A.format(v=verb)} {between} {rest}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["will/MD/{v}/aux"], (Modality.PLANNED, Polarity.POSITIVE)),
        (["will/MD/{v}/aux", "not/RB/{v}/advmod"], (Modality.PLANNED, Polarity.NEGATIVE)),
        (["may/MD/{v}/aux"], (Modality.POSSIBLE, Polarity.POSITIVE)),
        (["might/MD/{v}/aux"], (Modality.POSSIBLE, Polarity.POSITIVE)),
        (["could/MD/{v}/aux"], (Modality.POSSIBLE, Polarity.POSITIVE)),
        (["must/MD/{v}/aux"], (Modality.OBLIGED, Polarity.POSITIVE)),
        (["should/MD/{v}/aux"], (Modality.OBLIGED, Polarity.POSITIVE)),
        (["must/MD/{v}/aux", "not/RB/{v}/advmod"], (Modality.OBLIGED, Polarity.NEGATIVE)),
        (["did/do/VBD/{v}/aux", "not/RB/{v}/advmod"], (Modality.ACTUAL, Polarity.NEGATIVE)),
        (["did/do/VBD/{v}/aux"], REAL),
    ],
    ids=lambda case: " ".join(word.split("/")[0] for word in case) if isinstance(case, list) else "",
)
def test_auxiliaries(words: list[str], expected: tuple[Modality, Polarity]) -> None:
    reject = only(reading(doc(_with_auxiliary(*words))), "Reject")
    assert (reject.modality, reject.polarity) == expected


@pytest.mark.parametrize("auxiliary", ["did/do/VBD", "does/do/VBZ"])
def test_what_one_is_told_did_not_happen_is_no_order(auxiliary: str) -> None:
    told = reading(
        doc(
            "Ada/NNP/3/nsubj Hale/NNP/1/flat told/tell/VBD/0/ROOT Jon/NNP/3/iobj Marsh/NNP/4/flat "
            f"the/DT/7/det council/NN/10/nsubj {auxiliary}/10/aux not/RB/10/advmod reject/VB/3/ccomp "
            "the/DT/12/det plan/NN/10/obj ././3/punct",
            names={"Ada Hale": "PERSON", "Jon Marsh": "PERSON"},
        )
    )
    found = only(told, "Reject")
    assert (found.modality, found.polarity) == (Modality.ACTUAL, Polarity.NEGATIVE)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("for/IN/{n}/case no/DT/{n}/det reason/NN/4/obl", Polarity.POSITIVE),
        ("in/IN/{n}/case no/DT/{n}/det time/NN/4/obl", Polarity.POSITIVE),
        ("at/IN/{n}/case no/DT/{n}/det time/NN/4/obl", Polarity.NEGATIVE),
    ],
)
def test_what_is_done_for_no_reason_is_done(phrase: str, expected: Polarity) -> None:
    tree = (
        f"Oxley/NNP/4/nsubj Council/NNP/1/flat soon/RB/4/advmod rejected/reject/VBD/0/ROOT "
        f"it/PRP/4/obj {phrase}"
    )
    assert only(reading(doc(tree.format(n=8) + " ././4/punct")), "Reject").polarity == expected


def _reality(sentence: str, action: str = "Close") -> tuple[Modality, Polarity]:
    statement = only(reading(doc(sentence)), action)
    return statement.modality, statement.polarity


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("agreed/agree", (Modality.PLANNED, Polarity.POSITIVE)),
        ("promised/promise", (Modality.PLANNED, Polarity.POSITIVE)),
        ("planned/plan", (Modality.PLANNED, Polarity.POSITIVE)),
        ("refused/refuse", (Modality.ACTUAL, Polarity.NEGATIVE)),
        ("failed/fail", (Modality.ACTUAL, Polarity.NEGATIVE)),
        ("managed/manage", REAL),
        ("tried/try", (Modality.POSSIBLE, Polarity.POSITIVE)),
        ("hoped/hope", (Modality.POSSIBLE, Polarity.POSITIVE)),
    ],
)
def test_the_verb_above_an_infinitive(verb: str, expected: tuple[Modality, Polarity]) -> None:
    rest = "to/TO/5/mark close/VB/3/xcomp the/DT/7/det ferry/NN/5/obj ././3/punct"
    assert _reality(f"{_A.format(v=3)} {verb}/VBD/0/ROOT {rest}") == expected


def test_two_negations_of_an_infinitive_leave_it_open_or_positive() -> None:
    sentence = (
        "Oxley/NNP/5/nsubj Council/NNP/1/flat did/do/VBD/5/aux not/RB/5/advmod refuse/VB/0/ROOT to/TO/7/mark "
        "close/VB/5/xcomp the/DT/9/det ferry/NN/7/obj ././5/punct"
    )
    assert _reality(sentence)[1] is Polarity.POSITIVE


def test_what_is_denied_is_negative_and_told_by_who_denies_it() -> None:
    extraction = reading(
        doc(
            "Helen/NNP/3/nsubj Marsh/NNP/1/flat denied/deny/VBD/0/ROOT that/IN/8/mark Oxley/NNP/8/nsubj "
            "Council/NNP/5/flat had/have/VBD/8/aux rejected/reject/VBN/3/ccomp the/DT/10/det plan/NN/8/obj "
            "././3/punct",
            names={"Helen Marsh": "PERSON"},
        )
    )
    reject, deny = only(extraction, "Reject"), only(extraction, "Deny")
    assert (reject.modality, reject.polarity) == (Modality.ACTUAL, Polarity.NEGATIVE)
    assert (deny.modality, deny.polarity) == REAL, "the denial itself took place"
    assert reject.quote is not None and reject.quote.negative and reject.quote.speaker == "HelenMarsh"


def test_the_future_of_the_past_is_a_plan() -> None:
    reject = only(
        reading(
            doc(
                "Helen/NNP/3/nsubj Marsh/NNP/1/flat said/say/VBD/0/ROOT that/IN/8/mark Oxley/NNP/8/nsubj "
                "Council/NNP/5/flat would/MD/8/aux reject/VB/3/ccomp the/DT/10/det plan/NN/8/obj ././3/punct",
                names={"Helen Marsh": "PERSON"},
            )
        ),
        "Reject",
    )
    assert reject.modality is Modality.PLANNED


def test_no_as_a_determiner_denies() -> None:
    sentence = (
        "No/DT/2/det council/NN/3/nsubj closed/close/VBD/0/ROOT the/DT/5/det ferry/NN/3/obj ././3/punct"
    )
    assert _reality(sentence) == (Modality.ACTUAL, Polarity.NEGATIVE)


def test_no_in_a_name_denies_nothing() -> None:
    sentence = (
        "A/DT/4/det No/DT/4/det 10/CD/4/nummod spokesman/NN/5/nsubj closed/close/VBD/0/ROOT the/DT/7/det "
        "ferry/NN/5/obj ././5/punct"
    )
    assert _reality(sentence) == REAL


CONDITION = (
    "If/IN/4/mark Oxley/NNP/4/nsubj Council/NNP/2/flat rejects/reject/VBZ/11/advcl the/DT/6/det "
    "plan/NN/4/obj ,/,/4/punct "
    "Dunmore/NNP/11/nsubj Trust/NNP/8/flat will/MD/11/aux close/VB/0/ROOT the/DT/13/det mill/NN/11/obj "
    "././11/punct"
)


def test_a_condition_asserts_nothing() -> None:
    extraction = reading(doc(CONDITION, names={"Dunmore Trust": "ORG"}))
    assert not of_action(extraction, "Reject")
    assert "condition" in dict((extraction.article.words(p), why) for p, why in extraction.unread)["rejects"]


def test_a_question_asserts_nothing() -> None:
    extraction = reading(
        doc(
            "Did/do/VBD/4/aux Oxley/NNP/4/nsubj Council/NNP/2/flat reject/VB/0/ROOT the/DT/6/det "
            "plan/NN/4/obj ?/./4/punct"
        )
    )
    assert not extraction.statements


def test_a_noun_presupposes_what_it_names_unless_it_is_only_wished_for() -> None:
    presupposed = reading(
        doc(
            "Oxley/NNP/4/nmod:poss Council/NNP/1/flat ’s/POS/1/case rejection/NN/8/nsubj of/IN/7/case "
            "the/DT/7/det "
            "plan/NN/4/nmod shocked/shock/VBD/0/ROOT residents/resident/NNS/8/obj ././8/punct"
        )
    )
    reject = only(presupposed, "Reject")
    assert (reject.modality, reject.polarity) == REAL
    wished = reading(
        doc(
            "Helen/NNP/3/nsubj Marsh/NNP/1/flat demanded/demand/VBD/0/ROOT Oxley/NNP/7/nmod:poss "
            "Council/NNP/4/flat "
            "’s/POS/4/case rejection/NN/3/obj of/IN/10/case the/DT/10/det plan/NN/7/nmod ././3/punct",
            names={"Helen Marsh": "PERSON"},
        )
    )
    assert only(wished, "Reject").modality is not Modality.ACTUAL


def test_a_headline_with_to_tells_a_plan() -> None:
    statement = only(
        reading(doc("Oxley/NNP/4/nsubj Council/NNP/1/flat to/TO/4/mark reject/VB/0/ROOT plan/NN/4/obj")),
        "Reject",
    )
    assert (statement.modality, statement.asserted) == (Modality.PLANNED, True)


def test_what_an_aside_calls_hearsay_is_not_vouched_for() -> None:
    told = "Oxley/NNP/3/nsubj Council/NNP/1/flat rejected/reject/VBD/0/ROOT the/DT/5/det plan/NN/3/obj"
    aside = ",/,/10/punct or/CC/10/cc so/RB/10/advmod Hale/NNP/10/nsubj insists/insist/VBZ/3/parataxis"
    assert only(reading(doc(f"{told} ././3/punct")), "Reject").asserted
    assert not only(reading(doc(f"{told} {aside} ././3/punct")), "Reject").asserted


def test_a_clause_that_begins_with_its_auxiliary_only_supposes() -> None:
    had = "Had/have/VBD/4/aux Oxley/NNP/4/nsubj Council/NNP/2/flat rejected/reject/VBN/0/ROOT plan/NN/4/obj"
    assert of_action(reading(doc(f"{had} ././4/punct")), "Reject") == []
    never = (
        "Never/RB/5/advmod had/have/VBD/5/aux Oxley/NNP/5/nsubj Council/NNP/3/flat rejected/reject/VBN/0/ROOT"
    )
    assert of_action(reading(doc(f"{never} plan/NN/5/obj ././5/punct")), "Reject") != []

"""Plans that came to nothing: nobody vouches for them, and what came instead is a fact; by hand."""

from __future__ import annotations

import pytest

from kg.model import Modality, Polarity

from .by_hand import doc, filled, of_action, only, reading

_NAMES = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON"}
_ACTUAL = (Modality.ACTUAL, Polarity.POSITIVE, True)


def _of(sentence: str, action: str) -> tuple[Modality, Polarity, bool]:
    found = only(reading(doc(sentence, names=_NAMES)), action)
    return found.modality, found.polarity, found.asserted


def _plan(verb: str, noun: str, *, before: str = "") -> str:
    """ "Ada Hale <verb> her <noun> to sue Jon Marsh." """
    add = len(before.split())
    v = 3 + add
    return (
        f"Ada/NNP/{v}/nsubj Hale/NNP/1/flat {before} {verb}/0/ROOT her/PRP$/{v + 2}/nmod:poss "
        f"{noun}/NN/{v}/obj to/TO/{v + 4}/mark sue/VB/{v + 2}/acl Jon/NNP/{v + 4}/obj Marsh/NNP/{v + 5}/flat "
        f"././{v}/punct"
    )


@pytest.mark.parametrize(
    ("verb", "noun", "vouched"),
    [
        ("broke/break/VBD", "promise", False),
        ("reversed/reverse/VBD", "decision", False),
        ("abandoned/abandon/VBD", "plan", False),
        ("kept/keep/VBD", "promise", True),
        ("defended/defend/VBD", "decision", True),
    ],
)
def test_a_promise_that_is_broken_is_no_plan(verb: str, noun: str, vouched: bool) -> None:
    assert _of(_plan(verb, noun), "Sue") == (Modality.PLANNED, Polarity.POSITIVE, vouched)


def test_a_promise_that_is_not_kept_is_broken() -> None:
    denied = _plan("keep/VB", "promise", before="did/do/VBD/5/aux not/RB/5/advmod")
    assert _of(denied, "Sue") == (Modality.PLANNED, Polarity.POSITIVE, False)


def test_going_back_on_a_pledge_breaks_it() -> None:
    back = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat went/go/VBD/0/ROOT back/RB/3/advmod on/IN/7/case "
        "her/PRP$/7/nmod:poss pledge/NN/4/obl to/TO/9/mark sue/VB/7/acl Jon/NNP/9/obj Marsh/NNP/10/flat "
        "././3/punct"
    )
    assert _of(back, "Sue") == (Modality.PLANNED, Polarity.POSITIVE, False)


def test_a_plan_that_falls_through_is_none() -> None:
    through = (
        "Ada/NNP/4/nmod:poss Hale/NNP/1/flat 's/POS/1/case plan/NN/9/nsubj to/TO/6/mark sue/VB/4/acl "
        "Jon/NNP/6/obj Marsh/NNP/7/flat collapsed/collapse/VBD/0/ROOT ././9/punct"
    )
    assert _of(through, "Sue") == (Modality.PLANNED, Polarity.POSITIVE, False)


#: "Ada Hale was due to meet Jon Marsh", as parsers read it: "due to" as a preposition, or rightly.
_DUE = (
    "Ada/NNP/6/nsubj Hale/NNP/1/flat was/be/VBD/6/cop due/JJ/6/advmod to/TO/4/fixed meet/VB/0/ROOT "
    "Jon/NNP/6/obj Marsh/NNP/7/flat",
    "Ada/NNP/4/nsubj Hale/NNP/1/flat was/be/VBD/4/cop due/JJ/0/ROOT to/TO/6/mark meet/VB/4/advcl "
    "Jon/NNP/6/obj Marsh/NNP/7/flat",
)


@pytest.mark.parametrize("due", _DUE)
def test_due_to_before_a_verb_is_no_preposition(due: str) -> None:
    read = reading(doc(f"{due} ././4/punct", names=_NAMES))
    met = only(read, "Meet")
    assert (met.modality, met.asserted) == (Modality.PLANNED, True)
    assert filled(read, met) == {"agent": "Ada Hale", "coAgent": "Jon Marsh"}


@pytest.mark.parametrize("due", _DUE)
def test_what_somebody_was_due_to_do_but_did_not_is_not_vouched_for(due: str) -> None:
    cancelled = f"{due} but/CC/10/cc cancelled/cancel/VBD/6/conj ././6/punct"
    assert _of(cancelled, "Meet") == (Modality.PLANNED, Polarity.POSITIVE, False)
    assert _of(cancelled, "Cancel") == _ACTUAL


@pytest.mark.parametrize(
    ("verb", "vouched"),
    [
        ("had/have/VBD/4/aux planned/plan/VBN", False),
        ("had/have/VBD/4/aux promised/promise/VBN", True),
        ("was/be/VBD/4/aux going/go/VBG", False),
        ("is/be/VBZ/4/aux going/go/VBG", True),
        ("has/have/VBZ/4/aux planned/plan/VBN", True),
    ],
)
def test_what_had_been_meant_may_not_have_come(verb: str, vouched: bool) -> None:
    meant = (
        f"Ada/NNP/4/nsubj Hale/NNP/1/flat {verb}/0/ROOT to/TO/6/mark sue/VB/4/xcomp Jon/NNP/6/obj "
        "Marsh/NNP/7/flat ././4/punct"
    )
    assert _of(meant, "Sue") == (Modality.PLANNED, Polarity.POSITIVE, vouched)


def _promised(rest: str) -> str:
    return (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat promised/promise/VBD/0/ROOT to/TO/5/mark sue/VB/3/xcomp "
        f"Jon/NNP/5/obj Marsh/NNP/6/flat but/CC/10/cc {rest} ././3/punct"
    )


def test_a_promise_stands_unless_it_is_said_to_be_broken() -> None:
    never = _promised("never/RB/10/advmod did/do/VBD/3/conj")
    assert not only(reading(doc(never, names=_NAMES)), "Sue").asserted
    else_ = _promised("also/RB/10/advmod resigned/resign/VBD/3/conj")
    assert only(reading(doc(else_, names=_NAMES)), "Sue").asserted


def test_what_somebody_stops_for_is_not_what_stops() -> None:
    stopped = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat stopped/stop/VBD/0/ROOT to/TO/5/mark praise/VB/3/xcomp "
        "Jon/NNP/5/obj Marsh/NNP/6/flat ././3/punct"
    )
    assert _of(stopped, "Praise") == (Modality.PLANNED, Polarity.POSITIVE, False)
    ended = stopped.replace("to/TO/5/mark praise/VB", "not/RB/5/advmod praising/praise/VBG")
    ended = ended.replace("not/RB/5/advmod", "openly/RB/5/advmod")
    assert _of(ended, "Praise")[1] is Polarity.NEGATIVE


@pytest.mark.parametrize("verb", ["tried/try", "wanted/want"])
def test_for_what_somebody_is_tried_is_no_deed(verb: str) -> None:
    tried = (
        f"Ada/NNP/4/nsubj:pass Hale/NNP/1/flat is/be/VBZ/4/aux:pass {verb}/VBN/0/ROOT for/IN/6/mark "
        "attacking/attack/VBG/4/advcl Jon/NNP/6/obj Marsh/NNP/7/flat ././4/punct"
    )
    assert of_action(reading(doc(tried, names=_NAMES)), "Attack") == []

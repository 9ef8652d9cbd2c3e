"""How real an infinitive is: arranged, pending, perfect, or only told; on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Modality, Polarity

from .by_hand import doc, only, reading

NAMES = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON"}
#: Who does it by the words of a passive.
_BY = "by/IN/{n}/case Jon/NNP/{v}/obl:agent Marsh/NNP/{n}/flat ././{v}/punct"


def _of(sentence: str, action: str) -> tuple[Modality, Polarity, bool]:
    found = only(reading(doc(sentence, names=NAMES)), action)
    return found.modality, found.polarity, found.asserted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["is/be/VBZ/{v}/aux"], (Modality.PLANNED, Polarity.POSITIVE)),
        (["was/be/VBD/{v}/aux"], (Modality.PLANNED, Polarity.POSITIVE)),
        (["is/be/VBZ/{v}/aux", "not/RB/{v}/advmod"], (Modality.PLANNED, Polarity.NEGATIVE)),
        (["is/be/VBZ/{v}/aux", "yet/RB/{v}/advmod"], (Modality.ACTUAL, Polarity.NEGATIVE)),
    ],
    ids=("is to be", "was to be", "is not to be", "is yet to be"),
)
def test_a_form_of_be_before_to_arranges_a_passive_too(
    words: list[str], expected: tuple[Modality, Polarity]
) -> None:
    verb = 5 + len(words)
    between = " ".join(word.format(v=verb) for word in words)
    subject = f"Ada/NNP/{verb}/nsubj:pass Hale/NNP/1/flat"
    rest = f"to/TO/{verb}/mark be/VB/{verb}/aux:pass sacked/sack/VBN/0/ROOT {_BY.format(v=verb, n=verb + 2)}"
    assert _of(f"{subject} {between} {rest}", "Dismiss") == (*expected, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["yet/RB/{v}/advmod"], (Modality.ACTUAL, Polarity.NEGATIVE)),
        (["still/RB/{v}/advmod"], (Modality.ACTUAL, Polarity.NEGATIVE)),
        ([], (Modality.OBLIGED, Polarity.POSITIVE)),
    ],
    ids=("has yet to", "has still to", "has to"),
)
def test_a_form_of_have_before_to_says_what_is_still_to_come(
    words: list[str], expected: tuple[Modality, Polarity]
) -> None:
    verb = 5 + len(words)
    between = " ".join(["has/have/VBZ/{v}/aux", *words, "to/TO/{v}/mark"]).format(v=verb)
    subject = f"Ada/NNP/{verb}/nsubj Hale/NNP/1/flat"
    rest = f"sack/VB/0/ROOT Jon/NNP/{verb}/obj Marsh/NNP/{verb + 1}/flat ././{verb}/punct"
    assert _of(f"{subject} {between} {rest}", "Dismiss") == (*expected, True)


def _under(above: str, *, passive: bool, auxiliary: str, form: str) -> str:
    """ "Ada Hale … to <auxiliary> <form> Jon Marsh." under a verb."""
    verb = 4 if passive else 3
    subject = f"Ada/NNP/{verb}/nsubj{':pass' if passive else ''} Hale/NNP/1/flat"
    governing = f"{'was/be/VBD/4/aux:pass ' if passive else ''}{above}/0/ROOT"
    own = verb + 3
    return (
        f"{subject} {governing} to/TO/{own}/mark {auxiliary}/VB/{own}/aux {form}/{verb}/xcomp "
        f"Jon/NNP/{own}/obj Marsh/NNP/{own + 1}/flat ././{verb}/punct"
    )


def test_a_be_behind_to_is_no_plan() -> None:
    seems = _under("seems/seem/VBZ", passive=False, auxiliary="be", form="backing/back/VBG")
    assert _of(seems, "Support") == (Modality.POSSIBLE, Polarity.POSITIVE, True)
    rumoured = _under("rumoured/rumour/VBN", passive=True, auxiliary="be", form="backing/back/VBG")
    assert _of(rumoured, "Support") == (Modality.ACTUAL, Polarity.POSITIVE, False)


@pytest.mark.parametrize("word", ["rumoured/rumour", "reputed/repute", "held/hold"])
def test_what_is_rumoured_to_have_been_is_not_vouched_for(word: str) -> None:
    told = _under(f"{word}/VBN", passive=True, auxiliary="have", form="backed/back/VBN")
    assert _of(told, "Support") == (Modality.ACTUAL, Polarity.POSITIVE, False)


def test_what_ought_or_was_to_have_been_is_not_vouched_for() -> None:
    ought = _under("ought/MD", passive=False, auxiliary="have", form="backed/back/VBN")
    assert _of(ought, "Support") == (Modality.OBLIGED, Polarity.POSITIVE, False)
    was = (
        "Ada/NNP/6/nsubj Hale/NNP/1/flat was/be/VBD/6/aux to/TO/6/mark have/VB/6/aux backed/back/VBN/0/ROOT "
        "Jon/NNP/6/obj Marsh/NNP/7/flat ././6/punct"
    )
    assert not only(reading(doc(was, names=NAMES)), "Support").asserted


def test_what_somebody_has_yet_to_do_has_not_been_done() -> None:
    pending = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat has/have/VBZ/0/ROOT yet/RB/3/advmod to/TO/6/mark back/VB/3/xcomp "
        "Jon/NNP/6/obj Marsh/NNP/7/flat ././3/punct"
    )
    assert _of(pending, "Support") == (Modality.ACTUAL, Polarity.NEGATIVE, True)
    has_to = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat has/have/VBZ/0/ROOT to/TO/5/mark back/VB/3/xcomp "
        "Jon/NNP/5/obj Marsh/NNP/6/flat ././3/punct"
    )
    assert _of(has_to, "Support") == (Modality.OBLIGED, Polarity.POSITIVE, True)


def test_what_is_ruled_out_will_not_be() -> None:
    out = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat ruled/rule/VBD/0/ROOT out/RP/3/compound:prt suing/sue/VBG/3/advcl "
        "Jon/NNP/5/obj Marsh/NNP/6/flat ././3/punct"
    )
    assert _of(out, "Sue") == (Modality.PLANNED, Polarity.NEGATIVE, True)


@pytest.mark.parametrize("negation", ["n't", "n’t", "not"])
def test_not_just_denies_nothing(negation: str) -> None:
    just = (
        f"Ada/NNP/6/nsubj Hale/NNP/1/flat did/do/VBD/6/aux {negation}/not/RB/6/advmod just/RB/6/advmod "
        "sue/VB/0/ROOT Jon/NNP/6/obj Marsh/NNP/7/flat ././6/punct"
    )
    assert _of(just, "Sue") == (Modality.ACTUAL, Polarity.POSITIVE, True)

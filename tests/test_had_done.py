"""What somebody has others do or has done, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, filled, of_action, only, reading


def _read(sentence: str) -> Extraction:
    people = ("Ada Hale", "Jon Marsh", "Ben Reed")
    text = " ".join(word.split("/")[0] for word in sentence.split())
    return reading(doc(sentence, names={name: "PERSON" for name in people if name in text}))


def test_a_verb_behind_what_is_done_goes_on_from_had() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat dragged/drag/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
        "from/IN/8/case his/PRP$/8/nmod:poss house/NN/3/obl ,/,/10/punct had/have/VBD/3/conj "
        "Ben/NNP/10/obj Reed/NNP/11/flat kneel/VB/10/xcomp and/CC/15/cc shot/shoot/VBD/13/conj "
        "him/he/PRP/15/obj ././3/punct"
    )
    shot = only(read, "Injure")
    assert filled(read, shot)["agent"] == "Ada Hale"
    assert shot.modality.name == "ACTUAL"
    assert shot.asserted


@pytest.mark.parametrize("had", ["3/have/VBD/14/ccomp", "14/have/VBD/14/aux"])
def test_what_is_done_is_not_the_speakers_deed(had: str) -> None:
    of, written = had.split("/", 1)
    read = _read(
        f"Ada/NNP/{of}/nsubj Hale/NNP/1/flat had/{written} the/DT/5/det editor/NN/3/obj "
        "arrested/arrest/VBN/14/ccomp and/CC/10/cc his/PRP$/9/nmod:poss newspaper/NN/10/nsubj "
        "closed/close/VBD/6/conj ,/,/1/punct Ben/NNP/14/nsubj Reed/NNP/12/flat said/say/VBD/0/ROOT "
        "././14/punct"
    )
    assert filled(read, only(read, "Arrest")) == {"theme": "editor"}
    assert filled(read, only(read, "Close")) == {"theme": "his newspaper"}
    assert not only(read, "Arrest").asserted


def test_whoever_is_had_killed_kills_nobody() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat had/have/VBD/0/ROOT Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "killed/kill/VBN/3/xcomp ././3/punct"
    )
    (killed,) = of_action(read, "Kill")
    assert filled(read, killed) == {"theme": "Jon Marsh"}
    assert not killed.asserted


def test_whoever_is_had_elected_stands_before_it() -> None:
    read = _read(
        "Ada/NNP/5/nsubj Hale/NNP/1/flat had/have/VBD/5/aux himself/PRP/5/obj elected/elect/VBN/0/ROOT "
        "leader/NN/5/obj ././5/punct"
    )
    elected = of_action(read, "Elect")
    assert elected
    assert not any("agent" in filled(read, statement) or statement.asserted for statement in elected)


def test_what_two_have_done_to_them_is_not_their_deed() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat had/have/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
        "sacked/sack/VBN/3/xcomp and/CC/10/cc Ben/NNP/10/nsubj Reed/NNP/8/flat arrested/arrest/VBD/3/conj "
        "././3/punct"
    )
    assert filled(read, only(read, "Arrest")) == {"theme": "Ben Reed"}
    assert not only(read, "Arrest").asserted


def test_whoever_is_asked_stands_before_what_they_are_asked_for() -> None:
    read = _read(
        "Ada/NNP/4/nsubj Hale/NNP/1/flat has/have/VBZ/4/aux asked/ask/VBN/0/ROOT police/NNS/7/obj "
        "to/TO/7/mark "
        "investigate/VB/4/xcomp Jon/NNP/7/obl Marsh/NNP/8/flat ././4/punct"
    )
    assert filled(read, only(read, "Investigate"))["agent"] == "police"
    assert filled(read, only(read, "Request"))["addressee"] == "police"


def test_whoever_is_charged_did_what_they_are_charged_with() -> None:
    read = _read(
        "Ben/NNP/9/nsubj Reed/NNP/1/flat ,/,/6/punct whom/WP/6/obj police/NNS/6/nsubj "
        "charged/charge/VBD/1/acl:relcl with/IN/8/mark attacking/attack/VBG/6/advcl left/leave/VBD/0/ROOT "
        "././9/punct"
    )
    assert all(filled(read, s).get("agent") != "police" for s in of_action(read, "Attack"))


def test_whoever_stands_between_had_and_a_participle_has_it_done_to_them() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat had/have/VBD/6/aux Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "sacked/sack/VBN/0/ROOT and/CC/8/cc bought/buy/VBD/6/conj the/DT/10/det paper/NN/8/obj ././6/punct"
    )
    assert filled(read, only(read, "Dismiss")) == {"theme": "Jon Marsh"}
    assert filled(read, only(read, "Buy"))["agent"] == "Ada Hale"

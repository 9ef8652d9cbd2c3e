"""Clauses that are set in a tale, a play, an exercise or a theory; on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, only, reading

NAMES = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON"}


def _vouched(sentence: str, action: str = "Attack") -> bool:
    return only(reading(doc(sentence, names=NAMES)), action).asserted


def _opened(preposition: str, words: str, noun: str, verb: str) -> str:
    """ "In the …, Ada Hale attacked Jon Marsh." """
    return (
        f"{preposition}/IN/3/case {words} {noun}/NN/7/obl ,/,/3/punct Ada/NNP/7/nsubj "
        f"Hale/NNP/5/flat {verb}/0/ROOT "
        "Jon/NNP/7/obj Marsh/NNP/8/flat ././7/punct"
    )


@pytest.mark.parametrize(
    ("preposition", "words", "noun", "verb", "vouched"),
    [
        ("In", "the/DT/3/det", "novel", "attacked/attack/VBD", False),
        ("In", "the/DT/3/det", "exercise", "attacked/attack/VBD", False),
        ("In", "the/DT/3/det", "film", "attacks/attack/VBZ", False),
        ("In", "the/DT/3/det", "film", "attacked/attack/VBD", True),
        ("In", "fake/JJ/3/amod", "video", "attacked/attack/VBD", False),
        ("In", "new/JJ/3/amod", "video", "attacked/attack/VBD", True),
        ("By", "all/DT/3/det", "accounts", "attacked/attack/VBD", False),
        ("Under", "the/DT/3/det", "plan", "attacks/attack/VBZ", False),
        ("Under", "the/DT/3/det", "plan", "attacked/attack/VBD", True),
        ("In", "the/DT/3/det", "street", "attacked/attack/VBD", True),
    ],
)
def test_what_opens_a_clause(preposition: str, words: str, noun: str, verb: str, vouched: bool) -> None:
    assert _vouched(_opened(preposition, words, noun, verb)) is vouched


@pytest.mark.parametrize(("noun", "vouched"), [("novel", False), ("exercise", True), ("film", True)])
def test_what_closes_a_clause(noun: str, vouched: bool) -> None:
    closed = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT Jon/NNP/3/obj "
        "Marsh/NNP/4/flat in/IN/8/case "
        f"the/DT/8/det {noun}/NN/3/obl ././3/punct"
    )
    assert _vouched(closed) is vouched


def _told(verb: str) -> str:
    return (
        f"The/DT/2/det film/NN/3/nsubj {verb}/0/ROOT Ada/NNP/3/obj Hale/NNP/4/flat "
        f"as/IN/8/mark she/PRP/8/nsubj "
        "attacks/attack/VBZ/3/advcl Jon/NNP/8/obj Marsh/NNP/9/flat ././3/punct"
    )


def test_what_a_film_tells_is_a_tale() -> None:
    assert not _vouched(_told("follows/follow/VBZ"))
    assert _vouched(_told("angers/anger/VBZ"))


def _played(verb: str) -> str:
    return (
        f"Jon/NNP/3/nsubj Marsh/NNP/1/flat {verb}/0/ROOT Ada/NNP/3/obj Hale/NNP/4/flat "
        f",/,/8/punct who/WP/8/nsubj "
        "attacks/attack/VBZ/4/acl:relcl the/DT/10/det mayor/NN/8/obj ././3/punct"
    )


def test_what_a_part_does_is_a_tale() -> None:
    assert not _vouched(_played("plays/play/VBZ"))
    assert _vouched(_played("meets/meet/VBZ"))


@pytest.mark.parametrize("word", ["perhaps", "possibly", "allegedly"])
def test_a_doubt_about_who_did_it(word: str) -> None:
    by = (
        f"Jon/NNP/4/nsubj:pass Marsh/NNP/1/flat was/be/VBD/4/aux:pass attacked/attack/VBN/0/ROOT ,/,/7/punct "
        f"{word}/RB/8/advmod by/IN/8/case Ada/NNP/4/obl:agent Hale/NNP/8/flat ././4/punct"
    )
    assert not _vouched(by)
    assert _vouched(by.replace(f"{word}/RB", "today/RB"))

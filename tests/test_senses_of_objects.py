"""Verbs whose object, subject or preposition tells a sense of another class, or of none."""

from __future__ import annotations

import pytest

from .by_hand import doc, filled, of_action, reading

_NAMES = {"Hale": "PERSON", "Marsh": "PERSON"}


def _told(sentence: str) -> str | None:
    """The action of the main verb of a bare sentence: ``Hale broke/break the/DT pier``."""
    who, verb, *rest = sentence.split()
    subject = f"{who}/NNP/2/nsubj" if who in _NAMES else f"{who}/{who.lower().removesuffix('s')}/NNS/2/nsubj"
    words = [subject, f"{verb}/VBD/0/ROOT"]
    last = len(rest) + 2
    words += [f"{word}/{last}/det" for word in rest[:-1]]
    words += [f"{rest[-1]}/NN/2/obj", "././2/punct"]
    made = doc(" ".join(words))
    extraction = reading(doc(" ".join(words), names={n: k for n, k in _NAMES.items() if n in made.text}))
    found = {s.action for s in extraction.statements if s.trigger.start == made[1].idx}
    assert len(found) < 2
    return next(iter(found), None)


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Hale destroyed/destroy the/DT pier", "Destroy"),
        ("Hale destroyed/destroy her/PRP$ reputation", "Harm"),
        ("Hale destroyed/destroy the/DT argument", "Action"),
        ("Hale created/create a/DT body", "Establish"),
        ("Hale created/create a/DT headache", "Cause"),
        ("Hale created/create the/DT illusion", "Action"),
        ("Hale kept/keep her/PRP$ seat", "Keep"),
        ("Hale kept/keep her/PRP$ pledge", "Complete"),
        ("Hale cut/cut the/DT fee", "Reduce"),
        ("Hale cut/cut the/DT ribbon", "Action"),
        ("Hale quashed/quash the/DT ruling", "Overturn"),
        ("Hale quashed/quash the/DT rumour", "Action"),
        ("Hale lost/lose her/PRP$ seat", "Lose"),
        ("Hale lost/lose her/PRP$ brother", "Action"),
        ("Hale found/find the/DT cause", "Find"),
        ("Hale found/find a/DT job", "Action"),
        ("Hale hired/hire a/DT clerk", "Hire"),
        ("Hale hired/hire a/DT hall", "Action"),
        ("Hale escaped/escape the/DT jail", "Flee"),
        ("Hale escaped/escape the/DT blame", "Action"),
        ("Hale respected/respect the/DT verdict", "Action"),
        ("Hale captured/capture the/DT nomination", "Win"),
        ("Hale seized/seize the/DT moment", "Action"),
        ("Hale sent/send a/DT signal", "Action"),
        ("Hale learned/learn her/PRP$ lesson", "Action"),
        ("Hale saw/see the/DT ship", "Perceive"),
        ("Hale saw/see the/DT need", "Action"),
        ("Plans saw/see the/DT ship", None),
        ("Hale favoured/favour the/DT plan", "Support"),
        ("Trends favoured/favour the/DT plan", None),
        ("Hale raised/raise the/DT question", "Express"),
        ("Reports raised/raise the/DT question", None),
    ],
)
def test_what_fills_the_slots_parts_the_senses(sentence: str, action: str | None) -> None:
    assert _told(sentence) == action


@pytest.mark.parametrize(
    ("verb", "word", "themes"),
    [
        ("complied/comply", "with", ["order"]),
        ("trembled/tremble", "with", [None]),
        ("pored/pore", "over", ["order"]),
        ("crumbled/crumble", "over", [None]),
        ("jockeyed/jockey", "for", ["order"]),
        ("travelled/travel", "for", [None]),
    ],
)
def test_a_preposition_leads_to_an_object_after_some_verbs(
    verb: str, word: str, themes: list[str | None]
) -> None:
    tree = f"Hale/NNP/2/nsubj {verb}/VBD/0/ROOT {word}/IN/4/case order/NN/2/obl ././2/punct"
    extraction = reading(doc(tree, names={"Hale": "PERSON"}))
    assert [filled(extraction, s).get("theme") for s in of_action(extraction, "Action")] == themes


def test_an_election_in_a_place_is_won_there() -> None:
    tree = (
        "Hale/NNP/2/nsubj defeated/defeat/VBD/0/ROOT Marsh/NNP/2/obj in/IN/5/case Oxley/NNP/2/obl ././2/punct"
    )
    extraction = reading(doc(tree, names={**_NAMES, "Oxley": "LOC"}))
    (statement,) = of_action(extraction, "Defeat")
    assert filled(extraction, statement) == {"agent": "Hale", "theme": "Marsh", "place": "Oxley"}

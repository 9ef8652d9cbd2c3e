"""How far something is so: "mainly not", "not yet fully", "barely", "almost", "did little to"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.gate import is_edge
from kg.model import Degree, Modality, Passage, Polarity, Statement, words_of
from kg.ontology import load, read_turtle
from kg.resources import ONTOLOGY
from kg.view.article.told import certainty, verb

from .by_hand import doc, of_action, only, reading

POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE


def _reject(*before: str, after: str = "") -> Statement:
    """ "Oxley Council … rejected the plan …" with words that hang on the verb."""
    verb = 3 + len(before)
    auxiliary = any("/MD/" in word or "/aux" in word for word in before)
    rejected = "reject/VB" if auxiliary else "rejected/reject/VBD"
    words = [
        f"Oxley/NNP/{verb}/nsubj Council/NNP/1/flat",
        *(word.format(v=verb) for word in before),
        f"{rejected}/0/ROOT the/DT/{verb + 2}/det plan/NN/{verb}/obj",
        after.format(v=verb),
        f"././{verb}/punct",
    ]
    return only(reading(doc(" ".join(filter(None, words)))), "Reject")


DID = "did/do/VBD/{v}/aux"


@pytest.mark.parametrize(
    ("before", "polarity", "degree"),
    [
        (["largely/RB/{v}/advmod"], POSITIVE, Degree.MAINLY),
        (["partly/RB/{v}/advmod"], POSITIVE, Degree.PARTLY),
        (["barely/RB/{v}/advmod"], NEGATIVE, Degree.HARDLY),
        (["seldom/RB/{v}/advmod"], NEGATIVE, Degree.HARDLY),
        (["almost/RB/{v}/advmod"], NEGATIVE, Degree.ALMOST),
        (["nearly/RB/{v}/advmod"], NEGATIVE, Degree.ALMOST),
        ([DID, "mainly/RB/{v}/advmod", "not/RB/{v}/advmod"], NEGATIVE, Degree.MAINLY),
        ([DID, "not/RB/{v}/advmod", "fully/RB/{v}/advmod"], NEGATIVE, Degree.NOT_FULLY),
        (
            [DID, "not/RB/{v}/advmod", "yet/RB/{v}/advmod", "entirely/RB/{v}/advmod"],
            NEGATIVE,
            Degree.NOT_FULLY,
        ),
        ([DID, "not/RB/{v}/advmod", "properly/RB/{v}/advmod"], NEGATIVE, Degree.TOO_LITTLE),
        (["almost/RB/4/advmod", "never/RB/{v}/advmod"], NEGATIVE, Degree.HARDLY),
        (["fully/RB/{v}/advmod"], POSITIVE, None),
        ([DID, "not/RB/{v}/advmod"], NEGATIVE, None),
    ],
    ids=lambda case: " ".join(word.split("/")[0] for word in case) if isinstance(case, list) else "",
)
def test_an_adverb_tells_how_far(before: list[str], polarity: Polarity, degree: Degree | None) -> None:
    statement = _reject(*before)
    assert (statement.polarity, statement.degree, statement.asserted) == (polarity, degree, True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["almost/RB/4/advmod", "certainly/RB/{v}/advmod"], ""),
        ([], "mainly/RB/{v}/advmod on/IN/8/case cost/NN/{v}/obl"),
    ],
    ids=["almost certainly", "mainly on cost"],
)
def test_an_adverb_of_something_else_does_not(before: list[str], after: str) -> None:
    statement = _reject(*before, after=after)
    assert (statement.polarity, statement.degree) == (POSITIVE, None)


def test_nearly_behind_its_verb_leaves_it_open() -> None:
    statement = _reject(after="nearly/RB/{v}/advmod twice/RB/{v}/advmod")
    assert (statement.polarity, statement.degree, statement.asserted) == (POSITIVE, None, False)


@pytest.mark.parametrize(
    ("amount", "negative", "polarity", "degree"),
    [
        (["little/JJ/{d}/obj"], False, NEGATIVE, Degree.HARDLY),
        (["too/RB/{n}/advmod", "little/JJ/{d}/obj"], False, NEGATIVE, Degree.TOO_LITTLE),
        (["nothing/NN/{d}/obj"], False, NEGATIVE, None),
        (["enough/JJ/{d}/obj"], True, NEGATIVE, Degree.TOO_LITTLE),
        (["much/JJ/{d}/obj"], True, NEGATIVE, Degree.HARDLY),
    ],
    ids=lambda case: " ".join(word.split("/")[0] for word in case) if isinstance(case, list) else "",
)
def test_what_little_was_done_to_bring_it_about(
    amount: list[str], negative: bool, polarity: Polarity, degree: Degree | None
) -> None:
    found = _done_to_help(amount, negative=negative)
    assert (found.modality, found.polarity, found.degree) == (Modality.ACTUAL, polarity, degree)
    agent = found.filler("agent")
    assert agent is not None and agent.entity == "OxleyCouncil"


@pytest.mark.parametrize("amount", ["enough/JJ/{d}/obj", "it/PRP/{d}/obj"])
def test_what_was_done_for_a_purpose_is_no_more_than_that(amount: str) -> None:
    assert not _done_to_help([amount], negative=False).asserted


def _done_to_help(amount: list[str], *, negative: bool) -> Statement:
    do = 5 if negative else 3
    noun = do + len(amount)
    words = [
        f"Oxley/NNP/{do}/nsubj Council/NNP/1/flat",
        *([f"has/have/VBZ/{do}/aux", f"not/RB/{do}/advmod"] if negative else []),
        "done/do/VBN/0/ROOT" if negative else "did/do/VBD/0/ROOT",
        *(word.format(d=do, n=noun) for word in amount),
        f"to/TO/{noun + 2}/mark help/VB/{do}/advcl",
        f"Ben/NNP/{noun + 2}/obj Reed/NNP/{noun + 3}/flat ././{do}/punct",
    ]
    (found,) = of_action(reading(doc(" ".join(words))), "Aid")
    return found


def test_what_is_so_to_a_degree_earns_no_edge() -> None:
    plain = _reject()
    assert is_edge(plain, "OxleyCouncil")
    assert not is_edge(replace(plain, degree=Degree.PARTLY), "OxleyCouncil")
    assert not is_edge(_reject(DID, "mainly/RB/{v}/advmod", "not/RB/{v}/advmod"), "OxleyCouncil")


@pytest.mark.parametrize(
    ("polarity", "degree", "read", "sure"),
    [
        (POSITIVE, Degree.MAINLY, "mainly rejected", "told as mainly done"),
        (NEGATIVE, Degree.MAINLY, "mainly did not reject", "told as mainly not done"),
        (NEGATIVE, Degree.NOT_FULLY, "not fully rejected", "told as not fully done"),
        (NEGATIVE, Degree.HARDLY, "hardly rejected", "told as hardly done"),
        (NEGATIVE, Degree.TOO_LITTLE, "rejected too little", "told as done too little"),
        (NEGATIVE, Degree.ALMOST, "almost rejected", "told as almost done"),
    ],
)
def test_a_degree_reads_as_english(polarity: Polarity, degree: Degree, read: str, sure: str) -> None:
    where = Passage("a", 0, 1)
    statement = Statement("Reject", where, where, (), polarity=polarity, degree=degree)
    assert verb(statement, load().actions["Reject"], "rejected") == read
    assert certainty(statement) == sure


def test_every_degree_is_declared_with_the_label_that_graphs_give_it() -> None:
    graph = read_turtle([ONTOLOGY / "news.ttl"])
    rows = graph.query(
        "PREFIX kg: <https://kg.example/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        "SELECT ?degree ?label { ?degree a kg:Degree ; rdfs:label ?label }"
    )
    labels = {row["degree"].value.partition("#")[2]: row["label"].value for row in rows}  # type: ignore[union-attr]
    assert labels == {degree.value: words_of(degree) for degree in Degree}

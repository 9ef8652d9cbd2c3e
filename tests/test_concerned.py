"""Whom a deed concerns from within its theme, and by what words a doer is named: on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Statement

from .by_hand import doc, filled, of_action, only, reading

HALE = "Ada/NNP/3/nsubj Hale/NNP/1/flat"
PEOPLE = {"Ada Hale": "PERSON"}


def words(extraction: Extraction, statement: Statement, role: str) -> list[str]:
    """The words that fill a role."""
    return [extraction.article.words(a.passage) for a in statement.arguments if a.role == role]


def told(tree: str, action: str, role: str = "addressee", names: dict[str, str] | None = None) -> list[str]:
    """The words that fill a role of every statement of an action."""
    extraction = reading(doc(tree, names=_in(tree, {**PEOPLE, **(names or {})})))
    return [
        text for statement in of_action(extraction, action) for text in words(extraction, statement, role)
    ]


def _in(tree: str, names: dict[str, str]) -> dict[str, str]:
    return {name: label for name, label in names.items() if name.split()[-1] + "/" in tree}


@pytest.mark.parametrize(
    ("tree", "action", "party"),
    [
        (
            f"{HALE} ended/VBD/0/ROOT aid/NN/3/obj "
            "to/IN/7/case Marlow/NNP/7/compound Bank/NNP/4/nmod ././3/punct",
            "End",
            ["Marlow Bank"],
        ),
        (
            f"{HALE} ended/VBD/0/ROOT part/NN/3/obj of/IN/8/case "
            "a/DT/8/det trade/NN/8/compound program/NN/4/nmod "
            "for/IN/11/case Marlow/NNP/11/compound Bank/NNP/8/nmod ././3/punct",
            "End",
            ["Marlow Bank"],
        ),
        (
            f"{HALE} suspended/VBD/0/ROOT links/NNS/3/obj on/IN/6/case Monday/NNP/3/obl with/IN/9/case "
            "Marlow/NNP/9/compound Bank/NNP/3/obl ././3/punct",
            "Suspend",
            ["Marlow Bank"],
        ),
        (
            f"{HALE} shortened/VBD/0/ROOT the/DT/5/det curfew/NN/3/obj imposed/VBN/5/acl in/IN/8/case "
            "France/NNP/6/obl ././3/punct",
            "Ease",
            ["France"],
        ),
        (
            f"{HALE} demanded/VBD/0/ROOT the/DT/5/det removal/NN/3/obj of/IN/8/case Jon/NNP/8/compound "
            "Marsh/NNP/5/nmod ././3/punct",
            "Demand",
            ["Jon Marsh"],
        ),
        (
            f"{HALE} praised/VBD/0/ROOT Marlow/NNP/5/compound "
            "Bank/NNP/7/nmod:poss 's/POS/5/case efforts/NNS/3/obj "
            "././3/punct",
            "Praise",
            ["Marlow Bank"],
        ),
        (
            f"{HALE} rejected/VBD/0/ROOT a/DT/7/det "
            "French/JJ/7/amod peace/NN/7/compound plan/NN/3/obj ././3/punct",
            "Reject",
            ["French"],
        ),
    ],
    ids=["to", "part of", "past a time", "where a curfew holds", "done to", "owner", "nationality"],
)
def test_the_other_party_is_named_within_the_theme(tree: str, action: str, party: list[str]) -> None:
    assert told(tree, action, names={"Marlow Bank": "ORG", "Jon Marsh": "PERSON"}) == party


@pytest.mark.parametrize(
    "tree",
    [
        f"{HALE} bought/VBD/0/ROOT a/DT/5/det house/NN/3/obj in/IN/7/case France/NNP/5/nmod ././3/punct",
        f"{HALE} received/VBD/0/ROOT pressure/NN/3/obj "
        "from/IN/7/case Marlow/NNP/7/compound Bank/NNP/4/nmod ././3/punct",
        f"{HALE} ended/VBD/0/ROOT a/DT/5/det book/NN/3/obj "
        "for/IN/8/case Marlow/NNP/8/compound Bank/NNP/5/nmod "
        "././3/punct",
        "Prosperity/NN/2/nsubj ended/VBD/0/ROOT aid/NN/2/obj "
        "to/IN/6/case Marlow/NNP/6/compound Bank/NNP/3/nmod ././2/punct",
    ],
    ids=["a house", "pressure from", "a book", "no doer"],
)
def test_a_thing_that_is_no_dealing_concerns_nobody_further(tree: str) -> None:
    extraction = reading(doc(tree, names=_in(tree, {**PEOPLE, "Marlow Bank": "ORG"})))
    assert not any(a.role == "addressee" for s in extraction.statements for a in s.arguments)


def test_both_countries_of_a_pact_are_those_who_made_it() -> None:
    pact = (
        f"{HALE} ended/VBD/0/ROOT a/DT/5/det pact/NN/3/obj between/IN/9/case the/DT/9/det two/CD/9/nummod "
        "countries/NNS/5/nmod ././3/punct"
    )
    assert told(pact, "End") == []


SAID = "said/say/VBD/0/ROOT"


def test_the_name_in_the_sentence_stands_where_a_pronoun_means_it_and_the_pronoun_beside_it() -> None:
    tree = f"{HALE} {SAID} she/PRP/5/nsubj rejected/reject/VBD/3/ccomp the/DT/7/det plan/NN/5/obj ././3/punct"
    extraction = reading(doc(tree, names=PEOPLE))
    statement = only(extraction, "Reject")
    assert words(extraction, statement, "agent") == ["Ada Hale"]
    (agent,) = (argument for argument in statement.arguments if argument.role == "agent")
    assert [extraction.article.words(pronoun) for pronoun in agent.pronouns] == ["she"]
    assert filled(extraction, statement)["agent"] == "Ada Hale"


def test_a_pronoun_keeps_its_words_where_the_name_stands_in_another_sentence() -> None:
    extraction = reading(
        doc(
            f"{HALE} left/leave/VBD/0/ROOT ././3/punct",
            "She/PRP/2/nsubj rejected/reject/VBD/0/ROOT the/DT/4/det plan/NN/2/obj ././2/punct",
            names=PEOPLE,
        )
    )
    assert words(extraction, only(extraction, "Reject"), "agent") == ["She"]


IT_SAYS = (
    "Oxley/NNP/2/compound Council/NNP/3/nsubj says/say/VBZ/0/ROOT it/PRP/5/nsubj rejected/reject/VBD/3/ccomp "
    "the/DT/7/det plan/NN/5/obj ././3/punct"
)


def test_an_it_that_nobody_resolved_is_the_body_that_speaks() -> None:
    extraction = reading(doc(IT_SAYS, heads_of={"it": "organization"}))
    statement = only(extraction, "Reject")
    assert words(extraction, statement, "agent") == ["Oxley Council"]
    assert filled(extraction, statement)["agent"] == "Oxley Council"


def test_a_person_who_speaks_is_no_it() -> None:
    tree = f"{HALE} says/say/VBZ/0/ROOT it/PRP/5/nsubj worries/worry/VBZ/3/ccomp Marsh/NNP/5/obj ././3/punct"
    extraction = reading(doc(tree, names={**PEOPLE, "Marsh": "PERSON"}, heads_of={}))
    assert all(
        words(extraction, s, "agent") != ["Ada Hale"] for s in extraction.statements if s.action != "Say"
    )


@pytest.mark.parametrize(
    ("tree", "action"),
    [
        (
            "Residents/NNS/2/nsubj staged/stage/VBD/0/ROOT marches/march/NNS/2/obj "
            "to/TO/5/mark demand/VB/2/advcl "
            "an/DT/7/det inquiry/NN/5/obj ././2/punct",
            "Demand",
        ),
        (
            "Residents/NNS/2/nsubj issued/issue/VBD/0/ROOT a/DT/4/det "
            "declaration/NN/2/obj demanding/demand/VBG/4/acl "
            "an/DT/7/det inquiry/NN/5/obj ././2/punct",
            "Demand",
        ),
        (
            "Residents/NNS/2/nsubj opened/open/VBD/0/ROOT fire/NN/2/obj "
            ",/,/5/punct killing/kill/VBG/3/acl two/CD/7/nummod "
            "sailors/sailor/NNS/5/obj ././2/punct",
            "Kill",
        ),
    ],
    ids=["purpose", "words", "result"],
)
def test_who_acts_by_a_thing_is_whoever_used_it(tree: str, action: str) -> None:
    assert told(tree, action, "agent") == ["Residents"]


def test_a_road_that_leads_somewhere_is_used_by_nobody() -> None:
    tree = (
        "Residents/NNS/2/nsubj blocked/block/VBD/0/ROOT roads/road/NNS/2/obj "
        "leading/lead/VBG/3/acl to/IN/6/case "
        "France/NNP/4/obl ././2/punct"
    )
    assert "Residents" not in [text for action in ("Lead", "Cause") for text in told(tree, action, "agent")]


def test_arms_act_for_those_whose_they_are() -> None:
    tree = (
        "French/JJ/2/amod jets/jet/NNS/3/nsubj bombed/bomb/VBD/0/ROOT "
        "the/DT/5/det harbour/NN/3/obj ././3/punct"
    )
    extraction = reading(doc(tree))
    bomb = only(extraction, "Bomb")
    assert words(extraction, bomb, "agent") == ["French"]
    assert words(extraction, bomb, "instrument") == ["French jets"]


def met(first: str, noun: str) -> tuple[list[tuple[str, ...]], set[str]]:
    """Who met whom by the words before two adjectives and a noun, and the labels of all entities."""
    parties = f"{first} French/JJ/5/amod and/CC/4/cc Polish/JJ/2/conj {noun}/NNS/6/nsubj"
    extraction = reading(doc(f"{parties} met/meet/VBD/0/ROOT ././6/punct"))
    pairs = [
        (*words(extraction, s, "agent"), *words(extraction, s, "coAgent"))
        for s in of_action(extraction, "Meet")
    ]
    return sorted(pairs), {entity.label for entity in extraction.entities}


def test_two_parties_share_a_noun() -> None:
    pairs, labels = met("Senior/JJ/5/amod", "farmers")
    assert pairs == [("Polish farmers", "Senior French"), ("Senior French", "Polish farmers")]
    assert {"French farmers", "Polish farmers"} <= labels


def test_a_name_alone_stands_for_a_state_but_not_for_its_people() -> None:
    assert met(",/,/6/punct", "officials")[0] == [("French", "Polish"), ("Polish", "French")]
    assert met(",/,/6/punct", "farmers")[0] == [("French and Polish farmers",)]


def test_two_kinds_of_officials_are_one_party() -> None:
    tree = (
        "Local/JJ/4/amod and/CC/3/cc senior/JJ/1/conj "
        "officials/official/NNS/5/nsubj rejected/reject/VBD/0/ROOT "
        "it/PRP/5/obj ././5/punct"
    )
    assert told(tree, "Reject", "agent") == ["Local and senior officials"]


MUST = (
    f"{HALE} {SAID} that/IN/8/mark Oxley/NNP/6/compound Council/NNP/8/nsubj {{0}}/MD/8/aux {{1}}/VB/3/ccomp "
    "the/DT/10/det letters/letter/NNS/8/obj ././3/punct"
)


def test_saying_that_others_must_do_it_demands_it_of_them() -> None:
    tree = MUST.format("must", "publish")
    assert told(tree, "Demand") == ["Oxley Council"]
    assert told(tree, "Demand", "agent") == ["Ada Hale"]


@pytest.mark.parametrize("modal", ["may", "should", "will"])
def test_no_other_modal_demands(modal: str) -> None:
    assert told(MUST.format(modal, "publish"), "Demand") == []


def test_what_must_be_so_is_no_demand() -> None:
    assert told(MUST.format("must", "have"), "Demand") == []


@pytest.mark.parametrize(
    ("noun", "agent"),
    [("town/NN", ["Marlow"]), ("leader/NN", ["The leader"])],
    ids=["the town is its name", "the leader is not"],
)
def test_the_town_of_a_name_is_that_place(noun: str, agent: list[str]) -> None:
    tree = (
        f"The/DT/2/det {noun}/5/nsubj of/IN/4/case Marlow/NNP/2/nmod rejected/reject/VBD/0/ROOT the/DT/7/det "
        "plan/NN/5/obj ././5/punct"
    )
    found = told(tree, "Reject", "agent", names={"Marlow": "LOC"})
    assert [text.split(" of ")[0] for text in found] == agent


def test_tens_of_thousands_are_those_counted() -> None:
    tree = (
        "Tens/ten/NNS/6/nsubj of/IN/3/case thousands/thousand/NNS/1/nmod "
        "of/IN/5/case students/student/NNS/3/nmod "
        "rejected/reject/VBD/0/ROOT the/DT/8/det plan/NN/6/obj ././6/punct"
    )
    assert told(tree, "Reject", "agent") == ["students"]


def test_a_perfect_is_no_passive() -> None:
    tree = (
        "Residents/NNS/3/nsubj:pass have/VBP/3/aux sworn/swear/VBN/0/ROOT "
        "to/TO/5/mark fight/VB/3/xcomp ././3/punct"
    )
    assert told(tree, "Promise", "agent") == ["Residents"]


def test_a_speaker_behind_the_verb_is_not_its_subject() -> None:
    tree = (
        "Oxley/NNP/2/compound Council/NNP/3/nsubj rejected/reject/VBD/9/ccomp "
        "the/DT/5/det plan/NN/3/obj ,/,/3/punct "
        "a/DT/8/det resident/NN/3/nsubj said/say/VBD/0/ROOT ././9/punct"
    )
    assert told(tree, "Reject", "agent") == ["Oxley Council"]

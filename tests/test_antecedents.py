"""Whom a clause tells of that names nobody itself: relative clauses, participles, infinitives."""

from __future__ import annotations

import pytest

from tests.by_hand import doc, filled, of_action, only, reading

_NAMES = {"Ada": "PERSON", "Hale": "PERSON", "Marsh": "PERSON", "Reed": "PERSON", "Oxley": "GPE"}

#: What is shown -> tree, action, what fills its roles.
_CLAUSES = {
    "who is said of whoever stands right before it": (
        "Hale/NNP/2/nsubj gathered/gather/VBD/0/ROOT dirt/NN/2/obj on/IN/5/case "
        "reporters/reporter/NNS/3/nmod who/WP/7/nsubj criticised/criticise/VBD/5/acl:relcl Marsh/NNP/7/obj "
        "././2/punct",
        "Criticise",
        {"agent": "reporters", "theme": "Marsh"},
    ),
    "a verb agrees with one of two nouns": (
        "Hale/NNP/2/nsubj read/read/VBD/0/ROOT letters/letter/NNS/2/obj of/IN/6/case the/DT/6/det "
        "school/NN/3/nmod that/WDT/8/nsubj criticise/criticise/VBP/6/acl:relcl Marsh/NNP/8/obj ././2/punct",
        "Criticise",
        {"agent": "letters", "theme": "Marsh"},
    ),
    "which after a comma is what stands before it": (
        "The/DT/2/det leak/NN/11/nsubj of/IN/5/case the/DT/5/det report/NN/2/nmod ,/,/8/punct "
        "which/WDT/8/nsubj criticised/criticise/VBD/5/acl:relcl Marsh/NNP/8/obj ,/,/8/punct "
        "hurt/hurt/VBD/0/ROOT Reed/NNP/11/obj ././11/punct",
        "Criticise",
        {"agent": "report", "theme": "Marsh"},
    ),
    "a clause without a pronoun, and an adverb": (
        "The/DT/2/det bridge/NN/6/nsubj:pass Hale/NNP/4/nsubj closed/close/VBD/2/acl:relcl "
        "quietly/RB/4/advmod fell/fall/VBD/0/ROOT ././6/punct",
        "Close",
        {"agent": "Hale", "theme": "bridge"},
    ),
    "a clause without a pronoun, and an infinitive": (
        "The/DT/2/det school/NN/7/nsubj Hale/NNP/4/nsubj vowed/vow/VBD/2/acl:relcl to/TO/6/mark "
        "close/close/VB/4/xcomp stands/stand/VBZ/0/ROOT ././7/punct",
        "Close",
        {"agent": "Hale", "theme": "school"},
    ),
    "what becomes of a thing does what a participle tells": (
        "The/DT/2/det fees/fee/NNS/4/nsubj have/have/VBP/4/aux become/become/VBN/0/ROOT an/DT/6/det "
        "issue/NN/4/xcomp ,/,/8/punct prompting/prompt/VBG/6/acl protests/protest/NNS/8/obj ././4/punct",
        "Cause",
        {"agent": "fees", "theme": "protests"},
    ),
    "asked ahead of who answers": (
        "Asked/ask/VBN/8/ccomp whether/IN/4/mark Marsh/NNP/4/nsubj lied/lie/VBD/1/ccomp ,/,/1/punct "
        "Ada/NNP/8/nsubj Hale/NNP/6/flat laughed/laugh/VBD/0/ROOT ././8/punct",
        "Question",
        {"addressee": "Ada Hale", "theme": "whether Marsh lied"},
    ),
    "who is asked which one": (
        "Hale/NNP/3/nsubj:pass was/be/VBD/3/aux:pass asked/ask/VBN/0/ROOT which/WDT/5/det man/NN/8/nsubj "
        "she/PRP/8/nsubj would/MD/8/aux back/back/VB/3/ccomp ././3/punct",
        "Question",
        {"addressee": "Hale", "theme": "which man she would back"},
    ),
    "what somebody is got to do": (
        "Hale/NNP/2/nsubj got/get/VBD/0/ROOT Marsh/NNP/2/obj to/TO/5/mark criticise/criticise/VB/3/acl "
        "Reed/NNP/5/obj ././2/punct",
        "Criticise",
        {"agent": "Marsh", "theme": "Reed"},
    ),
    "who uses a thing does what it is used for": (
        "Hale/NNP/2/nsubj used/use/VBD/0/ROOT sheds/shed/NNS/2/obj to/TO/5/mark protect/protect/VB/3/acl "
        "Marsh/NNP/5/obj ././2/punct",
        "Protect",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    "what is expected of somebody": (
        "Hale/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass expected/expect/VBN/0/ROOT to/TO/5/mark "
        "criticise/criticise/VB/3/xcomp Marsh/NNP/5/obj ././3/punct",
        "Expect",
        {"theme": "to criticise Marsh", "topic": "Hale"},
    ),
    "what somebody leaves for": (
        "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT to/TO/4/mark help/help/VB/2/xcomp Marsh/NNP/4/obj "
        "././2/punct",
        "Leave",
        {"agent": "Hale"},
    ),
    "everything somebody is told": (
        "Hale/NNP/2/nsubj told/tell/VBD/0/ROOT Marsh/NNP/2/iobj everything/NN/2/obj ././2/punct",
        "Tell",
        {"agent": "Hale", "addressee": "Marsh", "theme": "everything"},
    ),
}


@pytest.mark.parametrize("shown", _CLAUSES)
def test_a_clause_finds_those_it_tells_of(shown: str) -> None:
    tree, action, expected = _CLAUSES[shown]
    text = {word.split("/")[0] for word in tree.split()}
    made = reading(doc(tree, names={n: label for n, label in _NAMES.items() if n in text}))
    assert filled(made, only(made, action)) == expected


_NOTHING = {
    "a clause about what stands for anything": (
        "What/WP/5/nsubj Hale/NNP/3/nsubj needs/need/VBZ/1/acl:relcl is/be/VBZ/5/cop unclear/JJ/0/ROOT "
        "././5/punct",
        "Require",
    ),
    "a participle used as a preposition": (
        "Given/give/VBN/7/advcl that/IN/4/mark Marsh/NNP/4/nsubj left/leave/VBD/1/ccomp ,/,/1/punct "
        "Hale/NNP/7/nsubj won/win/VBD/0/ROOT ././7/punct",
        "Provide",
    ),
    "as needed": (
        "Hale/NNP/2/nsubj paid/pay/VBD/0/ROOT Marsh/NNP/2/obj as/IN/5/mark needed/need/VBN/2/advcl "
        "././2/punct",
        "Require",
    ),
    "an auxiliary whose verb is left out": (
        "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT but/CC/5/cc Marsh/NNP/5/nsubj might/MD/2/conj ././2/punct",
        "Action",
    ),
    "days that are spent": (
        "Hale/NNP/2/nsubj spent/spend/VBD/0/ROOT four/CD/4/nummod days/day/NNS/2/obj in/IN/6/case "
        "Oxley/NNP/2/obl ././2/punct",
        "Allocate",
    ),
    "what is left as it is": (
        "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT spending/NN/2/obj untouched/JJ/2/xcomp ././2/punct",
        "Leave",
    ),
}


@pytest.mark.parametrize("shown", _NOTHING)
def test_no_deed_is_read_into(shown: str) -> None:
    tree, action = _NOTHING[shown]
    text = {word.split("/")[0] for word in tree.split()}
    made = reading(doc(tree, names={n: label for n, label in _NAMES.items() if n in text}))
    assert of_action(made, action) == []


def test_what_is_said_is_the_part_that_tells_it() -> None:
    made = reading(
        doc(
            "In/IN/3/case the/DT/3/det 1990s/NNS/9/obl ,/,/3/punct Hale/NNP/6/nsubj said/say/VBD/9/parataxis "
            ",/,/6/punct Marsh/NNP/9/nsubj won/win/VBD/0/ROOT ././9/punct",
            names={"Hale": "PERSON", "Marsh": "PERSON"},
        )
    )
    assert filled(made, only(made, "Say"))["theme"] == "Marsh won"


def test_a_clause_joined_to_a_call_is_not_said_by_who_calls() -> None:
    made = reading(
        doc(
            "In/IN/2/case May/NNP/5/obl ,/,/2/punct Hale/NNP/5/nsubj called/call/VBD/0/ROOT for/IN/8/case "
            "a/DT/8/det boycott/NN/5/obl ,/,/12/punct and/CC/12/cc Marsh/NNP/12/nsubj "
            "condemned/condemn/VBD/5/conj Reed/NNP/12/obj ././5/punct",
            names={"Hale": "PERSON", "Marsh": "PERSON", "Reed": "PERSON"},
        )
    )
    assert only(made, "Condemn").quote is None


def test_people_named_with_a_hyphen_are_not_those_of_the_name_alone() -> None:
    made = reading(
        doc(
            "Hale/NNP/2/nsubj met/meet/VBD/0/ROOT anti/JJ/6/amod -/HYPH/3/punct war/NN/6/compound "
            "Oxleyans/Oxleyan/NNPS/2/obj ././2/punct",
            names={"Hale": "PERSON", "Oxleyans": "NORP"},
        )
    )
    assert filled(made, only(made, "Meet")).get("coAgent") != "Oxleyans"

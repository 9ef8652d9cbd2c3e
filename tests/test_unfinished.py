"""What is told only half is not told: clauses that leave out what is done, words that are no deed."""

from __future__ import annotations

import pytest

from .by_hand import doc, filled, of_action, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed", "Hale", "Marsh", "Reed")


def _roles(*trees: str, action: str, heads_of: dict[str, str] | None = None) -> list[dict[str, str]]:
    text = " ".join(word.split("/")[0] for tree in trees for word in tree.split())
    people = {name: "PERSON" for name in _PEOPLE if name in text}
    found = reading(doc(*trees, names=people, heads_of=heads_of))
    return [filled(found, statement) for statement in of_action(found, action)]


#: Trees of which an action has no statement.
_NOTHING = {
    "a clause that leaves its object out": (
        "This/DT/5/nsubj is/be/VBZ/5/cop the/DT/5/det only/JJ/5/amod one/CD/0/ROOT Hale/NNP/7/nsubj "
        "bought/buy/VBD/5/acl:relcl there/RB/7/advmod ././5/punct",
        "Buy",
    ),
    "a verb that tells nothing alone": (
        "Reed/NNP/2/nsubj won/win/VBD/0/ROOT ,/,/6/punct as/IN/6/mark Hale/NNP/6/nsubj saw/see/VBD/2/advcl "
        "././2/punct",
        "Perceive",
    ),
    "an expression that ends in an open preposition": (
        "That/DT/6/nsubj is/be/VBZ/6/cop all/DT/0/ROOT they/PRP/5/nsubj called/call/VBD/3/acl:relcl "
        "for/IN/5/obl "
        "././3/punct",
        "Demand",
    ),
    "a set phrase": (
        "The/DT/2/det plan/NN/3/nsubj stands/stand/VBZ/0/ROOT in/IN/5/case contrast/NN/3/obl to/IN/8/case "
        "her/PRP$/8/nmod:poss promise/NN/5/nmod ././3/punct",
        "Stand",
    ),
    "sales that explode": (
        "Sales/sale/NNS/3/nsubj are/be/VBP/3/aux exploding/explode/VBG/0/ROOT ././3/punct",
        "Bomb",
    ),
    "somebody who is determined": (
        "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT Oxley/NNP/2/obj ,/,/5/punct determined/determine/VBN/2/advcl "
        "to/TO/7/mark win/VB/5/xcomp the/DT/9/det seat/NN/7/obj ././2/punct",
        "Find",
    ),
    "respects that are paid": (
        "Hale/NNP/2/nsubj paid/pay/VBD/0/ROOT her/PRP$/4/nmod:poss respects/respect/NNS/2/obj ././2/punct",
        "Pay",
    ),
    "money that is saved": (
        "Hale/NNP/2/nsubj saved/save/VBD/0/ROOT money/NN/2/obj ././2/punct",
        "Rescue",
    ),
    "trouble that is invited": (
        "Hale/NNP/2/nsubj invited/invite/VBD/0/ROOT ridicule/NN/2/obj ././2/punct",
        "Request",
    ),
    "rules that relate to something": (
        "The/DT/2/det rules/rule/NNS/3/nsubj relate/relate/VBP/0/ROOT to/IN/5/case fraud/NN/3/obl "
        "././3/punct",
        "Report",
    ),
    "people who are brought out": (
        "Rain/rain/NN/2/nsubj brought/bring/VBD/0/ROOT voters/voter/NNS/2/obj out/RP/2/compound:prt "
        "././2/punct",
        "Publish",
    ),
    "as one sees fit": (
        "Hale/NNP/2/nsubj acted/act/VBD/0/ROOT as/IN/5/mark she/PRP/5/nsubj saw/see/VBD/2/advcl "
        "fit/JJ/5/xcomp "
        "././2/punct",
        "Perceive",
    ),
    "votes that are recounted": (
        "Trustees/trustee/NNS/2/nsubj recounted/recount/VBD/0/ROOT the/DT/4/det votes/vote/NNS/2/obj "
        "././2/punct",
        "Report",
    ),
    "ways that are adopted": (
        "Hale/NNP/2/nsubj adopted/adopt/VBD/0/ROOT new/JJ/4/amod tactics/tactic/NNS/2/obj ././2/punct",
        "Legislate",
    ),
    "an account that is hijacked": (
        "Hale/NNP/2/nsubj hijacked/hijack/VBD/0/ROOT the/DT/4/det account/NN/2/obj ././2/punct",
        "Abduct",
    ),
    "a target that is met": (
        "Hale/NNP/2/nsubj met/meet/VBD/0/ROOT the/DT/4/det threshold/NN/2/obj ././2/punct",
        "Meet",
    ),
    "a case that is argued": (
        "Hale/NNP/2/nsubj argued/argue/VBD/0/ROOT the/DT/4/det case/NN/2/obj ././2/punct",
        "Claim",
    ),
    "what is designed to please": (
        "The/DT/2/det pier/NN/4/nsubj:pass was/be/VBD/4/aux:pass designed/design/VBN/0/ROOT to/TO/6/mark "
        "please/VB/4/xcomp Hale/NNP/6/obj ././4/punct",
        "Produce",
    ),
}


@pytest.mark.parametrize("name", _NOTHING)
def test_nothing_is_told(name: str) -> None:
    tree, action = _NOTHING[name]
    assert _roles(tree, action=action) == []


def test_a_channel_is_no_topic() -> None:
    tree = "Hale/NNP/2/nsubj spoke/speak/VBD/0/ROOT on/IN/5/case the/DT/5/det radio/NN/2/obl ././2/punct"
    assert _roles(tree, action="Speak") == [{"agent": "Hale"}]


def test_upon_is_on() -> None:
    tree = (
        "Hale/NNP/2/nsubj commented/comment/VBD/0/ROOT upon/IN/5/case the/DT/5/det sale/NN/2/obl ././2/punct"
    )
    assert _roles(tree, action="Say") == [{"agent": "Hale", "topic": "sale"}]


def test_what_is_asked_with_a_question_mark_is_a_question() -> None:
    trees = (
        "“/``/2/punct Who/WP/3/nsubj paid/pay/VBD/0/ROOT ?/./3/punct ”/''/3/punct",
        "Hale/NNP/2/nsubj asked/ask/VBD/0/ROOT ././2/punct",
    )
    assert [roles["agent"] for roles in _roles(*trees, action="Question")] == ["Hale"]
    assert _roles(*trees, action="Request") == []


def test_what_a_preposition_at_the_end_leads_to() -> None:
    tree = (
        "The/DT/2/det bank/NN/6/nsubj Hale/NNP/4/nsubj worked/work/VBD/2/acl:relcl for/IN/4/obl "
        "sacked/sack/VBD/0/ROOT Reed/NNP/6/obj ././6/punct"
    )
    assert _roles(tree, action="Serve") == [{"agent": "Hale", "theme": "bank"}]


def test_whom_it_is_wanted_of_with_what_is_wanted() -> None:
    tree = (
        "Hale/NNP/2/nsubj pressed/press/VBD/0/ROOT for/IN/6/mark Marsh/NNP/6/nsubj to/TO/6/mark "
        "resign/VB/2/advcl "
        "././2/punct"
    )
    (roles,) = _roles(tree, action="Demand")
    assert roles["theme"] == "for Marsh to resign"


def test_a_number_alone_fills_a_role() -> None:
    tree = (
        "The/DT/2/det blast/NN/3/nsubj killed/kill/VBD/0/ROOT 130/CD/3/obj in/IN/6/case Oxley/NNP/3/obl "
        "././3/punct"
    )
    assert [roles["theme"] for roles in _roles(tree, action="Kill")] == ["130"]


def test_the_question_why_is_what_is_understood() -> None:
    tree = (
        "Hale/NNP/2/nsubj understood/understand/VBD/0/ROOT why/WRB/2/obj Marsh/NNP/5/nsubj "
        "left/leave/VBD/3/acl:relcl ././2/punct"
    )
    assert [roles["theme"] for roles in _roles(tree, action="Know")] == ["why Marsh left"]


def test_they_who_are_opposed_oppose() -> None:
    tree = (
        "Trustees/trustee/NNS/3/nsubj:pass are/be/VBP/3/aux:pass opposed/oppose/VBN/0/ROOT to/IN/6/case "
        "the/DT/6/det "
        "sale/NN/3/obl ././3/punct"
    )
    assert _roles(tree, action="Oppose") == [{"agent": "Trustees", "theme": "sale"}]


def test_what_is_used_to_kill_does_not_kill() -> None:
    tree = (
        "Hale/NNP/2/nsubj found/find/VBD/0/ROOT the/DT/4/det gun/NN/2/obj used/use/VBN/4/acl to/TO/7/mark "
        "kill/VB/5/xcomp Reed/NNP/7/obj ././2/punct"
    )
    assert _roles(tree, action="Kill") == [{"theme": "Reed"}]


def test_whoever_knows_how_to_do_it_does_it() -> None:
    tree = (
        "Hale/NNP/2/nsubj knows/know/VBZ/0/ROOT how/WRB/2/obj to/TO/5/mark use/VB/3/acl words/word/NNS/5/obj "
        "././2/punct"
    )
    assert [roles["agent"] for roles in _roles(tree, action="Use")] == ["Hale"]


def test_somebody_who_is_tried_is_charged() -> None:
    tree = (
        "Hale/NNP/3/nsubj:pass was/be/VBD/3/aux:pass tried/try/VBN/0/ROOT in/IN/5/case Oxley/NNP/3/obl "
        "././3/punct"
    )
    assert [roles["theme"] for roles in _roles(tree, action="Charge")] == ["Hale"]
    assert _roles(tree, action="Seek") == []


def test_a_visa_that_is_issued_is_given() -> None:
    tree = "Oxley/NNP/2/nsubj issued/issue/VBD/0/ROOT 300/CD/4/nummod visas/visa/NNS/2/obj ././2/punct"
    assert [roles["theme"] for roles in _roles(tree, action="Provide")] == ["300 visas"]
    assert _roles(tree, action="Publish") == []


def test_whoever_is_opposed_to_something_opposes_it() -> None:
    tree = (
        "Hale/NNP/2/nsubj praised/praise/VBD/0/ROOT trustees/trustee/NNS/2/obj who/WP/6/nsubj:pass "
        "are/be/VBP/6/aux:pass "
        "opposed/oppose/VBN/3/acl:relcl to/IN/9/case the/DT/9/det sale/NN/6/obl ././2/punct"
    )
    assert _roles(tree, action="Oppose") == [{"agent": "trustees", "theme": "sale"}]


def test_what_is_asked_before_more_is_said_is_a_question() -> None:
    trees = (
        "“/``/2/punct Who/WP/3/nsubj paid/pay/VBD/0/ROOT ?/./3/punct ”/''/3/punct",
        "Hale/NNP/2/nsubj asked/ask/VBD/0/ROOT ././2/punct",
        "“/``/3/punct Marsh/NNP/3/nsubj lied/lie/VBD/0/ROOT ././3/punct ”/''/3/punct",
    )
    assert [roles["agent"] for roles in _roles(*trees, action="Question")] == ["Hale"]


def test_what_grows_is_what_becomes_more() -> None:
    tree = "Debt/debt/NN/2/nsubj alarmed/alarm/VBD/0/ROOT Hale/NNP/2/obj ././2/punct"
    later = "It/PRP/2/nsubj increased/increase/VBD/0/ROOT ././2/punct"
    assert [set(roles) for roles in _roles(tree, later, action="Increase")] == [{"theme"}]


def test_whose_it_is_is_no_object() -> None:
    tree = (
        "Hale/NNP/2/nsubj turned/turn/VBD/0/ROOT his/PRP$/2/obj back/RP/2/compound:prt on/IN/6/case "
        "Marsh/NNP/2/obl ././2/punct"
    )
    assert all(roles.get("theme") != "his" for roles in _roles(tree, action="Action"))

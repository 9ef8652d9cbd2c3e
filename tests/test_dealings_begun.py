"""Talks, clashes, raids and aid that begin, go on and end, on trees made by hand: who deals with whom."""

from __future__ import annotations

import pytest

from .by_hand import doc, reading
from .test_dealings import COUNCIL, told

HELD = (
    f"{COUNCIL} held/hold/VBD/0/ROOT {{noun}} with/IN/8/case Marlow/NNP/8/compound Bank/NNP/3/obl ././3/punct"
)


@pytest.mark.parametrize(
    ("noun", "with_whom"),
    [
        ("war/NN/5/compound games/game/NNS/3/obj", ["Marlow Bank"]),
        ("joint/JJ/5/amod manoeuvres/manoeuvre/NNS/3/obj", ["Marlow Bank"]),
        ("party/NN/5/compound games/game/NNS/3/obj", []),
        ("fire/NN/5/compound drills/drill/NNS/3/obj", []),
    ],
)
def test_games_of_war_are_held_together(noun: str, with_whom: list[str]) -> None:
    assert told(HELD.format(noun=noun), "TrainTogether", "coAgent") == with_whom


@pytest.mark.parametrize("verb", ["began/begin", "opened/open", "resumed/resume"])
def test_talks_that_are_begun_are_held(verb: str) -> None:
    tree = (
        f"{COUNCIL} {verb}/VBD/0/ROOT talks/talk/NNS/3/obj with/IN/7/case Marlow/NNP/7/compound "
        "Bank/NNP/4/nmod ././3/punct"
    )
    assert told(tree, "Discuss", "coAgent") == ["Marlow Bank"]


def test_what_is_begun_and_says_nothing_more_is_begun() -> None:
    tree = f"{COUNCIL} began/begin/VBD/0/ROOT its/PRP$/5/nmod:poss speech/NN/3/obj ././3/punct"
    assert told(tree, "Begin", "theme") == ["its speech"]


def test_an_inquiry_into_deeds_is_into_those_who_did_them() -> None:
    tree = (
        f"{COUNCIL} opened/open/VBD/0/ROOT an/DT/5/det inquiry/NN/3/obj into/IN/7/case "
        f"killings/killing/NNS/5/nmod "
        "by/IN/10/case Marlow/NNP/10/compound Bank/NNP/7/nmod ././3/punct"
    )
    assert told(tree, "Open") == ["Marlow Bank"]


@pytest.mark.parametrize(
    ("verb", "action"),
    [("cancelled/cancel", "Cancel"), ("froze/freeze", "Suspend"), ("inspected/inspect", "Examine")],
)
def test_whose_it_is_that_is_called_off_frozen_or_inspected(verb: str, action: str) -> None:
    tree = (
        f"{COUNCIL} {verb}/VBD/0/ROOT Marlow/NNP/5/compound Bank/NNP/7/nmod:poss 's/POS/5/case "
        "funds/fund/NNS/3/obj ././3/punct"
    )
    assert told(tree, action) == ["Marlow Bank"]
    looked = tree.replace(verb, "studied/study")
    assert told(looked, "Examine") == []


@pytest.mark.parametrize(
    ("verb", "noun", "action"),
    [
        ("clashed/clash", "police/NNS", "Skirmish"),
        ("clashed/clash", "ministers/minister/NNS", "Disagree"),
    ],
)
def test_who_clashes_with_police_fights(verb: str, noun: str, action: str) -> None:
    tree = f"Residents/resident/NNS/2/nsubj {verb}/VBD/0/ROOT with/IN/4/case {noun}/2/obl ././2/punct"
    assert told(tree, action, "coAgent") == [noun.split("/")[0]]


@pytest.mark.parametrize(
    ("noun", "action"),
    [("troops/troop", "Invade"), ("visitors/visitor", None)],
)
def test_troops_that_enter_a_town_invade_it(noun: str, action: str | None) -> None:
    tree = f"{noun}/NNS/2/nsubj entered/enter/VBD/0/ROOT France/NNP/2/obj ././2/punct"
    found = reading(doc(tree, names={"France": "LOC"}, heads_of={noun.split("/")[0]: "person"}))
    assert [s.action for s in found.statements] == [action or "Action"]


RAID = (
    "Residents/resident/NNS/3/nsubj:pass were/be/VBD/3/aux:pass killed/kill/VBN/0/ROOT "
    "in/IN/7/case a/DT/7/det "
    "{whose} {noun}/NN/3/obl ././3/punct"
)


def test_who_raids_kills_those_killed_in_the_raid() -> None:
    assert told(RAID.format(whose="French/JJ/7/amod", noun="raid"), "Kill", "agent") == ["French"]
    assert told(RAID.format(whose="French/JJ/7/amod", noun="raid"), "Kill", "instrument") == ["a French raid"]


@pytest.mark.parametrize(("whose", "noun"), [("French/JJ/7/amod", "village"), ("deadly/JJ/7/amod", "raid")])
def test_where_somebody_is_killed_kills_nobody(whose: str, noun: str) -> None:
    assert told(RAID.format(whose=whose, noun=noun), "Kill", "agent") == []


def test_at_least_says_only_how_many() -> None:
    tree = (
        f"{COUNCIL} sacked/sack/VBD/0/ROOT at/IN/5/case least/JJS/6/nummod 20/CD/7/nummod "
        "clerks/clerk/NNS/3/obj ././3/punct"
    )
    assert told(tree, "Dismiss", "theme", {"clerks": "person"}) == ["20 clerks"]


@pytest.mark.parametrize(
    ("noun", "place"),
    [("asylum/NN/3/obj", False), ("the/DT/5/det asylum/NN/3/obj", True)],
    ids=["asylum", "the"],
)
def test_asylum_is_a_place_only_where_it_is_one(noun: str, place: bool) -> None:
    found = reading(doc(f"{COUNCIL} left/leave/VBD/0/ROOT {noun} ././3/punct", heads_of={"asylum": "place"}))
    kinds = {entity.classes[0] for entity in found.entities if "asylum" in entity.label}
    assert kinds == {"Place" if place else "Thing"}


@pytest.mark.parametrize(
    ("verb", "noun", "action"),
    [
        ("blocked/block", "order/NN", "Prevent"),
        ("thwarted/thwart", "plan/NN", "Prevent"),
    ],
)
def test_whose_order_is_blocked(verb: str, noun: str, action: str) -> None:
    tree = (
        f"{COUNCIL} {verb}/VBD/0/ROOT Marlow/NNP/5/compound Bank/NNP/7/nmod:poss 's/POS/5/case "
        f"{noun}/3/obj ././3/punct"
    )
    assert told(tree, action) == ["Marlow Bank"]


def test_power_is_seized_from_whoever_had_it() -> None:
    tree = (
        f"{COUNCIL} seized/seize/VBD/0/ROOT power/NN/3/obj from/IN/7/case Marlow/NNP/7/compound "
        "Bank/NNP/3/obl ././3/punct"
    )
    assert told(tree, "Seize", "origin") == ["Marlow Bank"]


@pytest.mark.parametrize(("verb", "action"), [("opened/open", "RestoreRelations"), ("closed/close", "Sever")])
def test_an_embassy_is_the_means_of_relations(verb: str, action: str) -> None:
    tree = (
        f"{COUNCIL} {verb}/VBD/0/ROOT an/DT/5/det {{what}}/NN/3/obj in/IN/7/case France/NNP/3/obl ././3/punct"
    )
    assert told(tree.format(what="embassy"), action, "coAgent") == ["France"]
    assert told(tree.format(what="embassy"), action, "instrument") == ["an embassy"]
    assert told(tree.format(what="office"), action, "coAgent") == []


@pytest.mark.parametrize("verb", ["continued/continue", "resumed/resume"])
def test_aid_that_is_continued_is_given(verb: str) -> None:
    tree = (
        f"{COUNCIL} {verb}/VBD/0/ROOT aid/NN/3/obj to/IN/7/case Marlow/NNP/7/compound "
        f"Bank/NNP/4/nmod ././3/punct"
    )
    assert told(tree, "Aid", "theme") == ["Marlow Bank"]
    assert told(tree.replace(verb, "ended/end"), "Aid", "agent") == []


def test_a_blow_that_is_dealt_harms_and_gives_nothing() -> None:
    tree = (
        f"{COUNCIL} {{verb}}/VBD/0/ROOT a/DT/5/det {{what}}/NN/3/obj to/IN/8/case Marlow/NNP/8/compound "
        "Bank/NNP/3/obl ././3/punct"
    )
    for verb in ("dealt/deal", "delivered/deliver"):
        assert told(tree.format(verb=verb, what="blow"), "Harm", "theme") == ["Marlow Bank"]
    assert told(tree.format(verb="delivered/deliver", what="blow"), "Provide") == []
    assert told(tree.format(verb="delivered/deliver", what="parcel"), "Provide") == ["Marlow Bank"]


ACCUSED = (
    f"{COUNCIL} {{verb}}/VBD/0/ROOT Ada/NNP/7/nsubj Hale/NNP/4/flat {{how}}/IN/7/mark "
    f"lying/lie/VBG/3/xcomp ././3/punct"
)


def test_who_is_accused_of_doing_it_is_accused() -> None:
    assert told(ACCUSED.format(verb="accused/accuse", how="of"), "Accuse", "theme") == ["Ada Hale"]
    assert told(ACCUSED.format(verb="criticised/criticise", how="for"), "Criticise", "theme") == ["Ada Hale"]


def test_a_preposition_that_the_parse_gave_to_an_attribute_leads_to_its_noun() -> None:
    tree = (
        f"{COUNCIL} appealed/appeal/VBD/0/ROOT to/RP/5/mark rival/JJ/6/amod clerks/clerk/NNS/3/obl "
        "to/TO/8/mark stay/VB/3/xcomp ././3/punct"
    )
    assert told(tree, "Request", "addressee", {"clerks": "person"}) == ["rival clerks"]


def test_hours_of_talks_are_talks() -> None:
    tree = (
        f"{COUNCIL} held/hold/VBD/0/ROOT three/CD/5/nummod hours/hour/NNS/3/obj of/IN/7/case "
        "{what}/NNS/5/nmod with/IN/10/case Marlow/NNP/10/compound Bank/NNP/3/obl ././3/punct"
    )
    assert told(tree.format(what="talks/talk"), "Discuss", "coAgent") == ["Marlow Bank"]
    assert told(tree.format(what="rain"), "Discuss", "coAgent") == []


def test_shot_dead_is_one_expression() -> None:
    tree = (
        f"{COUNCIL} shot/shoot/VBD/0/ROOT dead/JJ/6/amod two/CD/6/nummod clerks/clerk/NNS/3/obj ././3/punct"
    )
    assert told(tree, "Kill", "theme", {"clerks": "person"}) == ["two clerks"]


@pytest.mark.parametrize(
    ("verb", "what", "phrase", "action", "role"),
    [
        ("eased/ease", "curfew", "in", "Ease", "addressee"),
        ("declared/declare", "curfew", "in", "Impose", "addressee"),
        ("sought/seek", "help", "from", "AskFor", "addressee"),
        ("used/use", "teargas", "against", "Repress", "theme"),
    ],
)
def test_measures_are_eased_declared_and_used_against_somebody(
    verb: str, what: str, phrase: str, action: str, role: str
) -> None:
    tree = (
        f"{COUNCIL} {verb}/VBD/0/ROOT {{what}}/NN/3/obj {phrase}/IN/6/case "
        f"France/NNP/{{above}}/nmod ././3/punct"
    )
    above = 3 if phrase in ("from", "against") else 4
    tree = tree.replace("/nmod", "/obl") if above == 3 else tree
    assert told(tree.format(what=what, above=above), action, role) == ["France"]
    assert told(tree.format(what="paper", above=above), action, role) == []

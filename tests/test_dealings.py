"""Whom the deeds of states, forces and crowds concern, on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, of_action, reading

COUNCIL = "Oxley/NNP/2/compound Council/NNP/3/nsubj"
NAMES = {
    "Oxley Council": "ORG",
    "Marlow Bank": "ORG",
    "France": "LOC",
    "French": "NORP",
    "Ada Hale": "PERSON",
}


def told(
    tree: str, action: str, role: str = "addressee", heads_of: dict[str, str] | None = None
) -> list[str]:
    """The words that fill a role of every statement of an action."""
    plain = " ".join(word.split("/")[0] for word in tree.split())
    names = {name: label for name, label in NAMES.items() if f" {name} " in f" {plain} "}
    found = reading(doc(tree, names=names, heads_of=heads_of))
    return [
        found.article.words(argument.passage)
        for statement in of_action(found, action)
        for argument in statement.arguments
        if argument.role == role
    ]


def test_a_mandate_of_a_force_concerns_where_the_force_is() -> None:
    tree = (
        f"{COUNCIL} ended/end/VBD/0/ROOT the/DT/5/det mandate/NN/3/obj of/IN/8/case the/DT/8/det "
        "force/NN/5/nmod in/IN/10/case France/NNP/8/nmod ././3/punct"
    )
    assert told(tree, "End", heads_of={"force": "organization"}) == ["France"]


def test_an_attack_on_a_force_is_not_aimed_at_where_it_is() -> None:
    tree = (
        f"{COUNCIL} criticised/criticise/VBD/0/ROOT a/DT/5/det force/NN/3/obj in/IN/7/case "
        "France/NNP/5/nmod ././3/punct"
    )
    assert told(tree, "Criticise", heads_of={"force": "organization"}) == []


@pytest.mark.parametrize(
    ("feeling", "towards"), [("concern/NN", ["France"]), ("satisfaction/NN", ["France"]), ("ideas/NNS", [])]
)
def test_a_feeling_is_felt_towards_whose_its_cause_is(feeling: str, towards: list[str]) -> None:
    tree = (
        f"{COUNCIL} expressed/express/VBD/0/ROOT {feeling}/3/obj about/IN/8/case France/NNP/8/nmod:poss "
        "'s/POS/6/case plans/plan/NNS/4/nmod ././3/punct"
    )
    assert told(tree, "Express") == towards


def test_a_feeling_that_a_deed_is_only_about_makes_nobody_its_party() -> None:
    tree = f"{COUNCIL} ended/end/VBD/0/ROOT concern/NN/3/obj about/IN/6/case France/NNP/4/nmod ././3/punct"
    assert told(tree, "End") == []


AT = (
    "Residents/resident/NNS/2/nsubj {verb}/VBD/0/ROOT at/IN/5/case a/DT/5/det {noun}/NN/2/obl in/IN/7/case "
    "France/NNP/5/nmod ././2/punct"
)


def test_where_a_riot_is_is_no_theme_of_it() -> None:
    jail = {"jail": "place"}
    assert told(AT.format(verb="rioted/riot", noun="jail"), "Protest", "theme", jail) == []
    assert told(AT.format(verb="rioted/riot", noun="jail"), "Protest", "place", jail) == ["a jail"]
    assert told(AT.format(verb="rioted/riot", noun="jail"), "Protest", "addressee", jail) == ["France"]
    assert told(AT.format(verb="protested/protest", noun="sale"), "Protest", "theme") == ["a sale in France"]


def test_who_is_evacuated_from_a_place_concerns_the_place_around_it() -> None:
    tree = (
        f"{COUNCIL} {{verb}}/VBD/0/ROOT a/DT/5/det camp/NN/3/obj in/IN/7/case France/NNP/5/nmod ././3/punct"
    )
    camp = {"camp": "place"}
    assert told(tree.format(verb="evacuated/evacuate"), "Rescue", heads_of=camp) == ["France"]
    assert told(tree.format(verb="saved/save"), "Rescue", heads_of=camp) == []


@pytest.mark.parametrize(("noun", "whom"), [("war/NN", ["France"]), ("match/NN", [])])
def test_what_troops_are_called_up_for_names_whom_they_are_to_fight(noun: str, whom: list[str]) -> None:
    tree = (
        f"{COUNCIL} mobilised/mobilise/VBD/0/ROOT reservists/reservist/NNS/3/obj for/IN/7/case a/DT/7/det "
        f"{noun}/3/obl against/IN/9/case France/NNP/7/nmod ././3/punct"
    )
    assert told(tree, "Mobilise") == whom


JOINED = (
    "Residents/resident/NNS/2/nsubj {verb}/VBD/0/ROOT Ada/NNP/2/obj Hale/NNP/3/flat {how}/IN/6/mark "
    "demanding/demand/VBG/2/advcl an/DT/8/det inquiry/NN/6/obj ././2/punct"
)


def test_those_who_are_joined_do_it_too() -> None:
    joined = told(JOINED.format(verb="joined/join", how="in"), "Demand", "agent")
    assert sorted(joined) == ["Ada Hale", "Residents"]


@pytest.mark.parametrize(("verb", "how"), [("met/meet", "in"), ("joined/join", "by")])
def test_those_who_are_met_or_joined_by_it_do_not(verb: str, how: str) -> None:
    assert "Ada Hale" not in told(JOINED.format(verb=verb, how=how), "Demand", "agent")


THREAT = (
    f"{COUNCIL} threatened/threaten/VBD/0/ROOT to/TO/5/mark {{deed}}/VB/3/xcomp {{whom}} "
    f"{{opening}}/IN/10/mark "
    "Ada/NNP/10/nsubj Hale/NNP/8/flat resigned/resign/VBD/5/advcl ././3/punct"
)


@pytest.mark.parametrize(
    ("deed", "whom", "opening", "addressee"),
    [
        ("strike", "again/RB/5/advmod", "unless", ["Ada Hale"]),
        ("strike", "again/RB/5/advmod", "if", ["Ada Hale"]),
        ("strike", "again/RB/5/advmod", "after", []),
        ("sue", "France/NNP/5/obj", "unless", []),
    ],
)
def test_a_threat_is_aimed_at_who_is_to_meet_its_condition(
    deed: str, whom: str, opening: str, addressee: list[str]
) -> None:
    assert told(THREAT.format(deed=deed, whom=whom, opening=opening), "Threaten") == addressee


WITHDREW = (
    f"{COUNCIL} {{verb}}/VBD/0/ROOT its/PRP$/5/nmod:poss {{who}}/NNS/3/obj {{where}}/IN/7/case "
    "France/NNP/3/obl ././3/punct"
)


@pytest.mark.parametrize(
    ("verb", "who", "where", "action"),
    [
        ("withdrew/withdraw", "troops/troop", "from", "WithdrawForces"),
        ("deployed/deploy", "troops/troop", "in", "DeployForces"),
        ("sent/send", "soldiers/soldier", "to", "DeployForces"),
    ],
)
def test_troops_are_the_means_of_those_whose_they_are(verb: str, who: str, where: str, action: str) -> None:
    tree = WITHDREW.format(verb=verb, who=who, where=where)
    assert told(tree, action, "theme") == ["France"]
    assert told(tree, action, "instrument") == [f"its {who.split('/')[0]}"]


def test_what_else_is_withdrawn_or_sent_is_what_it_is_done_to() -> None:
    tree = WITHDREW.format(verb="withdrew/withdraw", who="plans/plan", where="from")
    assert told(tree, "Withdraw", "theme") == ["its plans"]
    tree = WITHDREW.format(verb="sent/send", who="doctors/doctor", where="to")
    assert told(tree, "Send", "theme") == ["its doctors"]


def test_borders_are_the_means_of_letting_somebody_in() -> None:
    tree = (
        f"{COUNCIL} opened/open/VBD/0/ROOT its/PRP$/5/nmod:poss {{what}}/NNS/3/obj to/IN/7/case "
        "refugees/refugee/NNS/3/obl ././3/punct"
    )
    refugees = {"refugees": "person"}
    assert told(tree.format(what="borders/border"), "LetIn", "theme", refugees) == ["refugees"]
    assert told(tree.format(what="offices/office"), "LetIn", "theme", refugees) == []


def test_words_passed_by_a_body_are_its_words() -> None:
    tree = (
        f"{COUNCIL} passed/pass/VBD/0/ROOT a/DT/5/det {{what}}/NN/3/obj condemning/condemn/VBG/5/acl "
        "France/NNP/6/obj ././3/punct"
    )
    assert told(tree.format(what="resolution"), "Condemn", "agent") == ["Oxley Council"]
    assert told(tree.format(what="bridge"), "Condemn", "agent") == ["a bridge"]


def test_who_is_given_an_ultimatum_is_threatened() -> None:
    tree = f"{COUNCIL} gave/give/VBD/0/ROOT France/NNP/3/iobj an/DT/6/det ultimatum/NN/3/obj ././3/punct"
    assert told(tree, "Threaten", "theme") == ["France"]


@pytest.mark.parametrize(
    ("rest", "place"), [(" of/IN/7/case emergency/NN/5/nmod", False), (" today/NN/3/obl:unmarked", True)]
)
def test_a_state_of_emergency_is_no_place(rest: str, place: bool) -> None:
    tree = f"{COUNCIL} left/leave/VBD/0/ROOT the/DT/5/det state/NN/3/obj{rest} ././3/punct"
    found = reading(doc(tree, names={"Oxley Council": "ORG"}, heads_of={"state": "place"}))
    kinds = {entity.classes[0] for entity in found.entities if entity.label.startswith("state")}
    assert ("Place" in kinds) is place


def test_an_expression_has_no_word_of_its_own_as_theme() -> None:
    tree = f"{COUNCIL} opened/open/VBD/0/ROOT fire/NN/3/obj on/IN/6/case Monday/NNP/3/obl ././3/punct"
    assert told(tree, "Attack", "theme") == []


def test_several_who_speak_are_they() -> None:
    tree = (
        "Marlowans/NNPS/2/nsubj said/say/VBD/0/ROOT they/PRP/4/nsubj rejected/reject/VBD/2/ccomp "
        "the/DT/6/det "
        "plan/NN/4/obj ././2/punct"
    )
    found = reading(doc(tree, names={"Marlowans": "PERSON"}, heads_of={"they": "person"}))
    agents = [a for s in of_action(found, "Reject") for a in s.arguments if a.role == "agent"]
    assert [found.article.words(a.passage) for a in agents] == ["Marlowans"]


def test_a_description_that_is_the_theme_names_whom_it_serves_itself() -> None:
    tree = (
        f"{COUNCIL} expelled/expel/VBD/0/ROOT inspectors/inspector/NNS/3/obj of/IN/7/case "
        "Marlow/NNP/7/compound Bank/NNP/4/nmod ././3/punct"
    )
    assert told(tree, "Expel", "theme", {"inspectors": "person"}) == ["inspectors of Marlow Bank"]
    assert told(tree, "Expel", heads_of={"inspectors": "person"}) == []


@pytest.mark.parametrize(
    ("words", "body"),
    [("all/DT/5/det trust/NN/3/obj", False), ("the/DT/5/det trust/NN/3/obj", True)],
    ids=["all trust", "the trust"],
)
def test_what_is_not_counted_is_no_body(words: str, body: bool) -> None:
    found = reading(
        doc(f"{COUNCIL} lost/lose/VBD/0/ROOT {words} ././3/punct", heads_of={"trust": "abstract"})
    )
    kinds = {entity.classes[0] for entity in found.entities if "trust" in entity.label}
    assert kinds == {"Organisation" if body else "Thing"}


def test_a_preposition_that_the_parse_gave_to_the_verb_leads_to_what_follows() -> None:
    tree = (
        f"{COUNCIL} agreed/agree/VBD/0/ROOT to/RP/3/mark major/JJ/6/amod changes/change/NNS/3/obl ././3/punct"
    )
    assert told(tree, "Agree", "theme") == ["major changes"]

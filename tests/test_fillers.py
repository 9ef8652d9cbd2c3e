"""What fills the roles of a verb: phrases, clauses and nouns that stand elsewhere than right beside it."""

from __future__ import annotations

import pytest

from kg.model import Modality, Polarity
from tests.by_hand import doc, filled, of_action, only, reading

HALE = {"Hale": "PERSON"}


@pytest.mark.parametrize(
    ("tree", "action", "role", "filler"),
    [
        (  # Hale dropped out of the race
            "Hale/NNP/2/nsubj dropped/drop/VBD/0/ROOT out/IN/6/case of/IN/6/case the/DT/6/det race/NN/2/obl",
            "Leave",
            "theme",
            "race",
        ),
        (  # Hale proposed closing it
            "Hale/NNP/2/nsubj proposed/propose/VBD/0/ROOT closing/close/VBG/2/advcl it/PRP/3/obj",
            "Propose",
            "theme",
            "closing it",
        ),
        (  # Hale called for closing it
            "Hale/NNP/2/nsubj called/call/VBD/0/ROOT for/IN/4/mark closing/close/VBG/2/advcl it/PRP/4/obj",
            "Demand",
            "theme",
            "closing it",
        ),
        (  # Hale agreed with the assessment
            "Hale/NNP/2/nsubj agreed/agree/VBD/0/ROOT with/IN/5/case the/DT/5/det assessment/NN/2/obl",
            "Agree",
            "theme",
            "assessment",
        ),
        (  # a plan Hale rejected in weeks of talks
            "plans/plan/NNS/0/ROOT Hale/NNP/3/nsubj rejected/reject/VBD/1/acl:relcl in/IN/5/case "
            "weeks/week/NNS/3/obl",
            "Reject",
            "theme",
            "plans",
        ),
        (  # Hale called on Marsh, where the tree has a particle
            "Hale/NNP/2/nsubj called/call/VBD/0/ROOT on/RP/2/compound:prt him/PRP/2/obl to/TO/6/mark "
            "resign/VB/2/advcl",
            "Resign",
            "agent",
            "him",
        ),
        (  # the staff, who praised it: not "that of the staff"
            "that/that/DT/0/ROOT of/IN/4/case the/DT/4/det staff/NN/1/nmod ,/,/6/punct who/WP/7/nsubj "
            "praised/praise/VBD/1/acl:relcl it/PRP/7/obj",
            "Praise",
            "agent",
            "staff",
        ),
        (  # a reporter at the Echo, which praised it
            "reporter/NN/0/ROOT at/IN/4/case the/DT/4/det Echo/NNP/1/nmod ,/,/6/punct which/WDT/7/nsubj "
            "praised/praise/VBD/1/acl:relcl it/PRP/7/obj",
            "Praise",
            "agent",
            "Echo",
        ),
        (  # Hale had trouble joining the party
            "Hale/NNP/2/nsubj had/have/VBD/0/ROOT trouble/NN/2/obj joining/join/VBG/3/acl "
            "the/DT/6/det party/NN/4/obj",
            "Join",
            "agent",
            "Hale",
        ),
        (  # Hale voiced a desire to join the party
            "Hale/NNP/2/nsubj voiced/voice/VBD/0/ROOT a/DT/4/det desire/NN/2/obj to/TO/6/mark join/VB/4/acl "
            "the/DT/8/det party/NN/6/obj",
            "Join",
            "agent",
            "Hale",
        ),
    ],
)
def test_who_and_what_fill_a_role(tree: str, action: str, role: str, filler: str) -> None:
    named = {name: label for name, label in {**HALE, "Echo": "ORG"}.items() if name in tree}
    kinds = {"staff": "person", "reporter": "person"}
    made = doc(f"{tree} ././1/punct", names=named, heads_of={w: k for w, k in kinds.items() if w in tree})
    assert [filled(reading(made), one).get(role) for one in of_action(reading(made), action)] == [filler]


@pytest.mark.parametrize(
    ("tree", "action", "role"),
    [
        (  # in the congress Hale won six seats: the congress is not what was won
            "in/IN/3/case the/DT/3/det congress/NN/5/obl Hale/NNP/5/nsubj won/win/VBD/0/ROOT "
            "seats/seat/NNS/5/obj",
            "Win",
            "congress",
        ),
        (  # the strength needed to run Oxley: the strength runs nothing
            "Hale/NNP/2/nsubj lacks/lack/VBZ/0/ROOT strength/NN/2/obj needed/need/VBN/3/acl to/TO/6/mark "
            "reject/VB/4/advcl it/PRP/6/obj",
            "Reject",
            "strength",
        ),
        (  # survival depends on rejecting it: survival rejects nothing
            "Survival/survival/NN/2/nsubj depends/depend/VBZ/0/ROOT on/IN/4/mark "
            "rejecting/reject/VBG/2/advcl "
            "it/PRP/4/obj",
            "Reject",
            "Survival",
        ),
    ],
)
def test_what_fills_no_role(tree: str, action: str, role: str) -> None:
    made = doc(f"{tree} ././1/punct", names=HALE if "Hale" in tree else {})
    assert [
        one for one in of_action(reading(made), action) if role in filled(reading(made), one).values()
    ] == []


@pytest.mark.parametrize(
    ("tree", "action"),
    [
        (  # Hale said rejecting it was wrong: nobody rejected it
            "Hale/NNP/2/nsubj said/say/VBD/0/ROOT rejecting/reject/VBG/2/ccomp it/PRP/3/obj was/be/VBD/6/cop "
            "wrong/JJ/2/ccomp",
            "Reject",
        ),
        (  # her priority is choosing it
            "Their/their/PRP$/2/nmod:poss priority/NN/4/nsubj is/be/VBZ/4/aux "
            "choosing/choose/VBG/0/ROOT it/PRP/4/obj",
            "Choose",
        ),
        (  # what Marsh decides: nothing is named
            "what/WP/3/obj Marsh/NNP/3/nsubj decides/decide/VBZ/0/ROOT",
            "Decide",
        ),
        (  # the file shared with Hale contained it: not Hale
            "file/NN/0/ROOT shared/share/VBD/1/acl:relcl with/IN/4/case Hale/NNP/2/obl "
            "contained/contain/VBD/1/dep "
            "it/PRP/5/obj",
            "Include",
        ),
        (  # Hale, known as the Fox
            "Hale/NNP/3/nsubj:pass was/be/VBD/3/aux:pass known/know/VBN/0/ROOT as/IN/6/case "
            "the/DT/6/det fox/NN/3/obl",
            "Know",
        ),
        ("Hale/NNP/2/nsubj feels/feel/VBZ/0/ROOT bad/JJ/2/xcomp", "Believe"),
        ("They/they/PRP/3/nsubj:pass were/be/VBD/3/aux:pass sold/sell/VBN/0/ROOT", "Sell"),
    ],
)
def test_what_states_nothing_of_the_kind(tree: str, action: str) -> None:
    names = {name: "PERSON" for name in ("Hale", "Marsh") if name in tree}
    assert of_action(reading(doc(f"{tree} ././1/punct", names=names)), action) == []


@pytest.mark.parametrize(
    "tree",
    [
        # Hale is less likely to reject it
        "Hale/NNP/4/nsubj is/be/VBZ/4/cop less/RBR/4/advmod likely/JJ/0/ROOT to/TO/6/mark "
        "reject/VB/4/xcomp it/PRP/6/obj",
        # no council seems likely to reject it
        "No/no/DT/2/det council/NN/3/nsubj seems/seem/VBZ/0/ROOT likely/JJ/3/xcomp "
        "to/TO/6/mark reject/VB/4/xcomp "
        "it/PRP/6/obj",
        # no council is likely to reject it
        "No/no/DT/2/det council/NN/4/nsubj is/be/VBZ/4/cop likely/JJ/0/ROOT to/TO/6/mark "
        "reject/VB/4/xcomp it/PRP/6/obj",
    ],
)
def test_a_predicate_passes_on_what_is_denied_of_its_subject(tree: str) -> None:
    found = reading(doc(f"{tree} ././1/punct", names=HALE if "Hale" in tree else {}))
    rejection = only(found, "Reject")
    assert (rejection.polarity, rejection.modality) == (Polarity.NEGATIVE, Modality.POSSIBLE)


@pytest.mark.parametrize(
    ("tree", "action", "roles"),
    [
        (  # a man in the crowd praised it, where the tree gives the crowd
            "man/NN/6/dep in/IN/4/case the/DT/4/det crowd/NN/6/nsubj ,/,/6/punct "
            "praised/praise/VBD/0/ROOT it/PRP/6/obj",
            "Praise",
            {"agent": "man", "theme": "it"},
        ),
        (  # the council led by Hale, where the tree gives Hale as the subject
            "council/NN/2/nsubj praised/praise/VBD/0/ROOT by/IN/4/case Hale/NNP/2/nsubj",
            "Praise",
            {"agent": "Hale", "theme": "council"},
        ),
        (  # Hale last night praised it, where the tree gives the night
            "Hale/NNP/2/compound night/NN/3/nsubj praised/praise/VBD/0/ROOT it/PRP/3/obj",
            "Praise",
            {"agent": "Hale", "theme": "it"},
        ),
        (  # the number of schools is a number
            "Hale/NNP/2/nsubj limited/limit/VBD/0/ROOT the/DT/4/det number/NN/2/obj of/IN/6/case "
            "schools/school/NNS/4/nmod",
            "Restrict",
            {"agent": "Hale", "theme": "number of schools"},
        ),
        (  # rejected by large, but insufficient, majorities
            "plan/NN/3/nsubj:pass was/be/VBD/3/aux:pass rejected/reject/VBN/0/ROOT by/IN/5/case "
            "large/JJ/3/obl:agent",
            "Reject",
            {"theme": "plan"},
        ),
        (  # Hale decided what it is
            "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT what/WP/2/obj it/PRP/3/nsubj is/be/VBZ/3/cop",
            "Reject",
            {"agent": "Hale", "theme": "what it is"},
        ),
    ],
)
def test_who_and_what_where_the_tree_errs(tree: str, action: str, roles: dict[str, str]) -> None:
    made = doc(f"{tree} ././1/punct", names=HALE if "Hale" in tree else {})
    assert filled(reading(made), only(reading(made), action)) == roles


def test_what_came_before_is_not_denied_with_the_rest() -> None:
    made = doc(
        "Hale/NNP/2/nsubj declined/decline/VBD/0/ROOT to/TO/4/mark stand/VB/2/xcomp after/IN/6/mark "
        "praising/praise/VBG/4/advcl it/PRP/6/obj ././2/punct",
        names=HALE,
    )
    assert only(reading(made), "Praise").polarity is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("tree", "action"),
    [
        (
            "It/it/PRP/6/nsubj ,/,/4/punct you/PRP/4/nsubj know/VBP/6/parataxis ,/,/4/punct "
            "fell/fall/VBD/0/ROOT",
            "Know",
        ),
        ("Hale/NNP/2/nsubj seized/seize/VBD/0/ROOT on/IN/4/case it/PRP/2/obl", "Seize"),
        (
            "It/it/PRP/3/nsubj:pass is/be/VBZ/3/aux:pass seen/see/VBN/0/ROOT as/IN/6/case "
            "a/DT/6/det mess/NN/3/obl",
            "Perceive",
        ),
        (
            "Hale/NNP/3/nmod:poss 's/POS/1/case appeal/NN/6/nsubj to/IN/5/case "
            "voters/voter/NNS/3/nmod fell/fall/VBD/0/ROOT",
            "Request",
        ),
    ],
)
def test_what_is_said_in_passing_or_in_another_sense(tree: str, action: str) -> None:
    made = doc(f"{tree} ././1/punct", names=HALE if "Hale" in tree else {})
    assert of_action(reading(made), action) == []

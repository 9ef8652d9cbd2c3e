"""Which sense a verb has by what fills its slots, and who plays which part, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extraction.tokens import Doc
from kg.extraction.triggers import evocation
from kg.ontology import load, read_turtle
from kg.senses import requirements

from .by_hand import doc, filled, only, reading

_OBJECT = "Hale/NNP/2/nsubj {verb}/VBD/0/ROOT the/DT/4/det {noun}/NN/2/obj ././2/punct"


def _sense(tree: str) -> str | None:
    made = Doc(doc(tree, names={"Hale": "PERSON"} if "Hale" in tree else None))
    way = evocation(next(t for t in made if t.dep_ == "ROOT"), load())
    return way.action.name if way is not None else None


@pytest.mark.parametrize(
    ("verb", "noun", "action"),
    [
        ("held/hold", "meeting", "Conduct"),
        ("held/hold", "vote", "Conduct"),
        ("held/hold", "vigil", "Conduct"),
        ("held/hold", "seat", None),
        ("held/hold", "opinion", None),
        ("carried/carry", "seat", "Win"),
        ("carried/carry", "bag", None),
        ("occupied/occupy", "square", "Invade"),
        ("occupied/occupy", "spotlight", None),
        ("used/use", "report", "Use"),
        ("raised/raise", "tax", "Increase"),
        ("raised/raise", "money", "Gather"),
        ("raised/raise", "question", "Express"),
        ("raised/raise", "eyebrow", None),
        ("led/lead", "council", "Lead"),
        ("ran/run", "council", "Lead"),
        ("ran/run", "marathon", None),
        ("captured/capture", "town", "Invade"),
        ("captured/capture", "painting", "Seize"),
        ("maintained/maintain", "pier", "Keep"),
        ("sustained/sustain", "injury", "Undergo"),
        ("sustained/sustain", "effort", "Keep"),
        ("executed/execute", "plan", "Implement"),
        ("addressed/address", "problem", "Address"),
        ("addressed/address", "crowd", "Speak"),
        ("asked/ask", "question", "Question"),
        ("secured/secure", "seat", "Receive"),
        ("secured/secure", "border", None),
    ],
)
def test_an_object_tells_senses_apart(verb: str, noun: str, action: str | None) -> None:
    assert _sense(_OBJECT.format(verb=verb, noun=noun)) == action


@pytest.mark.parametrize(
    ("tree", "action"),
    [
        (
            "Hale/NNP/2/nsubj led/lead/VBD/0/ROOT Marsh/NNP/2/obj by/IN/6/case two/CD/6/nummod "
            "points/NNS/2/obl",
            None,
        ),
        ("Hale/NNP/2/nsubj dropped/drop/VBD/0/ROOT out/RP/2/compound:prt ././2/punct", None),
        ("Hale/NNP/2/nsubj dropped/drop/VBD/0/ROOT the/DT/4/det plan/NN/2/obj", "Cancel"),
        ("Hale/NNP/2/nsubj raised/raise/VBD/0/ROOT £/$/2/obj 5/CD/3/nummod", "Gather"),
        ("Hale/NNP/2/nsubj likes/like/VBZ/0/ROOT Oxley/NNP/2/obj", "Admire"),
        ("Hale/NNP/2/nsubj likes/like/VBZ/0/ROOT to/TO/4/mark swim/VB/2/xcomp", None),
        ("Hale/NNP/3/nsubj would/MD/3/aux like/VB/0/ROOT to/TO/5/mark swim/VB/3/xcomp", "Want"),
        (
            "Hale/NNP/2/nsubj asked/ask/VBD/0/ROOT Marsh/NNP/2/iobj who/WP/5/nsubj paid/pay/VBD/2/ccomp",
            "Question",
        ),
        ("Hale/NNP/2/nsubj asked/ask/VBD/0/ROOT Marsh/NNP/2/iobj to/TO/5/mark pay/VB/2/xcomp", "Request"),
        ("Hale/NNP/2/nsubj settled/settle/VBD/0/ROOT in/IN/4/case Oxley/NNP/2/obl", None),
        ("Hale/NNP/2/nsubj opened/open/VBD/0/ROOT up/RP/2/compound:prt the/DT/5/det pier/NN/2/obj", "Open"),
    ],
)
def test_slots_and_particles_tell_senses_apart(tree: str, action: str | None) -> None:
    made = Doc(doc(tree, names={name: "PERSON" for name in ("Hale", "Marsh") if name in tree}))
    way = evocation(next(t for t in made if t.dep_ == "ROOT"), load())
    assert (way.action.name if way is not None else None) == action


def test_a_condition_is_read_from_turtle(tmp_path) -> None:
    file = tmp_path / "senses.ttl"
    file.write_text(
        "@prefix kg: <https://kg.example/ontology#> .\n"
        'kg:Conduct kg:requires [ kg:lemma "hold" ; kg:filler kg:Action ; kg:noWord "view" ] .\n',
        "utf-8",
    )
    ((expression, requirement),) = requirements(read_turtle([file]), "Conduct")
    assert (expression, requirement.slot) == ("hold", "obj")
    assert (requirement.wanted.kinds, requirement.refused.words) == ({"Action"}, {"view"})


@pytest.mark.parametrize(
    ("tree", "action", "roles"),
    [
        (
            "Hale/NNP/2/nsubj wants/want/VBZ/0/ROOT Marsh/NNP/2/obj to/TO/5/mark resign/VB/2/xcomp "
            "././2/punct",
            "Want",
            {"agent": "Hale", "theme": "Marsh to resign"},
        ),
        (
            "The/DT/2/det polls/poll/NNS/3/nsubj closed/close/VBD/0/ROOT at/IN/5/case noon/NN/3/obl "
            "././3/punct",
            "Close",
            {"theme": "polls"},
        ),
        (
            "Hale/NNP/3/nsubj:pass was/be/VBD/3/aux:pass promised/promise/VBN/0/ROOT a/DT/5/det "
            "seat/NN/3/obj "
            "by/IN/7/case Marsh/NNP/3/obl:agent ././3/punct",
            "Promise",
            {"agent": "Marsh", "addressee": "Hale", "theme": "seat"},
        ),
        (
            "Hale/NNP/2/nsubj endorsed/endorse/VBD/0/ROOT and/CC/4/cc praised/praise/VBD/2/conj the/DT/6/det "
            "plan/NN/4/obj ././2/punct",
            "Support",
            {"agent": "Hale", "theme": "plan"},
        ),
        (
            "Hale/NNP/2/nsubj used/use/VBD/0/ROOT the/DT/4/det council/NN/2/obj to/TO/6/mark sue/VB/2/advcl "
            "Marsh/NNP/6/obj ././2/punct",
            "Sue",
            {"agent": "Hale", "theme": "Marsh"},
        ),
        (
            "Hale/NNP/2/nsubj spent/spend/VBD/0/ROOT £/$/2/obj 5/CD/3/nummod on/IN/7/case the/DT/7/det "
            "pier/NN/2/obl "
            "././2/punct",
            "Allocate",
            {"agent": "Hale", "theme": "£ 5", "topic": "pier"},
        ),
        (
            "As/IN/2/advmod many/JJ/7/nsubj:pass as/IN/2/case fifty/CD/5/nummod towns/town/NNS/7/nsubj:pass "
            "were/be/VBD/7/aux:pass affected/affect/VBN/0/ROOT ././7/punct",
            "Affect",
            {"theme": "fifty towns"},
        ),
    ],
    ids=["wanted of somebody", "becomes", "was promised", "shared object", "means", "a sum", "as many as"],
)
def test_who_takes_which_part(tree: str, action: str, roles: dict[str, str]) -> None:
    extraction = reading(doc(tree, names={n: "PERSON" for n in ("Hale", "Marsh") if n in tree}))
    found = filled(extraction, only(extraction, action))
    assert {role: words for role, words in found.items() if role != "time"} == roles


@pytest.mark.parametrize(
    ("object_", "action"), [("plan/NN", "Cancel"), ("children/child/NNS", None), ("Hale/NNP", None)]
)
def test_only_plans_are_abandoned_like_plans(object_: str, action: str | None) -> None:
    tree = f"Oxley/NNP/2/nsubj abandoned/abandon/VBD/0/ROOT her/PRP$/4/nmod:poss {object_}/2/obj ././2/punct"
    assert _sense(tree) == action


@pytest.mark.parametrize(("noun", "action"), [("pier/NN", "Campaign"), ("years/year/NNS", "Fight")])
def test_nobody_campaigns_for_years(noun: str, action: str) -> None:
    rest = f"for/IN/5/case its/PRP$/5/nmod:poss {noun}/2/obl ././2/punct"
    assert _sense(f"Oxley/NNP/2/nsubj fought/fight/VBD/0/ROOT {rest}") == action


@pytest.mark.parametrize(("subject", "action"), [("committee/NN", "Establish"), ("Hale/NNP", None)])
def test_whoever_was_set_up_was_not_founded(subject: str, action: str | None) -> None:
    passive = "was/be/VBD/4/aux:pass set/set/VBN/0/ROOT up/RP/4/compound:prt ././4/punct"
    assert _sense(f"The/DT/2/det {subject}/4/nsubj:pass {passive}") == action


@pytest.mark.parametrize(("noun", "action"), [("seat/NN", "Stand"), ("principles/principle/NNS", None)])
def test_a_principle_is_no_post_to_stand_for(noun: str, action: str | None) -> None:
    tree = f"Oxley/NNP/2/nsubj stood/stand/VBD/0/ROOT for/IN/5/case a/DT/5/det {noun}/2/obl ././2/punct"
    assert _sense(tree) == action


def test_what_used_to_be_was_used_for_nothing() -> None:
    tree = "Oxley/NNP/2/nsubj used/use/VBD/0/ROOT to/TO/5/mark be/VB/5/cop rich/JJ/2/xcomp ././2/punct"
    assert _sense(tree) is None


@pytest.mark.parametrize(("whom", "action"), [("'s/PRP", None), ("us/PRP", "Allow")])
def test_lets_allows_nothing(whom: str, action: str | None) -> None:
    tree = f"Hale/NNP/2/nsubj let/let/VBD/0/ROOT {whom}/2/obj leave/VB/2/xcomp ././2/punct"
    assert _sense(tree) == action

"""That what fills a role is right where it stands, and left out where it is not, on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, filled, of_action, only, reading

_NAMES = {
    "Hale": "PERSON",
    "Marsh": "PERSON",
    "Reed": "PERSON",
    "Oxley FM": "ORG",
    "Oxley": "LOC",
    "Super Tuesday": "MISC",
}


def _parts(tree: str, action: str) -> list[dict[str, str]]:
    made = doc(tree)
    ex = reading(doc(tree, names={n: label for n, label in _NAMES.items() if n in made.text}))
    return [filled(ex, statement) for statement in of_action(ex, action)]


@pytest.mark.parametrize(
    ("tree", "action", "parts"),
    [
        pytest.param(
            "Bakers/baker/NNS/6/nsubj ,/,/1/punct for/IN/4/case instance/NN/6/obl ,/,/4/punct "
            "argue/VBP/0/ROOT that/IN/9/mark rents/rent/NNS/9/nsubj rose/rise/VBD/6/ccomp ././6/punct",
            "Claim",
            {"agent": "Bakers", "theme": "that rents rose"},
            id="an aside between commas is nothing that is argued",
        ),
        pytest.param(
            "Reed/NNP/3/nsubj is/be/VBZ/3/aux supporting/support/VBG/0/ROOT Hale/NNP/3/obj and/CC/9/cc "
            "has/have/VBZ/9/aux been/be/VBN/9/cop in/IN/9/case league/NN/3/obl with/IN/11/case "
            "her/she/PRP/9/nmod "
            "././3/punct",
            "Support",
            {"agent": "Reed", "theme": "Hale"},
            id="what a second predicate says is no object of the first verb",
        ),
        pytest.param(
            "Reed/NNP/3/nsubj is/be/VBZ/3/aux supporting/support/VBG/0/ROOT Hale/NNP/3/obj and/CC/9/cc "
            "has/have/VBZ/9/aux been/be/VBN/9/cop in/IN/9/case league/NN/3/conj with/IN/11/case "
            "her/she/PRP/9/nmod "
            "././3/punct",
            "Support",
            {"agent": "Reed", "theme": "Hale"},
            id="nor where a parse joins it to the object",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj stands/stand/VBZ/0/ROOT for/IN/4/case mayor/NN/2/obl -/,/8/punct "
            "often/RB/8/advmod that/WDT/8/nsubj includes/include/VBZ/4/acl:relcl "
            "letters/letter/NNS/8/obj ././2/punct",
            "Include",
            {"theme": "letters"},
            id="a that behind something of its clause is no relative pronoun",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj ignored/ignore/VBD/0/ROOT the/DT/4/det word/NN/2/obj harbour/NN/4/appos "
            "././2/punct",
            "Ignore",
            {"agent": "Hale", "theme": "word harbour"},
            id="a word that is named belongs to its noun",
        ),
        pytest.param(
            "Marsh/NNP/2/nsubj blamed/blame/VBD/0/ROOT the/DT/4/det loss/NN/2/obj on/IN/6/case "
            "Reed/NNP/2/obl "
            "././2/punct",
            "Blame",
            {"agent": "Marsh", "theme": "Reed", "topic": "loss"},
            id="who is blamed follows on",
        ),
        pytest.param(
            "Marsh/NNP/2/nsubj blamed/blame/VBD/0/ROOT Reed/NNP/2/obj for/IN/6/case the/DT/6/det "
            "loss/NN/2/obl "
            "././2/punct",
            "Blame",
            {"agent": "Marsh", "theme": "Reed", "topic": "loss"},
            id="who is blamed is the object",
        ),
        pytest.param(
            "Reed/NNP/2/nsubj spoke/speak/VBD/0/ROOT on/IN/5/case Oxley/NNP/5/compound FM/NNP/2/obl "
            "././2/punct",
            "Speak",
            {"agent": "Reed"},
            id="spoke on a channel, not about it",
        ),
        pytest.param(
            "Reed/NNP/2/nsubj died/die/VBD/0/ROOT in/IN/6/case a/DT/6/det car/NN/6/compound crash/NN/2/obl "
            "././2/punct",
            "Die",
            {"agent": "Reed"},
            id="a crash is no place",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj said/say/VBD/0/ROOT it/PRP/2/obj ././2/punct",
            "Say",
            {"agent": "Hale", "theme": "it"},
            id="what is said is no topic",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj said/say/VBD/0/ROOT they/PRP/2/obj think/VBP/2/ccomp it/PRP/6/nsubj "
            "fell/fall/VBD/4/ccomp ././2/punct",
            "Say",
            {"agent": "Hale", "theme": "they think it fell"},
            id="no verb has they for an object",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj pledged/pledge/VBD/0/ROOT to/TO/4/mark resign/VB/2/xcomp "
            "after/IN/7/case a/DT/7/det "
            "funeral/NN/4/obl Sunday/NNP/7/nmod:unmarked ././2/punct",
            "Resign",
            {"agent": "Hale"},
            id="when the funeral was is not when she resigns",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj praised/praise/VBD/0/ROOT Reed/NNP/2/obj for/IN/6/case Super/NNP/6/compound "
            "Tuesday/NNP/2/obl ././2/punct",
            "Praise",
            {"agent": "Hale", "theme": "Reed"},
            id="a day that is part of a name says not when",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj compared/compare/VBD/0/ROOT the/DT/4/det tax/NN/2/obj to/IN/6/case "
            "theft/NN/2/obl "
            "././2/punct",
            "Describe",
            {"agent": "Hale", "theme": "tax", "topic": "theft"},
            id="what a thing is compared to",
        ),
        pytest.param(
            "He/PRP/2/nsubj goes/go/VBZ/0/ROOT on/RP/2/compound:prt to/TO/5/mark believe/VB/2/xcomp "
            "that/IN/11/mark "
            "preventing/prevent/VBG/2/xcomp farmers/farmer/NNS/7/obj is/be/VBZ/11/cop quite/RB/11/advmod "
            "wrong/JJ/5/ccomp ././2/punct",
            "Prevent",
            None,
            id="what is called wrong is not said to be done",
        ),
        pytest.param(
            "They/PRP/2/nsubj said/say/VBD/0/ROOT no/UH/2/discourse to/IN/5/case "
            "everything/NN/2/obl ././2/punct",
            "Say",
            {"agent": "They", "topic": "everything"},
            id="nobody talks to everything",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj called/call/VBD/0/ROOT for/IN/4/case Reed/NNP/2/obl to/TO/7/mark "
            "be/VB/7/aux:pass "
            "sacked/sack/VBN/2/xcomp ././2/punct",
            "Demand",
            {"agent": "Hale", "theme": "Reed to be sacked"},
            id="who is to be sacked is not asked to do it",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj accepted/accept/VBD/0/ROOT your/PRP$/4/nmod:poss nomination/NN/2/obj "
            "for/IN/6/case "
            "mayor/NN/4/nmod of/IN/8/case Oxley/NNP/6/nmod ././2/punct",
            "Accept",
            {"agent": "Hale", "theme": "your nomination for mayor of Oxley"},
            id="what is yours is not the town's",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj showed/show/VBD/0/ROOT skill/NN/2/obj to/IN/6/case some/DT/6/det "
            "extent/NN/2/obl "
            "././2/punct",
            "Show",
            {"agent": "Hale", "theme": "skill"},
            id="to some extent names nothing",
        ),
    ],
)
def test_each_part_is_right(tree: str, action: str, parts: dict[str, str] | None) -> None:
    assert _parts(tree, action) == ([] if parts is None else [parts])


def test_new_opens_a_name() -> None:
    tree = "New/JJ/2/amod Oxleyans/NNPS/3/nsubj sued/sue/VBD/0/ROOT the/DT/5/det bank/NN/3/obj ././3/punct"
    ex = reading(doc(tree, names={"New Oxleyans": "NORP"}, heads_of={"Oxleyans": "person"}))
    assert filled(ex, only(ex, "Sue"))["agent"] == "New Oxleyans"


_ACTIVE = "Hale/NNP/2/nsubj {verb}/VBD/0/ROOT the/DT/4/det {noun}/NN/2/obj ././2/punct"
_STRUCK = (
    "The/DT/2/det town/NN/4/nsubj:pass was/be/VBD/4/aux:pass struck/strike/VBN/0/ROOT by/IN/6/case "
    "{whom}/NNS/4/obl:agent ././4/punct"
)


@pytest.mark.parametrize(
    ("tree", "action"),
    [
        (_STRUCK.format(whom="rebels/rebel"), "Attack"),
        (_STRUCK.format(whom="views/view"), None),
        (_ACTIVE.format(verb="understood/understand", noun="plan"), "Know"),
        (_ACTIVE.format(verb="managed/manage", noun="hotel"), "Lead"),
        (_ACTIVE.format(verb="managed/manage", noun="pain"), None),
        (_ACTIVE.format(verb="exploited/exploit", noun="worker"), "Abuse"),
        (_ACTIVE.format(verb="exploited/exploit", noun="error"), None),
        (_ACTIVE.format(verb="pressed/press", noun="council"), "Urge"),
        (_ACTIVE.format(verb="pressed/press", noun="button"), None),
        (_ACTIVE.format(verb="signed/sign", noun="treaty"), "SignAgreement"),
        (_ACTIVE.format(verb="signed/sign", noun="autograph"), None),
        (_ACTIVE.format(verb="eliminated/eliminate", noun="rule"), "Repeal"),
        (_ACTIVE.format(verb="eliminated/eliminate", noun="rival"), None),
        (_ACTIVE.format(verb="crushed/crush", noun="revolt"), "Repress"),
        (_ACTIVE.format(verb="crushed/crush", noun="rival"), None),
        (_ACTIVE.format(verb="worried/worry", noun="council"), None),
        (_ACTIVE.format(verb="deployed/deploy", noun="army"), "Mobilise"),
        (_ACTIVE.format(verb="deployed/deploy", noun="tactic"), None),
        (_ACTIVE.format(verb="shut/shut", noun="pier"), "Close"),
        ("We/PRP/2/nsubj stood/stand/VBD/0/ROOT by/RP/2/compound:prt ././2/punct", None),
        ("Hale/NNP/2/nsubj retired/retire/VBD/0/ROOT ././2/punct", None),
        ("Hale/NNP/2/nsubj relied/rely/VBD/0/ROOT on/IN/4/case Reed/NNP/2/obl ././2/punct", None),
    ],
)
def test_a_verb_has_its_sense_by_what_stands_with_it(tree: str, action: str | None) -> None:
    made = doc(tree)
    ex = reading(doc(tree, names={n: label for n, label in _NAMES.items() if n in made.text}))
    told = {statement.action for statement in ex.statements} - {"Action"}
    assert told == ({action} if action else set())

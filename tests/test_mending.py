"""Trees that cannot be right are hung as the words must stand: who did it, and who only stands beside."""

from __future__ import annotations

import pytest

from .by_hand import doc, filled, of_action, reading

HALE, MARSH, REED = "Ada Hale", "Jon Marsh", "Ben Reed"
PEOPLE = {HALE: "PERSON", MARSH: "PERSON", REED: "PERSON"}


def _read(tree: str):
    text = " ".join(word.split("/")[0] for word in tree.split())
    return reading(doc(tree, names={name: kind for name, kind in PEOPLE.items() if name in text}))


def _told(tree: str, action: str) -> list[tuple[str | None, str | None]]:
    """Who does what to whom by the statements of an action that the paper vouches for, or somebody says."""
    found = _read(tree)
    rows = [filled(found, s) for s in of_action(found, action) if s.asserted]
    return [(row.get("agent"), row.get("theme")) for row in rows]


def test_a_headline_leaves_out_was():
    tree = "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT in/IN/5/case Oxley/NNP/3/obl"
    assert _told(tree, "Attack") == [(None, HALE)]


def test_a_sentence_with_a_full_stop_is_no_headline():
    tree = "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT in/IN/5/case May/NNP/3/obl ././3/punct"
    assert _told(tree, "Attack") == [(HALE, None)]


def test_whoever_is_urged_in_a_headline_urges_nobody():
    tree = "Ada/NNP/3/nsubj Hale/NNP/1/flat urged/urge/VBD/0/ROOT to/TO/5/mark resign/VB/3/xcomp"
    found = _read(tree)
    (urged,) = of_action(found, "Urge")
    assert filled(found, urged)["addressee"] == HALE and "agent" not in filled(found, urged)


def test_whoever_threatens_to_act_does_it_in_a_headline_too():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat threatened/threaten/VBD/0/ROOT to/TO/5/mark sue/VB/3/xcomp "
        "Jon/NNP/5/obj Marsh/NNP/6/flat"
    )
    assert [agent for agent, _ in _told(tree, "Threaten")] == [HALE]


def test_a_jury_told_says_nothing():
    tree = (
        "Jury/NN/2/nsubj told/tell/VBD/0/ROOT Ada/NNP/2/iobj Hale/NNP/3/flat attacked/attack/VBD/2/ccomp "
        "Jon/NNP/5/obj Marsh/NNP/6/flat"
    )
    found = _read(tree)
    assert [quote.speaker for quote in found.quotes] == [None]
    assert [filled(found, s) for s in of_action(found, "Attack")] == [{"agent": HALE, "theme": MARSH}]


JOINED = (
    "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat and/CC/7/cc "
    "Ben/NNP/4/conj Reed/NNP/7/flat arrested/arrest/VBD/3/conj her/she/PRP/9/obj ././3/punct"
)


def test_the_last_conjunct_before_a_verb_is_its_subject():
    assert _told(JOINED, "Attack") == [(HALE, MARSH)]
    assert [agent for agent, _ in _told(JOINED, "Arrest")] == [REED]


def test_a_participle_after_the_last_conjunct_has_no_subject_there():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT aides/NNS/3/obj and/CC/6/cc "
        "friends/friend/NNS/4/conj arrested/arrest/VBD/3/conj in/IN/9/case May/NNP/7/obl ././3/punct"
    )
    found = _read(tree)
    assert all(filled(found, s).get("agent") != "friends" for s in of_action(found, "Arrest"))


def test_an_infinitive_keeps_its_object_and_the_main_verb_its_own():
    tree = (
        "Ada/NNP/4/nmod:poss Hale/NNP/1/flat 's/POS/1/case failure/NN/0/ROOT to/TO/6/mark sack/VB/4/acl "
        "Jon/NNP/6/obj Marsh/NNP/7/flat angered/anger/VBD/10/amod MPs/MP/NNPS/6/obj ././4/punct"
    )
    assert _told(tree, "Dismiss") == [(HALE, MARSH)]


@pytest.mark.parametrize(("sign", "teller"), [(":/:", HALE), (",/,", None)])
def test_a_verb_of_saying_before_a_colon_and_a_quote_is_the_main_verb(sign: str, teller: str | None) -> None:
    tree = (
        f"Ada/NNP/0/ROOT Hale/NNP/1/flat later/RB/4/advmod posted/post/VBN/1/acl {sign}/8/punct “/``/8/punct "
        "Reed/NNP/8/nsubj resigned/resign/VBD/1/parataxis ”/''/8/punct"
    )
    assert [agent for agent, _ in _told(tree, "Write")] == [teller]


def test_a_clause_without_who_is_about_the_noun_before_it():
    tree = (
        "The/DT/2/det council/NN/6/nsubj Ada/NNP/2/appos Hale/NNP/3/flat leads/lead/VBZ/3/flat "
        "sued/sue/VBD/0/ROOT Jon/NNP/6/obj Marsh/NNP/7/flat ././6/punct"
    )
    assert _told(tree, "Sue") == [("council", MARSH)]


def test_a_noun_is_not_described_by_the_subject_of_its_clause():
    tree = (
        "The/DT/2/det man/NN/10/nsubj Ada/NNP/5/nsubj Hale/NNP/3/flat attacked/attack/VBD/2/acl:relcl "
        ",/,/7/punct "
        "Jon/NNP/2/appos Marsh/NNP/7/flat ,/,/2/punct resigned/resign/VBD/0/ROOT ././10/punct"
    )
    assert _told(tree, "Resign") == [("man", None)]


def test_what_somebody_says_of_a_noun_is_not_their_own_deed():
    tree = (
        "Ben/NNP/0/ROOT Reed/NNP/1/flat is/be/VBZ/5/cop the/DT/5/det man/NN/1/appos Hale/NNP/7/nsubj "
        "says/say/VBZ/5/acl:relcl attacked/attack/VBN/7/ccomp Jon/NNP/8/obj Marsh/NNP/9/flat ././5/punct"
    )
    assert _told(tree, "Attack") == []


def test_a_denied_claim_is_no_confession():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat denied/deny/VBD/0/ROOT claims/claim/VBZ/3/obj she/PRP/6/nsubj "
        "attacked/attack/VBD/4/ccomp Jon/NNP/6/obj Marsh/NNP/7/flat ././3/punct"
    )
    found = _read(tree)
    (attacked,) = of_action(found, "Attack")
    assert attacked.polarity.name == "NEGATIVE" and attacked.quote is not None
    assert not of_action(found, "Claim")


def test_a_dismissed_report_is_not_the_papers_own():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat dismissed/dismiss/VBD/0/ROOT reports/report/NNS/3/obj "
        "she/PRP/6/nsubj "
        "sacked/sack/VBD/3/conj Jon/NNP/6/obj Marsh/NNP/7/flat ././3/punct"
    )
    assert all(agent != HALE or theme != MARSH for agent, theme in _told(tree, "Dismiss"))


def test_claims_that_somebody_made_are_theirs():
    tree = (
        "Jon/NNP/3/nsubj Marsh/NNP/1/flat read/VBD/0/ROOT reports/report/NNS/3/obj Ada/NNP/7/nsubj "
        "Hale/NNP/5/flat "
        "wrote/write/VBD/4/acl:relcl ././3/punct"
    )
    assert _told(tree, "Write") == [(HALE, "reports")]


def test_whoever_stands_after_claims_claims_it():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat attacked/attack/VBD/0/ROOT Ben/NNP/7/obj Reed/NNP/4/flat "
        ",/,/1/punct "
        "claims/claim/VBZ/3/conj Jon/NNP/7/obj Marsh/NNP/8/flat in/IN/11/case court/NN/7/obl ././3/punct"
    )
    found = _read(tree)
    (attacked,) = of_action(found, "Attack")
    assert filled(found, attacked) == {"agent": HALE, "theme": REED}
    (quote,) = found.quotes
    assert attacked.quote == quote and {e.key: e.label for e in found.entities}[quote.speaker] == MARSH


@pytest.mark.parametrize(
    "tree",
    [
        "Jon/NNP/4/nsubj:pass Marsh/NNP/1/flat was/be/VBD/4/aux:pass sacked/sack/VBN/0/ROOT "
        "not/RB/7/advmod "
        "by/IN/7/case Ada/NNP/4/obl:agent Hale/NNP/7/flat but/CC/11/cc by/IN/11/case Ben/NNP/7/conj "
        "Reed/NNP/11/flat ././4/punct",
        "Jon/NNP/5/nsubj:pass Marsh/NNP/1/flat was/be/VBD/5/aux:pass not/RB/5/advmod "
        "sacked/sack/VBN/0/ROOT "
        "by/IN/7/case Ada/NNP/5/obl:agent Hale/NNP/7/flat but/CC/11/cc by/IN/11/case Ben/NNP/7/conj "
        "Reed/NNP/11/flat ././5/punct",
        "Jon/NNP/4/nsubj:pass Marsh/NNP/1/flat was/be/VBD/4/aux:pass sacked/sack/VBN/0/ROOT by/IN/6/case "
        "Ben/NNP/4/obl:agent Reed/NNP/6/flat rather/RB/10/cc than/IN/8/fixed Ada/NNP/6/conj "
        "Hale/NNP/10/flat "
        "././4/punct",
    ],
)
def test_whoever_is_ruled_out_did_not_do_it(tree):
    found = _read(tree)
    (sacked,) = of_action(found, "Dismiss")
    assert filled(found, sacked) == {"agent": REED, "theme": MARSH} and sacked.polarity.name == "POSITIVE"


def test_all_but_one_leaves_one_out():
    tree = (
        "All/DT/5/nsubj but/CC/5/cc Ada/NNP/1/conj Hale/NNP/3/flat backed/back/VBD/0/ROOT Jon/NNP/5/obj "
        "Marsh/NNP/6/flat ././5/punct"
    )
    assert HALE not in [agent for agent, _ in _told(tree, "Support")]


def test_it_was_she_and_not_he_who_did_it():
    tree = (
        "It/PRP/3/expl was/be/VBD/3/cop Ada/NNP/0/ROOT Hale/NNP/3/flat ,/,/7/punct not/RB/7/advmod "
        "Ben/NNP/3/conj "
        "Reed/NNP/7/flat ,/,/11/punct who/WP/11/nsubj sued/sue/VBD/3/advcl:relcl Jon/NNP/11/obj "
        "Marsh/NNP/12/flat "
        "././3/punct"
    )
    assert _told(tree, "Sue") == [(HALE, MARSH)]


def test_a_predicate_after_but_is_no_correction():
    tree = (
        "Hale/NNP/5/nsubj is/be/VBZ/5/cop not/RB/5/advmod a/DT/5/det fan/NN/0/ROOT but/CC/9/cc "
        "she/PRP/9/nsubj "
        "is/be/VBZ/9/cop leader/NN/5/conj ././5/punct"
    )
    made = doc(tree)
    reading(made)
    assert made[4].head.i == 4  # what the pipeline gave stays as it was


def test_whoever_is_sold_something_is_not_sold():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat sold/sell/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat the/DT/7/det "
        "company/NN/3/obj ././3/punct"
    )
    assert _told(tree, "Sell") == [(HALE, "company")]


def test_what_somebody_has_done_is_no_duty():
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat had/have/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
        "killed/kill/VBN/3/xcomp "
        "././3/punct"
    )
    found = _read(tree)
    (killed,) = of_action(found, "Kill")
    assert (
        killed.modality.name == "ACTUAL" and not killed.asserted and filled(found, killed) == {"theme": MARSH}
    )


def test_nobody_does_it_without_by():
    tree = (
        "Ada/NNP/0/ROOT Hale/NNP/1/flat accused/accuse/VBN/1/acl over/IN/6/mark Jon/NNP/3/obl:agent "
        "sacking/sack/VBG/3/xcomp"
    )
    assert [agent for agent, _ in _told(tree, "Accuse")] == [None]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("the/DT/7/det suit/NN/7/compound alleges/allege/NNS/2/parataxis", True),
        ("police/NN/6/compound allege/allege/NN/3/appos", True),
        ("she/PRP/6/nsubj alleges/allege/NNS/2/parataxis", True),
        ("a/DT/6/det suit/NN/3/appos filed/file/VBN/6/acl today/NN/7/obl alleges/allege/NNS/7/obl", True),
        ("a/DT/6/det man/NN/3/appos of/IN/9/case many/JJ/9/amod claims/claim/NNS/6/nmod", False),
        ("insurance/NN/6/compound claims/claim/NNS/3/appos", False),
    ],
)
def test_who_alleges_a_sentence_stands_at_its_end(source: str, told: bool) -> None:
    tree = f"Hale/NNP/2/nsubj sued/sue/VBD/0/ROOT Marsh/NNP/2/obj ,/,/2/punct {source} ././2/punct"
    found = reading(doc(tree, names={"Hale": "PERSON", "Marsh": "PERSON"}))
    (sued,) = of_action(found, "Sue")
    assert (sued.quote is not None) is told


@pytest.mark.parametrize(("comma", "agent"), [(",/,/4/punct ", HALE), ("", None)])
def test_who_accuses_after_a_comma_is_the_subject_before_it(comma: str, agent: str | None) -> None:
    verb = 6 if comma else 5
    tree = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat sued/sue/VBD/0/ROOT Reed/NNP/3/obj "
        f"{comma}accusing/accuse/VBG/4/acl Jon/NNP/{verb}/obj Marsh/NNP/{verb + 1}/flat ././3/punct"
    )
    assert (HALE in [agent for agent, _ in _told(tree, "Accuse")]) is (agent is not None)

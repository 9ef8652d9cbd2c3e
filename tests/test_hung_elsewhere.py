"""Subjects, objects and doers that a parse hangs elsewhere are given back to the verbs they stand by."""

from __future__ import annotations

import pytest

from kg.extraction import Knowledge
from kg.extraction.reading import Reading
from kg.extraction.syntax.mending import mend
from kg.model import Article

from .by_hand import doc, filled, of_action, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed", "Hale", "Marsh", "Reed")


def _roles(tree: str, action: str) -> list[dict[str, str]]:
    """What fills the roles of each statement of an action."""
    text = " ".join(word.split("/")[0] for word in tree.split())
    found = reading(doc(tree, names={name: "PERSON" for name in _PEOPLE if name in text}))
    return [filled(found, statement) for statement in of_action(found, action)]


#: Name of the case: the tree, an action, and what fills the roles of its only statement.
_TREES = {
    "a report before what it tells": (
        "The/DT/2/det head/NN/8/nsubj of/IN/4/case Oxley/NNP/2/nmod announced/announce/VBD/0/ROOT "
        "Hale/NNP/8/nsubj had/have/VBD/8/aux resigned/resign/VBN/5/ccomp ././5/punct",
        "Announce",
        {"agent": "head of Oxley", "theme": "Hale had resigned"},
    ),
    "a clause with that hung as on a noun": (
        "Hale/NNP/2/nsubj underscored/underscore/VBD/0/ROOT at/IN/5/case the/DT/5/det meeting/NN/2/obl "
        "that/IN/8/mark "
        "Marsh/NNP/8/nsubj left/leave/VBD/2/acl ././2/punct",
        "Action",
        {"agent": "Hale", "theme": "that Marsh left"},
    ),
    "who before another subject": (
        "Reed/NNP/2/nsubj backed/back/VBD/0/ROOT Marsh/NNP/2/obj ,/,/7/punct who/WP/7/nsubj "
        "Hale/NNP/7/nsubj criticised/criticise/VBD/3/acl:relcl ././2/punct",
        "Criticise",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    "an object taken for the subject of the main verb": (
        "Those/DT/7/nsubj who/WP/3/nsubj bought/buy/VBD/1/acl:relcl tickets/ticket/NNS/7/nsubj "
        "would/MD/7/aux not/RB/7/advmod applaud/VB/0/ROOT Hale/NNP/7/obj ././7/punct",
        "Buy",
        {"agent": "Those who bought tickets", "theme": "tickets"},
    ),
    "a participle behind who says so": (
        "It/PRP/2/nsubj fell/fall/VBD/6/ccomp ,/,/2/punct Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "said/say/VBD/0/ROOT ,/,/8/punct quoting/quote/VBG/2/advcl the/DT/10/det report/NN/8/obj ././6/punct",
        "ReferTo",
        {"agent": "Jon Marsh", "theme": "report"},
    ),
    "a participle behind who says so, and when": (
        "It/PRP/2/nsubj fell/fall/VBD/6/ccomp ,/,/2/punct Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "said/say/VBD/0/ROOT Monday/NNP/2/obl:unmarked ,/,/9/punct quoting/quote/VBG/2/advcl "
        "Reed/NNP/9/obj ././6/punct",
        "ReferTo",
        {"agent": "Jon Marsh", "theme": "Reed"},
    ),
    "a day behind whom somebody tells": (
        "Hale/NNP/2/nsubj told/tell/VBD/0/ROOT trustees/trustee/NNS/2/iobj Monday/NNP/2/iobj that/IN/7/mark "
        "Marsh/NNP/7/nsubj left/leave/VBD/2/ccomp ././2/punct",
        "Tell",
        {"agent": "Hale", "addressee": "trustees", "theme": "that Marsh left", "time": "Monday"},
    ),
    "a subject behind its verb": (
        "Other/JJ/2/amod letters/letter/NNS/3/nsubj damaged/damage/VBD/0/ROOT Hale/NNP/3/nsubj "
        "badly/RB/3/advmod "
        "././3/punct",
        "Harm",
        {"agent": "Other letters", "theme": "Hale"},
    ),
    "an object hung on the verb above": (
        "Hale/NNP/2/nsubj opposed/oppose/VBD/0/ROOT using/use/VBG/2/xcomp force/NN/2/obj ././2/punct",
        "Oppose",
        {"agent": "Hale", "theme": "using force"},
    ),
    "an object hung on the noun above": (
        "Hale/NNP/2/nsubj denounced/denounce/VBD/0/ROOT a/DT/4/det scandal/NN/2/obj "
        "involving/involve/VBG/7/case "
        "three/CD/7/nummod hospitals/hospital/NNS/4/nmod ././2/punct",
        "Involve",
        {"agent": "scandal", "theme": "three hospitals"},
    ),
    "a clause that is told taken for the main one": (
        "Hale/NNP/2/nsubj slept/sleep/VBD/0/ROOT after/IN/8/mark letters/letter/NNS/5/nsubj "
        "revealed/reveal/VBD/8/advcl Marsh/NNP/8/nsubj:pass was/be/VBD/8/aux:pass sacked/sack/VBN/2/advcl "
        "././2/punct",
        "Reveal",
        {"agent": "letters", "theme": "Marsh was sacked"},
    ),
    "a doer hung on the noun": (
        "Hale/NNP/2/nsubj read/read/VBD/0/ROOT the/DT/4/det letters/letter/NNS/2/obj "
        "published/publish/VBN/4/acl "
        "by/IN/7/case Reed/NNP/4/nmod ././2/punct",
        "Publish",
        {"agent": "Reed", "theme": "letters"},
    ),
    "an adverb behind a verb of trying": (
        "Hale/NNP/2/nsubj tried/try/VBD/0/ROOT unsuccessfully/RB/2/advmod to/TO/5/mark "
        "sell/VB/2/advcl the/DT/7/det pier/NN/5/obj ././2/punct",
        "Seek",
        {"agent": "Hale", "theme": "to sell the pier"},
    ),
    "an infinitive right behind its verb": (
        "Hale/NNP/2/nsubj slept/sleep/VBD/0/ROOT ,/,/6/punct but/CC/6/cc critics/critic/NNS/6/nsubj "
        "tend/tend/VBP/2/conj to/TO/8/mark attack/VB/2/conj Marsh/NNP/8/obj ././2/punct",
        "Attack",
        {"agent": "critics", "theme": "Marsh"},
    ),
    "a gerund behind its preposition": (
        "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT the/DT/4/det plan/NN/2/obj without/IN/6/mark "
        "reading/read/VBG/7/amod letters/letter/NNS/2/obj ././2/punct",
        "Reject",
        {"agent": "Hale", "theme": "plan"},
    ),
    "hearers before a clause": (
        "This/DT/2/nsubj shows/show/VBZ/0/ROOT trustees/trustee/NNS/2/obj that/IN/6/mark Marsh/NNP/6/nsubj "
        "left/leave/VBD/2/ccomp ././2/punct",
        "Show",
        {"agent": "This", "addressee": "trustees", "theme": "that Marsh left"},
    ),
    "whoever is helped": (
        "Data/data/NNS/2/nsubj help/help/VBP/0/ROOT trustees/trustee/NNS/4/obj reject/VB/2/xcomp "
        "plans/plan/NNS/4/obj "
        "././2/punct",
        "Reject",
        {"agent": "trustees", "theme": "plans"},
    ),
    "what somebody may do": (
        "The/DT/2/det prospect/NN/7/nsubj of/IN/4/case Hale/NNP/2/nmod attacking/attack/VBG/2/acl "
        "Reed/NNP/5/obj "
        "pleased/please/VBD/0/ROOT Marsh/NNP/7/obj ././7/punct",
        "Attack",
        {"agent": "Hale", "theme": "Reed"},
    ),
    "an object behind a measure": (
        "The/DT/2/det deal/NN/4/nsubj has/have/VBZ/4/aux increased/increase/VBN/0/ROOT by/IN/7/case "
        "7/CD/7/nummod "
        "percent/NN/4/obl the/DT/9/det pay/NN/7/acl:relcl ././4/punct",
        "Increase",
        {"agent": "deal", "theme": "pay"},
    ),
    "a clause with -ing as the subject": (
        "Hale/NNP/3/nsubj did/do/VBD/3/aux believe/VB/0/ROOT closing/close/VBG/3/advcl the/DT/6/det "
        "pier/NN/4/obj "
        "would/MD/8/aux hurt/VB/3/ccomp the/DT/10/det town/NN/8/obj ././3/punct",
        "Harm",
        {"agent": "closing the pier", "theme": "town"},
    ),
}


@pytest.mark.parametrize("name", _TREES)
def test_hung_elsewhere(name: str) -> None:
    tree, action, roles = _TREES[name]
    assert _roles(tree, action) == [roles]


def test_a_particle_is_no_part_of_the_object() -> None:
    tree = (
        "Hale/NNP/2/nsubj walked/walk/VBD/0/ROOT back/RB/5/advmod her/PRP$/5/nmod:poss "
        "remarks/remark/NNS/2/obl "
        "././2/punct"
    )
    (roles,) = _roles(tree, "Action")
    assert roles["theme"] == "her remarks"


def test_what_a_preposition_leads_to_is_no_lost_object() -> None:
    tree = (
        "Hale/NNP/2/nsubj backed/back/VBD/0/ROOT Marsh/NNP/2/obj resigning/resign/VBG/2/advcl from/IN/7/case "
        "the/DT/7/det board/NN/4/obl ././2/punct"
    )
    assert _roles(tree, "Support") == [{"agent": "Hale", "theme": "Marsh"}]


def test_a_gerund_after_a_beginning_is_the_doing_of_who_begins() -> None:
    tree = (
        "Hale/NNP/2/nsubj began/begin/VBD/0/ROOT the/DT/4/det debate/NN/2/obj attacking/attack/VBG/2/xcomp "
        "Marsh/NNP/5/obj ././2/punct"
    )
    assert _roles(tree, "Attack") == [{"agent": "Hale", "theme": "Marsh"}]


def test_what_is_made_hard_is_done_by_nobody_named() -> None:
    tree = (
        "The/DT/2/det slump/NN/3/nsubj made/make/VBD/0/ROOT it/PRP/3/obj hard/JJ/3/xcomp to/TO/7/mark "
        "hire/VB/5/xcomp teachers/teacher/NNS/7/obj ././3/punct"
    )
    assert [roles.get("agent") for roles in _roles(tree, "Hire")] == [None]


def test_whoever_bears_a_cost_to_avoid_something_avoids_it() -> None:
    tree = (
        "Hale/NNP/2/nsubj used/use/VBD/0/ROOT savings/saving/NNS/2/obj to/TO/5/mark pay/VB/2/advcl "
        "costs/cost/NNS/5/obj to/TO/8/mark avoid/VB/5/advcl adding/add/VBG/8/xcomp to/IN/11/case "
        "debts/debt/NNS/9/obl "
        "././2/punct"
    )
    assert [roles["agent"] for roles in _roles(tree, "Increase")] == ["Hale"]


def test_no_mistake_assumes_anything() -> None:
    tree = (
        "It/PRP/4/nsubj is/be/VBZ/4/cop a/DT/4/det mistake/NN/0/ROOT to/TO/6/mark assume/VB/4/acl "
        "that/IN/9/mark "
        "Hale/NNP/9/nsubj left/leave/VBD/6/ccomp ././4/punct"
    )
    assert [roles.get("agent") for roles in _roles(tree, "Believe")] == [None]


def test_who_has_a_job_doing_something_does_it() -> None:
    tree = (
        "Hale/NNP/2/nsubj gained/gain/VBD/0/ROOT fame/NN/2/obj attacking/attack/VBG/3/acl "
        "Marsh/NNP/4/obj ././2/punct"
    )
    assert _roles(tree, "Attack") == [{"agent": "Hale", "theme": "Marsh"}]


def test_a_particle_hung_with_its_object_belongs_to_the_verb() -> None:
    tree = (
        "Hale/NNP/2/nsubj walked/walk/VBD/0/ROOT back/RB/2/advmod her/PRP$/5/nmod:poss "
        "remarks/remark/NNS/3/obl "
        "././2/punct"
    )
    (roles,) = _roles(tree, "Action")
    assert roles["theme"] == "her remarks"


def _hung(tree: str) -> dict[str, tuple[str, str]]:
    """How each word hangs once the tree is mended: its relation, and the word above."""
    text = " ".join(word.split("/")[0] for word in tree.split())
    made = doc(tree, names={name: "PERSON" for name in _PEOPLE if name in text})
    words = Reading.of(Article(made.text, id="by hand"), made).doc
    mend(words, Knowledge.shipped().ontology)
    return {word.text: (word.dep_, word.head.text) for word in words}


#: Name of the case: the tree, and how some of its words hang once it is mended.
_HUNG = {
    "a dateline": (
        "OXLEY/NNP/5/nsubj --/:/1/punct The/DT/4/det slump/NN/5/nsubj ended/end/VBD/0/ROOT ././5/punct",
        {"OXLEY": ("dep", "ended"), "slump": ("nsubj", "ended")},
    ),
    "a title": (
        "Actor/NN/4/nsubj Ada/NNP/4/nsubj Hale/NNP/2/flat left/leave/VBD/0/ROOT ././4/punct",
        {"Ada": ("appos", "Actor")},
    ),
    "an owner": (
        "Hale/NNP/4/nsubj 's/POS/1/case showing/show/VBG/4/nsubj failed/fail/VBD/0/ROOT ././4/punct",
        {"Hale": ("nmod:poss", "showing")},
    ),
    "somebody named again": (
        "Another/DT/2/det trustee/NN/7/nsubj ,/,/4/punct Ada/NNP/7/nsubj Hale/NNP/4/flat ,/,/2/punct "
        "left/leave/VBD/0/ROOT ././7/punct",
        {"Ada": ("appos", "trustee")},
    ),
    "somebody described ahead": (
        "A/DT/2/det trustee/NN/5/nsubj ,/,/2/punct she/PRP/5/nsubj left/leave/VBD/0/ROOT ././5/punct",
        {"trustee": ("dep", "left")},
    ),
    "a subject taken for an object": (
        "A/DT/2/det poll/NN/3/nsubj shows/show/VBZ/0/ROOT Hale/NNP/5/obj backs/back/VBZ/3/ccomp "
        "Reed/NNP/5/obj "
        "././3/punct",
        {"Hale": ("nsubj", "backs"), "Reed": ("obj", "backs")},
    ),
    "a gerund taken for an attribute": (
        "Trading/trade/VBG/2/amod prisoners/prisoner/NNS/3/obj hurts/hurt/VBZ/0/ROOT Hale/NNP/3/obj "
        "././3/punct",
        {"Trading": ("csubj", "hurts"), "prisoners": ("obj", "Trading")},
    ),
}


@pytest.mark.parametrize("name", _HUNG)
def test_mended(name: str) -> None:
    tree, words = _HUNG[name]
    hung = _hung(tree)
    assert {word: hung[word] for word in words} == words


def test_a_particle_behind_another_verb_is_not_its_own() -> None:
    tree = (
        "Calls/call/NNS/7/nsubj for/IN/5/mark Hale/NNP/5/nsubj to/TO/5/mark drop/VB/1/acl "
        "out/RP/5/compound:prt "
        "quieted/quiet/VBD/0/ROOT down/RP/5/compound:prt ././7/punct"
    )
    found = reading(doc(tree, names={"Hale": "PERSON"}))
    assert "drop out" in [found.article.words(s.trigger) for s in of_action(found, "Action")]

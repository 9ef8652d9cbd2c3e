"""Who does what to whom where actors stand behind quantities, hyphens or phrases: on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Polarity

from .by_hand import doc, of_action, reading

NAMES = {
    "Ada Hale": "PERSON",
    "Jon Marsh": "PERSON",
    "Amin Tal": "PERSON",
    "Norland": "LOC",
    "Sudmark": "LOC",
    "Oxley": "LOC",
    "Marlow Bank": "ORG",
}
HALE = "Ada/NNP/3/nsubj Hale/NNP/1/flat"


def read(tree: str, **kinds: str) -> Extraction:
    text = " ".join(word.split("/")[0] for word in tree.split())
    names = {name: label for name, label in NAMES.items() if name in text}
    return reading(doc(tree, names=names, heads_of=kinds or None))


def told(extraction: Extraction, action: str) -> list[dict[str, str]]:
    """Of each statement of an action, the words that fill each role."""
    words = extraction.article.words
    return [{a.role: words(a.passage) for a in s.arguments} for s in of_action(extraction, action)]


def _called(hyphen: str) -> list[str]:
    extraction = read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat met/meet/VBD/0/ROOT party/NN/5/compound leader/NN/6/nmod:desc "
        f"Amin/NNP/3/obj Tal/NNP/6/flat {hyphen}/9/punct ur/NNP/6/flat {hyphen}/11/punct Reman/NNP/6/flat "
        "././3/punct"
    )
    return [found["coAgent"] for found in told(extraction, "Meet")]


def test_a_particle_between_hyphens_goes_on_with_a_name() -> None:
    assert _called("-/TIED") == ["Amin Tal-ur-Reman"]
    assert _called("-/HYPH") == ["Amin Tal"]  # dashes


def test_two_names_with_a_hyphen_are_two() -> None:
    extraction = read(
        "The/DT/6/det Ada/NNP/6/compound Hale/NNP/2/flat -/TIED/5/punct Marsh/NNP/2/flat talks/NNS/7/nsubj "
        "failed/fail/VBD/0/ROOT ././7/punct"
    )
    assert "Ada Hale-Marsh" not in [e.label for e in extraction.entities]


def test_what_ends_a_post_is_no_title() -> None:
    extraction = read(
        "Secretary/NNP/4/compound -/TIED/3/punct General/NNP/4/compound Ada/NNP/6/nsubj Hale/NNP/4/flat "
        "left/leave/VBD/0/ROOT ././6/punct"
    )
    assert "Ada Hale" in [extraction.article.words(m.passage) for m in extraction.mentions]
    titled = read("General/NNP/2/compound Ada/NNP/4/nsubj Hale/NNP/2/flat left/leave/VBD/0/ROOT ././4/punct")
    assert "General Ada Hale" in [titled.article.words(m.passage) for m in titled.mentions]


def test_a_plural_verb_agrees_with_what_is_within() -> None:
    tree = (
        "A/DT/2/det deployment/NN/6/nsubj of/IN/4/case soldiers/NNS/2/nmod {have}/5/aux "
        "attacked/attack/VBN/0/ROOT Marlow/NNP/8/compound Bank/NNP/6/obj ././6/punct"
    )
    tree = tree.replace("/5/aux", "/6/aux")
    plural = read(tree.format(have="have/have/VBP"), soldiers="person")
    assert [found["agent"] for found in told(plural, "Attack")] == ["soldiers"]
    singular = read(tree.format(have="has/have/VBZ"), soldiers="person")
    assert "soldiers" not in [found.get("agent") for found in told(singular, "Attack")]


def test_a_share_stays_with_what_it_is_of() -> None:
    extraction = read(
        "20/CD/2/nummod percent/NN/5/nsubj of/IN/4/case soldiers/NNS/2/nmod attack/attack/VBP/0/ROOT "
        "Marlow/NNP/7/compound Bank/NNP/5/obj ././5/punct",
        soldiers="person",
    )
    assert [found["agent"] for found in told(extraction, "Attack")] == ["20 percent of soldiers"]


def test_a_body_with_a_plural_verb_acts_itself() -> None:
    extraction = read(
        "The/DT/2/det council/NN/6/nsubj of/IN/4/case ministers/NNS/2/nmod have/have/VBP/6/aux "
        "attacked/attack/VBN/0/ROOT Marlow/NNP/8/compound Bank/NNP/6/obj ././6/punct",
        council="organization",
        ministers="person",
    )
    assert [found["agent"] for found in told(extraction, "Attack")] == ["The council of ministers"]


@pytest.mark.parametrize(
    ("phrase", "protest"),
    [
        ("in/IN/5/case protest/NN/3/obl at/IN/8/case the/DT/8/det sale/NN/5/nmod", True),
        ("in/IN/6/case the/DT/6/det protest/NN/3/obl at/IN/9/case the/DT/9/det sale/NN/6/nmod", False),
    ],
    ids=["in protest", "in the protest"],
)
def test_a_deed_in_protest_is_one(phrase: str, protest: bool) -> None:
    extraction = read(f"{HALE} resigned/resign/VBD/0/ROOT {phrase} ././3/punct")
    found = told(extraction, "Protest")
    assert [f["agent"] for f in found] == (["Ada Hale"] if protest else [])


def test_the_place_that_a_place_is_part_of_is_concerned() -> None:
    extraction = read(
        f"{HALE} rioted/riot/VBD/0/ROOT at/IN/6/case a/DT/6/det prison/NN/3/obl in/IN/8/case "
        "Norland/NNP/6/nmod ././3/punct",
        prison="place",
    )
    (found,) = told(extraction, "Protest")
    assert (found["place"], found["addressee"]) == ("a prison", "Norland")


@pytest.mark.parametrize(
    ("verb", "agents"),
    [("joining/join", ["Ada Hale", "Jon Marsh"]), ("asking/ask", [])],
    ids=["joining", "asking"],
)
def test_whoever_joins_others_in_a_deed_does_it(verb: str, agents: list[str]) -> None:
    extraction = read(
        f"{HALE} rioted/riot/VBD/0/ROOT ,/,/3/punct {verb}/VBG/3/advcl Jon/NNP/5/obj Marsh/NNP/6/flat "
        "in/IN/9/mark demanding/demand/VBG/5/advcl a/DT/11/det vote/NN/9/obj ././3/punct"
    )
    assert [found.get("agent") for found in told(extraction, "Demand")] == agents


def test_arms_are_fired_at_somebody_and_people_are_fired() -> None:
    arms = read(
        f"{HALE} fired/fire/VBD/0/ROOT two/CD/5/nummod rockets/rocket/NNS/3/obj at/IN/8/case "
        "Marlow/NNP/8/compound Bank/NNP/3/obl ././3/punct"
    )
    (found,) = told(arms, "ShootAt")
    assert (found["instrument"], found["theme"]) == ("two rockets", "Marlow Bank")
    assert not told(arms, "Dismiss")
    person = read(f"{HALE} fired/fire/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat ././3/punct")
    assert [found["theme"] for found in told(person, "Dismiss")] == ["Jon Marsh"]


def test_demonstrators_march_and_others_show_things() -> None:
    march = read(f"{HALE} demonstrated/demonstrate/VBD/0/ROOT in/IN/5/case Oxley/NNP/3/obl ././3/punct")
    assert told(march, "Protest") == [{"agent": "Ada Hale", "place": "Oxley"}]
    shown = read(f"{HALE} demonstrated/demonstrate/VBD/0/ROOT the/DT/5/det pump/NN/3/obj ././3/punct")
    assert not told(shown, "Protest")
    tells = read(
        "As/IN/3/mark polls/NNS/3/nsubj demonstrate/VBP/6/advcl ,/,/3/punct Hale/NNP/6/nsubj left/VBD/0/ROOT"
    )
    assert not told(tells, "Protest")


def test_who_presses_a_demand_makes_it() -> None:
    extraction = read(
        f"{HALE} pressed/press/VBD/0/ROOT her/PRP$/5/nmod:poss demand/NN/3/obj for/IN/7/case land/NN/5/nmod "
        "from/IN/10/case Marlow/NNP/10/compound Bank/NNP/7/nmod ././3/punct"
    )
    assert told(extraction, "Demand") == [
        {"addressee": "Marlow Bank", "agent": "Ada Hale", "theme": "land from Marlow Bank"}
    ]
    assert not told(extraction, "Urge")


def test_what_is_lacking_beside_a_deed_denies_it_only_of_partners() -> None:
    beside = read(
        f"{HALE} resigned/resign/VBD/0/ROOT with/IN/6/case no/DT/6/det warning/NN/3/obl ././3/punct"
    )
    assert [s.polarity for s in of_action(beside, "Resign")] == [Polarity.POSITIVE]
    partner = read(
        f"{HALE} met/meet/VBD/0/ROOT with/IN/6/case no/DT/6/det minister/NN/3/obl ././3/punct",
        minister="person",
    )
    assert [s.polarity for s in of_action(partner, "Meet")] == [Polarity.NEGATIVE]


def test_a_prefix_is_no_verb() -> None:
    tree = (
        f"{HALE} agreed/agree/VBD/0/ROOT to/TO/5/mark re/re/VB/3/xcomp -/TIED/5/punct open/open/VB/3/xcomp "
        "the/DT/9/det bridge/NN/5/obj ././3/punct"
    )
    extraction = read(tree)
    assert told(extraction, "Action") == []
    (found,) = told(extraction, "Open")
    assert (found["agent"], found["theme"]) == ("Ada Hale", "the bridge")


def test_what_follows_a_measure_is_the_object() -> None:
    extraction = read(
        "Ada/NNP/3/nsubj:pass Hale/NNP/1/flat cut/cut/VBN/0/ROOT by/IN/6/case one/CD/6/nummod hour/NN/3/obl "
        "the/DT/9/det night/NN/9/compound curfew/NN/6/appos in/IN/11/case Norland/NNP/9/nmod ././3/punct"
    )
    (found,) = told(extraction, "Reduce")
    assert (found["agent"], found["theme"]) == ("Ada Hale", "the night curfew in Norland")


def test_only_a_verb_of_saying_stands_before_its_subject() -> None:
    extraction = read(
        f"{HALE} left/leave/VBD/0/ROOT after/IN/6/case a/DT/6/det rebellion/NN/3/obl "
        "toppled/topple/VBD/3/conj the/DT/9/det council/NN/7/nsubj ././3/punct",
        council="organization",
    )
    (found,) = told(extraction, "Dismiss")
    assert (found["agent"], found["theme"]) == ("a rebellion", "the council")


def test_a_day_between_a_verb_and_its_preposition_completes_nothing() -> None:
    extraction = read(
        f"{HALE} called/call/VBD/0/ROOT Monday/NNP/3/xcomp on/IN/7/case Jon/NNP/3/obl Marsh/NNP/6/flat "
        "to/TO/9/mark resign/VB/3/advcl ././3/punct".replace("on/IN/7/case", "on/IN/6/case")
    )
    (found,) = told(extraction, "Urge")
    assert found["addressee"] == "Jon Marsh" and found["theme"] == "to resign"
    assert [f["agent"] for f in told(extraction, "Resign")] == ["Jon Marsh"]


def test_plans_and_laws_are_no_groups_of_people() -> None:
    extraction = read(f"{HALE} cancelled/cancel/VBD/0/ROOT several/JJ/5/amod projects/NNS/3/obj ././3/punct")
    assert [e.classes for e in extraction.entities if e.label == "several projects"] == [
        ("Thing", "Programme")
    ]


def test_whoever_is_given_asylum_is_no_second_object() -> None:
    extraction = read(
        "Norland/NNP/2/nsubj granted/grant/VBD/0/ROOT asylum/NN/2/obj to/IN/6/case ten/CD/6/nummod "
        "dissidents/NNS/2/obj ././2/punct",
        dissidents="person",
    )
    assert told(extraction, "Provide") == [
        {"addressee": "ten dissidents", "agent": "Norland", "theme": "asylum"}
    ]


@pytest.mark.parametrize(
    ("tree", "agents"),
    [
        ("{talks} ended/end/VBD/0/ROOT ././6/punct", ["Norland", "Sudmark"]),
        ("Hopes/hope/NNS/8/nsubj for/IN/3/case {talks} ended/end/VBD/0/ROOT ././8/punct", []),
    ],
    ids=["talks", "hopes for talks"],
)
def test_talks_between_two_are_theirs(tree: str, agents: list[str]) -> None:
    first = 2 if tree.startswith("Hopes") else 0
    above = "1/nmod" if first else "6/nsubj"
    talks = (
        f"talks/talk/NNS/{above} between/IN/{first + 3}/case Norland/NNP/{first + 1}/nmod "
        f"and/CC/{first + 5}/cc Sudmark/NNP/{first + 3}/conj"
    )
    extraction = read(tree.format(talks=talks))
    assert [found["agent"] for found in told(extraction, "Discuss")] == agents


def test_an_envoy_concerns_where_he_is_sent_and_talks_not_what_they_are_about() -> None:
    envoy = read(
        f"{HALE} recalled/recall/VBD/0/ROOT the/DT/5/det ambassador/NN/3/obj to/IN/7/case "
        "Norland/NNP/5/nmod ././3/punct",
        ambassador="person",
    )
    assert [found["addressee"] for found in told(envoy, "CallBack")] == ["Norland"]
    about = read(
        f"{HALE} ended/end/VBD/0/ROOT talks/talk/NNS/3/obj on/IN/6/case Norland/NNP/4/nmod ././3/punct"
    )
    assert [found.get("addressee") for found in told(about, "End")] == [None]


def test_who_is_ordered_to_leave_or_given_time_leaves() -> None:
    ordered = read(
        f"{HALE} ordered/order/VBD/0/ROOT the/DT/5/det envoy/NN/3/obj to/TO/7/mark leave/VB/5/acl "
        "././3/punct",
        envoy="person",
    )
    assert [found["agent"] for found in told(ordered, "Leave")] == ["the envoy"]
    given = read(
        f"{HALE} gave/give/VBD/0/ROOT Jon/NNP/3/iobj Marsh/NNP/4/flat two/CD/7/nummod days/NNS/3/obj "
        "to/TO/9/mark leave/VB/3/advcl ././3/punct"
    )
    assert [found["agent"] for found in told(given, "Leave")] == ["Jon Marsh"]


def test_what_leads_into_a_place_is_its() -> None:
    extraction = read(
        f"{HALE} bombed/bomb/VBD/0/ROOT a/DT/5/det bridge/NN/3/obj leading/lead/VBG/5/acl into/IN/8/case "
        "Norland/NNP/6/obl ././3/punct"
    )
    assert [found["addressee"] for found in told(extraction, "Bomb")] == ["Norland"]


def test_forces_open_fire_and_shops_open() -> None:
    extraction = read(
        f"{HALE} opened/open/VBD/0/ROOT fire/NN/3/obj on/IN/6/case demonstrators/NNS/3/obl ././3/punct",
        demonstrators="person",
    )
    assert [found["theme"] for found in told(extraction, "Attack")] == ["demonstrators"]
    assert not told(extraction, "Open")


@pytest.mark.parametrize("pronoun", ["each/DT/6/obj other/JJ/7/fixed", "one/CD/6/obj another/DT/7/fixed"])
def test_what_two_do_to_each_other_each_does(pronoun: str) -> None:
    extraction = read(
        "Ada/NNP/6/nsubj Hale/NNP/1/flat and/CC/4/cc Jon/NNP/1/conj Marsh/NNP/4/flat blamed/blame/VBD/0/ROOT "
        f"{pronoun} ././6/punct"
    )
    found = [(f["agent"], f["theme"]) for f in told(extraction, "Blame")]
    assert sorted(found) == [("Ada Hale", "Jon Marsh"), ("Jon Marsh", "Ada Hale")]


def test_of_one_plural_nobody_is_told_apart() -> None:
    extraction = read(
        "The/DT/2/det rebels/NNS/3/nsubj blamed/blame/VBD/0/ROOT each/DT/3/obj other/JJ/4/fixed ././3/punct",
        rebels="person",
    )
    assert [f["theme"] for f in told(extraction, "Blame")] == ["each other"]


@pytest.mark.parametrize(
    ("verb", "action"), [("held/hold", "Detain"), ("took/take", "Abduct")], ids=["held", "took"]
)
def test_people_are_held_or_taken_hostage(verb: str, action: str) -> None:
    extraction = read(
        f"{HALE} {verb}/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat hostage/NN/3/xcomp ././3/punct"
    )
    assert [f["theme"] for f in told(extraction, action)] == ["Jon Marsh"]


def test_ties_are_cut_and_budgets() -> None:
    ties = read(
        f"{HALE} cut/cut/VBD/0/ROOT ties/tie/NNS/3/obj with/IN/7/case Marlow/NNP/7/compound "
        "Bank/NNP/4/nmod ././3/punct"
    )
    assert len(told(ties, "Sever")) == 1 and not told(ties, "Reduce")
    budget = read(f"{HALE} cut/cut/VBD/0/ROOT the/DT/5/det budget/NN/3/obj ././3/punct")
    assert len(told(budget, "Reduce")) == 1 and not told(budget, "Sever")

"""What was done: read from trees made by hand, so that only the logic is tested, never the parser."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Modality, Polarity

from .by_hand import doc, filled, of_action, only, reading

COUNCIL = "Oxley/NNP/{0}/nsubj Council/NNP/1/flat"


@pytest.fixture(scope="module")
def asked_brook() -> Extraction:
    """The lead example of the house rules: an inner clause, told by the one who asked."""
    return reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat told/tell/VBD/0/ROOT councillors/councillor/NNS/3/iobj "
            "that/IN/8/mark "
            "she/PRP/8/nsubj had/have/VBD/8/aux asked/ask/VBN/3/ccomp Brook/NNP/8/obj to/TO/11/mark "
            "oversee/VB/8/xcomp a/DT/13/det review/NN/11/obj ././3/punct",
            names={"Hale": "PERSON", "Brook": "PERSON"},
        )
    )


def test_the_inner_clause_is_read(asked_brook: Extraction) -> None:
    oversee = only(asked_brook, "Oversee")
    assert filled(asked_brook, oversee) == {"agent": "Brook", "theme": "review"}
    assert (oversee.modality, oversee.polarity) == (Modality.PLANNED, Polarity.POSITIVE)


def test_who_asked_is_the_requester(asked_brook: Extraction) -> None:
    requester = only(asked_brook, "Oversee").requester
    labels = {entity.key: entity.label for entity in asked_brook.entities}
    assert requester is not None and labels[requester] == "Ms Hale"


def test_asking_is_told_by_the_asker(asked_brook: Extraction) -> None:
    ask = only(asked_brook, "Request")
    assert filled(asked_brook, ask)["addressee"] == "Brook"
    assert (ask.modality, ask.polarity) == (Modality.ACTUAL, Polarity.POSITIVE)
    assert ask.quote is not None
    assert ask.quote.speaker == only(asked_brook, "Tell").filler("agent").entity  # type: ignore[union-attr]


def test_telling_is_told_by_the_article(asked_brook: Extraction) -> None:
    tell = only(asked_brook, "Tell")
    assert tell.quote is None
    assert filled(asked_brook, tell)["addressee"] == "councillors"


ACTIVE = (
    "Oxley/NNP/3/nsubj Council/NNP/1/flat rejected/reject/VBD/0/ROOT the/DT/5/det plan/NN/3/obj ././3/punct"
)
PASSIVE = (
    "The/DT/2/det plan/NN/4/nsubj:pass was/be/VBD/4/aux:pass rejected/reject/VBN/0/ROOT by/IN/7/case "
    "Oxley/NNP/7/compound Council/NNP/4/obl:agent ././4/punct"
)


@pytest.mark.parametrize("sentence", [ACTIVE, PASSIVE], ids=["active", "passive"])
def test_the_voice_makes_no_difference(sentence: str) -> None:
    extraction = reading(doc(sentence))
    reject = only(extraction, "Reject")
    assert filled(extraction, reject) == {"agent": "Oxley Council", "theme": "plan"}
    assert (reject.modality, reject.polarity, reject.quote) == (Modality.ACTUAL, Polarity.POSITIVE, None)


def test_evidence_is_the_sentence_and_the_trigger_its_verb() -> None:
    extraction = reading(doc("It/PRP/2/nsubj rained/rain/VBD/0/ROOT ././2/punct", ACTIVE))
    reject = only(extraction, "Reject")
    assert extraction.article.words(reject.evidence) == "Oxley Council rejected the plan."
    assert extraction.article.words(reject.trigger) == "rejected"


def test_a_passive_without_an_agent_names_nobody() -> None:
    extraction = reading(
        doc("The/DT/2/det plan/NN/4/nsubj:pass was/be/VBD/4/aux:pass rejected/reject/VBN/0/ROOT ././4/punct")
    )
    assert filled(extraction, only(extraction, "Reject")) == {"theme": "plan"}


def test_two_coordinated_agents_make_two_statements() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/6/nsubj Council/NNP/1/flat and/CC/4/cc Dunmore/NNP/1/conj Trust/NNP/4/flat "
            "rejected/reject/VBD/0/ROOT the/DT/8/det plan/NN/6/obj ././6/punct",
            names={"Dunmore Trust": "ORG"},
        )
    )
    agents = [filled(extraction, s)["agent"] for s in of_action(extraction, "Reject")]
    assert sorted(agents) == ["Dunmore Trust", "Oxley Council"]
    assert {filled(extraction, s)["theme"] for s in of_action(extraction, "Reject")} == {"plan"}


def test_coordinated_verbs_share_their_subject() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/3/nsubj Council/NNP/1/flat rejected/reject/VBD/0/ROOT the/DT/5/det plan/NN/3/obj "
            "and/CC/7/cc "
            "closed/close/VBD/3/conj the/DT/9/det ferry/NN/7/obj ././3/punct"
        )
    )
    assert filled(extraction, only(extraction, "Close")) == {"agent": "Oxley Council", "theme": "ferry"}
    assert filled(extraction, only(extraction, "Reject")) == {"agent": "Oxley Council", "theme": "plan"}


def test_a_possessor_does_what_its_noun_says() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/4/nmod:poss Council/NNP/1/flat ’s/POS/1/case rejection/NN/8/nsubj of/IN/7/case "
            "the/DT/7/det "
            "plan/NN/4/nmod surprised/surprise/VBD/0/ROOT residents/resident/NNS/8/obj ././8/punct"
        )
    )
    reject = only(extraction, "Reject")
    assert filled(extraction, reject) == {"agent": "Oxley Council", "theme": "plan"}
    assert extraction.article.words(reject.trigger) == "rejection"


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/3/nsubj Council/NNP/1/flat made/make/VBD/0/ROOT a/DT/5/det request/NN/3/obj "
            "to/IN/8/case "
            "Dunmore/NNP/8/compound Trust/NNP/5/nmod ././3/punct",
            names={"Dunmore Trust": "ORG"},
        )
    )
    ask = only(extraction, "Request")
    assert filled(extraction, ask) == {"agent": "Oxley Council", "addressee": "Dunmore Trust"}


def test_who_agrees_to_do_something_is_the_one_who_will() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/3/nsubj Council/NNP/1/flat agreed/agree/VBD/0/ROOT to/TO/5/mark fund/VB/3/xcomp "
            "the/DT/7/det "
            "ferry/NN/5/obj ././3/punct"
        )
    )
    fund = only(extraction, "Fund")
    assert filled(extraction, fund) == {"agent": "Oxley Council", "theme": "ferry"}
    assert fund.modality is Modality.PLANNED


def test_a_phrasal_verb_is_read_whole() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/3/nsubj Council/NNP/1/flat turned/turn/VBD/0/ROOT down/RP/3/compound:prt the/DT/6/det "
            "plan/NN/3/obj ././3/punct"
        )
    )
    reject = only(extraction, "Reject")
    assert filled(extraction, reject)["theme"] == "plan"
    assert extraction.article.words(reject.trigger) == "turned down"


def test_a_relative_clause_takes_the_noun_it_describes() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/9/nsubj Hale/NNP/1/flat ,/,/5/punct who/WP/5/nsubj chaired/chair/VBD/1/acl:relcl "
            "the/DT/7/det "
            "inquiry/NN/5/obj ,/,/5/punct resigned/resign/VBD/0/ROOT ././9/punct",
            names={"Hale": "PERSON"},
        )
    )
    assert filled(extraction, only(extraction, "Lead")) == {"agent": "Ms Hale", "theme": "inquiry"}
    assert filled(extraction, only(extraction, "Resign"))["agent"] == "Ms Hale"


def test_a_claim_lies_in_the_quote_that_holds_its_trigger() -> None:
    extraction = reading(
        doc(
            "Helen/NNP/3/nsubj Marsh/NNP/1/flat said/say/VBD/0/ROOT that/IN/7/mark Oxley/NNP/7/nsubj "
            "Council/NNP/5/flat "
            "rejected/reject/VBD/3/ccomp the/DT/9/det plan/NN/7/obj ././3/punct",
            names={"Helen Marsh": "PERSON"},
        )
    )
    assert only(extraction, "Say").quote is None
    quote = only(extraction, "Reject").quote
    assert quote is not None and quote.speaker == "HelenMarsh"
    assert extraction.article.words(quote.content[0]) == "that Oxley Council rejected the plan"


def test_a_verb_outside_the_lexicon_is_told_to_the_maintainer() -> None:
    extraction = reading(doc("The/DT/2/det rail/NN/3/nsubj rusted/rust/VBD/0/ROOT ././3/punct"))
    assert not extraction.statements
    assert [extraction.article.words(passage) for passage, _ in extraction.unread] == ["rusted"]


def test_an_event_gathers_the_statements_that_report_it() -> None:
    extraction = reading(doc(ACTIVE, PASSIVE))
    (event,) = extraction.events
    assert len(event.statements) == 2
    assert ("agent", "OxleyCouncil") in event.roles


def test_every_statement_points_into_its_own_sentence() -> None:
    extraction = reading(doc(ACTIVE, PASSIVE, ACTIVE))
    for statement in extraction.statements:
        assert statement.evidence.contains(statement.trigger)
        assert all(statement.evidence.contains(argument.passage) for argument in statement.arguments)


def test_who_is_ruled_out_takes_no_part() -> None:
    met = "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT the/DT/4/det plan/NN/2/obj"
    but = ",/,/7/punct not/RB/7/advmod bridge/NN/4/conj ././2/punct"
    (reject,) = of_action(reading(doc(f"{met} {but}")), "Reject")
    theme = reject.filler("theme")
    assert theme is not None and reading(doc(f"{met} {but}")).article.words(theme.passage) == "the plan"


def test_who_means_the_noun_before_it_wherever_the_parse_hangs_its_clause() -> None:
    extraction = reading(
        doc(
            "Hale/NNP/6/nsubj ,/,/4/punct who/WP/4/nsubj resigned/resign/VBD/6/advcl:relcl ,/,/4/punct"
            " left/leave/VBD/0/ROOT ././6/punct",
            names={"Hale": "PERSON"},
        )
    )
    assert filled(extraction, only(extraction, "Resign")) == {"agent": "Hale"}

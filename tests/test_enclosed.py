"""Where a report ends: at who hands it on, who denies it, and what had come about; on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, filled, of_action, only, reading


def _read(sentence: str) -> Extraction:
    people = ("Ada Hale", "Jon Marsh", "Ben Reed")
    text = " ".join(word.split("/")[0] for word in sentence.split())
    return reading(doc(sentence, names={name: "PERSON" for name in people if name in text}))


def _speaker(read: Extraction, action: str) -> str | None:
    """Who says a statement: "article", a name, or nobody named."""
    quote = only(read, action).quote
    labels = {entity.key: entity.label for entity in read.entities}
    return "article" if quote is None else None if quote.speaker is None else labels[quote.speaker]


def test_what_is_wrong_to_say_is_not_said() -> None:
    read = _read(
        "It/PRP/3/expl is/be/VBZ/3/cop wrong/JJ/15/ccomp to/TO/5/mark say/VB/3/csubj that/IN/9/mark "
        "Ada/NNP/9/nsubj Hale/NNP/7/flat sued/sue/VBD/5/ccomp Jon/NNP/9/obj Marsh/NNP/10/flat "
        ",/,/15/punct Ben/NNP/15/nsubj Reed/NNP/13/flat said/say/VBD/0/ROOT ././15/punct"
    )
    assert not only(read, "Sue").asserted
    said = of_action(read, "Say")[-1]
    assert said.quote is None
    assert filled(read, said)["agent"] == "Ben Reed"


def test_a_claim_in_a_relative_clause_ends_with_it() -> None:
    read = _read(
        "The/DT/2/det bank/NN/13/nsubj that/WDT/9/nsubj ,/,/3/punct Ben/NNP/7/nsubj Reed/NNP/5/flat "
        "claims/claim/VBZ/2/acl:relcl ,/,/7/punct sued/sue/VBD/2/acl:relcl Ada/NNP/9/obj "
        "Hale/NNP/10/flat has/have/VBZ/13/aux sacked/sack/VBN/0/ROOT Jon/NNP/13/obj Marsh/NNP/14/flat "
        "././13/punct"
    )
    assert _speaker(read, "Sue") == "Ben Reed"
    assert _speaker(read, "Dismiss") == "article"


@pytest.mark.parametrize(
    ("joint", "verb", "speaker"),
    [
        (",/,/14/punct but/CC/14/cc", "denied/deny/VBD/7/conj", "article"),
        (",/,/14/punct though/IN/14/mark", "denied/deny/VBD/7/advcl", "article"),
        (",/,/14/punct that/IN/14/mark", "denied/deny/VBD/7/conj", "Ben Reed"),
        ("and/CC/14/cc that/IN/14/mark", "denied/deny/VBD/7/conj", "Ben Reed"),
    ],
)
def test_who_denies_a_report_is_told_by_the_article(joint: str, verb: str, speaker: str) -> None:
    read = _read(
        "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT Ada/NNP/7/nsubj Hale/NNP/4/flat "
        f"had/have/VBD/7/aux sued/sue/VBN/3/ccomp the/DT/9/det bank/NN/7/obj {joint} "
        f"Jon/NNP/14/nsubj Marsh/NNP/12/flat {verb} it/PRP/14/obj ././3/punct"
    )
    assert _speaker(read, "Sue") == "Ben Reed"
    assert _speaker(read, "Deny") == speaker


def test_who_has_not_replied_closes_no_report() -> None:
    read = _read(
        "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT that/IN/8/mark Ada/NNP/8/nsubj "
        "Hale/NNP/5/flat had/have/VBD/8/aux sued/sue/VBN/3/ccomp Jon/NNP/8/obj Marsh/NNP/9/flat "
        ";/;/15/punct she/PRP/15/nsubj has/have/VBZ/15/aux not/RB/15/advmod "
        "replied/reply/VBN/8/parataxis ././3/punct"
    )
    assert _speaker(read, "Sue") == "Ben Reed"
    assert (_speaker(read, "Say"), _speaker(read, "Reply")) == ("article", "article")


def test_nobody_named_before_it_was_claimed_claims_it() -> None:
    read = _read(
        "Ada/NNP/4/nsubj Hale/NNP/1/flat had/have/VBD/4/aux sacked/sack/VBN/0/ROOT Jon/NNP/4/obj "
        "Marsh/NNP/5/flat ,/,/11/punct and/CC/11/cc it/PRP/11/expl was/be/VBD/11/aux:pass "
        "claimed/claim/VBN/4/conj that/IN/15/mark he/PRP/15/nsubj had/have/VBD/15/aux sued/sue/VBN/11/ccomp "
        "the/DT/17/det bank/NN/15/obj ././4/punct"
    )
    assert _speaker(read, "Sue") is None
    assert list(filled(read, only(read, "Claim"))) == ["theme"]
    assert "Ada Hale" not in filled(read, only(read, "Claim")).values()


def test_all_but_two_leaves_two_out() -> None:
    read = _read(
        "Ada/NNP/4/nsubj:pass Hale/NNP/1/flat was/be/VBD/4/aux:pass opposed/oppose/VBN/0/ROOT by/IN/6/case "
        "all/DT/4/obl but/CC/8/cc two/CD/9/nummod members/member/NNS/4/obl:agent ././4/punct"
    )
    assert filled(read, only(read, "Oppose"))["agent"] == "all"


def test_after_what_somebody_is_urged_to_go() -> None:
    read = _read(
        "Ben/NNP/4/nsubj Reed/NNP/1/flat has/have/VBZ/4/aux urged/urge/VBN/0/ROOT Ada/NNP/4/iobj "
        "Hale/NNP/5/flat to/TO/8/mark resign/VB/4/xcomp after/IN/12/mark Jon/NNP/12/nsubj "
        "Marsh/NNP/10/flat sued/sue/VBD/8/advcl her/she/PRP/12/obj ././4/punct"
    )
    assert _speaker(read, "Resign") == "Ben Reed"
    assert _speaker(read, "Sue") == "article"


def test_nor_goes_on_with_what_was_not_said() -> None:
    read = _read(
        "Ben/NNP/4/nsubj Reed/NNP/1/flat never/RB/4/advmod said/say/VBD/0/ROOT that/IN/9/mark "
        "Ada/NNP/9/nsubj Hale/NNP/6/flat had/have/VBD/9/aux resigned/resign/VBN/4/ccomp ,/,/14/punct "
        "nor/not/CC/14/cc did/do/VBD/14/aux he/PRP/14/nsubj sue/VB/4/conj Jon/NNP/14/obj Marsh/NNP/15/flat "
        "././4/punct"
    )
    assert _speaker(read, "Sue") == "article"
    assert only(read, "Sue").polarity.name == "NEGATIVE"


def test_what_somebody_is_told_to_suppose_is_open() -> None:
    read = _read(
        "Suppose/VB/0/ROOT that/IN/5/mark Ada/NNP/5/nsubj Hale/NNP/3/flat sued/sue/VBD/1/ccomp "
        "Jon/NNP/5/obj Marsh/NNP/6/flat ././1/punct"
    )
    assert of_action(read, "Sue") == []


def test_who_says_so_in_a_condition_says_no_more_than_that() -> None:
    read = _read(
        "If/IN/4/mark Ada/NNP/4/nsubj Hale/NNP/2/flat sued/sue/VBD/15/advcl the/DT/6/det bank/NN/4/obj "
        ",/,/11/punct as/IN/11/mark Jon/NNP/11/nsubj Marsh/NNP/9/flat claims/claim/VBZ/15/advcl "
        ",/,/11/punct it/PRP/15/nsubj will/MD/15/aux sack/VB/21/ccomp the/DT/17/det clerk/NN/15/obj "
        ",/,/21/punct Ben/NNP/21/nsubj Reed/NNP/19/flat said/say/VBD/0/ROOT ././21/punct"
    )
    assert _speaker(read, "Dismiss") == "Ben Reed"


@pytest.mark.parametrize(("article", "speaker"), [("a", "Ben Reed"), ("the", "article")])
@pytest.mark.parametrize(
    "spoke", ["spoke/speak/VBD/0/ROOT of/IN/6/case", "told/tell/VBD/0/ROOT of/IN/6/case"]
)
def test_of_whom_only_a_speaker_tells(article: str, speaker: str, spoke: str) -> None:
    read = _read(
        f"Ben/NNP/3/nsubj Reed/NNP/1/flat {spoke} {article}/DT/6/det man/NN/3/obl who/WP/8/nsubj "
        "sued/sue/VBD/6/acl:relcl Ada/NNP/8/obj Hale/NNP/9/flat ././3/punct"
    )
    assert _speaker(read, "Sue") == speaker


def test_a_that_clause_behind_a_comma_goes_on_with_the_first() -> None:
    read = _read(
        "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT that/IN/7/mark he/PRP/7/nsubj "
        "had/have/VBD/7/aux "
        "warned/warn/VBN/3/ccomp Jon/NNP/7/obj Marsh/NNP/8/flat ,/,/13/punct that/IN/13/mark he/PRP/13/nsubj "
        "resigned/resign/VBD/7/ccomp and/CC/18/cc that/IN/18/mark Ada/NNP/18/nsubj Hale/NNP/16/flat "
        "sued/sue/VBD/13/conj him/he/PRP/18/obj ././3/punct"
    )
    assert set(filled(read, only(read, "Warn"))) == {"agent", "addressee"}
    assert _speaker(read, "Sue") == "Ben Reed"


def test_what_goes_on_from_a_question_is_asked() -> None:
    asked = (
        "Ben/NNP/3/nsubj Reed/NNP/1/flat asked/ask/VBD/0/ROOT Jon/NNP/3/iobj Marsh/NNP/4/flat "
        "why/WRB/8/advmod "
        "he/PRP/8/nsubj left/leave/VBD/3/ccomp and/CC/13/cc when/WRB/13/advmod he/PRP/13/nsubj "
        "would/MD/13/aux "
        "apologise/VB/3/conj ././3/punct"
    )
    assert of_action(_read(asked), "Apologise") == []
    told = (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat described/describe/VBD/0/ROOT how/WRB/7/advmod Jon/NNP/7/nsubj "
        "Marsh/NNP/5/flat attacked/attack/VBD/3/ccomp her/she/PRP/7/obj and/CC/10/cc sued/sue/VBD/3/conj "
        "her/she/PRP/10/obj ././3/punct"
    )
    assert all(filled(_read(told), s).get("agent") != "Ada Hale" for s in of_action(_read(told), "Sue"))


def test_a_condition_before_who_says_so_is_what_they_say() -> None:
    read = _read(
        "If/IN/4/mark Jon/NNP/4/nsubj Marsh/NNP/2/flat left/leave/VBD/8/advcl ,/,/4/punct Ben/NNP/8/nsubj "
        "Reed/NNP/6/flat said/say/VBD/0/ROOT ,/,/13/punct Ada/NNP/13/nsubj Hale/NNP/10/flat would/MD/13/aux "
        "sue/VB/8/ccomp the/DT/15/det bank/NN/13/obj ././8/punct"
    )
    assert only(read, "Say").asserted


def test_who_denies_what_a_source_says_is_told_by_the_article() -> None:
    read = _read(
        "According/accord/VBG/3/case to/IN/1/fixed Ben/NNP/8/obl Reed/NNP/3/flat ,/,/3/punct "
        "Ada/NNP/8/nsubj Hale/NNP/6/flat sued/sue/VBD/0/ROOT Jon/NNP/8/obj Marsh/NNP/9/flat ;/;/14/punct "
        "he/PRP/14/nsubj has/have/VBZ/14/aux denied/deny/VBN/8/conj it/PRP/14/obj ././8/punct"
    )
    assert _speaker(read, "Sue") == "Ben Reed"
    assert _speaker(read, "Deny") == "article"


def test_scarcely_a_paper_says_so() -> None:
    read = _read(
        "Scarcely/scarcely/RB/4/advmod a/DT/4/det single/JJ/4/amod paper/NN/5/nsubj said/say/VBD/0/ROOT "
        "that/IN/10/mark Ada/NNP/10/nsubj Hale/NNP/7/flat had/have/VBD/10/aux resigned/resign/VBN/5/ccomp "
        "././5/punct"
    )
    assert _speaker(read, "Resign") is None


def test_what_the_article_adds_about_a_bill_is_no_demand() -> None:
    read = _read(
        "Ben/NNP/4/nsubj Reed/NNP/1/flat has/have/VBZ/4/aux urged/urge/VBN/0/ROOT Ada/NNP/4/iobj "
        "Hale/NNP/5/flat to/TO/8/mark withdraw/VB/4/xcomp the/DT/10/det bill/NN/8/obj ,/,/14/punct "
        "which/WDT/14/obj Marsh/NNP/14/nsubj condemned/condemn/VBD/10/acl:relcl ././4/punct"
    )
    assert _speaker(read, "Condemn") == "article"
    assert _speaker(read, "Withdraw") == "Ben Reed"


def test_what_is_alleged_ends_with_its_clause() -> None:
    read = _read(
        "It/PRP/3/expl was/be/VBD/3/aux:pass alleged/allege/VBN/0/ROOT that/IN/8/mark Ada/NNP/8/nsubj "
        "Hale/NNP/5/flat had/have/VBD/8/aux sued/sue/VBN/3/csubj:pass Jon/NNP/8/obj Marsh/NNP/9/flat "
        "and/CC/14/cc it/PRP/14/expl was/be/VBD/14/aux:pass accepted/accept/VBN/3/conj that/IN/18/mark "
        "he/PRP/18/nsubj had/have/VBD/18/aux resigned/resign/VBN/14/ccomp ././3/punct"
    )
    assert _speaker(read, "Sue") is None
    assert (_speaker(read, "Claim"), _speaker(read, "Accept")) == ("article", "article")


def test_how_many_left_is_open() -> None:
    read = _read(
        "Ben/NNP/5/nsubj Reed/NNP/1/flat did/do/VBD/5/aux not/not/RB/5/advmod say/VB/0/ROOT how/WRB/7/advmod "
        "many/JJ/8/amod clerks/NNS/10/nsubj had/have/VBD/10/aux resigned/resign/VBN/5/ccomp ././5/punct"
    )
    assert of_action(read, "Resign") == []


def test_what_somebody_was_asked_to_have_ordered_is_open() -> None:
    read = _read(
        "Asked/ask/VBN/12/advcl if/IN/5/mark she/PRP/5/nsubj had/have/VBD/5/aux "
        "told/tell/VBN/1/ccomp Jon/NNP/5/iobj "
        "Marsh/NNP/6/flat to/TO/9/mark resign/VB/5/xcomp ,/,/1/punct Ada/NNP/12/nsubj left/leave/VBD/0/ROOT "
        "././12/punct"
    )
    assert of_action(read, "Resign") == []


def test_who_is_hit_in_a_claim_is_no_fact() -> None:
    tree = (
        "Police/NNS/3/nsubj are/be/VBP/3/aux investigating/investigate/VBG/0/ROOT a/DT/5/det claim/NN/3/obj "
        "that/IN/8/mark Reed/NNP/8/nsubj attacked/attack/VBD/5/acl {}/DT/10/det man/NN/8/obj who/WP/12/nsubj "
        "sued/sue/VBD/10/acl:relcl Ada/NNP/12/obj Hale/NNP/13/flat ././3/punct"
    )
    assert not only(_read(tree.format("a")), "Sue").asserted
    assert only(_read(tree.format("the")), "Sue").asserted


@pytest.mark.parametrize(
    ("has", "speaker"), [("has/have/VBZ/10/aux", "article"), ("then/RB/10/advmod", None)]
)
def test_allegedly_ends_before_what_the_article_adds(has: str, speaker: str | None) -> None:
    form = "VBN" if speaker else "VBD"
    read = _read(
        "Ada/NNP/4/nsubj Hale/NNP/1/flat allegedly/RB/4/advmod sued/sue/VBD/0/ROOT the/DT/6/det "
        "bank/NN/4/obj "
        f",/,/10/punct which/WDT/10/nsubj {has} sacked/sack/{form}/6/acl:relcl Jon/NNP/10/obj "
        "Marsh/NNP/11/flat ././4/punct"
    )
    assert _speaker(read, "Sue") is None
    assert _speaker(read, "Dismiss") == speaker


def test_what_has_been_since_is_no_part_of_what_was() -> None:
    tree = (
        "Ben/NNP/3/nsubj Reed/NNP/1/flat says/say/VBZ/0/ROOT Ada/NNP/6/nsubj Hale/NNP/4/flat "
        "lied/lie/VBD/3/ccomp {} and/CC/10/cc has/have/VBZ/10/aux sued/sue/VBN/6/conj the/DT/12/det "
        "bank/NN/10/obj ././3/punct"
    )
    read = _read(tree.format(",/,/10/punct"))
    assert (filled(read, only(read, "Sue"))["agent"], _speaker(read, "Sue")) == ("Ben Reed", "article")
    read = _read(tree.format("badly/RB/6/advmod"))
    assert (filled(read, only(read, "Sue"))["agent"], _speaker(read, "Sue")) == ("Ada Hale", "Ben Reed")


def test_whoever_says_so_between_commas_does_not_do_it() -> None:
    read = _read(
        "Ada/NNP/9/nsubj Hale/NNP/1/flat ,/,/5/punct her/PRP$/5/nmod:poss aides/aide/NNS/1/conj "
        "say/VBP/1/acl:relcl ,/,/6/punct never/RB/9/advmod sued/sue/VBD/0/ROOT the/DT/11/det bank/NN/9/obj "
        "././9/punct"
    )
    assert filled(read, only(read, "Sue")) == {"agent": "Ada Hale", "theme": "bank"}


def test_what_is_disputed_before_a_colon_is_not_what_stands_behind_it() -> None:
    read = _read(
        "The/DT/2/det plan/NN/4/nsubj:pass is/be/VBZ/4/aux:pass disputed/dispute/VBN/0/ROOT :/:/4/punct "
        "Ben/NNP/8/nsubj Reed/NNP/6/flat says/say/VBZ/4/parataxis Ada/NNP/11/nsubj Hale/NNP/9/flat "
        "sued/sue/VBD/8/ccomp Jon/NNP/11/obj Marsh/NNP/12/flat ././4/punct"
    )
    assert only(read, "Say").quote is None
    sue = only(read, "Sue")
    assert (_speaker(read, "Sue"), sue.polarity.name) == ("Ben Reed", "POSITIVE")


def test_who_is_charged_and_denies_it_is_told_by_the_article() -> None:
    read = _read(
        "Ben/NNP/3/nsubj Reed/NNP/1/flat says/say/VBZ/0/ROOT Ada/NNP/6/nsubj Hale/NNP/4/flat "
        "sued/sue/VBD/3/ccomp him/he/PRP/6/obj ;/;/12/punct she/PRP/12/nsubj:pass has/have/VBZ/12/aux "
        "been/be/VBN/12/aux:pass charged/charge/VBN/6/parataxis and/CC/14/cc denies/deny/VBZ/12/conj "
        "it/PRP/14/obj ././3/punct"
    )
    assert _speaker(read, "Sue") == "Ben Reed"
    assert (_speaker(read, "Charge"), _speaker(read, "Deny")) == ("article", "article")


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [("Two/CD/2/nummod men/NNS/4/nsubj", "Ben Reed"), ("The/DT/2/det council/NN/4/nsubj", "article")],
)
def test_whoever_comes_into_a_story_that_is_told(subject: str, speaker: str) -> None:
    read = reading(
        doc(
            "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT he/PRP/6/nsubj had/have/VBD/6/aux "
            "resigned/resign/VBN/3/ccomp ././3/punct",
            f"{subject} had/have/VBD/4/aux sued/sue/VBN/0/ROOT Ada/NNP/4/obj Hale/NNP/5/flat ././4/punct",
            names={"Ben Reed": "PERSON", "Ada Hale": "PERSON"},
        )
    )
    assert _speaker(read, "Sue") == speaker


def test_a_told_sentence_may_tell_of_words() -> None:
    read = reading(
        doc(
            "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT managers/NNS/6/nsubj had/have/VBD/6/aux "
            "resigned/resign/VBN/3/ccomp ././3/punct",
            "They/PRP/3/nsubj had/have/VBD/3/aux ordered/order/VBN/0/ROOT Hale/NNP/3/iobj to/TO/6/mark "
            "sack/VB/3/xcomp Marsh/NNP/6/obj ././3/punct",
            names={"Ben Reed": "PERSON", "Hale": "PERSON", "Marsh": "PERSON"},
        )
    )
    assert _speaker(read, "Order") == "Ben Reed"


def test_what_goes_on_behind_a_semicolon_goes_on_from_there() -> None:
    read = _read(
        "Ben/NNP/3/nsubj Reed/NNP/1/flat left/leave/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat ,/,/8/punct "
        "who/WP/8/nsubj resigned/resign/VBD/4/acl:relcl ;/;/12/punct Ada/NNP/12/nsubj Hale/NNP/10/flat "
        "stayed/stay/VBD/8/parataxis and/CC/14/cc sued/sue/VBD/8/conj the/DT/16/det bank/NN/14/obj "
        "././3/punct"
    )
    assert filled(read, only(read, "Sue"))["agent"] == "Ada Hale"


def test_what_the_article_tells_behind_a_gerund_is_its_own() -> None:
    read = _read(
        "Ada/NNP/3/nsubj Hale/NNP/1/flat apologised/apologise/VBD/0/ROOT for/IN/5/mark "
        "claiming/claim/VBG/3/advcl "
        "that/IN/10/mark Ben/NNP/10/nsubj Reed/NNP/7/flat had/have/VBD/10/aux lied/lie/VBN/5/ccomp "
        ",/,/13/punct "
        "and/CC/13/cc sacked/sack/VBD/10/conj Jon/NNP/13/obj Marsh/NNP/14/flat ././3/punct"
    )
    assert filled(read, only(read, "Dismiss"))["agent"] == "Ada Hale"
    assert _speaker(read, "Dismiss") == "article"

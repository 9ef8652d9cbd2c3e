"""That what fills a role is whole, and no word that only stands near fills one, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction, MentionKind, Modality

from .by_hand import doc, filled, of_action, only, reading


def _read(sentence: str) -> Extraction:
    return reading(doc(sentence, names={n: "PERSON" for n in ("Hale", "Marsh") if f"{n}/" in sentence}))


@pytest.mark.parametrize(
    ("adverb", "theme"),
    [("", "harmonium"), ("quietly/RB/2/advmod ", "harmonium")],
)
def test_a_verb_of_no_list_is_done_to_what_its_preposition_leads_to(adverb: str, theme: str) -> None:
    shift = 1 if adverb else 0
    sentence = (
        f"Hale/NNP/2/nsubj tinkered/tinker/VBD/0/ROOT {adverb}"
        f"with/IN/{5 + shift}/case the/DT/{5 + shift}/det harmonium/NN/2/obl ././2/punct"
    )
    assert filled(_read(sentence), only(_read(sentence), "Action")) == {"agent": "Hale", "theme": theme}


def test_what_only_says_how_somebody_is_is_no_deed() -> None:
    sentence = "Hale/NNP/2/nsubj turned/turn/VBD/0/ROOT nasty/JJ/2/xcomp ././2/punct"
    assert of_action(_read(sentence), "Action") == []


def test_days_that_are_spoken_of_can_be_rejected() -> None:
    sentence = "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT those/DT/4/det days/day/NNS/2/obj ././2/punct"
    extraction = _read(sentence)
    assert filled(extraction, only(extraction, "Reject"))["theme"] == "days"


def test_a_description_is_whole_with_what_of_leads_to() -> None:
    sentence = (
        "Hale/NNP/2/nsubj sacked/sack/VBD/0/ROOT members/member/NNS/2/obj of/IN/6/case the/DT/6/det "
        "board/NN/3/nmod ././2/punct"
    )
    extraction = _read(sentence)
    theme = next(a for a in only(extraction, "Dismiss").arguments if a.role == "theme")
    assert extraction.article.words(theme.passage) == "members of the board"
    nominal = [m.passage for m in extraction.mentions if m.kind is MentionKind.NOMINAL]
    assert theme.passage in nominal
    assert "members" not in map(extraction.article.words, nominal)


def test_the_fact_is_told_with_its_clause() -> None:
    sentence = (
        "Hale/NNP/2/nsubj highlighted/highlight/VBD/0/ROOT the/DT/4/det fact/NN/2/obj that/IN/7/mark "
        "prices/price/NNS/7/nsubj rose/rise/VBD/4/acl ././2/punct"
    )
    extraction = _read(sentence)
    theme = next(a for a in only(extraction, "ReferTo").arguments if a.role == "theme")
    assert extraction.article.words(theme.passage) == "the fact that prices rose"


def test_for_instance_is_nothing_that_is_sought() -> None:
    sentence = (
        "Hale/NNP/4/nsubj for/IN/3/case instance/NN/4/obl sought/seek/VBD/0/ROOT help/NN/4/obj ././4/punct"
    )
    extraction = _read(sentence)
    assert filled(extraction, only(extraction, "AskFor"))["theme"] == "help"


def test_a_clause_that_asks_which_says_of_nobody_that_they_do_it() -> None:
    sentence = (
        "Voters/voter/NNS/2/nsubj decide/VBP/0/ROOT which/WDT/4/det council/NN/5/nsubj sues/sue/VBZ/2/ccomp "
        "Marsh/NNP/5/obj ././2/punct"
    )
    assert of_action(_read(sentence), "Sue") == []


def test_what_came_of_a_proposal_is_no_part_of_it() -> None:
    sentence = (
        "Hale/NNP/2/nsubj proposed/propose/VBD/0/ROOT they/PRP/4/nsubj meet/VBP/2/ccomp ,/,/8/punct "
        "but/CC/8/cc "
        "Marsh/NNP/8/nsubj rejected/reject/VBD/2/conj that/DT/8/obj ././2/punct"
    )
    rejected = only(_read(sentence), "Reject")
    assert rejected.quote is None


def test_a_meeting_is_told() -> None:
    sentence = (
        "Hale/NNP/2/nsubj told/tell/VBD/0/ROOT a/DT/4/det meeting/NN/2/obj that/IN/7/mark Marsh/NNP/7/nsubj "
        "lied/lie/VBD/2/ccomp ././2/punct"
    )
    assert filled(_read(sentence), only(_read(sentence), "Tell"))["addressee"] == "meeting"


def test_whom_an_email_goes_to_is_addressed() -> None:
    sentence = "Hale/NNP/2/nsubj emailed/email/VBD/0/ROOT Marsh/NNP/2/obj ././2/punct"
    assert filled(_read(sentence), only(_read(sentence), "Write")) == {"agent": "Hale", "addressee": "Marsh"}


def test_a_road_that_is_cleared_is_not_acquitted() -> None:
    sentence = "Hale/NNP/2/nsubj cleared/clear/VBD/0/ROOT the/DT/4/det road/NN/2/obj ././2/punct"
    assert of_action(_read(sentence), "Acquit") == []


def test_whoever_is_seen_as_able_to_do_it_does_it() -> None:
    sentence = (
        "Voters/voter/NNS/2/nsubj regard/VBP/0/ROOT Hale/NNP/2/obj as/IN/5/mark able/JJ/2/advcl to/TO/7/mark "
        "sue/VB/5/xcomp Marsh/NNP/7/obj ././2/punct"
    )
    extraction = _read(sentence)
    assert filled(extraction, only(extraction, "Sue"))["agent"] == "Hale"


def test_whoever_stands_behind_a_closing_mark_and_its_verb_says_it() -> None:
    sentence = (
        "“/``/2/punct Costs/cost/NNS/5/nsubj rose/rise/VBD/2/acl ”/''/3/punct said/say/VBD/0/ROOT "
        "Ada/NNP/5/nsubj Hale/NNP/6/flat ././5/punct"
    )
    extraction = reading(doc(sentence, names={"Ada Hale": "PERSON"}))
    assert filled(extraction, only(extraction, "Say"))["agent"] == "Ada Hale"


def test_what_somebody_went_on_to_do_was_done() -> None:
    went = "Hale/NNP/2/nsubj went/go/VBD/0/ROOT on/RB/2/advmod "
    sued = "to/TO/5/mark sue/VB/2/advcl Marsh/NNP/5/obj ././2/punct"
    assert only(_read(went + sued), "Sue").asserted


def test_at_least_four_are_an_object() -> None:
    sentence = (
        "Hale/NNP/2/nsubj sacked/sack/VBD/0/ROOT at/IN/6/case least/JJS/5/nmod four/CD/6/nummod "
        "bakers/baker/NNS/2/obl ././2/punct"
    )
    extraction = _read(sentence)
    assert "theme" in filled(extraction, only(extraction, "Dismiss"))


def test_what_comes_before_is_not_what_somebody_disagrees_with() -> None:
    sentence = (
        "After/IN/2/mark losing/lose/VBG/5/advcl ,/,/2/punct Hale/NNP/5/nsubj complained/complain/VBD/0/ROOT "
        "././5/punct"
    )
    assert filled(_read(sentence), only(_read(sentence), "Complain")) == {"agent": "Hale"}


def test_a_bare_noun_before_a_name_is_its_title() -> None:
    backed = "Marsh/NNP/2/nsubj backed/back/VBD/0/ROOT candidate/NN/2/obj "
    named = "Ada/NNP/2/obj Hale/NNP/4/flat ././2/punct"
    extraction = reading(doc(backed + named, names={"Marsh": "PERSON", "Ada Hale": "PERSON"}))
    assert filled(extraction, only(extraction, "Support"))["theme"] == "Ada Hale"


def test_issues_that_face_a_town_undergo_nothing() -> None:
    sentence = "The/DT/2/det issues/issue/NNS/3/nsubj face/VBP/0/ROOT Hale/NNP/3/obj ././3/punct"
    assert of_action(_read(sentence), "Undergo") == []


def test_what_is_thought_stands_behind_the_thought() -> None:
    sentence = (
        "Hale/NNP/2/nsubj sued/sue/VBD/0/ROOT Marsh/NNP/2/obj ,/,/8/punct which/WDT/8/obj I/PRP/7/nsubj "
        "think/VBP/8/parataxis helped/help/VBD/2/advcl:relcl us/PRP/8/obj ././2/punct"
    )
    extraction = _read(sentence)
    for believed in of_action(extraction, "Believe"):
        for argument in believed.arguments:
            assert argument.role == "agent" or "think" not in extraction.article.words(argument.passage)


def test_what_somebody_confesses_to_is_so_by_their_own_word() -> None:
    sentence = (
        "Hale/NNP/2/nsubj confessed/confess/VBD/0/ROOT to/IN/4/mark killing/kill/VBG/2/advcl Marsh/NNP/4/obj "
        "././2/punct"
    )
    extraction = _read(sentence)
    killed = only(extraction, "Kill")
    assert killed.modality is Modality.ACTUAL
    assert killed.quote is not None
    assert filled(extraction, killed) == {"agent": "Hale", "theme": "Marsh"}


def test_what_is_known_is_a_clause_with_what() -> None:
    knew = "Hale/NNP/2/nsubj knew/know/VBD/0/ROOT what/WP/2/obj "
    said = "Marsh/NNP/5/nsubj said/say/VBD/3/acl:relcl ././2/punct"
    extraction = _read(knew + said)
    assert filled(extraction, only(extraction, "Know"))["theme"] == "what Marsh said"


def test_whoever_is_easy_to_beat_beats_nobody() -> None:
    sentence = "Hale/NNP/3/nsubj is/be/VBZ/3/cop easy/JJ/0/ROOT to/TO/5/mark defeat/VB/3/xcomp ././3/punct"
    extraction = _read(sentence)
    assert filled(extraction, only(extraction, "Defeat")) == {"theme": "Hale"}


def test_an_infinitive_has_no_subject_behind_it() -> None:
    expected = "Hale/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass expected/expect/VBN/0/ROOT "
    met = "to/TO/5/mark sue/VB/3/xcomp Marsh/NNP/5/nsubj ././3/punct"
    extraction = _read(expected + met)
    assert filled(extraction, only(extraction, "Sue")) == {"agent": "Hale", "theme": "Marsh"}


def test_whom_a_participle_backs_is_not_who_acts() -> None:
    backing = "Bakers/baker/NNS/4/nsubj backing/back/VBG/1/acl Marsh/NNP/4/nsubj "
    sued = "sued/sue/VBD/0/ROOT Hale/NNP/4/obj ././4/punct"
    extraction = _read(backing + sued)
    assert filled(extraction, only(extraction, "Sue"))["agent"] != "Marsh"
    assert filled(extraction, only(extraction, "Support"))["theme"] == "Marsh"


def test_what_which_stands_for_is_not_guessed() -> None:
    sentence = (
        "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT ,/,/2/punct which/WDT/6/obj Marsh/NNP/6/nsubj "
        "rejected/reject/VBD/2/advcl:relcl ././2/punct"
    )
    assert of_action(_read(sentence), "Reject") == []


def test_a_question_before_its_speaker_states_nothing() -> None:
    asked = "“/``/3/punct Did/do/VBD/4/aux Hale/NNP/4/nsubj sue/VB/8/ccomp Marsh/NNP/4/obj ?/./4/punct "
    who = "”/''/4/punct asked/ask/VBD/0/ROOT Reed/NNP/8/nsubj ././8/punct"
    assert of_action(_read(asked + who), "Sue") == []


def test_land_that_is_claimed_is_no_claim() -> None:
    sentence = "Hale/NNP/2/nsubj claimed/claim/VBD/0/ROOT land/NN/2/obj ././2/punct"
    assert of_action(_read(sentence), "Claim") == []


def test_interest_is_told_with_what_it_is_in() -> None:
    sentence = (
        "Hale/NNP/2/nsubj expressed/express/VBD/0/ROOT interest/NN/2/obj in/IN/5/mark buying/buy/VBG/3/acl "
        "it/PRP/5/obj ././2/punct"
    )
    extraction = _read(sentence)
    assert filled(extraction, only(extraction, "Express"))["theme"] == "interest in buying it"


def test_whose_team_it_is_belongs_to_the_team() -> None:
    sentence = "Hale/NNP/4/nsubj '/POS/1/case team/NN/4/nsubj sued/sue/VBD/0/ROOT Marsh/NNP/4/obj ././4/punct"
    extraction = _read(sentence)
    agents = [a for a in only(extraction, "Sue").arguments if a.role == "agent"]
    assert ["Hale" in extraction.article.words(a.passage) for a in agents] == [True]
    assert extraction.article.words(agents[0].passage).endswith("team")

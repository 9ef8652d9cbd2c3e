"""What is reported without a clause: things denied, judged and named, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import AttributionMode, Extraction
from kg.ontology import load

from .by_hand import doc, of_action, only, reading

HALE = "Ms/NNP/3/nsubj Hale/NNP/1/flat"
NAMES = {"Hale": "PERSON", "Marsh": "PERSON"}


def _contents(extraction: Extraction) -> list[str]:
    return [extraction.article.words(fragment) for quote in extraction.quotes for fragment in quote.content]


@pytest.mark.parametrize(
    ("rest", "content"),
    [
        ("denied/deny/VBD/0/ROOT the/DT/5/det allegation/NN/3/obj ././3/punct", "the allegation"),
        ("called/call/VBD/0/ROOT Marsh/NNP/3/obj a/DT/6/det liar/NN/3/xcomp ././3/punct", "Marsh a liar"),
        (
            "called/call/VBD/0/ROOT for/IN/6/case a/DT/6/det review/NN/3/obl ././3/punct",
            "a review",
        ),
        (
            "criticised/criticise/VBD/0/ROOT Marsh/NNP/3/obj for/IN/6/mark closing/close/VBG/3/advcl "
            "the/DT/8/det school/NN/6/obj ././3/punct",
            "Marsh for closing the school",
        ),
        (
            "described/describe/VBD/0/ROOT the/DT/5/det plan/NN/3/obj as/IN/8/case a/DT/8/det mess/NN/3/obl "
            ",/,/3/punct smiling/smile/VBG/3/advcl ././3/punct",
            "the plan as a mess",
        ),
    ],
    ids=["denied", "called", "called for", "criticised for", "described as"],
)
def test_what_is_reported_without_a_clause(rest: str, content: str) -> None:
    extraction = reading(doc(f"{HALE} {rest}", names={n: k for n, k in NAMES.items() if n in f"Hale {rest}"}))
    assert _contents(extraction) == [content]
    assert extraction.quotes[0].source is not None
    assert extraction.quotes[0].mode is AttributionMode.INDIRECT


@pytest.mark.parametrize(
    "rest",
    [
        "called/call/VBD/0/ROOT Marsh/NNP/3/obj ././3/punct",
        "painted/paint/VBD/0/ROOT Marsh/NNP/3/obj ././3/punct",
    ],
)
def test_a_naming_verb_that_names_nothing_reports_nothing(rest: str) -> None:
    assert not reading(doc(f"{HALE} {rest}", names=NAMES)).quotes


_COUNCIL = {"Hale": "PERSON", "Oxley Council": "ORG"}
#: An object that tells of a happening.
_REJECTION = (
    "Oxley/NNP/7/nmod:poss Council/NNP/4/flat ’s/POS/4/case rejection/NN/3/obj "
    "of/IN/10/case the/DT/10/det plan/NN/7/nmod ././3/punct"
)


def test_what_is_judged_stays_the_articles_own_word() -> None:
    extraction = reading(doc(f"{HALE} condemned/condemn/VBD/0/ROOT {_REJECTION}", names=_COUNCIL))
    assert not extraction.quotes
    assert only(extraction, "Reject").quote is None


def test_what_is_claimed_is_the_speakers() -> None:
    extraction = reading(doc(f"{HALE} claimed/claim/VBD/0/ROOT {_REJECTION}", names=_COUNCIL))
    assert _contents(extraction) == ["Oxley Council’s rejection of the plan"]
    assert all(statement.quote is not None for statement in of_action(extraction, "Reject"))


def test_a_voicing_verb_introduces_direct_speech_alone() -> None:
    extraction = reading(
        doc(
            f"{HALE} continued/continue/VBD/0/ROOT :/:/3/punct “/``/7/punct We/PRP/7/nsubj "
            "won/win/VBD/3/ccomp ././3/punct ”/''/7/punct",
            names={"Hale": "PERSON"},
        )
    )
    (quote,) = extraction.quotes
    assert quote.mode is AttributionMode.DIRECT
    assert quote.cue is not None and extraction.article.words(quote.cue) == "continued"


def test_the_lists_of_verbs_are_not_empty() -> None:
    words = load().words
    assert all(words[name] for name in ("ClaimingVerb", "TopicVerb", "NamingVerb", "VoicingVerb"))
    assert not words["ClaimingVerb"] & words["TopicVerb"]


def test_a_relative_clause_in_quotation_marks_is_the_speakers() -> None:
    extraction = reading(
        doc(
            f"{HALE} praised/praise/VBD/0/ROOT a/DT/5/det mayor/NN/3/obj who/WP/8/nsubj “/``/8/punct "
            "signed/sign/VBD/5/acl:relcl the/DT/10/det treaty/NN/8/obj ”/''/8/punct ././3/punct",
            names={"Hale": "PERSON"},
        )
    )
    assert _contents(extraction) == ["a mayor who “signed the treaty”"]


def test_a_noun_for_words_speaks_of_what_follows_it() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/4/nmod:poss Hale/NNP/1/flat ’s/POS/1/case call/NN/8/nsubj for/IN/7/case a/DT/7/det "
            "review/NN/4/nmod failed/fail/VBD/0/ROOT ././8/punct",
            names={"Hale": "PERSON"},
        )
    )
    assert _contents(extraction) == ["a review"]
    (quote,) = extraction.quotes
    assert quote.source is not None and extraction.article.words(quote.source).startswith("Ms Hale")


def test_a_noun_for_words_that_nobody_owns_reports_nothing() -> None:
    call = "A/DT/2/det call/NN/6/nsubj for/IN/5/case a/DT/5/det review/NN/2/nmod"
    assert not reading(doc(f"{call} failed/fail/VBD/0/ROOT ././6/punct")).quotes


def test_what_a_verb_says_of_a_decision_is_no_part_of_the_decision() -> None:
    extraction = reading(
        doc(
            "Marsh/NNP/2/nsubj branded/brand/VBD/0/ROOT Hale/NNP/5/nmod:poss 's/POS/3/case decision/NN/2/obj"
            " to/TO/7/mark close/VB/5/acl it/PRP/7/obj as/IN/10/case reckless/JJ/7/advcl ././2/punct",
            names={"Marsh": "PERSON", "Hale": "PERSON"},
        )
    )
    said = {quote.speaker: extraction.article.words(quote.content[0]) for quote in extraction.quotes}
    labels = {entity.key: entity.label for entity in extraction.entities}
    assert {labels[who or ""]: words for who, words in said.items()} == {
        "Hale": "to close it",
        "Marsh": "reckless",
    }


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "It/PRP/4/nsubj was/AUX/4/cop a/DT/4/det plan/NN/0/ROOT that/WDT/7/obj Hale/NNP/7/nsubj "
            "described/describe/VBD/4/acl:relcl as/IN/11/case “/``/11/punct a/DT/11/det mess/NN/7/obl "
            "”/''/11/punct ././4/punct",
            "“a mess”",
        ),
        (
            "Hale/NNP/2/nsubj described/describe/VBD/0/ROOT Marsh/NNP/2/obj as/IN/7/case “/``/7/punct "
            "a/DT/7/det coward/NN/2/obl ”/''/7/punct who/WP/11/nsubj “/``/11/punct lied/lie/VBD/7/acl:relcl "
            "”/''/11/punct ././2/punct",
            "Marsh as “a coward” who “lied”",
        ),
        (
            "Hale/NNP/2/nsubj criticised/criticise/VBD/0/ROOT Marsh/NNP/2/obj for/IN/7/mark being/VBG/7/cop "
            "too/RB/7/advmod slow/JJ/2/advcl ././2/punct",
            "Marsh for being too slow",
        ),
        (
            "Hale/NNP/2/nsubj likened/liken/VBD/0/ROOT the/DT/4/det plan/NN/2/obj to/TO/7/mark “/``/7/punct "
            "burning/burn/VBG/4/acl money/NN/7/obj ”/''/7/punct ././2/punct",
            "the plan to “burning money”",
        ),
    ],
    ids=["relative", "goes on after the marks", "for being", "likened to doing"],
)
def test_what_is_said_of_a_thing(sentence: str, content: str) -> None:
    names = {name: kind for name, kind in NAMES.items() if name in sentence}
    assert _contents(reading(doc(sentence, names=names))) == [content]


def test_infinitives_that_are_called_for_go_on_after_the_marks() -> None:
    extraction = reading(
        doc(
            "Hale/NNP/2/nsubj urged/urge/VBD/0/ROOT Marsh/NNP/2/obj to/TO/6/mark “/``/6/punct "
            "check/VB/2/xcomp the/DT/8/det books/NNS/6/obj ”/''/6/punct and/CC/11/cc "
            "resign/VB/2/conj ././2/punct",
            names=NAMES,
        )
    )
    assert _contents(extraction) == ["to “check the books” and resign"]

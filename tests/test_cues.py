"""Who stands as the source of a cue, and what of its sentence it reports, on trees made by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.extraction.contents import _is_break
from kg.model import Extraction, Quote

from .by_hand import VOCAB, doc, reading

HALE = {"Hale": "PERSON"}


def _only(extraction: Extraction) -> Quote:
    (quote,) = extraction.quotes
    return quote


def _source(extraction: Extraction, quote: Quote) -> str | None:
    return None if quote.source is None else extraction.article.words(quote.source)


def _content(extraction: Extraction, quote: Quote) -> list[str]:
    return [extraction.article.words(fragment) for fragment in quote.content]


def test_a_relative_pronoun_is_the_source_and_its_noun_the_speaker() -> None:
    extraction = reading(
        doc(
            "Marsh/NNP/2/nsubj met/meet/VBD/0/ROOT Ms/NNP/2/obj Hale/NNP/3/flat ,/,/7/punct who/WP/7/nsubj "
            "said/say/VBD/3/acl:relcl that/IN/11/mark the/DT/10/det bridge/NN/11/nsubj "
            "fell/fall/VBD/7/ccomp ././2/punct",
            names={**HALE, "Marsh": "PERSON"},
        )
    )
    quote = _only(extraction)
    assert _source(extraction, quote) == "who"
    assert {e.key: e.label for e in extraction.entities}[quote.speaker or ""] == "Ms Hale"


def test_some_can_say_so() -> None:
    extraction = reading(
        doc(
            "Some/DT/2/nsubj said/say/VBD/0/ROOT that/IN/6/mark the/DT/5/det bridge/NN/6/nsubj "
            "fell/fall/VBD/2/ccomp ././2/punct"
        )
    )
    quote = _only(extraction)
    assert (_source(extraction, quote), quote.speaker) == ("Some", None)


def test_a_closing_attribution_parsed_as_a_participle_names_its_noun() -> None:
    extraction = reading(
        doc(
            "The/DT/2/det bridge/NN/3/nsubj fell/fall/VBD/0/ROOT ,/,/6/punct noted/note/VBN/6/acl "
            "Ms/NNP/3/parataxis Hale/NNP/6/flat ././3/punct",
            names=HALE,
        )
    )
    quote = _only(extraction)
    assert (_source(extraction, quote), _content(extraction, quote)) == ("Ms Hale", ["The bridge fell"])


def test_an_attribution_takes_in_what_is_said_of_its_speaker() -> None:
    extraction = reading(
        doc(
            "The/DT/2/det bridge/NN/3/nsubj fell/fall/VBD/10/ccomp ,/,/3/punct Ms/NNP/10/nsubj "
            "Hale/NNP/5/flat ,/,/8/punct surveyor/NN/5/appos ,/,/5/punct told/tell/VBD/0/ROOT "
            "me/PRP/10/iobj ././10/punct",
            names=HALE,
        )
    )
    quote = _only(extraction)
    assert _source(extraction, quote) == "Ms Hale, surveyor"
    assert _content(extraction, quote) == ["The bridge fell"]


def test_a_day_does_not_speak() -> None:
    extraction = reading(
        doc(
            "“/``/3/punct We/PRP/3/nsubj won/win/VBD/6/ccomp ,/,/3/punct ”/''/3/punct said/say/VBD/0/ROOT "
            "Friday/NNP/6/nsubj Ms/NNP/6/obl Hale/NNP/8/flat ././6/punct",
            names=HALE,
        )
    )
    assert _source(extraction, _only(extraction)) == "Ms Hale"


def test_a_coordinated_verb_shares_the_subject_of_a_predicate() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/4/nsubj Hale/NNP/1/flat is/be/VBZ/4/cop sure/JJ/0/ROOT and/CC/6/cc "
            "says/say/VBZ/4/conj that/IN/10/mark the/DT/9/det bridge/NN/10/nsubj fell/fall/VBD/6/ccomp "
            "././4/punct",
            names=HALE,
        )
    )
    assert _source(extraction, _only(extraction)) == "Ms Hale"


@pytest.mark.parametrize(
    ("spaces", "is_break"),
    [([False, False, False], False), ([True, True, False], True)],
    ids=["hyphen", "dash"],
)
def test_a_hyphen_sets_no_words_apart(spaces: list[bool], is_break: bool) -> None:
    made = Doc(VOCAB, words=["set", "-", "up"], spaces=spaces)
    assert _is_break(made[1]) is is_break


def test_a_participle_after_a_comma_has_the_subject_of_its_sentence() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat wrote/write/VBD/0/ROOT a/DT/5/det letter/NN/3/obj ,/,/7/punct "
            "saying/say/VBG/5/acl that/IN/11/mark the/DT/10/det bridge/NN/11/nsubj fell/fall/VBD/7/ccomp "
            "././3/punct",
            names=HALE,
        )
    )
    assert _source(extraction, _only(extraction)) == "Ms Hale"


_THAT = "that/IN/7/mark the/DT/6/det bridge/NN/7/nsubj fell/fall/VBD/3/ccomp ././3/punct"


def test_a_verb_that_no_list_has_reports_its_that_clause() -> None:
    extraction = reading(
        doc(f"Ms/NNP/3/nsubj Hale/NNP/1/flat speculated/speculate/VBD/0/ROOT {_THAT}", names=HALE)
    )
    quote = _only(extraction)
    assert (_source(extraction, quote), _content(extraction, quote)) == ("Ms Hale", ["that the bridge fell"])


def test_a_verb_that_brings_something_about_reports_nothing() -> None:
    tree = f"Ms/NNP/3/nsubj Hale/NNP/1/flat ensured/ensure/VBD/0/ROOT {_THAT}"
    assert not reading(doc(tree, names=HALE)).quotes


def test_what_is_said_of_a_closing_source_is_not_its_words() -> None:
    extraction = reading(
        doc(
            "The/DT/2/det bridge/NN/3/nsubj fell/fall/VBD/0/ROOT ,/,/7/punct according/accord/VBG/7/case "
            "to/IN/5/fixed Ms/NNP/3/obl Hale/NNP/7/flat ,/,/11/punct who/WP/11/nsubj "
            "saw/see/VBD/7/acl:relcl it/PRP/11/obj ././3/punct",
            names=HALE,
        )
    )
    quote = _only(extraction)
    assert _content(extraction, quote) == ["The bridge fell"]
    assert _source(extraction, quote) == "Ms Hale, who saw it"


def test_an_aside_inverted_in_a_sentence_has_the_speaker_after_its_verb() -> None:
    extraction = reading(
        doc(
            "Tom/NNP/4/nsubj Marsh/NNP/1/flat ,/,/1/punct said/say/VBD/0/ROOT Ada/NNP/10/nsubj "
            "Hale/NNP/5/flat ,/,/8/punct surveyor/NN/5/appos ,/,/1/punct left/leave/VBD/4/ccomp ././4/punct",
            names={"Tom Marsh": "PERSON", "Ada Hale": "PERSON"},
        )
    )
    quote = _only(extraction)
    assert {e.key: e.label for e in extraction.entities}[quote.speaker or ""] == "Ada Hale"
    assert _content(extraction, quote)[0] == "Tom Marsh"
    assert _content(extraction, quote)[-1].endswith("left")


def test_an_attribution_may_have_a_long_subject() -> None:
    long = "a/DT/10/det study/NN/22/nsubj of/IN/12/case papers/NNS/10/nmod from/IN/14/case years/NNS/12/nmod "
    more = "of/IN/16/case work/NN/14/nmod on/IN/18/case set/NN/16/nmod up/NN/18/compound by/IN/21/case "
    last = "it/PRP/16/nmod shows/show/VBZ/5/parataxis ././5/punct"
    tree = (
        "The/DT/2/det old/JJ/4/amod iron/NN/4/compound bridge/NN/5/nsubj fell/fall/VBD/0/ROOT ,/,/22/punct "
    )
    words = (tree + "only/RB/10/advmod then/RB/10/advmod " + long + more + last).split()
    extraction = reading(doc(" ".join(words)))
    assert _content(extraction, _only(extraction)) == ["The old iron bridge fell"]

"""Who says what: direct, mixed and indirect speech, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extraction import Knowledge, from_doc
from kg.model import Article, AttributionMode, Extraction, Quote

from .by_hand import doc, reading, referents


def _quote(extraction: Extraction) -> Quote:
    (quote,) = extraction.quotes
    return quote


def _content(extraction: Extraction, quote: Quote) -> list[str]:
    return [extraction.article.words(fragment) for fragment in quote.content]


def _speaker(extraction: Extraction, quote: Quote) -> str | None:
    return {entity.key: entity.label for entity in extraction.entities}.get(quote.speaker or "")


WE_WON = "‘/``/3/punct We/PRP/3/nsubj won/win/VBD/8/ccomp the/DT/5/det contract/NN/3/obj"


@pytest.mark.parametrize(
    "rest",
    [
        ",/,/3/punct ’/''/3/punct said/say/VBD/0/ROOT Ms/NNP/8/nsubj Hale/NNP/9/flat ././8/punct",
        ",/,/3/punct ’/''/3/punct said/say/VBD/0/ROOT Helen/NNP/8/nsubj Marsh/NNP/9/flat ././8/punct",
    ],
    ids=["title", "full name"],
)
def test_a_cue_after_the_quote(rest: str) -> None:
    extraction = reading(doc(f"{WE_WON} {rest}", names={"Hale": "PERSON"} if "Hale" in rest else {}))
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["‘We won the contract,’"]
    assert quote.mode is AttributionMode.DIRECT
    assert quote.cue is not None and extraction.article.words(quote.cue) == "said"
    assert _speaker(extraction, quote) in ("Ms Hale", "Helen Marsh")


def test_a_cue_before_the_quote_with_its_addressee() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat told/tell/VBD/0/ROOT reporters/reporter/NNS/3/iobj :/:/3/punct "
            "“/``/8/punct "
            "We/PRP/8/nsubj won/win/VBD/3/ccomp the/DT/10/det contract/NN/8/obj ././8/punct ”/''/8/punct",
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["“We won the contract.”"]
    assert _speaker(extraction, quote) == "Ms Hale"
    assert quote.addressee is not None and extraction.article.words(quote.addressee) == "reporters"


def test_a_quote_broken_by_its_cue_is_one() -> None:
    extraction = reading(
        doc(
            "‘/``/3/punct The/DT/3/det bridge/NN/11/nsubj ,/,/3/punct ’/''/3/punct Ms/NNP/8/nsubj "
            "Hale/NNP/6/flat "
            "said/say/VBD/11/parataxis ,/,/8/punct ‘/``/11/punct fell/fall/VBD/0/ROOT in/IN/13/case "
            "May/NNP/11/obl ././11/punct ’/''/11/punct",
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["‘The bridge,’", "‘fell in May.’"]
    assert _speaker(extraction, quote) == "Ms Hale"


SAID_HALE = ",/,/3/punct ’/''/3/punct said/say/VBD/0/ROOT Ms/NNP/8/nsubj Hale/NNP/9/flat ././8/punct"
THEY_LOST = "‘/``/3/punct They/PRP/3/nsubj lost/lose/VBD/0/ROOT ././3/punct ’/''/3/punct"


def test_a_quote_that_goes_on_after_its_attribution_is_one() -> None:
    extraction = reading(doc(f"{WE_WON} {SAID_HALE}", THEY_LOST, names={"Hale": "PERSON"}))
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["‘We won the contract,’", "‘They lost.’"]
    assert _speaker(extraction, quote) == "Ms Hale"


def test_a_quote_after_a_sentence_of_the_article_is_another_by_the_same_speaker() -> None:
    laughed = "She/PRP/2/nsubj laughed/laugh/VBD/0/ROOT ././2/punct"
    extraction = reading(doc(f"{WE_WON} {SAID_HALE}", laughed, THEY_LOST, names={"Hale": "PERSON"}))
    first, second = extraction.quotes
    assert _content(extraction, second) == ["‘They lost.’"]
    assert [_speaker(extraction, quote) for quote in (first, second)] == ["Ms Hale", "Ms Hale"]


def test_direct_speech_after_indirect_speech_is_one_quote_with_it() -> None:
    extraction = reading(doc(INDIRECT, THEY_LOST, names={"Hale": "PERSON"}))
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["that the bridge fell", "‘They lost.’"]
    assert (quote.mode, _speaker(extraction, quote)) == (AttributionMode.MIXED, "Ms Hale")


def test_i_in_direct_speech_after_indirect_speech_is_the_speaker() -> None:
    went = "‘/``/3/punct I/PRP/3/nsubj left/leave/VBD/0/ROOT ././3/punct ’/''/3/punct"
    assert ("I", "Ms Hale") in referents(reading(doc(INDIRECT, went, names={"Hale": "PERSON"})))


def test_the_source_is_all_of_its_noun_phrase_and_the_cue_all_of_its_verb() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/9/nsubj Hale/NNP/1/flat ,/,/5/punct a/DT/5/det surveyor/NN/1/appos ,/,/1/punct "
            "has/have/VBZ/9/aux often/RB/9/advmod said/say/VBN/0/ROOT that/IN/13/mark the/DT/12/det "
            "bridge/NN/13/nsubj fell/fall/VBD/9/ccomp ././9/punct",
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert quote.source is not None and quote.cue is not None
    assert extraction.article.words(quote.source) == "Ms Hale, a surveyor"
    assert extraction.article.words(quote.cue) == "has often said"
    assert _speaker(extraction, quote) == "Ms Hale"


INDIRECT = (
    "Ms/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT that/IN/7/mark the/DT/6/det bridge/NN/7/nsubj "
    "fell/fall/VBD/3/ccomp ././3/punct"
)


def test_indirect_speech_is_the_complement_of_its_cue() -> None:
    extraction = reading(doc(INDIRECT, names={"Hale": "PERSON"}))
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["that the bridge fell"]
    assert quote.mode is AttributionMode.INDIRECT
    assert _speaker(extraction, quote) == "Ms Hale"


def test_indirect_speech_with_quoted_words_is_mixed() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT that/IN/8/mark the/DT/6/det "
            "bridge/NN/8/nsubj "
            "‘/``/8/punct fell/fall/VBD/3/ccomp apart/RB/8/advmod ’/''/8/punct ././3/punct",
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert quote.mode is AttributionMode.MIXED
    assert _content(extraction, quote)[0].startswith("that the bridge")


def test_according_to() -> None:
    extraction = reading(
        doc(
            "According/accord/VBG/4/case to/IN/1/fixed Ms/NNP/4/compound Hale/NNP/8/obl ,/,/8/punct "
            "the/DT/7/det "
            "bridge/NN/8/nsubj fell/fall/VBD/0/ROOT ././8/punct",
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["the bridge fell"]
    assert _speaker(extraction, quote) == "Ms Hale"


def test_a_passive_cue_without_an_agent_names_nobody() -> None:
    extraction = reading(
        doc(
            "The/DT/2/det bridge/NN/4/nsubj:pass was/be/VBD/4/aux:pass said/say/VBN/0/ROOT to/TO/7/mark "
            "have/VB/7/aux "
            "fallen/fall/VBN/4/xcomp ././4/punct"
        )
    )
    assert all(quote.speaker is None for quote in extraction.quotes)


def test_what_was_revealed_by_nobody_is_the_articles_own_word() -> None:
    extraction = reading(
        doc(
            "It/PRP/3/nsubj:pass was/be/VBD/3/aux:pass revealed/reveal/VBN/0/ROOT that/IN/7/mark "
            "Oxley/NNP/7/nsubj "
            "Council/NNP/5/flat rejected/reject/VBD/3/ccomp the/DT/9/det plan/NN/7/obj ././3/punct"
        )
    )
    assert not extraction.quotes
    assert [s.quote for s in extraction.statements if s.action == "Reject"] == [None]


def test_a_scare_quote_is_nobodys_speech() -> None:
    extraction = reading(
        doc(
            "Oxley/NNP/3/nsubj Council/NNP/1/flat held/hold/VBD/0/ROOT a/DT/7/det ‘/``/7/punct "
            "rapid/JJ/7/amod "
            "audit/NN/3/obj ’/''/7/punct ././3/punct"
        )
    )
    assert not extraction.quotes


def test_a_report_in_a_report_lies_within_it() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT that/IN/7/mark Mr/NNP/7/nsubj "
            "Brook/NNP/5/flat "
            "claimed/claim/VBD/3/ccomp that/IN/11/mark the/DT/10/det bridge/NN/11/nsubj "
            "fell/fall/VBD/7/ccomp ././3/punct",
            names={"Hale": "PERSON", "Brook": "PERSON"},
        )
    )
    outer, inner = extraction.quotes
    assert inner.within == outer
    assert (_speaker(extraction, outer), _speaker(extraction, inner)) == ("Ms Hale", "Mr Brook")
    assert outer.contains(inner.content[0])


def test_i_inside_a_quote_is_its_speaker() -> None:
    extraction = reading(
        doc(
            "‘/``/3/punct I/PRP/3/nsubj won/win/VBD/6/ccomp ,/,/3/punct ’/''/3/punct said/say/VBD/0/ROOT "
            "Ms/NNP/6/nsubj "
            "Hale/NNP/7/flat ././6/punct",
            names={"Hale": "PERSON"},
        )
    )
    assert ("I", "Ms Hale") in referents(extraction)


def test_every_quote_points_into_the_text_and_holds_no_cue_of_its_own() -> None:
    direct = (
        WE_WON + " ,/,/3/punct ’/''/3/punct said/say/VBD/0/ROOT Ms/NNP/8/nsubj Hale/NNP/9/flat ././8/punct"
    )
    extraction = reading(doc(INDIRECT, direct, names={"Hale": "PERSON"}))
    assert len(extraction.quotes) == 2
    for quote in extraction.quotes:
        assert quote.evidence.contains(quote.content[0])
        assert quote.cue is not None and not quote.contains(quote.cue)
        assert quote.evidence.end <= len(extraction.article.text)


def test_a_quote_after_a_colon_is_by_the_subject_of_the_sentence() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat kept/keep/VBD/0/ROOT her/PRP$/5/nmod:poss answer/NN/3/obj "
            "short/JJ/3/xcomp :/:/3/punct",
            THEY_LOST,
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert quote.cue is not None and extraction.article.words(quote.cue) == "kept"
    assert _speaker(extraction, quote) == "Ms Hale"


def test_a_name_after_a_dash_signs_a_quote() -> None:
    signed = "—/:/2/punct Ada/NNP/0/ROOT Hale/NNP/2/flat"
    extraction = reading(doc(THEY_LOST, signed, names={"Ada Hale": "PERSON"}))
    quote = _quote(extraction)
    assert quote.cue is not None and extraction.article.words(quote.cue) == "—"
    assert _speaker(extraction, quote) == "Ada Hale"
    aside = "—/:/4/punct Ada/NNP/4/nsubj Hale/NNP/2/flat left/leave/VBD/0/ROOT ././4/punct"
    assert reading(doc(THEY_LOST, aside, names={"Ada Hale": "PERSON"})).quotes[0].speaker is None


def test_each_paragraph_of_an_unclosed_quote_is_told_though_another_has_a_cue() -> None:
    made = doc(
        "“/``/3/punct We/PRP/3/nsubj won/win/VBD/0/ROOT ././3/punct",
        "“/``/3/punct They/PRP/3/nsubj know/know/VBP/0/ROOT that/IN/6/mark we/PRP/6/nsubj "
        "won/win/VBD/3/ccomp ././3/punct",
        "“/``/3/punct They/PRP/3/nsubj lost/lose/VBD/0/ROOT ././3/punct",
    )
    text = "“We won.\n\n“They know that we won.\n\n“They lost."
    extraction = from_doc(Article(text, id="by hand"), made, Knowledge.shipped())
    told = [extraction.article.words(f) for quote in extraction.quotes for f in quote.content]
    assert all(any(paragraph in words for words in told) for paragraph in text.split("\n\n"))


def test_as_somebody_puts_it_somewhere_to_somebody() -> None:
    extraction = reading(
        doc(
            "As/IN/3/mark Hale/NNP/3/nsubj put/VBD/16/advcl it/PRP/3/obj in/IN/7/case a/DT/7/det"
            " letter/NN/3/obl to/IN/10/case the/DT/10/det board/NN/7/nmod in/IN/12/case May/NNP/7/nmod"
            " ,/,/3/punct the/DT/15/det plan/NN/16/nsubj failed/fail/VBD/0/ROOT ././16/punct",
            names={"Hale": "PERSON"},
        )
    )
    quote = _quote(extraction)
    assert _content(extraction, quote) == ["the plan failed"]
    assert _speaker(extraction, quote) == "Hale"


def test_two_cues_of_one_content_stay_in_reading_order() -> None:
    extraction = reading(
        doc(
            "Ms/NNP/3/nsubj Hale/NNP/1/flat agreed/agree/VBD/0/ROOT and/CC/5/cc claimed/claim/VBD/3/conj "
            "that/IN/9/mark the/DT/8/det ferry/NN/9/nsubj sank/sink/VBD/3/ccomp ././3/punct",
            names={"Hale": "PERSON"},
        )
    )
    first, second = extraction.quotes
    assert first.content == second.content
    assert [extraction.article.words(quote.cue) for quote in (first, second) if quote.cue] == [
        "agreed",
        "claimed",
    ]

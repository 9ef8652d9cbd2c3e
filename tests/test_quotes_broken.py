"""Direct speech that an attribution breaks, that opens without a comma, or whose clause leaves its marks."""

from __future__ import annotations

import pytest

from kg.extraction import Knowledge, from_doc
from kg.model import Article, Quote

from .by_hand import doc, reading

NAMES = {"Hale": "PERSON"}
#: What is said, by name: the sentences, and for each quote its cue, its source and its content.
CASES: dict[str, tuple[list[str], list[tuple[str, str, list[str]]]]] = {
    "goes on after but": (
        [
            "“/``/3/punct We/PRP/3/nsubj won/win/VBD/7/ccomp ,/,/3/punct ”/''/3/punct Hale/NNP/7/nsubj "
            "said/say/VBD/0/ROOT ,/,/12/punct but/CC/12/cc “/``/12/punct they/PRP/12/nsubj "
            "left/leave/VBD/3/conj ././12/punct ”/''/12/punct"
        ],
        [("said", "Hale", ["“We won,”", "“they left.”"])],
    ),
    "right after the cue": (
        [
            "Hale/NNP/2/nsubj declared/declare/VBD/0/ROOT “/``/5/punct We/PRP/5/nsubj won/win/VBD/2/ccomp "
            "././5/punct ”/''/5/punct"
        ],
        [("declared", "Hale", ["“We won.”"])],
    ),
    "according to": (
        [
            "According/according/VBG/3/case to/IN/1/fixed Hale/NNP/8/obl ,/,/8/punct “/``/8/punct "
            "[W]e/PRP/8/nsubj have/AUX/8/aux won/win/VBD/0/ROOT ././8/punct",
            "They/PRP/2/nsubj left/leave/VBD/0/ROOT ././2/punct ”/''/2/punct",
        ],
        [("According to", "Hale", ["“[W]e have won. They left.”"])],
    ),
    "clause that goes on after the marks": (
        [
            "Hale/NNP/2/nsubj said/say/VBD/0/ROOT that/IN/6/mark “/``/6/punct We/PRP/6/nsubj "
            "won/win/VBD/2/ccomp ”/''/6/punct against/IN/10/case the/DT/10/det council/NN/6/obl ././2/punct"
        ],
        [("said", "Hale", ["that “We won” against the council"])],
    ),
    "clause that begins before the marks": (
        [
            "The/DT/2/det pier/NN/4/nsubj “/``/4/punct fell/fall/VBD/11/ccomp down/RP/4/advmod ,/,/4/punct "
            "”/''/4/punct Ms/NNP/11/nsubj Hale/NNP/8/flat has/AUX/11/aux said/say/VBD/0/ROOT ././11/punct"
        ],
        [("has said", "Ms Hale", ["The pier “fell down,”"])],
    ),
    "as somebody put it": (
        [
            "As/IN/3/mark Hale/NNP/3/nsubj put/put/VBD/8/advcl it/PRP/3/obj ,/,/3/punct “/``/8/punct "
            "We/PRP/8/nsubj won/win/VBD/0/ROOT ././8/punct ”/''/8/punct"
        ],
        [("put it", "Hale", ["“We won.”"])],
    ),
    "clause before the cue": (
        [
            "When/WRB/3/advmod it/PRP/3/nsubj fell/fall/VBD/6/advcl ,/,/3/punct Hale/NNP/6/nsubj "
            "said/say/VBD/0/ROOT ,/,/10/punct “/``/10/punct we/PRP/10/nsubj left/leave/VBD/6/ccomp "
            "././10/punct ”/''/10/punct"
        ],
        [("said", "Hale", ["When it fell", "“we left.”"])],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_direct_speech(case: tuple[list[str], list[tuple[str, str, list[str]]]]) -> None:
    sentences, expected = case
    extraction = reading(doc(*sentences, names=NAMES))

    def shown(quote: Quote) -> tuple[str, str, list[str]]:
        assert quote.cue is not None and quote.source is not None
        words = extraction.article.words
        return words(quote.cue), words(quote.source), [words(fragment) for fragment in quote.content]

    assert [shown(quote) for quote in extraction.quotes] == expected


def test_a_cue_inside_the_marks_is_not_that_of_the_quote_around_it() -> None:
    extraction = reading(
        doc(
            "“/``/4/punct He/PRP/3/nsubj said/say/VBD/12/ccomp ,/,/3/punct ‘/``/7/punct We/PRP/7/nsubj "
            "won/win/VBD/3/ccomp ,/,/7/punct ’/''/7/punct ”/''/3/punct Hale/NNP/12/nsubj "
            "recalled/recall/VBD/0/ROOT ././12/punct",
            names=NAMES,
        )
    )
    told = {extraction.article.words(q.cue): q for q in extraction.quotes if q.cue is not None}
    outer = "“He said, ‘We won,’”"
    assert [extraction.article.words(f) for f in told["recalled"].content] == [outer]
    assert all(outer not in extraction.article.words(f) for f in told["said"].content)


def test_a_cue_in_the_next_paragraph_is_none_of_a_quote() -> None:
    made = doc(
        "Hale/NNP/2/nsubj said/say/VBD/0/ROOT ,/,/6/punct “/``/6/punct They/PRP/6/nsubj "
        "left/leave/VBD/2/ccomp ?/./6/punct ”/''/6/punct",
        "Reed/NNP/2/nsubj leads/lead/VBZ/0/ROOT the/DT/4/det council/NN/2/obj ././2/punct",
    )
    text = "Hale said, “They left?”\n\nReed leads the council."
    (quote,) = from_doc(Article(text, id="by hand"), made, Knowledge.shipped()).quotes
    assert quote.cue is not None and text[quote.cue.start : quote.cue.end] == "said"


def test_what_a_participle_after_the_attribution_tells_is_by_the_same_speaker() -> None:
    extraction = reading(
        doc(
            "The/DT/2/det pier/NN/3/nsubj fell/fall/VBD/6/ccomp ,/,/3/punct Hale/NNP/6/nsubj "
            "said/say/VBD/0/ROOT ,/,/8/punct citing/cite/VBG/3/advcl the/DT/10/det "
            "report/NN/8/obj ././6/punct",
            names=NAMES,
        )
    )
    said, citing = extraction.quotes
    assert [extraction.article.words(f) for f in said.content] == ["The pier fell"]
    assert citing.source is not None and extraction.article.words(citing.source) == "Hale"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT ,/,/4/punct saying/say/VBG/2/parataxis it/PRP/6/nsubj "
            "fell/fall/VBD/4/ccomp ././2/punct",
            "Hale",
        ),
    ],
    ids=["participle"],
)
def test_who_tells_where_the_verb_has_no_subject_of_its_own(sentence: str, source: str) -> None:
    extraction = reading(doc(sentence, names=NAMES))
    told = next(q for q in extraction.quotes if extraction.article.words(q.content[0]) == "it fell")
    assert told.source is not None and extraction.article.words(told.source) == source

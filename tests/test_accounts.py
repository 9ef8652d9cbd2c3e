"""Phrases and sentences that give to somebody what is told beside them, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, reading

_LEFT = "Marsh/NNP/{1}/nsubj left/leave/VBD/0/ROOT ././{1}/punct"
_PEOPLE = {"Ada Hale": "PERSON", "Hale": "PERSON", "Marsh": "PERSON", "Reed": "PERSON", "Herald": "ORG"}


def _read(tree: str) -> Extraction:
    text = " ".join(word.split("/")[0] for word in tree.split())
    return reading(doc(tree, names={name: kind for name, kind in _PEOPLE.items() if name in text}))


def _told(extraction: Extraction) -> list[tuple[str, str]]:
    """Who says what, in reading order, by the words of the text."""
    words = extraction.article.words
    return [
        (words(quote.source) if quote.source else "", " … ".join(map(words, quote.content)))
        for quote in extraction.quotes
    ]


_QUOTES = {
    "by somebody's account": (
        "By/IN/4/case Hale/NNP/4/nmod:poss 's/POS/2/case account/NN/7/obl ,/,/4/punct "
        "Marsh/NNP/7/nsubj left/leave/VBD/0/ROOT ././7/punct",
        [("Hale", "Marsh left")],
    ),
    "in the words of somebody": (
        "In/IN/3/case the/DT/3/det words/word/NNS/8/obl of/IN/5/case Hale/NNP/3/nmod ,/,/3/punct "
        "Marsh/NNP/8/nsubj left/leave/VBD/0/ROOT ././8/punct",
        [("Hale", "Marsh left")],
    ),
    "on a view of nobody's": (
        "On/IN/3/case that/DT/3/det view/NN/6/obl ,/,/3/punct Marsh/NNP/6/nsubj left/leave/VBD/0/ROOT "
        "././6/punct",
        [("", "Marsh left")],
    ),
    "an account at a bank": (
        "In/IN/3/case his/PRP$/3/nmod:poss account/NN/8/obl at/IN/5/case Oxley/NNP/3/nmod ,/,/3/punct "
        "Hale/NNP/8/nsubj left/leave/VBD/0/ROOT money/NN/8/obj ././8/punct",
        [],
    ),
    "on account of": (
        "On/IN/2/case account/NN/8/obl of/IN/5/case the/DT/5/det rain/NN/2/nmod ,/,/2/punct "
        "Hale/NNP/8/nsubj left/leave/VBD/0/ROOT ././8/punct",
        [],
    ),
    "as somebody sees it": (
        "As/IN/3/mark police/NNS/3/nsubj see/VBP/7/advcl it/PRP/3/obj ,/,/3/punct Marsh/NNP/7/nsubj "
        "left/leave/VBD/0/ROOT ././7/punct",
        [("police", "Marsh left")],
    ),
    "as somebody sees it fall": (
        "As/IN/3/mark police/NNS/3/nsubj saw/see/VBD/8/advcl it/PRP/5/nsubj fall/VB/3/ccomp ,/,/3/punct "
        "Marsh/NNP/8/nsubj left/leave/VBD/0/ROOT ././8/punct",
        [],
    ),
    "to hear somebody tell it": (
        "To/TO/2/mark hear/VB/8/advcl Hale/NNP/4/nsubj tell/VB/2/ccomp it/PRP/4/obj ,/,/2/punct "
        "Marsh/NNP/8/nsubj left/leave/VBD/0/ROOT ././8/punct",
        [("", "Hale tell it"), ("Hale", "Marsh left")],
    ),
    "from what somebody says": (
        "From/IN/2/case what/WP/7/obl Hale/NNP/4/nsubj says/say/VBZ/2/acl:relcl ,/,/2/punct "
        "Marsh/NNP/7/nsubj left/leave/VBD/0/ROOT ././7/punct",
        [("Hale", "Marsh left")],
    ),
    "per papers": (
        "Per/IN/3/case court/NN/3/compound papers/paper/NNS/6/obl ,/,/3/punct Marsh/NNP/6/nsubj "
        "left/leave/VBD/0/ROOT ././6/punct",
        [("court papers", "Marsh left")],
    ),
    "so says somebody": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct So/RB/5/advmod says/say/VBZ/0/ROOT "
        "Hale/NNP/5/nsubj ././5/punct",
        [("Hale", "Marsh left")],
    ),
    "or so somebody claims": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct Or/CC/7/cc so/RB/7/advmod Hale/NNP/7/nsubj "
        "claims/claim/VBZ/0/ROOT ././7/punct",
        [("Hale", "Marsh left")],
    ),
    "so somebody asked": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct So/RB/6/advmod Hale/NNP/6/nsubj "
        "asked/ask/VBD/0/ROOT ././6/punct",
        [],
    ),
    "that is what somebody says": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct That/DT/6/nsubj is/be/VBZ/6/cop what/WP/0/ROOT "
        "Hale/NNP/8/nsubj says/say/VBZ/6/acl:relcl ././6/punct",
        [("Hale", "Marsh left")],
    ),
    "that is what somebody does": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct That/DT/6/nsubj is/be/VBZ/6/cop what/WP/0/ROOT "
        "Hale/NNP/8/nsubj does/do/VBZ/6/acl:relcl ././6/punct",
        [],
    ),
    "that is somebody's story": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT –/:/8/punct that/DT/8/nsubj is/be/VBZ/8/cop "
        "Hale/NNP/8/nmod:poss 's/POS/6/case story/NN/2/parataxis ././2/punct",
        [("Hale", "Marsh left")],
    ),
    "that was the claim made by somebody": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct That/DT/7/nsubj was/be/VBD/7/cop the/DT/7/det "
        "claim/NN/0/ROOT made/make/VBN/7/acl by/IN/10/case Hale/NNP/8/obl ././7/punct",
        [("Hale", "Marsh left")],
    ),
    "that is the claim to fame": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct That/DT/7/nsubj is/be/VBZ/7/cop the/DT/7/det "
        "claim/NN/0/ROOT to/IN/9/case fame/NN/7/nmod ././7/punct",
        [],
    ),
    "a newspaper after its verb": (
        "Marsh/NNP/2/nsubj left/leave/VBD/0/ROOT the/DT/4/det council/NN/2/obj ,/,/6/punct "
        "reports/report/VBZ/2/conj the/DT/8/det Herald/NNP/6/obj ././2/punct",
        [("the Herald", "Marsh left the council")],
    ),
    "a newspaper after a past tense": (
        "Marsh/NNP/2/nsubj left/leave/VBD/6/ccomp the/DT/4/det council/NN/2/obj ,/,/2/punct "
        "reported/report/VBD/0/ROOT the/DT/8/det Herald/NNP/6/obl:agent ././6/punct",
        [("the Herald", "Marsh left the council")],
    ),
    "two subjects of the verb between them": (
        "Marsh/NNP/2/nsubj met/meet/VBD/0/ROOT Reed/NNP/5/nsubj ,/,/5/punct argues/argue/VBZ/2/conj "
        "Hale/NNP/5/nsubj ././2/punct",
        [("Hale", "Marsh met Reed")],
    ),
    "a document whose verb is taken for a subject": (
        "The/DT/2/det suit/NN/3/nsubj alleges/allege/VBZ/5/nsubj Hale/NNP/3/obj left/leave/VBD/0/ROOT "
        "././5/punct",
        [("The suit", "Hale left")],
    ),
    "whom somebody quotes": (
        "Reed/NNP/2/nsubj quoted/quote/VBD/0/ROOT Hale/NNP/2/obj as/IN/5/mark saying/say/VBG/2/advcl "
        "Marsh/NNP/7/nsubj left/leave/VBD/5/ccomp ././2/punct",
        [("Reed", "Hale as saying Marsh left"), ("Hale", "Marsh left")],
    ),
    "a verb of no list behind a quote": (
        "“/``/3/punct We/we/PRP/3/nsubj ran/run/VBD/9/ccomp ,/,/3/punct ”/''/3/punct an/DT/8/det "
        "angry/JJ/8/amod Hale/NNP/9/nsubj beamed/beam/VBD/0/ROOT ././9/punct",
        [("an angry Hale", "“We ran,”")],
    ),
    "an attribution that is a sentence": (
        "“/``/3/punct We/we/PRP/3/nsubj ran/run/VBD/0/ROOT ././3/punct ”/''/3/punct Hale/NNP/7/nsubj "
        "said/say/VBD/0/ROOT ././7/punct",
        [("Hale", "“We ran.”")],
    ),
    "a sentence after a quote": (
        "“/``/3/punct We/we/PRP/3/nsubj ran/run/VBD/0/ROOT ././3/punct ”/''/3/punct Hale/NNP/7/nsubj "
        "wept/weep/VBD/0/ROOT ././7/punct",
        [("", "“We ran.”")],
    ),
    "what somebody claims to have done": (
        "Hale/NNP/2/nsubj claims/claim/VBZ/0/ROOT to/TO/5/mark have/VB/5/aux met/meet/VBN/2/xcomp "
        "Marsh/NNP/5/obj ././2/punct",
        [("Hale", "to have met Marsh")],
    ),
}


@pytest.mark.parametrize("name", _QUOTES)
def test_what_is_told_belongs_to_whose_account_it_is(name: str) -> None:
    tree, told = _QUOTES[name]
    assert _told(_read(tree)) == told


def test_her_own_account_is_the_subject_s() -> None:
    extraction = _read(
        "By/IN/4/case her/PRP$/4/nmod:poss own/JJ/4/amod account/NN/8/obl ,/,/4/punct Ada/NNP/8/nsubj "
        "Hale/NNP/6/flat left/leave/VBD/0/ROOT ././8/punct"
    )
    labels = {entity.key: entity.label for entity in extraction.entities}
    assert [labels[quote.speaker or ""] for quote in extraction.quotes] == ["Ada Hale"]


_OPEN = {
    "for somebody": (
        "For/IN/2/case Hale/NNP/5/obl ,/,/2/punct Marsh/NNP/5/nsubj met/meet/VBD/0/ROOT Reed/NNP/5/obj "
        "././5/punct",
        [False],
    ),
    "for a year": (
        "For/IN/3/case ten/CD/3/nummod years/year/NNS/6/obl ,/,/3/punct Marsh/NNP/6/nsubj "
        "met/meet/VBD/0/ROOT Reed/NNP/6/obj ././6/punct",
        [True],
    ),
    "judging by something": (
        "Judging/judge/VBG/7/advcl by/IN/4/case the/DT/4/det report/NN/1/obl ,/,/1/punct Hale/NNP/7/nsubj "
        "met/meet/VBD/0/ROOT Marsh/NNP/7/obj ././7/punct",
        [False],
    ),
    "named as having": (
        "Hale/NNP/3/nsubj:pass was/be/VBD/3/aux:pass named/name/VBN/0/ROOT as/IN/6/mark "
        "having/have/VBG/6/aux met/meet/VBN/3/advcl Marsh/NNP/6/obj ././3/punct",
        [],
    ),
}


@pytest.mark.parametrize("name", _OPEN)
def test_what_only_somebody_takes_for_true_is_left_open(name: str) -> None:
    tree, vouched = _OPEN[name]
    assert [s.asserted for s in _read(tree).statements if s.action == "Meet"] == vouched


def test_a_hyphen_between_spaces_parts_names() -> None:
    extraction = _read(
        "Hale/NNP/2/nsubj met/meet/VBD/0/ROOT Reed/NNP/5/compound -/,/5/punct police/NNS/2/obj"
    )
    assert "police" in {entity.label for entity in extraction.entities}


def test_a_name_that_is_spelt_like_per_is_no_source() -> None:
    tree = (
        "Two/CD/8/nsubj members/NNS/1/nmod ,/,/4/punct Per/NNP/1/appos Lund/NNP/4/flat ,/,/4/punct "
        "soon/RB/8/advmod left/leave/VBD/0/ROOT ././8/punct"
    )
    assert not reading(doc(tree, names={"Per Lund": "PERSON"})).quotes

"""Whose words a sentence gives where a parse hangs a clause or a speaker elsewhere, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed", "Cora Lund", "Hale", "Marsh")


def _read(tree: str) -> Extraction:
    text = " ".join(word.split("/")[0] for word in tree.split())
    people = {name: "PERSON" for name in _PEOPLE if name in text}
    return reading(doc(tree, names=people))


def _told(extraction: Extraction) -> list[tuple[str, str]]:
    """Who says what, in reading order, by the words of the text."""
    words = extraction.article.words
    return [
        (words(quote.source) if quote.source else "", " … ".join(map(words, quote.content)))
        for quote in extraction.quotes
    ]


_QUOTES = {
    "a clause after a letter": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT in/IN/6/case a/DT/6/det letter/NN/3/obl "
        "to/IN/9/case "
        "the/DT/9/det board/NN/6/nmod that/IN/14/mark Jon/NNP/14/nsubj Marsh/NNP/11/flat had/have/VBD/14/aux "
        "left/leave/VBN/6/acl ././3/punct",
        [("Ada Hale", "that Jon Marsh had left")],
    ),
    "a subject taken for an object": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat says/say/VBZ/0/ROOT the/DT/5/det talk/NN/3/obj of/IN/8/case "
        "a/DT/8/det "
        "sale/NN/5/nmod skips/skip/VBZ/3/conj over/RP/9/compound:prt the/DT/12/det law/NN/9/obj ././3/punct",
        [("Ada Hale", "the talk of a sale skips over the law")],
    ),
    "a pronoun ahead of who says it": (
        "The/DT/2/det plan/NN/12/nsubj:pass ,/,/7/punct which/WDT/9/nsubj an/DT/6/det inquiry/NN/7/nsubj "
        "said/say/VBD/2/acl:relcl was/be/VBD/9/cop unsafe/JJ/7/ccomp ,/,/2/punct was/be/VBD/12/aux:pass "
        "dropped/drop/VBN/0/ROOT ././12/punct",
        [("an inquiry", "was unsafe")],
    ),
    "a second clause with “that” joined to the main clause": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat had/have/VBD/0/ROOT to/TO/5/mark admit/VB/3/xcomp that/IN/9/mark "
        "Jon/NNP/9/nsubj Marsh/NNP/7/flat lied/lie/VBD/5/ccomp and/CC/13/cc that/IN/13/mark he/PRP/13/nsubj "
        "left/leave/VBD/3/conj ././3/punct",
        [("Ada Hale", "that Jon Marsh lied and that he left")],
    ),
    "what somebody is said to be after a semicolon": (
        "Jon/NNP/3/nsubj Marsh/NNP/1/flat left/leave/VBD/0/ROOT ;/:/8/punct Ada/NNP/8/nsubj:pass "
        "Hale/NNP/5/flat is/be/VBZ/8/aux:pass said/say/VBN/3/parataxis to/TO/11/mark be/VB/11/cop "
        "keen/JJ/8/xcomp ,/,/15/punct but/CC/15/cc Marlow/NNP/15/nsubj lost/lose/VBD/3/conj ././3/punct",
        [("", "to be keen")],
    ),
    "whom somebody tells taken for a subject": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat told/tell/VBD/0/ROOT residents/resident/NNS/8/nsubj this/DT/6/det "
        "week/NN/3/obl:unmarked she/PRP/8/nsubj left/leave/VBD/3/ccomp ././3/punct",
        [("Ada Hale", "she left")],
    ),
    "quoted words as the subject of a clause": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT “/``/6/punct new/JJ/6/amod "
        "rules/rule/NNS/3/ccomp "
        "”/''/6/punct and/CC/10/cc a/DT/10/det levy/NN/12/nsubj would/MD/12/aux help/VB/3/conj ././3/punct",
        [("Ada Hale", "“new rules” and a levy would help")],
    ),
    "what somebody is called beyond the parse": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat called/call/VBD/0/ROOT Marsh/NNP/6/nmod:poss 's/POS/4/case "
        "plan/NN/3/obj "
        "on/IN/8/case Friday/NNP/3/obl “/``/11/punct a/DT/11/det disgrace/NN/6/nmod ”/''/11/punct "
        "to/IN/15/case "
        "the/DT/15/det town/NN/3/obl ././3/punct",
        [("Ada Hale", "Marsh's plan on Friday “a disgrace” to the town")],
    ),
    "a passive that says who names": (
        "The/DT/2/det plan/NN/15/nsubj:pass ,/,/4/punct labelled/label/VBN/2/acl as/IN/8/case a/DT/8/det "
        "“/``/8/punct sham/NN/4/obl ”/''/8/punct by/IN/11/case Ada/NNP/4/obl:agent Hale/NNP/11/flat "
        ",/,/2/punct "
        "was/be/VBD/15/aux:pass dropped/drop/VBN/0/ROOT ././15/punct",
        [("Ada Hale", "a “sham”")],
    ),
    "a passive that says nobody": (
        "The/DT/2/det plan/NN/4/nsubj:pass was/be/VBD/4/aux:pass labelled/label/VBN/0/ROOT “/``/6/punct "
        "reckless/JJ/4/xcomp ”/''/6/punct ././4/punct",
        [("", "“reckless”")],
    ),
    "a noun for words": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat fanned/fan/VBD/0/ROOT the/DT/5/det row/NN/3/obj with/IN/8/case "
        "her/PRP$/8/nmod:poss remark/NN/3/obl that/IN/13/mark the/DT/11/det pier/NN/13/nsubj "
        "was/be/VBD/13/cop "
        "rotten/JJ/3/parataxis ././3/punct",
        [("her", "that the pier was rotten")],
    ),
    "what an answer was": (
        "Hale/NNP/3/nmod:poss 's/POS/1/case answer/NN/9/nsubj:outer was/be/VBD/9/cop that/IN/9/mark "
        "the/DT/7/det "
        "pier/NN/9/nsubj was/be/VBD/9/cop safe/JJ/0/ROOT ././9/punct",
        [("Hale's", "that the pier was safe.")],
    ),
    "whoever issues a statement": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat issued/issue/VBD/0/ROOT a/DT/5/det statement/NN/3/obj "
        "saying/say/VBG/5/acl "
        "the/DT/8/det pier/NN/10/nsubj was/be/VBD/10/cop safe/JJ/6/ccomp ././3/punct",
        [("Ada Hale", "the pier was safe")],
    ),
    "a speaker who goes on in another tense": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT the/DT/5/det plan/NN/7/nsubj is/be/VBZ/7/cop "
        "dead/JJ/3/ccomp and/CC/9/cc called/call/VBD/7/conj it/PRP/9/obj a/DT/12/det mess/NN/9/xcomp "
        "././3/punct",
        [("Ada Hale", "the plan is dead"), ("Ada Hale", "it a mess")],
    ),
    "somebody else who goes on in the same tense": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "left/leave/VBD/3/ccomp "
        "and/CC/8/cc called/call/VBD/6/conj it/PRP/8/obj a/DT/11/det mess/NN/8/xcomp ././3/punct",
        [("Ada Hale", "Jon Marsh left and called it a mess"), ("Jon Marsh", "it a mess")],
    ),
    "a participle after what is said of somebody": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT Jon/NNP/6/nsubj Marsh/NNP/4/flat "
        "stood/stand/VBD/3/ccomp "
        "for/IN/8/case greed/NN/6/obl ,/,/10/punct calling/call/VBG/6/advcl it/PRP/10/obj a/DT/13/det "
        "shame/NN/10/xcomp ././3/punct",
        [("Ada Hale", "Jon Marsh stood for greed, calling it a shame"), ("Ada Hale", "it a shame")],
    ),
    "an aside between speaker and verb": (
        "Ada/NNP/6/nmod Hale/NNP/1/flat ,/,/6/punct after/IN/6/case a/DT/6/det pause/NN/8/obl ,/,/6/punct "
        "said/say/VBD/0/ROOT of/IN/10/case Cora/NNP/8/nsubj Lund/NNP/10/flat that/IN/14/mark "
        "she/PRP/14/nsubj "
        "lied/lie/VBD/8/ccomp ././8/punct",
        [("Ada Hale", "that she lied")],
    ),
    "a speaker set apart": (
        "One/CD/5/dislocated in/IN/4/case four/CD/4/nummod voters/voter/NNS/1/nmod said/say/VBD/0/ROOT "
        "the/DT/7/det "
        "pier/NN/9/nsubj was/be/VBD/9/cop safe/JJ/5/ccomp ././5/punct",
        [("One in four voters", "the pier was safe")],
    ),
    "a speaker given to the verb of what is said": (
        "The/DT/2/det officials/official/NNS/8/nsubj whose/WP$/4/nmod:poss plan/NN/5/nsubj "
        "fell/fall/VBD/2/acl:relcl "
        "say/VBP/0/ROOT taxes/tax/NNS/8/nsubj rose/rise/VBD/6/ccomp ././6/punct",
        [("The officials whose plan fell", "taxes rose")],
    ),
    "a name alone before a colon": (
        "The/DT/2/det plan/NN/5/nsubj did/do/VBD/5/aux not/RB/5/advmod surprise/VB/0/ROOT Ada/NNP/5/obj "
        "Hale/NNP/6/flat :/:/12/punct “/``/12/punct It/PRP/12/nsubj was/be/VBD/12/cop time/NN/5/ccomp "
        "././5/punct "
        "”/''/12/punct",
        [("Ada Hale", "“It was time.”")],
    ),
    "a quote goes on from its speaker, not from a clause about them": (
        "“/``/3/punct It/PRP/3/nsubj fell/fall/VBD/6/ccomp ,/,/3/punct ”/''/3/punct said/say/VBD/0/ROOT "
        "Ada/NNP/6/nsubj Hale/NNP/7/flat ,/,/12/punct who/WP/12/nsubj had/have/VBD/12/aux "
        "told/tell/VBN/7/acl:relcl "
        "Jon/NNP/12/iobj Marsh/NNP/13/flat that/IN/18/mark it/PRP/18/nsubj was/be/VBD/18/cop "
        "late/JJ/12/ccomp "
        "././6/punct “/``/22/punct We/PRP/22/nsubj ran/run/VBD/0/ROOT ././22/punct ”/''/22/punct",
        [
            ("Ada Hale, who had told Jon Marsh that it was late", "“It fell,” … “We ran.”"),
            ("who", "that it was late"),
        ],
    ),
    "words of somebody that another repeats": (
        "Ben/NNP/3/nsubj Reed/NNP/1/flat wept/weep/VBD/0/ROOT ,/,/5/punct repeating/repeat/VBG/3/advcl "
        "Jon/NNP/9/nmod:poss Marsh/NNP/6/flat 's/POS/6/case words/word/NNS/5/obj ,/,/14/punct “/``/14/punct "
        "No/UH/14/discourse ,/,/14/punct never/RB/5/ccomp ././14/punct ”/''/14/punct",
        [("Ben Reed", "Jon Marsh's words, “No, never.”"), ("Jon Marsh's", "“No, never.”")],
    ),
    "quoted words after a dash": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat asked/ask/VBD/0/ROOT the/DT/5/det crowd/NN/3/iobj to/TO/7/mark "
        "greet/VB/3/xcomp the/DT/9/det mayor/NN/7/obj –/:/14/punct “/``/14/punct my/PRP$/14/nmod:poss "
        "best/JJS/14/amod "
        "friend/NN/3/parataxis ”/''/14/punct ././3/punct",
        [("Ada Hale", "to greet the mayor – “my best friend”")],
    ),
    "what a court hears": (
        "The/DT/2/det court/NN/3/nsubj heard/hear/VBD/0/ROOT that/IN/7/mark Ada/NNP/7/nsubj Hale/NNP/5/flat "
        "hit/hit/VBD/3/ccomp Jon/NNP/7/obj Marsh/NNP/8/flat ././3/punct She/PRP/13/nsubj had/have/VBD/13/aux "
        "threatened/threaten/VBN/0/ROOT him/he/PRP/13/obj ././13/punct",
        [("", "that Ada Hale hit Jon Marsh"), ("", "She had threatened him.")],
    ),
    "whom a headline tells": (
        "Jury/NN/2/nsubj told/tell/VBD/0/ROOT Hale/NNP/4/nsubj lied/lie/VBD/2/ccomp",
        [("", "Hale lied")],
    ),
    "a headline that a court hears": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat lied/lie/VBD/0/ROOT ,/,/6/punct court/NN/6/compound "
        "hears/hear/NNS/3/conj",
        [("", "Ada Hale lied")],
    ),
    "a headline from a report": (
        "Ada/NNP/3/nsubj Hale/NNP/1/flat lied/lie/VBD/0/ROOT –/:/5/punct report/NN/3/parataxis",
        [("report", "Ada Hale lied")],
    ),
    "a label that denies": (
        "Myth/NN/0/ROOT :/:/5/punct Ada/NNP/5/nsubj Hale/NNP/3/flat lied/lie/VBD/1/parataxis",
        [("", "Ada Hale lied")],
    ),
}


@pytest.mark.parametrize("name", _QUOTES)
def test_whose_words(name: str) -> None:
    tree, expected = _QUOTES[name]
    assert _told(_read(tree)) == expected


def _meant(extraction: Extraction, words: str) -> list[str]:
    """The labels of the entities that some words mean, in reading order."""
    labels = {entity.key: entity.label for entity in extraction.entities}
    return [labels[m.entity] for m in extraction.mentions if extraction.article.words(m.passage) == words]


def test_who_is_named_is_not_who_says_so() -> None:
    extraction = _read(
        "Cora/NNP/3/nsubj Lund/NNP/1/flat wept/weep/VBD/0/ROOT ././3/punct Ada/NNP/7/nsubj Hale/NNP/5/flat "
        "sacked/sack/VBD/12/ccomp Jon/NNP/7/obj Marsh/NNP/8/flat ,/,/12/punct she/PRP/12/nsubj "
        "said/say/VBD/0/ROOT ././12/punct"
    )
    assert _meant(extraction, "she") == ["Cora Lund"]


def test_of_two_in_one_clause_either_may_be_meant() -> None:
    extraction = _read(
        "Jon/NNP/3/nsubj Marsh/NNP/1/flat sued/sue/VBD/0/ROOT Ben/NNP/3/obj Reed/NNP/4/flat after/IN/8/mark "
        "he/PRP/8/nsubj attacked/attack/VBD/3/advcl Ada/NNP/8/obj Hale/NNP/9/flat ././3/punct"
    )
    assert _meant(extraction, "he") == ["he"]


def test_a_subject_is_meant_before_whom_a_clause_only_mentions() -> None:
    extraction = _read(
        "Jon/NNP/3/nsubj Marsh/NNP/1/flat waited/wait/VBD/0/ROOT near/IN/5/case Ben/NNP/3/obl "
        "Reed/NNP/5/flat "
        "after/IN/9/mark he/PRP/9/nsubj attacked/attack/VBD/3/advcl Ada/NNP/9/obj Hale/NNP/10/flat "
        "././3/punct"
    )
    assert _meant(extraction, "he") == ["Jon Marsh"]


def test_a_post_is_whoever_the_article_gives_it_to() -> None:
    extraction = _read(
        "The/DT/3/det prime/JJ/3/amod minister/NN/8/nsubj ,/,/5/punct Ada/NNP/3/appos Hale/NNP/5/flat "
        ",/,/3/punct "
        "met/meet/VBD/0/ROOT Jon/NNP/8/obj Marsh/NNP/9/flat ././8/punct The/DT/14/det prime/JJ/14/amod "
        "minister/NN/15/nsubj attacked/attack/VBD/0/ROOT Ben/NNP/15/obj Reed/NNP/16/flat ././15/punct"
    )
    assert set(_meant(extraction, "The prime minister")) == {"Ada Hale"}


def test_of_two_councils_either_may_be_meant() -> None:
    tree = (
        "Oxley/NNP/2/compound Council/NNP/3/nsubj sued/sue/VBD/0/ROOT Marlow/NNP/5/compound "
        "Council/NNP/3/obj "
        "././3/punct The/DT/8/det council/NN/9/nsubj rejected/reject/VBD/0/ROOT the/DT/11/det plan/NN/9/obj "
        "././9/punct"
    )
    extraction = reading(doc(tree, names={"Oxley Council": "ORG", "Marlow Council": "ORG"}))
    assert _meant(extraction, "The council") == ["council"]


def test_a_name_with_age_and_address_is_nobody_known() -> None:
    extraction = reading(
        doc(
            "David/NNP/10/nsubj Cameron/NNP/1/flat ,/,/4/punct 19/CD/1/appos ,/,/8/punct of/IN/8/case "
            "Mill/NNP/8/compound "
            "Lane/NNP/1/nmod ,/,/1/punct left/leave/VBD/0/ROOT ././10/punct",
            names={"David Cameron": "PERSON"},
        )
    )
    keys = {m.entity for m in extraction.mentions if extraction.article.words(m.passage) == "David Cameron"}
    assert keys and "DavidCameron" not in keys

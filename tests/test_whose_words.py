"""Whose words a sentence gives, on trees made by hand: views, asides, coordinated verbs and quoted names."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, reading

_PEOPLE = {"Hale": "PERSON", "Marsh": "PERSON"}


def _read(tree: str) -> Extraction:
    return reading(doc(tree, names={name: kind for name, kind in _PEOPLE.items() if name in tree}))


def _told(extraction: Extraction) -> list[tuple[str, str]]:
    """Who says what, in reading order, by the words of the text."""
    words = extraction.article.words
    return [
        (words(quote.source) if quote.source else "", " … ".join(map(words, quote.content)))
        for quote in extraction.quotes
    ]


_VOID = "the/DT/{0}/det vote/NN/{1}/nsubj was/be/VBD/{1}/cop void/JJ/0/ROOT"

_VIEWS = {
    "in somebody's view": (
        "In/IN/5/case Ms/NNP/3/nmod:desc Hale/NNP/5/nmod:poss 's/POS/3/case view/NN/10/obl ,/,/5/punct "
        "the/DT/8/det plan/NN/10/nsubj is/be/VBZ/10/cop dead/JJ/0/ROOT ././10/punct",
        [("Ms Hale", "the plan is dead")],
    ),
    "per": (
        "The/DT/2/det vote/NN/4/nsubj was/be/VBD/4/cop void/JJ/0/ROOT ,/,/10/punct per/IN/10/case "
        "the/DT/8/det "
        "council/NN/10/nmod:poss 's/POS/8/case minutes/minute/NNS/4/obl ././4/punct",
        [("the council's minutes", "The vote was void")],
    ),
    "per head is a measure": (
        "The/DT/2/det fee/NN/4/nsubj was/be/VBD/4/cop low/JJ/0/ROOT per/IN/6/case head/NN/4/nmod ././4/punct",
        [],
    ),
    "in a view of something": (
        "In/IN/4/case Hale/NNP/4/nmod:poss 's/POS/2/case view/NN/10/obl of/IN/7/case the/DT/7/det "
        "pier/NN/4/nmod "
        "Marsh/NNP/10/nsubj was/be/VBD/10/cop tall/JJ/0/ROOT ././10/punct",
        [],
    ),
    "to her": (
        "To/IN/2/case her/she/PRP/7/obl ,/,/2/punct “/``/7/punct nothing/NN/7/nsubj has/have/VBZ/7/aux "
        "changed/change/VBN/0/ROOT ”/''/7/punct ././7/punct",
        [("her", "“nothing has changed”")],
    ),
    "as stated in": (
        "As/IN/2/mark stated/state/VBN/12/advcl in/IN/7/case the/DT/5/det council/NN/7/nmod:poss "
        "'s/POS/5/case "
        "minutes/minute/NNS/2/obl ,/,/2/punct " + _VOID.format(10, 12) + " ././12/punct",
        [("the council's minutes", "the vote was void")],
    ),
}


@pytest.mark.parametrize("name", _VIEWS)
def test_a_phrase_gives_a_sentence_to_whose_view_it_is(name: str) -> None:
    tree, told = _VIEWS[name]
    assert _told(_read(tree)) == told


_SOURCES = {
    "nobody speaks through an occasion": (
        "Hale/NNP/2/nsubj spoke/speak/VBD/0/ROOT at/IN/5/case a/DT/5/det rally/NN/2/obl "
        "calling/call/VBG/5/acl "
        "the/DT/8/det plan/NN/6/obj a/DT/10/det disgrace/NN/6/xcomp ././2/punct",
        ("Hale", "the plan a disgrace"),
    ),
    "a verb with a tense does not go on after would": (
        "Hale/NNP/2/nsubj said/say/VBD/0/ROOT the/DT/4/det council/NN/6/nsubj would/MD/6/aux "
        "leave/VB/2/ccomp "
        "and/CC/8/cc suggested/suggest/VBD/6/conj that/IN/12/mark Marsh/NNP/12/nsubj had/have/VBD/12/aux "
        "lied/lie/VBN/8/ccomp ././2/punct",
        ("Hale", "that Marsh had lied"),
    ),
    "but one without goes on": (
        "Hale/NNP/2/nsubj said/say/VBD/0/ROOT the/DT/4/det council/NN/6/nsubj would/MD/6/aux "
        "leave/VB/2/ccomp "
        "and/CC/8/cc suggest/VB/6/conj that/IN/12/mark Marsh/NNP/12/nsubj had/have/VBD/12/aux "
        "lied/lie/VBN/8/ccomp ././2/punct",
        ("the council", "that Marsh had lied"),
    ),
    "who went somewhere acts there": (
        "Hale/NNP/2/nsubj went/go/VBD/0/ROOT to/IN/4/case Oxley/NNP/2/obl to/TO/6/mark accuse/VB/2/advcl "
        "Marsh/NNP/6/obj of/IN/9/mark “/``/9/punct lying/lie/VBG/6/advcl ”/''/9/punct ././2/punct",
        ("Hale", "Marsh"),
    ),
    "the relative pronoun of the verb before": (
        "Hale/NNP/10/nsubj who/WP/3/nsubj lives/live/VBZ/1/acl:relcl and/CC/5/cc thinks/think/VBZ/3/conj "
        "the/DT/7/det plan/NN/9/nsubj is/be/VBZ/9/cop dead/JJ/5/ccomp left/leave/VBD/0/ROOT ././10/punct",
        ("who", "the plan is dead"),
    ),
    "said as what something is taken": (
        "Hale/NNP/2/nsubj went/go/VBD/0/ROOT after/IN/4/case Marsh/NNP/2/obl as/IN/8/case a/DT/8/det "
        "“/``/8/punct "
        "liar/NN/2/obl ”/''/8/punct ././2/punct",
        ("Hale", "Marsh as a “liar”"),
    ),
    "marked words after the object, whatever the parse": (
        "Hale/NNP/2/nsubj called/call/VBD/0/ROOT the/DT/4/det plan/NN/2/obj on/IN/6/case Friday/NNP/2/obl "
        "“/``/9/punct a/DT/9/det disgrace/NN/4/nmod ”/''/9/punct ././2/punct",
        ("Hale", "the plan on Friday “a disgrace”"),
    ),
    "up to a dash": (
        "Hale/NNP/2/nsubj dismissed/dismiss/VBD/0/ROOT the/DT/4/det plan/NN/2/obj as/IN/8/case “/``/8/punct "
        "a/DT/8/det joke/NN/2/obl ”/''/8/punct –/:/12/punct a/DT/12/det change/NN/8/appos ././2/punct",
        ("Hale", "the plan as “a joke”"),
    ),
    "a whole sentence after a clause of time": (
        "When/WRB/4/advmod the/DT/3/det pier/NN/4/nsubj fell/fall/VBD/7/advcl ,/,/4/punct Hale/NNP/7/nsubj "
        "said/say/VBD/0/ROOT ,/,/11/punct “/``/11/punct We/we/PRP/11/nsubj ran/run/VBD/7/ccomp ././7/punct "
        "”/''/11/punct",
        ("Hale", "“We ran.”"),
    ),
    "what a crowd cries": (
        "Hale/NNP/2/nsubj chanted/chant/VBD/0/ROOT “/``/5/punct What/what/WP/5/det curfew/NN/2/obj "
        "?/./5/punct "
        "”/''/5/punct and/CC/9/cc left/leave/VBD/2/conj ././2/punct",
        ("Hale", "“What curfew?”"),
    ),
}


@pytest.mark.parametrize("name", [name for name, (_, told) in _SOURCES.items() if told])
def test_words_belong_to_who_says_them(name: str) -> None:
    tree, told = _SOURCES[name]
    assert told in _told(_read(tree))

"""Reports that go on without a cue, on trees made by hand: whose word the next sentence is, or nobody's."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Statement

from .by_hand import doc, reading

_PEOPLE = {"Ada Hale": "PERSON", "Hale": "PERSON", "Marsh": "PERSON", "Reed": "PERSON"}
_MET = "Hale/NNP/6/nsubj met/meet/VBD/3/ccomp Marsh/NNP/6/obj ././3/punct"
_HEARD = f"The/DT/2/det court/NN/3/nsubj heard/hear/VBD/0/ROOT that/IN/6/mark {_MET}"
_REED = f"Reed/NNP/3/nsubj once/RB/3/advmod said/say/VBD/0/ROOT that/IN/6/mark {_MET}"
_WITNESS = f"A/DT/2/det witness/NN/3/nsubj said/say/VBD/0/ROOT that/IN/6/mark {_MET}"


def _read(tree: str) -> Extraction:
    text = " ".join(word.split("/")[0] for word in tree.split())
    return reading(doc(tree, names={name: kind for name, kind in _PEOPLE.items() if name in text}))


def _place(statement: Statement) -> int:
    return statement.trigger.start


#: Name -> the tree, and of what follows the report: whether somebody tells it, and whether it is vouched for.
_CASES = {
    "then": (
        f"{_HEARD} She/PRP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Reed/NNP/11/obj ././11/punct",
        (True, True),
    ),
    "two days later": (
        f"{_HEARD} Two/CD/10/nummod days/day/NNS/11/obl:unmarked later/RB/13/advmod she/PRP/13/nsubj "
        "hired/hire/VBD/0/ROOT Reed/NNP/13/obj ././13/punct",
        (True, True),
    ),
    "to somebody of the scene": (
        f"{_HEARD} Hale/NNP/10/nsubj hired/hire/VBD/0/ROOT him/he/PRP/10/obj ././10/punct",
        (True, True),
    ),
    "neither linked nor of the scene": (
        f"{_HEARD} Hale/NNP/10/nsubj hired/hire/VBD/0/ROOT Reed/NNP/10/obj ././10/punct",
        (False, False),
    ),
    "what becomes of the case": (
        f"{_HEARD} Hale/NNP/11/nsubj later/RB/11/advmod sued/sue/VBD/0/ROOT Reed/NNP/11/obj ././11/punct",
        (False, True),
    ),
    "what is done to her since": (
        f"{_HEARD} Hale/NNP/12/nsubj:pass was/be/VBD/12/aux:pass later/RB/12/advmod hired/hire/VBN/0/ROOT "
        "by/IN/14/case Reed/NNP/12/obl:agent ././12/punct",
        (False, True),
    ),
    "now": (
        f"{_HEARD} She/PRP/11/nsubj now/RB/11/advmod hires/hire/VBZ/0/ROOT Reed/NNP/11/obj ././11/punct",
        (False, True),
    ),
    "somebody else": (
        f"{_HEARD} Reed/NNP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Hale/NNP/11/obj ././11/punct",
        (False, True),
    ),
    "who heard": (
        f"{_HEARD} The/DT/10/det court/NN/12/nsubj then/RB/12/advmod hired/hire/VBD/0/ROOT Reed/NNP/12/obj "
        "././12/punct",
        (False, True),
    ),
    "a witness of whom a pronoun may speak": (
        f"{_WITNESS} She/PRP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Reed/NNP/11/obj ././11/punct",
        (False, False),
    ),
    "a witness and a name": (
        f"{_WITNESS} Hale/NNP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Reed/NNP/11/obj ././11/punct",
        (True, True),
    ),
    "somebody with a name": (
        f"{_REED} Hale/NNP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Marsh/NNP/11/obj ././11/punct",
        (False, False),
    ),
    "somebody with a name, without a link": (
        f"{_REED} Hale/NNP/10/nsubj hired/hire/VBD/0/ROOT Marsh/NNP/10/obj ././10/punct",
        (False, True),
    ),
    "who says so goes on to act": (
        f"{_REED} Reed/NNP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Marsh/NNP/11/obj ././11/punct",
        (False, True),
    ),
}


@pytest.mark.parametrize("name", _CASES)
def test_a_report_goes_on(name: str) -> None:
    tree, (told, vouched) = _CASES[name]
    last = max(_read(tree).statements, key=_place)
    assert last.action in ("Hire", "Sue")
    assert (last.quote is not None, last.asserted) == (told, vouched)


def test_what_becomes_of_her_stays_the_article_s() -> None:
    extraction = _read(
        f"{_HEARD} She/PRP/11/nsubj then/RB/11/advmod hired/hire/VBD/0/ROOT Reed/NNP/11/obj and/CC/15/cc "
        "was/be/VBD/15/aux:pass jailed/jail/VBN/11/conj ././11/punct"
    )
    words = extraction.article.words
    assert [words(q.content[0]) for q in extraction.quotes][-1] == "She then hired Reed"


def test_a_clause_after_a_passive_is_what_is_told() -> None:
    extraction = _read(
        "The/DT/2/det jury/NN/4/nsubj:pass was/be/VBD/4/aux:pass told/tell/VBN/0/ROOT that/IN/7/mark "
        "Hale/NNP/7/nsubj met/meet/VBD/4/csubj:pass Marsh/NNP/7/obj ././4/punct"
    )
    assert [s.quote is not None for s in extraction.statements if s.action == "Meet"] == [True]

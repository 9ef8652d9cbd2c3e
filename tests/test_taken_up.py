"""Whom a pronoun that stands beside another clause takes up, on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed", "Cora Lund")

#: The sentences, the word for a deed, and each telling of it, as in `test_tellings_of_deeds`.
_TOLD: dict[str, tuple[list[str], str, list[tuple[object, ...]]]] = {
    "whom a clause after it means": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat sued/sue/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat left/leave/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat wept/weep/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat sang/sing/VBD/0/ROOT ././3/punct",
            "A/DT/2/det man/NN/4/nsubj:pass was/be/VBD/4/aux:pass charged/charge/VBN/0/ROOT "
            "after/IN/7/mark he/PRP/7/nsubj sued/sue/VBD/4/advcl a/DT/9/det clerk/NN/7/obj ././4/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "Jon Marsh", None), ("Actual", "Positive", True, "man", None)],
    ),
    "whom a clause that goes on means": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat sued/sue/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "Ada/NNP/3/nsubj Hale/NNP/1/flat says/say/VBZ/0/ROOT Jon/NNP/7/nsubj Marsh/NNP/4/flat "
            "is/be/VBZ/7/cop late/JJ/3/ccomp ././3/punct",
            "Ben/NNP/3/nsubj Reed/NNP/1/flat thinks/think/VBZ/0/ROOT Jon/NNP/6/nsubj Marsh/NNP/4/flat "
            "owns/own/VBZ/3/ccomp the/DT/8/det pier/NN/6/obj ,/,/12/punct but/CC/12/cc he/PRP/12/nsubj "
            "sued/sue/VBD/3/conj Ada/NNP/12/obj Hale/NNP/13/flat ././3/punct",
        ],
        "sued",
        [
            ("Actual", "Positive", True, "Jon Marsh", None),
            ("Actual", "Positive", True, "Ben Reed", "Ben Reed"),
        ],
    ),
    "anybody": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat won/win/VBD/0/ROOT the/DT/5/det vote/NN/3/obj ././3/punct",
            "He/PRP/5/nsubj or/CC/3/cc she/PRP/1/conj must/MD/5/aux resign/VB/0/ROOT ././5/punct",
        ],
        "resign",
        [("Obliged", "Positive", False, "He", None), ("Obliged", "Positive", False, "she", None)],
    ),
    "the subject of the main clause": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat left/leave/VBD/0/ROOT ././3/punct",
            "Cora/NNP/3/nsubj Lund/NNP/1/flat sang/sing/VBD/0/ROOT ././3/punct",
            "When/WRB/4/advmod Jon/NNP/4/nsubj Marsh/NNP/2/flat wept/weep/VBD/8/advcl ,/,/4/punct "
            "Ben/NNP/8/nsubj Reed/NNP/6/flat differed/differ/VBD/0/ROOT ././8/punct",
            "He/PRP/2/nsubj sued/sue/VBD/0/ROOT Ada/NNP/2/obj Hale/NNP/3/flat ././2/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "Ben Reed", None)],
    ),
    "a place where it was done": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat wept/weep/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat left/leave/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat sang/sing/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat ran/run/VBD/0/ROOT ././3/punct",
            "A/DT/2/det man/NN/3/nsubj left/leave/VBD/0/ROOT for/IN/6/case a/DT/6/det town/NN/3/obl "
            "where/WRB/9/advmod he/PRP/9/nsubj sued/sue/VBD/6/acl:relcl Ada/NNP/9/obj Hale/NNP/10/flat "
            "././3/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "man", None)],
    ),
    "whoever shows it": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat wept/weep/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat left/leave/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat sang/sing/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat ran/run/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat leads/lead/VBZ/0/ROOT ,/,/9/punct while/IN/9/mark "
            "Ben/NNP/9/nsubj Reed/NNP/6/flat has/have/VBZ/9/aux shown/show/VBN/3/advcl that/IN/12/mark "
            "he/PRP/12/nsubj sued/sue/VBD/9/ccomp Ada/NNP/12/obj Hale/NNP/13/flat ././3/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "Ben Reed", "Ben Reed")],
    ),
    "under a condition of somebody else": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat ran/run/VBD/0/ROOT ././3/punct",
            "Ben/NNP/3/nsubj Reed/NNP/1/flat said/say/VBD/0/ROOT if/IN/7/mark Jon/NNP/7/nsubj "
            "Marsh/NNP/5/flat wins/win/VBZ/11/advcl ,/,/7/punct he/PRP/11/nsubj will/MD/11/aux "
            "sue/VB/3/ccomp Ada/NNP/11/iobj Hale/NNP/12/flat ././3/punct",
        ],
        "sue",
        [("Planned", "Positive", False, "Jon Marsh", "Ben Reed")],
    ),
    "whose remarks they were": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat met/meet/VBD/0/ROOT Ben/NNP/3/obj Reed/NNP/4/flat ././3/punct",
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat won/win/VBD/0/ROOT ././3/punct",
            "The/DT/2/det remarks/remark/NNS/7/nsubj of/IN/5/case the/DT/5/det week/NN/2/nmod "
            "were/be/VBD/7/cop those/that/DT/0/ROOT of/IN/9/case Ben/NNP/7/nmod Reed/NNP/9/flat "
            "././7/punct",
            "Ben/NNP/4/nmod:poss Reed/NNP/1/flat 's/POS/1/case remarks/remark/NNS/6/nsubj:pass "
            "were/be/VBD/6/aux:pass aimed/aim/VBN/0/ROOT at/IN/8/case Jon/NNP/6/obl Marsh/NNP/8/flat "
            "././6/punct",
            "He/PRP/2/nsubj sued/sue/VBD/0/ROOT Ada/NNP/2/obj Hale/NNP/3/flat ././2/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "Ben Reed", None)],
    ),
}


@pytest.mark.parametrize("name", _TOLD)
def test_a_pronoun_takes_up_whom_its_place_says(name: str) -> None:
    trees, word, expected = _TOLD[name]
    text = " ".join(w.split("/")[0] for tree in trees for w in tree.split())
    found = reading(doc(*trees, names={who: "PERSON" for who in _PEOPLE if who in text}))
    labels = {entity.key: entity.label for entity in found.entities}
    told = [s for s in found.statements if found.article.words(s.trigger) == word]
    agents = [s.filler("agent") for s in told]
    assert [a and (labels.get(a.entity or "") or found.article.words(a.passage)) for a in agents] == [
        who for *_, who, _ in expected
    ]

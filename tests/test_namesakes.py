"""Two people of one name: told apart by what stands beside their names, and else left open."""

from __future__ import annotations

import pytest

from kg.model import Extraction

from .by_hand import doc, reading

_PEOPLE = {
    "Jon Marsh": "PERSON",
    "Marsh": "PERSON",
    "Ben Reed": "PERSON",
    "Reed": "PERSON",
    "Lord Reed": "PERSON",
}


def _read(tree: str, **more: str) -> Extraction:
    text = " ".join(word.split("/")[0] for word in tree.split())
    found = {name: kind for name, kind in {**_PEOPLE, **more}.items() if name in text}
    return reading(doc(tree, names=found))


def _bearers(extraction: Extraction) -> list[int]:
    """The entity of each name in reading order, as the place of its first mention among all."""
    names = [m.entity for m in sorted(extraction.mentions) if m.kind == "Name"]
    return [names.index(key) for key in names]


_AGED = (
    "Jon/NNP/6/nsubj Marsh/NNP/1/flat ,/,/4/punct {}/CD/1/nummod ,/,/4/punct left/leave/VBD/0/ROOT "
    "././6/punct "
    "Jon/NNP/13/nsubj Marsh/NNP/8/flat ,/,/11/punct {}/CD/8/nummod ,/,/11/punct "
    "wept/weep/VBD/0/ROOT ././13/punct"
)
_THIRD = "Jon/NNP/17/nsubj Marsh/NNP/15/flat fled/flee/VBD/0/ROOT ././17/punct"
_MARKED = (
    "Jon/NNP/4/nsubj Marsh/NNP/1/flat {}/NNP/1/flat left/leave/VBD/0/ROOT ././4/punct "
    "Jon/NNP/9/nsubj Marsh/NNP/6/flat {}/NNP/6/flat wept/weep/VBD/0/ROOT ././9/punct"
)

_NAMES = {
    "two ages": (_AGED.format("19", "54"), [0, 1]),
    "one age": (_AGED.format("19", "19"), [0, 0]),
    "a birthday between": (_AGED.format("19", "20"), [0, 0]),
    "and a third of no age": (f"{_AGED.format('19', '54')} {_THIRD}", [0, 1, 2]),
    "of one age, and a third of none": (f"{_AGED.format('19', '19')} {_THIRD}", [0, 0, 0]),
    "Sr and Jr": (_MARKED.format("Sr", "Jr"), [0, 1]),
    "Jr twice": (_MARKED.format("Jr", "Jr"), [0, 0]),
    "the elder and the younger": (
        "The/DT/3/det elder/JJ/3/amod Marsh/NNP/4/nsubj left/leave/VBD/0/ROOT ././4/punct The/DT/8/det "
        "younger/JJ/8/amod Marsh/NNP/9/nsubj wept/weep/VBD/0/ROOT ././9/punct",
        [0, 1],
    ),
    "a senior lecturer": (
        "Jon/NNP/4/nsubj Marsh/NNP/1/flat Jr/NNP/1/flat wept/weep/VBD/0/ROOT ././4/punct "
        "Jon/NNP/12/nsubj Marsh/NNP/6/flat ,/,/10/punct senior/JJ/10/amod lecturer/NN/6/appos ,/,/10/punct "
        "left/leave/VBD/0/ROOT ././12/punct",
        [0, 0],
    ),
}


@pytest.mark.parametrize("name", _NAMES)
def test_people_of_one_name_are_told_apart_by_what_stands_beside_it(name: str) -> None:
    tree, bearers = _NAMES[name]
    assert _bearers(_read(tree)) == bearers


def test_a_title_that_goes_with_a_name_tells_from_whoever_is_named_without_it() -> None:
    after = (
        "Lord/NNP/2/nmod:desc Reed/NNP/3/nsubj left/leave/VBD/0/ROOT ././3/punct Ben/NNP/7/nsubj "
        "Reed/NNP/5/flat "
        "wept/weep/VBD/0/ROOT ././7/punct"
    )
    before = (
        "Ben/NNP/3/nsubj Reed/NNP/1/flat wept/weep/VBD/0/ROOT ././3/punct Lord/NNP/6/nmod:desc "
        "Reed/NNP/7/nsubj "
        "left/leave/VBD/0/ROOT ././7/punct"
    )
    assert (_bearers(_read(after)), _bearers(_read(before))) == ([0, 1], [0, 0])


def test_a_short_name_of_two_bodies_means_neither() -> None:
    tree = (
        "Oxley/NNP/2/compound Council/NNP/3/nsubj sued/sue/VBD/0/ROOT Oxley/NNP/5/compound "
        "Bank/NNP/3/obj ././3/punct "
        "Oxley/NNP/8/nsubj left/leave/VBD/0/ROOT ././8/punct"
    )
    extraction = _read(tree, **{"Oxley Council": "ORG", "Oxley Bank": "ORG", "Oxley": "ORG"})
    assert _bearers(extraction) == [0, 1, 2]


def test_capitals_of_two_bodies_are_either_s_only_in_brackets() -> None:
    tree = (
        "Harbour/NNP/2/compound Review/NNP/6/nsubj (/-LRB-/4/punct HR/NNP/2/appos )/-RRB-/4/punct "
        "left/leave/VBD/0/ROOT ././6/punct Housing/NNP/9/compound Register/NNP/13/nsubj (/-LRB-/11/punct "
        "HR/NNP/9/appos )/-RRB-/11/punct wept/weep/VBD/0/ROOT ././13/punct HR/NNP/16/nsubj "
        "fled/flee/VBD/0/ROOT "
        "././16/punct"
    )
    extraction = _read(tree, **{"Harbour Review": "ORG", "Housing Register": "ORG", "HR": "ORG"})
    assert _bearers(extraction) == [0, 0, 2, 2, 4]


def test_a_place_after_in_is_nobody_s_surname() -> None:
    tree = (
        "Ben/NNP/3/nsubj Oxley/NNP/1/flat left/leave/VBD/0/ROOT Reed/NNP/3/obj in/IN/6/case Oxley/NNP/3/obl "
        "././3/punct"
    )
    extraction = reading(doc(tree, names={"Ben Oxley": "PERSON", "Reed": "PERSON", "Oxley": "LOC"}))
    assert _bearers(extraction) == [0, 1, 2]

"""What somebody promised, demanded or denied is itself told of; that it is says nothing of how real it is."""

from __future__ import annotations

import pytest

from kg import rdf
from kg.check import check
from kg.extraction.events import find_events
from kg.gate import is_edge
from kg.model import Argument, Extraction, Modality, Passage, Statement, Time
from kg.ontology import load
from kg.store import Store

from .by_hand import doc, filled, of_action, only, reading

PEOPLE = {"Ada Hale": "PERSON", "Jon Marsh": "PERSON", "Ben Reed": "PERSON"}
HALE = "Ada/NNP/3/nsubj Hale/NNP/1/flat"


def _read(*trees: str) -> Extraction:
    text = " ".join(word.split("/")[0] for tree in trees for word in tree.split())
    return reading(doc(*trees, names={name: kind for name, kind in PEOPLE.items() if name in text}))


def _deeds(extraction: Extraction, action: str) -> list[tuple[str, str]]:
    """Role and words of each deed that the one statement of an action is about."""
    arguments = only(extraction, action).arguments
    return [(a.role, extraction.article.words(deed)) for a in arguments for deed in a.deeds]


PROMISE = (
    f"{HALE} promised/promise/VBD/0/ROOT to/TO/5/mark meet/VB/3/xcomp Jon/NNP/5/obj Marsh/NNP/6/flat "
    "././3/punct"
)
ATTACK = (
    "Jon/NNP/3/nsubj Marsh/NNP/1/flat condemned/condemn/VBD/0/ROOT Ada/NNP/7/nmod:poss Hale/NNP/4/flat "
    "'s/POS/4/case attack/NN/3/obj on/IN/9/case Ben/NNP/7/nmod Reed/NNP/9/flat ././3/punct"
)
RESIGNATION = (
    f"{HALE} demanded/demand/VBD/0/ROOT the/DT/5/det resignation/NN/3/obj of/IN/7/case Jon/NNP/5/nmod "
    "Marsh/NNP/7/flat ././3/punct"
)
INQUIRY = (
    f"{HALE} announced/announce/VBD/0/ROOT an/DT/5/det inquiry/NN/3/obj into/IN/8/case the/DT/8/det "
    "bridge/NN/5/nmod ././3/punct"
)
ARREST = (
    f"{HALE} welcomed/welcome/VBD/0/ROOT the/DT/5/det arrest/NN/3/obj of/IN/7/case Jon/NNP/5/nmod "
    "Marsh/NNP/7/flat ././3/punct"
)
PLAN = (
    f"{HALE} opposed/oppose/VBD/0/ROOT the/DT/5/det plan/NN/3/obj to/TO/7/mark close/VB/5/acl the/DT/9/det "
    "library/NN/7/obj ././3/punct"
)
TWO = (
    f"{HALE} promised/promise/VBD/0/ROOT to/TO/5/mark meet/VB/3/xcomp Jon/NNP/5/obj Marsh/NNP/6/flat "
    "and/CC/10/cc to/TO/10/mark sue/VB/5/conj Ben/NNP/10/obj Reed/NNP/11/flat ././3/punct"
)
OFFER = (
    f"{HALE} promised/promise/VBD/0/ROOT to/TO/5/mark make/VB/3/xcomp an/DT/7/det attack/NN/5/obj "
    "on/IN/9/case Jon/NNP/7/nmod Marsh/NNP/9/flat ././3/punct"
)
FOR = (
    f"{HALE} called/call/VBD/0/ROOT for/IN/5/case Jon/NNP/3/obl Marsh/NNP/5/flat to/TO/8/mark "
    "resign/VB/3/xcomp ././3/punct"
)
MURDER = (
    "Ben/NNP/4/nsubj:pass Reed/NNP/1/flat was/be/VBD/4/aux:pass charged/charge/VBN/0/ROOT with/IN/6/mark "
    "murdering/murder/VBG/4/advcl Jon/NNP/6/obj Marsh/NNP/7/flat ././4/punct"
)
DENIAL = (
    f"{HALE} denied/deny/VBD/0/ROOT attacking/attack/VBG/3/xcomp Jon/NNP/4/obj Marsh/NNP/5/flat ././3/punct"
)


@pytest.mark.parametrize(
    ("tree", "action", "deeds"),
    [
        (PROMISE, "Promise", [("theme", "meet")]),
        (ATTACK, "Condemn", [("theme", "attack")]),
        (RESIGNATION, "Demand", [("theme", "resignation")]),
        (INQUIRY, "Announce", [("theme", "inquiry")]),
        (ARREST, "Welcome", [("theme", "arrest")]),
        (PLAN, "Oppose", [("theme", "close")]),
        (TWO, "Promise", [("theme", "meet"), ("theme", "sue")]),
        (OFFER, "Promise", [("theme", "attack")]),
        (FOR, "Demand", [("theme", "resign")]),
        (MURDER, "Charge", [("topic", "murdering")]),
        (DENIAL, "Deny", [("theme", "attacking")]),
    ],
)
def test_a_theme_points_at_the_deed_it_is(tree: str, action: str, deeds: list[tuple[str, str]]) -> None:
    assert _deeds(_read(tree), action) == deeds


def test_a_theme_that_is_no_deed_points_at_nothing() -> None:
    tree = f"{HALE} opposed/oppose/VBD/0/ROOT the/DT/5/det plan/NN/3/obj ././3/punct"
    assert _deeds(_read(tree), "Oppose") == []


@pytest.mark.parametrize(
    ("tree", "action", "modality", "roles"),
    [
        (RESIGNATION, "Resign", Modality.OBLIGED, {"agent": "Jon Marsh"}),
        (INQUIRY, "Investigate", Modality.POSSIBLE, {"theme": "bridge"}),
        (ARREST, "Arrest", Modality.ACTUAL, {"theme": "Jon Marsh"}),
        (MURDER, "Kill", Modality.POSSIBLE, {"agent": "Ben Reed", "theme": "Jon Marsh"}),
    ],
)
def test_nobody_vouches_for_what_only_another_deed_tells_of(
    tree: str, action: str, modality: Modality, roles: dict[str, str]
) -> None:
    extraction = _read(tree)
    told = only(extraction, action)
    assert (told.modality, told.asserted, filled(extraction, told)) == (modality, False, roles)


@pytest.mark.parametrize(
    ("above", "told"), [("foiled/foil", False), ("condemned/condemn", True)], ids=["foiled", "condemned"]
)
def test_a_deed_that_came_to_nothing_is_not_told(above: str, told: bool) -> None:
    found = _read(ARREST.replace("welcomed/welcome", above))
    assert bool(of_action(found, "Arrest")) == told


def test_the_owner_of_a_deed_that_befalls_is_not_its_doer() -> None:
    tree = (
        f"{HALE} welcomed/welcome/VBD/0/ROOT Jon/NNP/7/nmod:poss Marsh/NNP/4/flat 's/POS/4/case "
        "arrest/NN/3/obj ././3/punct"
    )
    extraction = _read(tree)
    assert filled(extraction, only(extraction, "Arrest")) == {"theme": "Jon Marsh"}


def test_who_is_called_on_is_asked_and_what_for_is_the_theme() -> None:
    extraction = _read(FOR)
    assert filled(extraction, only(extraction, "Demand")) == {
        "agent": "Ada Hale",
        "addressee": "Jon Marsh",
        "theme": "Jon Marsh to resign",
    }


def test_a_noun_between_for_and_to_does_what_follows_wherever_it_hangs() -> None:
    tree = (
        f"{HALE} rejected/reject/VBD/0/ROOT calls/call/NNS/3/obj for/IN/9/mark Jon/NNP/4/nmod "
        "Marsh/NNP/6/flat to/TO/9/mark sue/VB/4/acl Ben/NNP/9/obj Reed/NNP/10/flat ././3/punct"
    )
    extraction = _read(tree)
    assert filled(extraction, only(extraction, "Sue")) == {"agent": "Jon Marsh", "theme": "Ben Reed"}
    assert not only(extraction, "Sue").asserted


_LINKS = """SELECT ?above ?role ?below WHERE {
  ?one kg:themeStatement ?other ; kg:action ?above ; kg:event ?event .
  ?other kg:action ?below ; kg:event ?told .
  ?event ?role ?told
}"""


@pytest.mark.parametrize("tree", [PROMISE, ATTACK, RESIGNATION, INQUIRY, ARREST, PLAN, FOR, MURDER, DENIAL])
def test_a_link_makes_no_edge_and_keeps_the_contract(tree: str) -> None:
    extraction = _read(tree)
    store = Store.of(rdf.quads(extraction, load()))
    assert check(store, texts={extraction.article.key: extraction.article.text}) == []
    for statement in extraction.statements:
        agent = statement.filler("agent")
        if statement.rule == "theme-noun":
            assert not is_edge(statement, agent.entity or "" if agent else "")
    if tree is not MURDER:
        rows = store.query(_LINKS).dicts()
        assert len(rows) == 1 and str(rows[0]["role"]).endswith("#theme")


def _promised(
    clause: int, deed: Statement | None, *, article: str = "a", day: str | None = None
) -> Statement:
    passage = Passage(article, clause, clause + 9)
    deeds = (deed.trigger,) if deed else ()
    when = [Argument("time", Passage(article, 90, 95), when=Time(day, day))] if day else []
    theme = Argument("theme", passage, deeds=deeds)
    return Statement(
        "Promise",
        Passage(article, clause - 5, clause - 1),
        Passage(article, 0, 99),
        (Argument("agent", Passage(article, 0, 4), "AdaHale"), theme, *when),
    )


def _met(start: int, article: str = "a", day: str | None = None) -> Statement:
    arguments = [
        Argument("agent", Passage(article, 0, 4), "AdaHale"),
        Argument("coAgent", Passage(article, 5, 9), "JonMarsh"),
    ]
    if day:
        arguments.append(Argument("time", Passage(article, 90, 95), when=Time(day, day)))
    where = Passage(article, start, start + 4)
    return Statement("Meet", where, Passage(article, 0, 99), tuple(sorted(arguments, key=str)))


def test_two_promises_are_two_events_and_one_told_twice_is_one() -> None:
    meet, again, other = _met(20), _met(60), _promised(40, None)
    first, second = _promised(20, meet), _promised(60, again)
    events = find_events([meet, again, first, second, other])
    assert {len(event.statements) for event in events if event.action == "Meet"} == {2}
    assert sorted(len(event.statements) for event in events if event.action == "Promise") == [1, 2]


def test_what_two_articles_tell_of_one_day_is_one_event() -> None:
    (one,) = find_events([_met(20, "a", "2025-06-02")])
    (same,) = find_events([_met(30, "b", "2025-06-02")])
    (later,) = find_events([_met(30, "b", "2025-06-09")])
    (undated,) = find_events([_met(30, "b")])
    assert one.key == same.key
    assert len({one.key, later.key, undated.key}) == 3


def test_what_no_day_is_known_of_belongs_to_its_article() -> None:
    (one,), (other,) = find_events([_met(20, "a")]), find_events([_met(20, "b")])
    assert one.key != other.key

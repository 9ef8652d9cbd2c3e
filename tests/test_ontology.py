"""What verbs and nouns mean: each action's own example is its test."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import OntologyError
from kg.extraction import Knowledge
from kg.flow import extractions
from kg.model import Article, Extraction, Modality, Polarity
from kg.ontology import KG, Action, edge_words, load, read_turtle
from kg.query import PREFIXES

RDFS, SKOS = (PREFIXES[name] for name in ("rdfs", "skos"))
ACTIONS = {action.name: action for action in load().actions.values()}
EXAMPLES = {name: action.example for name, action in ACTIONS.items() if action.example}
#: Actions whose usual verbs take no object: their example has nothing to point an edge at.
INTRANSITIVE = frozenset(("Die", "Emerge", "Strike"))

TURTLE = """
@prefix kg: <https://kg.example/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
kg:Thing rdfs:subClassOf kg:Entity .
kg:Act rdfs:subClassOf kg:Action ; rdfs:label "act" .
kg:Reject rdfs:subClassOf kg:Act ; rdfs:label "reject" ;
    kg:base "reject" ; kg:past "rejected" ; kg:lemma "reject", "turn down" .
"""


@pytest.fixture(scope="module")
def read_examples(knowledge: Knowledge) -> dict[str, Extraction]:
    """What the shipped pipeline finds in each action's example."""
    examples = [Article(text, id=name) for name, text in EXAMPLES.items()]
    return {extraction.article.id: extraction for extraction in extractions(examples, knowledge=knowledge)}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_example_evokes_its_action(name: str, read_examples: dict[str, Extraction]) -> None:
    extraction = read_examples[name]
    role = "agent" if name in INTRANSITIVE else ACTIONS[name].edge_to
    found = [s for s in extraction.statements if s.action == name and s.filler("agent") and s.filler(role)]
    assert found, f"{EXAMPLES[name]!r} gave {[s.action for s in extraction.statements]}"
    assert (found[0].modality, found[0].polarity) == (Modality.ACTUAL, Polarity.POSITIVE)


def test_there_are_enough_actions_in_a_hierarchy() -> None:
    assert len(EXAMPLES) >= 215
    words = {w for ways in load().verbs.values() for way in ways for w in [(way.lemma, *way.rest)]}
    assert len(words) + len(load().nouns) // 2 >= 1500
    assert max(len(action.ancestors) for action in ACTIONS.values()) <= 3
    assert all(action.ancestors[-1] == "Action" for action in ACTIONS.values())
    groups = {ancestor for action in ACTIONS.values() for ancestor in action.ancestors} - {"Action"}
    assert groups <= set(ACTIONS)
    assert not set(EXAMPLES) & {action.name for action in ACTIONS.values() if not action.base}


def test_an_action_without_an_example_only_groups_others() -> None:
    grouping = set(ACTIONS) - set(EXAMPLES)
    evoked = {w.action.name for ways in load().verbs.values() for w in ways}
    assert not grouping & evoked


def test_every_edge_points_to_a_role_that_a_slot_can_fill() -> None:
    usual = {"theme", "addressee"}
    own = {name: set((action.slots or {}).values()) | usual for name, action in ACTIONS.items()}
    assert not {name for name in EXAMPLES if ACTIONS[name].edge_to not in own[name]}


@pytest.mark.parametrize(
    ("modality", "polarity", "words"),
    [
        (Modality.ACTUAL, Polarity.POSITIVE, "rejected"),
        (Modality.ACTUAL, Polarity.NEGATIVE, "did not reject"),
        (Modality.PLANNED, Polarity.POSITIVE, "will reject"),
        (Modality.PLANNED, Polarity.NEGATIVE, "will not reject"),
        (Modality.POSSIBLE, Polarity.POSITIVE, "may reject"),
        (Modality.POSSIBLE, Polarity.NEGATIVE, "may not reject"),
        (Modality.OBLIGED, Polarity.POSITIVE, "must reject"),
        (Modality.OBLIGED, Polarity.NEGATIVE, "must not reject"),
    ],
)
def test_edge_words(modality: Modality, polarity: Polarity, words: str) -> None:
    assert edge_words(ACTIONS["Reject"], modality, polarity) == words


def test_no_two_edges_read_the_same() -> None:
    words = [
        edge_words(ACTIONS[name], modality, polarity)
        for name in EXAMPLES
        for modality in Modality
        for polarity in Polarity
    ]
    assert len(set(words)) == len(words)


def _folder(tmp_path: Path, turtle: str) -> Path:
    (tmp_path / "actions.ttl").write_text(turtle, "utf-8")
    return tmp_path


def test_a_new_action_is_one_block(tmp_path: Path) -> None:
    ontology = load(
        _folder(tmp_path, TURTLE + 'kg:Snub rdfs:subClassOf kg:Act ; kg:lemma "snub" ; kg:noun "snub" .')
    )
    (way,) = ontology.evoked_by("snubbed", "snub")
    assert way.action.name == "Snub"
    assert ontology.nouns["snubs"].name == "Snub"
    assert ontology.actions["Snub"].ancestors == ("Act", "Action")


def test_the_longest_expression_comes_first(tmp_path: Path) -> None:
    ontology = load(_folder(tmp_path, TURTLE + 'kg:Turn rdfs:subClassOf kg:Act ; kg:lemma "turn" .'))
    assert [way.rest for way in ontology.evoked_by("turned", "turn")] == [("down",), ()]


def test_one_verb_for_two_actions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"'reject' evokes both .*Give it to one of them") as error:
        load(_folder(tmp_path, TURTLE + 'kg:Refuse rdfs:subClassOf kg:Act ; kg:lemma "reject" .'))
    assert "Reject" in str(error.value) and "Refuse" in str(error.value)


def test_what_is_not_turtle_is_refused_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"actions\.ttl"):
        load(_folder(tmp_path, "kg:Reject is not Turtle"))


def test_slots_have_defaults_and_an_action_has_its_own() -> None:
    action = Action("Ask", "ask", slots={"obj": "addressee"})
    assert (action.role("subj"), action.role("obj"), action.role("with")) == ("agent", "addressee", None)
    assert action.role("of", of_noun=True) == "theme"
    assert action.role("of") is None


def test_no_action_has_another_plover_class_than_the_action_above_it() -> None:
    graph = read_turtle([resources.ONTOLOGY / "actions.ttl"])
    above = "kg:plover ?own ; rdfs:subClassOf+ ?above . ?above kg:plover ?other"
    prefixes = f"PREFIX kg: <{KG}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
    assert not list(graph.query(f"{prefixes} SELECT ?action {{ ?action {above} FILTER(?own != ?other) }}"))


def test_what_is_meant_is_told_once() -> None:
    """Two lists under one name would be one, with the words of both."""
    graph = read_turtle(sorted(resources.ONTOLOGY.glob("*.ttl")))
    for told in (f"{RDFS}label", f"{SKOS}definition"):
        found = [str(q.subject) for q in graph.quads_for_pattern(None, ox.NamedNode(told), None, None)]
        count = Counter(subject for subject in found if subject.startswith(f"<{KG}"))
        assert len(count) > 100
        assert not [subject for subject, times in count.items() if times > 1]

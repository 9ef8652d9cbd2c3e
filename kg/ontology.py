"""What verbs and nouns mean: the actions, roles, classes and operators of ontology/*.ttl as plain Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from . import resources
from .errors import OntologyError
from .inflection import all_forms, forms, plurals
from .model import Degree, Modality, Polarity
from .predicates import Predicates, predicates
from .senses import Requirement, requirements

KG = "https://kg.example/ontology#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"

#: What a slot means where an action says nothing of its own about it.
VERB_SLOTS = {"subj": "agent", "obj": "theme", "iobj": "addressee", "comp": "theme", "as": "capacity"}
NOUN_SLOTS = {"subj": "agent", "by": "agent", "of": "theme", "comp": "theme"}


@dataclass(frozen=True, slots=True)
class Action:
    """A class of happenings: what evokes it, who takes part, how it is drawn."""

    name: str
    label: str
    definition: str = ""
    ancestors: tuple[str, ...] = ()
    """Nearest first, ending in ``"Action"``."""
    base: str = ""
    """How an edge of the future reads: "will *reject*"."""
    past: str = ""
    """How a plain edge reads: "rejected"."""
    slots: Mapping[str, str] | None = None
    """Syntactic slot or preposition -> role, where they differ from the defaults."""
    edge_to: str = "theme"
    example: str | None = None
    reports: bool = False
    """Whether its clausal complement is the content of a quote."""
    content_modality: Modality | None = None
    """How real an infinitive complement is: "asked X to go"."""
    content_negative: bool = False
    factive: bool = False
    reciprocal: bool = False
    """Whether two who do it together do it with each other: "Hale and Marsh met"."""
    changes: bool = False
    """Whether a verb without an object says what becomes of a thing: "the polls close"."""
    stance: str | None = None
    """``"Supports"`` or ``"Opposes"`` where doing it shows that the agent is for or against the theme."""

    def role(self, slot: str, *, of_noun: bool = False) -> str | None:
        """The role played by what fills `slot` of a verb, or of a noun, that evokes this action."""
        if self.slots and slot in self.slots:
            return self.slots[slot]
        return (NOUN_SLOTS if of_noun else VERB_SLOTS).get(slot)


#: What a verb of no list tells of: something was done. It has no predicate of its own, and earns no edge.
UNLISTED = Action("Action", "action")


@dataclass(frozen=True, slots=True)
class Evocation:
    """A way to evoke an action: a verb lemma with the particles and prepositions that must follow it."""

    action: Action
    lemma: str
    rest: tuple[str, ...] = ()
    requires: Requirement | None = None
    """What one of its slots must hold for it to have this sense."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an operator does to the clause it governs."""

    modality: Modality | None = None
    negative: bool = False
    hearsay: bool = False
    unreal: bool = False
    """It leaves open, or denies, that there is such a thing: "alleged", "the absence of"."""
    degree: Degree | None = None


@dataclass(frozen=True, slots=True)
class RoleVerb:
    """A verb, or a noun of its meaning, that tells who takes up, holds or leaves a role."""

    name: str
    rest: tuple[str, ...] = ()
    """The particles that must follow: "down" of "step down"."""
    holder: str = "subj"
    """The slot of whoever holds the role: ``"subj"`` or ``"obj"``."""
    effect: str | None = None
    """``"Begins"``, ``"Serves"``, ``"Keeps"`` or ``"Ends"``; none where nothing is told of time."""
    role: str | None = None
    """The role of a verb that names none: "chair" of whoever chairs."""


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Everything that ontology/*.ttl says, ready to look up."""

    actions: Mapping[str, Action]
    classes: Mapping[str, tuple[str, ...]]
    """Class of entity -> itself and its ancestors below kg:Entity, most general first."""
    verbs: Mapping[str, tuple[Evocation, ...]]
    """Any inflected form of a verb -> what it may evoke, longest expression first."""
    nouns: Mapping[str, Action]
    """Trigger noun, singular or plural -> action."""
    event_nouns: Mapping[str, Action]
    """The same of nouns that are read only as the theme of another action: "the arrest of Reed"."""
    under_nouns: Mapping[str, Action]
    """Noun that after a bare "under" tells what is done to somebody -> action."""
    predicates: Predicates
    """What is said without a verb: "is against", "a critic of"."""
    operators: Mapping[tuple[str, str], Effect]
    """(part, word) -> effect; part is ``modal``, ``verb``, ``theme verb``, ``adjective`` and so on."""
    operator_words: Mapping[str, frozenset[str]]
    """Part -> every word of its operators, and each in whole: a word that is none of them is no operator."""
    words: Mapping[str, frozenset[str]]
    """Word list (`kg:WordList`) -> its words; verbs and nouns in all their forms."""
    role_verbs: Mapping[str, tuple[RoleVerb, ...]]
    """Lemma of a verb -> what it tells of roles, longest expression first."""
    role_events: Mapping[str, RoleVerb]
    """Noun of such a verb, singular or plural ("appointment") -> what it tells."""

    def action(self, name: str) -> Action:
        """The action of a name; `UNLISTED` is one."""
        return UNLISTED if name == UNLISTED.name else self.actions[name]

    def evoked_by(self, form: str, lemma: str) -> tuple[Evocation, ...]:
        """What a verb may evoke, looked up by its form and, failing that, by its lemma."""
        return self.verbs.get(form) or tuple([way for way in self.verbs.get(lemma, ()) if way.lemma == lemma])


def edge_words(action: Action, modality: Modality, polarity: Polarity) -> str:
    """What an edge says of its subject, in English: "rejected", "will not reject"."""
    base, past = action.base or action.label, action.past or action.label
    negative = polarity is Polarity.NEGATIVE
    if modality is Modality.ACTUAL:
        return f"did not {base}" if negative else past
    auxiliary = {Modality.PLANNED: "will", Modality.POSSIBLE: "may", Modality.OBLIGED: "must"}[modality]
    return f"{auxiliary} not {base}" if negative else f"{auxiliary} {base}"


@cache
def load(folder: Path = resources.ONTOLOGY) -> Ontology:
    """Read every Turtle file of `folder`.

    Raises:
        OntologyError: a file is not Turtle, or one verb is given to two actions without a condition.
    """
    graph = read_turtle(sorted(folder.glob("*.ttl")))
    actions = {action.name: action for action in _actions(graph)}
    verbs: dict[str, dict[tuple[str, ...], Evocation]] = defaultdict(dict)
    senses: dict[str, list[Evocation]] = defaultdict(list)
    nouns: dict[str, dict[str, Action]] = {"noun": {}, "eventNoun": {}, "underNoun": {}}
    for action in actions.values():
        required: dict[str, list[Requirement]] = defaultdict(list)
        for expression, requirement in requirements(graph, action.name):
            required[expression].append(requirement)
        for expression, meant in _expressions(graph, action):
            lemma, *rest = expression.split()
            for form in forms(lemma):
                evocation = Evocation(meant, lemma, tuple(rest))
                if expression in required:
                    senses[form] += [replace(evocation, requires=r) for r in required[expression]]
                    continue
                other = verbs[form].setdefault(evocation.rest, evocation)
                if other.lemma == form != lemma:
                    verbs[form][evocation.rest] = (
                        evocation  # "found" is the past of find before it is a verb itself
                    )
                elif other.action.name != action.name and other.lemma == form == lemma:
                    raise OntologyError(
                        f"The verb {expression!r} evokes both {other.action.name} and {action.name}. "
                        "Give it to one of them in ontology/actions.ttl."
                    )
        for kind, known in nouns.items():
            known |= {form: action for noun in _texts(graph, action.name, kind) for form in plurals(noun)}
    operators = dict(_operators(graph))
    return Ontology(
        actions=actions,
        classes=_classes(graph),
        verbs={
            form: tuple(sorted([*senses.get(form, ()), *verbs.get(form, {}).values()], key=_longest_first))
            for form in {**verbs, **senses}
        },
        nouns=nouns["noun"],
        event_nouns=nouns["eventNoun"],
        under_nouns=nouns["underNoun"],
        predicates=predicates((name, said) for name in actions for said in _texts(graph, name, "predicate")),
        operators=operators,
        operator_words=_operator_words(operators),
        words=_word_lists(graph),
        role_verbs=_role_verbs(graph),
        role_events=dict(_role_events(graph)),
    )


def read_turtle(paths: Iterable[Path]) -> ox.Store:
    """Load Turtle files into one graph.

    Raises:
        OntologyError: a file is missing or is not Turtle; the message names file and line.
    """
    graph = ox.Store()
    for path in paths:
        try:
            graph.load(path=str(path), format=ox.RdfFormat.TURTLE)
        except (OSError, SyntaxError, ValueError) as error:
            raise OntologyError(f"{path}: {error}. Mend the Turtle.") from error
    return graph


class _Lists(dict[str, frozenset[str]]):
    """Word lists by name; one that no file has is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


def _word_lists(graph: ox.Store) -> _Lists:
    lists = _Lists()
    for name in _instances(graph, "WordList"):
        verbs = {form for lemma in _texts(graph, name, "lemma") for form in all_forms(lemma)}
        nouns = {form for noun in _texts(graph, name, "noun") for form in plurals(noun.lower())}
        lists[name] = frozenset(verbs | nouns | set(_texts(graph, name, "word")))
    return lists


def _role_verbs(graph: ox.Store) -> dict[str, tuple[RoleVerb, ...]]:
    verbs: dict[str, list[RoleVerb]] = defaultdict(list)
    for name in _instances(graph, "RoleVerb"):
        for expression in _texts(graph, name, "lemma"):
            lemma, *rest = expression.split()
            verbs[lemma].append(replace(_role_verb(graph, name), rest=tuple(rest)))
    return {lemma: tuple(sorted(ways, key=_more_words_first)) for lemma, ways in verbs.items()}


def _more_words_first(verb: RoleVerb) -> tuple[int, str]:
    return -len(verb.rest), verb.name


def _role_events(graph: ox.Store) -> Iterator[tuple[str, RoleVerb]]:
    for name in _instances(graph, "RoleVerb"):
        for noun in _texts(graph, name, "noun"):
            for form in plurals(noun):
                yield form, _role_verb(graph, name)


def _role_verb(graph: ox.Store, name: str) -> RoleVerb:
    return RoleVerb(
        name,
        holder=_one(graph, name, "holder") or "subj",
        effect=_one(graph, name, "roleEffect"),
        role=_one(graph, name, "roleNoun"),
    )


def _instances(graph: ox.Store, cls: str) -> list[str]:
    is_a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    found = graph.quads_for_pattern(None, is_a, _node(cls), None)
    return sorted(
        quad.subject.value.removeprefix(KG) for quad in found if isinstance(quad.subject, ox.NamedNode)
    )


def _longest_first(evocation: Evocation) -> tuple[int, tuple[str, ...], bool, str]:
    """Longest expression first, and senses with a condition before the one that is left."""
    return -len(evocation.rest), evocation.rest, not evocation.requires, evocation.action.name


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode(KG + name)


def _values(graph: ox.Store, subject: ox.NamedNode | ox.BlankNode, predicate: str) -> list[str]:
    """Sorted lexical values, or local names of IRIs, of one property."""
    found = (quad.object for quad in graph.quads_for_pattern(subject, ox.NamedNode(predicate), None, None))
    return sorted(str(getattr(term, "value", term)).removeprefix(KG) for term in found)


def _texts(graph: ox.Store, name: str, predicate: str) -> list[str]:
    return _values(graph, _node(name), KG + predicate)


def _one(graph: ox.Store, name: str, predicate: str) -> str | None:
    return next(iter(_values(graph, _node(name), predicate if ":" in predicate else KG + predicate)), None)


def _ancestors(graph: ox.Store, name: str, top: str) -> tuple[str, ...]:
    """Superclasses nearest first, ending in `top`; empty where `top` is not reached."""
    chain: list[str] = []
    while name != top:
        parents = [p for p in _values(graph, _node(name), _RDFS + "subClassOf") if ":" not in p]
        if not parents or parents[0] in chain:
            return ()
        name = parents[0]
        chain.append(name)
    return tuple(chain)


def _below(graph: ox.Store, top: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    subjects = {
        quad.subject.value.removeprefix(KG)
        for quad in graph.quads_for_pattern(None, ox.NamedNode(_RDFS + "subClassOf"), None, None)
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(KG)
    }
    for name in sorted(subjects):
        if chain := _ancestors(graph, name, top):
            yield name, chain


def _classes(graph: ox.Store) -> dict[str, tuple[str, ...]]:
    return {name: (*reversed(chain[:-1]), name) for name, chain in _below(graph, "Entity")}


def _actions(graph: ox.Store) -> Iterator[Action]:
    for name, ancestors in _below(graph, "Action"):
        modality = _one(graph, name, "contentModality")
        yield Action(
            name=name,
            label=_one(graph, name, _RDFS + "label") or name,
            definition=_one(graph, name, _SKOS + "definition") or "",
            ancestors=ancestors,
            base=_one(graph, name, "base") or "",
            past=_one(graph, name, "past") or "",
            slots=_slots(graph, _node(name)),
            edge_to=_one(graph, name, "edgeTo") or "theme",
            example=_one(graph, name, "example"),
            reports=_one(graph, name, "reports") == "true",
            content_modality=Modality(modality) if modality else None,
            content_negative=_one(graph, name, "contentPolarity") == "Negative",
            factive=_one(graph, name, "factive") == "true",
            reciprocal=_one(graph, name, "reciprocal") == "true",
            changes=_one(graph, name, "changes") == "true",
            stance=_one(graph, name, "stance"),
        )


def _expressions(graph: ox.Store, action: Action) -> Iterator[tuple[str, Action]]:
    """The verbs that evoke an action; one with slots of its own (kg:lemmaEntry) gets them."""
    for expression in _texts(graph, action.name, "lemma"):
        yield expression, action
    for quad in graph.quads_for_pattern(_node(action.name), _node("lemmaEntry"), None, None):
        if isinstance(quad.object, ox.NamedNode | ox.BlankNode):
            slots = {**(action.slots or {}), **_slots(graph, quad.object)}
            for expression in _values(graph, quad.object, KG + "lemma"):
                yield expression, replace(action, slots=slots)


def _slots(graph: ox.Store, node: ox.NamedNode | ox.BlankNode) -> dict[str, str]:
    """Syntactic slot -> role, as a class or one of its verbs states them."""
    slots = {}
    for quad in graph.quads_for_pattern(node, _node("slot"), None, None):
        if isinstance(quad.object, ox.NamedNode | ox.BlankNode):
            for syntax in _values(graph, quad.object, KG + "syntax"):
                slots[syntax] = _values(graph, quad.object, KG + "role")[0]
    return slots


def _operators(graph: ox.Store) -> Iterator[tuple[tuple[str, str], Effect]]:
    for name in _instances(graph, "Operator"):
        sets = _texts(graph, name, "sets")
        modality = next((Modality(s) for s in sets if s in set(Modality)), None)
        effect = Effect(
            modality,
            negative="Negative" in sets,
            hearsay="Hearsay" in sets,
            unreal="Unreal" in sets,
            degree=next((Degree(s) for s in sets if s in set(Degree)), None),
        )
        part = _one(graph, name, "part") or "verb"
        for lemma in _texts(graph, name, "lemma"):
            for form in all_forms(lemma) if part.endswith("verb") else (lemma,):
                yield (part, form), effect
        for kind in ("adverb", "determiner"):
            for word in _texts(graph, name, kind):
                yield (kind, word), effect
        for noun in _texts(graph, name, "noun"):
            for form in plurals(noun):
                yield ("noun", form), effect


def _operator_words(operators: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for part, word in operators:
        words[part].update((word, *word.split(" "), *word.split("-")))
    return {part: frozenset(found) for part, found in words.items()}

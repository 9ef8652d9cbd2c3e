"""The contract graph is clean, and every rule catches what breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph

from kg import resources
from kg.check import Violation, check, check_ontology
from kg.check.contract import RULES
from kg.query.prefixes import KG, PREFIXES
from kg.query.rows import Rows, Term

GRAPHS = Path(__file__).parent / "graphs"
TURTLE = (GRAPHS / "contract.ttl").read_text("utf-8")
TEXT = (GRAPHS / "contract.txt").read_text("utf-8")
KEY = "408e0fdca313b6fd"
AUDIT = f"ent:{KEY}.23-51"


class InMemory:
    """A graph of some Turtle, or of what an update makes of it."""

    def __init__(self, turtle: str, update: str = "") -> None:
        self._store = ox.Store()
        self._store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
        self._store.update(update, prefixes=PREFIXES)

    def select(self, query: str, **values: Term | str) -> Rows:
        bound = {ox.Variable(name): value for name, value in values.items()}
        found = self._store.query(query, prefixes=PREFIXES, substitutions=bound)
        assert isinstance(found, ox.QuerySolutions)
        return Rows(tuple(variable.value for variable in found.variables), tuple(tuple(row) for row in found))

    def triples(self) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self._store)


def found_after(update: str, **texts: str) -> list[Violation]:
    return check(InMemory(TURTLE, update), texts=texts)


def test_the_contract_graph_is_clean():
    assert check(InMemory(TURTLE), texts={KEY: TEXT}) == []


def test_the_contract_graph_is_clean_without_its_text():
    assert check(InMemory(TURTLE)) == []


def add(triples: str) -> str:
    return f"INSERT DATA {{ {triples} }}"


def passage(begin: int, end: int, anchor: str) -> str:
    return (
        f"passage:{KEY}.{begin}-{end} a kg:Passage ; nif:referenceContext article:{KEY} ; "
        f'nif:beginIndex {begin} ; nif:endIndex {end} ; nif:anchorOf "{anchor}"'
    )


def drop(pattern: str) -> str:
    return f"DELETE WHERE {{ {pattern} }}"


def swap(subject: str, predicate: str, value: str) -> str:
    return (
        f"DELETE {{ {subject} {predicate} ?was }} INSERT {{ {subject} {predicate} {value} }} "
        f"WHERE {{ {subject} {predicate} ?was }}"
    )


ANNOUNCED, ASKED, OVERSEE, REJECT, PUBLISH, BLOCKED = (
    f"st:{KEY}.{place}" for place in ("13-22", "97-102", "117-124", "190-196", "214-221", "247-254")
)
MIRAS, DANAS = f"quote:{KEY}.89-127", f"quote:{KEY}.235-265"
FIRST = f"passage:{KEY}.0-12"
SAID_BY_MIRA = f"kg:attributedTo ent:MiraTolland ; kg:attributionMode kg:IndirectSpeech ; kg:quote {MIRAS}"

PLANTED = {
    # No edge without evidence
    "an edge out of nothing": ("edge_without_evidence", add("ent:OrenVasey act:announced ent:HarbourParty")),
    "an edge whose statement lost its passage": (
        "edge_without_evidence",
        drop(f"{PUBLISH} kg:evidence ?passage"),
    ),
    "an edge whose passage lost its offsets": (
        "edge_without_evidence",
        drop(f"passage:{KEY}.201-232 nif:beginIndex ?begin"),
    ),
    # The truth gate
    "a third party's claim on a plain edge": (
        "claim_on_edge",
        add(f"ent:PellmereCouncil act:prevented {AUDIT}"),
    ),
    "its own subject's claim on a plain edge": (
        "claim_on_edge",
        swap(ASKED, "rdf:predicate", "act:announced")
        + ";"
        + add("ent:MiraTolland act:announced ent:OrenVasey"),
    ),
    "a plain edge from a quote of nobody": ("claim_on_edge", add(f"{ANNOUNCED} kg:quote {DANAS}")),
    "a plan on a plain edge": ("claim_on_edge", swap(ANNOUNCED, "kg:modality", "kg:Planned")),
    "a denial on a plain edge": ("claim_on_edge", swap(ANNOUNCED, "kg:polarity", "kg:Negative")),
    "an own-word edge in the word of another": (
        "claim_on_edge",
        swap(ASKED, "kg:attributedTo", "ent:DanaQuill"),
    ),
    "an own-word edge that is narrated": (
        "claim_on_edge",
        drop(f"{ASKED} kg:attributedTo ?speaker") + ";" + drop(f"{ASKED} kg:quote ?quote"),
    ),
    "an own-word edge that another reports": (
        "claim_on_edge",
        add(f"{MIRAS} kg:within {DANAS}"),
    ),
    "an own-word edge from a quote of nobody": ("claim_on_edge", drop(f"{MIRAS} kg:speaker ?speaker")),
    "an own-word edge in the requester's word": (
        "claim_on_edge",
        swap(ASKED, "rdf:subject", "ent:OrenVasey")
        + ";"
        + add(f"{ASKED} kg:requestedBy ent:MiraTolland . ent:OrenVasey act:saysAsked ent:OrenVasey"),
    ),
    "a plan told by one who did not ask for it": ("claim_on_edge", drop(f"{OVERSEE} kg:requestedBy ?who")),
    "a plan whose request another reports": ("claim_on_edge", add(f"{MIRAS} kg:within {DANAS}")),
    "a negative told by a third party": ("claim_on_edge", add(f"{REJECT} {SAID_BY_MIRA}")),
    "a negative told by a requester": (
        "claim_on_edge",
        add(f"{REJECT} {SAID_BY_MIRA} ; kg:requestedBy ent:MiraTolland"),
    ),
    # Claims
    "speech about what was never spoken of": (
        "spoke_about_nothing",
        add("ent:DanaQuill kg:spokeAbout ent:OrenVasey"),
    ),
    "speech that another reports": ("spoke_about_nothing", add(f"{DANAS} kg:within {MIRAS}")),
    "a claim that poses as narration": (
        "narrated_inside_quote",
        drop(f"{BLOCKED} kg:attributedTo ?who") + ";" + drop(f"{BLOCKED} kg:quote ?quote"),
    ),
    # Declarations
    "an edge that is not declared": ("undeclared_predicate", drop("act:announced kg:modality ?modality")),
    "a claim's predicate that is not declared": (
        "undeclared_predicate",
        drop("act:prevented rdfs:label ?label"),
    ),
    # Nodes
    "a blank value": ("blank_node", add(f"{ANNOUNCED} kg:topicMention [ a kg:Passage ]")),
    # Offsets
    "an end that is too far": ("offsets", swap(FIRST, "nif:endIndex", "13")),
    "words that another passage contradicts": ("offsets", swap(FIRST, "nif:anchorOf", '"Mira Tollamd"')),
    "an IRI that tells other offsets": (
        "offsets",
        swap(FIRST, "nif:beginIndex", "1") + ";" + swap(FIRST, "nif:endIndex", "13"),
    ),
    "an offset that is no number": ("offsets", swap(FIRST, "nif:beginIndex", '"none"')),
    # Shapes
    "a passage without its article": ("shape", drop(f"{FIRST} nif:referenceContext ?article")),
    "a passage that ends where it begins": ("shape", swap(FIRST, "nif:endIndex", "0")),
    "a mention of two entities": ("shape", add(f"{FIRST} kg:refersTo ent:DanaQuill")),
    "a mention of no kind": ("shape", drop(f"{FIRST} kg:mentionKind ?kind")),
    "a mention of a kind of our own": ("shape", swap(FIRST, "kg:mentionKind", "kg:Sentence")),
    "a quote without content": ("shape", drop(f"{DANAS} kg:contentPassage ?content")),
    "a quote with two speakers": ("shape", add(f"{DANAS} kg:speaker ent:OrenVasey")),
    "a statement without action": ("shape", drop(f"{ANNOUNCED} kg:action ?action")),
    "a statement with two modalities": ("shape", add(f"{ANNOUNCED} kg:modality kg:Possible")),
    "a statement with a polarity of our own": ("shape", swap(ANNOUNCED, "kg:polarity", "kg:Planned")),
    "a statement without trigger": ("shape", drop(f"{ANNOUNCED} kg:trigger ?trigger")),
    "a statement without evidence": ("shape", drop(f"{BLOCKED} kg:evidence ?evidence")),
    "a statement without event": ("shape", drop(f"{ANNOUNCED} kg:event ?event")),
    "a claim without quote": ("shape", drop(f"{BLOCKED} kg:quote ?quote")),
    "a certainty above one": ("shape", swap(ANNOUNCED, "kg:confidence", "1.5")),
    "words for an IRI": (
        "shape",
        swap(ANNOUNCED, "kg:attributedTo", '"Quill"') + ";" + add(f'{ANNOUNCED} kg:quote "q"'),
    ),
    "an entity without name": ("shape", drop("ent:OrenVasey skos:prefLabel ?label")),
    "an entity without top class": ("shape", drop("ent:HarbourParty a kg:Organisation")),
    "an article without identifier": ("shape", drop(f"article:{KEY} dct:identifier ?id")),
    "a predicate with two polarities": ("shape", add("act:announced kg:polarity kg:Negative")),
    "an own word that is planned": ("shape", swap("act:saysAsked", "kg:modality", "kg:Planned")),
    "a variant below the plain edge": ("shape", add("act:saysAsked rdfs:subPropertyOf act:announced")),
    "a role of nobody": ("shape", drop("?role org:member ?member")),
    "a role without evidence": ("shape", drop(f"st:{KEY}.284-311 kg:evidence ?passage")),
}


@pytest.mark.parametrize(("rule", "update"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_violation_is_caught(rule, update):
    assert rule in {violation.rule for violation in found_after(update)}


def test_every_rule_has_a_planted_violation():
    rules = {file.stem for file in RULES.glob("*.rq")}
    assert rules <= {rule for rule, _ in PLANTED.values()}


def test_one_violation_is_reported_once_and_in_words():
    assert found_after(add("ent:DanaQuill kg:spokeAbout ent:OrenVasey")) == [
        Violation(
            "spoke_about_nothing",
            "ent:DanaQuill",
            "kg:spokeAbout ent:OrenVasey is backed by no claim of that speaker",
        )
    ]


def test_a_passage_that_no_other_covers_is_held_against_the_text():
    shifted = add(passage(380, 382, "no"))
    assert found_after(shifted) == []
    assert [violation.rule for violation in found_after(shifted, **{KEY: TEXT})] == ["offsets"]


def test_offsets_count_code_points():
    assert found_after(add(passage(900, 903, "a😀b"))) == []
    assert found_after(add(passage(900, 904, "a😀b")))


EARNED = {
    "a plan told by its subject": swap(OVERSEE, "kg:requestedBy", "ent:DanaQuill")
    + ";"
    + swap(OVERSEE, "kg:attributedTo", "ent:OrenVasey")
    + ";"
    + swap(MIRAS, "kg:speaker", "ent:OrenVasey"),
    "a quote within another of the same speaker": add(
        f"quote:{KEY}.1-2 a kg:Quote ; kg:speaker ent:MiraTolland . {MIRAS} kg:within quote:{KEY}.1-2"
    ),
}


@pytest.mark.parametrize("update", EARNED.values(), ids=EARNED.keys())
def test_an_edge_from_the_right_source_passes(update):
    wrong = {violation for violation in found_after(update) if violation.rule == "claim_on_edge"}
    assert not {violation for violation in wrong if "willOversee" in violation.message}


def test_ontology_gazetteer_and_questions_are_clean():
    assert check_ontology() == []


MISTAKES = [
    ("undeclared_term", ("ontology/words.ttl", 'kg:Persn kg:headNoun "minister" .')),
    ("undeclared_term", ("queries/who.rq", "SELECT ?who WHERE { ?who a kg:Persn }")),
    (
        "evoked_twice",
        (
            "ontology/words.ttl",
            'kg:Ask a owl:Class ; rdfs:subClassOf kg:Action ; kg:lemma "ask" .'
            'kg:Beg a owl:Class ; rdfs:subClassOf kg:Action ; kg:lemma "ask" .',
        ),
    ),
    (
        "shared_name",
        (
            "gazetteer/people.ttl",
            'ent:A skos:prefLabel "Ann Ore" . ent:B skos:prefLabel "Bo Ore" ; skos:altLabel "Ann Ore" .',
        ),
    ),
    ("unreadable_turtle", ("gazetteer/people.ttl", 'ent:A skos:prefLabel "Ann .')),
    ("malformed_question", ("queries/who.rq", "SELECT ?who WHERE { ?who act:asked }")),
]


@pytest.mark.parametrize(("rule", "mistake"), MISTAKES, ids=[rule for rule, _ in MISTAKES])
def test_a_mistake_in_the_vocabulary_is_caught(rule, mistake, tmp_path, monkeypatch):
    name, words = mistake
    for folder in ("ontology", "gazetteer", "queries"):
        (tmp_path / folder).mkdir()
    news = (resources.ONTOLOGY / "news.ttl").read_text("utf-8")
    (tmp_path / "ontology" / "news.ttl").write_text(news, "utf-8")
    monkeypatch.setattr(resources, "ONTOLOGY", tmp_path / "ontology")
    monkeypatch.setattr(resources, "GAZETTEER", tmp_path / "gazetteer")
    monkeypatch.setattr(resources, "QUERIES", tmp_path / "queries")
    assert check_ontology() == []
    turtle = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    (tmp_path / name).write_text((turtle if name.endswith(".ttl") else "") + words, "utf-8")
    assert {violation.rule for violation in check_ontology()} == {rule}


def test_every_term_of_the_ontology_has_a_label_and_a_definition():
    news = Graph().parse(resources.ONTOLOGY / "news.ttl")
    terms = {term for term in news.subjects(RDF.type, None) if str(term).startswith(KG)}
    assert len(terms) > 100
    assert terms == terms & set(news.subjects(RDFS.label)) & set(news.subjects(SKOS.definition))
    assert set(news.subjects(RDF.type, OWL.Ontology))

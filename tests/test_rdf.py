"""From an extraction to quads: the truth gate row by row, identity from content, and text that means harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg import rdf
from kg.check import check
from kg.extraction import Knowledge
from kg.model import (
    Argument,
    Article,
    AttributionMode,
    Entity,
    Event,
    Extraction,
    Mention,
    MentionKind,
    Modality,
    Passage,
    Polarity,
    Quote,
    RoleAttestation,
    Standing,
    Statement,
)

TEXT = "Ada said Ben told Cyd that Dan rejected the plan. He did reject it."
ARTICLE = Article(
    TEXT,
    id="made-up",
    title="A plan",
    date="2025-01-16",
    url="https://news.example/1",
    publisher="The Lookout",
)
PEOPLE = ("Ada", "Ben", "Cyd", "Dan")


def at(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage(ARTICLE.key, start, start + len(words))


def says(speaker: str | None, *, reported_by: tuple[str | None, ...] = ()) -> Quote:
    """That Dan rejected something, told by a speaker, as told by whoever is said to have said so."""
    within = None
    if reported_by:
        content = at("Ben told Cyd that Dan rejected the plan")
        within = Quote((content,), AttributionMode.INDIRECT, at(TEXT), at("said"), speaker=reported_by[0])
    content = at("Dan rejected the plan")
    return Quote((content,), AttributionMode.INDIRECT, at(TEXT), at("told"), speaker=speaker, within=within)


def statement(
    quote: Quote | None,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.POSITIVE,
    requester: str | None = None,
) -> Statement:
    """Dan rejected Cyd, as told by a quote."""
    arguments = (Argument("agent", at("Dan"), "Dan"), Argument("theme", at("Cyd"), "Cyd"))
    return Statement(
        "Reject", at("rejected"), at(TEXT), arguments, modality, polarity, quote, requester, "verb", 0.9
    )


def extraction(*statements: Statement, text: str = TEXT) -> Extraction:
    quotes = {s.quote for s in statements if s.quote} | {
        s.quote.within for s in statements if s.quote and s.quote.within
    }
    return Extraction(
        article=replace(ARTICLE, text=text),
        sentences=(at(TEXT),),
        mentions=tuple(sorted(Mention(at(name), MentionKind.NAME, name, "full-name") for name in PEOPLE)),
        entities=tuple(Entity(name, name, ("Person",)) for name in PEOPLE),
        quotes=tuple(sorted(quotes, key=repr)),
        statements=tuple(sorted(statements, key=repr)),
        events=(Event("the rejection", "Reject", (("agent", "Dan"), ("theme", "Cyd")), tuple(statements)),),
    )


def graph(found: Extraction, knowledge: Knowledge, base: str = rdf.BASE) -> kg.Store:
    store = kg.Store()
    store.add(rdf.quads(found, knowledge.ontology, base=base))
    return store


def test_what_is_left_open_says_so_and_shows_no_stance(knowledge: Knowledge) -> None:
    told = graph(extraction(statement(None)), knowledge)
    left_open = graph(extraction(replace(statement(None), asserted=False)), knowledge)
    marked = "SELECT ?statement WHERE { ?statement kg:vouchedFor false }"
    assert not list(told.query(marked).dicts()) and len(list(left_open.query(marked).dicts())) == 1
    assert edges(told) == {"Dan rejected Cyd"} and not edges(left_open)
    asked = [row["according_to"] for row in left_open.query("who_rejected_what").dicts()]
    assert asked == ["left open"]
    assert not any(row.get("according_to") for row in told.query("who_rejected_what").dicts())
    stances = "SELECT ?stance WHERE { ?statement kg:stance ?stance }"
    assert list(told.query(stances).dicts()) and not list(left_open.query(stances).dicts())
    assert check(left_open) == []


def edges(store: kg.Store) -> set[str]:
    """The one-hop edges between entities: "Dan rejected Cyd"."""
    rows = store.query(
        "SELECT ?s ?p ?o WHERE { ?s ?p ?o . FILTER(STRSTARTS(STR(?p), 'https://kg.example/action/')) }"
    ).dicts()
    return {" ".join(str(row[k]).rsplit("/", 1)[-1] for k in "spo") for row in rows}


ACTUAL, PLANNED, POSSIBLE, OBLIGED = Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE, Modality.OBLIGED
POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("quote", "modality", "polarity", "requester", "edge"),
    [
        # What the article narrates.
        (None, ACTUAL, POSITIVE, None, "rejected"),
        (None, ACTUAL, NEGATIVE, None, "didNotReject"),
        (None, PLANNED, POSITIVE, None, "willReject"),
        (None, PLANNED, NEGATIVE, None, "willNotReject"),
        (None, POSSIBLE, POSITIVE, None, "mayReject"),
        (None, OBLIGED, POSITIVE, None, "mustReject"),
        # What its own subject tells.
        (says("Dan"), ACTUAL, POSITIVE, None, "saysRejected"),
        (says("Dan"), ACTUAL, NEGATIVE, None, "didNotReject"),
        (says("Dan"), PLANNED, POSITIVE, None, "willReject"),
        (says("Dan"), PLANNED, NEGATIVE, None, "willNotReject"),
        # What the one who asked for it tells.
        (says("Ben"), PLANNED, POSITIVE, "Ben", "willReject"),
        (says("Ben"), OBLIGED, POSITIVE, "Ben", "mustReject"),
        (says("Ben"), ACTUAL, POSITIVE, "Ben", None),
        (says("Ben"), PLANNED, NEGATIVE, "Ben", None),
        # What a third party claims, or nobody who is named.
        (says("Ben"), ACTUAL, POSITIVE, None, None),
        (says("Ben"), ACTUAL, NEGATIVE, None, None),
        (says("Ben"), PLANNED, POSITIVE, None, None),
        (says("Ben"), PLANNED, POSITIVE, "Cyd", None),
        (says("Cyd"), ACTUAL, POSITIVE, None, None),
        (says(None), ACTUAL, POSITIVE, None, None),
        (says(None), PLANNED, POSITIVE, None, None),
        # What somebody else reports that the subject, or the asker, said.
        (says("Dan", reported_by=("Ada",)), ACTUAL, POSITIVE, None, None),
        (says("Dan", reported_by=("Ada",)), PLANNED, POSITIVE, None, None),
        (says("Ben", reported_by=("Ada",)), PLANNED, POSITIVE, "Ben", None),
        (says("Dan", reported_by=(None,)), ACTUAL, POSITIVE, None, None),
        (says("Dan", reported_by=("Dan",)), ACTUAL, POSITIVE, None, "saysRejected"),
    ],
)  # fmt: skip
def test_truth_gate(
    quote: Quote | None,
    modality: Modality,
    polarity: Polarity,
    requester: str | None,
    edge: str | None,
    knowledge: Knowledge,
) -> None:
    store = graph(extraction(statement(quote, modality, polarity, requester)), knowledge)
    own = {e for e in edges(store) if e.startswith("Dan")}
    assert own == ({f"Dan {edge} Cyd"} if edge else set())
    assert check(store) == []


def test_a_claim_about_others_connects_its_speaker_only(knowledge: Knowledge) -> None:
    store = graph(extraction(statement(says("Ben"))), knowledge)
    about = store.query("SELECT ?who ?whom WHERE { ?who kg:spokeAbout ?whom } ORDER BY ?whom").dicts()
    assert [(str(r["who"]).rsplit("/")[-1], str(r["whom"]).rsplit("/")[-1]) for r in about] == [
        ("Ben", "Cyd"),
        ("Ben", "Dan"),
    ]


def test_a_reported_speaker_is_not_said_to_have_spoken(knowledge: Knowledge) -> None:
    store = graph(extraction(statement(says("Ben", reported_by=("Ada",)))), knowledge)
    assert not store.query("SELECT ?whom WHERE { ?who kg:spokeAbout ?whom }").dicts()


def test_one_narration_beside_a_claim_keeps_its_plain_edge(knowledge: Knowledge) -> None:
    narrated = replace(statement(None), trigger=at("did reject"))
    store = graph(extraction(narrated, statement(says("Ben"))), knowledge)
    assert edges(store) == {"Dan rejected Cyd"}
    assert check(store) == []


def test_the_statement_of_a_claim_is_all_there(knowledge: Knowledge) -> None:
    store = graph(extraction(statement(says("Ben"), PLANNED, NEGATIVE, "Ada")), knowledge)
    (row,) = store.query(
        """SELECT ?by ?asker ?modality ?polarity ?words ?predicate WHERE {
        ?st a kg:Statement ; kg:attributedTo ?by ; kg:requestedBy ?asker ; kg:modality ?modality ;
        kg:polarity ?polarity ; kg:trigger/nif:anchorOf ?words ;
        rdf:predicate ?predicate ; rdf:subject ent:Dan ; rdf:object ent:Cyd ; kg:quote/kg:speaker ?by }"""
    ).dicts()
    values = [str(value).rsplit("/")[-1].rsplit("#")[-1] for value in row.values()]
    assert values == ["Ben", "Ada", "Planned", "Negative", "rejected", "willNotReject"]


def test_every_predicate_in_use_is_declared(sample_store: kg.Store) -> None:
    undeclared = sample_store.query(
        """SELECT DISTINCT ?p WHERE { { ?s ?p ?o } UNION { ?st rdf:predicate ?p }
        FILTER(STRSTARTS(STR(?p), "https://kg.example/action/"))
        FILTER NOT EXISTS { ?p a rdf:Property ; kg:action ?a ; kg:modality ?m ; kg:polarity ?q ;
            rdfs:label ?l } }"""
    )
    assert not undeclared.dicts()


@pytest.mark.parametrize(
    ("told", "label"), [(None, "rejected"), (says("Dan"), "says they rejected"), (says("Ben"), "rejected")]
)
def test_an_edge_has_a_label_to_read(told: Quote | None, label: str, knowledge: Knowledge) -> None:
    store = graph(extraction(statement(told)), knowledge)
    rows = store.query("SELECT ?l WHERE { ?st rdf:predicate/rdfs:label ?l }").dicts()
    assert [str(row["l"]) for row in rows] == [label]


def test_only_own_word_predicates_say_so(sample_store: kg.Store) -> None:
    rows = sample_store.query("SELECT ?p WHERE { ?p kg:ownWord true }").dicts()
    assert rows
    assert all("/says" in str(row["p"]) for row in rows)


def test_there_are_no_blank_nodes(sample_extractions: tuple[Extraction, ...], knowledge: Knowledge) -> None:
    for found in sample_extractions:
        for quad in rdf.quads(found, knowledge.ontology):
            assert isinstance(quad.subject, ox.NamedNode)
            assert not isinstance(quad.object, ox.BlankNode)


def test_iris_need_no_escape_and_begin_with_the_base(
    sample_extractions: tuple[Extraction, ...], knowledge: Knowledge
) -> None:
    iris = {
        term.value
        for found in sample_extractions
        for quad in rdf.quads(found, knowledge.ontology, base="https://other.example/")
        for term in (quad.subject, quad.object)
        if isinstance(term, ox.NamedNode)
    }
    assert not {iri for iri in iris if any(c in iri for c in " <>\"{}|\\^`'()%")}
    assert {iri.split("/")[2] for iri in iris if "/entity/" in iri and "wikidata" not in iri} == {
        "other.example"
    }


def test_the_base_changes_data_only(knowledge: Knowledge) -> None:
    usual, other = (
        {str(triple) for triple in graph(extraction(statement(None)), knowledge, base).triples()}
        for base in (rdf.BASE, "https://other.example/kb/")
    )
    assert {line.replace("https://other.example/kb/", rdf.BASE) for line in other} == usual
    assert any("<https://kg.example/ontology#Statement>" in line for line in other)
    assert any("<https://other.example/kb/entity/Dan>" in line for line in other)


def test_an_article_is_described_by_what_was_given(knowledge: Knowledge) -> None:
    store = graph(extraction(), knowledge)
    (row,) = store.query(
        """SELECT ?id ?title ?url ?publisher ?date WHERE { ?a a schema:NewsArticle ; dct:identifier ?id ;
        schema:headline ?title ; schema:url ?url ; schema:publisher ?publisher ; schema:datePublished ?date ;
        kg:sha256 ?hash }"""
    ).dicts()
    assert [str(v) for v in row.values()] == [
        "made-up",
        "A plan",
        "https://news.example/1",
        "The Lookout",
        "2025-01-16",
    ]


def test_a_role_is_attested_by_its_sentence(knowledge: Knowledge) -> None:
    held = RoleAttestation("Dan", "plan", words=at("the plan"), evidence=at(TEXT), organisation="Cyd")
    store = graph(replace(extraction(), attestations=(held,)), knowledge)
    (row,) = store.query(
        """SELECT ?who ?where ?role ?words WHERE {
        ?r a kg:RoleAttestation , org:Membership ; org:member ?who ; org:organization ?where ;
        kg:roleLabel ?role ; kg:attestedIn ?article ; kg:evidence/nif:anchorOf ?words }"""
    ).dicts()
    assert [str(v).rsplit("/")[-1] for v in row.values()] == ["Dan", "Cyd", "plan", TEXT]


def test_a_role_says_when_and_by_whom_it_is_held(knowledge: Knowledge) -> None:
    words = at("the plan")
    before = RoleAttestation(
        "Dan", "former plan", words=words, evidence=at(TEXT), standing=Standing.HELD_BEFORE
    )
    both = (
        replace(before, holder=at("Dan"), start="2019", end="2021-05-03", rule="apposition"),
        replace(before, person="Cyd", holder=at("Cyd")),
    )
    store = graph(replace(extraction(), events=(), attestations=both), knowledge)
    rows = store.query(
        """SELECT ?who ?rule ?from ?until WHERE { ?r a kg:RoleAttestation ; org:member ?who ;
        kg:standing kg:HeldBefore ; kg:roleWords/nif:anchorOf "the plan" ;
        kg:holderMention/nif:anchorOf ?words .
        ?who skos:prefLabel ?words
        OPTIONAL { ?r kg:roleRule ?rule ; schema:startDate ?from ; schema:endDate ?until } } ORDER BY ?who"""
    ).dicts()
    assert [[str(v).rsplit("/")[-1] for v in row.values()] for row in rows] == [
        ["Cyd", "None", "None", "None"],
        ["Dan", "apposition", "2019", "2021-05-03"],
    ]
    assert not check(store)


HOSTILE = [
    'a "quoted" \\ back\\slash',
    "control \x01\x07\x1b[31m\x7f\x9d here",
    "line\nbreak\r\nand\ttab",
    "<script>alert(1)</script> & <http://x>",
    '""" . <http://evil> a <http://evil> . """',
    "} } DROP ALL # '; --",
    "\u202eright to left\u2028separator\ufeff\ufffe",
    "👩‍👩‍👧 Zoë ﬁ e\u0301",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("ending", [".ttl", ".nq", ".trig"])
def test_hostile_words_come_back_as_they_were(
    words: str, ending: str, knowledge: Knowledge, tmp_path: Path
) -> None:
    text = f"Dan rejected {words}."
    article = Article(text, id=words, title=words)
    passage = Passage(article.key, 0, len(text))
    theme = Passage(article.key, 13, 13 + len(words))
    told = Statement(
        "Reject",
        Passage(article.key, 4, 12),
        passage,
        (Argument("theme", theme, f"{article.key}.13-{theme.end}"),),
    )
    found = Extraction(
        article,
        (passage,),
        (Mention(theme, MentionKind.NOMINAL, f"{article.key}.13-{theme.end}", "thing"),),
        (Entity(f"{article.key}.13-{theme.end}", words, ("Thing",), aliases=(words + "!",)),),
        statements=(told,),
        events=(Event("e", "Reject", (), (told,)),),
    )
    file = tmp_path / f"hostile{ending}"
    graph(found, knowledge).save(file)
    store = kg.load(file)
    (row,) = store.query("SELECT ?words WHERE { ?st kg:themeMention/nif:anchorOf ?words }").dicts()
    assert str(row["words"]) == words
    assert check(store, texts={article.key: text}) == []


@given(st.text())
def test_clean_words_are_one_line_of_printable_characters(words: str) -> None:
    cleaned = rdf.clean(words)
    assert cleaned == " ".join(cleaned.split())
    assert all(c.isprintable() for c in cleaned)
    assert [c for c in words if c.isalnum()] == [c for c in cleaned if c.isalnum()]


def test_the_graph_of_the_samples_keeps_the_contract(
    sample_store: kg.Store, samples: tuple[Article, ...]
) -> None:
    assert check(sample_store, texts={article.key: article.text for article in samples}) == []


@pytest.mark.parametrize(
    ("modality", "polarity", "shown"),
    [
        (Modality.ACTUAL, Polarity.POSITIVE, ["Opposes"]),
        (Modality.PLANNED, Polarity.POSITIVE, ["Opposes"]),
        (Modality.POSSIBLE, Polarity.POSITIVE, []),
        (Modality.OBLIGED, Polarity.POSITIVE, []),
        (Modality.ACTUAL, Polarity.NEGATIVE, []),
    ],
)
def test_a_rejection_that_is_done_or_planned_shows_that_its_agent_is_against(modality, polarity, shown):
    found = rdf.quads(extraction(statement(None, modality, polarity)), Knowledge.shipped().ontology)
    assert [
        q.object.value.rpartition("#")[2] for q in found if q.predicate.value.endswith("#stance")
    ] == shown

"""Who is who in a graph: whom a name may mean, and the rule that joined each mention."""

from __future__ import annotations

import csv
import io
import json

import pytest

import kg
from kg import rdf
from kg.errors import QueryError
from kg.extraction import Knowledge
from kg.model import Article, Entity, Extraction, Mention, MentionKind, Passage, RoleAttestation, Standing
from kg.who import as_rows, rendered

FIRST = Article("Ada Hale spoke. She left. Then Ms Hale\ncame back.", id="one", title="A meeting")
SECOND = Article("Ben Hale met the harbour minister, Ada Hale. Chalet owners met.", id="two")
ADA = Entity(
    "AdaHale", "Ada Hale", ("Person",), ("Ms Hale", "Dame Ada"), ("http://www.wikidata.org/entity/Q1",)
)
BEN = Entity("BenHale", "Ben Hale", ("Person",))
OWNERS = Entity("ChaletOwners", "Chalet owners", ("Organisation", "Group"))


def mention(article: Article, words: str, entity: Entity, kind: MentionKind, rule: str) -> Mention:
    start = article.text.index(words)
    return Mention(Passage(article.key, start, start + len(words)), kind, entity.key, rule)


def sentences(article: Article) -> tuple[Passage, ...]:
    found, start = [], 0
    for sentence in article.text.split(". "):
        end = min(start + len(sentence) + 1, len(article.text))
        found.append(Passage(article.key, start, end))
        start = end + 1
    return tuple(found)


@pytest.fixture(scope="module")
def store(knowledge: Knowledge) -> kg.Store:
    name, noun, pronoun = MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN
    extractions = [
        Extraction(
            SECOND,
            sentences(SECOND),
            (
                mention(SECOND, "Ben Hale", BEN, name, "full-name"),
                mention(SECOND, "the harbour minister", ADA, noun, "apposition"),
                mention(SECOND, "Ada Hale", ADA, name, "full-name"),
                mention(SECOND, "Chalet owners", OWNERS, noun, "description"),
            ),
            (ADA, BEN, OWNERS),
        ),
        Extraction(
            FIRST,
            sentences(FIRST),
            (
                mention(FIRST, "Ada Hale", ADA, name, "full-name"),
                mention(FIRST, "She", ADA, pronoun, "pronoun"),
                mention(FIRST, "Ms Hale", ADA, name, "title-and-surname + merge"),
            ),
            (ADA,),
        ),
    ]
    made = kg.Store()
    for extraction in extractions:
        made.add(rdf.quads(extraction, knowledge.ontology))
    return made


def labels(store: kg.Store, name: str) -> list[str]:
    return [found.label for found in store.who(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hale", ["Ada Hale", "Ben Hale"]),
        ("ADA  hale", ["Ada Hale"]),
        ("dame ada", ["Ada Hale"]),
        ("harbour minister", ["Ada Hale"]),
        ("ent:BenHale", ["Ben Hale"]),
        ("https://kg.example/entity/AdaHale", ["Ada Hale"]),
        ("chalet", ["Chalet owners"]),
    ],
)
def test_a_name_means_whoever_bears_it_or_is_described_by_it(
    name: str, expected: list[str], store: kg.Store
) -> None:
    assert labels(store, name) == expected


@pytest.mark.parametrize("name", ["hal", "she", "Ben Ada", "H.le", '" . ?s ?p ?o', "ent:Nobody", "hale|ben"])
def test_what_is_no_whole_word_of_a_name_means_nobody(name: str, store: kg.Store) -> None:
    with pytest.raises(QueryError, match="Nothing in this graph is called"):
        store.who(name)


def test_an_entity_is_shown_with_all_that_is_known_of_it(store: kg.Store) -> None:
    (ada,) = store.who("Ada")
    assert ada.iri.value == "https://kg.example/entity/AdaHale"
    assert ada.classes == ("https://kg.example/ontology#Person",)
    assert ada.aliases == ("Dame Ada", "Ms Hale")
    assert ada.same_as == ("http://www.wikidata.org/entity/Q1",)


def test_mentions_are_in_reading_order_with_rule_place_and_sentence(store: kg.Store) -> None:
    (ada,) = store.who("Ada")
    rows = ada.mentions.dicts()
    assert [(row["article_id"], row["words"], row["rule"]) for row in rows] == [
        ("one", "Ada Hale", "full-name"),
        ("one", "She", "pronoun"),
        ("one", "Ms Hale", "title-and-surname + merge"),
        ("two", "the harbour minister", "apposition"),
        ("two", "Ada Hale", "full-name"),
    ]
    for row in rows:
        text = (FIRST if row["article_id"] == "one" else SECOND).text
        begins, ends = row["begins"], row["ends"]
        assert isinstance(begins, int) and isinstance(ends, int)
        assert text[begins:ends] == row["words"]
    assert [row["sentence"] for row in rows][1:3] == ["She left.", "Then Ms Hale\ncame back."]
    assert [row["article"] for row in rows] == ["A meeting"] * 3 + [None] * 2


def test_nobody_of_that_name_is_told_with_the_names_most_like_it(store: kg.Store) -> None:
    with pytest.raises(QueryError, match="Most like it: Ada Hale"):
        store.who("Ada Hail")
    with pytest.raises(QueryError, match=r"called 'Xerxes'\.$"):
        store.who("Xerxes")
    with pytest.raises(QueryError, match="is no name"):
        store.who(" ?")


def test_a_table_has_a_paragraph_for_each_entity(store: kg.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    text = rendered(store.who("Hale"), "table")
    assert "Ada Hale (ent:AdaHale)\n  kg:Person\n  also called: Dame Ada, Ms Hale\n  same as: wd:Q1\n" in text
    assert "\n  5 mentions in 2 articles\n\n words" in text
    assert "\n\nBen Hale (ent:BenHale)\n  kg:Person\n  1 mention in 1 article\n\n words" in text
    assert "Then Ms Hale came back." in text


def test_csv_and_json_have_a_row_for_each_mention(store: kg.Store) -> None:
    found = store.who("Hale")
    rows = list(csv.DictReader(io.StringIO(rendered(found, "csv"))))
    assert len(rows) == 6
    assert rows[0] == {
        "who": "Ada Hale",
        "entity": "https://kg.example/entity/AdaHale",
        "classes": "kg:Person",
        "also_called": "Dame Ada; Ms Hale",
        "same_as": "wd:Q1",
        "roles": "",
        "words": "Ada Hale",
        "rule": "full-name",
        "article_id": "one",
        "begins": "0",
        "ends": "8",
        "sentence": "Ada Hale spoke.",
        "article": "A meeting",
    }
    assert len(json.loads(rendered(found, "json"))["results"]["bindings"]) == 6
    assert len(as_rows(found)) == 6
    with pytest.raises(QueryError, match="xlsx"):
        rendered(found, "xlsx")


def test_a_hostile_label_cannot_command_a_terminal(knowledge: Knowledge) -> None:
    article = Article("Evil\x1b[2J spoke.", id="e")
    evil = Entity("Evil", "Evil", ("Person",))
    made = kg.Store()
    found = mention(article, "Evil\x1b[2J", evil, MentionKind.NAME, "full-name")
    made.add(rdf.quads(Extraction(article, sentences(article), (found,), (evil,)), knowledge.ontology))
    assert "\x1b" not in rendered(made.who("Evil"), "table")


def test_the_question_can_be_asked_by_itself(store: kg.Store) -> None:
    assert len(store.query("who_is_who", name="hale")) == 6
    assert len(store.query("who_is_who")) == 7


def test_who_can_act_comes_before_what_is_spoken_of(knowledge: Knowledge) -> None:
    article = Article("Hale House stood. A Hale plan failed. Zoe Hale left. The Hale Trust met.", id="h")
    people = [
        ("A Hale plan", Entity("Plan", "A Hale plan", ("Thing",))),
        ("Hale House", Entity("House", "Hale House", ("Place", "Building"))),
        ("Hale Trust", Entity("Trust", "Hale Trust", ("Organisation",))),
        ("Zoe Hale", Entity("Zoe", "Zoe Hale", ("Person",))),
    ]
    mentions = tuple(sorted(mention(article, words, one, MentionKind.NAME, "name") for words, one in people))
    made = kg.Store()
    found = Extraction(article, sentences(article), mentions, tuple(one for _, one in people))
    made.add(rdf.quads(found, knowledge.ontology))
    assert labels(made, "Hale") == ["Zoe Hale", "Hale Trust", "Hale House", "A Hale plan"]
    with pytest.raises(QueryError, match=r"Most like it: (?!.*plan)"):
        made.who("Hail")


def test_the_heading_counts_mentions_and_tells_roles(knowledge: Knowledge) -> None:
    words = Passage(FIRST.key, 0, 8)
    board = Entity("Board", "Harbour Board", ("Organisation",))
    roles = (
        RoleAttestation("AdaHale", "chair", words, words, organisation="Board", rule="apposition"),
        RoleAttestation(
            "AdaHale", "former mayor", words, words, holder=words, standing=Standing.HELD_BEFORE, rule="title"
        ),
    )
    made = kg.Store()
    ada = mention(FIRST, "Ada Hale", ADA, MentionKind.NAME, "full-name")
    found = Extraction(FIRST, sentences(FIRST), (ada,), (ADA, board), attestations=roles)
    made.add(rdf.quads(found, knowledge.ontology))
    (one,) = made.who("Ada")
    assert one.roles == ("chair, in Harbour Board", "former mayor (held before)")
    text = rendered([one])
    assert "  roles: chair, in Harbour Board; former mayor (held before)\n" in text
    assert "  1 mention in 1 article\n" in text

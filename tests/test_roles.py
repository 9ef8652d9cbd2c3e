"""Roles held, on trees made by hand: each sentence of roles/sentences.txt says what it attests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg.extraction import Knowledge
from kg.extraction.roles.dates import stated
from kg.model import Extraction, Passage, RoleAttestation, Standing
from kg.ontology import load

from .by_hand import doc, reading

SENTENCES = Path(__file__).parent / "roles" / "sentences.txt"


@dataclass(frozen=True)
class Sentence:
    """A sentence, its tree, the names in it, and the roles that it attests."""

    words: str
    tree: str
    names: dict[str, str]
    roles: list[str]

    @classmethod
    def read(cls, block: str) -> Sentence:
        words, names, *roles, tree = block.splitlines()
        pairs = names.removeprefix("# names:").split(";")
        return cls(
            words.removeprefix("# "),
            tree,
            dict((part.strip() for part in pair.split("=")) for pair in pairs if pair.strip()),  # type: ignore[misc]
            sorted(role.removeprefix("# role: ") for role in roles),
        )

    def parsed(self) -> Doc:
        return doc(self.tree, names=self.names)


ALL = [Sentence.read(block) for block in SENTENCES.read_text("utf-8").strip().split("\n\n")]


def _one(words: str) -> Sentence:
    (found,) = (sentence for sentence in ALL if sentence.words == words)
    return found


def _told(extraction: Extraction, role: RoleAttestation) -> str:
    """An attestation as a line of the file."""
    labels = {entity.key: entity.label for entity in extraction.entities}
    where = labels[role.organisation] if role.organisation else "-"
    parts = [
        labels[role.person],
        role.role,
        where,
        *(role.standing or "-", role.start or "-", role.end or "-"),
    ]
    parts.append(role.rule)
    if role.quote is not None:
        parts.append(f"says {labels[role.quote.speaker or '']}")
    return " | ".join(parts)


@pytest.mark.parametrize("sentence", ALL, ids=[sentence.words for sentence in ALL])
def test_a_sentence_attests_these_roles_and_no_other(sentence: Sentence) -> None:
    extraction = reading(sentence.parsed())
    assert sorted(_told(extraction, role) for role in extraction.attestations) == sentence.roles


@pytest.mark.parametrize("sentence", ALL, ids=[sentence.words for sentence in ALL])
def test_every_role_has_its_words_its_holder_and_its_sentence(sentence: Sentence) -> None:
    extraction = reading(sentence.parsed())
    for role in extraction.attestations:
        assert role.evidence in extraction.sentences
        assert role.evidence.contains(role.words)
        assert role.holder is not None and role.holder in {m.passage for m in extraction.mentions}
        assert role.rule
    keys = [(role.words, role.holder) for role in extraction.attestations]
    assert len(keys) == len(set(keys))


def test_there_is_a_sentence_without_a_role_for_every_way_to_leave_it_open() -> None:
    without = [sentence for sentence in ALL if not sentence.roles]
    assert len(without) >= 10


def test_a_term_that_has_ended_when_the_article_appears_is_over() -> None:
    made = _one("Ada Hale, the mayor of Oxley from 2010 to 2015, left.").parsed()
    by_date = {date: reading(made, date=date).attestations[0] for date in ("2014-03-01", "2020-03-01")}
    assert by_date["2014-03-01"].standing is Standing.HELD
    assert by_date["2020-03-01"].standing is Standing.HELD_BEFORE
    assert {(role.start, role.end) for role in by_date.values()} == {("2010", "2015")}


def test_a_known_post_is_attested_only_of_who_holds_it() -> None:
    tree = "The/DT/3/det {}Home/NNP/{}/compound Secretary/NNP/{}/nmod:desc Ada/NNP/{}/nsubj Hale/NNP/{}/flat "
    now = tree.format("", 3, 4, 6, 4) + "left/leave/VBD/0/ROOT ././6/punct"
    before = tree.format("former/JJ/4/amod ", 4, 5, 7, 5) + "left/leave/VBD/0/ROOT ././7/punct"
    (holds,), (held,) = (reading(doc(t, names={"Ada Hale": "PERSON"})).attestations for t in (now, before))
    assert (holds.post, holds.role, holds.standing) == ("HomeSecretary", "Home Secretary", Standing.HELD)
    assert (held.post, held.role, held.standing) == (None, "former Home Secretary", Standing.HELD_BEFORE)


def test_a_name_of_several_posts_is_the_known_one_of_its_holders_only(knowledge: Knowledge) -> None:
    tree = "Chancellor/NNP/2/nmod:desc {}/NNP/4/nsubj {}/NNP/2/flat left/leave/VBD/0/ROOT ././4/punct"
    assert "Chancellor" in knowledge.gazetteer.posts["ChancellorOfTheExchequer"].names
    found = {
        name: reading(doc(tree.format(*name.split()), names={name: "PERSON"})).attestations[0]
        for name in ("Rachel Reeves", "Ada Hale")
    }
    assert (found["Rachel Reeves"].post, found["Ada Hale"].post) == ("ChancellorOfTheExchequer", None)
    assert found["Ada Hale"].role == "Chancellor"


def test_the_words_of_a_role_stand_in_the_text() -> None:
    extraction = reading(_one("Ada Hale, who chairs the Harbour Board, left.").parsed())
    (role,) = extraction.attestations
    assert extraction.article.words(role.words) == "chairs the Harbour Board"
    assert role.holder == Passage(extraction.article.key, 0, 8)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2021", "2021"),
        ("May 2021", "2021-05"),
        ("3 May 2021", "2021-05-03"),
        ("3rd May 2021", "2021-05-03"),
        ("May 3 , 2021", "2021-05-03"),
        ("May", None),
        ("2021 votes", "2021"),
        ("20210", None),
        ("Monday", None),
        ("99 May 2021", "2021-05"),
    ],
)
def test_a_date_is_stated_with_its_year(words: str, date: str | None) -> None:
    parts = words.split()
    tree = " ".join(["in/IN/2/case", *(f"{w}/CD/{0 if n == 0 else 2}/{'ROOT' if n == 0 else 'nmod:unmarked'}"
                                       for n, w in enumerate(parts))])  # fmt: skip
    assert stated(doc(tree)[1]) == date


def test_every_role_noun_denotes_a_person(knowledge: Knowledge) -> None:
    words = knowledge.gazetteer.words.head_nouns
    known = {noun for noun, cls in words.items() if knowledge.general_class(cls) == "Person"}
    party = knowledge.ontology.words["PartyRoleNoun"] | knowledge.ontology.words["OutwardRoleNoun"]
    assert party <= knowledge.ontology.words["RoleNoun"]
    assert {"minister", "mayors", "mp", "spokesmen"} <= known & knowledge.ontology.words["RoleNoun"]


def test_role_verbs_are_data() -> None:
    ontology = load()
    (chair,) = ontology.role_verbs["chair"]
    assert (chair.role, chair.holder, chair.effect) == ("chair", "subj", "Serves")
    step = ontology.role_verbs["step"]
    assert {way.rest for way in step} == {("down",), ("aside",)}
    assert ontology.role_events["appointments"].effect == "Begins"
    assert replace(step[0], rest=()).effect == "Ends"

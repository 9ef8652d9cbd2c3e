"""How well real articles are read: floors that only rise, and the score of the seed article."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import kg
from kg import parse
from kg.extraction import Knowledge
from kg.flow import extractions
from kg.model import Extraction

from .grading import FLOORS, GOLD, Grade, claim_articles, claims, gold_sha, grade, grade_claims, together
from .regenerate import lowered
from .schemes.grade import grade_pipeline

EPSILON = 0.001


@pytest.fixture(scope="module")
def graded(sample_extractions: tuple[Extraction, ...], knowledge: Knowledge) -> Grade:
    of_articles = grade(sample_extractions)
    of_claims = grade_claims(extractions(claim_articles(), knowledge=knowledge), knowledge.ontology)
    return together(of_articles, of_claims, grade_pipeline(parse.pipeline()))


@pytest.fixture(scope="module")
def pinned() -> dict[str, object]:
    read: dict[str, object] = json.loads(FLOORS.read_text("utf-8"))
    return read


def test_no_floor_is_broken(graded: Grade, pinned: dict[str, object]) -> None:
    floors = pinned["floors"]
    assert isinstance(floors, dict)
    assert set(floors) == set(graded.scores)
    broken = {
        name: (score, floors[name]) for name, score in graded.scores.items() if score < floors[name] - EPSILON
    }
    assert not broken, "\n".join(line for line in graded.missed if line.split(":")[0] in broken)


def test_floors_were_measured_on_this_gold(pinned: dict[str, object]) -> None:
    assert pinned["gold_sha"] == gold_sha(), "Gold or articles changed: python -m tests.regenerate --floors"


def test_every_article_has_gold_of_every_kind(samples: tuple[kg.Article, ...]) -> None:
    kinds = Counter(
        (line["article"], kind)
        for line in map(json.loads, GOLD.read_text("utf-8").splitlines())
        for kind in line
        if kind != "article"
    )
    for article in samples:
        assert kinds[article.id, "fact"] >= 5
        assert kinds[article.id, "mention"] >= 5
        assert kinds[article.id, "quote"] >= 5


def test_gold_speaks_of_words_that_are_there(samples: tuple[kg.Article, ...], knowledge: object) -> None:
    texts = {article.id: article.text for article in samples}
    for line in map(json.loads, GOLD.read_text("utf-8").splitlines()):
        text = texts[line["article"]]
        if mention := line.get("mention"):
            assert text.count(mention["within"]) >= 1, mention
            assert mention["words"] in text[text.index(mention["within"]) :], mention
        if quote := line.get("quote"):
            assert quote["begins"] in text, quote


def test_a_floor_is_not_lowered_unseen() -> None:
    assert lowered({"facts": 0.8, "quotes": 0.7}, {"facts": 0.79, "quotes": 0.9}) == {"facts": (0.8, 0.79)}
    assert lowered({"facts": 0.8}, {}) == {"facts": (0.8, 0.0)}
    assert not lowered({"facts": 0.8}, {"facts": 0.8})


def test_grading_sees_what_is_missing(sample_extractions: tuple[Extraction, ...]) -> None:
    """A grade of nothing found is nothing, but for the traps, which nobody fell into."""
    empty = [Extraction(extraction.article) for extraction in sample_extractions]
    assert dict(grade(empty).scores) == {"facts": 0.0, "mentions": 0.0, "quotes": 0.0, "traps_avoided": 1.0}


def test_claims_speak_of_words_that_are_there() -> None:
    lines = claims()
    assert len({claim.text for claim in lines}) == len(lines)
    for claim in lines:
        assert claim.subject in claim.text and claim.object in claim.text, claim
        assert claim.expect == (claim.kind == "control"), claim


def test_stating_nothing_keeps_claims_but_tells_no_fact(knowledge: Knowledge) -> None:
    empty = [Extraction(article) for article in claim_articles()]
    scores = grade_claims(empty, knowledge.ontology).scores
    assert dict(scores) == {"claims_kept": 1.0, "facts_stated": 0.0}


def test_the_seed_article_scores_what_was_promised(shared: Path, tmp_path: Path) -> None:
    seed, score = shared / "seed" / "000_757b5797b1efc748.txt", shared / "seed" / "score_seed.py"
    if not score.exists():
        pytest.skip("no seed article beside this checkout")
    graph = tmp_path / "seed.ttl"
    kg.build(seed).save(graph)
    done = subprocess.run(
        [sys.executable, str(score), str(graph)], capture_output=True, text=True, check=True
    )
    core = re.search(r"core: (\d+) of \d+ facts", done.stdout)
    aliases = re.search(r"aliases: (\d+) of \d+ .* wrong merges (\d+)", done.stdout)
    gates = re.search(r"gates (\d+)", done.stdout)
    assert core and aliases and gates, done.stdout
    assert int(core[1]) >= 15, done.stdout
    assert int(aliases[1]) >= 30, done.stdout
    assert int(aliases[2]) == 0, done.stdout
    assert int(gates[1]) == 0, done.stdout

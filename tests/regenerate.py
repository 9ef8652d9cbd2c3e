"""Write what the tests compare with: ``python -m tests.regenerate [--parses] [--goldens] [--floors]``.

Read what changed before you commit it: a golden is a promise. Parses are frozen so that goldens do not move
when the pipeline is retrained; write them anew only to freeze other articles. A floor is never lowered but by
``--allow-regression``, which needs a decision record.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from spacy.tokens import Doc

import kg
from kg import parse, rdf
from kg.extraction import Knowledge, from_doc
from kg.flow import extractions
from kg.model import Article
from kg.read import articles

from .by_hand import VOCAB
from .grading import ARTICLES, FLOORS, Grade, claim_articles, gold_sha, grade, grade_claims, together
from .schemes.grade import grade_pipeline

TESTS = Path(__file__).resolve().parent
PARSES, GOLDEN = TESTS / "parses", TESTS / "golden"
#: The articles that are frozen: one of the real affair, one of the made-up one.
FROZEN = ("rapid-audit-announced", "brackenmouth-1-bridge-papers")


def read_articles() -> list[Article]:
    """The sample articles."""
    return [item for item in articles(ARTICLES) if isinstance(item, Article)]


def frozen(name: str) -> tuple[Article, kg.Extraction]:
    """A sample article and what is found in its frozen parse."""
    (article,) = (article for article in read_articles() if article.id == name)
    return article, from_doc(article, frozen_doc(name), Knowledge.shipped())


def frozen_doc(name: str) -> Doc:
    """The frozen parse of a sample article, with a vocabulary that knows what is a mark."""
    return Doc(VOCAB).from_json(json.loads((PARSES / f"{name}.json").read_text("utf-8")))


def graph(extraction: kg.Extraction) -> kg.Store:
    """The graph of one extraction."""
    store = kg.Store()
    store.add(rdf.quads(extraction, Knowledge.shipped().ontology))
    return store


def write_parses() -> None:
    """Freeze the shipped pipeline's parse of each article in FROZEN."""
    chosen = [article for article in read_articles() if article.id in FROZEN]
    for article, doc in parse.parse(chosen, parse.pipeline()):
        text = json.dumps(doc.to_json(), ensure_ascii=False, indent=None, separators=(",", ":"))
        (PARSES / f"{article.id}.json").write_text(text.replace('},{"id"', '},\n{"id"') + "\n", "utf-8")


def write_goldens() -> None:
    """Write the graph of each frozen parse."""
    for name in FROZEN:
        graph(frozen(name)[1]).save(GOLDEN / f"{name}.ttl")


def measured() -> Grade:
    """What the shipped pipeline and the extractor score now."""
    knowledge = Knowledge.shipped()
    of_articles = grade(extractions(read_articles(), knowledge=knowledge))
    of_claims = grade_claims(extractions(claim_articles(), knowledge=knowledge), knowledge.ontology)
    return together(of_articles, of_claims, grade_pipeline(parse.pipeline()))


def lowered(floors: dict[str, float], scores: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The floors that new scores would lower: name -> floor and score."""
    return {n: (f, scores.get(n, 0.0)) for n, f in floors.items() if scores.get(n, 0.0) < f}


def write_floors(*, allow_regression: bool) -> bool:
    """Pin the scores of today; whether they were written."""
    scores = dict(measured().scores)
    old = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"floors": {}}
    worse = lowered(old["floors"], scores)
    if worse and not allow_regression:
        for name, (floor, score) in worse.items():
            print(f"{name} would fall from {floor} to {score}: not written.", file=sys.stderr)
        return False
    FLOORS.write_text(json.dumps({"gold_sha": gold_sha(), "floors": scores}, indent=2) + "\n", "utf-8")
    return True


def main(arguments: list[str] | None = None) -> int:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.regenerate", description=(__doc__ or "").split("\n")[0]
    )
    for part in ("--parses", "--goldens", "--floors", "--allow-regression"):
        parser.add_argument(part, action="store_true")
    parser.add_argument("--missed", action="store_true", help="only show what is expected and not found")
    given = parser.parse_args(arguments)
    if given.missed:
        grade_now = measured()
        print(*grade_now.missed, json.dumps(dict(grade_now.scores)), sep="\n")
        return 0
    everything = not (given.parses or given.goldens or given.floors)
    if given.parses or everything:
        write_parses()
    if given.goldens or everything:
        write_goldens()
    if given.floors or everything:
        return 0 if write_floors(allow_regression=given.allow_regression) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How well the shipped pipeline and the extractor read the sample articles, against what a reader wrote down.

One line of ``data/gold/samples.jsonl`` is one expectation: a ``fact`` that an article tells, what it must
``never`` be read to say, whom a ``mention`` means, or where a ``quote`` begins and who speaks.

One line of ``data/gold/claims.jsonl`` is a text of its own and two of its names. Only where it is a control,
with ``expect``, does it narrate what the one did to the other; anywhere else an edge makes a claim a fact.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.gate import is_edge
from kg.model import Argument, Article, Extraction, Modality, Polarity, Statement
from kg.ontology import Ontology

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "data" / "gold" / "samples.jsonl"
CLAIMS = ROOT / "data" / "gold" / "claims.jsonl"
PARSES = ROOT / "tests" / "schemes" / "sentences.conll"
FLOORS = ROOT / "data" / "gold" / "floors.json"
ARTICLES = ROOT / "data" / "articles"
#: Actions whose edge says that one spoke to or against the other, not that what was said is so.
_SPOKEN = frozenset({"Accuse", "Blame", "Say", "Speak", "Tell", "Warn"})


@dataclass(frozen=True)
class Grade:
    """Shares of what was expected, and the expectations that were missed."""

    scores: Mapping[str, float]
    missed: tuple[str, ...]


def together(*grades: Grade) -> Grade:
    """Several grades as one."""
    scores = {name: score for grade in grades for name, score in grade.scores.items()}
    return Grade(scores, tuple(line for grade in grades for line in grade.missed))


def gold_sha() -> str:
    """What the floors were measured on: the expectations, the gold parses and the articles."""
    digest = sha256(GOLD.read_bytes() + CLAIMS.read_bytes() + PARSES.read_bytes())
    for path in sorted(ARTICLES.glob("*.md")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def grade(extractions: Iterable[Extraction]) -> Grade:
    """Score extractions of the sample articles."""
    of_article = {extraction.article.id: Reader(extraction) for extraction in extractions}
    met: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    missed = []
    for line in GOLD.read_text("utf-8").splitlines():
        expected = json.loads(line)
        reader = of_article[expected.pop("article")]
        ((kind, wanted),) = expected.items()
        for score, is_met in reader.judge(kind, wanted).items():
            asked[score] += 1
            met[score] += is_met
            if not is_met:
                missed.append(
                    f"{score}: {reader.extraction.article.id} {json.dumps(wanted, ensure_ascii=False)}"
                )
    return Grade({score: round(met[score] / asked[score], 4) for score in sorted(asked)}, tuple(missed))


@dataclass(frozen=True)
class Claim:
    """A short text, and whether it narrates what its subject did to its object."""

    text: str
    subject: str
    object: str
    kind: str
    expect: bool = False


def claims() -> list[Claim]:
    """The lines of the gold of claims, in order."""
    return [Claim(**json.loads(line)) for line in CLAIMS.read_text("utf-8").splitlines()]


def claim_articles() -> list[Article]:
    """The texts of the claims as articles, in order."""
    return [Article(claim.text, id=f"claim {number}") for number, claim in enumerate(claims(), 1)]


def grade_claims(extractions: Iterable[Extraction], ontology: Ontology) -> Grade:
    """Score extractions of the claims, in their order: which stay claims, and which facts are stated."""
    met: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    missed = []
    for claim, extraction in zip(claims(), extractions, strict=True):
        score = "facts_stated" if claim.expect else "claims_kept"
        edges = Reader(extraction).plain_edges(claim.subject, claim.object, ontology)
        asked[score] += 1
        if bool(edges) == claim.expect:
            met[score] += 1
        else:
            missed.append(f"{score}: {claim.kind}: {claim.text} {edges or ''}".rstrip())
    return Grade({score: round(met[score] / asked[score], 4) for score in sorted(asked)}, tuple(missed))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


class Reader:
    """One extraction, asked what a reader of the article knows."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.names = {e.key: {name.casefold() for name in (e.label, *e.aliases)} for e in extraction.entities}

    def judge(self, kind: str, wanted: Mapping[str, Any]) -> dict[str, bool]:
        """Score -> whether this expectation meets it; reality counts only for the facts that are found."""
        if kind == "mention":
            return {"mentions": self._refers(wanted)}
        if kind == "quote":
            return {"quotes": self._quotes(wanted)}
        found = [s for s in self.extraction.statements if self._tells(s, wanted)]
        if kind == "never":
            return {"traps_avoided": not any(self._reality(s, wanted) for s in found)}
        if not found:
            return {"facts": False}
        return {"facts": True, "reality": any(self._reality(s, wanted) for s in found)}

    def plain_edges(self, subject: str, other: str, ontology: Ontology) -> list[str]:
        """The actions of the edges that tell, as narrated, actual and positive, what one did to the other."""
        found = []
        for statement in self.extraction.statements:
            action = ontology.action(statement.action)
            agent, filler = statement.filler("agent"), statement.filler(action.edge_to)
            if agent is None or agent.entity is None or filler is None or filler.entity is None:
                continue
            plain = (statement.modality, statement.polarity, statement.quote) == (
                Modality.ACTUAL,
                Polarity.POSITIVE,
                None,
            )
            if not plain or action.name in _SPOKEN or not is_edge(statement, agent.entity):
                continue
            if self._named(agent.entity, subject) and self._named(filler.entity, other):
                found.append(action.name)
        return found

    def _named(self, entity: str, wanted: str) -> bool:
        return wanted.casefold() in self.names[entity]

    def _is(self, entity: str | None, words: str, wanted: str) -> bool:
        """Whether an entity goes by a name, or, where it has none, its words hold the wanted ones."""
        if entity is not None and self._named(entity, wanted):
            return True
        return f" {_plain(wanted)} " in f" {_plain(words)} "

    def _fills(self, argument: Argument, wanted: str) -> bool:
        return self._is(argument.entity, self.extraction.article.words(argument.passage), wanted)

    def _tells(self, statement: Statement, wanted: Mapping[str, Any]) -> bool:
        agent = statement.filler("agent")
        if statement.action != wanted["action"]:
            return False
        if wanted["agent"] is None:
            if agent is not None:
                return False
        elif agent is None or not self._fills(agent, wanted["agent"]):
            return False
        others = [argument for argument in statement.arguments if argument.role != "agent"]
        return not wanted.get("object") or any(self._fills(other, wanted["object"]) for other in others)

    def _reality(self, statement: Statement, wanted: Mapping[str, Any]) -> bool:
        """Whether modality, polarity and who says so are as wanted, as far as anything is wanted of them."""
        if wanted.get("modality", statement.modality) != statement.modality:
            return False
        if wanted.get("polarity", statement.polarity) != statement.polarity:
            return False
        speaker = statement.quote.speaker if statement.quote else None
        if "speaker" not in wanted or wanted["speaker"] is None:
            return "speaker" not in wanted or speaker is None
        return speaker is not None and any(
            wanted["speaker"].casefold() in name for name in self.names[speaker]
        )

    def _refers(self, wanted: Mapping[str, Any]) -> bool:
        text = self.extraction.article.text
        around = text.index(wanted["within"])
        start = text.index(wanted["words"], around)
        end = start + len(wanted["words"])
        return any(
            (m.passage.start, m.passage.end) == (start, end)
            and wanted["entity"].casefold() in self.names[m.entity]
            for m in self.extraction.mentions
        )

    def _quotes(self, wanted: Mapping[str, Any]) -> bool:
        words = self.extraction.article.words
        return any(
            words(fragment).lstrip("‘“'\"").startswith(wanted["begins"].lstrip("‘"))
            and quote.speaker is not None
            and any(wanted["speaker"].casefold() in name for name in self.names[quote.speaker])
            for quote in self.extraction.quotes
            for fragment in quote.content
        )

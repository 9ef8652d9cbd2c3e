"""The notes beside a text: what was read in each sentence, and in which words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import AttributionMode, Extraction, Passage, Quote, RoleAttestation, Standing, Statement
from .told import Names, Told, day, said_by, told
from .words import brief, shown

_MODES = {
    AttributionMode.DIRECT: "own words",
    AttributionMode.MIXED: "partly own words",
    AttributionMode.INDIRECT: "reported",
}
_STANDINGS = {
    Standing.HELD: "held",
    Standing.TAKEN_UP: "taken up",
    Standing.HELD_BEFORE: "held before",
    Standing.TO_BE_HELD: "to be held",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What was read in some words: a statement, a quote, a role held, or a verb that gave nothing."""

    kind: str
    """``"statement"``, ``"quote"``, ``"role"`` or ``"unread"``."""
    keys: tuple[str, ...]
    """The marks that it rests on, the one to show first at the head."""
    rule: str = ""
    confidence: str = ""
    """Of a statement: a rank from 0 to 1."""
    told: Told | None = None
    """Of a statement."""
    who: str = ""
    """Speaker of a quote, holder of a role, or the verb that was not read."""
    what: str = ""
    """Words of a quote, the role held, or the reason why a verb was not read."""
    how: str = ""
    """Mode of a quote, or standing of a role."""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its notes."""

    number: int
    passage: Passage
    notes: tuple[Note, ...]


def key(passage: Passage) -> str:
    """What a mark is called: its offsets."""
    return f"{passage.start}-{passage.end}"


def sentences(extraction: Extraction, names: Names) -> tuple[Sentence, ...]:
    """Every sentence of an article with its notes, in reading order."""
    starts = [sentence.start for sentence in extraction.sentences]
    found: dict[int, list[Note]] = defaultdict(list)
    for passage, note in _notes(extraction, names):
        found[max(0, bisect_right(starts, passage.start) - 1)].append(note)
    return tuple(
        Sentence(number + 1, sentence, tuple(found[number]))
        for number, sentence in enumerate(extraction.sentences)
    )


def _notes(extraction: Extraction, names: Names) -> Iterator[tuple[Passage, Note]]:
    """Each note with the words that it belongs to."""
    for statement in sorted(extraction.statements, key=lambda s: (s.trigger.start, s.trigger.end)):
        yield statement.trigger, _statement(statement, names)
    for quote in extraction.quotes:
        yield quote.cue or quote.content[0], _quote(quote, names)
    for attestation in extraction.attestations:
        yield attestation.words, _role(attestation, names)
    for passage, reason in extraction.unread:
        words = shown(names.text[passage.start : passage.end])
        yield passage, Note("unread", (key(passage),), who=words, what=shown(reason))


def _statement(statement: Statement, names: Names) -> Note:
    passages = [statement.trigger, *(argument.passage for argument in statement.arguments)]
    return Note(
        "statement",
        tuple(dict.fromkeys(map(key, passages))),
        rule=shown(statement.rule),
        confidence=f"{statement.confidence:.2f}",
        told=told(statement, names),
    )


def _quote(quote: Quote, names: Names) -> Note:
    parts = [quote.cue or quote.content[0], *quote.content, quote.source, quote.addressee]
    words = " … ".join(names.text[fragment.start : fragment.end] for fragment in quote.content)
    cue = names.text[quote.cue.start : quote.cue.end] if quote.cue else ""
    return Note(
        "quote",
        tuple(dict.fromkeys(key(part) for part in parts if part is not None)),
        who=said_by(quote, names.labels),
        what=brief(words),
        how=_MODES[quote.mode] + (", denied by the speaker" if quote.negative else ""),
        cue=shown(cue),
    )


def _role(attestation: RoleAttestation, names: Names) -> Note:
    passages = [attestation.words, attestation.holder]
    body = names.label(attestation.organisation)
    where = f", in {body}" if body and body not in attestation.role else ""
    standing = _STANDINGS[attestation.standing] if attestation.standing else "when is not said"
    since, until = (
        f"{word} {day(date)}" if date else ""
        for word, date in (("from", attestation.start), ("until", attestation.end))
    )
    said = f"says {said_by(attestation.quote, names.labels)}" if attestation.quote else ""
    return Note(
        "role",
        tuple(key(passage) for passage in passages if passage is not None),
        rule=shown(attestation.rule),
        who=names.label(attestation.person),
        what=brief(attestation.role + where),
        how=", ".join(filter(None, (standing, since, until, said))),
    )

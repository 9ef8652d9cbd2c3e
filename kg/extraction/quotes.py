"""Who says what: find each reported content with its cue and its source, direct or indirect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import AttributionMode, Passage
from ..ontology import Ontology
from . import syntax
from .candidates import Candidate
from .cue import Cue
from .direct import find_direct, go_on, is_covered, unattributed
from .going_on import told_on
from .parted import part_nested
from .pronoun_forms import FIRST_PERSON
from .reading import Reading
from .reported import Reported, Scene

__all__ = ["Reported", "find_quotes"]

_FIRST_PLURAL = frozenset(("we", "us", "our"))


def find_quotes(
    reading: Reading, candidates: Sequence[Candidate], cues: Sequence[Cue], ontology: Ontology
) -> list[Reported]:
    """The quotes of an article in reading order."""
    scene = Scene(reading, candidates, cues)
    found = find_direct(scene)
    used = {quote.cue for quote in found if quote.cue}
    found += [q for q in _indirect(scene) if q.cue not in used and not _covered(q, found)]
    found += [q for q in _headlines(scene) if not _covered(q, found)]
    _run_on(scene, found)
    go_on(scene, found)
    found += unattributed(scene, found)
    found += told_on(scene, found, ontology)
    part_nested(found)
    return _in_order(found)


#: What joins quoted words to those before them: "a fool” and a “liar”", "the plan – “a mess”".
_JOINT = re.compile(r",?[ \u00a0]+(?:and|or|nor|but)(?: [^\W\d]+){0,2}[ \u00a0]*|[ \u00a0]*[-–—―]+[ \u00a0]*")


def _run_on(scene: Scene, found: list[Reported]) -> None:
    """Give quoted words that are joined to the end of a content to it; `found` changes in place."""
    for quoted in scene.reading.quoted:
        fragment = scene.fragments(quoted)[0]
        if quoted.depth or len(quoted.fragments) > 1 or is_covered([fragment], found):
            continue
        for index, quote in enumerate(found):
            last = quote.content[-1]
            between = scene.reading.article.text[last.end : fragment.start]
            after_cue = quote.cue is not None and quote.cue.end <= last.start
            if after_cue and 0 < len(between) < 30 and _JOINT.fullmatch(between):
                longer = (*quote.content[:-1], last._replace(end=fragment.end))
                found[index] = replace(quote, content=longer, mode=AttributionMode.MIXED)
                break


def _covered(quote: Reported, others: Sequence[Reported]) -> bool:
    """Whether the content is that of a direct quote already found, told by the same words outside it."""
    content, cue = quote.content[0], quote.cue
    return any(
        fragment.contains(content) and (cue is None or not fragment.contains(cue))
        for other in others
        for fragment in other.content
    )


def _in_order(found: list[Reported]) -> list[Reported]:
    order = sorted(range(len(found)), key=lambda index: (found[index].content, index))
    place = {old: new for new, old in enumerate(order)}
    ordered = (found[old] for old in order)
    return [q if q.continues is None else replace(q, continues=place[q.continues]) for q in ordered]


# Indirect speech: what a cue takes as its complement.


def _indirect(scene: Scene) -> Iterator[Reported]:
    for cue in scene.cues:
        if cue.index in scene.inside and (_first_person(scene, cue) or not cue.clause):
            continue  # inside a quote "I think" only hedges, and "they deny it" is what its speaker says
        if cue.action is not None and cue.action.factive and _nobody(scene, cue):
            continue  # "it was revealed that", "it emerged that": the paper vouches for it
        passages = (scene.reading.passage(first, last) for first, last in cue.content)
        fragments = tuple(_marked(scene, cue, passage) for passage in passages)
        if fragments:
            yield scene.report(cue, fragments, _mode(scene, fragments[0]))


def _marked(scene: Scene, cue: Cue, passage: Passage) -> Passage:
    """A passage with its marks; what is said between marks, by a cue between them, ends where they end."""
    marked = scene.reading.with_marks(passage)
    own = scene.reading.passage(cue.index, cue.index)
    around = [f for f in scene.quoted if f.start <= own.start and own.end <= f.end]
    if marked.contains(own) and not passage.contains(own):
        marked = passage
    marked = _within_sentence(scene, marked)
    for fragment in around:
        start, end = max(marked.start, fragment.start), min(marked.end, fragment.end)
        if start < end:
            marked = marked._replace(start=start, end=end)
    return marked


def _within_sentence(scene: Scene, passage: Passage) -> Passage:
    """A passage up to the closing mark behind a full stop in it: what follows is another sentence."""
    text = scene.reading.article.text
    for fragment in scene.quoted:
        if passage.start < fragment.end < passage.end and fragment.start >= passage.start:
            stopped = scene.last_character(fragment) in (".", "!", "?")
            if stopped and text[fragment.end : fragment.end + 3].strip()[:1].isupper():
                return passage._replace(end=fragment.end)
    return passage


def _nobody(scene: Scene, cue: Cue) -> bool:
    """Whether a cue has no source, or only an empty "it"."""
    return cue.source is None or scene.doc[cue.source].lower_ == "it"


def _first_person(scene: Scene, cue: Cue) -> bool:
    subject = cue.subject
    return subject is not None and scene.doc[subject].lower_ in FIRST_PERSON | _FIRST_PLURAL


def _mode(scene: Scene, content: Passage) -> AttributionMode:
    fragments = [f for f in scene.quoted if f.start < content.end and content.start < f.end]
    if any(f.contains(content) for f in fragments) and not any(content.contains(f) for f in fragments):
        return AttributionMode.INDIRECT
    if content in fragments:
        return AttributionMode.DIRECT
    return AttributionMode.MIXED if any(content.contains(f) for f in fragments) else AttributionMode.INDIRECT


# Headings: what a name before a colon or after a dash says: "Hale: the plan is dead".


def _headlines(scene: Scene) -> Iterator[Reported]:
    for first, last in scene.reading.paragraphs():
        opening, closing = scene.at.get(first), scene.at.get(last)
        if opening is not None and opening.first == first and opening.last + 2 < last:
            content = (opening.last + 2, last)
            if scene.doc[opening.last + 1].text == ":" and _has_verb(scene, *content):
                yield _headline(scene, opening, opening.last + 1, *content)
        if closing is not None and closing.first - 2 > first:
            content = (first, closing.first - 2)
            if scene.doc[closing.first - 1].text in ("-", "–", "—", "―", ":") and _has_verb(scene, *content):
                yield _headline(scene, closing, closing.first - 1, *content)


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    return any(syntax.is_verb(token) for token in scene.doc[first : last + 1])


def _headline(scene: Scene, source: Candidate, sign: int, first: int, last: int) -> Reported:
    """A quote whose cue is a punctuation mark."""
    content = (scene.reading.passage(first, last),)
    passage = scene.reading.passage(source.first, source.last)
    cue = scene.reading.passage(sign, sign)
    return Reported(content, _mode(scene, content[0]), cue=cue, source=source.head, source_passage=passage)

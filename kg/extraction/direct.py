"""Direct speech: what stands between quotation marks, with a cue beside it, or going on without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import AttributionMode, Passage
from . import syntax
from .beside_quotes import cue_beside
from .cue import Cue
from .marks import Quoted
from .reported import Reported, Scene
from .tokens import Token

#: What may stand between a quote and the name of whoever signed it.
_SIGN = re.compile(r"\s*(?P<sign>[-–—―]+)[ \u00a0]*(?=\w)")

#: Kinds of words that a title need not write with a capital.
_LIGHT = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"))


def find_direct(scene: Scene) -> list[Reported]:
    """The quoted sentences that have a cue of their own, in reading order."""
    found: list[Reported] = []
    for quoted in scene.reading.quoted:
        fragments = scene.fragments(quoted)
        if not is_speech(scene, quoted):
            resumed = None if quoted.depth else _resumed(scene, fragments[0], found)
            if resumed is not None:
                found[resumed] = replace(found[resumed], content=(*found[resumed].content, *fragments))
            continue
        cue = cue_beside(scene, quoted, fragments)
        if cue is not None and quoted.depth and cue.index not in scene.inside:
            cue = None  # that of the quote around it
        if cue is None:
            found += _signed(scene, fragments)
            continue
        broken = _broken_by(scene, cue, fragments[0], found) if quoted.depth == 0 else None
        if broken is not None:
            found[broken] = replace(found[broken], content=(*found[broken].content, *fragments))
        else:
            found.append(_quote(scene, cue, fragments))
    return found


def go_on(scene: Scene, found: list[Reported]) -> None:
    """Give the quoted sentences that have no cue to whoever spoke right before; `found` grows.

    What follows the sentence of an attribution ("…,” she said. “…") is a part of the same quote. Where the
    article itself says something in between, the quote is one of its own by the same speaker.
    """
    for quoted in scene.reading.quoted:
        fragments = scene.fragments(quoted)
        if quoted.depth or not is_speech(scene, quoted) or is_covered(fragments, found):
            continue
        before = _spoke_before(scene, found, fragments)
        if before is None:
            continue
        earlier = found[before]
        joined = not _narrated_between(scene, earlier, fragments[0])
        if joined and earlier.mode is AttributionMode.DIRECT:
            found[before] = replace(earlier, content=(*earlier.content, *fragments))
        else:
            found.append(Reported(fragments, AttributionMode.DIRECT, continues=before, joined=joined))


def unattributed(scene: Scene, found: Sequence[Reported]) -> Iterator[Reported]:
    """Clauses between marks that no quote covers: somebody says so, and nobody is named."""
    for quoted in scene.reading.quoted:
        fragments = tuple(f for f in scene.fragments(quoted) if not is_covered([f], found))
        tokens = [t for fragment in fragments for t in scene.reading.tokens_in(fragment)]
        title = _is_title([t for t in tokens if not t.is_punct])
        if quoted.depth == 0 and scene.is_told(tokens) and not title:
            yield Reported(fragments, AttributionMode.DIRECT)


def is_covered(fragments: Sequence[Passage], found: Sequence[Reported]) -> bool:
    """Whether a quote already found holds one of the fragments."""
    return any(part.contains(f) for f in fragments for quote in found for part in quote.content)


def is_speech(scene: Scene, quoted: Quoted) -> bool:
    """Whether the marks hold whole sentences, not words that the writer keeps at a distance."""
    fragments = scene.fragments(quoted)
    words = [t for t in scene.reading.tokens_in(fragments[0]) if not t.is_punct]
    if len(quoted.fragments) > 1:
        return bool(words)
    if _is_title(words):
        return False
    ended = scene.last_character(fragments[-1]) in (".", "!", "?", ",", "…", "—", "–")
    capital = bool(words) and words[0].text[:1].isupper()
    before = scene.character_before(fragments[0])
    opens = before in ("", "\n", ".", ":", ",", "!", "?", "”", "’", '"', "'")
    verb = any(syntax.is_verb(t) or t.pos_ == "AUX" for t in words)
    cries = scene.last_character(fragments[-1]) in ("?", "!")  # "Crowds chanted “Who paid?”"
    opens = opens or (capital and (verb or cries) and _after_cue(scene, fragments[0]))
    return bool(words) and opens and (ended or (capital and verb and len(words) > 2))


def _is_title(words: Sequence[Token]) -> bool:
    """Whether a title set behind its noun stands between marks: "In her book, “A Long Road,” Hale said"."""
    weighty = [t for t in words if t.pos_ not in _LIGHT]
    if len(weighty) < 2 or not all(t.text[:1].isupper() for t in (words[0], *weighty)):
        return False
    before = words[0].doc[max(words[0].sent.start, words[0].i - 3) : words[0].i]
    return len(before) == 3 and before[0].pos_ == "NOUN" and before[1].text == "," and before[2].is_quote


def _after_cue(scene: Scene, fragment: Passage) -> bool:
    """Whether a quote opens right after a reporting verb: "Hale declared “I think …"."""
    cue = scene.verb_at.get(scene.reading.token_at(fragment.start) - 1)
    return cue is not None and cue.clause and not cue.passive


def _quote(scene: Scene, cue: Cue, fragments: tuple[Passage, ...]) -> Reported:
    """The quote of a cue, with what its clause says outside the marks: "the pier “was safe,” she said"."""
    wider = _beyond_marks(scene, cue, fragments)
    if wider is None:
        return scene.report(cue, fragments, AttributionMode.DIRECT)
    return replace(scene.report(cue, wider, AttributionMode.MIXED), said=True)


def _beyond_marks(scene: Scene, cue: Cue, fragments: tuple[Passage, ...]) -> tuple[Passage, ...] | None:
    """A quote together with the clause that its marks stand in; none where they hold all of it."""
    first = fragments[0]
    for begin, end in cue.content:
        clause = scene.reading.passage(begin, end)
        if _is_complete(scene, cue, first):
            return None
        if _leads_to(scene, cue, clause, first):
            return clause, *fragments
        if not (clause.start < first.end and first.start < clause.end):
            continue
        start, stop = min(clause.start, first.start), max(clause.end, first.end)
        apart = scene.character_before(first) in (",", ":") and cue.index > scene.reading.token_at(first.end)
        if apart:
            start = first.start  # "In a statement, “we won,” she said"
        if any(start <= scene.reading.starts[i] < stop for i in (cue.index, *cue.words)):
            return None
        outside = [t for t in scene.reading.tokens_in(Passage(first.article, start, stop)) if t.is_alpha]
        outside = [
            t for t in outside if not any(f.start <= scene.reading.starts[t.i] < f.end for f in fragments)
        ]
        if len(outside) > 1:
            return Passage(first.article, start, stop), *(f for f in fragments[1:] if f.end > stop)
    return None


def _is_complete(scene: Scene, cue: Cue, fragment: Passage) -> bool:
    """Whether a sentence of its own follows a cue and its comma: "When it fell, she said, “We ran”"."""
    start = scene.reading.token_at(fragment.start)
    words = [t for t in scene.reading.tokens_in(fragment) if t.is_alpha]
    follows = cue.words[1] < start and scene.character_before(fragment) in (",", ":")
    return follows and start - cue.words[1] <= 3 and bool(words) and words[0].text[:1].isupper()


def _leads_to(scene: Scene, cue: Cue, clause: Passage, fragment: Passage) -> bool:
    """Whether a cue's clause ends before a quote in its sentence: "When it fell, she said, “we ran”"."""
    if clause.end > fragment.start:
        return False
    tokens = scene.reading.tokens_in(clause)
    fits = tokens[-1].sent == scene.doc[scene.reading.token_at(fragment.start)].sent
    return fits and scene.is_told(list(tokens)) and not any(t.i in scene.inside for t in tokens)


def _signed(scene: Scene, fragments: tuple[Passage, ...]) -> Iterator[Reported]:
    """A quote with the name of its speaker after a dash, in its line or the next: "“We won.” — Ada Hale"."""
    end = fragments[-1].end
    sign = _SIGN.match(scene.reading.article.text, end)
    if sign is None:
        return
    first = scene.reading.token_at(sign.end())
    speaker = scene.at.get(first)
    last = speaker.last if speaker is not None and speaker.first == first else first
    while speaker is None and last + 1 < len(scene.doc) and scene.doc[last + 1].pos_ == "PROPN":
        last += 1
    after = scene.doc[last + 1] if last + 1 < len(scene.doc) else None
    ends = after is None or after.is_punct or scene.reading.paragraph[after.i] != scene.paragraph(sign.end())
    if ends and (speaker is not None or scene.doc[first].pos_ == "PROPN"):  # else an aside begins
        yield Reported(
            fragments,
            AttributionMode.DIRECT,
            cue=Passage(fragments[0].article, sign.start("sign"), sign.end("sign")),
            source=speaker.head if speaker is not None else first,
            source_passage=scene.reading.passage(first, last),
        )


def _broken_by(scene: Scene, cue: Cue, fragment: Passage, found: Sequence[Reported]) -> int | None:
    """The quote that goes on after the cue that broke it: "‘The bridge,’ she said, ‘is safe.’"."""
    if cue.index >= scene.reading.token_at(fragment.start):
        return None
    return next((i for i, quote in enumerate(found) if quote.cue_index == cue.index), None)


def _resumed(scene: Scene, fragment: Passage, found: Sequence[Reported]) -> int | None:
    """The quote that goes on after its attribution and a joining word: "“No,” she said, but “not far”"."""
    last = found[-1] if found else None
    if last is None or last.cue is None or last.cue_index is None or last.content[-1].end > fragment.start:
        return None
    start, cue = scene.reading.token_at(fragment.start), last.cue_index
    if cue < scene.reading.token_at(last.content[-1].end):
        return None
    joining = [t for t in scene.doc[start - 3 : start] if t.pos_ in ("CCONJ", "SCONJ")]
    between = [t for t in scene.doc[cue + 1 : start] if not t.is_punct]
    same = scene.doc[cue].sent == scene.doc[start].sent
    return len(found) - 1 if same and joining and len(between) < 6 and _after_comma(joining[-1]) else None


def _after_comma(word: Token) -> bool:
    return word.i > 0 and word.nbor(-1).text == ","


def _spoke_before(scene: Scene, found: Sequence[Reported], fragments: Sequence[Passage]) -> int | None:
    """The index of the quote that a quote without a cue may go on from.

    In a paragraph that is speech from end to end it is the last of the paragraph above; else the last one
    of its own paragraph, with no more than a few words between.
    """
    start, text = fragments[0].start, scene.reading.article.text
    spoken = ((i, quote) for i, quote in enumerate(found) if quote.cue is not None and quote.said)
    ended = {i: end for i, quote in spoken if (end := quote.end) <= start}
    last = max(ended, key=lambda index: (ended[index], -found[index].content[0].start), default=None)
    if last is None:
        return None
    last = _main(scene, found, list(ended), last)
    between = text[found[last].end : start]
    if "\n" not in between:
        close = len(between.split()) < 12 or not _narrated_between(scene, found[last], fragments[0])
        return last if close and scene.character_before(fragments[0]) not in (":", ",") else None
    after = text[fragments[-1].end :].split("\n", 1)[0].strip()
    next_paragraph = scene.paragraph(start) - scene.paragraph(found[last].end - 1) == 1
    alone = not between.rsplit("\n", 1)[-1].strip() and not after
    return last if next_paragraph and alone else None


def _main(scene: Scene, found: Sequence[Reported], ended: Sequence[int], last: int) -> int:
    """The direct quote of whose cue a later clause of the sentence tells more.

    So that of "Hale said" in "“No,” Hale said, citing the report. “We …", and in "“No,” said Hale, who told
    Marsh that it was late. “We …".
    """
    cue = found[last].cue_index
    if cue is None or found[last].mode is AttributionMode.DIRECT:
        return last
    gerund, verb = syntax.is_gerund(scene.doc[cue]), scene.doc[cue]
    under = bool(syntax.markers(verb)) or syntax.is_relative_clause(syntax.first_conjunct(verb))
    if not gerund and not under:
        return last
    same = (
        i
        for i in ended
        if found[i].mode is not AttributionMode.INDIRECT
        and (said := found[i].cue_index) is not None
        and said < cue
        and scene.doc[said].sent == scene.doc[cue].sent
        and (under or found[i].source == found[last].source)
    )
    return next(same, last)


def _narrated_between(scene: Scene, earlier: Reported, fragment: Passage) -> bool:
    """Whether a sentence of the article's own begins between a quote and one that goes on from it."""
    between = Passage(fragment.article, earlier.end, fragment.start)
    if between.end - between.start < 2:
        return False
    tokens = [t for t in scene.reading.tokens_in(between) if not t.is_punct and not t.is_space]
    return any(t.is_sent_start and t.i < scene.reading.token_at(fragment.start) for t in tokens)

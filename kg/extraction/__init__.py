"""Doc -> Extraction: the order of the steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Article, AttributionMode, Entity, Extraction, Mention, Passage, Quote
from .accused import spare_the_accused
from .cues import find_cues
from .entities import resolve
from .events import find_events
from .going_on import left_open
from .knowledge import Knowledge
from .mentions import find_mentions
from .named import named
from .nested import Quotes, extent
from .participants import Participants
from .quotes import Reported, find_quotes
from .reading import Reading
from .referents import Resolved, as_entities, as_mentions, by_place
from .roles import find_roles
from .statements import find_statements
from .syntax.mending import mend
from .tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Knowledge", "from_doc"]


def from_doc(article: Article, doc: Doc, knowledge: Knowledge) -> Extraction:
    """Read one parsed article: a pure function of its arguments.

    Raises:
        ValueError: the Doc was made from another text.
    """
    reading = Reading.of(article, doc)
    mend(reading.doc, knowledge.ontology)
    candidates = find_mentions(reading.doc, knowledge)
    reported = find_quotes(reading, candidates, find_cues(reading, knowledge), knowledge.ontology)
    resolved = resolve(reading, candidates, reported, knowledge)
    quotes = Quotes(_attributed(reported, resolved, reading))
    participants = Participants(reading, resolved, knowledge)
    told = {
        r.cue_index: (r, quote) for r, quote in zip(reported, quotes, strict=True) if r.cue_index is not None
    }
    doubted = left_open(reading, reported, quotes, resolved, knowledge.ontology)
    statements, unread = find_statements(reading, participants, quotes, told, knowledge, doubted)
    statements = spare_the_accused(article, statements, knowledge.ontology)
    mentions = [*_completed(resolved, reading, participants), *participants.mentions()]
    statements = named(statements, mentions)
    return Extraction(
        article=article,
        sentences=tuple(reading.of_span(sentence) for sentence in reading.doc.sents if _has_words(sentence)),
        mentions=tuple(sorted(mentions, key=by_place)),
        entities=tuple(sorted([*as_entities(resolved, knowledge), *participants.things()], key=_key)),
        quotes=tuple(sorted(dict.fromkeys(quotes), key=_position)),
        statements=tuple(statements),
        events=tuple(find_events(statements)),
        attestations=tuple(sorted(set(find_roles(reading, resolved, quotes, knowledge)), key=repr)),
        unread=tuple(unread),
    )


def _completed(resolved: Resolved, reading: Reading, participants: Participants) -> list[Mention]:
    """The mentions of who and what is known, each with its complement where it fills a role with it."""
    whole = participants.completed
    return [
        replace(mention, passage=whole[mention.passage]) if mention.passage in whole else mention
        for mention in as_mentions(resolved, reading)
    ]


def _has_words(sentence: Span) -> bool:
    """Whether a sentence is more than white space."""
    return not all(token.is_space for token in sentence)


def _key(entity: Entity) -> tuple[str, Entity]:
    """What to sort by: the order of entities, which their keys tell apart."""
    return entity.key, entity


def _position(quote: Quote) -> tuple[Passage, ...]:
    return quote.content


def _attributed(reported: list[Reported], resolved: Resolved, reading: Reading) -> list[Quote]:
    """The quotes with their speakers, each inside the quote that reports it; parts of one are the same."""
    origins = [_origin(index, reported) for index in range(len(reported))]
    plain = [_quote(index, reported, resolved, reading) for index in range(len(reported))]
    for index, origin in enumerate(origins):
        if index != origin:
            content = tuple(sorted({*plain[origin].content, *plain[index].content}))
            plain[origin] = replace(plain[origin], content=content, mode=AttributionMode.MIXED)
    longest_first = sorted(set(origins), key=lambda index: -extent(plain[index]))
    alone = Quotes([plain[index] for index in longest_first])
    done: list[Quote] = []
    for quote in alone:
        around = (number for number in alone.around(quote.cue or quote.content[0]) if number < len(done))
        outer = next(around, None)
        done.append(quote if outer is None else replace(quote, within=done[outer]))
    place = {index: number for number, index in enumerate(longest_first)}
    return [done[place[origin]] for origin in origins]


def _origin(index: int, reported: list[Reported]) -> int:
    """The quote that another is one with, followed back."""
    while reported[index].joined and (before := reported[index].continues) is not None and before < index:
        index = before
    return index


def _quote(index: int, reported: list[Reported], resolved: Resolved, reading: Reading) -> Quote:
    quote = reported[index]
    origin = index
    while (before := reported[origin].continues) is not None and before < origin:
        origin = before
    first = reported[origin]
    speaker = None if first.source is None else resolved.identified_at(first.source)
    source = first.source_passage
    told = None if quote.addressee is None else resolved.at(quote.addressee)
    parts = [p for p in (source if origin == index else None, quote.cue, quote.content[0]) if p is not None]
    evidence = Passage(reading.key, min(p.start for p in parts), max(p.end for p in parts))
    return Quote(
        content=quote.content,
        mode=quote.mode,
        evidence=evidence,
        cue=quote.cue,
        source=source,
        speaker=speaker[1].key if speaker is not None and first.said else None,
        addressee=reading.passage(told[0].first, told[0].last) if told is not None else None,
        within=None,
        negative=quote.negative,
        said=first.said,
    )

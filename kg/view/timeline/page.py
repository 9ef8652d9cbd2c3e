"""The page of a timeline: an axis, the events in order of their days, and those without a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from ...model import Time
from ...query import Graph
from .. import addresses, display
from ..addresses import Address, nowhere
from ..article.told import TIERS, Tier
from ..one_file import Page, one_file
from .axis import Axis, axis
from .events import Event, Source, events

TEMPLATE = "timeline/page.html"
STYLES = ("reader/colours.css", "timeline/page.css")
SCRIPTS = ("timeline/timeline.js",)
#: So many pixels from one lane of the axis to the next.
LANE = 15
_NO_NAME = "(no name)"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with what the page calls it and its actors by."""

    id: str
    event: Event
    who: str
    """Numbers of its actors."""
    actors: tuple[tuple[str, str], ...]
    """Address and name of those of them who have a page."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody that a reader can choose."""

    number: int
    name: str
    count: int


def timeline_page(graph: Graph, about: str | None = None, address: Address = nowhere) -> Page:
    """A page that shows what happened when, and what no day is known of.

    Args:
        graph: where to look.
        about: the IRI or a name of somebody or something that takes part in all that is shown.
        address: where the pages of articles and of people and bodies are, so that events lead there.

    Raises:
        QueryError: nothing in the graph is called so; the message has the names most like it.
    """
    dated, undated, count = events(graph, about)
    actors = _actors([*dated, *undated])
    numbers = {iri: actor.number for iri, actor in actors.items()}
    placed = [_entry(f"e{number}", event, numbers, address) for number, event in enumerate(dated)]
    others = [_entry(f"u{number}", event, numbers, address) for number, event in enumerate(undated)]
    line = axis([_span(event) for event in dated])
    return one_file(
        TEMPLATE,
        styles=STYLES,
        scripts=(SCRIPTS,),
        title=f"Timeline of {display.shown(about)}" if about else "Timeline",
        days=[(label, list(group)) for label, group in groupby(placed, key=lambda entry: entry.event.label)],
        in_words=[entry for entry in others if entry.event.in_words],
        timeless=[entry for entry in others if not entry.event.in_words],
        undated=count,
        dated=len(dated),
        spots=_spots(placed, line),
        axis=line,
        height=LANE * line.lanes,
        lane=LANE,
        actors=sorted(actors.values(), key=lambda actor: (-actor.count, actor.name.casefold(), actor.number)),
        tiers=_tiers([*dated, *undated]),
        at=partial(_at, address),
    )


def _at(address: Address, source: Source) -> str:
    """Where a sentence is read within its article; empty where the article has no page."""
    page = address(source.article)
    return page if source.sentence is None else addresses.sentence(page, *source.sentence)


def _span(event: Event) -> Time:
    """The days of an event on the axis; a deadline is its last day."""
    time = event.when.time if event.when else Time()
    if event.when and event.when.is_deadline and time.last:
        return Time(time.last, time.last)
    return time


def _entry(id: str, event: Event, numbers: dict[str, int], address: Address) -> Entry:
    pages = ((address(iri), name or _NO_NAME) for iri, name in event.actors)
    who = " ".join(str(numbers[iri]) for iri, _ in event.actors)
    return Entry(id, event, who, tuple(page for page in pages if page[0]))


def _actors(found: Iterable[Event]) -> dict[str, Actor]:
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for event in found:
        for iri, name in event.actors:
            names.setdefault(iri, name or _NO_NAME)
            counts[iri] += 1
    return {iri: Actor(number, names[iri], counts[iri]) for number, iri in enumerate(sorted(names))}


def _spots(placed: Sequence[Entry], line: Axis) -> list[tuple[Entry, object]]:
    return [(entry, spot) for entry, spot in zip(placed, line.spots, strict=True) if spot is not None]


def _tiers(found: Sequence[Event]) -> list[tuple[Tier, int]]:
    counts = Counter(event.first.tier.name for event in found)
    return [(tier, counts[tier.name]) for tier in TIERS if counts[tier.name]]

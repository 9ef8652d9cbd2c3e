"""The reader's page: the text of an article with what was read in it marked, and notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ... import ontology
from ...model import Article, Extraction, MentionKind
from .. import display
from ..addresses import Address, nowhere
from ..one_file import Page, one_file
from .people import groups
from .sheet import rows
from .told import TIERS, Names, day

TEMPLATE = "reader/page.html"
STYLES = ("reader/colours.css", "reader/page.css")
SCRIPTS = ("reader/lights.js", "reader/marks.js", "reader/start.js")


@dataclass(frozen=True, slots=True)
class Toggle:
    """A kind of mark or note that can be hidden."""

    name: str
    label: str
    count: int


def reading_page(
    extraction: Extraction,
    *,
    gaps: Sequence[tuple[int, int]] | None = None,
    address: Address = nowhere,
) -> Page:
    """A page that shows an article with what was read in it.

    Args:
        extraction: what was found, with the article and its text.
        gaps: ranges of the text that are not known, where it comes from a graph: characters, end exclusive.
        address: where the pages of those who are mentioned are.
    """
    names = Names(
        labels={entity.key: entity.label for entity in extraction.entities},
        text=extraction.article.text,
        actions=ontology.load().actions,
    )
    return one_file(
        TEMPLATE,
        styles=STYLES,
        scripts=(SCRIPTS,),
        title=title(extraction.article),
        about=_about(extraction.article),
        url=display.link(extraction.article.url),
        rows=rows(extraction, names, gaps=gaps or ()),
        people=groups(extraction, address),
        marks=_marks(extraction),
        notes=_notes(extraction, from_graph=gaps is not None),
        sentences=len(extraction.sentences),
        tiers=TIERS,
        from_graph=gaps is not None,
    )


def title(article: Article) -> str:
    """What an article is called."""
    return display.shown(article.title) or display.shown(article.id) or "An article without a title"


def _about(article: Article) -> list[str]:
    """Where and when it was published, as far as that is known."""
    date = day(article.day) if article.day else display.shown(article.date)
    given = (display.shown(article.publisher), date, display.shown(article.id))
    return [text for text in given if text and text != title(article)]


def _marks(extraction: Extraction) -> list[Toggle]:
    kinds = [mention.kind for mention in extraction.mentions]
    return [
        Toggle("name", "Names", kinds.count(MentionKind.NAME)),
        Toggle("description", "Descriptions", kinds.count(MentionKind.NOMINAL)),
        Toggle("pronoun", "Pronouns", kinds.count(MentionKind.PRONOUN)),
        Toggle("quote", "Quotes", len(extraction.quotes)),
        Toggle("trigger", "Triggers", len({statement.trigger for statement in extraction.statements})),
    ]


def _notes(extraction: Extraction, *, from_graph: bool) -> list[Toggle]:
    unread = [] if from_graph else [Toggle("unread", "Not read", len(extraction.unread))]
    return [
        Toggle("statement", "Statements", len(extraction.statements)),
        Toggle("quote", "Who is quoted", len(extraction.quotes)),
        Toggle("role", "Roles held", len(extraction.attestations)),
        *unread,
    ]

"""Words within a report that the article says itself: "Hale feared what she called a trap"."""

from __future__ import annotations

from ..model import AttributionMode, Passage, Quote
from ..ontology import Ontology
from . import syntax
from .nested import Quotes
from .reading import Reading
from .slots import Fillers
from .tokens import Token
from .triggers import evocation


def quote_of(
    verb: Token, trigger: Passage, quotes: Quotes, fillers: Fillers, reading: Reading, ontology: Ontology
) -> Quote | None:
    """The quote in which a deed is told; none where the article tells it.

    How the speaker of a quote calls something is told around it, and so is that somebody said what the quote
    takes up: "Hale disputed what Marsh said". In direct speech all words are the speaker's.

    Args:
        verb: what the trigger begins with.
        trigger: the words that tell of the deed.
        quotes: the quotes of the article.
        fillers: the roles of the deed.
        reading: the article and its Doc.
        ontology: the verbs that name and report.
    """
    around = [quotes[number] for number in quotes.around(trigger)]
    what = syntax.governor(verb) if around else None
    if what is None or not syntax.tells_what(what) or around[0].mode is AttributionMode.DIRECT:
        return around[0] if around else None
    takes_up = reading.starts[what.i] == around[0].content[0].start and _reports(verb, ontology)
    if takes_up or _names(verb, around[0], fillers, ontology):
        around = around[1:]
    return around[0] if around else None


def _names(verb: Token, quote: Quote, fillers: Fillers, ontology: Ontology) -> bool:
    """Whether a verb tells how the speaker of a quote calls something."""
    speaks = quote.speaker is not None and any(a.entity == quote.speaker for a in fillers.get("agent", ()))
    return speaks and verb.lower_ in ontology.words["NamingVerb"]


def _reports(verb: Token, ontology: Ontology) -> bool:
    evoked = evocation(verb, ontology)
    return evoked is not None and evoked.action.reports

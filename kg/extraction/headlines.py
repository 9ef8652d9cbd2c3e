"""Lines that leave it to others: "Mayor lied, court hears", "Pier shut – report", "Myth: …", "A: …"."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology import Ontology
from . import syntax
from .reading import Reading
from .tokens import Doc
from .turns import is_turn
from .viewpoints import Viewpoint

_SIGNS = frozenset(("-", "–", "—", "―", ":", ","))
#: How many words may name the source at the end of a headline.
_LONGEST = 4


def headlines(reading: Reading, ontology: Ontology) -> Iterator[Viewpoint]:
    """What the lines that name their source at an end, or have a label for a source, leave to others."""
    doc = reading.doc
    for first, last in reading.paragraphs():
        labelled = first + 2 < last and doc[first + 1].text == ":"
        if labelled and is_turn(doc[first], ontology):
            yield Viewpoint((first + 1, first + 1), first, ((first + 2, last),))
        elif labelled and doc[first].lower_ in ontology.words["DoubtLabel"]:
            yield Viewpoint((first, first), None, ((first + 2, last),))
        found = None if doc[last].text in (".", "!", "?") else _behind(doc, first, last, ontology)
        if found is not None:
            yield found


def _behind(doc: Doc, first: int, last: int, ontology: Ontology) -> Viewpoint | None:
    """The source behind the last sign of a headline; a claim has nobody, and a court only hears."""
    near = range(last - 1, max(first, last - _LONGEST - 1), -1)
    sign = next((i for i in near if doc[i].text in _SIGNS), None)
    if sign is None or not any(syntax.is_verb(t) or t.pos_ == "AUX" for t in doc[first:sign]):
        return None
    behind = doc[sign + 1 : last + 1]
    says = [t for t in behind if t.lower_ in ontology.words["HeadlineVerb"]]
    named = [t for t in behind if t.lower_ in ontology.words["HeadlineSource"]]
    if not named or len(says) > 1 or (doc[sign].text == "," and not says):
        return None
    if len(behind) > len(says) + len(named) + 1:
        return None
    heard = any(t.lower_ in ontology.words["HearingVerb"] for t in says)
    nobody = heard or named[-1].lower_ in ontology.words["DoubtLabel"]
    words = (says[0].i, says[-1].i) if says else (sign, sign)
    return Viewpoint(words, None if nobody else named[-1].i, ((first, sign - 1),))

"""The names that a pipeline finds, with the classes and the extent that extraction expects.

The labels are those of OntoNotes 5 (en_core_web_*), of CoNLL 2003 and of Universal NER. Dates, amounts and
numbers are no names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

#: Label of a pipeline -> class of name; what is not here is dropped.
CLASSES = {
    **dict.fromkeys(("PERSON", "PER"), "PERSON"),
    "ORG": "ORG",
    "NORP": "NORP",
    **dict.fromkeys(("LOC", "GPE", "FAC"), "LOC"),
    **dict.fromkeys(("MISC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"), "MISC"),
}
#: Titles stand outside names.
TITLES = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
            "baroness",
        ),
        *("baron", "viscount", "earl", "rev", "reverend", "judge", "justice", "councillor", "cllr"),
    )
)
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’", "‘s"))


def renamed(doc: Doc) -> Doc:
    """Give the names of a Doc, in place, the classes and the extent that extraction expects."""
    doc.set_ents(spans(doc), default="outside")
    return doc


def spans(doc: Doc) -> list[Span]:
    """The names of a Doc: no title or article before them, no possessive after them."""
    from spacy.tokens import Span

    found = []
    for name in doc.ents:
        cls = CLASSES.get(name.label_)
        first, last = trimmed(name)
        if cls is not None and first <= last:
            found.append(Span(doc, first, last + 1, label=cls))
    return found


def trimmed(name: Span) -> tuple[int, int]:
    """The first and last token of a name without title, article and possessive; none is left of "the"."""
    doc, first, last = name.doc, name.start, name.end - 1
    while first <= last and doc[first].lower_ in _ARTICLES:
        first += 1
    while last >= first and doc[last].lower_ in _POSSESSIVE:
        last -= 1
    person = CLASSES.get(name.label_) == "PERSON"
    while person and first < last and is_title(doc[first].text):
        first += 1
    return first, last


def is_title(word: str) -> bool:
    """Whether a word is a title before a name: "Ms", "Dr."."""
    return word.lower().rstrip(".") in TITLES

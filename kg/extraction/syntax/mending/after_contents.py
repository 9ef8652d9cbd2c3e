"""What a speaker does beside saying something, where a parse takes it into what is said.

"Would not say how it was paid, citing the law", "added that she understands the worry but played it down".
"""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_infinitive, is_verb
from .hanging import Words, hang, has, subject
from .reporting import reports

_PAST, _PRESENT = ("VBD",), ("VBZ", "VBP", "MD")


def free_what_follows(words: Words, ontology: Ontology) -> bool:
    """Hang what the subject of a verb of saying does next on that verb, and not on what is said."""
    changed = False
    for word in [word for word in words if word.dep_ in ("advcl", "conj")]:
        report = _cited_by(word, ontology) if word.dep_ == "advcl" else _gone_on_from(word, ontology)
        if report is not None and report is not word.head:
            hang(word, report, word.dep_)
            changed = True
    return changed


def _cited_by(word: Token, ontology: Ontology) -> Token | None:
    """Who cites or tells something by a participle behind a comma, at the end of what they would do or say.

    Only where what stands between has no doer of its own, or is what they did not say.
    """
    if word.tag_ != "VBG" or has(word, "mark", "aux", "case") or not _is_apart(word):
        return None
    if not (reports(word, ontology) or word.lower_ in ontology.words["ClauseOutcomeVerb"]):
        return None
    top = word.head
    while top.i < word.i and is_verb(top) and not reports(top, ontology):
        above = top.head
        infinitive = top.dep_ == "xcomp" and is_infinitive(top)
        left_open = (top.dep_ == "ccomp" and top.left_edge.tag_ in ("WRB", "WP", "WDT")) or _asks(top)
        if above is top or not is_verb(above) or above.i > top.i or not (infinitive or left_open):
            break
        top = above
    return top if is_verb(top) and top.i < word.i and subject(top) is not None else None


def _asks(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and any(
        c.tag_ in ("WRB", "WP", "WDT") or c.lower_ in ("if", "whether") for c in clause.lefts
    )


def _gone_on_from(word: Token, ontology: Ontology) -> Token | None:
    """Who goes on in the past where what is said is in the present: "said it is late but left"."""
    told = word.head
    joined = word.tag_ in _PAST and is_verb(told) and told.dep_ == "ccomp"
    if not joined or subject(word) is not None or has(word, "aux", "aux:pass") or told.i > word.i:
        return None
    report = told.head
    if report.tag_ != "VBD" or report.i > told.i or not reports(report, ontology):
        return None
    own = [c for c in (told, *told.lefts) if c.tag_ in _PRESENT and (c is told or c.dep_ in ("aux", "cop"))]
    return report if own and not _is_present_before(word) and subject(report) is not None else None


def _is_present_before(word: Token) -> bool:
    """Whether another verb of what is said, nearer by, is past already."""
    between = word.doc[word.head.i + 1 : word.i]
    return any(t.tag_ == "VBD" and is_finite(t) for t in between)


def _is_apart(word: Token) -> bool:
    before = word.left_edge.i - 1
    first = word.doc[before] if before > word.sent.start else None
    return (first is not None and first.text == ",") or word.left_edge.text == ","

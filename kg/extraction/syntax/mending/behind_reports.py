"""What follows a verb of saying behind what is said: "“It fell,” Hale said, citing the report"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_verb
from .hanging import Words, hang, has, subject

_SAID = ("ccomp", "parataxis")
_MOMENT = ("obl:unmarked", "obl:tmod")


def hang_behind_reports(words: Words, ontology: Ontology) -> bool:
    """Hang participles and times right behind who says so on the verb of saying, and not on what is said."""
    changed = False
    for word in words:
        moment = word.dep_ in _MOMENT
        if not moment and not (word.tag_ == "VBG" and word.dep_ == "advcl"):
            continue
        report = _report_between(word, ontology)
        if report is not None and _follows(word, report, moment=moment):
            hang(word, report, word.dep_)
            changed = True
    return changed


def _report_between(word: Token, ontology: Ontology) -> Token | None:
    """The verb of saying between a word and what it hangs on, where that is what is said."""
    told = word.head
    report = next((t for t in word.ancestors if told.i < t.i < word.i), None)
    if report is None or not is_verb(report) or not is_finite(report) or told.dep_ not in _SAID:
        return None
    reports = any(way.action.reports for way in ontology.evoked_by(report.lower_, report.lemma_))
    return report if reports and subject(report) is not None else None


def _follows(word: Token, report: Token, *, moment: bool) -> bool:
    """Whether nothing but who says so, to whom, and a comma stands between: no quotation mark, no clause."""
    doc, who = word.doc, subject(report)
    first = next((t.i for t in doc[word.left_edge.i : word.i] if not t.is_punct), word.i)
    end = who.right_edge.i if who is not None and report.i < who.i < first else report.i
    if any(t.is_quote for t in doc[report.i + 1 : first]):
        return False
    if moment:
        return end + 1 == first
    hearers = [
        c for c in report.rights if c.dep_ in ("iobj", "obj", "obl", *_MOMENT) and c.right_edge.i < first
    ]
    inside = {i for c in hearers for i in range(c.left_edge.i, c.right_edge.i + 1)}
    behind = [t for t in doc[end + 1 : first] if t.dep_ not in _MOMENT and t.head.dep_ not in _MOMENT]
    rest = [t.text for t in behind if t.i not in inside]
    return bool(rest) and set(rest) == {","} and not has(word, "mark")

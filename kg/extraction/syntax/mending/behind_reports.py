"""What follows a verb of saying behind what is said: "“It fell,” Hale said, citing the report".

And "Hale said it fell, citing the report", where it stands behind what is said.
"""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import PASSIVE, SUBJECT, is_finite, is_verb, kind_of
from .hanging import Words, hang, has, has_tense, subject
from .reporting import reports

_SAID = ("ccomp", "parataxis")
_MOMENT = ("obl:unmarked", "obl:tmod")


def hang_behind_reports(words: Words, ontology: Ontology) -> bool:
    """Hang participles and times right behind who says so on the verb of saying, and not on what is said."""
    changed = False
    for word in words:
        teller = _commented(word, ontology) if word.tag_ == "VBG" else None
        if teller is not None:
            hang(word, teller, "advcl")
            changed = True
            continue
        moment = word.dep_ in _MOMENT
        if not moment and not (word.tag_ == "VBG" and word.dep_ == "advcl"):
            continue
        report = _report_between(word, ontology)
        if report is not None and _follows(word, report, moment=moment):
            hang(word, report, word.dep_)
            changed = True
    return changed


def _commented(word: Token, ontology: Ontology) -> Token | None:
    """The verb of saying before what is said, if a participle behind a comma says how or why it is said.

    Some verbs tell that by themselves ("echoing"); others that report do where no person acts in what is
    said: of "Hale said the delay was wrong, calling it a disgrace", Hale calls it so.
    """
    told = next((t for t in word.ancestors if t.dep_ == "ccomp"), word)
    report, first = told.head, word.left_edge
    if word.dep_ != "advcl" or not is_verb(word) or has(word, "mark", "aux", "nsubj", "cc"):
        return None
    if told is word or not report.i < told.left_edge.i or "," not in (first.text, first.nbor(-1).text):
        return None
    own = next((c for c in told.lefts if c.dep_ in (*SUBJECT, *PASSIVE, "expl")), None)
    if own is None or not is_verb(report) or subject(report) is None or not has_tense(report):
        return None
    comments = word.lower_ in ontology.words["CommentingVerb"]
    if not comments and (kind_of(own) == "person" or own.pos_ == "PRON" or not reports(word, ontology)):
        return None
    return report if reports(report, ontology) else None


def _report_between(word: Token, ontology: Ontology) -> Token | None:
    """The verb of saying between a word and what it hangs on, where that is what is said."""
    told = word.head
    report = next((t for t in word.ancestors if told.i < t.i < word.i), None)
    if report is None or not is_verb(report) or not is_finite(report) or told.dep_ not in _SAID:
        return None
    return report if reports(report, ontology) and subject(report) is not None else None


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

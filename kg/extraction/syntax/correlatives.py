"""Clauses said of each other: "the more they pay, the less they earn", "not to sue, just pay"."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token

_JUST = frozenset(("just", "merely", "only", "simply"))


def is_correlative(verb: Token) -> bool:
    """Whether a clause is half of a comparison with "the … the": nobody says that either is so."""
    bounds = _halves(verb.doc[verb.sent.start])
    return bounds is not None and bounds[0] < verb.i < bounds[1]


@remembered
def _halves(first: Token) -> tuple[int, int] | None:
    """Where the first half of such a comparison starts in a sentence, and where the second ends."""
    doc, last = first.doc, first.sent.end
    opened: int | None = None
    for i in range(first.i, last - 1):
        if doc[i].lower_ != "the" or doc[i + 1].tag_ not in ("JJR", "RBR"):
            continue
        before = doc[i - 1] if i > first.i else None
        if opened is not None and before is not None and before.text == ",":
            return opened, next((t.i for t in doc[i:last] if t.is_punct), last)
        if before is None or before.is_punct or before.pos_ in ("SCONJ", "CCONJ"):
            opened = i
    return None


def is_set_against(verb: Token) -> bool:
    """Whether a clause tells after a comma what is so instead: "need not sue him, just pay him"."""
    opening = [w for w in verb.lefts if w.lower_ in _JUST and w.i > verb.sent.start]
    if not opening or any(w.i < opening[0].i and not w.is_punct for w in verb.lefts):
        return False
    return opening[0].nbor(-1).text in (",", "–", "—") and verb.dep_ != "ROOT"


def is_given_reason(verb: Token) -> bool:
    """Whether a clause is taken for granted where something explains it: "this is why Hale left"."""
    above = verb.head
    if verb.dep_ != "advcl:relcl" or above.lower_ not in ("why", "how", "where") or above.i > verb.i:
        return False
    own = [w for w in above.lefts if w.dep_ == "nsubj"]
    be = any(w.dep_ == "cop" for w in above.lefts)
    return be and bool(own) and own[-1].lower_ in ("this", "that", "which", "here", "it")

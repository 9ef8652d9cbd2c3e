"""Verbs in the titles of works and programmes, which tell of nothing done."""

from __future__ import annotations

from ..tokens import Token

#: What stands before the title of a programme.
_BEFORE = ("on", "in", "to", "of", "for", "from", "with")


def is_in_a_title(verb: Token) -> bool:
    """Whether a capitalised verb opens a title between quotation marks: "on “Meet the Nation”"."""
    doc, index = verb.doc, verb.i
    if (
        not verb.text[:1].isupper()
        or index < 2
        or not doc[index - 1].is_quote
        or doc[index - 2].lower_ not in _BEFORE
    ):
        return False
    last = next((t.i for t in doc[index + 1 : index + 7] if t.is_quote or t.text in (".", ",")), index)
    return last > index + 1 and doc[last - 1].text[:1].isupper()

"""The conditions that a clause hangs on: "if Hale pays, Marsh will go"."""

from __future__ import annotations

from collections.abc import Set

from ..tokens import Token
from .clauses import begins_with_auxiliary, is_adverbial_clause, is_coordinated, markers, own_auxiliaries
from .subject_heads import own_subjects
from .words import is_verb

#: The longest aside that only asks leave: "if you do not mind".
_ASIDE = 6


def hangs_on_a_condition(verb: Token, marking: Set[str], courtesies: Set[str]) -> bool:
    """Whether a clause holds only under a condition: "if Hale pays, Marsh will go", "should Hale pay, …".

    Args:
        verb: the head of the clause.
        marking: the words that open a condition.
        courtesies: asides that look like conditions and make none: "if you will".
    """
    will = _has_modal(verb)
    later = [
        c for c in verb.rights if will and is_coordinated(c) and not (own_subjects(c) or own_auxiliaries(c))
    ]
    clauses = [c for word in (verb, *later) for c in word.children if is_adverbial_clause(c)]
    if any(_is_condition(c, marking, will) and not _asks_leave(c, courtesies) for c in clauses):
        return True
    if not is_coordinated(verb) or not is_verb(verb.head):
        return False
    shared = not own_subjects(verb) or will
    return shared and hangs_on_a_condition(verb.head, marking, courtesies)  # "…, she will go and he will"


def _is_condition(clause: Token, marking: Set[str], will: bool) -> bool:
    """Whether a clause is a condition; "as if" compares, and "even if" grants what changes nothing."""
    if begins_with_auxiliary(clause):
        return True
    opening = markers(clause)
    if marking.isdisjoint(opening) or "as" in opening:
        return False
    return will or clause.left_edge.lower_ != "even"


def _asks_leave(clause: Token, courtesies: Set[str]) -> bool:
    words = [t.lower_ for t in clause.subtree if not t.is_punct]
    return len(words) <= _ASIDE and " ".join(words) in courtesies


def _has_modal(verb: Token) -> bool:
    return any(a.tag_ == "MD" for a in own_auxiliaries(verb))

"""Accounts that go on without a cue: "The jury heard that Hale met Marsh. She then attacked him."

What a court is told, or a charge says, often takes several sentences, and only the first says so. A past
deed right after it, of somebody who stands in it, is part of the account: nobody vouches for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology import Ontology
from . import syntax
from .remembered import remembered
from .tokens import Token
from .triggers import effect_of, evocation

_PERSONAL = frozenset(("he", "she", "they", "it"))
_GOING_ON = frozenset(("then", "also", "later", "afterwards"))
#: How many sentences an account may go on for.
_LONGEST = 6


def goes_on(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb tells a deed of the account that an earlier sentence gives to somebody."""
    if syntax.is_subordinate(verb) or not (syntax.objects(verb) or syntax.obliques(verb)):
        return False
    return _is_of_an_account(verb.sent[0], ontology, 0)


@remembered
def _is_of_an_account(first: Token, ontology: Ontology, depth: int) -> bool:
    """Whether a sentence, by its first word, goes on from an account."""
    words = [token for token in first.sent if not token.is_space]
    before, same_paragraph = _before(first)
    if not words or not before or depth > _LONGEST or not _tells_a_deed(words, ontology):
        return False
    if not (_is_about(words, before) and (same_paragraph or _continues(words))):
        return False
    return _gives_an_account(before, ontology) or _is_of_an_account(before[0].sent[0], ontology, depth + 1)


def _before(first: Token) -> tuple[list[Token], bool]:
    """The words of the sentence before another one, and whether it is of the same paragraph."""
    index, same = first.i - 1, True
    while index >= 0 and first.doc[index].is_space:
        same = same and "\n" not in first.doc[index].text
        index -= 1
    if index < 0:
        return [], same
    return [token for token in first.doc[index].sent if not token.is_space], same


def _tells_a_deed(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether a sentence tells of the past in plain words: no passive, no report, nothing of the case."""
    verb = next((t for t in words if syntax.is_verb(t) and not syntax.is_subordinate(t)), None)
    if verb is None or any(t.is_quote or t.lower_ == "according" for t in words):
        return False
    if syntax.passive(verb) or not (syntax.tense(verb) == "past" or syntax.is_past_perfect(verb)):
        return False
    evoked = evocation(verb, ontology)
    reports = evoked is not None and evoked.action.reports and evoked.action.stance is None
    lists = ontology.words
    return not (reports or verb.lower_ in lists["AfterwardsVerb"] or verb.lower_ in lists["AccusingVerb"])


def _is_about(words: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether the subject of a sentence is a pronoun, or stands in the sentence before."""
    verb = next(t for t in words if syntax.is_verb(t) and not syntax.is_subordinate(t))
    named = {t.lower_ for t in before if t.pos_ in ("PROPN", "NOUN")}
    return any(s.lower_ in _PERSONAL or s.lower_ in named for s in _heads(verb))


def _heads(verb: Token) -> list[Token]:
    own = syntax.own_subjects(verb)
    return [*own, *(t for subject in own for t in subject.subtree if t.pos_ == "PROPN")]


def _continues(words: Sequence[Token]) -> bool:
    """Whether a sentence says that it goes on from another paragraph: "then", "had also"."""
    verb = next(t for t in words if syntax.is_verb(t) and not syntax.is_subordinate(t))
    return syntax.is_past_perfect(verb) or any(t.lower_ in _GOING_ON for t in words)


def _gives_an_account(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether a sentence tells a court something, or gives what it tells to a charge or to who brings it."""
    lists = ontology.words
    told = lists["HearingVerb"] | lists["TellingVerb"]
    court = any(t.lower_ in lists["CourtNoun"] for t in words)
    if court and any(syntax.is_verb(t) and t.lower_ in told for t in words):
        return True
    if any(effect_of(ontology, "adverb", t).hearsay for t in words if t.pos_ == "ADV"):
        return True
    if not any(t.lower_ in lists["AccuserNoun"] for t in words):
        return False
    return any(t.lower_ == "according" or _reports_a_clause(t, ontology) for t in words)


def _reports_a_clause(verb: Token, ontology: Ontology) -> bool:
    if not syntax.is_verb(verb):
        return False
    evoked = evocation(verb, ontology)
    reports = evoked is not None and evoked.action.reports
    return reports and bool(syntax.told_clauses(verb))

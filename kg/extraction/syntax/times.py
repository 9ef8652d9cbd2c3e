"""How a time expression hangs in its sentence, and whether a verb tells of what is past."""

from __future__ import annotations

from collections.abc import Set

from ..tokens import Doc, Token
from .clauses import auxiliaries, clause, own_auxiliaries
from .nouns import name_head, phrase
from .subject_heads import own_subjects
from .words import is_infinitive, is_nominal, is_verb, preposition

_ADVERBIAL = ("obl", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked", "nmod:tmod", "advmod")
_BEFORE_A_NOUN = ("compound", "amod", "nummod", "nmod:poss", "nmod:desc", "det", "flat")
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "been"))
_DEPTH = 6
#: What leads up to something that is to come.
_LEADING_UP = ("ahead", "before", "into", "until", "till", "toward", "towards")


def is_time_of_its_own(name: Token) -> bool:
    """Whether the last word of a name is a time that hangs on a verb: Monday in "told Oxley News Monday"."""
    return name.dep_ in ("obl:unmarked", "obl:tmod") and is_verb(name.head) and name.pos_ == "PROPN"


def head_within(doc: Doc, first: int, last: int) -> Token:
    """The word by which a stretch of words hangs on the rest of its sentence."""
    tops = [t for t in doc[first : last + 1] if not first <= t.head.i <= last or t.head == t]
    fit = [t for t in tops if t.dep_ in _ADVERBIAL]
    return (fit or tops or [doc[last]])[0]


def belongs_to_a_noun(head: Token, last: int, *, day: bool) -> bool:
    """Whether a time only describes a noun after it, or is part of a name: "the Monday meeting".

    A bare day may end a name that stands before its verb: "Sheffield Wednesday won".
    """
    if day and _may_end_a_name(head):
        return True
    if head.dep_ in _BEFORE_A_NOUN and head.head.i > last:
        return True
    before = head.nbor(-1) if head.i > head.sent.start else head
    named = before.pos_ == "PROPN" and before.head == head and before.ent_type_ == head.ent_type_
    return bool(head.ent_type_) and (named or name_head(head) != head)  # "Super Tuesday"


def end_of_time(doc: Doc, last: int) -> int:
    """Where a time ends that the words behind it narrow: "the last days of the tour", "the day after"."""
    if last + 1 >= len(doc) or doc[last + 1].is_sent_start:
        return last
    if doc[last + 1].lower_ == "of":
        above = doc[last + 1].head
        return max(last, phrase(above)[1]) if above.i > last and is_nominal(above) else last
    word = doc[last]
    if word.lower_ not in ("after", "before") or word.head.i <= last or doc[last + 1].is_punct:
        return last
    above = word.head.head if word.head.dep_ == "nsubj" and word.head.head.i > word.head.i else word.head
    if is_verb(above):
        return max(last, clause(above)[1])
    return max(last, phrase(above)[1]) if is_nominal(above) else last


def _is_time_of_what_nears(first: Token, dated: Set[str]) -> bool:
    """Whether a time stands behind what a phrase leads up to, and is its day: "ahead of the vote on Monday".

    Args:
        first: the first word of the time.
        dated: the nouns for what is held on a day.
    """
    if first.i <= first.sent.start or first.lower_ not in ("on", "in", "at", "next", "this"):
        return False
    noun = first.nbor(-1)
    while noun.lower_ not in dated and noun.head.i < noun.i and is_nominal(noun.head):
        noun = noun.head
    return noun.lower_ in dated and preposition(noun) in _LEADING_UP


def noun_above(head: Token) -> Token | None:
    """The noun that a time hangs on by the parse; none where it hangs on a verb."""
    above = head.head
    return above if above != head and is_nominal(above) and not is_verb(above) else None


def verb_above(head: Token) -> Token | None:
    """The verb of the clause in which a time stands; none where a noun or an adjective is its predicate."""
    token = head
    while token.head != token:
        token = token.head
        if is_verb(token):
            return token
        if own_subjects(token) or own_auxiliaries(token):
            return None
    return None


def may_time_the_verb(first: Token, noun: Token | None, preposition: str | None, dated: Set[str]) -> bool:
    """Whether a time may say when the verb's happening is, and not only that of the noun before it.

    Behind a noun for somebody it is the verb's: "told Hale on Monday".

    Args:
        first: the first word of the time.
        noun: the noun that it hangs on.
        preposition: what opens it.
        dated: the nouns for what is held on a day.
    """
    of_verb = noun is None or preposition is None or noun.pos_ in ("PROPN", "PRON")
    return of_verb and not _is_time_of_what_nears(first, dated)


def lies_behind(verb: Token, depth: int = 0) -> bool:
    """Whether a verb's form tells of something past: "met", "has met", "was asked", "managed to meet"."""
    words = [*auxiliaries(verb), verb]
    if any(word.lower_ in _HAVE and word != verb for word in words) or words[0].tag_ == "VBD":
        return True
    if len(words) > 1:
        return False
    if verb.tag_ == "VBN":
        return True
    inherits = is_infinitive(verb) or verb.tag_ in ("VB", "VBG")
    above = verb.head
    return inherits and above != verb and is_verb(above) and depth < _DEPTH and lies_behind(above, depth + 1)


def had_been_open(verb: Token) -> bool:
    """Whether an auxiliary of possibility tells of something past: "may have met"."""
    words = auxiliaries(verb)
    return len(words) > 1 and words[0].tag_ == "MD" and words[1].lower_ in ("have", "'ve", "’ve")


def has_modal(verb: Token) -> bool:
    """Whether a clause has an auxiliary such as "would"."""
    return any(word.tag_ == "MD" for word in auxiliaries(verb))


def _may_end_a_name(head: Token) -> bool:
    """Whether a bare day before its verb may end a name: "Sheffield Wednesday won"."""
    return head.i > head.sent.start and head.nbor(-1).pos_ == "PROPN" and head.head.i > head.i

"""What a verb says of its subject without an object: how it is, or what a preposition leads to."""

from __future__ import annotations

from collections.abc import Set

from ..tokens import Token
from .arguments import objects
from .subject_heads import own_subjects
from .voice import obliques, passive
from .words import is_measure


def opens_with(clause: Token, word: str) -> bool:
    """Whether a conjunction opens a clause: "but Hale refused"."""
    return any(c.dep_ == "cc" and c.lower_ == word for c in clause.lefts)


def only_sets_the_scene(first: Token, comma: int, verb: Token) -> bool:
    """Whether the words up to a comma are a clause of time or the like: "After losing, Hale said"."""
    clause = first.head
    marked = first.dep_ == "mark" and first.pos_ in ("ADP", "SCONJ") and first.lower_ not in ("that", "as")
    opens = marked or (first.tag_ == "WRB" and first.lower_ == "when")
    return opens and clause.dep_ == "advcl" and clause.head == verb and clause.right_edge.i <= comma


def adjective_above(verb: Token) -> str | None:
    """The adjective that an infinitive completes: of "is hard to predict", "hard"; else none."""
    above = verb.head
    to = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.lefts)
    alone = to and not any(c.dep_ in ("nsubj", "obj") for c in verb.children)
    return above.lower_ if alone and above.pos_ == "ADJ" and above.i < verb.i else None


def tells_what(word: Token) -> bool:
    """Whether "what" opens a clause that stands for a thing: "know what she said"."""
    return word.lower_ == "what" and any(c.dep_ == "acl:relcl" for c in word.rights)


def is_second_part(verb: Token) -> bool:
    """Whether a hyphen joins a verb to the word before it: "flip-flopped"."""
    return verb.i > 1 and verb.nbor(-1).text == "-" and not verb.nbor(-1).whitespace_


def _has_gap(verb: Token) -> bool:
    """Whether a relative clause without its pronoun leaves out what is acted on: "what he helped bring"."""
    top = verb
    while top.dep_ in ("xcomp", "ccomp") and top.head.i < top.i:
        top = top.head
    subject = next((c for c in top.lefts if c.dep_ == "nsubj"), None)
    return top.dep_ == "acl:relcl" and subject is not None and subject.lower_ not in ("who", "which", "that")


def says_how_it_is(verb: Token) -> bool:
    """Whether a verb only links somebody to a quality: "turned nasty", "looms largest"."""
    after = [c for c in verb.rights if c.dep_ in ("xcomp", "obj", "ccomp")]
    if len(after) != 1 or passive(verb):
        return False
    quality = after[0]
    return quality.pos_ in ("ADJ", "ADV") and not any(c.dep_ in ("det", "nmod:poss") for c in quality.lefts)


def reached(verb: Token, prepositions: Set[str]) -> list[Token]:
    """What a preposition right after a verb without an object leads to: "cares about the town".

    Beside an adverb too ("cares deeply about it"), but only the first phrase: what follows says where, when
    or how.
    """
    if passive(verb) or objects(verb) or _has_gap(verb):
        return []
    beside = [adverb for adverb in verb.rights if adverb.i == verb.i + 1 and adverb.pos_ == "ADV"]
    for word, noun in [*obliques(verb), *(found for adverb in beside for found in obliques(adverb))]:
        first = noun.left_edge.i
        if first <= verb.i or any(t.pos_ not in ("ADV", "PART", "ADP") for t in verb.doc[verb.i + 1 : first]):
            continue
        if word in ("in", "at") and first > verb.i + 1:
            continue  # "fares better in the polls"
        opening = any(t.lower_ == word for t in verb.doc[verb.i + 1 : noun.i])
        if word in prepositions and opening and not is_measure(noun):
            return [noun]
    return []


def asks_which(verb: Token) -> bool:
    """Whether a clause asks which of several does it: "decide which party runs the town"."""
    own = own_subjects(verb)
    return any(c.dep_ == "det" and c.lower_ in ("which", "what") for noun in own for c in noun.lefts)

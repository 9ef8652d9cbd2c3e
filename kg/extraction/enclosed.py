"""What a reporting word reports, without the words by which somebody else hands it on.

Of "It is wrong to say that Marsh lied, Hale said", "Hale said" is no part of what is wrong to say. Of "Hale
said Marsh lied, but Reed denied it" and "…, though she admitted that …", who denies and admits is told by the
article.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from ..ontology import Ontology
from . import syntax
from .contents import Ranges
from .cue import Cue
from .tokens import Doc, Token

#: What opens a clause that sets something against the telling above it.
_AGAINST = frozenset(("though", "although", "while", "whilst", "whereas"))
#: What joins a second telling to a first.
_JOINING = ("but", "yet", "while", "and")
_BREAKS = frozenset((",", "–", "—", "―", "--", "(", ")"))


def part_enclosed(doc: Doc, cues: list[Cue], ontology: Ontology) -> list[Cue]:
    """Cues without the words of others that enclose them, or go on beside them.

    Args:
        doc: the Doc of the cues.
        cues: in reading order.
        ontology: the nouns for claims, of which the article says more: "…, a claim Hale denies".
    """
    cues = [_before_claim(doc, cue, ontology) for cue in cues]
    verbs = [c for c in cues if c.verb and (c.content or (c.action is not None and c.action.reports))]
    places = [cue.index for cue in verbs]
    return [_part(doc, cue, verbs, places) for cue in cues]


def _part(doc: Doc, cue: Cue, verbs: list[Cue], places: list[int]) -> Cue:
    """A cue without what other verbs tell in its content; those of single nouns and adverbs stay."""
    content = cue.content
    if not content or not (cue.verb or cue.words[0] < cue.words[1]):
        return cue
    first, last = bisect_right(places, cue.index), bisect_right(places, content[-1][1])
    for other in verbs[first:last]:
        if not _holds(content, other.index):
            continue
        quoted = any(t.is_quote for t in doc[cue.index : other.index])
        if cue.verb and not quoted and _holds(other.content, cue.index):
            content = _without(doc, content, other)
        elif _is_set_against(doc, cue, other):
            content = _before(doc, content, _of_own(doc[other.index]).left_edge.i)
    return cue if content == cue.content or not content else replace(cue, content=content)


def _before_claim(doc: Doc, cue: Cue, ontology: Ontology) -> Cue:
    """A cue without what the article adds about the claim: "said Marsh lied, a charge he was cleared of"."""
    disputed = ontology.words["DisputedNoun"] | ontology.words["AnsweredNoun"]
    for first, last in cue.content:
        for noun in doc[first + 2 : last]:
            if noun.lower_ not in disputed or noun.i < cue.index or not _adds_about(noun):
                continue
            start = noun.left_edge.i if noun.left_edge.text != "," else noun.left_edge.i + 1
            if doc[start - 1].text in _BREAKS and doc[start].lower_ in ("a", "an") and start - 1 > first:
                return replace(cue, content=_before(doc, cue.content, start))
    return cue


def _adds_about(noun: Token) -> bool:
    """Whether a clause says what became of a claim: "a charge of which he was cleared"."""
    return any(syntax.is_relative_clause(clause) for clause in noun.rights)


def _holds(content: Ranges, index: int) -> bool:
    return any(first <= index <= last for first, last in content)


def _without(doc: Doc, content: Ranges, other: Cue) -> Ranges:
    """A content without the clause of a cue in it, from the break before that to the break behind it."""
    first = min(other.words[0], other.words[0] if other.source is None else other.source)
    opened = next((i for i in range(first - 1, doc[first].sent.start, -1) if doc[i].text in _BREAKS), None)
    if opened is None:
        return content
    before = _before(doc, content, opened)
    last = max(other.words[1], other.words[1] if other.source is None else other.source)
    after = [first for first, _ in other.content if first > last]
    return before if not after else before + tuple((max(f, after[0]), n) for f, n in content if n > after[0])


def _before(doc: Doc, content: Ranges, index: int) -> Ranges:
    """The part of a content that ends before a token and the break in front of it."""
    while doc[index - 1].text in (*_BREAKS, ";"):
        index -= 1
    return tuple((first, min(last, index - 1)) for first, last in content if first < index)


def _of_own(verb: Token) -> Token:
    """The verb with a subject that a verb goes on from."""
    while syntax.is_coordinated(verb) and not syntax.own_subjects(verb) and syntax.is_verb(verb.head):
        verb = verb.head
    return verb


def _is_set_against(doc: Doc, cue: Cue, other: Cue) -> bool:
    """Whether a cue is set beside what another one tells: "said Marsh lied, but Reed denied it".

    A break parts them, the later has a subject of its own, and both have the same tense; no "that" goes on
    with what is told.
    """
    verb, above = doc[other.index], doc[cue.index]
    own = _of_own(verb)
    edge = own.left_edge.i
    if own is not verb and ";" in (doc[edge - 1].text, doc[edge].text) and edge > above.i:
        return True  # "said Marsh lied; he has been charged and denies it"
    subjects = [s for s in syntax.own_subjects(verb) if s.i < verb.i]
    first = verb.left_edge.i
    if not subjects or first <= above.i + 1 or verb.head.i >= first:
        return False
    mark = doc[first].text if doc[first].is_punct else doc[first - 1].text
    if mark == ";":
        return True
    if mark != "," or syntax.tense(verb) is None:
        return False
    if not _AGAINST.isdisjoint(syntax.markers(verb)):
        return True
    joined = syntax.is_coordinated(verb) and any(syntax.opens_with(verb, word) for word in _JOINING)
    if not cue.verb:  # "According to Reed, Marsh lied, but Hale denied it"
        return syntax.opens_with(verb, "but") and not syntax.markers(verb)
    return joined and not syntax.markers(verb) and syntax.tense(verb) == syntax.tense(above)

"""Clauses whose subject a parse takes for an object of the clause before: "sued Marsh and Reed fled"."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb
from .hanging import Words, hang, has, has_tense, opening, subject, take_place

_JOINTS = ("and", "but", "while")
_UNDER = ("conj", "ccomp", "parataxis", "advcl")
#: Verbs whose passive keeps an object: "considered a must", "given a seat".
_KEEPING = frozenset(
    (
        *(
            "consider",
            "call",
            "name",
            "give",
            "offer",
            "deny",
            "award",
            "deem",
            "dub",
            "make",
            "elect",
            "appoint",
        ),
        *(
            "find",
            "label",
            "term",
            "grant",
            "send",
            "show",
            "teach",
            "tell",
            "ask",
            "pay",
            "promise",
            "leave",
        ),
        *("lend", "sell", "owe", "judge", "declare", "refuse", "hand", "allow", "think", "believe"),
    )
)


def part_clauses(words: Words, _: Ontology) -> bool:
    """Give a verb with a tense and without a subject the last conjunct right before it.

    Nothing but a subject stands there: an object of the verb before would need a comma or a joint behind it.
    """
    return any([_part(verb) for verb in words if is_verb(verb)])


def _part(verb: Token) -> bool:
    if not has_tense(verb) or subject(verb) is not None or has(verb, "cc", "mark", "obl:agent", "expl"):
        return False
    noun = _conjunct_ending(verb, opening(verb) - 1)
    above = None if noun is None else _governor(noun)
    if noun is None or above is None or not _is_clause(above) or above.i >= noun.i:
        return False
    if _opens_a_clause(verb.doc[above.i + 1 : noun.i]) or not _must_act(verb, noun):
        return False
    joint = noun.left_edge
    if verb.head is above and verb.dep_ in _UNDER:
        hang(verb, above, "conj")
    elif above.head is verb and above.dep_ in _UNDER and not has(above, "mark"):
        take_place(above, verb)
        hang(verb, above, "conj")
    else:
        return False
    hang(joint, verb, "cc")
    hang(noun, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")
    return True


def _opens_a_clause(between: Sequence[Token]) -> bool:
    """Whether a word between two verbs begins a clause, whose subject the nouns may then be."""
    return any(t.tag_ in ("WRB", "WP", "WDT", "WP$") or t.pos_ == "SCONJ" for t in between)


def _must_act(verb: Token, noun: Token) -> bool:
    """Whether a verb in the past is no participle of the noun before it: "the data considered a must"."""
    if verb.tag_ != "VBD" or (opening(verb) < verb.i and verb.doc[opening(verb)].tag_ == "VBD"):
        return True
    named = noun.pos_ == "PROPN" or noun.tag_ == "PRP"
    acts = has(verb, "obj") and verb.lemma_ not in _KEEPING
    return acts or (named and opening(verb) == verb.i)


def _conjunct_ending(verb: Token, last: int) -> Token | None:
    """The conjunct that ends right before a verb, with its "and"."""
    if last <= verb.sent.start:
        return None
    end = verb.doc[last]
    for noun in (end, *end.ancestors):
        if is_verb(noun) or noun.right_edge.i != last:
            return None
        if noun.dep_ == "conj":
            fits = is_nominal(noun) and noun.left_edge.dep_ == "cc" and noun.left_edge.head is noun
            return noun if fits and noun.left_edge.lower_ in _JOINTS else None
    return None


def _governor(noun: Token) -> Token | None:
    """The verb whose object or adjunct a conjunct is taken for."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ not in ("obj", "iobj", "obl", "obl:agent", "nmod"):
        return None
    return next((token for token in noun.ancestors if is_verb(token)), None)


def _is_clause(verb: Token) -> bool:
    """Whether a verb heads a clause of its own that another can be joined to."""
    joined = verb.dep_ == "conj" and is_verb(verb.head) and has_tense(verb)
    own = subject(verb) is not None and has_tense(verb)
    return (own or joined) and verb.dep_ not in ("acl", "acl:relcl", "csubj")

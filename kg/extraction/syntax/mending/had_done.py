"""What somebody has others do or has done: neither "has to" nor their own deed: "had Marsh killed"."""

from __future__ import annotations

from collections.abc import Set

from ....ontology import Ontology
from ...tokens import Token
from ..words import PASSIVE, SUBJECT, is_finite, is_infinitive, is_verb, preposition
from .hanging import APART, Words, hang, has, has_tense, subject, take_place

#: How those to whom something is done may hang on it.
_WHOM = ("obj", "iobj", "obl:unmarked", *SUBJECT, *PASSIVE)
#: What a participle that stands for itself has not.
_OWN = ("aux", "aux:pass", "obj", "iobj", "xcomp", "ccomp")


def part_had(words: Words, ontology: Ontology) -> bool:
    """Leave open what somebody has done, and make those to whom it is done its subject: "had Marsh killed".

    A verb with a tense behind it goes on from "had": "had Marsh arrested and fled".
    """
    done_to = ontology.words["DoneToVerb"]
    changed = [_free_from_done(verb, done_to) for verb in words if verb.tag_ == "VBN"]
    had = [verb for verb in words if verb.lemma_ == "have" and verb.dep_ != APART]
    return any([*changed, *[_part(verb, done_to) for verb in had]])


def _free_from_done(verb: Token, done_to: Set[str]) -> bool:
    """Part "had" from the participle that stands behind who it is done to: "had himself elected"."""
    had = next((c for c in verb.lefts if c.dep_ == "aux" and c.lemma_ == "have" and is_finite(c)), None)
    whom = next(
        (c for c in verb.lefts if c.dep_ in _WHOM and had is not None and c.left_edge.i > had.i), None
    )
    if had is None or whom is None or whom.tag_ in ("WP", "WDT") or preposition(whom) is not None:
        return False
    acts = any(c.dep_ in SUBJECT and c.i < had.i for c in (*had.lefts, *verb.lefts))
    reflexive = whom.lower_.endswith(("self", "selves"))
    if not (reflexive or whom.dep_ in ("obj", "iobj") or (whom.dep_ in (*SUBJECT, *PASSIVE) and acts)):
        return False
    take_place(had, verb)
    had.pos_ = "VERB"
    for child in verb.lefts:
        if child.i < had.i:
            hang(child, had, child.dep_.removesuffix(":pass"))
    hang(verb, had, APART)
    hang(whom, verb, "nsubj:pass")
    _part_later(had, verb, done_to)
    return True


def _part(verb: Token, done_to: Set[str]) -> bool:
    whom = next((c for c in verb.rights if c.dep_ in ("obj", "iobj")), None)
    done = _done_by(verb) if whom is None else _done_to(verb, whom)
    whom = subject(done) if whom is None and done is not None else whom
    if whom is None or done is None:
        return False
    if not is_verb(verb) or done.head is not verb:
        if not _free(verb, done):
            return False
    elif is_finite(verb) and subject(verb) is None and verb.dep_ != "conj":
        return False
    hang(done, verb, APART)
    hang(whom, done, "nsubj" if done.tag_ == "VB" else "nsubj:pass")
    _part_later(verb, done, done_to)
    return True


def _part_later(verb: Token, done: Token, done_to: Set[str]) -> None:
    """Tell what somebody does next from what they have done: "had Marsh arrested and his paper closed"."""
    for later in (*done.rights, *verb.rights):
        if later.dep_ != "conj" or not is_verb(later):
            continue
        own = subject(later)
        if later.head is done and own is None and (has_tense(later) and done.tag_ != "VBD"):
            hang(later, verb, "conj")
        elif own is not None and done.tag_ == "VBN" and _may_be_done(later, done, done_to):
            hang(later, verb, APART)
            hang(own, later, "nsubj:pass")


def _may_be_done(verb: Token, done: Token, done_to: Set[str]) -> bool:
    """Whether a form in -ed may be a participle too: "had Marsh arrested and his paper closed"."""
    if verb.tag_ not in ("VBN", "VBD") or has(verb, *_OWN):
        return False
    return verb.head is done or (has(verb, "cc") and verb.lower_ in done_to)


def _done_to(verb: Token, whom: Token) -> Token | None:
    """The verb right behind those to whom something is done, under "had" or beside it."""
    beside = verb.head.children if verb.dep_ in ("aux", "ccomp") else []
    near = [c for c in (*verb.rights, *beside) if c.dep_ in ("xcomp", "ccomp") and is_verb(c)]
    done = next((c for c in near if c.i > whom.i and c is not verb), None)
    if done is None or is_infinitive(done) or subject(done) is not None:
        return None
    if done.head is not verb and done.left_edge.i != whom.right_edge.i + 1:
        return None
    return done if done.tag_ in ("VBN", "VB", "VBD") else None


def _done_by(verb: Token) -> Token | None:
    """A participle under "had" to which a parse gives a subject of the active: "had her rival killed"."""
    clauses = (c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and is_verb(c) and c.tag_ == "VBN")
    return next((c for c in clauses if subject(c) is not None and not has(c, *_OWN)), None)


def _free(verb: Token, done: Token) -> bool:
    """Make a verb of "had" where a parse takes it for an auxiliary: "had Marsh arrested, Hale said"."""
    above = verb.head
    ahead = [*verb.lefts, *(c for c in above.lefts if c.i < verb.i)]
    first = next((c for c in ahead if c.dep_ in (*SUBJECT, *PASSIVE)), None)
    other = any(c.dep_ in (*SUBJECT, *PASSIVE) and c.i > done.i for c in above.children)
    if not is_finite(verb) or first is None or not other or above.i < done.i:
        return False
    hang(first, verb, "nsubj")
    hang(verb, above, "ccomp")
    verb.pos_ = "VERB"
    return True

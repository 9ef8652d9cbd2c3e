"""Objects of verbs that need one, where a parse takes them for a subject or for part of another phrase."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb, preposition
from .hanging import Words, hang, has
from .reporting import reports

#: Prepositions that also open a clause: "after a coup toppled the council".
_OPENING = frozenset(("after", "before", "since", "until", "till", "as"))
_SUBJECTS = ("nsubj", "nsubj:pass")
#: What a parse takes a noun phrase behind a measure for.
_MISTAKEN = ("appos", "acl:relcl")


def find_objects(words: Words, ontology: Ontology) -> bool:
    """Give verbs the object that stands after them."""
    needing = ontology.words["DoneToVerb"]
    return any(
        [
            _is_done_before(verb) or (verb.lower_ in needing and _follows(verb, ontology))
            for verb in words
            if verb.tag_ in ("VBD", "VBN") and is_verb(verb)
        ]
    )


def _is_done_before(verb: Token) -> bool:
    """Make what follows a measure with "by" the object: "cut by one hour the curfew", "… the curfew imposed".

    A noun phrase with an article and without a comma before it says nothing more of a measure. So a past
    tense that a parse takes for a passive is none.
    """
    by = next((c for c in verb.rights if c.dep_ in ("obl", "obl:agent") and preposition(c) == "by"), None)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)
    if by is None or not has(by, "nummod") or by.left_edge.i != verb.i + 1 or has(verb, "aux:pass"):
        return False
    if has(verb, "aux") and not perfect:
        return False
    thing = next((c for c in by.rights if c.dep_ in _MISTAKEN and c.left_edge.i == by.i + 1), None)
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    if thing is None or subject is None or not has(thing, "det", "nmod:poss"):
        return False
    hang(by, verb, "obl")
    hang(thing, verb, "obj")
    hang(subject, verb, "nsubj")
    verb.tag_ = verb.tag_ if perfect else "VBD"
    return True


def _follows(verb: Token, ontology: Ontology) -> bool:
    """Make a subject after its verb the object, and the noun before the verb its subject.

    Only of verbs of saying may the subject follow: "Hale warned", "warned Hale".
    """
    if verb.tag_ != "VBD" or has(verb, "obj", "aux", "aux:pass", "obl:agent"):
        return False
    after = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if len(after) != 1 or after[0].left_edge.i != verb.i + 1:
        return False
    doer = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if doer is verb or not is_nominal(doer) or doer.pos_ in ("ADJ", "DET") or verb in doer.ancestors:
        return False
    if reports(verb, ontology):
        return False
    opening = next((c for c in doer.lefts if c.dep_ == "case"), None)
    if opening is None or opening.lower_ not in _OPENING or opening is not doer.left_edge:
        return False
    hang(after[0], verb, "obj")
    hang(opening, verb, "mark")
    if doer.head is doer:
        hang(verb, verb, "ROOT")
    else:
        hang(verb, doer.head, "advcl")
    hang(doer, verb, "nsubj")
    return True

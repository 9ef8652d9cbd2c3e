"""What goes on from an infinitive, or in one: "hoped to meet Marsh but never came", "went on to win"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_verb
from .hanging import Words, hang, has, has_tense, is_negation, subject


def lift_tenses(words: Words, ontology: Ontology) -> bool:
    """Hang a verb with a tense on the clause above the infinitive: no past tense goes on from "to meet".

    And what somebody is reported to be on that report, as if "to be" stood there: "was reported killed".
    """
    changed = [_lift(verb) for verb in words if verb.dep_ == "conj"]
    bare = [verb for verb in words if verb.tag_ == "VB"]
    changed += [_take_object(verb) for verb in bare]
    changed += [_give_up_object(verb) for verb in bare if verb.dep_ == "xcomp"]
    changed += [_take_subject(word) for word in words if word.dep_ == "aux"]
    changed += [_take_denial(word) for word in words[1:] if word.dep_ == "advmod" and is_negation(word)]
    return any(
        [*changed, *[_go_on(verb) or _report(verb, ontology) for verb in words if verb.dep_ == "advcl"]]
    )


def _take_object(verb: Token) -> bool:
    """Make what stands right behind an infinitive its object: it has no subject there, "to meet Marsh"."""
    to = verb.i > verb.sent.start and verb.nbor(-1).lower_ == "to" and verb.nbor(-1).head is verb
    behind = next((c for c in verb.rights if c.dep_ == "nsubj"), None)
    if not to or behind is None or behind.left_edge.i != verb.i + 1 or has(verb, "obj", "iobj", "ccomp"):
        return False
    hang(behind, verb, "obj")
    return True


def _take_subject(auxiliary: Token) -> bool:
    """Give the subject that a parse hangs on an auxiliary to its verb: "Hale has yet to pay"."""
    own = subject(auxiliary)
    if own is None or has(auxiliary, "obj", "iobj") or own.i > auxiliary.i or subject(auxiliary.head):
        return False
    hang(own, auxiliary.head, own.dep_)
    return True


def _give_up_object(verb: Token) -> bool:
    """Give who stands before "to" to the verb above, as asked to do it: "asked police to act"."""
    above, to = verb.head, next((c for c in verb.lefts if c.lower_ == "to" and c.dep_ == "mark"), None)
    asked = next((c for c in verb.lefts if c.dep_ in ("obj", "iobj") and c.i > above.i), None)
    if to is None or asked is None or asked.i > to.i or has(above, "obj", "iobj") or not is_verb(above):
        return False
    hang(asked, above, "iobj")
    return True


def _take_denial(negation: Token) -> bool:
    """Give a denial right before "to" to the infinitive, not to the verb before: "promised never to pay"."""
    above, to = negation.head, negation.nbor() if negation.i + 1 < negation.sent.end else negation
    infinitive = to.head
    if to.lower_ != "to" or to.dep_ != "mark" or infinitive.head is not above or above.i > negation.i:
        return False
    if infinitive.dep_ not in ("xcomp", "advcl", "ccomp") or infinitive.tag_ != "VB":
        return False
    hang(negation, infinitive, "advmod")
    return True


def _go_on(verb: Token) -> bool:
    """Make what somebody went on to do the complement of that, and no purpose: "went on to win"."""
    above = verb.head
    behind = verb.doc[above.i + 1 : above.i + 3]
    if above.lemma_ != "go" or [t.lower_ for t in behind] != ["on", "to"] or behind[1].head is not verb:
        return False
    hang(verb, above, "xcomp")
    return True


def _report(verb: Token, ontology: Ontology) -> bool:
    """Make a participle right behind a passive of hearsay its complement: "was reported killed in a raid"."""
    above = verb.head
    if verb.tag_ != "VBN" or verb.left_edge.i != above.i + 1 or not has(above, "aux:pass"):
        return False
    effect = ontology.operators.get(("verb", above.lemma_))
    if effect is None or not effect.hearsay:
        return False
    hang(verb, above, "xcomp")
    return True


def _lift(verb: Token) -> bool:
    """Hang a verb with a tense on the clause above the infinitive that a parse lets it go on from."""
    above = verb.head
    joined = [c for c in verb.lefts if c.dep_ == "cc"]
    to = any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in above.lefts)
    if above.tag_ != "VB" or not (to and joined and is_verb(verb)):
        return False
    if not has_tense(verb) or verb.tag_ == "VBP":
        return False
    top = above
    while top.dep_ in ("xcomp", "advcl", "ccomp", "acl", "conj") and not (top is not above and _told(top)):
        top = top.head
    if top is above or not _told(top):
        return False
    hang(verb, top, "conj")
    return True


def _told(token: Token) -> bool:
    """Whether a word heads a clause with a tense."""
    return is_finite(token) or (has(token, "cop", "aux", "aux:pass") and has_tense(token))

"""The mood of a clause: whether its verb tells or asks for what it says."""

from __future__ import annotations

from ..tokens import Token
from .clauses import markers, own_auxiliaries
from .predicates import tense
from .words import ANY_SUBJECT, is_infinitive


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause says what shall be, in the bare form: "that the road be closed", "she resign"."""
    own = own_auxiliaries(verb)
    if any(aux.tag_ == "MD" or aux.lower_ in ("do", "does", "did") for aux in own):
        return False
    bare = own[0] if own else verb
    if bare.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.lower_ in ("he", "she", "it") for c in verb.lefts):
        return True
    if "that" not in markers(verb):
        return False
    # "that the force apologise": one does not "apologise", unless a collective takes the plural.
    one = bare.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in verb.lefts)
    return (bare.tag_ == "VB" or one) and not is_infinitive(verb)


def is_made_up(noun: Token) -> bool:
    """Whether a noun is any that would have done something: "a court that jailed her would have erred"."""
    above = noun.head
    if noun.dep_ not in ANY_SUBJECT or not any(c.lower_ in ("a", "an") for c in noun.lefts):
        return False
    own = [a.lower_ for a in own_auxiliaries(above)]
    return own[:1] in (["would"], ["could"], ["might"]) and "have" in own


def is_yet_to_come(verb: Token) -> bool:
    """Whether a clause with a tense tells of what is still to be, or of any time: "it is time Hale paid"."""
    return _is_overdue(verb) or (verb.dep_ != "ROOT" and _is_timed_ahead(verb))


def _is_overdue(verb: Token) -> bool:
    """Whether a past tense or a bare form says what should be done: "it is time the council acted"."""
    first = verb.left_edge.i
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, first - 5) : first + 1]]
    if "time" not in before or tense(verb) in ("present", "perfect"):
        return False
    at = before.index("time")
    right_before = set(before[at + 1 : -1]) <= {"that"}
    return right_before and at > 0 and "it" in before[:at] and before[at - 1] in _OVERDUE


#: What stands before "time" where something should be done: "it's high time".
_OVERDUE = frozenset(("about", "be", "high", "is", "now", "past", "was", "'s", "’s"))


def _is_timed_ahead(verb: Token) -> bool:
    """Whether the present tense of a clause tells of a time to come, or of any: "as soon as Hale pays"."""
    if tense(verb) != "present":
        return False
    first = verb.left_edge.i
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, first - 4) : first + 1]]
    if "as" in before[-2:] and any(word in ("soon", "long", "often") for word in before):
        return True
    above = verb.head
    told = verb.dep_ == "acl:relcl" and above.i < verb.i and above.lower_ in _MOMENTS
    return told and "that" not in before and "which" not in before


#: What says when, before a clause.
_MOMENTS = frozenset(("day", "instant", "minute", "moment", "second", "time", "week", "year"))

"""Who is named only to be ruled out: "not by Hale but by Reed", "all but Hale", "Reed rather than Hale"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb
from .hanging import APART, Words, hang, has, is_negation, subject, take_place

_EVERYBODY = frozenset(("all", "everyone", "everybody", "everything", "anyone", "anybody", "anything"))
_EVERY = frozenset(("all", "every", "each", "any"))
_NOBODY = frozenset(("nobody", "none", "nothing"))
_LIMITS = frozenset(("only", "just", "merely", "simply", "solely", "so", "necessarily"))


def rule_out(words: Words, _: Ontology) -> bool:
    """Part a noun from what it is only set against, and give its place to what is meant instead."""
    changed = [_rule_out(noun) for noun in words if noun.dep_ in ("conj", "appos") and is_nominal(noun)]
    return any([*changed, *[_leave_out(word) for word in words[2:] if word.lower_ == "but"]])


def _leave_out(but: Token) -> bool:
    """Part who is left out from the verb that a parse gives them: "opposed by all but two members"."""
    every = but.nbor(-1)
    noun = but.head
    if every.lower_ not in _EVERYBODY or noun is every or noun.i < but.i or noun.head is every:
        return False
    while noun.head.i > but.i and noun.dep_ in ("nummod", "det", "amod", "compound"):
        noun = noun.head
    if noun.head is not every.head or noun.dep_ not in ("obl:agent", "obl", "nsubj", "obj", "nsubj:pass"):
        return False
    take_place(every, noun)
    hang(noun, every, APART)
    return True


def _rule_out(noun: Token) -> bool:
    first, joint = noun.head, _joint(noun)
    if joint is None and _is_pointed_out(first) and any(map(is_negation, noun.lefts)):
        return _give_back(noun, first)
    if noun.dep_ != "conj" or joint is None or first.i > noun.i or not (_names(first) and _names(noun)):
        return False
    if joint == "rather than":
        hang(noun, first, APART)
        return True
    own = next((c for c in first.lefts if is_negation(c)), None)
    negation = own or _negation_above(first)
    if first.lower_ in _EVERYBODY or any(c.lower_ in _EVERY and c.dep_ == "det" for c in first.lefts):
        hang(noun, first, APART)
        return True
    nobody = first.lower_ in _NOBODY or any(c.lower_ == "no" and c.dep_ == "det" for c in first.lefts)
    if not nobody and (negation is None or negation.nbor().lower_ in _LIMITS):
        return False
    take_place(noun, first)
    hang(first, noun, APART)
    if negation is not None:
        hang(negation, first, negation.dep_)
    return True


def _names(noun: Token) -> bool:
    """Whether a noun takes part in a clause, and is not what a clause says of its subject."""
    predicated = has(noun, "cop") or subject(noun) is not None
    return noun.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") and not predicated


def _is_pointed_out(noun: Token) -> bool:
    """Whether "it is" points a noun out: "It was Hale who sued"."""
    return has(noun, "cop") and any(c.lower_ == "it" and c.i < noun.i for c in noun.children)


def _give_back(noun: Token, first: Token) -> bool:
    """Give the clause after an excluded noun to whom it is about: "It was Hale, not Reed, who sued"."""
    end = noun.right_edge.i
    beside = [c for c in first.rights if c.dep_ == "advcl:relcl" and end < c.left_edge.i <= end + 2]
    clauses = [child for child in noun.rights if child.dep_ == "acl:relcl"] or beside
    for clause in clauses:
        hang(clause, first, "acl:relcl")
    return bool(clauses)


def _joint(noun: Token) -> str | None:
    """ "but" or "rather than" before a conjunct; none where it is joined in another way."""
    opening = noun.left_edge
    if opening.i > noun.sent.start and opening.nbor(-1).lower_ == "but":
        return "but"  # a parse may hang it on the verb
    for word in noun.lefts:
        if word.lower_ == "but" and word.dep_ in ("cc", "case"):
            return "but"
        if word.lower_ == "rather" and any(c.lower_ == "than" for c in (*word.children, *noun.lefts)):
            return "rather than"
    return None


def _negation_above(noun: Token) -> Token | None:
    """The negation of the verb whose object or doer a noun is: "was not sacked by Hale but by Reed"."""
    verb = noun.head
    if noun.dep_ not in ("obj", "obl:agent", "obl") or not is_verb(verb) or verb.i > noun.i:
        return None
    return next(
        (c for c in verb.lefts if c.dep_ == "advmod" and is_negation(c) and c.lower_ != "never"), None
    )

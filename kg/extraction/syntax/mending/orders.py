"""Who orders what others do, and what "let alone" goes on with, hung where a parse cannot hang them."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_nominal, is_verb, kind_of, preposition
from .hanging import APART, Words, hang, has

_BEHIND = ("parataxis", "conj", "advcl", "ccomp", "xcomp", "acl", "dep")


def give_orders(words: Words, _: Ontology) -> bool:
    """Give "by" behind an infinitive with an object to the passive above: "was told to burn it by Hale".

    No active verb has a doer behind "by".
    """
    changed = [_give(noun) for noun in words if noun.dep_ in ("obl", "obl:agent", "nmod")]
    return any([*changed, *[_join(let) for let in words[1:-2] if let.lower_ == "let"]])


def _give(noun: Token) -> bool:
    verb = noun.head
    above = verb.head
    if preposition(noun) != "by" or not is_nominal(noun) or not is_verb(verb) or not is_verb(above):
        return False
    told = verb.dep_ == "xcomp" and is_infinitive(verb) and has(above, "aux:pass", "nsubj:pass")
    taken = any(c.dep_ == "obj" and verb.i < c.i < noun.i for c in verb.rights) and not has(verb, "aux:pass")
    somebody = noun.ent_type_ in ("PERSON", "ORG") or kind_of(noun) == "person"
    if not (told and taken and somebody) or has(above, "obl:agent"):
        return False
    hang(noun, above, "obl:agent")
    return True


def _join(let: Token) -> bool:
    """Let "let alone" go on from the verb before it: "failed to meet them, let alone to pay them"."""
    alone, above = let.nbor(), let.head
    if alone.lower_ != "alone":
        return False
    if let.dep_ == "cc" and is_verb(above) and above.dep_ in _BEHIND and above.head.i < let.i:
        denied = _infinitive_before(let, above.head)
        if denied is None and above.dep_ == "xcomp":
            return False
        hang(above, denied or above.head, "conj")
        return True
    if not is_verb(let) or let.dep_ not in _BEHIND:
        return False
    behind = let.doc[let.i + 2 : min(let.i + 5, let.sent.end)]
    verb = next((t for t in behind if is_verb(t) and t.head in (let, above)), None)
    if verb is None or not is_verb(above) or above.i > let.i:
        return False
    hang(verb, _infinitive_before(let, above) or above, "conj")
    hang(let, verb, APART)
    let.pos_ = "CCONJ"
    return True


def _infinitive_before(let: Token, above: Token) -> Token | None:
    """The infinitive that "let alone" goes on from: "failed to pay, let alone to apologise"."""
    return next((c for c in above.rights if c.dep_ == "xcomp" and c.i < let.i and is_infinitive(c)), None)

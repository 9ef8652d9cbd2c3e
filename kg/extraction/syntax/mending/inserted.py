"""Who says so between two commas, where a parse makes it say when or which: "the fee, Hale said, is high"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..nouns import name_head
from ..words import is_finite, is_verb
from .hanging import Words, hang, has, has_tense, subject
from .reporting import reports

_LOST = ("advcl", "acl:relcl", "acl", "ccomp", "dep")


def free_inserted(words: Words, ontology: Ontology) -> bool:
    """Set a verb of saying that stands with its subject alone between commas beside the clause around it."""
    lost = [verb for verb in words[2:-1] if is_verb(verb) and verb.dep_ in _LOST and is_finite(verb)]
    return any([_turn(verb, ontology) or _free(verb, ontology) for verb in lost])


def _turn(verb: Token, ontology: Ontology) -> bool:
    """Give a verb of saying the name right behind it, up to a comma: "The pier, said Hale, was sold"."""
    name = name_head(verb.nbor())
    if verb.nbor(-1).text != "," or verb.lemma_ not in ontology.words["UtteringVerb"]:
        return False
    named = name.ent_type_ == "PERSON" or verb.nbor().tag_ in ("PRP", "NNP")
    main = next((t for t in verb.ancestors if t.i > verb.i and has_tense(t)), None)
    if not named or main is None or name.left_edge.i != verb.i + 1 or name.head not in (verb, main):
        return False
    behind = name.right_edge if name.right_edge.text == "," else name.right_edge.nbor()
    if behind.text != "," or behind.i >= main.i or has(verb, "mark", "cc", "ccomp", "xcomp"):
        return False
    hang(name, verb, "nsubj")
    hang(verb, main, "parataxis")
    return True


def _free(verb: Token, ontology: Ontology) -> bool:
    own = subject(verb)
    if own is None or verb.dep_ == "acl" or own.tag_ in ("WP", "WDT"):
        return False
    first, last = min(own.left_edge, verb, key=_place), max(own.right_edge, verb, key=_place)
    alone = all(first.i <= c.i <= last.i or c.is_punct for c in verb.children)
    if not alone or has(verb, "mark", "cc", "obj", "iobj", "ccomp", "xcomp", "aux:pass"):
        return False
    if first.i == verb.sent.start or first.nbor(-1).text != "," or last.nbor().text != ",":
        return False
    above = verb.head
    if not reports(verb, ontology):
        return False
    if verb.dep_ == "acl:relcl":
        while above.head is not above and not is_verb(above):
            above = above.head
    hang(verb, above, "parataxis")
    return True


def _place(token: Token) -> int:
    return token.i

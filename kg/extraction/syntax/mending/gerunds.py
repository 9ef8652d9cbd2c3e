"""Gerunds that tell what somebody does: "no sign of Hale attacking Marsh", "confessed to killing him"."""

from __future__ import annotations

from collections.abc import Set

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb, preposition
from .hanging import APART, Words, hang, has
from .reporting import reports


def hang_gerunds(words: Words, ontology: Ontology) -> bool:
    """Hang a bare gerund right after a person in a phrase with "of" or "about" on that person.

    A parse may hang it on the verb above, whose subject then seems to do it. And what stands right after a
    bare one is its object: of "a letter accusing Marsh of fraud", Marsh.
    """
    confessing, words = ontology.words["ConfessingVerb"], words[2:]
    gerunds = [verb for verb in words if verb.tag_ == "VBG"]
    loose = [verb for verb in gerunds if verb.dep_ == "advcl"]
    said = [verb for verb in gerunds if verb.dep_ == "acl" and _is_of(verb)]
    found = [_take_object(verb) for verb in gerunds]
    found += [_hang(verb) or _confess(verb, confessing) for verb in loose] + [_hang(verb) for verb in said]
    having = [verb for verb in words if verb.tag_ == "VBN" and _is_having(verb)]
    found += [_join(verb) for verb in having if verb.dep_ in ("conj", "ccomp")]
    return any(found + [_lift(verb, ontology) for verb in gerunds if verb.dep_ == "acl"])


def _lift(verb: Token, ontology: Ontology) -> bool:
    """Hang what one says while doing something on that deed: "sued Reed, accusing Marsh of lying".

    A comma parts it from the object before it, which does not speak.
    """
    noun = verb.head
    above = noun.head
    if noun.dep_ not in ("obj", "iobj", "obl") or not is_verb(above) or above.i > noun.i:
        return False
    first = verb.left_edge
    if "," not in (first.text, first.nbor(-1).text) or has(verb, "mark", "nsubj", "aux"):
        return False
    if not reports(verb, ontology):
        return False
    hang(verb, above, "advcl")
    return True


def _is_having(verb: Token) -> bool:
    """Whether a verb stands as "having …"."""
    return verb.tag_ == "VBN" and any(c.lower_ == "having" and c.dep_ == "aux" for c in verb.lefts)


def _join(verb: Token) -> bool:
    """Hang "having …" on the one before it: "denied having met Hale, or having paid her"."""
    above = verb.head
    own = [c for c in above.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i < verb.i]
    first = next((c for c in own if _is_having(c) or c.tag_ == "VBG"), None)
    if first is None or not is_verb(above) or above.tag_ in ("VBG", "VBN"):
        return False
    if verb.dep_ == "ccomp" and "," not in (verb.left_edge.text, verb.left_edge.nbor(-1).text):
        return False
    hang(verb, first, "conj")
    return True


def _is_of(verb: Token) -> bool:
    """Whether a gerund hangs on a noun behind "of" and somebody: "the prospect of Hale winning"."""
    return any(c.dep_ == "nmod" and c.head is verb.head and c.i < verb.i for c in verb.head.rights)


def _confess(verb: Token, confessing: Set[str]) -> bool:
    """Make what somebody confesses to the complement of that: "confessed to killing"."""
    above = verb.head
    marks = [c for c in verb.lefts if c.dep_ in ("mark", "case")]
    if above.lower_ not in confessing or [m.i for m in marks] != [above.i + 1] or marks[0].lower_ != "to":
        return False
    hang(verb, above, "xcomp")
    hang(marks[0], verb, APART)
    return True


def _hang(verb: Token) -> bool:
    if has(verb, "mark", "case", "nsubj", "aux", "cop") or not (is_verb(verb.head) or verb.dep_ == "acl"):
        return False
    if verb.left_edge.is_punct or verb.nbor(-1).text == ",":
        return False  # "her criticism of Hale, adding Marsh to the list": whoever criticised
    last = verb.left_edge.nbor(-1)
    while last.dep_ in ("flat", "compound") and last.head.i < last.i:
        last = last.head
    if last.ent_type_ != "PERSON" and last.pos_ != "PRON":
        return False
    if preposition(last) not in ("of", "about") or last.right_edge.i != verb.left_edge.i - 1:
        return False
    hang(verb, last, "acl")
    return True


def _take_object(verb: Token) -> bool:
    """Make the noun right after a bare gerund its object, which a parse takes for its subject."""
    after = next((c for c in verb.rights if c.dep_ == "nsubj" and c.left_edge.i == verb.i + 1), None)
    if after is None or after.pos_ not in ("PROPN", "NOUN") or has(verb, "obj", "iobj", "aux", "ccomp"):
        return False
    hang(after, verb, "obj")
    return True

"""Verbs to which a parse gives two subjects, of which one must be something else: "Actor Ada Hale admits"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_infinitive, is_nominal, is_verb, preposition
from .hanging import APART, Words, hang, has, has_tense, opening, subject
from .reporting import reports

_SUBJECTS = ("nsubj", "nsubj:pass")
_DASHES = ("--", "—", "–", "-")
_RELATIVE = ("who", "whom", "which", "that")
#: Pronouns that stand as nothing but the subject of the verb after them.
_NOMINATIVE = frozenset(("he", "she", "we", "they", "i"))


def part_two_subjects(words: Words, ontology: Ontology) -> bool:
    """Give the first or the second of two subjects before a verb its own place."""
    changed = [_free_dateline(word) for word in words[:6]]
    changed += [_give_to_complement(word) for word in words if word.tag_ == "PRP" and word.dep_ == "nsubj"]
    for verb in [word for word in words if len(word.lefts) > 1]:
        both = [c for c in verb.lefts if c.dep_ in _SUBJECTS]
        if len(both) == 2 and both[0].head is verb:
            changed.append(_part(verb, both[0], both[1], ontology))
    return any(changed)


def _part(verb: Token, first: Token, second: Token, ontology: Ontology) -> bool:
    if preposition(first) is not None or preposition(second) is not None or has(first, "mark"):
        return False
    if _give_to_report(verb, first):
        return True
    if has(first, "conj") or has(second, "conj"):
        return False
    if second.right_edge.i >= verb.i or first.right_edge.i >= verb.i:
        return False
    if second.left_edge.i == verb.sent.start:
        return False
    mark = second.left_edge.nbor(-1)
    if mark.tag_ == "POS" and first in (mark.head, mark):
        hang(first, second, "nmod:poss")  # "Hale's showing"
        return True
    return (
        _relate(verb, first, second)
        or _complete(verb, first, second)
        or _entitle(verb, first, second)
        or _set_apart(verb, first, second, ontology)
    )


def _free_dateline(place: Token) -> bool:
    """Part the place of a dateline from the sentence behind its dash: "OXLEY -- The board will vote"."""
    if not place.text.isupper() or len(place.text) < 3 or place.dep_ not in (*_SUBJECTS, "obl", "nmod"):
        return False
    if place.head.i < place.i or any(not t.text.isupper() for t in place.doc[place.sent.start : place.i]):
        return False
    dash = place.doc[place.right_edge.i : place.right_edge.i + 2]
    if not any(t.text in _DASHES for t in dash) or place.pos_ != "PROPN":
        return False
    hang(place, place.head, APART)
    return True


def _give_to_complement(pronoun: Token) -> bool:
    """Give a pronoun right behind a verb to the clause right behind it: "the Echo reported it obtained them".

    The verb has its own subject before it, and the clause has none.
    """
    above, after = pronoun.head, pronoun.nbor() if pronoun.i + 1 < pronoun.sent.end else pronoun
    clause = next((c for c in above.rights if c.dep_ == "ccomp" and opening(c) == after.i), None)
    first = subject(above)
    if clause is None or subject(clause) is not None or pronoun.i != above.i + 1 or first is None:
        return False
    if first.i > above.i or not has_tense(clause):
        return False
    hang(pronoun, clause, "nsubj:pass" if has(clause, "aux:pass") else "nsubj")
    return True


def _give_to_report(verb: Token, first: Token) -> bool:
    """Give a verb of saying the subject right before it, which a parse gives to what is said.

    "The Oxley Trust announced she was not coming": a subject does not stand before the verb above its own.
    """
    above = next((t for t in verb.ancestors if first.i < t.i < verb.i), None)
    if above is None or not is_verb(above) or not is_finite(above) or subject(above) is not None:
        return False
    if first.right_edge.i >= above.i:
        return False
    for child in verb.lefts:
        if child.i < above.i:
            hang(child, above, child.dep_)
    hang(first, above, "nsubj:pass" if has(above, "aux:pass") else "nsubj")
    return True


def _relate(verb: Token, first: Token, second: Token) -> bool:
    """Make a relative pronoun before another subject the object: "Marsh, who she blasted"."""
    beside = second.left_edge.i == first.i + 1 and first.lower_ in _RELATIVE
    if not beside or verb.dep_ != "acl:relcl" or has(verb, "obj", "ccomp", "xcomp", "aux:pass"):
        return False
    hang(first, verb, "obj")
    return True


def _complete(verb: Token, first: Token, second: Token) -> bool:
    """Make a noun right behind a verb within the subject its object: "those who bought hats would vote"."""
    before = second.left_edge.nbor(-1)
    if not is_verb(before) or second.left_edge.is_punct or not first.is_ancestor(before):
        return False
    bare = before.tag_ == "VBG" or is_infinitive(before)
    if not bare and before.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if has(before, "obj", "iobj", "ccomp", "xcomp", "obl", "aux:pass", "compound:prt"):
        return False
    if not bare and subject(before) is None and before.dep_ != "conj":
        return False
    hang(second, before, "obj")
    return True


def _entitle(verb: Token, first: Token, second: Token) -> bool:
    """Join a title and the name right behind it, or the words of one name: "Actor Ada Hale admits"."""
    if first.right_edge.i + 1 != second.left_edge.i or first.right_edge.is_punct or second.left_edge.is_punct:
        return False
    if second.lower_ in _NOMINATIVE or not (is_nominal(first) and is_nominal(second)):
        return False
    bare = not has(first, "det", "nmod:poss", "acl:relcl", "acl")
    if first.pos_ == "PROPN" and second.left_edge.lower_ == "the" and second.pos_ == "NOUN":
        hang(second, first, "appos")  # "Hale the optimist"
    elif first.pos_ == "NOUN" and second.ent_type_ == "PERSON" and second.left_edge is second:
        if not bare and (verb.dep_ == "acl:relcl" or not has(verb, "obj", "ccomp", "xcomp")):
            return False  # "the pride Hale feels"
        hang(second, first, "appos")
    elif bare and second.pos_ in ("NOUN", "PROPN") and second.left_edge.pos_ in ("NOUN", "PROPN"):
        hang(first, second, "compound")
    else:
        return False
    return True


def _set_apart(verb: Token, first: Token, second: Token, ontology: Ontology) -> bool:
    """Tell who is named again, or says so, behind a comma: "The trustee, Ada Hale, left"."""
    doc = verb.doc
    start = next((t for t in doc[second.left_edge.i : second.i] if not t.is_punct), second)
    before = start.nbor(-1)
    if not (before.text == "," or before.is_quote):
        return False
    after = doc[second.right_edge.i + 1]
    if second.right_edge.i + 1 == opening(verb):
        if reports(verb, ontology) and not has(verb, "ccomp", "obj"):
            hang(first, verb, "ccomp")
        elif second.lower_ in _NOMINATIVE and first.left_edge.lower_ in ("a", "an"):
            hang(first, verb, APART)  # "A trustee for years, she left"
        else:
            return False
        return True
    if after.text != "," or before.text != "," or not is_nominal(second):
        return False
    if has(second, "nmod:poss") and second.left_edge.tag_ == "PRP$":
        hang(second, verb, APART)  # "Hale, her future open, left"
    elif first is doc[before.i - 1] or first.is_ancestor(doc[before.i - 1]):
        hang(second, first, "appos")
    else:
        return False
    return True

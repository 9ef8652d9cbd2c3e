"""Infinitives and what stands before them: "the claims tend to fall flat", "showed trustees that it fell"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..nouns import name_head
from ..words import is_finite, is_infinitive, is_nominal, is_verb, preposition
from .hanging import Words, hang, has, opening, subject

_FORMS = ("VB", "VBG", "VBP", "VBZ", "VBD")


def hang_infinitives(words: Words, ontology: Ontology) -> bool:
    """Hang infinitives on the verb right before "to", and hearers and doers on the verbs of theirs."""
    changed = []
    for verb in words:
        if not is_verb(verb):
            continue
        if verb.dep_ == "conj" and is_infinitive(verb):
            changed.append(_complete(verb))
        elif verb.dep_ in ("amod", "compound") and verb.tag_ == "VBG":
            changed.append(_part_gerund(verb))
        elif verb.dep_ in ("xcomp", "advcl") and is_infinitive(verb):
            changed.append(_complete_adjective(verb, ontology) or _aim(verb, ontology))
        changed.append(_tell(verb, ontology))
        changed.append(_act_before(verb))
    return any(changed)


def _complete(verb: Token) -> bool:
    """Make an infinitive the complement of the verb right before "to": nothing joins it to another there."""
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.dep_ == "mark"), None)
    above = to.nbor(-1) if to is not None and to.i > verb.sent.start else None
    if above is None or above is verb.head or not is_verb(above) or not is_finite(above):
        return False
    if has(verb, "cc") or has(above, "xcomp", "ccomp", "obj") or subject(above) is None:
        return False
    hang(verb, above, "xcomp")
    return True


def _complete_adjective(verb: Token, ontology: Ontology) -> bool:
    """Hang an infinitive on the adjective right before "to" that it completes: "is thought likely to win"."""
    above, to = verb.head, next((c for c in verb.lefts if c.lower_ == "to" and c.dep_ == "mark"), None)
    adjective = to.nbor(-1) if to is not None and to.i > verb.sent.start else None
    if adjective is None or adjective.head is not above or adjective.dep_ != "xcomp" or not is_verb(above):
        return False
    if ("adjective", adjective.lower_) not in ontology.operators:
        return False
    hang(verb, adjective, "xcomp")
    return True


def _aim(verb: Token, ontology: Ontology) -> bool:
    """Hang an infinitive on the noun whose aim it is: "resigned over a plot by Marsh to rob the bank"."""
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.dep_ == "mark"), None)
    who = name_head(to.nbor(-1)) if to is not None and to.i > verb.sent.start + 1 else None
    if who is None or preposition(who) != "by" or who.left_edge.i == verb.sent.start:
        return False
    noun = name_head(who.left_edge.nbor(-1))
    if (
        noun.dep_ not in ("obj", "obl", "nsubj")
        or noun.head is not verb.head
        or who.head not in (noun, noun.head)
    ):
        return False
    if noun.lemma_ not in ontology.words["AimNoun"]:
        return False
    hang(who, noun, "nmod")
    hang(verb, noun, "acl")
    return True


def _part_gerund(verb: Token) -> bool:
    """Make a gerund behind its preposition a clause with an object: "paid it without raising taxes"."""
    noun, above = verb.head, verb.head.head
    led = any(c.dep_ in ("mark", "case") and c.i == verb.i - 1 for c in (*verb.lefts, *noun.lefts))
    second = (
        noun.dep_ == "obj" and is_verb(above) and any(c.dep_ == "obj" and c.i < verb.i for c in above.rights)
    )
    if not led or not second or noun.i < verb.i or noun.left_edge.i < verb.i - 1:
        return False
    hang(verb, above, "advcl")
    hang(noun, verb, "obj")
    for child in noun.lefts:
        if child.i < verb.i:
            hang(child, verb, "mark")
    return True


def _tell(verb: Token, ontology: Ontology) -> bool:
    """Make whoever stands before a clause with "that" the hearer: "showed trustees that it fell"."""
    if not has(verb, "acl", "ccomp"):
        return False
    lost = next((c for c in verb.rights if c.dep_ == "acl" and c.left_edge.lower_ == "that"), None)
    if lost is not None and lost.left_edge.dep_ == "mark" and not has(verb, "obj", "ccomp"):
        hang(lost, verb, "ccomp")  # no verb has a clause like that but for what it tells
        return True
    told = next((c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"), None)
    whom = [c for c in verb.rights if c.dep_ in ("obj", "iobj")]
    if told is None or len(whom) != 1 or whom[0].dep_ == "iobj" or told.left_edge.dep_ != "mark":
        return False
    beside = whom[0].left_edge.i == verb.i + 1 and whom[0].right_edge.i + 1 == told.left_edge.i
    plural = (
        "Plur" in whom[0].morph.get("Number", []) or whom[0].ent_type_ == "PERSON" or whom[0].tag_ == "PRP"
    )
    ways = ontology.evoked_by(verb.lower_, verb.lemma_)
    hears = any(w.action.role("iobj") == "addressee" and w.action.role("obj") == "theme" for w in ways)
    if not (beside and plural and hears) or whom[0].lower_ in ("it", "that", "this"):
        return False
    hang(whom[0], verb, "iobj")
    return True


def _act_before(verb: Token) -> bool:
    """Make what stands right before a verb without a subject its subject, and not its object.

    "The poll shows Hale leads": no object but "what", "whom" and the like stands before its verb.
    """
    if verb.tag_ not in _FORMS or not has(verb, "obj"):
        return False
    before = next((c for c in verb.lefts if c.dep_ == "obj"), None)
    if before is None or subject(verb) is not None or not is_nominal(before):
        return False
    words = before.doc[before.left_edge.i : before.i + 1]
    if any(t.tag_ in ("WP", "WDT", "WRB", "WP$") or t.lower_ == "that" for t in words):
        return False
    if has(verb, "csubj", "expl") or before.right_edge.i + 1 != opening(verb) or preposition(before):
        return False
    first = before.left_edge
    disagree = "Plur" in before.morph.get("Number", []) and verb.tag_ == "VBZ"
    if first.tag_ == "VBG" and first.dep_ == "amod" and disagree:
        hang(first, verb, "csubj")  # "trading prisoners encourages others"
        hang(before, first, "obj")
        return True
    above = first.nbor(-1) if first.i > verb.sent.start else None
    gerund = above is not None and above.tag_ == "VBG" and is_verb(above) and not has(above, "obj", "nsubj")
    if gerund and above is not None and verb.tag_ in ("VBZ", "VBD"):
        hang(before, above, "obj")
        return True
    if verb.tag_ == "VB" and above is not None and is_verb(above) and not has(above, "obj"):
        hang(before, above, "obj")
        hang(verb, above, "xcomp")  # "helped candidates find voters"
        return True
    if verb.tag_ == "VBG" and not (above is not None and is_verb(above)):
        return False
    hang(before, verb, "nsubj")
    return True

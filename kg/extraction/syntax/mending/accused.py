"""Those who are accused of doing something, or kept from it: the object of the verb above.

No subject of a clause stands before the preposition that opens it: of "accused Marsh of lying" a parse may
make Marsh the one of whom "lying" is said.
"""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb, kind_of, preposition
from .hanging import Words, hang, has

_OPENING = frozenset(("of", "for", "from", "with"))


def hang_accused(words: Words, ontology: Ontology) -> bool:
    """Make a subject before "of", "for", "from" or "with" and a gerund the object of the verb before it.

    And part from that object what it is accused of: no "drivers" are meant by "leaders of bullying drivers".
    And take no court for whoever is charged in it: "appeared in court charged with fraud".
    """
    listed = ontology.words["AccusingVerb"]
    charged = [
        _is_in_court(verb, ontology)
        for verb in words
        if verb.tag_ in ("VBN", "VBD") and verb.lower_ in listed
    ]
    gerunds = [verb for verb in words if verb.tag_ == "VBG"]
    loose = [_is_accused(verb) for verb in gerunds if verb.dep_ in ("xcomp", "advcl", "ccomp")]
    loose += [_is_accused_by(verb, ontology) for verb in gerunds if verb.dep_ in ("advcl", "xcomp", "acl")]
    nouns = [noun for noun in words if noun.dep_ == "nmod" and noun.head.dep_ == "obl:agent"]
    loose += [_is_accused_of(noun, ontology) for noun in nouns]
    return any(charged + loose + [_is_of_leaders(verb, ontology) for verb in gerunds if verb.dep_ == "amod"])


def _is_accused_by(gerund: Token, ontology: Ontology) -> bool:
    """Hang on the verb who accuses, whom a parse hangs on the gerund: "was accused of lying by three aides".

    Nobody does by another what an active gerund tells.
    """
    above = gerund.head
    if not is_verb(above) or above.lower_ not in _blaming(ontology) or not has(above, "aux:pass"):
        return False
    by = next((c for c in gerund.rights if c.dep_ == "obl" and preposition(c) == "by"), None)
    behind = by is not None and all(c.dep_ in ("obj", "obl", "punct") for c in gerund.rights if c.i <= by.i)
    if by is None or not behind or has(above, "obl:agent") or has(gerund, "aux:pass"):
        return False
    if by.pos_ not in ("NOUN", "PROPN", "PRON") or (kind_of(by) == "thing" and not by.ent_type_):
        return False
    if kind_of(by) is None and by.pos_ == "NOUN":
        return False  # "of winning by two votes"
    hang(by, above, "obl:agent")
    return True


def _is_accused_of(noun: Token, ontology: Ontology) -> bool:
    """Hang on the verb of what they accuse somebody: "was accused by three aides of bullying"."""
    above = noun.head.head
    if preposition(noun) != "of" or not is_verb(above) or above.lower_ not in _blaming(ontology):
        return False
    deed = noun.lower_.endswith("ing") or noun.lower_ in ontology.words["OffenceNoun"]
    if not deed or any(c.dep_ in ("obl", "advcl") and preposition(c) == "of" for c in above.rights):
        return False
    hang(noun, above, "obl")
    return True


def _blaming(ontology: Ontology) -> frozenset[str]:
    return ontology.words["AccusingVerb"]


def _is_in_court(verb: Token, ontology: Ontology) -> bool:
    """Hang a charge behind a court on the verb above, whose subject it is brought against."""
    before = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb.dep_ == "advcl" else None
    tried = next((c for c in verb.head.rights if c.dep_ == "obj"), None) if verb.dep_ == "xcomp" else None
    court = before or tried or verb.head
    above = verb.head if court is not verb.head else court.head
    if court.lower_ not in ontology.words["CourtNoun"] or verb.dep_ not in ("acl", "advcl", "xcomp"):
        return False
    if verb.tag_ == "VBD" and (before is None or has(verb, "obj", "iobj", "ccomp", "xcomp")):
        return False
    if (
        before is not None
    ):  # no clause with "before" is a bare participle: "stood before judges accused of it"
        opening = next((c for c in verb.lefts if c.dep_ == "mark" and c.i < before.i), None)
        if opening is None or has(verb, "aux", "aux:pass", "cop") or not is_verb(above):
            return False
        hang(before, above, "obl")
        hang(opening, before, "case")
        verb.tag_ = "VBN"
        return True
    stood = court.dep_ == "obj" and court.lower_ == "trial"
    if verb.dep_ == "advcl":
        return False
    if above.i > court.i or court.i + 4 < verb.i or verb.left_edge.is_punct:
        return False
    if not (stood or preposition(court)):
        return False  # "defended the court accused of bias"
    if is_verb(above):
        hang(verb, above, "advcl")
    elif has(court, "cop"):
        verb.dep_ = "advcl"  # "was in court charged with fraud"
    elif has(above, "cop"):
        hang(verb, above, "advcl")  # "is due in court charged with fraud"
    else:
        return False
    return True


def _is_of_leaders(gerund: Token, ontology: Ontology) -> bool:
    """Hang on the verb what one is accused of, which hangs on them: "leaders of bullying drivers"."""
    done_to = gerund.head
    accused = done_to.head
    above = accused.head
    first = gerund.left_edge
    if done_to.dep_ != "nmod" or accused.dep_ != "obj" or not is_verb(above) or above.i > accused.i:
        return False
    if first is not gerund or gerund.nbor(-1).lower_ != "of" or accused.i > gerund.i:
        return False
    if not any(way.action.role("of") == "topic" for way in ontology.evoked_by(above.lower_, above.lemma_)):
        return False
    if any(c.dep_ in ("obl", "advcl") and preposition(c) == "of" for c in above.rights):
        return False
    hang(done_to, above, "obl")
    return True


def _is_accused(gerund: Token) -> bool:
    opening = next((c for c in gerund.lefts if c.dep_ in ("mark", "case") and c.lower_ in _OPENING), None)
    whom = next((c for c in gerund.lefts if c.dep_ == "nsubj"), None)
    above = gerund.head
    if opening is None or whom is None or not whom.i < opening.i:
        return False
    if not is_verb(above) or above.i + 1 != whom.left_edge.i or has(above, "obj", "aux:pass"):
        return False
    hang(whom, above, "obj")
    return True

"""Infinitives that a parse hangs on a noun, and which say what that noun is made to do: "got Hale to pay"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_verb
from .hanging import Words, hang


def hang_caused(words: Words, ontology: Ontology) -> bool:
    """Hang what somebody is got to do on the verb that gets them to."""
    causing = ontology.words["CausativeVerb"]
    return any([_hang_caused(verb) for verb in words if is_verb(verb) and _is_caused(verb, causing)])


def _is_caused(verb: Token, causing: frozenset[str]) -> bool:
    done_by = verb.head
    if verb.dep_ != "acl" or not is_infinitive(verb) or done_by.dep_ != "obj" or verb.i < done_by.i:
        return False
    somebody = done_by.ent_type_ in ("PERSON", "ORG") or done_by.pos_ == "PRON"
    somebody = somebody or done_by.lower_ in ("people", "voters", "men", "women", "children")
    return somebody and is_verb(done_by.head) and done_by.head.lower_ in causing


def _hang_caused(verb: Token) -> bool:
    hang(verb, verb.head.head, "xcomp")
    return True

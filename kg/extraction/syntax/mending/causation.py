"""Infinitives that a parse hangs on a noun, though they say what it is made to do: "got Hale to pay"."""

from __future__ import annotations

from ....model import Modality
from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_verb, kind_of
from .hanging import Words, hang


def hang_caused(words: Words, ontology: Ontology) -> bool:
    """Hang what somebody is got to do on the verb that gets them to."""
    return any([_hang_caused(verb) for verb in words if verb.dep_ == "acl" and _is_caused(verb, ontology)])


def _is_caused(verb: Token, ontology: Ontology) -> bool:
    done_by = verb.head
    if verb.dep_ != "acl" or not is_infinitive(verb) or done_by.dep_ != "obj" or verb.i < done_by.i:
        return False
    somebody = done_by.ent_type_ in ("PERSON", "ORG") or done_by.pos_ == "PRON"
    somebody = somebody or done_by.lower_ in ("people", "voters", "men", "women", "children")
    causing = done_by.head
    if not is_verb(causing) or not is_verb(verb):
        return False
    if causing.lower_ in ontology.words["CausativeVerb"]:
        return somebody
    return (
        (somebody or kind_of(done_by) == "person")
        and verb.left_edge.i == done_by.i + 1
        and _asks(causing, ontology)
    )


def _asks(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb asks somebody to do something: "ordered the envoy to leave"."""
    ways = [way for way in ontology.evoked_by(verb.lower_, verb.lemma_) if not way.rest]
    return bool(ways) and ways[0].action.content_modality is Modality.OBLIGED


def _hang_caused(verb: Token) -> bool:
    hang(verb, verb.head.head, "xcomp")
    return True

"""Main verbs that a parse takes for an adjective: "Hale's failure to sack Marsh angered MPs"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_infinitive, is_nominal, is_verb
from .hanging import Words, before, hang, has


def free_main_verb(words: Words, _: Ontology) -> bool:
    """Make a form in -ed the main verb where the sentence has none, and a name right before it.

    What stands between a name and another noun phrase, and looks like a past tense, describes neither.
    """
    root = next((token for token in words if token.head is token), words[0])
    if (
        root.pos_ != "NOUN"
        or has(root, "cop")
        or words[-1].text != "."
        or any(map(is_finite, _others(words)))
    ):
        return False
    verb = next((token for token in words[root.i - words[0].i + 1 :] if _may_tell(token)), None)
    name = None if verb is None else before(words, verb)
    if verb is None or name is None or name.pos_ not in ("PROPN", "NOUN"):
        return False
    thing = verb.head
    purpose = next((t for t in thing.ancestors if is_verb(t)), None)
    if purpose is None or purpose.head is not root or not is_infinitive(purpose) or purpose.i >= name.i:
        return False
    object_ = name
    while purpose.i < object_.head.i < verb.i:
        object_ = object_.head
    hang(verb, verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBD"
    hang(object_, purpose, "obj")
    hang(thing, verb, "obj")
    hang(root, verb, "nsubj")
    for token in words:
        if token.i > verb.i and token.head is root:
            hang(token, verb, token.dep_)
        elif token.i > verb.i > token.head.i and token.head is not verb:
            hang(token, thing, token.dep_)
    return True


def _others(words: Words) -> list[Token]:
    return [token for token in words if not _may_tell(token)]


def _may_tell(token: Token) -> bool:
    """Whether an attribute in -ed has nothing before it that a noun phrase could begin with."""
    form = token.dep_ == "amod" and token.tag_ in ("VBD", "VBN", "JJ") and token.lower_.endswith("ed")
    return form and token.head.i > token.i and is_nominal(token.head) and not token.lefts

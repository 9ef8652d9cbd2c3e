"""Main verbs that a parse takes for an adjective or a subject: "Hale's failure to sack Marsh angered MPs"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_infinitive, is_nominal, is_verb
from .hanging import Words, before, hang, has, has_tense, subject
from .reporting import reports


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


def free_teller(words: Words, ontology: Ontology) -> bool:
    """Make a verb of saying before a colon and a quote the main verb: "Hale later posted: “I am sorry”".

    A sentence that is a name with a participle would have nothing for the colon to open.
    """
    root = next((token for token in words if token.head is token), words[0])
    verb = next((c for c in root.rights if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    if root.pos_ != "PROPN" or verb is None or has(root, "cop") or has(verb, "aux", "aux:pass", "obl:agent"):
        return False
    signs = [token for token in words if token.i > verb.i and (token.text == ":" or token.is_quote)]
    tells = reports(verb, ontology)
    if not tells or len(signs) < 2 or signs[0].text != ":" or signs[1].i != signs[0].i + 1:
        return False
    if any(map(is_finite, words[: signs[0].i - words[0].i])) and verb.tag_ != "VBD":
        return False
    hang(verb, verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBD"
    hang(root, verb, "nsubj")
    for token in words:
        if token.i > verb.i and token.head is root:
            hang(token, verb, token.dep_)
    return True


def hang_report(words: Words, _: Ontology) -> bool:
    """Hang a main verb on the verb that a parse makes its subject: of "the suit says Hale lied", "lied".

    No verb with a tense and a subject is itself a subject without a word that says so.
    """
    changed = False
    for verb in words:
        told = verb.head
        if verb.dep_ != "nsubj" or not is_verb(verb) or not is_verb(told) or not is_finite(verb):
            continue
        own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        object_ = next((c for c in verb.rights if c.dep_ in ("obj", "iobj")), None)
        marked = has(verb, "mark", "cop", "aux") or (own is not None and own.tag_ in ("WP", "WDT"))
        if own is None or object_ is None or marked or not has_tense(told):
            continue
        if object_.right_edge.i >= told.i or verb.right_edge.i != object_.right_edge.i:
            continue
        hang(verb, verb if told.head is told else told.head, told.dep_)
        hang(told, verb, "ccomp")
        hang(object_, told, "nsubj")
        changed = True
    return changed


def complete_passives(words: Words, _: Ontology) -> bool:
    """Make a that-clause after a passive that has its subject what is told: "the jury was told that …"."""
    changed = False
    for clause in words:
        verb = clause.head
        told = clause.dep_ in ("csubj", "csubj:pass") and verb.i < clause.i and is_verb(verb)
        if told and has(clause, "mark") and any(c.dep_ in ("nsubj:pass", "expl") for c in verb.lefts):
            own = subject(verb)
            if not has(verb, "expl") and (own is None or own.lower_ == "it"):
                continue
            hang(clause, verb, "ccomp")
            changed = True
    return changed


def _others(words: Words) -> list[Token]:
    return [token for token in words if not _may_tell(token)]


def _may_tell(token: Token) -> bool:
    """Whether an attribute in -ed has nothing before it that a noun phrase could begin with."""
    form = token.dep_ == "amod" and token.tag_ in ("VBD", "VBN", "JJ") and token.lower_.endswith("ed")
    return form and token.head.i > token.i and is_nominal(token.head) and not token.lefts

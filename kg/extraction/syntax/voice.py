"""Whether a verb is passive, who then does it, and the prepositional phrases of a verb."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token
from .nouns import conjuncts
from .words import PASSIVE, SUBJECT, in_prepositional_phrase, is_nominal, is_verb, preposition

_BY = ("by", None)
#: Pronouns that are subjects of verbs with a tense and nothing else.
_NOMINATIVE = frozenset(("i", "he", "she", "we", "they"))


@remembered
def passive(verb: Token) -> bool:
    """Whether a verb is in the passive voice, reduced participles included; "have sworn" never is."""
    kinds = {child.dep_ for child in verb.children}
    participle = verb.tag_ == "VBN"
    perfect = [c for c in verb.lefts if c.dep_ in ("aux", "aux:pass")] if participle else []
    if perfect and perfect[-1].lower_ in ("have", "has", "had", "'ve", "’ve"):
        return False
    if not kinds.isdisjoint(("aux:pass", *PASSIVE)):
        return not _gives(verb)
    if "obl:agent" in kinds and any(agent.dep_ == "obl:agent" for agent in doers_of_passive(verb)):
        return True
    if not kinds.isdisjoint(SUBJECT):
        return _by(verb) != []
    if verb.dep_ == "conj":
        if participle and not is_verb(verb.head) and kinds.isdisjoint(("aux", "obj", "ccomp", "xcomp")):
            return any(c.dep_ == "cop" for c in verb.head.lefts)  # "is old and closed"
        gerund = any(c.tag_ == "VBG" and c.dep_ == "xcomp" and c.i == verb.i + 1 for c in verb.rights)
        return is_verb(verb.head) and participle and not gerund and passive(verb.head)
    if verb.dep_ == "ccomp" and participle and verb.i == verb.sent.start and verb.i < verb.head.i:
        return "obj" not in kinds  # "Asked whether it fell, Hale said …"
    reduced = verb.dep_ in ("acl", "advcl", "xcomp", "amod")
    if verb.dep_ == "xcomp" and participle and verb.head.lemma_ in ("find", "feel", "leave"):
        return kinds.isdisjoint(("aux", "obj"))  # "found themselves sued by"
    return (reduced and "Pass" in verb.morph.get("Voice", ())) or (
        verb.dep_ in ("acl", "advcl") and participle and kinds.isdisjoint(("aux", "obj"))
    )


def has_place_holder(verb: Token) -> bool:
    """Whether "it" only holds the place of the subject: "it was claimed that Hale lied"."""
    return any(c.lower_ == "it" and c.dep_ in ("expl", *PASSIVE) for c in verb.lefts)


def _gives(verb: Token) -> bool:
    """Whether a parse takes "'s given" for a passive, though somebody and something stand after it."""
    kinds = {child.dep_ for child in verb.rights}
    return "aux:pass" not in {child.dep_ for child in verb.children} and {"iobj", "obj"} <= kinds


@remembered
def doers_of_passive(verb: Token) -> list[Token]:
    """Who does it by the words of a passive; a number after "by" is a measure."""
    if _is_active(verb):
        return []
    by = [
        c
        for c in verb.children
        if c.dep_ in ("obl:agent", "obl") and c.pos_ != "NUM" and is_nominal(c) and preposition(c) in _BY
    ]
    found = [c for c in by if c.dep_ == "obl:agent"]
    return found or [c for c in by if preposition(c) == "by"] or _by(verb)


def _is_active(verb: Token) -> bool:
    """Whether a past tense has "he", "she" or "they" for its subject, as no participle can: "she left by"."""
    bare = verb.tag_ == "VBD" and not any(child.dep_ in ("aux", "aux:pass") for child in verb.lefts)
    return bare and any(c.dep_ in SUBJECT and c.lower_ in _NOMINATIVE for c in verb.lefts)


def _by(verb: Token) -> list[Token]:
    """Whom "by" leads to though a parse takes them for the subject: "since the council led by Hale sat"."""
    if verb.tag_ not in ("VBD", "VBN") or any(child.dep_ == "aux" for child in verb.lefts):
        return []
    return [c for c in verb.rights if c.dep_ in SUBJECT and preposition(c) == "by"]


@remembered
def obliques(verb: Token) -> list[tuple[str, Token]]:
    """The prepositional phrases of a verb: preposition (lower case) and head noun, coordination spelt out."""
    found: list[tuple[str, Token]] = []
    for child in verb.children:
        oblique = child.dep_ in ("obl", "nmod", "obl:agent") and is_nominal(child)
        oblique = oblique and not any(
            c.dep_ == "cop" for c in child.lefts
        )  # "and has been in league with her"
        if oblique or (child.dep_ == "obj" and in_prepositional_phrase(child)):
            word = preposition(child) or _particle_before(child, verb)
            if word and not (word == "by" and passive(verb)):
                found += ((word, noun) for noun in conjuncts(child))
    return found


def _particle_before(noun: Token, verb: Token) -> str | None:
    """The preposition of a phrase that a parse takes for a particle of its verb: "called on her to go"."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > verb.i else noun
    return before.lower_ if before.dep_ == "compound:prt" and before.head == verb else None


def governed(verb: Token, word: str) -> list[Token]:
    """The nouns after the preposition that ends an expression: of "dropped out of the race", the race.

    The particle of "was forced out of the race" leads to nothing.
    """
    plain = [noun for found, noun in obliques(verb) if found == word and not _is_of(noun)]
    plain = [noun for noun in plain if noun.i > verb.i] or plain  # "in a vote it resulted in the sale"
    last = (c for c in verb.rights if c.dep_ in ("obl", "nmod") and is_nominal(c) and _last_case(c) == word)
    last = (c for c in last if word == "of" or not _is_of(c))
    return plain or [noun for child in last for noun in conjuncts(child)]


def _last_case(noun: Token) -> str | None:
    words = [child.lower_ for child in noun.lefts if child.dep_ == "case"]
    return words[-1] if words else None


def _is_of(noun: Token) -> bool:
    """Whether two prepositions stand before a noun, of which "of" is the last: "out of the race"."""
    words = [child for child in noun.lefts if child.dep_ == "case"]
    return bool(words) and words[-1].right_edge.lower_ == "of" and words[0].lower_ != "of"

"""Relative clauses: their pronoun, the noun that they are about, and of whom that noun is said."""

from __future__ import annotations

from ..tokens import Token
from .antecedents import agreeing, is_said_in_relative
from .nouns import is_excluded, name_head, top_of_phrase
from .subject_heads import own_subjects
from .words import ANY_SUBJECT, SUBJECT, is_nominal, is_predicate, kind_of


def is_relative(pronoun: Token) -> bool:
    """Whether a word is a relative pronoun."""
    pointing = "Dem" in pronoun.morph.get("PronType", [])
    return pronoun.lower_ in ("who", "which", "that", "whom") and not pointing


def relative_subject(verb: Token) -> Token | None:
    """The relative pronoun that stands as the subject of a verb: "who said"."""
    relative = verb.dep_ in ("acl:relcl", "advcl:relcl") or is_said_in_relative(verb)
    return next((c for c in verb.lefts if relative and c.dep_ in SUBJECT and is_relative(c)), None)


def relative_antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause is about; none where two fit ("audit of schools that …")."""
    verb = verb.head if is_said_in_relative(verb) else verb
    noun = verb.head
    if verb.dep_ == "advcl:relcl":
        return _before_who(verb)
    person = _before_who(verb) if noun.pos_ == "NOUN" else None
    if person is not None and person.ent_type_ == "PERSON":
        return person  # "the strong showing by Hale, who won": a parse may take the showing
    nearer = _fitting_antecedent(verb) if verb.dep_ == "acl:relcl" else None
    if nearer is not None:
        return nearer
    return agreeing(verb, noun) if verb.dep_ == "acl:relcl" else None


def _fitting_antecedent(verb: Token) -> Token | None:
    """The noun right before "who" or "which" where only that one can be meant, and not what the parse has.

    "Which" is no person, and "who" is nothing that the text calls a thing: "a reporter at the Echo, which …".
    """
    own = [c for c in verb.lefts if c.dep_ in ANY_SUBJECT and c.lower_ in ("who", "which")]
    if not own or own[0].i < verb.sent.start + 2:
        return None
    before = own[0].nbor(-2) if own[0].nbor(-1).text == "," else own[0].nbor(-1)
    nearest = name_head(before)
    if nearest == verb.head or not is_nominal(nearest) or not verb.head.is_ancestor(nearest):
        return None
    wrong, right = ("thing", "person") if own[0].lower_ == "who" else ("person", "thing")
    return nearest if kind_of(verb.head) == wrong and kind_of(nearest) == right else None


def _before_who(verb: Token) -> Token | None:
    """The noun right before "who", where a parse hangs its clause on the verb: "Ms Hale, who left, is …"."""
    who = next((c for c in verb.children if c.lower_ == "who" and c.dep_ in ANY_SUBJECT), None)
    if who is None or who.i == verb.sent.start:
        return None
    before = who.nbor(-1)
    if before.is_punct and before.i > verb.sent.start:
        before = before.nbor(-1)
    if is_excluded(name_head(before)):
        before = verb.head  # "It was Hale, not Marsh, who sued"
    return top_of_phrase(before) if is_nominal(before) else None


def said_of(noun: Token) -> Token:
    """Of whom several predicates are said, of which one opens a relative clause; else the noun itself.

    "Hale is a liar, a bully and a thief who has robbed us": Hale has.
    """
    first = noun
    while first.dep_ in ("conj", "appos") and first.head.pos_ in ("NOUN", "ADJ") and first.head.i < first.i:
        first = first.head
    several = first is not noun or any(c.dep_ == "conj" and c.pos_ == "NOUN" for c in first.rights)
    if not several or not is_predicate(first):
        return noun
    own = own_subjects(first)
    named = own and (own[-1].pos_ == "PROPN" or own[-1].lower_ in ("he", "she", "i", "you"))
    return own[-1] if named else noun

"""Who is told of as the first, or the only one, to do something: "was the first woman to lead the bank"."""

from __future__ import annotations

from ..tokens import Token
from .nouns import conjuncts
from .subject_heads import own_subjects
from .words import is_infinitive, is_verb, kind_of

#: Words by which a noun stands for one among those who do something.
_SINGLING = frozenset(("first", "second", "third", "last", "latest", "only", "sole", "youngest", "oldest"))


def singled_out(verb: Token) -> list[Token]:
    """Who did what an infinitive says before others, or alone: "Hale became the only woman to lead it".

    Of "is the last man to sue" nobody is told: it may say that he never would.
    """
    noun = verb.head
    words = [c for c in noun.lefts if c.lower_ in _SINGLING]
    if verb.dep_ != "acl" or not is_infinitive(verb) or verb.i < noun.i or not words:
        return []
    if noun.lower_ != "one" and kind_of(noun) != "person":
        return []
    clause = noun.head if noun.dep_ == "xcomp" and is_verb(noun.head) else noun
    if clause is not noun and clause.lemma_ not in ("become", "remain"):
        return []
    past = clause.tag_ == "VBD" or any(c.dep_ == "cop" and c.tag_ == "VBD" for c in clause.lefts)
    if noun.dep_ == "appos":
        between = noun.doc[noun.head.i + 1 : noun.left_edge.i]  # "talks with Hale on Monday, the first …"
        own, past = [noun.head] if all(t.is_punct or t.dep_ == "flat" for t in between) else [], False
    else:
        own = own_subjects(clause)
    if any(word.lower_ == "last" for word in words) and not past:
        return []
    return [] if not own or own[-1].lower_ in ("it", "there") else conjuncts(own[-1])

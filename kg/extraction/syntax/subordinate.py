"""Whether a clause stands below another: as its complement, its circumstance, or what is said of a noun."""

from __future__ import annotations

from ..tokens import Token
from .clauses import auxiliaries, is_coordinated
from .subject_heads import own_subjects
from .words import is_attributive, is_gerund

_BELOW = ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "csubj")


def is_subordinate(verb: Token) -> bool:
    """Whether a verb's clause, or the one that it goes on from, stands below another clause."""
    above = verb
    while above.dep_ not in _BELOW and above.head is not above and is_coordinated(above):
        above = above.head
    if above.dep_ in _BELOW or is_attributive(verb):
        return True
    return is_gerund(verb) and not auxiliaries(verb)


def before_what_was(infinitive: Token, last: int) -> int:
    """Where what is asked for ends, before what had come about: "urged Hale to go after the bank failed".

    Args:
        infinitive: the verb that says what is asked for.
        last: the last token of its clause.
    """
    last = before_what_is_said_besides(infinitive, last, past=True)
    for child in infinitive.rights:
        after = child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "after" for c in child.lefts)
        past = "Past" in (auxiliaries(child) or [child])[0].morph.get("Tense", ())
        if after and past and own_subjects(child):
            return min(last, child.left_edge.i - 1)
    return last


def before_what_is_said_besides(verb: Token, last: int, *, past: bool) -> int:
    """Where a clause ends, before what the teller adds about its last noun: "…, which a court has banned".

    Args:
        verb: the head of the clause.
        last: its last token.
        past: whether the clause is of what is to come, so that a past is no part of it either. Of what was,
            a past may tell more: "allegedly paid Marsh, who sold the files".
    """
    doc = verb.doc
    for token in doc[verb.i + 1 : last + 1]:
        opening = token.left_edge.i
        if token.dep_ not in ("acl:relcl", "advcl:relcl") or opening <= verb.i or token.right_edge.i < last:
            continue
        comma = doc[opening].text == "," or doc[opening - 1].text == ","
        link = doc[opening + (doc[opening].text == ",")]
        was = past and "Past" in [*auxiliaries(token), token][0].morph.get("Tense", ())
        has_been = any(word.lower_ in ("has", "have") for word in auxiliaries(token)[:1])
        if comma and link.tag_ in ("WP", "WDT", "WP$") and (was or has_been):
            return opening - (doc[opening].text != ",") - 1
    return last

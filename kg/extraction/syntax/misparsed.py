"""Clauses and subjects that a parse hangs on other words than their verb, read off the order of words."""

from __future__ import annotations

from ..tokens import Token
from .arguments import complements, indirect_objects, objects
from .nouns import phrase, top_of_phrase
from .subject_heads import own_subjects
from .voice import passive
from .words import governor, is_finite, is_subject, is_verb

#: How many words may stand between a verb and the "that" of its clause: "said in a letter to the board that".
_REACH = 12
_AUXILIARY = ("MD", "VBZ", "VBP")
_PAST = frozenset(("was", "were", "had", "did"))


def lost_clause(verb: Token) -> tuple[int, int] | None:
    """The words after a verb that must be its clause, as (first, last) tokens; none where none must."""
    return _after_that(verb) or _taken_for_an_object(verb)


def _after_that(verb: Token) -> tuple[int, int] | None:
    """The rest of a sentence after "that": "says in a statement that Hale's plan has failed"."""
    end = verb.sent.end
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, end)]:
        if token.lower_ == "that" and token.pos_ == "SCONJ":
            if token.nbor(-1).dep_ == "cc" and any(c.lower_ == "that" for c in verb.lefts):
                return None  # "that he apologise and that she pay"
            return (token.i, end - 1) if token.i + 1 < end and not _stops(token.nbor()) else None
        if _stops(token) or token.is_quote or token.text == "," or is_verb(token):
            return None
    return None


def _stops(token: Token) -> bool:
    return token.is_punct and not token.is_quote and token.text not in (",", "-")


def _taken_for_an_object(verb: Token) -> tuple[int, int] | None:
    """A clause whose subject is taken for the object: "says the talk of a sale skips over the law"."""
    taken = [noun for noun in objects(verb) if noun.i > verb.i]
    if not taken or passive(verb) or taken[0].left_edge.i != verb.i + 1:
        return None
    end = verb.sent.end
    last = phrase(taken[0])[1]
    after = next((t for t in verb.doc[last + 1 : end] if not t.is_quote), None)
    if after is None or not (after.tag_ in _AUXILIARY or after.lower_ in _PAST):
        return None
    if after.dep_ == "acl:relcl" or (after.head.i > after.i and after.head.dep_ == "acl:relcl"):
        return None
    return verb.i + 1, end - 1


def lost_subject(verb: Token) -> Token | None:
    """The subject of a verb with a tense that a parse leaves without one.

    It is set apart ("One in four voters said …"), given to the verb of what is said ("The officials whose
    plan fell say the law has changed"), or described by it ("Hale, a former mayor, called him unfit").
    """
    if not is_finite(verb) or own_subjects(verb):
        return None
    apart = [c for c in verb.lefts if c.dep_ == "dislocated"]
    if apart:
        return apart[-1]
    for clause in (c for c in verb.rights if c.dep_ == "ccomp"):
        subjects = own_subjects(clause)
        if len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].i:
            return subjects[0]
    if verb.dep_ == "acl" and verb.doc[verb.left_edge.i - 1].text == "," and verb.tag_ == "VBD":
        noun = top_of_phrase(verb.head)
        return noun.head if noun.dep_ == "appos" else noun
    return None


def quoted_as(verb: Token) -> Token | None:
    """Whose words a verb that follows "as" gives: Hale in "the Herald quoted Hale as saying it was late"."""
    above = verb.head
    marked = verb.i > 0 and verb.nbor(-1).lower_ == "as" and verb.tag_ == "VBG"
    if not marked or not is_verb(above) or above.i > verb.i or passive(above):
        return None
    return next((t for t in (*objects(above), *indirect_objects(above)) if above.i < t.i < verb.i), None)


def taken_from_told(verb: Token) -> Token | None:
    """Who is told, where the parse makes them a second subject of the clause: "told MPs today he left"."""
    clause = next((c for c in complements(verb) if is_verb(c)), None)
    own = [s for s in own_subjects(clause) if s.i > verb.i] if clause is not None else []
    first = len(own) > 1 and own[0].left_edge.i == verb.i + 1 and not own[1].is_ancestor(own[0])
    asked = bool(own) and own[0].left_edge.tag_ in ("WDT", "WP", "WP$", "WRB")  # "asked which man he backed"
    return own[0] if first and own[1].dep_ == own[0].dep_ and not asked else None


def is_part_of_subject(noun: Token) -> bool:
    """Whether what is taken for a clause only opens one: "said “new rules” and the tax would help"."""
    if is_verb(noun) or any(c.dep_ in ("cop", "aux") for c in noun.children) or noun.pos_ != "NOUN":
        return False
    end = noun.sent.end
    after = next((t for t in noun.doc[noun.right_edge.i + 1 : end] if not t.is_quote), None)
    later = noun.doc[noun.right_edge.i + 1 : end]
    return after is not None and after.lower_ == "and" and any(t.tag_ == "MD" for t in later)


def told_by_noun(noun: Token) -> tuple[int, int] | None:
    """What a noun for words tells behind "that" or a colon, or as what it is: "her answer was “no”"."""
    if (told := _after_colon(noun)) is not None:
        return told
    doc, end = noun.doc, noun.sent.end
    first = noun.i + 1
    if first < end and doc[first].lower_ == "that" and doc[first].dep_ == "mark":
        return first, max(first, doc[first].head.right_edge.i)  # "over her remark that “it fell”"
    if first + 1 < end and doc[first].text in (",", ":") and doc[first + 1].is_quote:
        closing = next((t.i for t in doc[first + 2 : end] if t.is_quote), end - 1)
        return first + 1, closing  # "repeating Hale's words, “no more”"
    above = governor(noun)
    copula = next((t for t in doc[first : first + _REACH] if t.dep_ == "cop"), None)
    if above is None or copula is None or copula.head != above or not is_subject(noun):
        return None
    begin = next((t for t in doc[copula.i + 1 : end] if t.text != ","), None)
    opens = begin is not None and (begin.is_quote or (begin.lower_ == "that" and begin.dep_ == "mark"))
    return (begin.i, above.right_edge.i) if opens and begin is not None else None


def _after_colon(noun: Token) -> tuple[int, int] | None:
    """The clause behind a colon that a noun for words leads to: "her argument is simple: the pier fell"."""
    doc, end = noun.doc, noun.sent.end
    colon = next((t.i for t in doc[noun.i + 1 : min(noun.i + _REACH + 1, end - 2)] if t.text == ":"), None)
    if colon is None or doc[colon + 1].is_quote:
        return None
    between, told = doc[noun.i + 1 : colon], doc[colon + 1 : end]
    acts = any(is_verb(t) and t.lemma_ not in ("be", "go", "run", "remain") for t in between)
    apart = any(t.is_punct or t.pos_ in ("NOUN", "PROPN") for t in between) or noun.dep_ == "compound"
    owned = any(c.dep_ in ("det", "nummod", "nmod:poss") for c in noun.children)
    held = noun.tag_ == "NNS" and not owned  # "They hold odd views: some call …" tells no words
    if acts or apart or held or not any(is_finite(t) for t in told):
        return None
    return colon + 1, end - 1 - doc[end - 1].is_punct

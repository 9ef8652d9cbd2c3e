"""Who does it, and not whom they are set beside: "Hale rather than Marsh sued", "Hale, like Marsh, sued"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import ANY_SUBJECT, is_nominal, is_verb
from .hanging import APART, Words, hang, take_place

#: What sets one name beside another; of "as well as" both do it.
_BESIDE = (
    ("rather", "than"),
    ("as", "well", "as"),
    ("instead", "of"),
    ("along", "with"),
    ("together", "with"),
    ("but", "not"),
    ("and", "not"),
    ("like",),
    ("unlike",),
)
_ALSO = "as"
_WITHIN = ("flat", "compound", "nmod", "nmod:poss", "appos", "nmod:desc", "case")


def tell_beside(words: Words, _: Ontology) -> bool:
    """Give a verb whom it is about, where a parse takes who only stands beside them for the subject."""
    changed = False
    for word in words[1:]:
        opening = next((o for o in _BESIDE if word.lower_ == o[0] and _follows(words, word, o)), None)
        if opening is not None:
            changed |= _tell(word, word.i + len(opening) - 1, also=opening[0] == _ALSO)
    return changed


def _follows(words: Words, word: Token, opening: tuple[str, ...]) -> bool:
    here = word.i - words[0].i
    return tuple(t.lower_ for t in words[here : here + len(opening)]) == opening


def _tell(opening: Token, last: int, *, also: bool) -> bool:
    first = _before(opening)
    if first is None:
        return False
    end = opening.sent.end
    second = next((t for t in opening.doc[last + 1 : min(last + 8, end)] if _is_compared(t, last)), None)
    if second is None:
        return False
    verb = second.head
    if second.dep_ in ANY_SUBJECT and is_verb(verb) and second.i < verb.i:
        if verb.head is first and first.dep_ not in ANY_SUBJECT:
            take_place(verb, first)
        elif first.head is not verb or first.dep_ not in ANY_SUBJECT:
            return False
        hang(first, verb, second.dep_)
        hang(second, first, "conj" if also else APART)
        for word in opening.doc[opening.i : last + 1]:
            if word.head is verb:
                hang(word, second, "cc" if also else APART)
        return True
    clauses = (c for c in (*second.rights, *first.rights) if c.dep_ in ("acl:relcl", "advcl:relcl"))
    clause = next((c for c in clauses if c.i > second.i), None)
    pointed = any(c.lower_ == "it" for c in first.lefts) and any(c.dep_ == "cop" for c in first.lefts)
    if verb is not first or clause is None or not pointed or also:
        return False
    hang(clause, first, "acl:relcl")  # "it was Hale rather than Marsh who sued"
    hang(second, first, APART)
    return True


def _before(opening: Token) -> Token | None:
    """The head of the phrase that ends before a word, or before the comma there."""
    index = opening.i - 1 - (opening.nbor(-1).text == ",")
    if index < opening.sent.start:
        return None
    noun = opening.doc[index]
    while noun.dep_ in _WITHIN and is_nominal(noun.head) and noun.head.i < opening.i:
        noun = noun.head
    return noun if is_nominal(noun) else None


def _is_compared(noun: Token, last: int) -> bool:
    """Whether a noun heads the phrase right behind the words that set it beside another."""
    if not is_nominal(noun) or noun.dep_ in _WITHIN:
        return False
    return all(t is noun or noun in t.ancestors for t in noun.doc[last + 1 : noun.i])

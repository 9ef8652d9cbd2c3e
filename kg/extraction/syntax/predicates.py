"""How English says what somebody is: appositions, predicate nouns, "as" phrases, and their tense."""

from __future__ import annotations

from ..tokens import Token
from .arguments import subjects
from .clauses import auxiliaries
from .nouns import conjuncts, determiners, name_head, possessors
from .subject_heads import own_subjects
from .words import is_finite, is_nominal, is_verb, preposition


def appositions(noun: Token) -> list[Token]:
    """The nouns set beside a noun: of "Hale, the minister," the minister."""
    return [child for child in noun.children if child.dep_ == "appos" and is_nominal(child)]


def joined_without_article(noun: Token) -> list[Token]:
    """A noun and those joined to it that have no article: "mayor of Oxley and chair of the board".

    With an article of its own the next may be somebody else: "the mayor and the chair".
    """
    first, *others = conjuncts(noun)
    bare = [other for other in others if not determiners(other) and not possessors(other)]
    return [first, *bare] if len(bare) == len(others) else [first]


def is_predicate(word: Token) -> bool:
    """Whether a word is joined to a subject by "be"."""
    return any(child.dep_ == "cop" for child in word.children)


def predicate_subjects(noun: Token) -> list[Token]:
    """Of whom a noun is predicated by "be"; of "Hale, who is the mayor," Hale."""
    if not is_predicate(noun):
        return []
    own = [child for child in noun.children if child.dep_ == "nsubj"]
    if own and own[-1].lower_ in ("who", "that") and noun.dep_ == "acl:relcl":
        return conjuncts(noun.head)
    return conjuncts(own[-1]) if own else []


def predicatives(verb: Token) -> list[Token]:
    """The nouns that say what somebody is by a verb: "became leader", "was named head", "serves as mayor"."""
    found = [c for c in verb.rights if c.dep_ in ("xcomp", "obj") and is_nominal(c) and not is_verb(c)]
    if found and found[0].dep_ == "obj" and found[-1].dep_ == "xcomp":
        found = [c for c in found if c.dep_ == "xcomp"]  # "made Hale director"
    return [*found, *_as_phrases(verb)]


def _as_phrases(head: Token) -> list[Token]:
    """What follows "as" beside a verb or a noun, or beside the verb's object."""
    hosts = [head, *(child for child in head.rights if child.dep_ in ("obj", "nsubj"))]
    labels = ("obl", "nmod", "xcomp", "advcl", "ccomp")
    beside = (child for host in hosts for child in host.rights if child.dep_ in labels)
    return [child for child in beside if is_nominal(child) and _opens_with_as(child)]


def _opens_with_as(noun: Token) -> bool:
    return any(c.lower_ == "as" and c.dep_ in ("case", "mark") for c in noun.lefts)


def as_phrase_after(noun: Token) -> Token | None:
    """The noun that "as" leads to right after another: of "her role as clerk", the clerk."""
    if noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ != "as":
        return None
    opening = noun.nbor()
    for child in noun.rights:
        if child.dep_ == "nmod" and is_nominal(child) and child.left_edge.i in (opening.i, opening.i + 1):
            return child
    led = opening.head
    fits = led.i > opening.i and is_nominal(led) and _opens_with_as(led) and not is_verb(led)
    return led if fits else None


def opening_as_phrase(verb: Token) -> Token | None:
    """What somebody does something as, before the subject: "As mayor, Hale opened the bridge"."""
    return next(
        (
            child
            for child in verb.lefts
            if child.dep_ in ("obl", "advcl", "nsubj") and is_nominal(child) and _opens_with_as(child)
        ),
        None,
    )


def trailing_complements(noun: Token) -> list[tuple[str, Token]]:
    """The prepositional phrases after a noun: its own, and those that hang on the word above it."""
    above = [noun, noun.head] if noun.dep_ in ("xcomp", "obl", "obj", "nmod", "conj", "appos") else [noun]
    found = {
        child.i: child
        for host in above
        for child in host.rights
        if child.dep_ in ("nmod", "obl") and is_nominal(child) and child.i > noun.i and preposition(child)
    }
    return [(preposition(child) or "", child) for _, child in sorted(found.items())]


def tense(head: Token) -> str | None:
    """``"past"``, ``"present"`` or ``"perfect"`` ("has been") of a verb or a noun with "be"; none without."""
    words = [*auxiliaries(head), head]
    first = words[0]
    if first.lower_ in ("has", "have", "’ve", "'ve") and first != head:
        return "perfect"
    if not is_finite(first) or first.tag_ == "MD":
        return None
    return "past" if first.tag_ == "VBD" else "present"


def is_past_perfect(verb: Token) -> bool:
    """Whether a clause tells what was before: "had left"."""
    own = auxiliaries(verb)
    return bool(own) and own[0].lower_ in ("had", "’d", "'d") and verb.tag_ in ("VBN", "VBD")


def describes(noun: Token, name: Token) -> bool:
    """Whether a noun right before a name belongs to it; not so in "the mayor Hale criticised"."""
    noun, name = name_head(noun), name_head(name)
    predicated = any(child.dep_ == "cop" for child in noun.children)
    return not predicated and (noun == name or name.head == noun or noun.head in (name, name.head))


def names_beside(noun: Token) -> list[Token]:
    """The coordinated names right after a noun that describes them all: "councillors Hale and Reed"."""
    if noun.i + 1 >= len(noun.doc):
        return []
    following = noun.nbor()
    top = following
    while top.head.i >= following.i and top.dep_ in ("flat", "compound", "nmod:desc") and top.head != top:
        top = top.head
    return conjuncts(top)


def apposed_to(noun: Token) -> Token | None:
    """What a noun is set beside: of "Hale, the minister," Hale."""
    return noun.head if noun.dep_ == "appos" and is_nominal(noun.head) else None


def whole_list(name: Token) -> list[Token]:
    """A name and all that it is coordinated with, also where it is the last of them."""
    while name.dep_ == "conj" and is_nominal(name.head):
        name = name.head
    return conjuncts(name)


#: Verbs of being, under which a predicate says what the subject is.
_BEING = frozenset(("be", "remain", "become", "stay"))
#: Verbs of saying beside which a phrase says what for: "spoke in favour of the plan".
_SPEAKING = frozenset(("speak", "argue", "come"))


def predicate_after(preposition: Token) -> Token | None:
    """What a preposition opens as a predicate: of "is against the plan", the plan."""
    return preposition.head if preposition.dep_ == "case" and is_predicate(preposition.head) else None


def predicated_of(word: Token) -> tuple[list[Token], Token | None] | None:
    """Of whom something is said without a verb of its own, and the word whose clause says so.

    None where nobody is; no clause where the word only stands beside a name ("Hale, a critic of the plan,").
    """
    if is_predicate(word) or word.tag_ == "VBN":
        return [noun for subject in own_subjects(word) for noun in conjuncts(subject)], word
    above = word.head
    if word.dep_ == "appos":
        return [above], None
    if word.dep_ == "xcomp" and above.lemma_ in _BEING:
        return own_subjects(word) or subjects(above), above  # "remains critical of"
    if word.dep_ == "obl" and above.lemma_ in _SPEAKING:
        return subjects(above), above
    return None

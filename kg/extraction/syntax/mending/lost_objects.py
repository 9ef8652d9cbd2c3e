"""Objects right behind their verb that a parse gives to another verb or noun: "raids targeting the port"."""

from __future__ import annotations

from collections.abc import Set

from ....ontology import Ontology
from ...tokens import Token
from ...word_lists import any_list
from ..words import is_infinitive, is_nominal, is_verb, preposition
from .hanging import Words, hang, has, subject, take_place
from .reporting import reports

_COMPLETED = ("obj", "iobj", "ccomp", "xcomp", "aux:pass", "nsubj:pass", "cop", "expl", "csubj")
_SUBJECTS = ("nsubj", "nsubj:pass")
_ELSEWHERE = ("obj", "nmod", "obl", "conj", "compound")
#: What stands before a noun and says more of it: "her retiring deputy", "the changing town".
_BEFORE_NOUN = ("DET", "ADJ", "NUM")


def find_lost_objects(words: Words, ontology: Ontology) -> bool:
    """Give a verb without an object the noun phrase that begins right behind it."""
    opening = any_list(ontology, "PrepositionVerb", "VerbalPreposition")
    changed = [
        _find(verb, opening, ontology)
        for verb in words[:-1]
        if verb.pos_ == "VERB" and _may_take(verb, opening, ontology.words["InvertingVerb"])
    ]
    return any(changed)


def _may_take(verb: Token, opening: Set[str], inverting: Set[str]) -> bool:
    """Whether a verb in the active can have an object, and has none so far."""
    active = verb.tag_ in ("VB", "VBD", "VBG", "VBP", "VBZ")
    if not active or verb.lemma_ in inverting or verb.lower_ in opening or has(verb, *_COMPLETED):
        return False
    if verb.i + 1 >= verb.sent.end or verb.dep_ in ("compound", "amod", "fixed"):
        return False
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    return not (verb.tag_ == "VBG" and before.pos_ in _BEFORE_NOUN and before.head is not verb)


def _find(verb: Token, opening: Set[str], ontology: Ontology) -> bool:
    noun = _phrase_at(verb.i + 1, verb)
    if noun is None:
        return False
    if noun.head is verb:
        return _behind_its_verb(verb, noun)
    above = noun.head
    if noun.dep_ in _ELSEWHERE and above.i < verb.i:
        return _of_what_stands_before(verb, noun)
    if noun.dep_ == "obj" and above.i > noun.i and above.dep_ == "conj" and above.head is verb:
        hang(noun, verb, "obj")  # "Mayor slams Hale, praises Marsh"
        return True
    if noun.dep_ in _SUBJECTS and above.i > noun.i:
        return _tell(verb, noun, ontology)
    return False


def _phrase_at(index: int, verb: Token) -> Token | None:
    """The head of the noun phrase that begins at a word; none where it has a preposition."""
    noun = verb.doc[index]
    if noun.is_punct or not (is_nominal(noun) or noun.tag_ in ("PRP$", "VBN", "RB")):
        return None
    while noun.head is not noun and noun.head is not verb and noun.head.i > verb.i:
        if noun.head.left_edge.i not in _from(index, verb, noun.head) or is_verb(noun.head):
            break
        noun = noun.head
    whole = noun.left_edge.i in _from(index, verb, noun) and is_nominal(noun) and noun.pos_ != "ADJ"
    if not whole or preposition(noun) not in (None, verb.lower_) or has(noun, "cop", "mark"):
        return None
    if verb.dep_ not in ("case", "mark") and any(t is noun for t in verb.ancestors):
        return None
    return noun


def _from(index: int, verb: Token, noun: Token) -> tuple[int, ...]:
    """Where the phrase of a noun may begin: at a word, or at the verb, taken for its preposition."""
    return (index, verb.i) if verb.head is noun else (index,)


def _behind_its_verb(verb: Token, noun: Token) -> bool:
    """Make a second subject, behind the verb, its object: "other polls show Hale ahead"."""
    first = [c for c in verb.lefts if c.dep_ == "nsubj"]
    beside = len(first) == 1 and first[0].right_edge.i < verb.i
    beside = beside and not verb.doc[first[0].right_edge.i + 1].is_punct
    quoted = any(t.is_quote for t in verb.doc[first[0].i : verb.i]) if first else True
    if noun.dep_ != "nsubj" or not beside or quoted or first[0].lower_ in ("there", "so", "what", "how"):
        return False
    hang(noun, verb, "obj")
    return True


def _of_what_stands_before(verb: Token, noun: Token) -> bool:
    """Take a noun from a verb or noun before the verb that it stands behind: "avoid riling voters"."""
    above = noun.head
    shared = verb.dep_ == "conj" and verb.head is above and noun.dep_ == "obj"
    if shared or (noun.dep_ == "conj" and has(noun, "cc")) or noun.dep_ == "compound":
        return False  # "support or oppose the plan": of both
    if verb.dep_ in ("case", "mark") and verb.head is noun:
        take_place(verb, noun)
        verb.dep_ = "acl"
    elif not any(t is above for t in verb.ancestors):
        return False
    hang(noun, verb, "obj")
    return True


def _tell(verb: Token, noun: Token, ontology: Ontology) -> bool:
    """Make the clause that a noun opens what a verb tells: "when letters showed Hale was sacked"."""
    told = noun.head
    if (
        not is_verb(told)
        or is_infinitive(verb)
        or any(c.dep_ == "mark" and c.i > verb.i for c in told.lefts)
        or noun.lower_ in ("who", "which", "that")
    ):
        return False
    if not reports(verb, ontology):
        return False
    own = subject(verb)
    if (
        own is None
        or own.i > verb.i
        or verb.dep_ not in ("advcl", "ccomp", "acl:relcl")
        or verb.head is not told
    ):
        return False
    if told.head is told or verb.i > told.i:
        return False
    take_place(verb, told)
    for child in told.lefts:
        if child is not verb and child.i < verb.i and child.dep_ != "punct":
            hang(child, verb, child.dep_)
    hang(told, verb, "ccomp")
    return True

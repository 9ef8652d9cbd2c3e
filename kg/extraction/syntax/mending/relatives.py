"""Relative clauses without "who": "The council Ada Hale leads sued Marsh"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite
from .hanging import Words, hang, has, opening, subject, take_place
from .reporting import reports

#: The forms that a verb with a tense may have beside another one.
_FORMS = ("VBD", "VBZ")


def find_relatives(words: Words, ontology: Ontology) -> bool:
    """Make a clause of a name and a verb between a noun and the noun's own verb.

    Of two verbs with a tense side by side, after "the", a noun and a name, the first is the name's, the
    second the noun's.
    """
    return any(
        [
            _part_aside(verb) or _find(verb, ontology) or _part_said(verb, ontology)
            for verb in words[3:-1]
            if verb.tag_ in (*_FORMS, "VBP") or verb.dep_ == "acl:relcl"
        ]
    )


def _part_aside(verb: Token) -> bool:
    """Give a verb between commas the noun right before it that no "and" joins: "Hale, aides say, left"."""
    who = verb.nbor(-1)
    while who.head.i < verb.i and who.dep_ not in ("conj", "appos") and who.head is not who:
        who = who.head
    noun = who.head
    if who.dep_ not in ("conj", "appos") or who.right_edge.i != verb.i - 1 or has(who, "cc"):
        return False
    if not is_finite(verb) or subject(verb) is not None or verb.nbor().text != ",":
        return False
    if noun.dep_ not in ("nsubj", "nsubj:pass") or noun.head.i < verb.i:
        return False
    if "," not in (who.left_edge.text, who.left_edge.nbor(-1).text):
        return False
    hang(who, verb, "nsubj")
    if verb.head is noun:
        hang(verb, noun.head, "parataxis")
    return True


def _find(verb: Token, ontology: Ontology) -> bool:
    doc, main = verb.doc, _main(verb) if _tells(verb) else None
    if main is None or verb.lemma_ in ontology.words["LinkingVerb"] or reports(verb, ontology):
        return False
    first = verb.i
    while doc[first - 1].pos_ == "PROPN" and first - 1 > verb.sent.start:
        first -= 1
    noun = doc[first - 1]
    if first == verb.i or noun.tag_ not in ("NN", "NNS") or not _has_article(noun):
        return False
    name = next(t for t in doc[first : verb.i] if not first <= t.head.i < verb.i or t.head is t)
    given = subject(main)
    if given is not None and not noun.left_edge.i <= given.i < verb.i:
        return False
    if main in (verb, *verb.ancestors):
        if noun in main.ancestors:
            take_place(main, noun)
    elif noun in main.ancestors or verb in main.ancestors:
        top = verb
        while top.head is not top and first - 1 <= top.head.i <= verb.i:
            top = top.head
        take_place(main, top)
    hang(noun, main, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in main.lefts) else "nsubj")
    hang(verb, noun, "acl:relcl")
    hang(name, verb, "nsubj")
    verb.pos_ = "VERB"
    for token in doc[noun.left_edge.i : first - 1]:
        if first - 1 < token.head.i <= verb.i:
            hang(token, noun, token.dep_)
    for token in verb.sent:
        if token.i > main.i and token.head in (verb, name, noun) and token is not main:
            hang(token, main, token.dep_)
    return True


def _part_said(verb: Token, ontology: Ontology) -> bool:
    """Give a verb its tense that is said of a noun before: "the man police say attacked Marsh".

    As a participle it would be what the police did.
    """
    said = verb.nbor()
    within = verb.dep_ == "acl:relcl" and subject(verb) is not None and said.head is verb
    if not within or said.dep_ != "ccomp" or said.tag_ != "VBN" or subject(said) or said.lefts:
        return False
    if not reports(verb, ontology):
        return False
    said.tag_ = "VBD"
    return True


def _main(verb: Token) -> Token | None:
    """The verb with a tense right after another one, or the one whose auxiliary stands there."""
    word = verb.nbor()
    if not is_finite(word):
        return None
    if word.dep_ in ("aux", "aux:pass"):
        return word.head if word.head.i > word.i and opening(word.head) <= word.i else None
    return word if word.tag_ in _FORMS and word.dep_ != "cop" else None


def _tells(verb: Token) -> bool:
    """Whether a word has the form of a verb with a tense that is no auxiliary."""
    return verb.tag_ in _FORMS and verb.dep_ not in ("aux", "aux:pass", "cop") and verb.lemma_ != "be"


def _has_article(noun: Token) -> bool:
    """Whether an article opens the phrase that ends in a noun, adjectives left out."""
    index = noun.i - 1
    while index > noun.sent.start and noun.doc[index].pos_ in ("ADJ", "NOUN"):
        index -= 1
    return noun.doc[index].lower_ in ("the", "a", "an", "every", "each")

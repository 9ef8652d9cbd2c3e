"""Days and times that a parse hangs on the wrong word: "called Thursday on Hale to resign"."""

from __future__ import annotations

from collections.abc import Set

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb, preposition
from .hanging import Words, hang, has

#: What a clause with "when" tells more of: "recalled the day when", "spoke of a night when".
_TELLING_OF = ("of", "about")


def tell_of_moments(words: Words, ontology: Ontology) -> bool:
    """Make a clause with "when" right behind a time of which somebody speaks tell which time that is."""
    times = ontology.words["TimeNoun"] | ontology.words["MomentNoun"]
    return any([_tell_which(verb, times) for verb in words if verb.dep_ == "advcl" and is_verb(verb)])


def _tell_which(verb: Token, times: Set[str]) -> bool:
    first = verb.left_edge
    if first.lower_ != "when" or first.i == verb.sent.start:
        return False
    noun = first.nbor(-1)
    spoken_of = noun.dep_ == "obj" or preposition(noun) in _TELLING_OF
    if noun.lower_ not in times or not spoken_of or noun.head is not verb.head or not has(noun, "det"):
        return False
    hang(verb, noun, "acl:relcl")
    return True


def free_moments(words: Words, ontology: Ontology) -> bool:
    """Make a bare time right after a verb say when."""
    times = ontology.words["TimeNoun"]
    changed = False
    for word in words:
        second = word.dep_ == "iobj" and any(
            c.dep_ in ("obj", "iobj") and c.i < word.i for c in word.head.rights
        )
        if word.pos_ == "PROPN" and word.lower_ in times and second and not word.children:
            hang(word, word.head, "obl:unmarked")  # "told trustees Monday that it fell"
            changed = True
        if word.dep_ != "xcomp" or word.pos_ != "PROPN" or word.lower_ not in times:
            continue
        if is_verb(word.head) and word.i == word.head.i + 1 and not word.children:
            hang(word, word.head, "obl:unmarked")
            changed = True
    return changed

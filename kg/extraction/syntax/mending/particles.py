"""Words that belong to the verb before them: "walked back her remarks", "the bills paid by Reed"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_verb, preposition
from .hanging import Words, hang, has

_PARTICLES = frozenset(("back", "up", "out", "down", "off", "away", "over"))


def join_particles(words: Words, ontology: Ontology) -> bool:
    """Hang particles, doers after "by" and what is tried on the verb they stand behind."""
    times = ontology.words["TimeNoun"]
    trying = ontology.operator_words.get("verb", frozenset())
    changed = []
    for word in words:
        if word.dep_ == "obl" and word.lower_ not in times:
            changed.append(_join(word))
        elif word.dep_ == "nmod" and word.i > words[0].i and preposition(word) == "by":
            changed.append(_give_doer(word))
        elif word.dep_ == "advcl" and word.head.lower_ in trying:
            changed.append(_complete(word))
    return any(changed)


def _join(noun: Token) -> bool:
    """Make an adverb between a verb and its object a particle: "walked back her remarks"."""
    verb, first = noun.head, noun.left_edge
    bare = preposition(noun) is None and first.head is noun and first.dep_ == "advmod"
    if verb.pos_ == "ADV" and verb.i + 1 == first.i:  # hung on the adverb
        bare, verb, first = preposition(noun) is None, verb.head, verb
    if not bare or first.lower_ not in _PARTICLES or not is_verb(verb) or first.i != verb.i + 1:
        return False
    if has(verb, "obj", "ccomp", "xcomp", "aux:pass") or not has(noun, "det", "nmod:poss"):
        return False
    hang(first, verb, "compound:prt")
    hang(noun, verb, "obj")
    return True


def _give_doer(noun: Token) -> bool:
    """Give a participle right before "by" its doer, which a parse hangs on the noun: "dates set by Reed"."""
    thing = noun.head
    done = next((c for c in thing.rights if c.dep_ == "acl" and c.right_edge.i + 1 == noun.left_edge.i), None)
    if done is None or done.tag_ != "VBN" or has(done, "obl:agent", "obl", "obj", "xcomp", "ccomp"):
        return False
    if done.right_edge is not done:
        return False
    hang(noun, done, "obl:agent")
    return True


def _complete(verb: Token) -> bool:
    """Make an infinitive behind an adverb what is tried: "tried in vain to win", "hoped badly to win"."""
    above = verb.head
    if not is_infinitive(verb) or above.i > verb.i or has(above, "obj", "xcomp", "ccomp", "aux:pass"):
        return False
    between = verb.doc[above.i + 1 : verb.left_edge.i]
    if not between or any(t.pos_ != "ADV" or not t.lower_.endswith("ly") for t in between):
        return False
    hang(verb, above, "xcomp")
    return True

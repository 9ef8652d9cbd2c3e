"""Where a clause is set that tells of nothing real: in a novel, a dream, an exercise, a theory.

The nouns and phrases are data: ontology/settings.ttl.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .word_lists import any_list

_DEPTH = 8


def is_set_apart(verb: Token, ontology: Ontology) -> bool:
    """Whether a phrase of its own clause, or one that opens a clause above, sets it outside of what is."""
    for word, noun in syntax.obliques(verb):
        if _unreal(word, noun, verb, ontology):
            return True
    for above in _above(verb):
        if _tells_a_tale(above, verb, ontology):
            return True
        for word, noun in syntax.obliques(above):
            if _fronted(noun, above) and _unreal(word, noun, above, ontology):
                return True
    return _is_guessed(verb, ontology)


def _is_guessed(verb: Token, ontology: Ontology) -> bool:
    """Whether a phrase that opens a main clause makes it a guess, or how somebody takes it.

    So do "Judging by the report, …" and "For Ada Hale, …".
    """
    doc, start = verb.doc, verb.sent.start
    word = doc[start].lower_
    if verb.left_edge.i != start or not (word in ("for", "to") or word in ontology.words["GuessingVerb"]):
        return False
    comma = next((t.i for t in doc[start + 2 : min(start + 9, verb.i)] if t.text == ","), None)
    if comma is None:
        return False
    first, second = doc[start], doc[start + 1]
    if first.lower_ in ontology.words["GuessingVerb"] and syntax.is_gerund(first):
        return second.lower_ in ("by", "from")
    who = doc[comma - 1]
    whole = all(t.pos_ in ("PROPN", "PRON") for t in doc[start + 1 : comma])
    return (
        first.lower_ in ("for", "to") and whole and (who.pos_ == "PRON" or who.ent_type_ in ("PERSON", "PER"))
    )


def _above(verb: Token) -> Iterator[Token]:
    """The verbs whose clauses a verb stands in."""
    above = verb.head
    for _ in range(_DEPTH):
        if syntax.is_verb(above) and above != verb:
            yield above
        if above.head == above:
            return
        above = above.head


def _unreal(preposition: str, noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a phrase of a verb says where or how far it is so only in words or in play."""
    words, name = ontology.words, noun.lower_
    phrase = f"{preposition} {name}"
    if phrase in words["InWordsOnly"]:
        return True
    if phrase in words["ProposedSetting"]:
        return _is_narrated(verb)
    if preposition not in ("in", "on", "during", "at"):
        return False
    if name in words["FictionNoun"] or any(w.lower_ in words["FictionalAttribute"] for w in _before(noun)):
        return True
    told = name in words["StagedNoun"] or (name in words["TaleNoun"] and _is_narrated(verb))
    return told and _fronted(noun, verb)


def _is_narrated(verb: Token) -> bool:
    """Whether a clause has the present of tales."""
    return syntax.tense(verb) == "present"


def _before(noun: Token) -> list[Token]:
    return [*syntax.attributes(noun), *syntax.compounds(noun)]


def _fronted(noun: Token, verb: Token) -> bool:
    """Whether a phrase opens the clause of its verb."""
    own = syntax.own_subjects(verb)
    return noun.i < (own[0].i if own else verb.i)


def _tells_a_tale(above: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a clause stands in the tale that another says is told: "the film follows Hale as …"."""
    depicts = above.lower_ in ontology.words["DepictingVerb"]
    if not depicts or verb.i < above.i or not _is_narrated(above):
        return False
    words = any_list(ontology, "FictionNoun", "StagedNoun", "TaleNoun")
    if any(subject.lower_ in words for subject in syntax.own_subjects(above)):
        return True
    return above.lower_ in ontology.words["PlayingVerb"] and _is_narrated(verb) and _played(above)


def _played(verb: Token) -> bool:
    """Whether a person is who is played, not a body, as in sport."""
    played = [*syntax.objects(verb), *(noun for word, noun in syntax.obliques(verb) if word == "as")]
    return any(noun.ent_type_ == "PERSON" for noun in played)

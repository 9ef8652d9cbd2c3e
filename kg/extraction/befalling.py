"""What befalls somebody, as a noun after "under" tells: "is under investigation", "came under attack"."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token
from .triggers import trigger_tokens

#: What leads from such a noun, or from its verb, to who does it.
_BY = frozenset(("by", "from"))


def verb_under(noun: Token, ontology: Ontology) -> Token | None:
    """The verb by which somebody is, or is put, under what a noun says; of "under the law" none."""
    if noun.lower_ not in ontology.under_nouns or syntax.preposition(noun) != "under":
        return None
    above = syntax.governor(noun)
    if syntax.is_definite(noun) or above is None or not syntax.is_verb(above):
        return None
    return above if _may_subject(above, ontology) else None


def trigger_opening(word: Token, ontology: Ontology) -> Token:
    """Where the words begin by which a verb or noun evokes an action: at "under", at "re-"."""
    if syntax.is_verb(word):
        return trigger_tokens(word, ())[0]
    return word.left_edge if verb_under(word, ontology) is not None else word


def noun_under(verb: Token, ontology: Ontology) -> Token | None:
    """The noun after "under" that tells what a verb only leads to."""
    if not _may_subject(verb, ontology):
        return None
    below = (noun for word, noun in syntax.obliques(verb) if word == "under")
    return next((noun for noun in below if verb_under(noun, ontology) == verb), None)


def _may_subject(verb: Token, ontology: Ontology) -> bool:
    return any(verb.lower_ in ontology.words[name] for name in ("BefallingVerb", "SubjectingVerb"))


def befallen(verb: Token, ontology: Ontology) -> list[Token]:
    """Whom such a verb leaves, or puts, under something."""
    puts = verb.lower_ in ontology.words["SubjectingVerb"]
    return syntax.objects(verb) if puts else syntax.subjects(verb)


def befallers(noun: Token, verb: Token, ontology: Ontology) -> list[Token]:
    """Who does what the noun says: "by Hale", "from Hale", or whoever puts somebody under it."""
    puts = verb.lower_ in ontology.words["SubjectingVerb"]
    phrases = (*syntax.noun_modifiers(noun), *syntax.obliques(verb))
    by = dict.fromkeys(head for word, head in phrases if word in _BY and head.i > noun.i)
    return (syntax.subjects(verb) if puts else []) or list(by)

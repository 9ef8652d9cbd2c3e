"""What stands inside a claim or a judgement, so that nobody vouches for it there."""

from __future__ import annotations

from ..model import Modality, Polarity
from ..ontology import Ontology
from . import syntax
from .reality import UNVOUCHED, Frame
from .tokens import Token
from .triggers import NO_EFFECT, effect_of


def is_claimed(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether somebody is first named in a clause that says what a claim is: "claims that she hit a man"."""
    if not is_introduced(noun, verb):
        return False
    above = syntax.governing_verb(noun)
    told = None if above is None or not syntax.is_noun_clause(above) else syntax.governor(above)
    return told is not None and effect_of(ontology, "noun", told).unreal


def is_of_open(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a clause tells more of what may never be: "the prospect of a law that bans boats"."""
    above = syntax.governor(noun)
    if above is None or syntax.is_verb(above) or syntax.preposition(noun) != "of":
        return False
    return is_introduced(noun, verb) and effect_of(ontology, "noun", above).unreal


def is_introduced(noun: Token, verb: Token) -> bool:
    """Whether a relative clause, set apart by no comma, says who somebody is that "a" first names."""
    if not any(word.lower_ in ("a", "an") for word in syntax.determiners(noun)):
        return False
    return not (verb.left_edge.is_punct or verb.left_edge.nbor(-1).is_punct)


def is_new_in_open(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a clause that nobody vouches for first names somebody: "was rumoured to have hit a man who".

    Or one of what could be: "you could choose a mayor who had sued it"; "we need a mayor who listens".
    """
    from .modality import reality  # the clause around has a reality too

    if not is_introduced(noun, verb):
        return False
    above = syntax.governing_verb(noun)
    around = None if above is None else reality(above, ontology)
    if above is None or around is None:
        return False
    if _is_wanted(noun, above, ontology):
        return not _is_past(verb)
    if around.modality is Modality.POSSIBLE:
        return noun in syntax.objects(above)
    return syntax.is_infinitive(above) and around.modality is Modality.ACTUAL and not around.asserted


def _is_wanted(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether somebody is only wanted: "need a mayor", "hope for a mayor"."""
    phrase = verb.lemma_ if noun in syntax.objects(verb) else f"{verb.lemma_} {syntax.preposition(noun)}"
    return phrase in ontology.words["WantingVerb"]


def _is_past(verb: Token) -> bool:
    """Whether a clause tells what somebody has done by now: "wants a clerk who sued Hale" has one in mind."""
    return syntax.tense(verb) in ("past", "perfect")


def is_one_denied(noun: Token, ontology: Ontology) -> bool:
    """Whether a clause denies the one of which another tells: "cannot name a single case when Hale paid"."""
    from .modality import reality  # the clause around has a reality too

    above = syntax.governing_verb(noun)
    if above is None or noun not in syntax.objects(above):
        return False
    single = any(w.lower_ in ("single", "one") for w in (*syntax.attributes(noun), *noun.lefts))
    around = reality(above, ontology) if single else None
    return around is not None and around.polarity is Polarity.NEGATIVE


def made_in_open(noun: Token, verb: Token, ontology: Ontology) -> Frame | None:
    """What is said of something that is not there yet, as the clause around says how real that is.

    "Will open a school teaching French" plans the teaching too; so it is under a condition: "if ten towns
    sharing the river sign it". What already is somebody's, or named, is as it is said to be.

    Args:
        noun: what is spoken of.
        verb: the verb of the clause that says more of it.
        ontology: the verbs that bring about what is their object.
    """
    from .modality import reality  # the clause around has a reality too

    above = syntax.governing_verb(noun)
    if above is None or syntax.is_definite(noun) or noun.pos_ in ("PROPN", "PRON"):
        return None
    around = reality(above, ontology)
    own = noun in syntax.objects(above)
    if around is None:
        within = own or noun in syntax.own_subjects(above)
        return UNVOUCHED if within and not syntax.is_imperative(above) else None
    if not own or around.modality is Modality.ACTUAL:
        return None
    now = syntax.is_gerund(verb) or syntax.tense(verb) == "present"
    possible = around.modality is Modality.POSSIBLE
    if above.lower_ in ontology.words["CreatingVerb"] and (now or possible):
        return Frame(around.modality, asserted=False)  # "may contain figures taken from Hale"
    return UNVOUCHED if possible else None


def is_judged(verb: Token, ontology: Ontology) -> bool:
    """Whether an infinitive is only said to be good or bad: "it is wrong to say that Hale left"."""
    above = syntax.governor(verb)
    if above is None or above.pos_ != "ADJ" or not syntax.is_predicate(above):
        return False
    return effect_of(ontology, "adjective", above) == NO_EFFECT
